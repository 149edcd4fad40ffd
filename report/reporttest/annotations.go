package reporttest

import (
	"fmt"
	"slices"
	"strings"

	"hybridlint/report"
	"hybridlint/report/ci"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// Unescaped replaces each first of a pair by the second.
func Unescaped(text string, pairs ...string) string {
	return strings.NewReplacer(pairs...).Replace(text)
}

// ExpectedAnnotations are the annotations of a report without folding, in short.
func ExpectedAnnotations(r *report.Report) []string {
	var want []string
	add := func(kind string, at report.Location, message string) {
		message = wording.Clip(visible.Text(message), ci.MaxMessage)
		if at.IsZero() {
			want = append(want, kind+" :: "+message)
			return
		}
		want = append(want, fmt.Sprintf("%s %s:%d:%d %s", kind, visible.Text(at.File), at.Start.Line, at.Start.Column, message))
	}
	for _, p := range r.Problems {
		add("error", p.Location, p.Summary)
	}
	for _, f := range r.Findings {
		kind := f.Severity.String()
		if f.Suppressed != nil || f.Severity == report.Note {
			kind = "notice"
		}
		add(kind, f.Location, f.Message)
	}
	slices.Sort(want)
	return want
}
