package organization

import (
	"slices"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
)

// addPair joins what else the delegate holds on the recipient, without what depends on the acting
// forest. It gives what the delegate holds itself.
func (org *Organization) addPair(in *facts.EntryInput, e *Entry) (own pairEntries) {
	recipient, delegate := e.Base().Recipient, e.Trustee().Recipient
	if delegate == model.NoRecipient {
		return own
	}
	permission := e.Permission()
	own, _ = org.pairOf(Pair{recipient, delegate})
	in.Pair = facts.Pair{
		FullAccess:           own.fullAccess,
		AutomappedFullAccess: own.automappedFullAccess,
		SecondAccount:        own.secondAccount,
		FullAccessEntry:      own.fullAccessEntry,
		OutlookDelegate:      own.outlookDelegate,
		PrivateItemsDelegate: own.privateItems,
		PrivateItemsFlags:    own.privateItemsFlags,
		ExplicitEntry:        own.explicit[permission],
		DeniedExplicitly:     own.denied[permission],
		DeniedByInheritance:  own.deniedInherit[permission],
		FullAccessDenied:     own.denied[model.FullAccess],
		SendAsDenied:         own.denied[model.SendAs],
		SendAsDeniedIn:       org.SidesOf(recipient, own.sendAsDenied...),
		ResourceDelegate:     slices.Contains(org.Model.Recipients[recipient].ResourceDelegates, delegate),
	}
	if e.Grant != nil && permission == model.FullAccess {
		in.Pair.FullAccessEntry = org.fullAccessFactsOf(e.Grant)
	}
	if e.Grant != nil && permission == model.SendOnBehalf {
		in.Pair.OverwritesSendOnBehalf = len(org.Overwritten(e.Grant)) > 0
	}
	in.Pair.SendAs.Declared = len(own.sendAs) > 0
	hold(&in.Pair, &own)
	for p := range org.heldThroughGroups(Pair{recipient, delegate}) {
		hold(&in.Pair, &p)
	}
	return own
}

// SidesOf are the sides of entries on a recipient; one that declares none is where the recipient is.
func (org *Organization) SidesOf(recipient model.RecipientID, entries ...*model.EntryTerms) (sides facts.BothSides) {
	for _, entry := range entries {
		at := entry.PresentIn
		if !at.Declared() {
			at = model.SidesOf(org.Model.Recipients[recipient].Home)
		}
		sides.Cloud = sides.Cloud || at.Has(model.Cloud)
		sides.OnPremises = sides.OnPremises || at.HasOnPremises()
	}
	return sides
}

// fullAccessFactsOf is what a Full Access grant says about how the mailbox is used.
func (org *Organization) fullAccessFactsOf(g *model.Grant) facts.FullAccess {
	clients := org.supportedClients(g.Clients, g.Delegate.Recipient)
	return facts.FullAccess{
		Declared: true,
		OutlookWindows: slices.ContainsFunc(
			clients,
			func(c model.Client) bool { return model.Word(c) == "outlook_windows" },
		),
		WebClientsOnly: len(clients) > 0 && !slices.ContainsFunc(clients, func(c model.Client) bool {
			return model.Word(c) != "owa" && model.Word(c) != "new_outlook_windows"
		}),
		AdditionalAccount: model.Word(g.AccessMethod) == "additional_account",
	}
}

// hold takes in what the delegate holds, itself or through a group.
func hold(f *facts.Pair, p *pairEntries) {
	f.HoldsFullAccess = f.HoldsFullAccess || p.fullAccess
	f.HoldsSendOnBehalf = f.HoldsSendOnBehalf || p.sendOnBehalf
	f.HoldsReadingFolder = f.HoldsReadingFolder || p.readingFolder
	f.HoldsSendAs.Declared = f.HoldsSendAs.Declared || len(p.sendAs) > 0
}

func (org *Organization) addSendAs(in *facts.EntryInput, e *Entry, acting model.ForestID) {
	recipient, delegate := e.Base().Recipient, e.Trustee().Recipient
	home := org.Model.Recipients[recipient].Home
	if !in.Pair.HoldsSendAs.Declared {
		return
	}
	own, _ := org.pairOf(Pair{recipient, delegate})
	org.sumSendAs(&in.Pair.SendAs, own.sendAs, home, acting)
	org.sumSendAs(&in.Pair.HoldsSendAs, own.sendAs, home, acting)
	for p := range org.heldThroughGroups(Pair{recipient, delegate}) {
		org.sumSendAs(&in.Pair.HoldsSendAs, p.sendAs, home, acting)
	}
}

func (org *Organization) sumSendAs(sum *facts.SendAs, grants []*model.EntryTerms, home, acting model.ForestID) {
	for _, g := range grants {
		present := g.PresentIn.Has(acting) || !g.PresentIn.Declared() && home == acting
		sum.ListedInActingForest = sum.ListedInActingForest || present
		sum.UnknownInActingForest = sum.UnknownInActingForest || g.UnknownIn.Has(acting)
		sum.EstablishedBeforeMove = sum.EstablishedBeforeMove || g.EstablishedBeforeMove == model.True
	}
}

// addFullAccess takes in another grant of the pair.
func addFullAccess(f *facts.FullAccess, other facts.FullAccess) {
	f.Declared = true
	f.OutlookWindows = f.OutlookWindows || other.OutlookWindows
	f.WebClientsOnly = f.WebClientsOnly || other.WebClientsOnly
	f.AdditionalAccount = f.AdditionalAccount || other.AdditionalAccount
}
