package scripts

import (
	_ "embed" // the parts of the scripts that are always the same
	"fmt"
	"regexp"
	"slices"
	"strings"

	"hybridlint/report"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// File is a file to write; its name has no folder.
type File struct {
	Name, Text string
	// Place is where a script changes something; empty for what takes a script back and for the checklist.
	Place string
	// Steps is how many steps a script carries out, of the checklist how many tasks no script does. ByHand is how many a script has as
	// comments, since something has to be looked up first.
	Steps, ByHand int
}

// Mark begins every script, so that a later run knows what an earlier one has written.
const Mark = "\ufeff# Written by hybridlint fix."

// Checklist is the name of the file for people.
const Checklist = "checklist.md"

//go:embed begin.ps1
var beginning string

//go:embed fix.ps1
var fixing string

//go:embed restore.ps1
var restoring string

// Files carry the findings of a report out. The same report gives the same bytes.
func Files(r *report.Report) []File {
	w := workOf(r)
	names := w.names()
	var files []File
	for _, p := range w.places() {
		steps, byHand := w.count(p)
		files = append(files, File{Name: names[p] + ".ps1", Text: script(w.fix(p, names[p])), Place: p.title(), Steps: steps, ByHand: byHand})
		if slices.ContainsFunc(w.steps[p], (*step).restorable) {
			files = append(files, File{Name: "restore-" + names[p] + ".ps1", Text: script(w.restore(p, names[p]))})
		}
	}
	return append(files, File{Name: Checklist, Text: w.checklist(r, names), Steps: len(w.tasks)})
}

// script is a text as Windows PowerShell reads it: without the mark it takes UTF-8 for the codepage of the country.
func script(text string) string {
	return "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")
}

func (p place) title() string {
	if p.forest != "" {
		return p.where.Title() + ", forest " + visible.Text(p.forest)
	}
	return p.where.Title()
}

var notInNames = regexp.MustCompile(`[^a-z0-9]+`)

// names are those of the scripts, without extension; no two are the same.
func (w *work) names() map[place]string {
	names, taken := map[place]string{}, map[string]bool{}
	for _, p := range w.places() {
		name := strings.ReplaceAll(string(p.where), "_", "-")
		if p.where.OnPremises() {
			name = strings.TrimSuffix(name, "-on-premises") + "-" + strings.Trim(notInNames.ReplaceAllString(strings.ToLower(p.forest), "-"), "-")
			name = strings.TrimSuffix(name[:min(len(name), 60)], "-")
		}
		if p.where == report.ExchangeOnPremises && p.forest == "" {
			name = "exchange-on-premises"
		}
		for unique, n := name, 2; ; n++ {
			if !taken[unique] {
				names[p], taken[unique] = unique, true
				break
			}
			unique = fmt.Sprintf("%s-%d", name, n)
		}
	}
	return names
}

// comment is a text of strangers in lines of comments. Three blanks keep it from being anything else, like the mark of a signature.
func comment(b *strings.Builder, text string) {
	for _, line := range wording.Wrap(visible.Text(text), 120) {
		fmt.Fprintf(b, "#   %s\n", line)
	}
}

// how is what every command has that changes something.
const how = " -WhatIf:$WhatIf -Confirm:$Ask"

// carried is a command as a script carries it out: whether it asks is for the script to say.
func carried(text string) string {
	if strings.Contains(text, how) {
		return text
	}
	return quotedLists(strings.TrimSuffix(text, " -Confirm:$false")) + how
}

// header says what a script is, and gives its values to what is always the same.
func header(b *strings.Builder, p place, name, about string) {
	fmt.Fprintf(b, "%s Read it before you run it.\n#\n# %s: %s\n#\n", strings.TrimPrefix(Mark, "\ufeff"), p.title(), about)
	forms := [][2]string{
		{"-WhatIf", "says what it would do, and changes nothing"},
		{"", "asks before what cannot be taken back"},
		{"-Confirm", "asks before every change"},
		{"-Confirm:$false", "never asks"},
	}
	saved, restores := strings.CutPrefix(name, "restore-")
	if restores {
		forms = slices.Delete(forms, 1, 3)
		forms = slices.Insert(forms, 1, [2]string{"", "asks before every change"})
	}
	for _, form := range forms {
		fmt.Fprintf(b, "#   .\\%-60s %s\n", strings.TrimSpace(name+".ps1 "+form[0]), form[1])
	}
	b.WriteString("#\n# The transcript is written beside the script. The exit code is 1 where something failed.\n#Requires -Version 5.1\n")
	b.WriteString("[CmdletBinding(SupportsShouldProcess = $true)]\nparam()\n")
	fmt.Fprintf(b, "$Place = %s\n$Name = '%s'\n$SavedName = '%s.saved.xml'\n$Side = '%s'\n", quoted(p.title()), name, saved, p.where)
	b.WriteString(beginning)
}

