package text

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/snippet"
	"hybridlint/report/wording"
)

// A report that nobody reads is no report. So beside the folding that every format for people has, text explains as much as
// fits on three screens and gives the other findings a line each; where that is still too long, it also folds the rules of
// which more than ten entries are left. A few findings are explained however long that is, and a limit of 0 turns all of
// it off.
const (
	screen    = 60
	mostLines = 3 * screen
	few       = 20
)

// detail says which findings are explained: so many of each rule that are at least so grave.
type detail struct {
	perRule int
	least   report.Severity
}

// details are from most to least.
func details() []detail {
	return []detail{{math.MaxInt, report.Note}, {3, report.Note}, {1, report.Note}, {1, report.Warning}, {1, report.Error}, {0, report.Error}}
}

// roomBeside is how many lines are left for the findings, with the empty one between them and the rest.
func roomBeside(rest func(*textWriter), sources report.Sources, o report.Options) int {
	return max(screen, mostLines-1-height(rest, sources, o))
}

// height counts the lines that are written.
func height(write func(*textWriter), sources report.Sources, o report.Options) int {
	var n lineCounter
	t := newTextWriter(&n, sources, o)
	write(t)
	_ = t.w.Flush() // counting never fails
	return int(n)
}

type lineCounter int

func (c *lineCounter) Write(b []byte) (int, error) {
	*c += lineCounter(bytes.Count(b, []byte{'\n'}))
	return len(b), nil
}

// findings writes the findings in as much detail as there is room for.
func (t *textWriter) findings(r *report.Report, o report.Options, room int) {
	findings, all := folding.Shown(r, o), details()
	if o.Fold <= 0 {
		t.entries(folding.Fold(findings, 0), all[0], o)
		return
	}
	if t.fitting(folding.Fold(findings, o.Fold), all[:len(all)-1], room, o) {
		return
	}
	entries := folding.FoldRules(findings, o.Fold, folding.MaxPlaces)
	if !t.fitting(entries, all, room, o) {
		t.entries(entries, all[len(all)-1], o)
	}
}

// fitting writes the entries in the first of the details that leaves them short enough, if there is one.
func (t *textWriter) fitting(entries []folding.Entry, all []detail, room int, o report.Options) bool {
	if len(entries) > room {
		return false
	}
	for _, d := range all {
		if len(entries) <= few || height(func(t *textWriter) { t.entries(entries, d, o) }, t.sources, o) <= room {
			t.entries(entries, d, o)
			return true
		}
	}
	return false
}

// entries writes the entries, errors first.
func (t *textWriter) entries(entries []folding.Entry, d detail, o report.Options) {
	folding.SortWorstFirst(entries)
	explained, brief := map[*report.Rule]int{}, 0
	for _, e := range entries {
		if e.Severity < d.least || explained[e.Rule] >= d.perRule {
			brief++
			t.brief(e)
			continue
		}
		explained[e.Rule]++
		t.entry(e)
	}
	if brief > 0 && !o.Quiet {
		t.begin()
		t.line("To keep this short, not every finding is explained. The command hybridlint explain explains a rule; --fold 0 shows and explains everything.")
	}
}

// placesInShort lists the places of a group, and names a file once for several.
func (t *textWriter) placesInShort(g *folding.Group) {
	words := []string{wording.Count(g.Size(), "finding") + " like this (" + wording.Severities(g.Errors, g.Warnings, g.Notes) + "), at"}
	file := ""
	for _, p := range g.Places {
		if p.File == file {
			words = append(words, fmt.Sprintf("%d:%d", p.Start.Line, p.Start.Column))
			continue
		}
		file = p.File
		words = append(words, wording.Place(p))
	}
	lines := wording.Wrap(strings.Join(words, " "), snippet.Width)
	if more := g.Size() - len(g.Places); more > 0 {
		lines = append(lines, "and "+wording.Thousands(more)+" more; --fold 0 shows them")
		if n := len(lines); len(lines[n-2])+len(lines[n-1]) < snippet.Width {
			lines = append(lines[:n-2], lines[n-2]+" "+lines[n-1])
		}
	}
	for _, l := range lines {
		t.line(margin, l)
	}
}
