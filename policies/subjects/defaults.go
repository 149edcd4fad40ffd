package subjects

import (
	"hybridlint/loader/model"
	"hybridlint/policies/facts"
	"hybridlint/report"
)

// Defaults is what most subjects have in common: no cmdlet argument of their own, nothing related,
// nothing to fold by.
type Defaults struct {
	Names
}

func (Defaults) Argument(string) (string, bool)               { return "", false }
func (Defaults) Literal(string) (string, bool)                { return "", false }
func (Defaults) Side(string, []model.ForestID) facts.Side     { return facts.OnPremisesSide }
func (Defaults) FoldKey(report.Fold, []model.ForestID) string { return "" }
func (Defaults) Related() []report.Related                    { return nil }
func (Defaults) Culprits() []string                           { return nil }
func (Defaults) Body() any                                    { return nil }

// LocateIn finds an attribute in a block, else its header.
func LocateIn(b *model.Block, at []string) report.Location {
	if len(at) == 0 || !b.Declares(at[0]) {
		return b.Location()
	}
	return b.Locate(at[0], -1)
}
