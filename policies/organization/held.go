package organization

import (
	"cmp"
	"slices"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
)

// Pair is a delegate of a recipient.
type Pair struct {
	Recipient, Delegate model.RecipientID
}

// outlookPair is what an Outlook delegate holds on the manager as such.
type outlookPair struct {
	privateItems, sendOnBehalf bool
}

// pairEntries is everything that one delegate holds on one recipient, literally.
type pairEntries struct {
	fullAccess, automappedFullAccess bool
	// sendAs are what its Send As entries say, each once.
	sendAs                          []*model.EntryTerms
	sendOnBehalf                    bool // derived ones too
	readingFolder                   bool
	privateItemsFlags               bool
	explicit, denied, deniedInherit [model.Folder + 1]bool // by permission
	// sendAsDenied are what its Deny entries of Send As say.
	sendAsDenied    []*model.EntryTerms
	outlookDelegate bool
	secondAccount   bool
	fullAccessEntry facts.FullAccess
	privateItems    bool
}

// heldGrants finds the grants of a pair. There are as many pairs as grants, nearly, so it holds
// numbers only.
type heldGrants struct {
	// grants are the places of grants in the model, by recipient, and by delegate and place within
	// each.
	grants []int32
	// first is where those of a recipient begin; those of the next one end them.
	first []int32
	// long are the pairs with so many grants that they are put together once.
	long map[Pair]pairEntries
}

// mostPutTogether is how many grants of a pair are put together again for each of them.
const mostPutTogether = 16

// counts tells whether a grant is one of a pair.
func (heldGrants) counts(g *model.Grant) bool {
	return g.Delegate.Recipient != model.NoRecipient && !g.Delegate.BuiltIn
}

func newHeldGrants(config *model.Model) heldGrants {
	h := heldGrants{first: make([]int32, len(config.Recipients)+1), long: map[Pair]pairEntries{}}
	total := int32(0)
	for _, g := range config.Grants.All() {
		if h.counts(&g) {
			h.first[g.Recipient+1]++
			total++
		}
	}
	for i := range config.Recipients {
		h.first[i+1] += h.first[i]
	}
	h.grants = make([]int32, total)
	next := slices.Clone(h.first)
	for i, g := range config.Grants.All() {
		if h.counts(&g) {
			h.grants[next[g.Recipient]] = int32(i)
			next[g.Recipient]++
		}
	}
	for i := range config.Recipients {
		slices.SortFunc(h.grants[h.first[i]:h.first[i+1]], func(a, b int32) int {
			return cmp.Or(
				cmp.Compare(config.Grants.Delegate(int(a)).Recipient, config.Grants.Delegate(int(b)).Recipient),
				cmp.Compare(a, b),
			)
		})
	}
	return h
}

// grantsOf are the places of the grants of a pair, in their order.
func (org *Organization) grantsOf(p Pair) []int32 {
	all := org.held.grants[org.held.first[p.Recipient]:org.held.first[p.Recipient+1]]
	compare := func(i int32, delegate model.RecipientID) int {
		return cmp.Compare(org.Model.Grants.Delegate(int(i)).Recipient, delegate)
	}
	from, found := slices.BinarySearchFunc(all, p.Delegate, compare)
	if !found {
		return nil
	}
	more, _ := slices.BinarySearchFunc(all[from:], p.Delegate+1, compare)
	return all[from : from+more]
}

// pairOf puts together what a pair holds; ok is false where that is nothing.
func (org *Organization) pairOf(p Pair) (held pairEntries, ok bool) {
	grants := org.grantsOf(p)
	if len(grants) > mostPutTogether {
		held = org.held.long[p]
	} else {
		held = org.putTogether(grants)
	}
	if d, listed := org.outlookDelegates[p]; listed {
		ok, held.outlookDelegate, held.privateItems = true, true, d.privateItems
		held.sendOnBehalf = held.sendOnBehalf || d.sendOnBehalf
	}
	return held, ok || len(grants) > 0
}

func (org *Organization) putTogether(grants []int32) (held pairEntries) {
	for _, i := range grants {
		g := org.Model.Grants.At(int(i))
		held.add(org, &g)
	}
	return held
}

// heldThroughGroups yields what the groups above the delegate hold on the recipient.
func (org *Organization) heldThroughGroups(p Pair) func(yield func(pairEntries) bool) {
	return func(yield func(pairEntries) bool) {
		if !org.heldByGroups[p.Recipient] {
			return
		}
		for _, group := range org.holdingGroups(p) {
			if held, ok := org.pairOf(Pair{p.Recipient, group}); ok && !yield(held) {
				return
			}
		}
	}
}

// holdingGroups are the groups above the delegate that may hold something on the recipient: no more
// than the recipient has grants and Outlook delegates.
func (org *Organization) holdingGroups(p Pair) []model.RecipientID {
	above := org.GroupsAbove(p.Delegate)
	grants := org.held.grants[org.held.first[p.Recipient]:org.held.first[p.Recipient+1]]
	if len(grants) >= len(above) || org.hasOutlookDelegates[p.Recipient] {
		return above
	}
	var holding []model.RecipientID
	last := model.NoRecipient
	for _, i := range grants {
		delegate := org.Model.Grants.Delegate(int(i)).Recipient
		if delegate == last {
			continue
		}
		if _, isAbove := slices.BinarySearch(above, delegate); isAbove {
			holding = append(holding, delegate)
		}
		last = delegate
	}
	return holding
}

