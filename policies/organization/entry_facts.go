package organization

import (
	"slices"
	"strings"

	"hybridlint/loader"
	"hybridlint/policies/facts"
)

// EntryFacts joins everything about an entry except what depends on the acting forest.
func (org *Organization) EntryFacts(e *Entry) *facts.EntryInput {
	base, trustee := e.Base(), e.Trustee()
	home := org.Model.Recipients[base.Recipient].Home
	in := &facts.EntryInput{
		Organization: org.Whole,
		Recipient:    org.RecipientFacts[base.Recipient],
		HomeForest:   org.ForestFacts[home],
	}
	in.Entry = facts.Entry{
		Kind: e.Kind, Permission: e.Permission(), State: base.State,
		EstablishedBeforeMove: base.EstablishedBeforeMove, Clients: base.Clients,
	}
	if e.Kind != facts.DerivedGrantEntry {
		in.Entry.Channel = base.Channel
	}
	if trustee.Recipient != loader.NoRecipient {
		in.Delegate = org.RecipientFacts[trustee.Recipient]
		in.DelegateObject = org.ObjectIn(trustee.Recipient, home)
		in.DelegateAtRecipientsHome = in.DelegateObject.AtHome
	}
	in.Entry.Application = org.isApplication(e)
	if e.Grant != nil {
		org.addGrant(in, e.Grant)
	} else {
		org.addOutlookDelegate(in, e)
	}
	org.addPair(in, e)
	org.addStep(in, e)
	return in
}

// isApplication: the delegate is an application, or only applications use the entry.
func (org *Organization) isApplication(e *Entry) bool {
	if r := org.Recipient(e.Trustee().Recipient); r != nil && r.UsedBy == loader.UsedByApplication {
		return true
	}
	clients := e.Base().Clients.Values()
	return len(clients) > 0 && !slices.ContainsFunc(clients, func(c loader.Client) bool {
		return loader.Word(c) != "smtp" && loader.Word(c) != "application"
	})
}

func (org *Organization) addGrant(in *facts.EntryInput, g *loader.Grant) {
	in.Entry.AutoMapping = g.AutoMapping
	in.Entry.AccessMethod = g.AccessMethod
	in.Entry.Inherited = g.Inherited == loader.True
	in.Entry.Replication = g.Replication
	in.Entry.Expects = g.Expects
	if g.OutlookWindows != nil {
		in.Entry.OutlookVersion = g.OutlookWindows.Version
		in.Entry.OutlookUpdateDate = g.OutlookWindows.UpdateDate
	}
	if g.Folder != nil {
		addFolder(&in.Entry, g)
	}
	org.addProcedure(in, g)
}

func addFolder(given *facts.Entry, g *loader.Grant) {
	given.NamedDelegate = g.Delegate.Recipient != loader.NoRecipient
	given.Calendar = g.Folder.Calendar()
	if g.Delegate.Text == "Default" {
		given.DefaultLevel = loader.CalendarLevel(g.Folder.AccessRights)
	}
	given.Subfolder = len(FolderParts(g.Folder.Path)) > 1
	given.AccessRights = g.Folder.AccessRights
	given.AccessRightsCount = facts.NumberOf(int32(len(g.Folder.AccessRights.Values())))
	given.SharingPermissionFlags = g.Folder.SharingPermissionFlags
	given.ParentAccessRights = g.Folder.ParentAccessRights
}

// FolderParts takes a path apart; both slashes divide it.
func FolderParts(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '\\' || r == '/' })
}

func (org *Organization) addOutlookDelegate(in *facts.EntryInput, e *Entry) {
	d := e.Outlook
	if e.Kind == facts.DerivedGrantEntry {
		in.Entry.DerivedByDefault = d.SendOnBehalf == loader.Undeclared
		return
	}
	o := &in.OutlookDelegate
	for _, right := range d.FolderAccessRights {
		if loader.CalendarName(right.Folder) {
			o.CalendarRight = right.Right
		}
	}
	o.ReceivesMeetingRequests = d.ReceivesMeetingRequests == loader.True
	o.PrivateItems = d.PrivateItems == loader.True
	o.DeliveryScope = d.DeliveryScope
	o.ManagedBy = d.ManagedBy
	o.MovedSeparately = d.MovedSeparately
	o.ReconfiguredAfterMove = d.ReconfiguredAfterMove == loader.True
	o.ListedTwice = d.ListedTwice == loader.True
	o.ListedWithNone = strings.EqualFold(d.ListedPermission, "None")
	o.X500WrittenBack = d.X500WrittenBack == loader.True
}

