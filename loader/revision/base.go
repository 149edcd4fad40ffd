package revision

import (
	"cmp"
	"container/heap"
	"fmt"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// Base is the state that a change began from.
type Base struct {
	*Repository
	// Revision is the hash of the commit.
	Revision string
	// Others are the hashes of merge bases that are as good and older.
	Others []string
	tree   plumbing.Hash
}

// Base is the merge base of a revision and HEAD: where a change began, whatever else has come to the revision since. Of
// several the newest counts. Errors say what to do.
func (r *Repository) Base(name string) (*Base, error) {
	of, err := r.resolve(name)
	if err != nil {
		return nil, err
	}
	head, err := r.resolve("HEAD")
	if err != nil {
		return nil, fmt.Errorf("there is no commit in the Git repository to compare: %w", err)
	}
	bases, err := r.mergeBases(of, head)
	if err != nil {
		return nil, err
	}
	if len(bases) == 0 {
		return nil, fmt.Errorf("%s and HEAD have no commit in common, so there is no place where this change began; name the branch that it is to go to", name)
	}
	slices.SortFunc(bases, func(a, b *object.Commit) int {
		return cmp.Or(b.Committer.When.Compare(a.Committer.When), cmp.Compare(a.Hash.String(), b.Hash.String()))
	})
	base := &Base{Repository: r, Revision: bases[0].Hash.String(), tree: bases[0].TreeHash}
	for _, b := range bases[1:] {
		base.Others = append(base.Others, b.Hash.String())
	}
	return base, nil
}

// side says from where a commit was reached.
type side uint8

const (
	fromOne side = 1 << iota
	fromOther
	// common is beyond a commit that was reached from both.
	common
	both = fromOne | fromOther
)

// walk goes through the histories of two commits at once, newest first.
type walk struct {
	*Repository
	seen  map[plumbing.Hash]side
	queue byDate
}

// mergeBases are the best common ancestors of two commits: those from which no other one is reached.
func (r *Repository) mergeBases(one, other *object.Commit) ([]*object.Commit, error) {
	w := &walk{Repository: r, seen: map[plumbing.Hash]side{}}
	w.reach(one, fromOne)
	w.reach(other, fromOther)
	found := map[plumbing.Hash]*object.Commit{}
	for w.undecided() {
		commit := heap.Pop(&w.queue).(*object.Commit)
		sides := w.seen[commit.Hash]
		if sides&both == both && sides&common == 0 {
			found[commit.Hash] = commit
			sides |= common
		}
		for _, hash := range commit.ParentHashes {
			if w.seen[hash]|sides == w.seen[hash] {
				continue
			}
			parent, err := r.commit(hash)
			if err != nil {
				return nil, err
			}
			w.reach(parent, sides)
		}
	}
	var best []*object.Commit
	for hash, commit := range found {
		if w.seen[hash]&common == 0 {
			best = append(best, commit)
		}
	}
	return r.independent(best)
}

// reach notes from where a commit is reached.
func (w *walk) reach(c *object.Commit, sides side) {
	w.seen[c.Hash] |= sides
	heap.Push(&w.queue, c)
}

// undecided tells that a commit waits that is not known to be common already.
func (w *walk) undecided() bool {
	return slices.ContainsFunc(w.queue, func(c *object.Commit) bool { return w.seen[c.Hash]&common == 0 })
}

// independent leaves out what is reached from another one, where the dates of commits are not in the order of the history.
func (r *Repository) independent(commits []*object.Commit) ([]*object.Commit, error) {
	if len(commits) < 2 {
		return commits, nil
	}
	reached := map[plumbing.Hash]bool{}
	var next []plumbing.Hash
	for _, c := range commits {
		next = append(next, c.ParentHashes...)
	}
	for len(next) > 0 {
		hash := next[len(next)-1]
		next = next[:len(next)-1]
		if reached[hash] {
			continue
		}
		reached[hash] = true
		commit, err := r.commit(hash)
		if err != nil {
			return nil, err
		}
		next = append(next, commit.ParentHashes...)
	}
	return slices.DeleteFunc(commits, func(c *object.Commit) bool { return reached[c.Hash] }), nil
}

// byDate is a heap of commits, the newest first.
type byDate []*object.Commit

func (q byDate) Len() int           { return len(q) }
func (q byDate) Less(i, j int) bool { return q[i].Committer.When.After(q[j].Committer.When) }
func (q byDate) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }

// Push implements heap.Interface.
func (q *byDate) Push(c any) { *q = append(*q, c.(*object.Commit)) }

// Pop implements heap.Interface.
func (q *byDate) Pop() any {
	last := len(*q) - 1
	c := (*q)[last]
	*q = (*q)[:last]
	return c
}
