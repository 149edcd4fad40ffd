package text

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"hybridlint/report"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// PlanWriter writes planned waves for people: what each of them holds, splits and brings together, and what that costs.
type PlanWriter struct{}

// Write implements report.Writer.
func (PlanWriter) Write(w io.Writer, r *report.Report, o report.Options) error {
	return writeFramed(w, r, o, func(t *textWriter) {
		if r.Plan != nil {
			t.plan(r.Plan)
		}
	})
}

func (t *textWriter) plan(p *report.Plan) {
	for i := range p.Waves {
		t.planWave(p, &p.Waves[i])
	}
	t.begin()
	t.line(t.style.Bold("Plan "+visible.Text(p.Name)), ": ", wording.Count(len(p.Waves), "wave"), ", cost ", p.Cost.String(), planOpen(p))
	for _, a := range p.Alternatives {
		holds := ""
		if !a.Holds {
			holds = ", and does not keep to what you ask for"
		}
		t.line("  ", a.Name, ": ", a.Cost.String(), planShare(p.Cost, a.Cost), holds)
	}
	for _, names := range p.Apart {
		t.line("  not in one wave, as none holds them all: ", visible.Text(names))
	}
	if p.Changed > 0 {
		t.line("  ", wording.Count(p.Changed, "mailbox"), " on another day than a batch told, which costs ", p.ChangedCost.String())
	}
	t.planChecked(p)
	for _, b := range p.Breaches {
		t.line("  does not hold: ", visible.Text(b))
	}
	if p.Prices != nil {
		t.line("  what you ask for costs (one fast plan each, from this one):")
		for _, price := range p.Prices {
			t.line("    ", visible.Text(price.Constraint), ": ", price.Saves.String())
		}
	}
	t.planExplained(p.Explained)
	t.planWhatIf(p, p.WhatIf)
}

// planChecked tells what the verifier has looked for.
func (t *textWriter) planChecked(p *report.Plan) {
	switch left := p.Left; {
	case left != nil && left.With == "":
		t.line("  a step is left: moving ", visible.Text(left.Mailbox), " to ", visible.Text(left.To), " saves ", left.Saves.String())
	case left != nil:
		t.line("  a step is left: moving ", visible.Text(left.Mailbox), " to ", visible.Text(left.To), " in exchange for ", visible.Text(left.With),
			" saves ", left.Saves.String())
	case p.Partners > 0:
		t.line("  verified: no move of one mailbox makes it cheaper, and no exchange with one of the ", fmt.Sprint(p.Partners), " least attached of a wave")
	}
}

// planTorn tells of a pair that costs much.
func (t *textWriter) planTorn(x *report.PlanTorn) {
	end := func(e *report.PlanEnd, there string) string {
		not := ""
		if e.Not != "" {
			not = " (it " + e.Not + ")"
		}
		return fmt.Sprintf("moving %s to %s %s%s", visible.Text(e.Name), visible.Text(there), planMore(e.More), not)
	}
	m, d := &x.Mailbox, &x.Delegate
	t.line(fmt.Sprintf("  %s is in %s with %d of the %d it shares entries with; %s is in %s with %d of %d; apart they cost %s: ",
		visible.Text(m.Name), visible.Text(m.Wave), m.With, m.Of, visible.Text(d.Name), visible.Text(d.Wave), d.With, d.Of, x.Cost),
		end(d, m.Wave), ", ", end(m, d.Wave))
}

func planOpen(p *report.Plan) string {
	split, heals := p.OpenAtStart, 0
	for i := range p.Waves {
		split += p.Waves[i].Split
		heals += p.Waves[i].Heals
	}
	text := fmt.Sprintf(". Open at the start %d + come apart %d - come together %d = open at the end %d", p.OpenAtStart, split-p.OpenAtStart, heals, p.OpenAtEnd)
	if p.AtStart != 0 {
		text += "; what is apart at the start costs " + p.AtStart.String()
	}
	return text
}

func planShare(cost, other report.Cost) string {
	if other <= 0 {
		return ""
	}
	return fmt.Sprintf(" (this plan is %d.%03d of it)", int64(cost/other), int64(cost%other)*1000/int64(other))
}