// storedDNIsCurrent compares the DN that the manager's free/busy object holds with the delegate's
// in the manager's forest: its own where the delegate works there, else that of its object.
func (org *Organization) storedDNIsCurrent(d *loader.OutlookDelegate, acting loader.ForestID) loader.Bool {
	delegate, home := org.Recipient(d.Delegate.Recipient), org.Model.Recipients[d.Recipient].Home
	current := delegate.LegacyExchangeDN
	if acting != home {
		current = ""
		if o := ObjectBlock(delegate, home); o != nil {
			current = o.LegacyExchangeDN
		}
	}
	if d.StoredLegacyExchangeDN == "" || current == "" {
		return loader.Undeclared
	}
	return loader.BoolOf(strings.EqualFold(d.StoredLegacyExchangeDN, current))
}

// AddView adds what depends on one acting forest.
func (org *Organization) AddView(in *facts.EntryInput, e *Entry, acting loader.ForestID) {
	base := e.Base()
	home := org.Model.Recipients[base.Recipient].Home
	in.Entry.PresentIn = org.sides(e, base.PresentIn, acting)
	in.Entry.UnknownIn = org.sides(e, base.UnknownIn, acting)
	if !base.PresentIn.Declared() {
		in.Entry.PresentIn = org.sides(e, loader.SidesOf(home), acting)
	}
	in.Acting, in.ActingForest, in.RecipientObject = facts.Acting{}, facts.Forest{}, facts.Object{}
	in.Entry.SendFromAddressIsPrimary = loader.Undeclared
	in.OutlookDelegate.StoredLegacyExchangeDNIsCurrent = loader.Undeclared
	in.Pair.SendAs = facts.SendAs{Declared: in.Pair.SendAs.Declared}
	in.Pair.HoldsSendAs = facts.SendAs{Declared: in.Pair.HoldsSendAs.Declared}
	if acting == loader.NoForest {
		return
	}
	in.Acting = facts.Acting{
		Side: facts.SideOf(acting), Direction: facts.DirectionOf(acting, home),
		CrossForest: acting != home, CrossPremises: acting != home && (acting == loader.Cloud || home == loader.Cloud),
		ActsOnPremises: slices.ContainsFunc(org.Views(e), loader.ForestID.OnPremises),
		AnyCrossForest: slices.ContainsFunc(org.Views(e), func(f loader.ForestID) bool { return f != home }),
		AnyCrossPremises: slices.ContainsFunc(
			org.Views(e),
			func(f loader.ForestID) bool { return facts.SideOf(f) != facts.SideOf(home) && f != loader.NoForest },
		),
	}
	in.ActingForest = org.ForestFacts[acting]
	if e.Kind == facts.OutlookDelegateEntry {
		in.OutlookDelegate.StoredLegacyExchangeDNIsCurrent = org.storedDNIsCurrent(e.Outlook, acting)
	}
	in.RecipientObject = org.ObjectIn(base.Recipient, acting)
	if e.Grant != nil && e.Grant.Procedure != nil && e.Grant.Procedure.SendFromAddress != "" {
		if primary := org.PrimaryAddress(base.Recipient, acting); primary != "" {
			in.Entry.SendFromAddressIsPrimary = loader.BoolOf(sameAddress(e.Grant.Procedure.SendFromAddress, primary))
		}
	}
	org.addSendAs(in, e, acting)
}

func (org *Organization) sides(e *Entry, forests loader.Sides, acting loader.ForestID) facts.EntrySides {
	home := org.Model.Recipients[e.Base().Recipient].Home
	return facts.EntrySides{
		ActingForest: forests.Has(acting),
		Home:         forests.Has(home),
		Cloud:        forests.Has(loader.Cloud),
		OnPremises:   forests.HasOnPremises(),
		BatchTarget:  e.Step != nil && forests.Has(e.Step.Target),
	}
}

// PrimaryAddress is that of the recipient's object in the acting forest, or of the mailbox where
// none is declared there.
func (org *Organization) PrimaryAddress(id loader.RecipientID, acting loader.ForestID) string {
	r := org.Model.Recipients[id]
	if o := ObjectBlock(r, acting); o != nil && o.PrimarySMTPAddress != "" {
		return o.PrimarySMTPAddress
	}
	return r.PrimarySMTPAddress
}