func (org *Organization) fillHeld() {
	org.held = newHeldGrants(org.Model)
	org.heldByGroups = make([]bool, len(org.Model.Recipients))
	for i := 0; i < len(org.held.grants); {
		g := org.Model.Grants.At(int(org.held.grants[i]))
		p := Pair{g.Recipient, g.Delegate.Recipient}
		org.noteGroup(p)
		i += len(org.grantsOf(p))
	}
	org.outlookDelegates = map[Pair]outlookPair{}
	org.hasOutlookDelegates = make([]bool, len(org.Model.Recipients))
	for _, d := range org.Model.OutlookDelegates {
		if d.Delegate.Recipient == model.NoRecipient {
			continue
		}
		p := Pair{d.Recipient, d.Delegate.Recipient}
		org.hasOutlookDelegates[d.Recipient] = true
		held := org.outlookDelegates[p]
		held.privateItems = held.privateItems || d.PrivateItems == model.True
		held.sendOnBehalf = held.sendOnBehalf || d.SendOnBehalf.Or(true)
		org.outlookDelegates[p] = held
		org.noteGroup(p)
	}
}

// fillLongPairs puts together what pairs with many grants hold, once it is known whose mailbox is where.
func (org *Organization) fillLongPairs() {
	for i := 0; i < len(org.held.grants); {
		g := org.Model.Grants.At(int(org.held.grants[i]))
		p := Pair{g.Recipient, g.Delegate.Recipient}
		grants := org.grantsOf(p)
		if len(grants) > mostPutTogether {
			org.held.long[p] = org.putTogether(grants)
		}
		i += len(grants)
	}
}

func (org *Organization) noteGroup(p Pair) {
	if len(org.Model.Recipients[p.Delegate].Members) > 0 {
		org.heldByGroups[p.Recipient] = true
	}
}

// sendOnBehalfOf are the direct Send on Behalf delegates of a recipient in order of declaration,
// then those of its Outlook delegates.
func (org *Organization) sendOnBehalfOf(id model.RecipientID) []model.RecipientID {
	grants := slices.Sorted(slices.Values(org.held.grants[org.held.first[id]:org.held.first[id+1]]))
	var delegates []model.RecipientID
	for _, i := range grants {
		if g := org.Model.Grants.At(int(i)); g.Permission == model.SendOnBehalf {
			delegates = append(delegates, g.Delegate.Recipient)
		}
	}
	if !org.hasOutlookDelegates[id] {
		return delegates
	}
	for _, d := range org.Model.OutlookDelegates {
		if d.Recipient == id && d.Delegate.Recipient != model.NoRecipient && d.SendOnBehalf.Or(true) {
			delegates = append(delegates, d.Delegate.Recipient)
		}
	}
	return delegates
}

func (p *pairEntries) add(org *Organization, g *model.Grant) {
	if g.Deny == model.True {
		if g.Inherited == model.True {
			p.deniedInherit[g.Permission] = true
		} else {
			p.denied[g.Permission] = true
		}
		if g.Permission == model.SendAs && !slices.Contains(p.sendAsDenied, g.EntryTerms) {
			p.sendAsDenied = append(p.sendAsDenied, g.EntryTerms)
		}
		return
	}
	explicit := g.Inherited != model.True
	p.explicit[g.Permission] = p.explicit[g.Permission] || explicit
	switch g.Permission {
	case model.FullAccess:
		p.fullAccess = true
		p.secondAccount = p.secondAccount || explicit && model.Word(g.AccessMethod) == "additional_account"
		addFullAccess(&p.fullAccessEntry, org.fullAccessFactsOf(g))
		p.automappedFullAccess = p.automappedFullAccess || explicit && g.AutoMapping != model.False
	case model.SendAs:
		if !slices.Contains(p.sendAs, g.EntryTerms) {
			p.sendAs = append(p.sendAs, g.EntryTerms)
		}
	case model.SendOnBehalf:
		p.sendOnBehalf = true
	case model.Folder:
		p.readingFolder = p.readingFolder || readsItems(g.Folder.AccessRights)
		p.privateItemsFlags = p.privateItemsFlags || g.Folder.Calendar() == model.True &&
			g.Folder.SharingPermissionFlags.Has(
				model.DelegateFlag,
			) && g.Folder.SharingPermissionFlags.Has(model.CanViewPrivateItemsFlag)
	}
}

// readsItems tells rights that let somebody read the items of a folder.
func readsItems(rights model.Set[model.FolderRight]) bool {
	for _, right := range rights.Values() {
		switch model.Word(right) {
		case "Reviewer",
			"NonEditingAuthor",
			"Author",
			"Editor",
			"PublishingAuthor",
			"PublishingEditor",
			"Owner",
			"ReadItems":
			return true
		}
	}
	return false
}
