package policies

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hybridlint/report"
)

// statementIndex is statements.json: what the source articles say, sentence by sentence, and what became of it.
type statementIndex struct {
	Articles   []article   `json:"articles"`
	Statements []statement `json:"statements"`
}

// article is a text of an article that the rules were made from; one article may be there in two texts.
type article struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Number string `json:"number"`
	Text   string `json:"text"`
	URL    string `json:"url"`
	// Statements is how many there are, so that one that is lost is missed.
	Statements int `json:"statements"`
}

// statement is one fact of an article. Rules report what contradicts it, or rest on it; Limits are the rules that must not report what it
// allows; Fixtures, named as "HYB401/edge_present", show that they do not. A statement with a file of its own in
// testdata/statements is shown by that.
type statement struct {
	ID           string   `json:"id"`
	Line         string   `json:"line"`
	Words        string   `json:"words"`
	Rules        []string `json:"rules"`
	Limits       []string `json:"limits"`
	Fixtures     []string `json:"fixtures"`
	Note         string   `json:"note"`
	NotCheckable string   `json:"not_checkable"`
}

func (s *statement) answering() []string { return slices.Concat(s.Rules, s.Limits) }

// ownFixture is the statement's file in testdata/statements, if there is one.
func (s *statement) ownFixture() (name string, ok bool) {
	name = "statements/" + s.ID + ".hcl"
	_, err := os.Stat(filepath.Join("../testdata", name))
	return name, err == nil
}

func (s *statement) answered() bool {
	_, own := s.ownFixture()
	return own || len(s.answering()) > 0
}

