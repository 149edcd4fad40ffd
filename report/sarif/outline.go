package sarif

import (
	"iter"
	"slices"

	"hybridlint/report"
	"hybridlint/report/folding"
)

// outline is what has to be known of a result before any is written.
type outline struct {
	rule       *report.Rule
	suppressed bool
	at         report.Location // of its first entry
	level      report.Severity
	// entries are the places of its entries in the order of all entries.
	entries []int
}

// outlines yields the results that merged makes of the same entries, which may be gone when the next one is asked for. So may each
// outline.
func outlines(entries iter.Seq[folding.Entry]) iter.Seq[*outline] {
	return func(yield func(*outline) bool) {
		var line []outline
		flush := func() bool {
			for i := range line {
				if !yield(&line[i]) {
					return false
				}
			}
			line = line[:0]
			return true
		}
		number := 0
		for e := range entries {
			if len(line) > 0 && !sameLine(line[0].at, e.Location) && !flush() {
				return
			}
			line = outlined(line, e, number)
			number++
		}
		flush()
	}
}

// outlined puts an entry to the others of its line.
func outlined(line []outline, e folding.Entry, number int) []outline {
	suppressed := e.Suppressed != nil
	i := slices.IndexFunc(line, func(o outline) bool { return o.rule == e.Rule && o.suppressed == suppressed })
	if i < 0 {
		i = len(line)
		line = slices.Grow(line, 1)[:i+1]
		line[i] = outline{rule: e.Rule, suppressed: suppressed, at: e.Location, entries: line[i].entries[:0]}
	}
	line[i].level = max(line[i].level, e.Severity)
	line[i].entries = append(line[i].entries, number)
	return line
}
