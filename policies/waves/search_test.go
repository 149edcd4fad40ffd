package waves_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"hybridlint/policies/waves"
	"hybridlint/policies/waves/verify"
)

// random makes a problem with everything that one may have: fixed movers before, between and behind the waves, a wave for some
// only, loads in two dimensions, sets that share a slot or are near each other, groups and promises.
func random(seed uint64) *waves.Problem {
	r := rand.New(rand.NewPCG(seed, 1))
	n, count := 20+r.IntN(120), 3+r.IntN(6)
	p := &waves.Problem{Slots: []waves.Slot{{Day: 0}}}
	each := int64(n/count + 2 + r.IntN(5))
	day := int64(0)
	for range count {
		p.Slots = append(p.Slots, waves.Slot{Day: day, Wave: true, Most: waves.Load{each, each * 40, waves.Unlimited}})
		day += int64(1 + r.IntN(14))
	}
	only := r.IntN(2) == 0
	if only {
		p.Slots[1].Only = true
	}
	last := int32(count)
	p.Slots = append(p.Slots, waves.Slot{Day: day + 30})
	for v := range n {
		m := waves.Mover{Load: waves.Load{1, int64(r.IntN(30)), 0}, First: 1, Last: last}
		switch {
		case only && v < 2:
			m.Last = 1
		case r.IntN(20) == 0:
			k := int32(r.IntN(2)) * (last + 1)
			m = waves.Mover{First: k, Last: k}
		case v%15 == 4:
			m.First = 1 + int32(r.IntN(count))
		case v%15 == 7:
			m.Stay, m.StayPrice = 1+int32(r.IntN(count)), 40
		}
		p.Movers = append(p.Movers, m)
	}
	for range 2 * n {
		p.Pairs = append(p.Pairs, waves.Pair{
			A: int32(r.IntN(n)), B: int32(r.IntN(n)), AFirst: int64(r.IntN(5)), BFirst: int64(r.IntN(12)),
		})
	}
	for range 3 {
		g := waves.Group{}
		for range 2 + r.IntN(6) {
			g.Members = append(g.Members, int32(r.IntN(n)))
			g.Recipients = append(g.Recipients, waves.GroupRecipient{Mover: int32(r.IntN(n)), RecipientFirst: int64(r.IntN(4)), MemberFirst: int64(r.IntN(4))})
		}
		p.Groups = append(p.Groups, g)
	}
	for i := range 3 {
		base := int32(2 + 3*i)
		if slices.ContainsFunc(p.Movers[base:base+2], func(m waves.Mover) bool { return m.First != 1 || m.Last != last }) {
			continue
		}
		p.Together = append(p.Together, []int32{base, base + 1})
	}
	p.Near = append(p.Near, waves.Near{Movers: []int32{5, 9, 11, 14}, Price: 3})
	return p
}

// TestPlansHold: caps, bounds and sets hold, the plan is none dearer than what people do today, and no move helps.
func TestPlansHold(t *testing.T) {
	found := 0
	for seed := range uint64(40) {
		p := random(seed)
		for _, effort := range []waves.Effort{waves.Fast, waves.Normal} {
			order := numbers(len(p.Movers))
			plan, err := waves.Search(context.Background(), p, waves.Options{Effort: effort, Seed: seed, Orders: [][]int32{order}})
			if no := (&waves.NotFoundError{}); errors.As(err, &no) {
				if len(no.Over) == 0 {
					t.Errorf("%d: not found, and no wave is named", seed)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			found++
			checkPlan(t, fmt.Sprint(seed, effort), p, plan, effort.Partners())
			if first, err := waves.FirstFit(p); err == nil && len(verify.Breaches(p, first)) == 0 {
				if is, was := verify.Cost(p, plan), verify.Cost(p, first); is > was {
					t.Errorf("%d: costs %d, first fit %d", seed, is, was)
				}
			}
		}
	}
	if found < 60 {
		t.Errorf("only %d plans were found", found)
	}
}

func numbers(n int) []int32 {
	all := make([]int32, n)
	for i := range all {
		all[i] = int32(i)
	}
	return all
}

func checkPlan(t *testing.T, name string, p *waves.Problem, plan waves.Plan, partners int) {
	t.Helper()
	if breaches := verify.Breaches(p, plan); len(breaches) > 0 {
		t.Errorf("%s: %v", name, breaches)
	}
	if better := verify.Better(p, plan, partners); better != nil {
		t.Errorf("%s: %+v makes the plan cheaper", name, *better)
	}
}

// TestSameSeedSamePlan: nothing but the problem and the seed decides.
func TestSameSeedSamePlan(t *testing.T) {
	for seed := range uint64(5) {
		p := random(seed)
		one, err := waves.Search(context.Background(), p, waves.Options{Effort: waves.Normal, Seed: 7})
		other, again := waves.Search(context.Background(), random(seed), waves.Options{Effort: waves.Normal, Seed: 7})
		if !slices.Equal(one, other) || fmt.Sprint(err) != fmt.Sprint(again) {
			t.Errorf("%d: two plans of one problem", seed)
		}
	}
}

// TestNotFound: what cannot hold is not made up.
func TestNotFound(t *testing.T) {
	p := random(3)
	for k := range p.Slots {
		p.Slots[k].Most[waves.Mailboxes] = 2
	}
	_, err := waves.Search(context.Background(), p, waves.Options{})
	if no := (&waves.NotFoundError{}); !errors.As(err, &no) || len(no.Over) == 0 {
		t.Errorf("%v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := waves.Search(ctx, random(1), waves.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// TestLooseFillLast: those who share with nobody take the room that is left, and a plan without pairs costs nothing.
func TestLooseFillLast(t *testing.T) {
	p := random(2)
	p.Pairs, p.Groups, p.Near = nil, nil, nil
	for v := range p.Movers {
		p.Movers[v].StayPrice = 0
	}
	plan, err := waves.Search(context.Background(), p, waves.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if cost := verify.Cost(p, plan); cost != 0 {
		t.Errorf("costs %d", cost)
	}
}

// TestVerifierFindsSteps: what the verifier says that a step saves is what it saves, and where it finds none there is none.
func TestVerifierFindsSteps(t *testing.T) {
	steps := 0
	for seed := range uint64(20) {
		p := random(seed)
		p.Together = nil
		plan, err := waves.FirstFit(p)
		if err != nil {
			continue
		}
		for step := verify.Better(p, plan, 200); step != nil; step = verify.Better(p, plan, 200) {
			before, from := verify.Cost(p, plan), plan[step.Mover]
			plan[step.Mover] = step.To
			if step.With >= 0 {
				plan[step.With] = from
			}
			if saved := before - verify.Cost(p, plan); saved != step.Saves || saved <= 0 || len(verify.Breaches(p, plan)) > 0 {
				t.Fatalf("%d: %+v saves %d", seed, *step, saved)
			}
			steps++
		}
		moves := verify.NewMoves(p, plan)
		for v := range int32(len(plan)) {
			for k, rise := range moves.Of(v) {
				if is := verify.Change(p, plan, v, int32(k)); is != rise {
					t.Fatalf("%d: moving %d to %d costs %d and not %d", seed, v, k, is, rise)
				}
			}
		}
	}
	if steps < 200 {
		t.Errorf("only %d steps were found", steps)
	}
}
