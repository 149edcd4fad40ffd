package waves

// labels lets movers take the label of those they have most to do with, in rounds, while no label becomes larger than a
// size. Where a plan is given, only those of one slot share one.
func labels(g *graph, at []int32, most int64, rounds int, r *chance) []int32 {
	n := g.len()
	label, order := numbered(n), numbered(n)
	size := make([]int64, n)
	copy(size, g.size)
	rate := make([]int64, n)
	var touched []int32
	for range rounds {
		r.shuffle(order)
		changed := int32(0)
		for _, v := range order {
			touched = touched[:0]
			for e := g.start[v]; e < g.start[v+1]; e++ {
				u := g.to[e]
				if at != nil && at[u] != at[v] {
					continue
				}
				l := label[u]
				if rate[l] == 0 {
					touched = append(touched, l)
				}
				rate[l] += g.before[e] + g.after[e]
			}
			best := label[v]
			for _, l := range touched {
				if rate[l] > rate[best] && size[l]+g.size[v] <= most && g.alike(v, l) {
					best = l
				}
			}
			for _, l := range touched {
				rate[l] = 0
			}
			if best != label[v] {
				size[label[v]] -= g.size[v]
				size[best] += g.size[v]
				label[v] = best
				changed++
			}
		}
		if changed*200 < n {
			break
		}
	}
	lump(g, at, label, most)
	return label
}

// lump gives those who have nothing to do with anybody common labels: they only take room, and would stop the merging.
func lump(g *graph, at []int32, label []int32, most int64) {
	type kind struct{ first, last, at int32 }
	type lumped struct {
		label int32
		size  int64
	}
	open := map[kind]lumped{}
	for v := range g.len() {
		if !g.loose(v) {
			continue
		}
		k := kind{first: g.movers[v].First, last: g.movers[v].Last}
		if at != nil {
			k.at = at[v]
		}
		l, ok := open[k]
		if !ok || l.size+g.size[v] > most {
			l = lumped{label: v}
		}
		label[v] = l.label
		l.size += g.size[v]
		open[k] = l
	}
}
