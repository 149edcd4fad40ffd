package policies

import (
	"slices"

	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// about says whom and what a finding is about.
func (f *finding) about() report.About {
	c := f.subject.Concerns()
	about := report.About{Forest: f.forestConcerned(c)}
	if c.Batch != nil {
		about.Batch = c.Batch.Name
	}
	subjects.Describe(f.subject, &about)
	return about
}

// forestConcerned is that of the fold key, else the on-premises home of whom the finding is about.
func (f *finding) forestConcerned(c subjects.Concerns) string {
	if f.rule.Fold == report.FoldForest || f.rule.Fold == report.FoldHome {
		return f.foldKey()
	}
	for _, forest := range slices.Concat(c.Forests, f.forests) {
		if forest.OnPremises() {
			return f.subject.ForestNamed(forest)
		}
	}
	return ""
}
