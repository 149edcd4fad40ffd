package waves

import "slices"

// bisection puts movers in an order by halving them again and again, so that each half keeps what belongs together. Those
// outside of a part pull to their side.
type bisection struct {
	*graph
	r *chance
	// spot is roughly where a mover is in the order, in sizes of those before it.
	spot []int64
	side []side
	// pull is, for those of the part, what they save by being in its left half.
	pull        []int64
	locked      []bool
	left, right queue
}

type side uint8

const (
	outside side = iota
	leftSide
	rightSide
)

// inOrder orders movers so that full waves can be cut off one after the other.
func inOrder(g *graph, r *chance) []int32 {
	n := len(g.movers)
	b := &bisection{
		graph: g, r: r, spot: make([]int64, n), side: make([]side, n), pull: make([]int64, n), locked: make([]bool, n),
		left: newQueue(n), right: newQueue(n),
	}
	order := numbered(g.len())
	total := b.sizeOf(order)
	for i := range b.spot {
		b.spot[i] = total / 2
	}
	b.order(order, 0, total)
	return order
}

func (b *bisection) sizeOf(part []int32) int64 {
	sum := int64(0)
	for _, v := range part {
		sum += b.size[v]
	}
	return sum
}

func (b *bisection) order(part []int32, from, to int64) {
	size := b.sizeOf(part)
	if size <= whole || len(part) < 2 {
		return
	}
	waves := (size + whole - 1) / whole
	wanted := size / waves * (waves / 2)
	tries := 4
	if len(part) > 20000 {
		tries = 2
	}
	var best []side
	lowest := int64(0)
	for range tries {
		if sides, cut := b.halve(part, wanted, size, from, to); best == nil || cut < lowest {
			best, lowest = sides, cut
		}
	}
	var left, right []int32
	for i, v := range part {
		if best[i] == leftSide {
			left = append(left, v)
		} else {
			right = append(right, v)
		}
	}
	middle := from + wanted
	for _, v := range left {
		b.spot[v] = (from + middle) / 2
	}
	for _, v := range right {
		b.spot[v] = (middle + to) / 2
	}
	if len(left) == 0 || len(right) == 0 {
		return
	}
	copy(part, left)
	copy(part[len(left):], right)
	b.order(part[:len(left)], from, middle)
	b.order(part[len(left):], middle, to)
}

// halve grows a left half from one mover and improves it in passes in which everybody changes sides once at most, the one
// who gains most first, and the best moment is kept (Fiduccia and Mattheyses).
func (b *bisection) halve(part []int32, wanted, size, from, to int64) (sides []side, cut int64) {
	for _, v := range part {
		b.side[v] = rightSide
	}
	b.findPull(part, from, to)
	held := b.grow(part, wanted)
	slack := max(size/100, 1)
	for _, v := range part {
		slack = max(slack, min(b.size[v], size/8))
	}
	for range 6 {
		var better bool
		if held, better = b.pass(part, wanted, slack, held); !better {
			break
		}
	}
	cut = b.cut(part)
	sides = make([]side, len(part))
	for i, v := range part {
		sides[i] = b.side[v]
		b.side[v] = outside
	}
	return sides, cut
}

func (b *bisection) findPull(part []int32, from, to int64) {
	for _, v := range part {
		b.pull[v] = 0
		for e := b.start[v]; e < b.start[v+1]; e++ {
			u := b.to[e]
			switch {
			case b.side[u] != outside:
			case b.spot[u] <= from:
				b.pull[v] += b.after[e] // the neighbour has gone already: the later, the dearer
			case b.spot[u] >= to:
				b.pull[v] -= b.before[e]
			}
		}
	}
}

// grow fills the left half, beginning with who is pulled there most, and gives its size.
func (b *bisection) grow(part []int32, wanted int64) int64 {
	b.left.reset(part)
	start, most := part[b.r.below(len(part))], int64(0)
	for _, v := range part {
		if b.pull[v] > most {
			start, most = v, b.pull[v]
		}
	}
	b.left.set(start, 0)
	rest := slices.Clone(part)
	b.r.shuffle(rest)
	held := int64(0)
	for held < wanted {
		v := int32(-1)
		if b.left.len() > 0 {
			v = b.left.pop()
		}
		for v < 0 && len(rest) > 0 {
			if u := rest[0]; b.side[u] == rightSide {
				v = u
			}
			rest = rest[1:]
		}
		if v < 0 {
			break
		}
		b.side[v] = leftSide
		held += b.size[v]
		for e := b.start[v]; e < b.start[v+1]; e++ {
			if u := b.to[e]; b.side[u] == rightSide {
				b.left.set(u, b.attachment(u))
			}
		}
	}
	return held
}

