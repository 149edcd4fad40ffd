package main

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"hybridlint/policies/waves"
)

// network is who costs something with whom, whatever the direction: links of v are to[start[v]:start[v+1]], with their weights.
type network struct {
	size   []int64
	start  []int
	to     []int32
	weight []int64
}

// networkOf has the movers with a choice as large as a mailbox; others take no room.
func networkOf(p *waves.Problem) *network {
	size := make([]int64, len(p.Movers))
	for v := range size {
		size[v] = p.Movers[v].Load[waves.Mailboxes]
	}
	links := make([]link, 0, 2*len(p.Pairs))
	for _, x := range p.Pairs {
		if both := x.AFirst + x.BFirst; both > 0 && x.A != x.B {
			links = append(links, link{x.A, x.B, both}, link{x.B, x.A, both})
		}
	}
	return newNetwork(size, links)
}

type link struct {
	from, to int32
	weight   int64
}

// newNetwork adds up links between the same two.
func newNetwork(size []int64, links []link) *network {
	slices.SortFunc(links, func(a, b link) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	n := &network{size: size, start: make([]int, len(size)+1)}
	for i, l := range links {
		if last := len(n.to) - 1; i > 0 && links[i-1].from == l.from && links[i-1].to == l.to {
			n.weight[last] += l.weight
			continue
		}
		n.to, n.weight = append(n.to, l.to), append(n.weight, l.weight)
		n.start[l.from+1]++
	}
	for v := range size {
		n.start[v+1] += n.start[v]
	}
	return n
}

// communities finds who belongs together as Louvain does: everybody joins the community to which most of its weight goes, communities
// become members of a smaller network, and so on. None becomes larger than a wave. It gives the community of every mover, and the
// network of the communities.
func communities(n *network, most int64, r *rand.Rand) (of []int32, merged *network) {
	of = make([]int32, len(n.size))
	for v := range of {
		of[v] = int32(v)
	}
	const levels = 8
	for range levels {
		next, number := n.merged(n.joined(most, r))
		if len(next.size) == len(n.size) {
			break
		}
		for v := range of {
			of[v] = number[of[v]]
		}
		n = next
	}
	return of, n
}

// joined gives everybody the label of a community.
func (n *network) joined(most int64, r *rand.Rand) []int32 {
	label, order, held, sum := make([]int32, len(n.size)), make([]int32, len(n.size)), slices.Clone(n.size), make([]int64, len(n.size))
	for v := range label {
		label[v], order[v] = int32(v), int32(v)
	}
	const rounds = 10
	for range rounds {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		changed := false
		for _, v := range order {
			links := n.to[n.start[v]:n.start[v+1]]
			for i, u := range links {
				sum[label[u]] += n.weight[n.start[v]+i]
			}
			best := label[v]
			for _, u := range links {
				if l := label[u]; sum[l] > sum[best] && held[l]+n.size[v] <= most {
					best = l
				}
			}
			for _, u := range links {
				sum[label[u]] = 0
			}
			if best != label[v] {
				held[label[v]] -= n.size[v]
				held[best] += n.size[v]
				label[v], changed = best, true
			}
		}
		if !changed {
			break
		}
	}
	return label
}

// merged is the network of the communities; number is that of everybody's community.
func (n *network) merged(label []int32) (next *network, number []int32) {
	numbers := map[int32]int32{}
	number = make([]int32, len(label))
	var size []int64
	for v, l := range label {
		c, known := numbers[l]
		if !known {
			c = int32(len(size))
			numbers[l], size = c, append(size, 0)
		}
		number[v] = c
		size[c] += n.size[v]
	}
	var links []link
	for v := range label {
		for i, u := range n.to[n.start[v]:n.start[v+1]] {
			if number[v] != number[u] {
				links = append(links, link{number[v], number[u], n.weight[n.start[v]+i]})
			}
		}
	}
	return newNetwork(size, links), number
}

// byCommunity is the order of what a program does that packs Louvain's communities into waves: next comes the community that is
// attached to those before it most, for what it has to do with all.
func byCommunity(p *waves.Problem, most int64, seed uint64) []int32 {
	of, n := communities(networkOf(p), most, rand.New(rand.NewPCG(seed, 5)))
	rank := n.nextAttached()
	order := make([]int32, len(of))
	for v := range order {
		order[v] = int32(v)
	}
	slices.SortStableFunc(order, func(v, u int32) int { return cmp.Compare(rank[of[v]], rank[of[u]]) })
	return order
}

// nextAttached ranks the members of a network: each has more of its weight with those before it than any other would have.
func (n *network) nextAttached() []int {
	all, attached := make([]int64, len(n.size)), make([]int64, len(n.size))
	for v := range all {
		for _, w := range n.weight[n.start[v]:n.start[v+1]] {
			all[v] += w
		}
	}
	starts := make([]int32, len(n.size))
	rank := make([]int, len(n.size))
	for v := range starts {
		starts[v], rank[v] = int32(v), -1
	}
	slices.SortStableFunc(starts, func(v, u int32) int { return cmp.Compare(all[v], all[u]) })
	waiting := map[int32]bool{}
	for next := range rank {
		v := n.mostAttached(waiting, attached, all)
		for v < 0 {
			if rank[starts[0]] < 0 {
				v = starts[0]
			}
			starts = starts[1:]
		}
		delete(waiting, v)
		rank[v] = next
		for i, u := range n.to[n.start[v]:n.start[v+1]] {
			if rank[u] < 0 {
				attached[u] += n.weight[n.start[v]+i]
				waiting[u] = true
			}
		}
	}
	return rank
}

// mostAttached is the one of those that wait with most of its weight inside and least outside; -1 where nobody waits.
func (n *network) mostAttached(waiting map[int32]bool, attached, all []int64) int32 {
	best := int32(-1)
	value := func(v int32) int64 { return 2*attached[v] - all[v] }
	for v := range waiting {
		if best < 0 || value(v) > value(best) || value(v) == value(best) && v < best {
			best = v
		}
	}
	return best
}
