package json

import (
	"hybridlint/report"
	"hybridlint/report/stream"
)

// jsonChange is what a finding says beside everything else where there is a base.
type jsonChange struct {
	Change    string        `json:"change"`
	Was       *string       `json:"was"`
	RuleIsNew bool          `json:"rule_is_new"`
	Because   []jsonRelated `json:"because"`
}

// jsonChangeOf is nil where there is no base.
func jsonChangeOf(f *report.Finding) *jsonChange {
	if f.Change == report.NoChange {
		return nil
	}
	c := &jsonChange{Change: f.Change.String(), RuleIsNew: f.RuleIsNew, Because: []jsonRelated{}}
	if f.Was != report.NoSeverity {
		was := f.Was.String()
		c.Was = &was
	}
	for _, b := range f.Because {
		c.Because = append(c.Because, jsonRelated{b.Message, jsonLocationOf(b.Location)})
	}
	return c
}

// jsonChanged counts changes.
type jsonChanged struct {
	New       int `json:"new"`
	Worse     int `json:"worse"`
	Better    int `json:"better"`
	Unchanged int `json:"unchanged"`
	Fixed     int `json:"fixed"`
	RuleIsNew int `json:"rule_is_new"`
}

type jsonBase struct {
	Revision *string `json:"revision"`
	File     *string `json:"file"`
}

type jsonDeclaration struct {
	Change     string          `json:"change"`
	Block      string          `json:"block"`
	Name       string          `json:"name"`
	Text       string          `json:"text"`
	Attributes []jsonAttribute `json:"attributes"`
	Location   *jsonLocation   `json:"location"`
	// Hides is there for exceptions and comments only.
	Hides *int `json:"hides,omitempty"`
}

type jsonAttribute struct {
	Name string  `json:"name"`
	Was  *string `json:"was"`
	Now  *string `json:"now"`
}

type jsonRelaxed struct {
	What     string        `json:"what"`
	WouldBe  *jsonCounts   `json:"would_be"`
	Location *jsonLocation `json:"location"`
}

type jsonCounts struct {
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Notes      int `json:"notes"`
	Suppressed int `json:"suppressed"`
}

// orNull is null for an empty text.
func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// writeComparison writes what is there with a base only.
func writeComparison(s *stream.JSON, c *report.Comparison) {
	if c == nil {
		return
	}
	s.Member("  ", "base", jsonBase{orNull(c.Base.Revision), orNull(c.Base.File)})
	changes := map[string][]jsonDeclaration{}
	for _, kind := range report.DeclarationKinds() {
		changes[string(kind)] = []jsonDeclaration{}
	}
	for i := range c.Declarations {
		d := &c.Declarations[i]
		changes[string(d.Kind)] = append(changes[string(d.Kind)], jsonDeclarationOf(d))
	}
	s.Member("  ", "changes", changes)
	relaxed := []jsonRelaxed{}
	for _, x := range c.Relaxed {
		r := jsonRelaxed{What: x.What, Location: jsonLocationOf(x.Location)}
		if w := x.WouldBe; w != nil {
			r.WouldBe = &jsonCounts{w.Errors, w.Warnings, w.Notes, w.Suppressed}
		}
		relaxed = append(relaxed, r)
	}
	s.Member("  ", "relaxed", relaxed)
	s.Raw(`  "fixed": `)
	s.Array("  ", func(element func(any)) {
		for _, f := range c.Fixed {
			element(jsonFindingOf(f))
		}
	})
	s.Raw(",\n")
}

func jsonDeclarationOf(d *report.DeclarationChange) jsonDeclaration {
	j := jsonDeclaration{Change: d.Change, Block: d.Block, Name: d.Name, Text: d.Sentence(), Attributes: []jsonAttribute{}, Location: jsonLocationOf(d.Location)}
	for _, a := range d.Attributes {
		j.Attributes = append(j.Attributes, jsonAttribute{a.Name, orNull(a.Was), orNull(a.Now)})
	}
	if d.Kind == report.ExceptionDeclaration {
		j.Hides = &d.Hides
	}
	return j
}
