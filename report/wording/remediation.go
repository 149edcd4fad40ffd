package wording

import (
	"strings"

	"hybridlint/report"
	"hybridlint/report/visible"
)

// FixLines are the items of a fix as lines, each with where it is carried out. They are visible already.
func FixLines(fix []report.Remediation) []string {
	var lines []string
	for i, r := range fix {
		lead := FixLead(fix, i)
		for l := range strings.SplitSeq(strings.TrimSpace(withIntro(r)), "\n") {
			lines = append(lines, lead+visible.Text(strings.TrimSpace(l)))
			lead = ""
		}
	}
	return lines
}

func withIntro(r report.Remediation) string {
	if r.Intro == "" {
		return r.Command + r.Text
	}
	return r.Intro + ":\n" + r.Command + r.Text
}

// FixLead says whether an item is the first, a step after others or another way, and where it is carried out. It
// is empty for a step at the place of the one before it.
func FixLead(fix []report.Remediation, i int) string {
	r := fix[i]
	place := r.Where.System()
	if r.Command != "" {
		place = r.Where.Title()
	}
	switch {
	case i == 0:
		return "fix in " + visible.Text(place) + ": "
	case r.Alternative:
		return "or in " + visible.Text(place) + ": "
	case fix[i-1].Where != r.Where:
		return "then in " + visible.Text(place) + ": "
	default:
		return ""
	}
}
