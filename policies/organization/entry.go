package organization

import (
	"hybridlint/loader/model"
	"hybridlint/policies/facts"
)

// EntryCount is how many entries there may be: grants in their order, then Outlook delegates.
func (org *Organization) EntryCount() int {
	return org.Model.Grants.Len() + len(org.Model.OutlookDelegates)
}

// EntryAt is an entry by its number; ok is false where rules do not look at it: denied entries and
// those of built-in principals. Its grant, if it has one, is put into g.
func (org *Organization) EntryAt(i int, g *model.Grant) (own Entry, ok bool) {
	if n := org.Model.Grants.Len(); i >= n {
		d := org.Model.OutlookDelegates[i-n]
		return Entry{
				Kind:    facts.OutlookDelegateEntry,
				Outlook: d,
				Number:  i,
			}, d.Delegate.Recipient != model.NoRecipient &&
				!d.Delegate.BuiltIn
	}
	*g = org.Model.Grants.At(i)
	if g.Permission == model.Folder {
		return Entry{Kind: facts.FolderGrantEntry, Grant: g, Number: i}, g.Deny != model.True && !g.Delegate.BuiltIn
	}
	return Entry{
			Kind:   facts.GrantEntry,
			Grant:  g,
			Number: i,
		}, g.Deny != model.True && !g.Delegate.BuiltIn &&
			g.Delegate.Recipient != model.NoRecipient
}

// HoldsEverything tells a principal of the product or of Windows, which holds something on
// everything.
func HoldsEverything(t *model.Trustee) bool {
	return t.BuiltIn && !t.Orphaned()
}

// GrantOf is the entry of a grant.
func GrantOf(g *model.Grant) *Entry {
	if g.Permission == model.Folder {
		return &Entry{Kind: facts.FolderGrantEntry, Grant: g}
	}
	return &Entry{Kind: facts.GrantEntry, Grant: g}
}

// Entry is a grant, a folder grant, an Outlook delegate or the Send on Behalf grant that follows
// from one, seen in a batch or by itself.
type Entry struct {
	Kind    facts.EntryKind
	Grant   *model.Grant           // nil for outlook_delegate blocks
	Outlook *model.OutlookDelegate // nil for grant blocks
	Step    *EntryInStep           // nil outside steps of batches
	Number  int                    // among all entries
}

// Base is what all entries declare.
func (e *Entry) Base() *model.Entry {
	if e.Outlook != nil {
		return &e.Outlook.Entry
	}
	return &e.Grant.Entry
}

// Trustee is the delegate as it was declared.
func (e *Entry) Trustee() *model.Trustee {
	if e.Outlook != nil {
		return e.Outlook.Delegate
	}
	return e.Grant.Delegate
}

// Permission is what the entry gives; none for an Outlook delegate.
func (e *Entry) Permission() model.Permission {
	switch {
	case e.Kind == facts.DerivedGrantEntry:
		return model.SendOnBehalf
	case e.Grant != nil:
		return e.Grant.Permission
	default:
		return model.NoPermission
	}
}

// Views are the forests in which an entry is looked at: the delegate's acting forests, or NoForest
// alone where there is none.
func (org *Organization) Views(e *Entry) []model.ForestID {
	if id := e.Trustee().Recipient; id != model.NoRecipient && len(org.ActingForests[id]) > 0 {
		return org.ActingForests[id]
	}
	return Nowhere
}

// Nowhere is the view of what is seen from no forest.
var Nowhere = []model.ForestID{model.NoForest}

// kept is a copy of an entry with its grant, if it has one, for longer than the grant is that of
// one entry.
func (e Entry) kept() *Entry {
	if e.Grant != nil {
		g := *e.Grant
		e.Grant = &g
	}
	return &e
}
