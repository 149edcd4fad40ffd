package filter

import (
	"fmt"
	"slices"
	"strings"

	"hybridlint/report"
)

// Filter shows the findings that match one of the values of every key. The zero Filter shows all.
type Filter struct {
	// words are the filters as they were given.
	words   []string
	choices []choice
}

// choice are the values of one key.
type choice struct {
	key
	values []value
}

// key is something that findings can be chosen by.
type key struct {
	name string
	// of gives what a finding has there; a rule has an id and a name.
	of func(*report.Finding) []string
	// all are the words that there can be; nil where configurations have their own.
	all []string
}

// keys are all of them, as the command line lists them.
func keys() []key {
	severities := []string{report.Error.String(), report.Warning.String(), report.Note.String()}
	changes := []string{report.New.String(), report.Worse.String(), report.Better.String(), report.Unchanged.String(), report.Fixed.String()}
	return []key{
		{"rule", func(f *report.Finding) []string { return []string{f.Rule.ID, f.Rule.Name} }, nil},
		{"severity", func(f *report.Finding) []string { return []string{f.Severity.String()} }, severities},
		{"recipient", func(f *report.Finding) []string { return []string{f.About.Recipient} }, nil},
		{"delegate", func(f *report.Finding) []string { return []string{f.About.Delegate} }, nil},
		{"permission", func(f *report.Finding) []string { return []string{f.About.Permission} }, report.Permissions()},
		{"batch", func(f *report.Finding) []string { return []string{f.About.Batch} }, nil},
		{"forest", func(f *report.Finding) []string { return []string{f.About.Forest} }, nil},
		{"change", func(f *report.Finding) []string { return []string{f.Change.String()} }, changes},
	}
}

// Keys are the names of what findings can be chosen by.
func Keys() []string {
	var names []string
	for _, k := range keys() {
		names = append(names, k.name)
	}
	return names
}

// value is a text, or the beginning of one; in lower case.
type value struct {
	text   string
	prefix bool
	// given is what was written.
	given string
}

func (v value) matches(text string) bool {
	text = strings.ToLower(text)
	if v.prefix {
		return text != "" && strings.HasPrefix(text, v.text)
	}
	return text == v.text
}

func (v value) matchesOneOf(texts []string) bool { return slices.ContainsFunc(texts, v.matches) }

// Parse reads filters as the command line has them, KEY=VALUE each. An error says what is wrong with which.
func Parse(words []string) (Filter, error) {
	f := Filter{words: words}
	all := keys()
	given := make([][]value, len(all))
	for _, word := range words {
		name, text, ok := strings.Cut(word, "=")
		if !ok || text == "" {
			return Filter{}, fmt.Errorf("a filter is KEY=VALUE, like rule=HYB3*, and not %q", word)
		}
		i := slices.IndexFunc(all, func(k key) bool { return k.name == name })
		if i < 0 {
			return Filter{}, &UnknownError{"key of findings", name, Keys()}
		}
		v := value{text: strings.ToLower(text), given: text}
		v.text, v.prefix = strings.CutSuffix(v.text, "*")
		if strings.Contains(v.text, "*") {
			return Filter{}, fmt.Errorf("in %q the * can stand at the end only", word)
		}
		if words := all[i].all; words != nil && !slices.ContainsFunc(words, v.matches) {
			return Filter{}, &UnknownError{name, text, words}
		}
		given[i] = append(given[i], v)
	}
	for i, values := range given {
		if len(values) > 0 {
			f.choices = append(f.choices, choice{all[i], values})
		}
	}
	return f, nil
}

// UnknownError is a word that is none of those that there are.
type UnknownError struct {
	// What the word should have been, and the Words that there are.
	What, Word string
	Words      []string
}

func (e *UnknownError) Error() string {
	return fmt.Sprintf("there is no %s %q; it is one of %s", e.What, e.Word, strings.Join(e.Words, ", "))
}

// IsZero tells that everything is shown.
func (f Filter) IsZero() bool { return len(f.words) == 0 }

// Compares tells that findings are chosen by how they differ from a base.
func (f Filter) Compares() bool { return len(f.valuesOf("change")) > 0 }

func (f Filter) valuesOf(key string) []value {
	for _, c := range f.choices {
		if c.name == key {
			return c.values
		}
	}
	return nil
}

// Known finds the rules and batches of the filter that do not exist: they would show nothing, as if all were well.
func (f Filter) Known(rules []*report.Rule, batches []string) error {
	var names []string
	for _, r := range rules {
		names = append(names, r.ID, r.Name)
	}
	for _, check := range []struct {
		name  string
		words []string
	}{{"rule", names}, {"batch", batches}} {
		for _, v := range f.valuesOf(check.name) {
			if !v.matchesOneOf(check.words) {
				return &UnknownError{check.name, v.given, check.words}
			}
		}
	}
	return nil
}

// Shows tells whether a finding matches.
func (f Filter) Shows(finding *report.Finding) bool {
	for _, c := range f.choices {
		texts := c.of(finding)
		if !slices.ContainsFunc(c.values, func(v value) bool { return v.matchesOneOf(texts) }) {
			return false
		}
	}
	return true
}

// Apply leaves the findings that match in a report, and those that are fixed. The summary stays that of the whole run.
func (f Filter) Apply(r *report.Report) {
	if f.IsZero() {
		return
	}
	hidden := func(finding *report.Finding) bool { return !f.Shows(finding) }
	all := len(r.Findings)
	r.Findings = slices.DeleteFunc(slices.Clone(r.Findings), hidden)
	r.Only = &report.Only{Filters: slices.Clone(f.words), Shown: len(r.Findings), Of: all}
	if c := r.Comparison; c != nil {
		c.Fixed = slices.DeleteFunc(slices.Clone(c.Fixed), hidden)
	}
	r.Problems = append(r.Problems, report.Problem{Severity: report.Note, Summary: "Only a part is shown", Detail: fmt.Sprintf(
		"This report has %d of %d findings, those with %s. The summary and the exit code are those of the whole run.", len(r.Findings), all, strings.Join(f.words, ", "))})
}
