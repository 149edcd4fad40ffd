package sarif

import (
	"slices"

	"hybridlint/report"
	"hybridlint/report/folding"
)

// sarifFix is an edit that a viewer offers to make: the SARIF viewer of Visual Studio Code as a quick fix, reviewdog as a
// suggested change.
type sarifFix struct {
	Description     sarifText             `json:"description"`
	ArtifactChanges []sarifArtifactChange `json:"artifactChanges"`
}

type sarifArtifactChange struct {
	ArtifactLocation sarifArtifactLocation `json:"artifactLocation"`
	Replacements     []sarifReplacement    `json:"replacements"`
}

type sarifReplacement struct {
	DeletedRegion   sarifRegion `json:"deletedRegion"`
	InsertedContent sarifText   `json:"insertedContent"`
}

// fixes are the different edits of a group.
func (run *sarifRun) fixes(group []folding.Entry) (fixes []sarifFix) {
	var made []report.Edit
	for _, e := range group[:min(len(group), maxMerged)] {
		for _, edit := range e.Edits {
			if !slices.Contains(made, edit) {
				made = append(made, edit)
				fixes = append(fixes, run.fix(edit))
			}
		}
	}
	return fixes
}

func (run *sarifRun) fix(e report.Edit) sarifFix {
	at := physicalLocation(run.r.Sources, e.Location, placeAlone)
	replacement := sarifReplacement{InsertedContent: sarifText{e.Text}}
	if at.Region != nil {
		replacement.DeletedRegion = *at.Region
	}
	return sarifFix{
		Description:     sarifText{"Declare " + e.Attribute + " = " + e.Text + "."},
		ArtifactChanges: []sarifArtifactChange{{at.ArtifactLocation, []sarifReplacement{replacement}}},
	}
}
