package sequence

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"hybridlint/loader/model"
)

// order groups the open batches by step. Within a step they are in the natural order of their names.
func order(batches []*model.MigrationBatch) [][]*model.MigrationBatch {
	var waiting []*model.MigrationBatch
	for _, b := range batches {
		if !b.Status.Over() {
			waiting = append(waiting, b)
		}
	}
	slices.SortFunc(waiting, func(a, b *model.MigrationBatch) int { return CompareNames(a.Name, b.Name) })
	due := dueDates(waiting)
	var steps [][]*model.MigrationBatch
	for len(waiting) > 0 {
		step := next(waiting, due)
		steps = append(steps, step)
		waiting = slices.DeleteFunc(waiting, func(b *model.MigrationBatch) bool { return slices.Contains(step, b) })
	}
	return steps
}

// next picks the batches of the next step: of those that wait for no other, the ones that are due first.
func next(waiting []*model.MigrationBatch, due map[*model.MigrationBatch]*time.Time) []*model.MigrationBatch {
	open := make(map[*model.MigrationBatch]bool, len(waiting))
	for _, b := range waiting {
		open[b] = true
	}
	ready := slices.DeleteFunc(slices.Clone(waiting), func(b *model.MigrationBatch) bool {
		return slices.ContainsFunc(b.After, func(earlier *model.MigrationBatch) bool { return open[earlier] })
	})
	if len(ready) == 0 { // a cycle, which the loader refuses
		return waiting[:1:1]
	}
	first := slices.MinFunc(ready, func(a, b *model.MigrationBatch) int { return compareDates(due[a], due[b]) })
	ready = slices.DeleteFunc(ready, func(b *model.MigrationBatch) bool { return compareDates(due[b], due[first]) != 0 })
	// A batch without a date of its own only comes before one with that date, it does not complete together with others.
	for _, b := range ready {
		if b.CompleteAfter == nil {
			return []*model.MigrationBatch{b}
		}
	}
	return ready
}

// dueDates finds when each batch has to complete: its own date, else the earliest one of the batches that wait for it.
// nil stands for no date.
func dueDates(open []*model.MigrationBatch) map[*model.MigrationBatch]*time.Time {
	due := make(map[*model.MigrationBatch]*time.Time, len(open))
	for _, b := range open {
		due[b] = b.CompleteAfter
	}
	// One round per batch in the longest chain; a chain is no longer than the batches are many.
	for changed := true; changed; {
		changed = false
		for _, b := range open {
			for _, earlier := range b.After {
				if known, isOpen := due[earlier]; isOpen && earlier.CompleteAfter == nil && compareDates(due[b], known) < 0 {
					due[earlier], changed = due[b], true
				}
			}
		}
	}
	return due
}

// compareDates puts no date last.
func compareDates(a, b *time.Time) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	default:
		return a.Compare(*b)
	}
}

// CompareNames is the natural order of names: without case, runs of digits as numbers, so that wave-2 comes before
// wave-10.
func CompareNames(a, b string) int {
	x, y := strings.ToLower(a), strings.ToLower(b)
	for x != "" && y != "" {
		var p, q string
		p, x = piece(x)
		q, y = piece(y)
		if c := comparePieces(p, q); c != 0 {
			return c
		}
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(strings.ToLower(a), strings.ToLower(b)), strings.Compare(a, b))
}

// piece cuts a run of digits off the front of a text, or a single other byte.
func piece(text string) (first, rest string) {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	n = max(n, 1)
	return text[:n], text[n:]
}

// comparePieces compares numbers of any length as numbers and everything else as it is.
func comparePieces(a, b string) int {
	if !isDigit(a[0]) || !isDigit(b[0]) {
		return strings.Compare(a, b)
	}
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
