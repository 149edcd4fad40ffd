package report

import (
	"bufio"
	"fmt"
	"io"
	"unicode/utf8"
)

// ListText writes one line for each rule.
func ListText(w io.Writer, rules []*Rule) error {
	b := bufio.NewWriter(w)
	width, idWidth := 0, 0
	for _, r := range rules {
		width, idWidth = max(width, utf8.RuneCountInString(r.Name)), max(idWidth, len(r.ID))
	}
	for _, r := range rules {
		fmt.Fprintf(b, "%-*s  %-*s  %-7s  %-8s  %s\n", idWidth, r.ID, width, Visible(r.Name), r.Severity, r.Profile, Visible(r.Title))
	}
	return b.Flush()
}

// ListMarkdown writes a table, as the README has it.
func ListMarkdown(w io.Writer, rules []*Rule) error {
	_, err := io.WriteString(w, RulesTable(rules))
	return err
}

// ListJSON writes everything there is to know of the rules.
func ListJSON(w io.Writer, rules []*Rule) error {
	s := newStream(w)
	s.raw("{\n")
	s.member("  ", "schema_version", schemaVersion)
	s.raw(`  "rules": `)
	s.array("  ", func(element func(any)) {
		for _, r := range rules {
			element(jsonRuleOf(r))
		}
	})
	s.raw("\n}\n")
	return s.close()
}

type jsonRule struct {
	ID          string            `json:"id"`
	Name        string            `json:"name"`
	Title       string            `json:"title"`
	Description string            `json:"description"`
	Severity    string            `json:"severity"`
	WhySeverity string            `json:"why_severity"`
	Family      string            `json:"family"`
	Scopes      []string          `json:"scopes"`
	Profile     string            `json:"profile"`
	Message     string            `json:"message"`
	Remediation []jsonRemediation `json:"remediation"`
	NotWhen     []string          `json:"not_when"`
	Supersedes  []string          `json:"supersedes"`
	Fold        string            `json:"fold"`
	Statements  []string          `json:"statements"`
	Resources   []jsonResource    `json:"resources"`
	Since       string            `json:"since"`
	Precision   string            `json:"precision"`
	Tags        []string          `json:"tags"`
	Examples    jsonExamples      `json:"examples"`
}

type jsonResource struct {
	Title   string `json:"title"`
	URL     string `json:"url"`
	Checked string `json:"checked"`
}

type jsonExamples struct {
	Bad  string `json:"bad"`
	Good string `json:"good"`
}

func jsonRuleOf(r *Rule) *jsonRule {
	j := &jsonRule{
		ID: r.ID, Name: r.Name, Title: r.Title, Description: r.Description,
		Severity: r.Severity.String(), WhySeverity: r.WhySeverity, Family: r.Family,
		Scopes: orEmpty(r.Scopes), Profile: string(r.Profile), Message: r.Message,
		Remediation: make([]jsonRemediation, len(r.Remediation)),
		NotWhen:     orEmpty(r.NotWhen), Supersedes: orEmpty(r.Supersedes), Fold: string(r.Fold),
		Statements: orEmpty(r.Statements), Resources: make([]jsonResource, len(r.Resources)),
		Since: r.Since, Precision: r.Precision, Tags: orEmpty(r.Tags),
		Examples: jsonExamples{r.Bad.HCL, r.Good.HCL},
	}
	for i, fix := range r.Remediation {
		j.Remediation[i] = jsonRemediation(fix)
	}
	for i, page := range r.Resources {
		j.Resources[i] = jsonResource(page)
	}
	return j
}