func (t *textWriter) planWave(p *report.Plan, w *report.PlanWave) {
	days := func(until string) int { return p.DaysUntil(w, until) }
	t.begin()
	held := []string{planHeld(w.Held[0], w.Most[0], "mailboxes")}
	for d, unit := range []string{"", "GB", "items"} {
		if d > 0 && w.Held[d] > 0 {
			held = append(held, planHeld(w.Held[d], w.Most[d], unit))
		}
	}
	t.line(t.style.Bold(visible.Text(w.Name)), ", ", w.Date, ": ", strings.Join(held, ", "), ". ",
		fmt.Sprint(w.Split), " pairs come apart, ", fmt.Sprint(w.Heals), " heal, ", fmt.Sprint(w.Together), " stay together.")
	if w.Cost != 0 || len(w.Breaks) > 0 {
		t.planBreaks(w, days)
	}
	for i := range w.Torn {
		t.planTorn(&w.Torn[i])
	}
	for _, line := range planFixes(w.Fixes) {
		t.line("  run before: ", line)
	}
}

func planHeld(held, most int64, unit string) string {
	if most == 0 {
		return fmt.Sprintf("%d %s", held, unit)
	}
	return fmt.Sprintf("%d of %d %s", held, most, unit)
}

// planBreaks tells the breaks by the wave that ends them, the next one first.
func (t *textWriter) planBreaks(w *report.PlanWave, days func(until string) int) {
	var untils []string
	byUntil := map[string][]string{}
	errors := 0
	for _, b := range w.Breaks {
		if b.Severity == report.Error {
			errors += b.Entries
		}
		if byUntil[b.Until] == nil {
			untils = append(untils, b.Until)
		}
		byUntil[b.Until] = append(byUntil[b.Until], fmt.Sprintf("%d × %s (%s, %s)", b.Entries, b.Rule.Name, b.Rule.ID, b.Severity))
	}
	slices.SortStableFunc(untils, func(a, b string) int { return cmp.Compare(days(a), days(b)) })
	for _, until := range untils {
		lead := fmt.Sprintf("  breaks until %s (%s): ", visible.Text(until), wording.Count(days(until), "day"))
		if until == "" {
			lead = "  breaks for good: "
		}
		t.line(lead, strings.Join(byUntil[until], ", "))
	}
	tail := "no error"
	if errors > 0 {
		tail = wording.Count(errors, "error")
	}
	t.line("  cost ", w.Cost.String(), "; ", tail)
}

// planFixes counts the fixes by rule and command.
func planFixes(fixes []*report.Finding) []string {
	counted := map[string]int{}
	for _, f := range fixes {
		name := f.Rule.Name
		for _, r := range f.Remediation {
			if r.Command != "" {
				name, _, _ = strings.Cut(r.Command, " ")
				break
			}
		}
		counted[name+" ("+f.Rule.ID+")"]++
	}
	var lines []string
	for name, n := range counted {
		lines = append(lines, fmt.Sprintf("%d × %s", n, visible.Text(name)))
	}
	slices.Sort(lines)
	return lines
}

func (t *textWriter) planExplained(e *report.PlanExplanation) {
	if e == nil {
		return
	}
	t.begin()
	t.line(t.style.Bold(visible.Text(e.Mailbox)), " is in ", visible.Text(e.Wave), ".")
	for _, n := range e.Neighbours {
		t.line("  with ", visible.Text(n.Name), " (", visible.Text(n.Wave), "): ", strings.Join(n.Rules, ", "), " while they are apart")
	}
	for _, c := range e.Choices {
		not := ""
		if c.Not != "" {
			not = "; it " + visible.Text(c.Not)
		}
		t.line("  moving it to ", visible.Text(c.Wave), ": ", planMore(c.More), not)
	}
}

func planMore(c report.Cost) string {
	if c >= 0 {
		return "+" + c.String()
	}
	return c.String()
}

func (t *textWriter) planWhatIf(p *report.Plan, w *report.PlanWhatIf) {
	if w == nil {
		return
	}
	t.begin()
	t.line("Moving ", t.style.Bold(visible.Text(w.Mailbox)), " from ", visible.Text(w.From), " to ", visible.Text(w.To), ": ", planMore(w.More))
	for _, b := range w.Breaches {
		t.line("  does not hold: ", visible.Text(b))
	}
	for i := range w.Waves {
		t.planWave(p, &w.Waves[i])
	}
}
