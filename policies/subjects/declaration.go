package subjects

import (
	"cmp"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/organization"
	"hybridlint/report"
)

// DelegateOf is where an entry names its delegate.
func DelegateOf(e *organization.Entry) report.Location {
	return Entry{Entry: e}.Locate([]string{"delegate"}, nil)
}

// ComparePlaces is the order of files, lines and columns.
func ComparePlaces(a, b report.Location) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Start.Line, b.Start.Line),
		cmp.Compare(a.Start.Column, b.Start.Column),
	)
}

// Declaration is an entry that was declared before.
type Declaration struct {
	Entry
	First report.Location
	// Title describes the entry alike whichever of the declarations comes first: they may write
	// names and folders otherwise.
	Title string
}

func (s Declaration) Related() []report.Related {
	return append(
		[]report.Related{{Message: "the entry is declared here first", Location: s.First}},
		s.Entry.Related()...)
}

func (s Declaration) Describe() string { return s.Title }

// Text names the delegate as it is declared, as either entry may write it otherwise.
func (s Declaration) Text(name string, forests []model.ForestID) string {
	if name != "delegate" {
		return s.Entry.Text(name, forests)
	}
	if id := s.Trustee().Recipient; id != model.NoRecipient {
		return s.Name(id)
	}
	return strings.ToLower(s.Trustee().Text)
}
