package json

import (
	"io"

	"hybridlint/report"
	"hybridlint/report/stream"
)

// Rules writes everything there is to know of the rules.
func Rules(w io.Writer, rules []*report.Rule) error {
	s := stream.NewJSON(w)
	s.Raw("{\n")
	s.Member("  ", "schema_version", schemaVersion)
	s.Raw(`  "rules": `)
	s.Array("  ", func(element func(any)) {
		for _, r := range rules {
			element(jsonRuleOf(r))
		}
	})
	s.Raw("\n}\n")
	return s.Close()
}

type jsonRule struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"`
	Title       string         `json:"title"`
	Description string         `json:"description"`
	Severity    string         `json:"severity"`
	WhySeverity string         `json:"why_severity"`
	Family      string         `json:"family"`
	Scopes      []string       `json:"scopes"`
	Profile     string         `json:"profile"`
	Message     string         `json:"message"`
	Remediation []Remediation  `json:"remediation"`
	NotWhen     []string       `json:"not_when"`
	Supersedes  []string       `json:"supersedes"`
	Fold        string         `json:"fold"`
	Statements  []string       `json:"statements"`
	Resources   []jsonResource `json:"resources"`
	Since       string         `json:"since"`
	Precision   string         `json:"precision"`
	Tags        []string       `json:"tags"`
	Examples    jsonExamples   `json:"examples"`
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

func jsonRuleOf(r *report.Rule) *jsonRule {
	j := &jsonRule{
		ID: r.ID, Name: r.Name, Title: r.Title, Description: r.Description,
		Severity: r.Severity.String(), WhySeverity: r.WhySeverity, Family: r.Family,
		Scopes: orEmpty(r.Scopes), Profile: string(r.Profile), Message: r.Message,
		Remediation: make([]Remediation, len(r.Remediation)),
		NotWhen:     orEmpty(r.NotWhen), Supersedes: orEmpty(r.Supersedes), Fold: string(r.Fold),
		Statements: orEmpty(r.Statements), Resources: make([]jsonResource, len(r.Resources)),
		Since: r.Since, Precision: r.Precision, Tags: orEmpty(r.Tags),
		Examples: jsonExamples{r.Bad.HCL, r.Good.HCL},
	}
	for i, fix := range r.Remediation {
		j.Remediation[i] = Remediation(fix)
	}
	for i, page := range r.Resources {
		j.Resources[i] = jsonResource(page)
	}
	return j
}
