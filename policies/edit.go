package policies

import (
	"hybridlint/report"
)

// edits are what to write into the configuration, where that mends the finding: the attribute on which the finding lies
// is declared in the block itself, and nobody has carried the intention out yet.
func (f *finding) edits() []report.Edit {
	if len(f.rule.Edits) == 0 || f.existing || len(f.finding.At) != 1 {
		return nil
	}
	attribute := f.finding.At[0]
	block := f.subject.Block()
	e, ok := f.rule.Edits[attribute]
	if !ok || block == nil || !block.Declares(attribute) || block.Locate(attribute, -1) != f.location {
		return nil
	}
	text, ok := e.Value(f.text)
	if !ok {
		return nil
	}
	return []report.Edit{{Attribute: attribute, Location: f.location, Text: text}}
}
