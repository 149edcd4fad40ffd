package wording

import (
	"fmt"
	"strings"

	"hybridlint/report"
	"hybridlint/report/visible"
)

// WithoutEffect tells that a change alters nothing that anybody is to look at: no finding, no setting that judges it, and no waiver.
func WithoutEffect(r *report.Report) bool {
	c := r.Comparison
	if c == nil || !r.Complete || len(c.Relaxed) > 0 || len(Waivers(c)) > 0 {
		return false
	}
	return c.Changed.New+c.Changed.Worse+c.Changed.Better+c.Changed.Fixed == 0
}

// Against says how a run differs from its base: "1 new, 2 worse, 1 better, 2 fixed, 38 unchanged against 0123456789ab".
func Against(c *report.Comparison) string {
	n := c.Changed
	var parts []string
	for _, p := range []struct {
		n    int
		word string
	}{{n.New, "new"}, {n.Worse, "worse"}, {n.Better, "better"}, {n.Fixed, "fixed"}, {n.Unchanged, "unchanged"}} {
		if p.n > 0 {
			parts = append(parts, Thousands(p.n)+" "+p.word)
		}
	}
	if len(parts) == 0 {
		parts = []string{"no findings before or after"}
	}
	said := strings.Join(parts, ", ") + " against " + visible.Text(c.Base.Name())
	if n.RuleIsNew > 0 {
		said += fmt.Sprintf(" (%s of the unchanged by rules that did not run for it, so that nobody knows whether they are new)", Thousands(n.RuleIsNew))
	}
	if len(c.Base.Others) > 0 {
		said += ", the newest of " + Thousands(len(c.Base.Others)+1) + " merge bases"
	}
	return said
}

// NothingChanges is the report of a change without effect.
func NothingChanges(r *report.Report) string {
	return strings.Join(append([]string{"Nothing changes: " + Against(r.Comparison) + "; " + Looked(r.Summary) + "."}, Settings(r.Settings)...), " ")
}

// ChangeLabel is what stands before the level of a finding: "new ", or "worse " with its level in the base behind it. It is empty where there is no base.
func ChangeLabel(f *report.Finding) string {
	switch f.Change {
	case report.NoChange:
		return ""
	case report.Worse, report.Better:
		return f.Change.String() + " (was " + f.Was.String() + ") "
	default:
		return f.Change.String() + " "
	}
}

// Waivers are the exceptions and comments that a change adds or alters.
func Waivers(c *report.Comparison) []report.DeclarationChange {
	var waivers []report.DeclarationChange
	for _, d := range c.Declarations {
		if d.Kind == report.ExceptionDeclaration && d.Change != report.Removed {
			waivers = append(waivers, d)
		}
	}
	return waivers
}

// WaiverLine says of a waiver what it hides. It is visible already.
func WaiverLine(d *report.DeclarationChange) string {
	return Place(d.Location) + ": " + visible.Text(d.Sentence()) + ", which hides " + Count(d.Hides, "finding")
}

// RelaxedLine says of a setting how it changes and what the run would be by it. It is visible already.
func RelaxedLine(x *report.Relaxed) string {
	line := visible.Text(x.What)
	if !x.Location.IsZero() {
		line = Place(x.Location) + ": " + line
	}
	return line
}

// WouldBe says what a run would have found by the change's own settings; empty where it does not change them.
func WouldBe(c *report.Comparison) string {
	for _, x := range c.Relaxed {
		if s := x.WouldBe; s != nil {
			return "By them the run would have " + lowerFirst(Found(*s)) + ". They apply from the next change on."
		}
	}
	return ""
}

func lowerFirst(text string) string { return strings.ToLower(text[:1]) + text[1:] }

// DeclarationLine is one line of what changes. It is visible already.
func DeclarationLine(d *report.DeclarationChange) string {
	line := visible.Text(d.Sentence())
	if d.Location.IsZero() {
		return line
	}
	if d.Change == report.Removed {
		return line + ", was at " + Place(d.Location)
	}
	return Place(d.Location) + ": " + line
}

// BecauseLines name the changed declarations behind a finding. They are visible already.
func BecauseLines(f *report.Finding) []string {
	var lines []string
	for _, b := range f.Because {
		lines = append(lines, "because "+visible.Text(b.Message)+", "+Place(b.Location))
	}
	return lines
}

// ChangeNote is what stands before the message of a finding that is new or worse; empty for others.
func ChangeNote(f *report.Finding) string {
	if f.Change == report.NoChange {
		return ""
	}
	return strings.TrimSpace(ChangeLabel(f)) + ": "
}
