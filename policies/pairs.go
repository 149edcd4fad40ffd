package policies

import (
	"hybridlint/policies/facts"

	"cmp"
	"slices"

	"hybridlint/loader"
)

// pair is a delegate of a recipient.
type pair struct {
	recipient, delegate loader.RecipientID
}

// outlookPair is what an Outlook delegate holds on the manager as such.
type outlookPair struct {
	privateItems, sendOnBehalf bool
}

// pairEntries is everything that one delegate holds on one recipient, literally.
type pairEntries struct {
	fullAccess, automappedFullAccess bool
	// sendAs are what its Send As entries say, each once.
	sendAs                          []*loader.EntryTerms
	sendOnBehalf                    bool // derived ones too
	readingFolder                   bool
	privateItemsFlags               bool
	explicit, denied, deniedInherit [loader.Folder + 1]bool // by permission
	outlookDelegate                 bool
	secondAccount                   bool
	fullAccessEntry                 facts.FullAccess
	privateItems                    bool
}

// heldGrants finds the grants of a pair. There are as many pairs as grants, nearly, so it holds numbers only.
type heldGrants struct {
	// grants are the places of grants in the model, by recipient, and by delegate and place within each.
	grants []int32
	// first is where those of a recipient begin; those of the next one end them.
	first []int32
	// long are the pairs with so many grants that they are put together once.
	long map[pair]pairEntries
}

// mostPutTogether is how many grants of a pair are put together again for each of them.
const mostPutTogether = 16

// counts tells whether a grant is one of a pair.
func (heldGrants) counts(g *loader.Grant) bool {
	return g.Delegate.Recipient != loader.NoRecipient && !g.Delegate.BuiltIn
}

func newHeldGrants(model *loader.Model) heldGrants {
	h := heldGrants{first: make([]int32, len(model.Recipients)+1), long: map[pair]pairEntries{}}
	total := int32(0)
	for _, g := range model.Grants.All() {
		if h.counts(&g) {
			h.first[g.Recipient+1]++
			total++
		}
	}
	for i := range model.Recipients {
		h.first[i+1] += h.first[i]
	}
	h.grants = make([]int32, total)
	next := slices.Clone(h.first)
	for i, g := range model.Grants.All() {
		if h.counts(&g) {
			h.grants[next[g.Recipient]] = int32(i)
			next[g.Recipient]++
		}
	}
	for i := range model.Recipients {
		slices.SortFunc(h.grants[h.first[i]:h.first[i+1]], func(a, b int32) int {
			return cmp.Or(cmp.Compare(model.Grants.Delegate(int(a)).Recipient, model.Grants.Delegate(int(b)).Recipient), cmp.Compare(a, b))
		})
	}
	return h
}

// grantsOf are the places of the grants of a pair, in their order.
func (j *join) grantsOf(p pair) []int32 {
	all := j.held.grants[j.held.first[p.recipient]:j.held.first[p.recipient+1]]
	compare := func(i int32, delegate loader.RecipientID) int {
		return cmp.Compare(j.model.Grants.Delegate(int(i)).Recipient, delegate)
	}
	from, found := slices.BinarySearchFunc(all, p.delegate, compare)
	if !found {
		return nil
	}
	more, _ := slices.BinarySearchFunc(all[from:], p.delegate+1, compare)
	return all[from : from+more]
}

// pairOf puts together what a pair holds; ok is false where that is nothing.
func (j *join) pairOf(p pair) (held pairEntries, ok bool) {
	grants := j.grantsOf(p)
	if len(grants) > mostPutTogether {
		held = j.held.long[p]
	} else {
		held = j.putTogether(grants)
	}
	if d, listed := j.outlookDelegates[p]; listed {
		ok, held.outlookDelegate, held.privateItems = true, true, d.privateItems
		held.sendOnBehalf = held.sendOnBehalf || d.sendOnBehalf
	}
	return held, ok || len(grants) > 0
}

func (j *join) putTogether(grants []int32) (held pairEntries) {
	for _, i := range grants {
		g := j.model.Grants.At(int(i))
		held.add(&g)
	}
	return held
}

// heldThroughGroups yields what the groups above the delegate hold on the recipient.
func (j *join) heldThroughGroups(p pair) func(yield func(pairEntries) bool) {
	return func(yield func(pairEntries) bool) {
		if !j.heldByGroups[p.recipient] {
			return
		}
		for _, group := range j.holdingGroups(p) {
			if held, ok := j.pairOf(pair{p.recipient, group}); ok && !yield(held) {
				return
			}
		}
	}
}

