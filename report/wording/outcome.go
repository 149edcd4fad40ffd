package wording

import (
	"strings"

	"hybridlint/report"
	"hybridlint/report/visible"
)

// Found says how much a run found: "12 errors, 1 warning", or that it found nothing.
func Found(s report.Summary) string {
	if all := Severities(s.Errors, s.Warnings, s.Notes); all != "" {
		return all
	}
	return "No findings"
}

// Looked says what a run looked at: "2 recipients and 1 grant in 3 files, checked against 104 rules".
func Looked(s report.Summary) string {
	return Count(s.Recipients, "recipient") + " and " + Count(s.Grants, "grant") + " in " + Count(s.Files, "file") +
		", checked against " + Count(s.Rules, "rule")
}

// Outcome are the sentences that tell how a run ended.
func Outcome(r *report.Report) []string {
	said := append([]string{Found(r.Summary) + ": " + Looked(r.Summary) + "."}, About(r)...)
	if r.Comparison != nil && r.Complete {
		said = append(said, Sentence(Against(r.Comparison)))
		said = append(said, compared(r.Comparison)...)
	}
	if n := r.Summary.Suppressed; n > 0 {
		said = append(said, Count(n, "more finding")+" suppressed by exceptions and comments.")
	}
	if !r.Complete {
		said = append(said, "THE RUN WAS NOT COMPLETE: "+Count(len(r.Problems), "problem")+
			". What could not be read or evaluated has not been checked.")
	}
	return said
}

// compared are the sentences about what a change loosens and hides.
func compared(c *report.Comparison) []string {
	var said []string
	for i := range c.Relaxed {
		said = append(said, "This change relaxes: "+RelaxedLine(&c.Relaxed[i])+".")
	}
	if would := WouldBe(c); would != "" {
		said = append(said, would)
	}
	waivers := Waivers(c)
	for i := range waivers {
		said = append(said, "This change waives: "+WaiverLine(&waivers[i])+".")
	}
	return said
}

// DetailLines are what a problem says beside its summary. They are visible already.
func DetailLines(p *report.Problem) []string {
	if strings.TrimSpace(p.Detail) == "" {
		return nil
	}
	var lines []string
	for l := range strings.SplitSeq(strings.TrimSpace(p.Detail), "\n") {
		lines = append(lines, visible.Text(strings.TrimSpace(l)))
	}
	return lines
}

// RuleTitle is how lists call a rule: its id and its name. It is visible already.
func RuleTitle(r *report.Rule) string { return visible.Text(r.ID + " " + r.Name) }

// SuppressedBy tells by what a finding is suppressed, and why. It is visible already.
func SuppressedBy(s *report.Suppression) string {
	return "suppressed by " + visible.Text(s.Kind) + " at " + Place(s.Location) + ": " + visible.Text(s.Rationale)
}