// attachment is how much somebody on the right belongs to the left.
func (b *bisection) attachment(v int32) int64 {
	sum := b.pull[v]
	for e := b.start[v]; e < b.start[v+1]; e++ {
		switch b.side[b.to[e]] {
		case leftSide:
			sum += b.before[e] + b.after[e]
		case rightSide:
			sum -= b.before[e]
		}
	}
	return sum
}

// gain is what changing sides saves.
func (b *bisection) gain(v int32) int64 {
	sum := int64(0)
	if b.side[v] == leftSide {
		for e := b.start[v]; e < b.start[v+1]; e++ {
			switch b.side[b.to[e]] {
			case rightSide:
				sum += b.before[e]
			case leftSide:
				sum -= b.after[e]
			}
		}
		return sum - b.pull[v]
	}
	for e := b.start[v]; e < b.start[v+1]; e++ {
		switch b.side[b.to[e]] {
		case leftSide:
			sum += b.after[e]
		case rightSide:
			sum -= b.before[e]
		}
	}
	return sum + b.pull[v]
}

// cut is what the two halves cost by being apart, and by being where they are.
func (b *bisection) cut(part []int32) int64 {
	sum := int64(0)
	for _, v := range part {
		if b.side[v] == rightSide {
			sum += b.pull[v]
			continue
		}
		for e := b.start[v]; e < b.start[v+1]; e++ {
			if b.side[b.to[e]] == rightSide {
				sum += b.before[e]
			}
		}
	}
	return sum
}

func (b *bisection) pass(part []int32, wanted, slack, held int64) (after int64, better bool) {
	b.left.reset(part)
	b.right.reset(part)
	for _, v := range part {
		b.locked[v] = false
		if b.side[v] == leftSide {
			b.left.set(v, b.gain(v))
		} else {
			b.right.set(v, b.gain(v))
		}
	}
	var moved []int32
	sum, most, kept, stalled := int64(0), int64(0), 0, 0
	for stalled <= 60+len(part)/50 {
		v, gain, ok := b.next(wanted, slack, held)
		if !ok {
			break
		}
		b.locked[v] = true
		held += b.flip(v)
		sum += gain
		moved = append(moved, v)
		b.update(v)
		if stalled++; sum > most {
			most, kept, stalled = sum, len(moved), 0
		}
	}
	for _, v := range moved[kept:] {
		held += b.flip(v)
	}
	return held, kept > 0
}

// next takes who gains most by changing sides without making the halves too unequal.
func (b *bisection) next(wanted, slack, held int64) (v int32, gain int64, ok bool) {
	for b.left.len()+b.right.len() > 0 {
		canLeave := b.left.len() > 0 && held-b.size[b.left.first()] >= wanted-slack
		canCome := b.right.len() > 0 && held+b.size[b.right.first()] <= wanted+slack
		switch {
		case canLeave && (!canCome || b.left.most() > b.right.most() || b.left.most() == b.right.most() && held > wanted):
			gain = b.left.most()
			return b.left.pop(), gain, true
		case canCome:
			gain = b.right.most()
			return b.right.pop(), gain, true
		}
		if b.left.len() > 0 {
			b.locked[b.left.pop()] = true
		}
		if b.right.len() > 0 {
			b.locked[b.right.pop()] = true
		}
	}
	return 0, 0, false
}

// flip changes sides and gives by how much the left half grows.
func (b *bisection) flip(v int32) int64 {
	if b.side[v] == leftSide {
		b.side[v] = rightSide
		return -b.size[v]
	}
	b.side[v] = leftSide
	return b.size[v]
}

func (b *bisection) update(v int32) {
	for e := b.start[v]; e < b.start[v+1]; e++ {
		u := b.to[e]
		switch {
		case b.side[u] == outside || b.locked[u]:
		case b.side[u] == leftSide:
			b.left.set(u, b.gain(u))
		default:
			b.right.set(u, b.gain(u))
		}
	}
}
