package metadata

import (
	"fmt"
	"regexp"
	"strconv"
)

// Where a configuration says what somebody intends, and not what a server has, another value can be
// the whole fix. A rule names it under `edits`: by attribute, what is to be declared instead.

// Edit is the value of an attribute, as HCL.
type Edit struct {
	literal string    // of a bool
	word    *Template // of a string
}

// plainWord is what can stand in quotes as it is, in HCL and elsewhere.
var plainWord = regexp.MustCompile(`^[0-9A-Za-z_-]+$`)

func (r *Rule) parseEdits(known func(name string) bool) error {
	r.Edits = map[string]Edit{}
	for attribute, value := range r.Metadata.Edits {
		switch value := value.(type) {
		case bool:
			r.Edits[attribute] = Edit{literal: strconv.FormatBool(value)}
		case string:
			t, err := parseTemplate(value, known)
			if err != nil {
				return fmt.Errorf("edits: %w", err)
			}
			r.Edits[attribute] = Edit{word: t}
		default:
			return fmt.Errorf("edits: %s is neither a string nor a bool", attribute)
		}
	}
	return nil
}

// Value is what to write, as HCL; ok is false where the word that a rule makes of values cannot
// stand in quotes.
func (e Edit) Value(value func(placeholder string) string) (hcl string, ok bool) {
	if e.word == nil {
		return e.literal, true
	}
	word := e.word.Render(value)
	return `"` + word + `"`, plainWord.MatchString(word)
}
