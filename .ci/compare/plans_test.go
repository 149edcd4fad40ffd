package main

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"hybridlint/loader"
	"hybridlint/policies/waves"
	"hybridlint/policies/waves/verify"
)

// TestCommunities: those of two circles with one link between them, which is the weakest.
func TestCommunities(t *testing.T) {
	p := &waves.Problem{Movers: make([]waves.Mover, 8)}
	for v := range int32(4) {
		p.Movers[v].Load[waves.Mailboxes], p.Movers[v+4].Load[waves.Mailboxes] = 1, 1
		for u := range v {
			p.Pairs = append(p.Pairs, waves.Pair{A: v, B: u, AFirst: 3}, waves.Pair{A: v + 4, B: u + 4, BFirst: 3})
		}
	}
	p.Pairs = append(p.Pairs, waves.Pair{A: 0, B: 4, AFirst: 1})
	of, merged := communities(networkOf(p), 4, rand.New(rand.NewPCG(1, 1)))
	if len(merged.size) != 2 || of[0] != of[3] || of[4] != of[7] || of[0] == of[4] {
		t.Errorf("%v, sizes %v", of, merged.size)
	}
	order := byCommunity(p, 4, 1)
	if !slices.Equal(slices.Sorted(slices.Values(order)), []int32{0, 1, 2, 3, 4, 5, 6, 7}) || of[order[0]] != of[order[3]] {
		t.Errorf("%v", order)
	}
}

// TestUnavoidable: no plan costs less, and where only pairs with those who are fixed cost anything, one costs as much.
func TestUnavoidable(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 1))
		p := fixedEnds(r)
		least := unavoidable(p)
		for _, among := range []bool{false, true} {
			if among {
				for range 20 {
					p.Pairs = append(p.Pairs, waves.Pair{A: int32(2 + r.IntN(20)), B: int32(2 + r.IntN(20)), AFirst: int64(r.IntN(4)), BFirst: 1})
				}
			}
			plan, err := waves.Search(context.Background(), p, waves.Options{Effort: waves.Normal, Seed: 1})
			if err != nil {
				t.Fatal(err)
			}
			if cost := verify.Cost(p, plan); cost < least || !among && cost != least {
				t.Errorf("%d, %v: a plan costs %d, and none is said to cost less than %d", seed, among, cost, least)
			}
			if again := unavoidable(p); again != least {
				t.Errorf("%d, %v: %d, and without pairs among those who move %d", seed, among, again, least)
			}
		}
	}
}

// fixedEnds makes a problem of twenty movers that share with one who has moved and with one who never does.
func fixedEnds(r *rand.Rand) *waves.Problem {
	p := &waves.Problem{Slots: []waves.Slot{{Day: 0}}}
	for k := range int64(5) {
		p.Slots = append(p.Slots, waves.Slot{Day: 7 * k, Wave: true, Most: waves.Load{4, waves.Unlimited, waves.Unlimited}})
	}
	p.Slots = append(p.Slots, waves.Slot{Day: 60})
	p.Movers = append(p.Movers, waves.Mover{}, waves.Mover{First: 6, Last: 6})
	p.Pairs = append(p.Pairs, waves.Pair{A: 0, B: 1, AFirst: 2, BFirst: 5})
	for v := int32(2); v < 22; v++ {
		p.Movers = append(p.Movers, waves.Mover{Load: waves.Load{1}, First: 1, Last: 5})
		p.Pairs = append(p.Pairs, waves.Pair{A: v, B: 0, BFirst: int64(r.IntN(9))}, waves.Pair{A: 1, B: v, BFirst: int64(r.IntN(9))})
	}
	p.Groups = append(p.Groups, waves.Group{Members: []int32{2, 3, 0}, Recipients: []waves.GroupRecipient{{Mover: 1, RecipientFirst: 3, MemberFirst: 4}}})
	return p
}

// TestCompanyLoads: what the program is measured on is a configuration with nothing wrong in it, and the same permissions.
func TestCompanyLoads(t *testing.T) {
	o := realistic(600, 1)
	folder := t.TempDir()
	if err := o.writeBlocks(folder, planCap); err != nil {
		t.Fatal(err)
	}
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: folder})
	if len(problems) > 0 {
		t.Fatal(problems[0].Summary, problems[0].Detail)
	}
	distinct := map[arc]bool{}
	for _, a := range o.arcs {
		distinct[a] = true
	}
	if got := config.Grants.Len() + len(config.OutlookDelegates); got != len(distinct) {
		t.Errorf("%d permissions, want %d", got, len(distinct))
	}
	if len(config.Recipients) != len(o.boxes) || len(config.Plans) != 1 {
		t.Errorf("%d recipients, %d plans", len(config.Recipients), len(config.Plans))
	}
}