// holdingGroups are the groups above the delegate that may hold something on the recipient: no more than the recipient has grants and
// Outlook delegates.
func (j *join) holdingGroups(p pair) []loader.RecipientID {
	above := j.groupsAbove(p.delegate)
	grants := j.held.grants[j.held.first[p.recipient]:j.held.first[p.recipient+1]]
	if len(grants) >= len(above) || j.hasOutlookDelegates[p.recipient] {
		return above
	}
	var holding []loader.RecipientID
	last := loader.NoRecipient
	for _, i := range grants {
		delegate := j.model.Grants.Delegate(int(i)).Recipient
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

func (j *join) joinPairs() {
	j.held = newHeldGrants(j.model)
	j.heldByGroups = make([]bool, len(j.model.Recipients))
	for i := 0; i < len(j.held.grants); {
		g := j.model.Grants.At(int(j.held.grants[i]))
		p := pair{g.Recipient, g.Delegate.Recipient}
		grants := j.grantsOf(p)
		if len(grants) > mostPutTogether {
			j.held.long[p] = j.putTogether(grants)
		}
		j.noteGroup(p)
		i += len(grants)
	}
	j.outlookDelegates = map[pair]outlookPair{}
	j.hasOutlookDelegates = make([]bool, len(j.model.Recipients))
	for _, d := range j.model.OutlookDelegates {
		if d.Delegate.Recipient == loader.NoRecipient {
			continue
		}
		p := pair{d.Recipient, d.Delegate.Recipient}
		j.hasOutlookDelegates[d.Recipient] = true
		held := j.outlookDelegates[p]
		held.privateItems = held.privateItems || d.PrivateItems == loader.True
		held.sendOnBehalf = held.sendOnBehalf || d.SendOnBehalf.Or(true)
		j.outlookDelegates[p] = held
		j.noteGroup(p)
	}
}

func (j *join) noteGroup(p pair) {
	if len(j.model.Recipients[p.delegate].Members) > 0 {
		j.heldByGroups[p.recipient] = true
	}
}

// sendOnBehalfOf are the direct Send on Behalf delegates of a recipient in order of declaration, then those of its Outlook
// delegates.
func (j *join) sendOnBehalfOf(id loader.RecipientID) []loader.RecipientID {
	grants := slices.Sorted(slices.Values(j.held.grants[j.held.first[id]:j.held.first[id+1]]))
	var delegates []loader.RecipientID
	for _, i := range grants {
		if g := j.model.Grants.At(int(i)); g.Permission == loader.SendOnBehalf {
			delegates = append(delegates, g.Delegate.Recipient)
		}
	}
	if !j.hasOutlookDelegates[id] {
		return delegates
	}
	for _, d := range j.model.OutlookDelegates {
		if d.Recipient == id && d.Delegate.Recipient != loader.NoRecipient && d.SendOnBehalf.Or(true) {
			delegates = append(delegates, d.Delegate.Recipient)
		}
	}
	return delegates
}

func (p *pairEntries) add(g *loader.Grant) {
	if g.Deny == loader.True {
		if g.Inherited == loader.True {
			p.deniedInherit[g.Permission] = true
		} else {
			p.denied[g.Permission] = true
		}
		return
	}
	explicit := g.Inherited != loader.True
	p.explicit[g.Permission] = p.explicit[g.Permission] || explicit
	switch g.Permission {
	case loader.FullAccess:
		p.fullAccess = true
		p.secondAccount = p.secondAccount || explicit && loader.Word(g.AccessMethod) == "additional_account"
		addFullAccess(&p.fullAccessEntry, fullAccessFactsOf(g))
		p.automappedFullAccess = p.automappedFullAccess || explicit && g.AutoMapping != loader.False
	case loader.SendAs:
		if !slices.Contains(p.sendAs, g.EntryTerms) {
			p.sendAs = append(p.sendAs, g.EntryTerms)
		}
	case loader.SendOnBehalf:
		p.sendOnBehalf = true
	case loader.Folder:
		p.readingFolder = p.readingFolder || readsItems(g.Folder.AccessRights)
		p.privateItemsFlags = p.privateItemsFlags || g.Folder.Calendar() == loader.True &&
			g.Folder.SharingPermissionFlags.Has(loader.DelegateFlag) && g.Folder.SharingPermissionFlags.Has(loader.CanViewPrivateItemsFlag)
	}
}

// addFullAccess takes in another grant of the pair.
func addFullAccess(f *facts.FullAccess, other facts.FullAccess) {
	f.Declared = true
	f.OutlookWindows = f.OutlookWindows || other.OutlookWindows
	f.WebClientsOnly = f.WebClientsOnly || other.WebClientsOnly
	f.AdditionalAccount = f.AdditionalAccount || other.AdditionalAccount
}

// readsItems tells rights that let somebody read the items of a folder.
func readsItems(rights loader.Set[loader.FolderRight]) bool {
	for _, right := range rights.Values() {
		switch loader.Word(right) {
		case "Reviewer", "NonEditingAuthor", "Author", "Editor", "PublishingAuthor", "PublishingEditor", "Owner", "ReadItems":
			return true
		}
	}
	return false
}
