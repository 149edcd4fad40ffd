package loader

import (
	"fmt"
	"strings"
	"time"

	"hybridlint/loader/model"
)

// batchOrder puts batches after those that they name in `after`.
type batchOrder struct {
	*linker
	// waits is how many of the batches that a batch comes after have no place yet.
	waits     map[*model.MigrationBatch]int
	followers map[*model.MigrationBatch][]*model.MigrationBatch
	// latest is the batch with the latest complete_after of those that a batch comes after, directly or through others.
	latest map[*model.MigrationBatch]*model.MigrationBatch
	// wrong are the batches with an error.
	wrong []*model.MigrationBatch
}

// checkOrder reports batches that wait for themselves, and those that are to complete before one that they come after. It gives the
// batches that stay out of the model.
func (l *linker) checkOrder(batches []*model.MigrationBatch) []*model.MigrationBatch {
	o := &batchOrder{linker: l, waits: map[*model.MigrationBatch]int{}, followers: map[*model.MigrationBatch][]*model.MigrationBatch{}, latest: map[*model.MigrationBatch]*model.MigrationBatch{}}
	var ready []*model.MigrationBatch
	for _, b := range batches {
		o.waits[b] = len(b.After)
		for _, earlier := range b.After {
			o.followers[earlier] = append(o.followers[earlier], b)
		}
		if len(b.After) == 0 {
			ready = append(ready, b)
		}
	}
	for ; len(ready) > 0; ready = ready[1:] {
		b := ready[0]
		o.place(b)
		for _, follower := range o.followers[b] {
			if o.waits[follower]--; o.waits[follower] == 0 {
				ready = append(ready, follower)
			}
		}
	}
	o.reportCircles(batches)
	return o.wrong
}

// place compares the time of a batch with those before it.
func (o *batchOrder) place(b *model.MigrationBatch) {
	var latest *model.MigrationBatch
	for _, earlier := range b.After {
		for _, other := range []*model.MigrationBatch{earlier, o.latest[earlier]} {
			if other != nil && other.CompleteAfter != nil && (latest == nil || other.CompleteAfter.After(*latest.CompleteAfter)) {
				latest = other
			}
		}
	}
	o.latest[b] = latest
	if latest == nil || b.CompleteAfter == nil || !b.CompleteAfter.Before(*latest.CompleteAfter) {
		return
	}
	o.problem(b.Locate("complete_after", model.WholeAttribute), "Contradiction",
		"The batch %q comes after %q, which does not complete before %s. Choose a time that is not before that, or remove what it comes after.",
		b.Name, latest.Name, written(*latest.CompleteAfter))
	o.wrong = append(o.wrong, b)
}

// written is a time as configurations have it.
func written(t time.Time) string {
	if t.Equal(t.Truncate(24 * time.Hour)) {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}

// reportCircles reports each circle once, at the first of its batches. What only comes after one stays out without a word.
func (o *batchOrder) reportCircles(batches []*model.MigrationBatch) {
	walked := map[*model.MigrationBatch]int{}
	for _, b := range batches {
		if o.waits[b] == 0 {
			continue
		}
		o.wrong = append(o.wrong, b)
		var path []*model.MigrationBatch
		for x := b; ; x = o.before(x) {
			if at, known := walked[x]; known {
				if at >= len(walked)-len(path) {
					o.reportCircle(path[at-(len(walked)-len(path)):])
				}
				break
			}
			walked[x] = len(walked)
			path = append(path, x)
		}
	}
}

// before is a batch without a place that comes before one without a place.
func (o *batchOrder) before(b *model.MigrationBatch) *model.MigrationBatch {
	for _, earlier := range b.After {
		if o.waits[earlier] > 0 {
			return earlier
		}
	}
	return b // it never comes to this: it would have a place
}

func (o *batchOrder) reportCircle(circle []*model.MigrationBatch) {
	const most = 10
	b, next := circle[0], circle[min(1, len(circle)-1)]
	var names []string
	for _, x := range circle[:min(len(circle), most)] {
		names = append(names, fmt.Sprintf("%q", x.Name))
	}
	if len(circle) > most {
		names = append(names, "…")
	}
	element := 0
	for i, earlier := range b.After {
		if earlier == next {
			element = i
			break
		}
	}
	o.problem(b.Locate("after", element), "Circular batches", "These batches wait for each other: %s. Remove one of them from \"after\".",
		strings.Join(append(names, fmt.Sprintf("%q", b.Name)), " → "))
}
