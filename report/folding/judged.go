package folding

import (
	"iter"

	"hybridlint/report"
)

// Judged is a report as people read it who judge a change: with a base, it has what is new or worse, and counts that alone. The
// rest follows behind it where it is asked for. Without a base it is the report itself.
func Judged(r *report.Report, o report.Options) *report.Report {
	if r.Comparison == nil {
		return r
	}
	judged := *r
	judged.Findings = judgedOf(r.Findings, o)
	if r.Scan != nil {
		judged.Scan = judgedOf(r.Scan, o)
	}
	if !o.ShowUnchanged {
		gating := r.Comparison.Gating
		judged.Summary.Errors, judged.Summary.Warnings, judged.Summary.Notes = gating.Errors, gating.Warnings, gating.Notes
	}
	return &judged
}

func judgedOf(findings iter.Seq[*report.Finding], o report.Options) iter.Seq[*report.Finding] {
	return func(yield func(*report.Finding) bool) {
		for f := range report.OrNone(findings) {
			if f.Change.Gates() && !yield(f) {
				return
			}
		}
		if !o.ShowUnchanged {
			return
		}
		for f := range report.OrNone(findings) {
			if !f.Change.Gates() && !yield(f) {
				return
			}
		}
	}
}
