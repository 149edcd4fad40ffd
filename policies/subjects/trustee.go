package subjects

import (
	"hybridlint/loader/model"
)

// Trustee is an entry whose delegate is no declared recipient.
type Trustee struct {
	Entry
}

func (s Trustee) Text(name string, forests []model.ForestID) string {
	if name == "trustee" {
		return s.Trustee().Text
	}
	return s.Entry.Text(name, forests)
}

func (s Trustee) Argument(name string) (string, bool) {
	if name == "trustee" {
		return s.Trustee().Text, true
	}
	return s.Entry.Argument(name)
}
