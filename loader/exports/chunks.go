package exports

import "iter"

// chunks is a list that grows without being copied: there are millions of rows, and twice their memory is not to be had.
type chunks[T any] struct {
	parts [][]T
	n     int
}

const chunkSize = 1 << 12

// add appends an element.
func (c *chunks[T]) add(element T) {
	if c.n%chunkSize == 0 {
		c.parts = append(c.parts, nil)
		if c.n > 0 {
			c.parts[len(c.parts)-1] = make([]T, 0, chunkSize)
		}
	}
	last := &c.parts[len(c.parts)-1]
	*last = append(*last, element)
	c.n++
}

func (c *chunks[T]) at(i int) *T { return &c.parts[i/chunkSize][i%chunkSize] }

func (c *chunks[T]) len() int { return c.n }

// all are the elements in their order.
func (c *chunks[T]) all() iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for _, part := range c.parts {
			for i := range part {
				if !yield(&part[i]) {
					return
				}
			}
		}
	}
}
