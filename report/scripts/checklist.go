package scripts

import (
	"fmt"
	"slices"
	"strings"

	"hybridlint/report"
	"hybridlint/report/markdown"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// checklist is the file for people: which scripts there are, in which order, and what no script does.
func (w *work) checklist(r *report.Report, names map[place]string) string {
	var b strings.Builder
	b.WriteString("# From findings to done\n\n")
	if r.Only != nil {
		fmt.Fprintf(&b, "Only findings with %s: %d of %d.\n\n", markdown.EscapedText(strings.Join(r.Only.Filters, ", ")), r.Only.Shown, r.Only.Of)
	}
	if len(w.steps) == 0 && len(w.tasks) == 0 {
		b.WriteString("Nothing is to be done.\n")
	}
	w.listScripts(&b, names)
	w.listTasks(&b)
	w.listByHand(&b, names)
	if len(w.without) > 0 {
		b.WriteString("## Findings without a fix\n\n")
		listFindings(&b, "", w.without)
		b.WriteString("\n")
	}
	return b.String()
}

func (w *work) listScripts(b *strings.Builder, names map[place]string) {
	if len(w.steps) == 0 {
		return
	}
	b.WriteString("Read the scripts, run each with `-WhatIf`, then without. In this order; wait for the synchronization between on-premises and the cloud.\n\n")
	for _, p := range w.places() {
		runs, hand := w.count(p)
		fmt.Fprintf(b, "- [ ] `%s.ps1` in %s: %s", names[p], markdown.EscapedText(p.title()), wording.Count(runs, "step"))
		if hand > 0 {
			fmt.Fprintf(b, ", %d by hand", hand)
		}
		if slices.ContainsFunc(w.steps[p], (*step).restorable) {
			fmt.Fprintf(b, "; `restore-%s.ps1` takes it back", names[p])
		}
		b.WriteString("\n")
	}
	b.WriteString("\n")
}

func (w *work) listTasks(b *strings.Builder) {
	tasks := slices.Clone(w.tasks)
	slices.SortStableFunc(tasks, func(x, y *task) int { return x.place.compare(y.place) })
	var at place
	for i, t := range tasks {
		if i == 0 || t.place != at {
			at = t.place
			title := at.where.System()
			if at.forest != "" {
				title += ", forest " + at.forest
			}
			fmt.Fprintf(b, "## %s\n\n", markdown.EscapedText(title))
		}
		fmt.Fprintf(b, "- [ ] %s\n", markdown.EscapedText(t.text))
		listFindings(b, "  ", t.findings)
		if i+1 == len(tasks) || tasks[i+1].place != at {
			b.WriteString("\n")
		}
	}
}

// listByHand is what stands in the scripts as a comment.
func (w *work) listByHand(b *strings.Builder, names map[place]string) {
	begun := false
	for _, p := range w.places() {
		for _, s := range w.steps[p] {
			if s.byHand == "" {
				continue
			}
			if !begun {
				begun = true
				b.WriteString("## Commands to complete and run by hand\n\n")
			}
			fmt.Fprintf(b, "- [ ] `%s.ps1`, %d. %s\n", names[p], s.number, markdown.EscapedText(s.byHand))
			for _, intro := range s.intros {
				fmt.Fprintf(b, "  - %s:\n", markdown.EscapedText(intro))
			}
			for _, command := range s.commands {
				fmt.Fprintf(b, "  - %s\n", markdown.Code(command))
				for _, name := range placeholders(command) {
					fmt.Fprintf(b, "    - %s: %s\n", markdown.Code(name), markdown.EscapedText(lookup(name)))
				}
			}
			listFindings(b, "  ", s.findings)
		}
	}
	if begun {
		b.WriteString("\n")
	}
}

func listFindings(b *strings.Builder, indent string, findings []*report.Finding) {
	for _, f := range findings {
		fmt.Fprintf(b, "%s- %s %s: %s\n", indent, markdown.EscapedText(wording.RuleTitle(f.Rule)), markdown.EscapedText(visible.Text(wording.Place(f.Location))), markdown.EscapedText(f.Message))
	}
}
