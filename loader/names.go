package loader

import (
	"sync"

	"hybridlint/loader/model"
)

// name is a text that blocks repeat, or refer to something with. What it refers to is found out once.
type name struct {
	text string
	// number is that of the recipient, if result says that there is one.
	number int32
	result found
	// trustees are the delegate that it means, first in a folder permission and then elsewhere.
	trustees [2]*model.Trustee
}

// names are those of all files. Readers number their own first, which needs no lock.
type names struct {
	mu      sync.Mutex
	numbers map[string]uint32
	all     []name
	arena
}

func newNames() *names { return &names{numbers: map[string]uint32{}} }

// add takes the names of a reader in, and gives the number of each.
func (n *names) add(texts []readText) []uint32 {
	n.mu.Lock()
	defer n.mu.Unlock()
	numbers := make([]uint32, len(texts))
	for i, t := range texts {
		number, known := n.numbers[t.text]
		if !known {
			if !t.kept {
				t.text = n.keep(t.text)
			}
			number = uint32(len(n.all))
			n.numbers[t.text] = number
			n.all = append(n.all, name{text: t.text})
		}
		numbers[i] = number
	}
	return numbers
}
