package organization

import (
	"slices"
	"strings"

	"hybridlint/loader/model"
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
	if trustee.Recipient != model.NoRecipient {
		in.Delegate = org.RecipientFacts[trustee.Recipient]
		in.DelegateObject = org.ObjectIn(trustee.Recipient, home)
		in.DelegateAtRecipientsHome = in.DelegateObject.AtHome
	}
	in.Entry.ApplicationAccount = org.isApplicationAccount(e.Trustee().Recipient)
	in.Entry.Application = in.Entry.ApplicationAccount || org.isUsedByApplications(e)
	if e.Grant != nil {
		org.addGrant(in, e.Grant)
	} else {
		org.addOutlookDelegate(in, e)
	}
	org.addPair(in, e)
	org.addStep(in, e)
	return in
}

func (org *Organization) isApplicationAccount(id model.RecipientID) bool {
	r := org.Recipient(id)
	return r != nil && r.UsedBy == model.UsedByApplication
}

// isUsedByApplications: only applications use the entry.
func (org *Organization) isUsedByApplications(e *Entry) bool {
	clients := org.supportedClients(e.Base().Clients, e.Trustee().Recipient)
	return len(clients) > 0 && !slices.ContainsFunc(clients, func(c model.Client) bool {
		return model.Word(c) != "smtp" && model.Word(c) != "application"
	})
}

// supportedClients are the declared clients but the new Outlook where it does not support the delegate's mailbox, which HYB215 reports.
func (org *Organization) supportedClients(declared model.Set[model.Client], delegate model.RecipientID) []model.Client {
	clients := declared.Values()
	if delegate == model.NoRecipient || !org.RecipientFacts[delegate].OnPremisesMailbox {
		return clients
	}
	return slices.DeleteFunc(clients, func(c model.Client) bool { return model.Word(c) == "new_outlook_windows" })
}

func (org *Organization) addGrant(in *facts.EntryInput, g *model.Grant) {
	in.Entry.AutoMapping = g.AutoMapping
	in.Entry.AccessMethod = g.AccessMethod
	in.Entry.Inherited = g.Inherited == model.True
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

func addFolder(given *facts.Entry, g *model.Grant) {
	given.NamedDelegate = g.Delegate.Recipient != model.NoRecipient
	given.Calendar = g.Folder.Calendar()
	if g.Delegate.Text == "Default" {
		given.DefaultLevel = model.CalendarLevel(g.Folder.AccessRights)
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
		in.Entry.DerivedByDefault = d.SendOnBehalf == model.Undeclared
		return
	}
	o := &in.OutlookDelegate
	for _, right := range d.FolderAccessRights {
		if model.CalendarName(right.Folder) {
			o.CalendarRight = right.Right
		}
	}
	o.ReceivesMeetingRequests = d.ReceivesMeetingRequests == model.True
	o.PrivateItems = d.PrivateItems == model.True
	o.DeliveryScope = d.DeliveryScope
	o.ManagedBy = d.ManagedBy
	o.MovedSeparately = d.MovedSeparately
	o.ReconfiguredAfterMove = d.ReconfiguredAfterMove == model.True
	o.ListedTwice = d.ListedTwice == model.True
	o.ListedWithNone = strings.EqualFold(d.ListedPermission, "None")
	o.X500WrittenBack = d.X500WrittenBack == model.True
}

// storedDNIsCurrent compares the DN that the manager's free/busy object holds with the delegate's
// in the manager's forest: its own where the delegate works there, else that of its object.
func (org *Organization) storedDNIsCurrent(d *model.OutlookDelegate, acting model.ForestID) model.Bool {
	delegate, home := org.Recipient(d.Delegate.Recipient), org.Model.Recipients[d.Recipient].Home
	current := delegate.LegacyExchangeDN
	if acting != home {
		current = ""
		if o := ObjectBlock(delegate, home); o != nil {
			current = o.LegacyExchangeDN
		}
	}
	if d.StoredLegacyExchangeDN == "" || current == "" {
		return model.Undeclared
	}
	return model.BoolOf(strings.EqualFold(d.StoredLegacyExchangeDN, current))
}

// AddView adds what depends on one acting forest.
func (org *Organization) AddView(in *facts.EntryInput, e *Entry, acting model.ForestID) {
	base := e.Base()
	home := org.Model.Recipients[base.Recipient].Home
	in.Entry.PresentIn = org.sides(e, base.PresentIn, acting)
	in.Entry.UnknownIn = org.sides(e, base.UnknownIn, acting)
	if !base.PresentIn.Declared() {
		in.Entry.PresentIn = org.sides(e, model.SidesOf(home), acting)
	}
	in.Acting, in.ActingForest, in.RecipientObject = facts.Acting{}, facts.Forest{}, facts.Object{}
	in.Entry.SendFromAddressIsPrimary = model.Undeclared
	in.OutlookDelegate.StoredLegacyExchangeDNIsCurrent = model.Undeclared
	in.Pair.SendAs = facts.SendAs{Declared: in.Pair.SendAs.Declared}
	in.Pair.HoldsSendAs = facts.SendAs{Declared: in.Pair.HoldsSendAs.Declared}
	if acting == model.NoForest {
		return
	}
	in.Acting = facts.Acting{
		Side: facts.SideOf(acting), Direction: facts.DirectionOf(acting, home),
		CrossForest: acting != home, CrossPremises: acting != home && (acting == model.Cloud || home == model.Cloud),
		ActsOnPremises: slices.ContainsFunc(org.Views(e), model.ForestID.OnPremises),
		AnyCrossForest: slices.ContainsFunc(org.Views(e), func(f model.ForestID) bool { return f != home }),
		AnyCrossPremises: slices.ContainsFunc(
			org.Views(e),
			func(f model.ForestID) bool { return facts.SideOf(f) != facts.SideOf(home) && f != model.NoForest },
		),
	}
	in.ActingForest = org.ForestFacts[acting]
	if e.Kind == facts.OutlookDelegateEntry {
		in.OutlookDelegate.StoredLegacyExchangeDNIsCurrent = org.storedDNIsCurrent(e.Outlook, acting)
	}
	in.RecipientObject = org.ObjectIn(base.Recipient, acting)
	if e.Grant != nil && e.Grant.Procedure != nil && e.Grant.Procedure.SendFromAddress != "" {
		if primary := org.PrimaryAddress(base.Recipient, acting); primary != "" {
			in.Entry.SendFromAddressIsPrimary = model.BoolOf(sameAddress(e.Grant.Procedure.SendFromAddress, primary))
		}
	}
	org.addSendAs(in, e, acting)
}

func (org *Organization) sides(e *Entry, forests model.Sides, acting model.ForestID) facts.EntrySides {
	home := org.Model.Recipients[e.Base().Recipient].Home
	return facts.EntrySides{
		ActingForest: forests.Has(acting),
		Home:         forests.Has(home),
		Cloud:        forests.Has(model.Cloud),
		OnPremises:   forests.HasOnPremises(),
		BatchTarget:  e.Step != nil && forests.Has(e.Step.Target),
	}
}

// PrimaryAddress is that of the recipient's object in the acting forest, or of the mailbox where
// none is declared there.
func (org *Organization) PrimaryAddress(id model.RecipientID, acting model.ForestID) string {
	r := org.Model.Recipients[id]
	if o := ObjectBlock(r, acting); o != nil && o.PrimarySMTPAddress != "" {
		return o.PrimarySMTPAddress
	}
	return r.PrimarySMTPAddress
}
