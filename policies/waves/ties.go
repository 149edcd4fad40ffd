package waves

import (
	"cmp"
	"slices"
)

// standing decides between plans of one cost; less is better.
type standing struct {
	errors, apart int   // pairs that are in error at some time, and pairs that are apart at some time
	moment        int64 // the most that pairs cost on one day
	plan          Plan  // the order of the movers is that of their names
}

func (x *standing) compare(y *standing) int {
	return cmp.Or(cmp.Compare(x.errors, y.errors), cmp.Compare(x.apart, y.apart), cmp.Compare(x.moment, y.moment), slices.Compare(x.plan, y.plan))
}

// standingOf looks at the pairs of a plan.
func (p *Problem) standingOf(plan Plan) *standing {
	s := &standing{plan: plan}
	rising := make([]int64, len(p.Slots)+1) // what the days from a slot on cost more than those before it
	for i := range p.Pairs {
		x := &p.Pairs[i]
		first, last, rate, isError := plan[x.A], plan[x.B], x.AFirst, x.AFirstError
		if first > last {
			first, last, rate, isError = last, first, x.BFirst, x.BFirstError
		}
		if p.Slots[first].Day == p.Slots[last].Day || rate == 0 {
			continue
		}
		s.apart++
		if isError {
			s.errors++
		}
		rising[first] += rate
		rising[last] -= rate
	}
	now := int64(0)
	for k := range p.Slots {
		now += rising[k]
		if k+1 == len(p.Slots) || p.Slots[k+1].Day > p.Slots[k].Day {
			s.moment = max(s.moment, now)
		}
	}
	return s
}