// fix is the script that carries the steps of a place out.
func (w *work) fix(p place, name string) string {
	var b strings.Builder
	header(&b, p, name, "carries out what the findings ask for.")
	b.WriteString(fixing)
	b.WriteString("try {\n")
	group := topic(-1)
	for _, s := range w.steps[p] {
		if s.topic != group {
			group = s.topic
			fmt.Fprintf(&b, "\n# ======== %s ========\n", group)
		}
		s.fix(&b)
	}
	_, byHand := w.count(p)
	fmt.Fprintf(&b, "\n} finally {\n    Stop-Work %d\n}\nexit $ExitCode\n", byHand)
	return b.String()
}

// count is how many steps the script of a place carries out, and how many it leaves to people.
func (w *work) count(p place) (steps, byHand int) {
	for _, s := range w.steps[p] {
		if s.byHand != "" {
			byHand++
		} else {
			steps++
		}
	}
	return steps, byHand
}

// about is the step's findings and what comes before it, as comments.
func (s *step) about(b *strings.Builder) {
	fmt.Fprintf(b, "\n# %d.\n", s.number)
	for _, f := range s.findings {
		fmt.Fprintf(b, "# %s, %s at %s\n", wording.RuleTitle(f.Rule), f.Severity, wording.Place(f.Location))
		comment(b, f.Message)
	}
	for _, text := range s.elsewhere {
		b.WriteString("# Before it:\n")
		comment(b, text)
	}
	for _, text := range s.intros {
		b.WriteString("# What it is for:\n")
		comment(b, text)
	}
}

func (s *step) fix(b *strings.Builder) {
	s.about(b)
	switch {
	case s.byHand != "":
		fmt.Fprintf(b, "# By hand: %s\n", s.byHand)
		for _, text := range s.first {
			b.WriteString("# First:\n")
			comment(b, text)
		}
		for _, command := range s.commands {
			fmt.Fprintf(b, "#   %s\n", visible.Text(command))
			for _, name := range placeholders(command) {
				comment(b, strings.TrimSpace(name+": "+lookup(name)))
			}
		}
	case s.reads:
		fmt.Fprintf(b, "Show-Values %d {\n    %s\n}\n", s.number, quotedLists(s.commands[0]))
	default:
		fmt.Fprintf(b, "Step -Number %d -Key '%s'", s.number, s.key())
		if after := s.after(); after != "" {
			fmt.Fprintf(b, " -After %s", after)
		}
		if s.final {
			b.WriteString(" -Final")
		}
		if len(s.first) > 0 {
			fmt.Fprintf(b, " -First %s", quoted(strings.Join(s.first, " ")))
		}
		fmt.Fprintf(b, " -Wanted %s -Read { %s } -Change {\n", table(s.wanted), s.read)
		for _, command := range s.commands {
			fmt.Fprintf(b, "    %s\n", carried(command))
		}
		b.WriteString("}\n")
	}
}

// after are the numbers of the steps without which this one is not carried out.
func (s *step) after() string {
	var numbers []string
	for _, before := range s.before {
		if before.byHand == "" && before != s {
			numbers = append(numbers, fmt.Sprint(before.number))
		}
	}
	return strings.Join(numbers, ", ")
}

// table is a hash table of PowerShell.
func table(values []named) string {
	var pairs []string
	for _, v := range values {
		pairs = append(pairs, v.name+" = "+v.value)
	}
	return "@{ " + strings.Join(pairs, "; ") + " }"
}

func (s *step) restorable() bool { return s.byHand == "" && !s.reads && !s.final }

// restore is the script that takes the steps of a place back, the last one first.
func (w *work) restore(p place, name string) string {
	var b strings.Builder
	header(&b, p, "restore-"+name, "takes back what "+name+".ps1 did, with the values that it saved.")
	b.WriteString(restoring)
	b.WriteString("try {\n")
	for _, s := range slices.Backward(w.steps[p]) {
		if !s.restorable() {
			continue
		}
		s.about(&b)
		fmt.Fprintf(&b, "Restore-Step -Number %d -Key '%s'", s.number, s.key())
		if len(s.undo.was) > 0 {
			fmt.Fprintf(&b, " -Was %s", table(s.undo.was))
		}
		if len(s.undo.needs) > 0 {
			fmt.Fprintf(&b, " -Needs '%s'", strings.Join(s.undo.needs, "','"))
		}
		fmt.Fprintf(&b, " -Read { %s } -Change {\n", s.read)
		for _, command := range s.undo.commands {
			fmt.Fprintf(&b, "    %s\n", carried(command))
		}
		b.WriteString("}\n")
	}
	b.WriteString("\n} finally {\n    Stop-Work\n}\nexit $ExitCode\n")
	return b.String()
}
