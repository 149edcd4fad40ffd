package folding

import (
	"slices"

	"hybridlint/report"
)

// Judged is a report as people read it who judge a change: with a base, it has what is new or worse, and counts that alone. The
// rest follows behind it where it is asked for. Without a base it is the report itself.
func Judged(r *report.Report, o report.Options) *report.Report {
	if r.Comparison == nil {
		return r
	}
	judged := *r
	var gating, rest []*report.Finding
	for _, f := range r.Findings {
		if f.Change.Gates() {
			gating = append(gating, f)
		} else {
			rest = append(rest, f)
		}
	}
	judged.Findings = gating
	if o.ShowUnchanged {
		judged.Findings = slices.Concat(gating, rest)
		return &judged
	}
	counts := r.Comparison.Gating
	judged.Summary.Errors, judged.Summary.Warnings, judged.Summary.Notes = counts.Errors, counts.Warnings, counts.Notes
	return &judged
}
