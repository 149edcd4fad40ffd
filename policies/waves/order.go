package waves

import "slices"

// mostOrdered is the number of waves up to which a wave is tried at every place; with more, neighbours change places only.
const mostOrdered = 130

// ordering is the order of whole waves: the movers of a wave stay together, the wave takes another's slot.
type ordering struct {
	*arrangement
	// waves are the slots that change places; in says which wave, by its slot so far, is in each of them.
	waves, in []int32
	// rates is what it costs a day that those of one slot have gone and those of another have not.
	rates []int64
}

// orderWaves improves the order of whole waves, where every wave may be in every slot.
func (a *arrangement) orderWaves() {
	o := &ordering{arrangement: a}
	for k, s := range a.slots {
		if s.Wave && !s.Only {
			o.waves = append(o.waves, int32(k))
		}
	}
	if !o.free() {
		return
	}
	o.in = slices.Clone(o.waves)
	o.sumRates()
	if len(o.waves) > mostOrdered {
		o.swapNeighbours()
	} else {
		o.insert()
	}
	slot := numbered(int32(len(a.slots)))
	for i, wave := range o.in {
		slot[wave] = o.waves[i]
	}
	*a = *arrange(a.graph, slices.Clone(a.at))
	for v := range a.len() {
		if k := slot[a.at[v]]; k != a.at[v] {
			a.move(v, k)
		}
	}
}

// free tells whether all waves hold the same and nobody is bound to some of them.
func (o *ordering) free() bool {
	if len(o.waves) < 2 || len(o.prices) > 0 || len(o.promised.all) > 0 {
		return false
	}
	first, last := o.waves[0], o.waves[len(o.waves)-1]
	for _, k := range o.waves {
		if o.slots[k].Most != o.slots[first].Most {
			return false
		}
	}
	for i := range o.movers {
		m := &o.movers[i]
		switch {
		case m.fixed() && o.slots[m.First].Wave && !o.slots[m.First].Only:
			return false
		case !m.fixed() && (m.First > first || m.Last < last):
			return false
		}
	}
	return true
}

func (o *ordering) sumRates() {
	n := len(o.slots)
	o.rates = make([]int64, n*n)
	for v := range o.len() {
		for e := o.start[v]; e < o.start[v+1]; e++ {
			o.rates[int(o.at[v])*n+int(o.at[o.to[e]])] += o.before[e]
		}
	}
	for h := range o.groups {
		for i := range n {
			for j := range n {
				o.rates[i*n+j] += o.recipientFirst[h*n+i]*o.members[h*n+j] + o.members[h*n+i]*o.memberFirst[h*n+j]
			}
		}
	}
}

func (o *ordering) rate(first, second int32) int64 {
	return o.rates[int(first)*len(o.slots)+int(second)]
}

// swapped is what the cost rises by when the waves at two places next to each other change them.
func (o *ordering) swapped(in []int32, i int) int64 {
	x, y := in[i], in[i+1]
	from, to := o.waves[i], o.waves[i+1]
	step := o.slots[to].Day - o.slots[from].Day
	sum := step * (o.rate(y, x) - o.rate(x, y))
	for j, z := range in {
		switch {
		case j < i: // x goes away from it, y comes nearer
			sum += step * (o.rate(z, x) - o.rate(z, y))
		case j > i+1:
			sum += step * (o.rate(y, z) - o.rate(x, z))
		}
	}
	for k := range o.slots { // those that stay where they are
		switch s := &o.slots[k]; {
		case s.Wave && !s.Only:
		case s.Day <= o.slots[from].Day:
			sum += step * (o.rate(int32(k), x) - o.rate(int32(k), y))
		case s.Day >= o.slots[to].Day:
			sum += step * (o.rate(y, int32(k)) - o.rate(x, int32(k)))
		default:
			sum += o.between(int32(k), x, y, from, to)
		}
	}
	return sum
}

// between is the part of a slot that stays where it is, on a day between the two.
func (o *ordering) between(k, x, y, from, to int32) int64 {
	day := o.slots[k].Day
	early, late := day-o.slots[from].Day, o.slots[to].Day-day
	before := o.rate(x, k)*early + o.rate(k, y)*late
	after := o.rate(y, k)*early + o.rate(k, x)*late
	return after - before
}

func (o *ordering) swapNeighbours() {
	for again, rounds := true, 0; again && rounds < 20; rounds++ {
		again = false
		for i := range len(o.in) - 1 {
			if o.swapped(o.in, i) < 0 {
				o.in[i], o.in[i+1] = o.in[i+1], o.in[i]
				again = true
			}
		}
	}
}

// insert takes every wave out and puts it where it costs least.
func (o *ordering) insert() {
	for again, rounds := true, 0; again && rounds < 6; rounds++ {
		again = false
		for i := range o.in {
			if to := o.best(i); to != i {
				wave := o.in[i]
				o.in = slices.Insert(slices.Delete(o.in, i, i+1), to, wave)
				again = true
			}
		}
	}
}

// best is the place where the wave at a place costs least, step by step to either side.
func (o *ordering) best(i int) int {
	best, lowest := i, int64(0)
	in := make([]int32, len(o.in))
	for _, back := range []bool{true, false} {
		copy(in, o.in)
		sum := int64(0)
		for j := i; ; {
			left := j
			if back {
				left = j - 1
			}
			if left < 0 || left+1 >= len(in) {
				break
			}
			sum += o.swapped(in, left)
			in[left], in[left+1] = in[left+1], in[left]
			if back {
				j--
			} else {
				j++
			}
			if sum < lowest {
				best, lowest = j, sum
			}
		}
	}
	return best
}