func readStatements(t *testing.T) *statementIndex {
	t.Helper()
	file, err := os.Open("statements.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	decoder := json.NewDecoder(file)
	decoder.DisallowUnknownFields()
	index := &statementIndex{}
	if err := decoder.Decode(index); err != nil {
		t.Fatalf("statements.json: %v", err)
	}
	return index
}

func catalogRules(t *testing.T) []*report.Rule {
	t.Helper()
	catalog, err := NewCatalog()
	if err != nil {
		t.Fatal(err)
	}
	return catalog.Rules()
}

// TestStatementsAreWhole: none is missing, and each is answered for or says why it cannot be.
func TestStatementsAreWhole(t *testing.T) {
	index := readStatements(t)
	var want []string
	for _, a := range index.Articles {
		for i := range a.Statements {
			want = append(want, fmt.Sprintf("%s-%02d", a.ID, i+1))
		}
	}
	var got []string
	for _, s := range index.Statements {
		got = append(got, s.ID)
		if s.Line == "" || s.Words == "" {
			t.Errorf("%s: line or words are missing", s.ID)
		}
		if !s.answered() && s.NotCheckable == "" {
			t.Errorf("%s: no rule answers for it, and it does not say why it is not checkable", s.ID)
		}
		if _, own := s.ownFixture(); len(s.Limits) > 0 && len(s.Fixtures) == 0 && !own {
			t.Errorf("%s: no fixture shows that %v stay silent", s.ID, s.Limits)
		}
		for _, fixture := range s.Fixtures {
			if _, err := os.Stat(fixtureFile(fixture)); err != nil {
				t.Errorf("%s: %v", s.ID, err)
			}
			if rule, _, _ := strings.Cut(fixture, "/"); !slices.Contains(s.answering(), rule) {
				t.Errorf("%s: the fixture %s is not one of the rules %v", s.ID, fixture, s.answering())
			}
		}
	}
	for i, id := range want {
		if i == len(got) || got[i] != id {
			t.Fatalf("%s is missing or out of order in statements.json; statements are numbered without a gap", id)
		}
	}
	if len(got) > len(want) {
		t.Errorf("%v are more statements than their articles have", got[len(want):])
	}
}

func fixtureFile(name string) string { return "../testdata/rules/" + name + ".hcl" }

// TestStatementsAndRules: a statement and the rules that answer for it name each other.
func TestStatementsAndRules(t *testing.T) {
	index := readStatements(t)
	claimed := map[string][]string{} // statements by rule, as the statements say
	for _, s := range index.Statements {
		for _, rule := range s.answering() {
			claimed[rule] = append(claimed[rule], s.ID)
		}
	}
	for _, rule := range catalogRules(t) {
		for _, id := range rule.Statements {
			if !slices.ContainsFunc(index.Statements, func(s statement) bool { return s.ID == id }) {
				t.Errorf("%s answers for %s, which is no statement", rule.ID, id)
			} else if !slices.Contains(claimed[rule.ID], id) {
				t.Errorf("%s answers for %s, but statements.json does not say so", rule.ID, id)
			}
		}
		for _, id := range claimed[rule.ID] {
			if !slices.Contains(rule.Statements, id) {
				t.Errorf("%s has lost %s: statements.json says that it answers for it, its metadata does not", id, rule.ID)
			}
		}
		delete(claimed, rule.ID)
	}
	for rule, statements := range claimed {
		t.Errorf("%v are answered for by %s, which is no rule", statements, rule)
	}
}

// TestRulesHaveSources: a rule that answers for no statement names another article that it comes from.
func TestRulesHaveSources(t *testing.T) {
	index := readStatements(t)
	for _, rule := range catalogRules(t) {
		if len(rule.Statements) == 0 && rule.Family != toolFamily && len(otherSources(index, rule)) == 0 {
			t.Errorf("%s answers for no statement, and names no article beside those that have statements", rule.ID)
		}
	}
}

// toolFamily holds the rules about hybridlint's own exceptions, which Microsoft says nothing about.
const toolFamily = "configuration"

// otherSources are the pages a rule rests on that have no statements here.
func otherSources(index *statementIndex, rule *report.Rule) []report.Resource {
	return slices.DeleteFunc(slices.Clone(rule.Resources), func(r report.Resource) bool {
		return slices.ContainsFunc(index.Articles, func(a article) bool { return a.URL == r.URL })
	})
}

// TestStatementsPage: STATEMENTS.md is what statements.json and the rules say.
func TestStatementsPage(t *testing.T) {
	compareFile(t, "STATEMENTS.md", []byte(statementsPage(readStatements(t), catalogRules(t))))
}

const aboutStatements = `<!-- Written from statements.json and the rules' metadata by go test ./policies -update; do not edit. -->

# What Microsoft says, and what answers for it

The rules started from the articles below. Every statement of theirs is listed, with the line in the copy that was read and
a few identifying words, so that nothing is passed over silently: rules report what contradicts it, or rest on it; or it limits
rules, which must not report what it allows; or it cannot be checked in a configuration. A rule links to its page, and
*fixtures* to the configurations that it is tested with.
`

func statementsPage(index *statementIndex, rules []*report.Rule) string {
	byID := map[string]*report.Rule{}
	for _, r := range rules {
		byID[r.ID] = r
	}
	var b strings.Builder
	b.WriteString(aboutStatements)
	for _, a := range index.Articles {
		fmt.Fprintf(&b, "\n## %s: %s\n\n[%s](%s), text %s. %d statements.\n\n| Statement | Line | Words | What answers for it |\n| --- | --- | --- | --- |\n",
			a.ID, a.Title, a.Number, a.URL, a.Text, a.Statements)
		for _, s := range index.Statements {
			if strings.HasPrefix(s.ID, a.ID+"-") {
				fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", s.ID, s.Line, cell(s.Words), cell(answerTo(&s, byID)))
			}
		}
	}
	b.WriteString(otherRulesTables(index, rules))
	return b.String()
}

// answerTo says in a cell of the table what answers for a statement.
func answerTo(s *statement, rules map[string]*report.Rule) string {
	var parts []string
	if len(s.Rules) > 0 {
		parts = append(parts, ruleLinks(s.Rules, rules))
	}
	if len(s.Limits) > 0 {
		parts = append(parts, "limits "+ruleLinks(s.Limits, rules))
	}
	var shown []string
	for _, fixture := range s.Fixtures {
		shown = append(shown, fmt.Sprintf("[%s](%s)", fixture, fixtureFile(fixture)))
	}
	if own, ok := s.ownFixture(); ok {
		shown = append(shown, fmt.Sprintf("[%s](../testdata/%s)", strings.TrimSuffix(own, ".hcl"), own))
	}
	if len(shown) > 0 {
		parts = append(parts, "shown by "+strings.Join(shown, ", "))
	}
	if s.NotCheckable != "" {
		parts = append(parts, "not checkable: "+s.NotCheckable)
	}
	text := strings.Join(parts, "; ")
	if s.Note != "" {
		text += ". " + s.Note
	}
	return text
}

func ruleLinks(ids []string, rules map[string]*report.Rule) string {
	var links []string
	for _, id := range ids {
		if r := rules[id]; r != nil {
			links = append(links, fmt.Sprintf("%s ([fixtures](../testdata/rules/%s))", ruleLink(r), id))
		}
	}
	return strings.Join(links, ", ")
}

func ruleLink(r *report.Rule) string {
	return fmt.Sprintf("[%s](%s/README.md#%s)", r.ID, r.Family, strings.ToLower(r.ID))
}

const aboutOtherRules = `
## Rules from other articles

These rules answer for no statement above. Those of the profiles default and verbose come from articles that the ones above
link to, those of the profile extended from other documentation nearby.

| Rule | Name | Profile | Article |
| --- | --- | --- | --- |
`

// otherRulesTables shows the rules that no statement stands for.
func otherRulesTables(index *statementIndex, rules []*report.Rule) string {
	var others, tools strings.Builder
	for _, r := range rules {
		switch {
		case len(r.Statements) > 0:
		case r.Family == toolFamily:
			fmt.Fprintf(&tools, "- %s `%s`: %s\n", ruleLink(r), r.Name, r.Title)
		default:
			var pages []string
			for _, page := range otherSources(index, r) {
				pages = append(pages, fmt.Sprintf("[%s](%s)", page.Title, page.URL))
			}
			fmt.Fprintf(&others, "| %s ([fixtures](../testdata/rules/%s)) | `%s` | %s | %s |\n", ruleLink(r), r.ID, r.Name, r.Profile, cell(strings.Join(pages, "; ")))
		}
	}
	return aboutOtherRules + others.String() + "\n## Rules of hybridlint itself\n\n" + tools.String()
}

// cell fits a text into a cell of a table.
func cell(text string) string {
	text = strings.NewReplacer("|", `\|`, "<", `\<`).Replace(text)
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
