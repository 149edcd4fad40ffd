package policies

import (
	"fmt"
	"regexp"
	"strconv"

	"hybridlint/report"
)

// Where a configuration says what somebody intends, and not what a server has, another value can be the whole fix. A rule
// names it under `edits`: by attribute, what is to be declared instead.

// edit is the value of an attribute, as HCL.
type edit struct {
	literal string    // of a bool
	word    *template // of a string
}

// plainWord is what can stand in quotes as it is, in HCL and elsewhere.
var plainWord = regexp.MustCompile(`^[0-9A-Za-z_-]+$`)

func (r *rule) parseEdits(known func(name string) bool) error {
	r.edits = map[string]edit{}
	for attribute, value := range r.metadata.Edits {
		switch value := value.(type) {
		case bool:
			r.edits[attribute] = edit{literal: strconv.FormatBool(value)}
		case string:
			t, err := parseTemplate(value, known)
			if err != nil {
				return fmt.Errorf("edits: %w", err)
			}
			r.edits[attribute] = edit{word: t}
		default:
			return fmt.Errorf("edits: %s is neither a string nor a bool", attribute)
		}
	}
	return nil
}

// edits are what to write into the configuration, where that mends the finding: the attribute on which the finding lies
// is declared in the block itself, and nobody has carried the intention out yet.
func (f *finding) edits() []report.Edit {
	if len(f.rule.edits) == 0 || f.existing || len(f.finding.at) != 1 {
		return nil
	}
	attribute := f.finding.at[0]
	block := f.subject.block()
	e, ok := f.rule.edits[attribute]
	if !ok || block == nil || !block.Declares(attribute) || block.Locate(attribute, -1) != f.location {
		return nil
	}
	text := e.literal
	if e.word != nil {
		word := e.word.render(f.text)
		if !plainWord.MatchString(word) {
			return nil
		}
		text = `"` + word + `"`
	}
	return []report.Edit{{Attribute: attribute, Location: f.location, Text: text}}
}
