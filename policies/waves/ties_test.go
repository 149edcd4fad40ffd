package waves

import (
	"context"
	"slices"
	"testing"
)

// Among plans of one cost, that with fewer pairs in error wins, then with fewer pairs apart, whatever the search begins
// with.
func TestTies(t *testing.T) {
	wave := func(day int64, most int64) Slot {
		return Slot{Day: day, Wave: true, Most: Load{most, Unlimited, Unlimited}}
	}
	movers := func(n int, last int32) []Mover {
		all := make([]Mover, n)
		for i := range all {
			all[i] = Mover{Load: Load{1}, Last: last}
		}
		return all
	}
	// The order in which mailboxes fill waves puts the last one last, so that the first one is wanted there.
	two := []Slot{wave(0, 2), wave(7, 1)}
	for name, test := range map[string]struct {
		problem Problem
		want    Plan
		starts  []Plan
	}{
		"an error costs as much as something else": {
			Problem{Slots: two, Movers: movers(3, 1), Pairs: []Pair{
				{A: 0, B: 1, AFirst: 5, BFirst: 5}, {A: 1, B: 2, AFirst: 5, BFirst: 5, AFirstError: true, BFirstError: true},
			}},
			Plan{1, 0, 0}, []Plan{{0, 0, 1}, {1, 0, 0}},
		},
		"one pair apart, or two": {
			Problem{Slots: two, Movers: movers(3, 1), Pairs: []Pair{
				{A: 0, B: 1, AFirst: 4, BFirst: 4}, {A: 0, B: 2, AFirst: 1, BFirst: 1}, {A: 1, B: 2, AFirst: 2, BFirst: 2}, {A: 1, B: 2, AFirst: 2, BFirst: 2},
			}},
			Plan{1, 0, 0}, []Plan{{0, 0, 1}, {1, 0, 0}},
		},
	} {
		for range 2 {
			slices.Reverse(test.starts)
			for seed := range uint64(3) {
				got, err := Search(context.Background(), &test.problem, Options{Effort: Normal, Seed: seed, Starts: test.starts})
				if err != nil || !slices.Equal(got, test.want) {
					t.Errorf("%s: %v %v, want %v", name, got, err, test.want)
				}
			}
		}
	}
}

func TestStandingOfMoments(t *testing.T) {
	p := Problem{Slots: []Slot{{Day: 0}, {Day: 7}, {Day: 14}, {Day: 14}}, Movers: make([]Mover, 4), Pairs: []Pair{
		{A: 0, B: 1, AFirst: 3, AFirstError: true}, {A: 2, B: 1, AFirst: 4, BFirst: 5, BFirstError: true}, {A: 3, B: 0, BFirst: 9}, {A: 1, B: 3, AFirst: 2},
	}}
	for _, test := range []struct {
		plan          Plan
		errors, apart int
		moment        int64
	}{
		{Plan{0, 0, 0, 0}, 0, 0, 0},
		{Plan{0, 1, 2, 0}, 2, 2, 5}, // 3 for a week, then 5 for a week: one ends when the other begins
		{Plan{0, 2, 1, 0}, 1, 2, 7}, // 3 for two weeks, 4 for the second of them
		{Plan{0, 2, 3, 0}, 1, 1, 3}, // slots of one day are together
		{Plan{1, 1, 1, 2}, 0, 2, 11},
	} {
		if s := p.standingOf(test.plan); s.errors != test.errors || s.apart != test.apart || s.moment != test.moment {
			t.Errorf("%v: %+v", test.plan, s)
		}
	}
}
