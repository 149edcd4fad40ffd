package sequence

import (
	"slices"

	"hybridlint/loader/model"
)

// carrier changes what lies on the mailboxes that a step moves.
type carrier struct {
	before      *model.Model
	moves       map[model.RecipientID]Move
	mailEnabled MailEnabled
	// terms are those that were changed already: entries that say the same go on sharing theirs.
	terms map[termsKey]*model.EntryTerms
}

type termsKey struct {
	terms    *model.EntryTerms
	from, to model.ForestID
}

// grant changes a grant; false says that it does not survive the step.
func (c *carrier) grant(g *model.Grant) bool {
	m, moves := c.moves[g.Recipient]
	if !moves {
		return true
	}
	if m.To == model.Cloud && g.Inherited == model.True || !c.survives(m, g.Delegate) {
		return false
	}
	g.EntryTerms = c.carryTerms(g.EntryTerms, m)
	return true
}

// survives: what a delegate holds who is not mail-enabled in the cloud is left behind.
func (c *carrier) survives(m Move, delegate *model.Trustee) bool {
	if m.To != model.Cloud || delegate.Recipient == model.NoRecipient || delegate.BuiltIn {
		return true
	}
	return c.mailEnabled(delegate.Recipient)
}

// carryTerms says of an entry that it exists, and where.
func (c *carrier) carryTerms(terms *model.EntryTerms, m Move) *model.EntryTerms {
	key := termsKey{terms: terms, from: m.From, to: m.To}
	if known := c.terms[key]; known != nil {
		return known
	}
	carried := *terms
	carried.State = model.Existing
	declared, unknown := terms.PresentIn.Has(m.From), terms.UnknownIn.Has(m.From)
	switch {
	case declared || !terms.PresentIn.Declared() && !unknown:
		// It was at home, so that the move took it along.
		carried.PresentIn = with(terms.PresentIn, m.From, m.To)
		carried.UnknownIn = terms.UnknownIn.Without(m.To)
		if m.To == model.Cloud {
			carried.EstablishedBeforeMove = model.True
		}
	case unknown:
		carried.UnknownIn = with(terms.UnknownIn, m.To)
	}
	c.terms[key] = &carried
	return &carried
}

// with adds what is missing.
func with(forests model.Sides, more ...model.ForestID) model.Sides {
	for _, f := range more {
		if !forests.Has(f) {
			forests = forests.With(f)
		}
	}
	return forests
}

// outlookDelegates changes those of managers who move and those that the step parts. It gives their places before, too.
func (c *carrier) outlookDelegates() (kept []*model.OutlookDelegate, places []int) {
	for i, d := range c.before.OutlookDelegates {
		m, moves := c.moves[d.Recipient]
		if moves && !c.survives(m, d.Delegate) {
			continue
		}
		parted := d.Delegate.Recipient != model.NoRecipient && c.movesOneOf(d.Recipient, d.Delegate.Recipient)
		if moves || parted {
			changed := *d
			if moves {
				changed.EntryTerms = c.carryTerms(d.EntryTerms, m)
			}
			if parted && d.MovedSeparately == model.Undeclared {
				changed.MovedSeparately = model.True
			}
			if parted && d.ReconfiguredAfterMove == model.Undeclared {
				changed.ReconfiguredAfterMove = model.False
			}
			d = &changed
		}
		kept, places = append(kept, d), append(places, i)
	}
	return kept, places
}

// movesOneOf tells whether exactly one end of a pair moves that was together; of a group, its declared members count.
func (c *carrier) movesOneOf(manager, delegate model.RecipientID) bool {
	_, managerMoves := c.moves[manager]
	home := c.before.Recipients[manager].Home
	return slices.ContainsFunc(c.before.People(delegate), func(person model.RecipientID) bool {
		_, moves := c.moves[person]
		return moves != managerMoves && c.before.Recipients[person].Home == home
	})
}
