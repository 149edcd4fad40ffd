package facts

import (
	"fmt"
	"strings"
)

// Description is something that rules of a scope can read.
type Description struct {
	// Path is how Rego names it: input.entry.permission, or
	// data.hybridlint.inference.entry.access_method.
	Path string
	// Type is boolean, number, date, text or inference.
	Type string
	// Words are all values that a text can have, empty for any other fact.
	Words []string
	// About is what an inference says, empty for any other fact.
	About string
}

// Describe lists a fact, or the members of one that is a set.
func (f *Fact) Describe() []Description {
	path := "input." + strings.Join(f.Path, ".")
	switch f.Kind {
	case boolFact, truthFact:
		return []Description{{Path: path, Type: "boolean"}}
	case numberFact:
		return []Description{{Path: path, Type: "number"}}
	case dateFact:
		return []Description{{Path: path, Type: "date"}}
	case SetFact:
		var members []Description
		for i := range f.Members() {
			members = append(members, Description{Path: path + "." + f.MemberName(i), Type: "boolean"})
		}
		return members
	default:
		return []Description{{Path: path, Type: "text", Words: f.Words[1:]}}
	}
}

// String is a fact as a line of a list.
func (f Description) String() string {
	switch {
	case len(f.Words) > 0:
		return fmt.Sprintf("%s  %s", f.Path, strings.Join(f.Words, " | "))
	case f.About != "":
		return fmt.Sprintf("%s  %s", f.Path, f.About)
	default:
		return fmt.Sprintf("%s  %s", f.Path, f.Type)
	}
}
