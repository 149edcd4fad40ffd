package model

import (
	"iter"
)

// Grants are the grants of a configuration, one per delegate. There may be hundreds of thousands, so each is but some numbers
// until it is asked for: the collector has nothing to look at in them.
type Grants struct {
	packed []packedGrant
	// What the numbers stand for.
	places    []*Places
	terms     []termsOfGrant
	delegates []*Trustee
}

type packedGrant struct {
	in, at    uint32 // the Block
	recipient RecipientID
	element   int32
	terms     uint32
	delegate  uint32
}

// termsOfGrant is everything that a grant says beside the two whom it is about.
type termsOfGrant struct {
	entry *EntryTerms
	grant *GrantTerms
}

// Len is how many there are.
func (l *Grants) Len() int { return len(l.packed) }

// At is a grant by its number, from 0.
func (l *Grants) At(i int) Grant {
	p := &l.packed[i]
	terms := l.terms[p.terms]
	return Grant{
		Entry:      Entry{Block: Block{in: l.places[p.in], at: p.at}, Recipient: p.recipient, Element: p.element, EntryTerms: terms.entry},
		GrantTerms: terms.grant, Delegate: l.delegates[p.delegate],
	}
}

// Delegate is whom a grant names.
func (l *Grants) Delegate(i int) *Trustee { return l.delegates[l.packed[i].delegate] }

// All yields every grant with its number, in their order.
func (l *Grants) All() iter.Seq2[int, Grant] {
	return func(yield func(int, Grant) bool) {
		for i := range l.packed {
			if !yield(i, l.At(i)) {
				return
			}
		}
	}
}

// GrantsOf packs grants.
func GrantsOf(grants iter.Seq[Grant]) Grants {
	p := NewGrantPacker(0)
	for g := range grants {
		p.Add(&g)
	}
	return p.Packed()
}

// GrantPacker numbers what grants point to.
type GrantPacker struct {
	Grants
	places    numbering[*Places]
	terms     numbering[termsOfGrant]
	delegates numbering[*Trustee]
}

// NewGrantPacker packs about so many grants.
func NewGrantPacker(room int) *GrantPacker {
	return &GrantPacker{
		Grants: Grants{packed: make([]packedGrant, 0, room)},
		places: newNumbering[*Places](), terms: newNumbering[termsOfGrant](), delegates: newNumbering[*Trustee](),
	}
}

// Add packs one more.
func (p *GrantPacker) Add(g *Grant) {
	p.Grants.packed = append(p.Grants.packed, packedGrant{
		in: p.places.number(g.in), at: g.at, recipient: g.Recipient, element: g.Element,
		terms: p.terms.number(termsOfGrant{g.EntryTerms, g.GrantTerms}), delegate: p.delegates.number(g.Delegate),
	})
}

// Packed are all that were added.
func (p *GrantPacker) Packed() Grants {
	p.Grants.places, p.Grants.terms, p.Grants.delegates = p.places.all, p.terms.all, p.delegates.all
	return p.Grants
}

// numbering numbers things in the order in which they come.
type numbering[T comparable] struct {
	all     []T
	numbers map[T]uint32
}

func newNumbering[T comparable]() numbering[T] { return numbering[T]{numbers: map[T]uint32{}} }

func (n *numbering[T]) number(of T) uint32 {
	if last := len(n.all) - 1; last >= 0 && n.all[last] == of {
		return uint32(last)
	}
	number, known := n.numbers[of]
	if !known {
		number = uint32(len(n.all))
		n.numbers[of] = number
		n.all = append(n.all, of)
	}
	return number
}
