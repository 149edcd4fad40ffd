package report

import (
	"iter"
	"strings"
)

// found says how much a run found: "12 errors, 1 warning", or that it found nothing.
func found(s Summary) string {
	if all := severities(s.Errors, s.Warnings, s.Notes); all != "" {
		return all
	}
	return "No findings"
}

// looked says what a run looked at: "2 recipients and 1 grant in 3 files, checked against 104 rules".
func looked(s Summary) string {
	return count(s.Recipients, "recipient") + " and " + count(s.Grants, "grant") + " in " + count(s.Files, "file") +
		", checked against " + count(s.Rules, "rule")
}

// outcome are the sentences that tell how a run ended.
func outcome(r *Report) []string {
	said := []string{found(r.Summary) + ": " + looked(r.Summary) + "."}
	if n := r.Summary.Suppressed; n > 0 {
		said = append(said, count(n, "more finding")+" suppressed by exceptions and comments.")
	}
	if !r.Complete {
		said = append(said, "THE RUN WAS NOT COMPLETE: "+count(len(r.Problems), "problem")+
			". What could not be read or evaluated has not been checked.")
	}
	return said
}

// fixLines are the items of a fix as lines, each with where it is carried out. They are visible already.
func fixLines(fix []Remediation) []string {
	var lines []string
	for i, r := range fix {
		lead := remediationLead(fix, i)
		for l := range strings.SplitSeq(strings.TrimSpace(withIntro(r)), "\n") {
			lines = append(lines, lead+Visible(strings.TrimSpace(l)))
			lead = ""
		}
	}
	return lines
}

func withIntro(r Remediation) string {
	if r.Intro == "" {
		return r.Command + r.Text
	}
	return r.Intro + ":\n" + r.Command + r.Text
}

// detailLines are what a problem says beside its summary. They are visible already.
func detailLines(p *Problem) []string {
	if strings.TrimSpace(p.Detail) == "" {
		return nil
	}
	var lines []string
	for l := range strings.SplitSeq(strings.TrimSpace(p.Detail), "\n") {
		lines = append(lines, Visible(strings.TrimSpace(l)))
	}
	return lines
}

// worstFirst yields what is to be shown to people, folded, errors before warnings before notes before what is suppressed.
func worstFirst(r *Report, o Options) iter.Seq[entry] {
	findings, fold := shownFindings(r, o), newFolding(o.Fold)
	scanned := scanShown(r, o)
	for f := range scanned {
		fold.count(f)
	}
	fold.collect(scanned)
	return func(yield func(entry) bool) {
		for _, level := range []Severity{Error, Warning, Note, NoSeverity} {
			for e := range fold.shown(findings) {
				if e.counts() == level && !yield(e.told()) {
					return
				}
			}
		}
	}
}

// told is the entry with the texts of its finding.
func (e entry) told() entry {
	e.Told()
	return e
}

// counts is the severity that an entry counts as; none where it is suppressed.
func (e entry) counts() Severity {
	if e.Suppressed != nil {
		return NoSeverity
	}
	return e.worst()
}

// worst is the gravest severity of what an entry stands for.
func (e entry) worst() Severity {
	switch {
	case e.group == nil:
		return e.Severity
	case e.group.errors > 0:
		return Error
	case e.group.warnings > 0:
		return Warning
	default:
		return Note
	}
}

// alike says how many more findings an entry stands for, and where the first of them are; empty where it stands for
// itself. It is visible already.
func (e entry) alike() string {
	if e.group == nil {
		return ""
	}
	places := make([]string, 0, foldedPlaces)
	for _, p := range e.group.places[1:] {
		places = append(places, place(p))
	}
	text := count(e.group.size()-1, "more finding") + " like this, at " + list(places)
	if more := e.group.size() - len(e.group.places); more > 0 {
		text = count(e.group.size()-1, "more finding") + " like this, at " + strings.Join(places, ", ") + " and " + thousands(more) + " more"
	}
	return text
}

// title is how lists call a rule: its id and its name. It is visible already.
func (r *Rule) title() string { return Visible(r.ID + " " + r.Name) }

// suppressedBy tells by what a finding is suppressed, and why. It is visible already.
func suppressedBy(s *Suppression) string {
	return "suppressed by " + Visible(s.Kind) + " at " + place(s.Location) + ": " + Visible(s.Rationale)
}
