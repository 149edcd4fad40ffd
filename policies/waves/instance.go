package waves

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
)

// Instance is a small problem with its proven optimum.
type Instance struct {
	Problem *Problem
	Optimum int64
}

// mostOfInstance bounds what a header may ask for.
const mostOfInstance = 100_000

// ReadInstance reads a problem from lines "v u w": w for every wave after which v has moved and u has not. The first line, a
// comment, says how many mailboxes and waves there are, how many a wave holds at most, and the optimum.
func ReadInstance(from io.Reader) (*Instance, error) {
	lines := bufio.NewScanner(from)
	if !lines.Scan() {
		return nil, fmt.Errorf("no header: %w", io.ErrUnexpectedEOF)
	}
	header := lines.Text()
	var mailboxes, waves int
	var most, optimum int64
	if _, err := fmt.Sscanf(header, "# %d mailboxes, %d waves, at most %d each.", &mailboxes, &waves, &most); err != nil {
		return nil, fmt.Errorf("line 1: %w", err)
	}
	_, after, _ := strings.Cut(header, "Proven optimum:")
	if _, err := fmt.Sscan(after, &optimum); err != nil {
		return nil, fmt.Errorf("line 1: %w", err)
	}
	if mailboxes < 1 || waves < 1 || most < 1 || mailboxes > mostOfInstance || waves > mailboxes {
		return nil, fmt.Errorf("line 1: %d mailboxes in %d waves of %d", mailboxes, waves, most)
	}
	p := &Problem{Slots: make([]Slot, waves), Movers: make([]Mover, mailboxes)}
	for k := range p.Slots {
		p.Slots[k] = Slot{Day: int64(k), Wave: true, Most: Load{most, Unlimited, Unlimited}}
	}
	for v := range p.Movers {
		p.Movers[v] = Mover{Load: Load{1, 0, 0}, Last: int32(waves - 1)}
	}
	for n := 2; lines.Scan(); n++ {
		var x Pair
		if _, err := fmt.Sscan(lines.Text(), &x.A, &x.B, &x.AFirst); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if min(x.A, x.B) < 0 || int(max(x.A, x.B)) >= mailboxes || x.AFirst < 0 {
			return nil, fmt.Errorf("line %d: there is no such pair", n)
		}
		p.Pairs = append(p.Pairs, x)
	}
	return &Instance{p, optimum}, lines.Err()
}

// Solve gives a plan of an instance, with all that the search can do.
func (i *Instance) Solve(ctx context.Context) (Plan, error) {
	return Search(ctx, i.Problem, Options{Effort: Thorough, Seed: 1})
}
