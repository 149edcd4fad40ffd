package waves

// queue gives movers by their rank, the highest first, and of equal ones the lowest number. A rank can be changed.
type queue struct {
	movers []int32
	ranks  []int64
	// place is where a mover is in the queue, -1 where it is not.
	place []int32
}

func newQueue(n int) queue { return queue{place: make([]int32, n)} }

// reset empties the queue, for movers of one part.
func (q *queue) reset(part []int32) {
	q.movers, q.ranks = q.movers[:0], q.ranks[:0]
	for _, v := range part {
		q.place[v] = -1
	}
}

func (q *queue) len() int { return len(q.movers) }

func (q *queue) first() int32 { return q.movers[0] }

func (q *queue) most() int64 { return q.ranks[0] }

func (q *queue) set(v int32, rank int64) {
	i := int(q.place[v])
	if i < 0 {
		i = len(q.movers)
		q.movers, q.ranks = append(q.movers, v), append(q.ranks, rank)
		q.place[v] = int32(i)
	}
	q.ranks[i] = rank
	q.up(i)
	q.down(int(q.place[v]))
}

func (q *queue) pop() int32 {
	v, last := q.movers[0], len(q.movers)-1
	q.swap(0, last)
	q.movers, q.ranks = q.movers[:last], q.ranks[:last]
	q.place[v] = -1
	if last > 0 {
		q.down(0)
	}
	return v
}

func (q *queue) less(i, j int) bool {
	return q.ranks[i] > q.ranks[j] || q.ranks[i] == q.ranks[j] && q.movers[i] < q.movers[j]
}

func (q *queue) swap(i, j int) {
	q.movers[i], q.movers[j] = q.movers[j], q.movers[i]
	q.ranks[i], q.ranks[j] = q.ranks[j], q.ranks[i]
	q.place[q.movers[i]], q.place[q.movers[j]] = int32(i), int32(j)
}

func (q *queue) up(i int) {
	for i > 0 && q.less(i, (i-1)/2) {
		q.swap(i, (i-1)/2)
		i = (i - 1) / 2
	}
}

func (q *queue) down(i int) {
	for {
		c := 2*i + 1
		if c >= len(q.movers) {
			return
		}
		if c+1 < len(q.movers) && q.less(c+1, c) {
			c++
		}
		if !q.less(c, i) {
			return
		}
		q.swap(i, c)
		i = c
	}
}
