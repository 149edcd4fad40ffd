package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"hybridlint/loader/model"
)

// day counts days from 1970-01-01, UTC.
type day int64

const secondsOfDay = 24 * 60 * 60

func dayOf(d model.Date) day {
	return dayAt(time.Date(int(d)/10000, time.Month(int(d)/100%100), int(d)%100, 0, 0, 0, 0, time.UTC))
}

func dayAt(t time.Time) day { return day(t.UTC().Unix() / secondsOfDay) }

func (d day) time() time.Time { return time.Unix(int64(d)*secondsOfDay, 0).UTC() }

func (d day) String() string { return d.time().Format(time.DateOnly) }

// date is a day on which a wave may be.
type date struct {
	day day
	// named is the block of the wave; nil for one of the rhythm or the list.
	named *model.PlanWave
	// label is the name of a batch that was planned already; empty for a wave that gets one.
	label string
}

// dates are the first days of waves of a plan, at most so many; frozen ones are left out, and those of batches that have started.
func (p *Planner) dates(most int, without map[constraint]bool) []date {
	frozen := func(d day) bool {
		return slices.ContainsFunc(p.plan.Freezes, func(f *model.PlanFreeze) bool {
			return !without[constraint{kind: ofFreeze, block: &f.Block}] && dayOf(f.From) <= d && d <= dayOf(f.To)
		})
	}
	var all []date
	for _, w := range p.plan.Waves {
		if !p.taken[dayOf(w.Date)] {
			all = append(all, date{day: dayOf(w.Date), named: w})
		}
	}
	add := func(d day) {
		if !p.taken[d] && !frozen(d) && !slices.ContainsFunc(all, func(other date) bool { return other.day == d }) {
			all = append(all, date{day: d})
		}
	}
	if len(p.plan.Dates) > 0 {
		for _, d := range p.plan.Dates {
			add(dayOf(d))
		}
	} else {
		every := day(p.plan.EveryDays)
		if every == 0 {
			every = usualRhythm
		}
		for i, d := 0, dayOf(p.plan.FirstWave); len(all) < most && i < mostTried && d <= lastDay; i, d = i+1, d+every {
			add(d)
		}
	}
	slices.SortFunc(all, func(a, b date) int { return int(a.day - b.day) })
	return all[:min(most, len(all))]
}

const (
	usualRhythm = 7
	// mostTried bounds the days that are tried, as freezes may take all of them.
	mostTried = 20_000
	// lastDay is 9999-12-31, the last that can be written.
	lastDay = day(2932896)
	// mostWaves is the largest number of waves.
	mostWaves = 1_000
)

// mostWaves is the largest number of waves that the plan allows.
func (p *Planner) mostWaves() int {
	most := mostWaves
	if p.plan.WavesMax > 0 {
		most = int(p.plan.WavesMax)
	}
	if len(p.plan.Dates) > 0 {
		most = min(most, len(p.plan.Dates)+len(p.plan.Waves))
	}
	return most
}

// names are those of waves: their own, or numbers that no batch and no wave of its own name has.
func (p *Planner) names(dates []date) []string {
	highest, numbered := 0, 0
	look := func(name string) {
		if n, err := strconv.Atoi(strings.TrimPrefix(strings.ToLower(name), "wave-")); err == nil && n < mostNumbered {
			highest = max(highest, n)
		}
	}
	for _, b := range p.model.Batches {
		if p.stays(b) {
			look(b.Name)
		}
	}
	for _, w := range p.plan.Waves {
		look(w.Name)
	}
	for _, d := range dates {
		if d.named == nil && d.label == "" {
			numbered++
		}
	}
	width := max(2, len(strconv.Itoa(highest+numbered)))
	names := make([]string, len(dates))
	for i, d := range dates {
		switch {
		case d.label != "":
			names[i] = d.label
		case d.named != nil:
			names[i] = d.named.Name
		default:
			highest++
			names[i] = fmt.Sprintf("wave-%0*d", width, highest)
		}
	}
	return names
}

// mostNumbered bounds the numbers that names go on from; larger ones are never reached.
const mostNumbered = 1_000_000
