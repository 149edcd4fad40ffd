package policies

import (
	"hybridlint/policies/facts"

	"slices"
	"strings"

	"hybridlint/loader"
)

// entry is a grant, a folder grant, an Outlook delegate or the Send on Behalf grant that follows from one, seen in a
// batch or by itself.
type entry struct {
	kind    facts.EntryKind
	grant   *loader.Grant           // nil for outlook_delegate blocks
	outlook *loader.OutlookDelegate // nil for grant blocks
	step    *stepEntry              // nil outside steps of batches
	number  int                     // among all entries
}

func (e *entry) base() *loader.Entry {
	if e.outlook != nil {
		return &e.outlook.Entry
	}
	return &e.grant.Entry
}

func (e *entry) trustee() *loader.Trustee {
	if e.outlook != nil {
		return e.outlook.Delegate
	}
	return e.grant.Delegate
}

func (e *entry) permission() loader.Permission {
	switch {
	case e.kind == facts.DerivedGrantEntry:
		return loader.SendOnBehalf
	case e.grant != nil:
		return e.grant.Permission
	default:
		return loader.NoPermission
	}
}

// views are the forests in which an entry is looked at: the delegate's acting forests, or NoForest alone where there is none.
func (j *join) views(e *entry) []loader.ForestID {
	if id := e.trustee().Recipient; id != loader.NoRecipient && len(j.acting[id]) > 0 {
		return j.acting[id]
	}
	return nowhere
}

var nowhere = []loader.ForestID{loader.NoForest}

// entryFactsOf joins everything about an entry except what depends on the acting forest.
func (j *join) entryFactsOf(e *entry) *facts.EntryInput {
	base, trustee := e.base(), e.trustee()
	home := j.model.Recipients[base.Recipient].Home
	in := &facts.EntryInput{
		Organization: j.organization,
		Recipient:    j.recipients[base.Recipient],
		HomeForest:   j.forests[home],
	}
	in.Entry = facts.Entry{
		Kind: e.kind, Permission: e.permission(), State: base.State,
		EstablishedBeforeMove: base.EstablishedBeforeMove, Clients: base.Clients,
	}
	if e.kind != facts.DerivedGrantEntry {
		in.Entry.Channel = base.Channel
	}
	if trustee.Recipient != loader.NoRecipient {
		in.Delegate = j.recipients[trustee.Recipient]
		in.DelegateObject = j.objectIn(trustee.Recipient, home)
		in.DelegateAtRecipientsHome = in.DelegateObject.AtHome
	}
	in.Entry.Application = j.isApplication(e)
	if e.grant != nil {
		j.addGrant(in, e.grant)
	} else {
		j.addOutlookDelegate(in, e)
	}
	j.addPair(in, e)
	j.addStep(in, e)
	return in
}

// isApplication: the delegate is an application, or only applications use the entry.
func (j *join) isApplication(e *entry) bool {
	if r := j.recipient(e.trustee().Recipient); r != nil && r.UsedBy == loader.UsedByApplication {
		return true
	}
	clients := e.base().Clients.Values()
	return len(clients) > 0 && !slices.ContainsFunc(clients, func(c loader.Client) bool {
		return loader.Word(c) != "smtp" && loader.Word(c) != "application"
	})
}

func (j *join) addGrant(in *facts.EntryInput, g *loader.Grant) {
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
	j.addProcedure(in, g)
}

func addFolder(given *facts.Entry, g *loader.Grant) {
	given.NamedDelegate = g.Delegate.Recipient != loader.NoRecipient
	given.Calendar = g.Folder.Calendar()
	if g.Delegate.Text == "Default" {
		given.DefaultLevel = loader.CalendarLevel(g.Folder.AccessRights)
	}
	given.Subfolder = len(folderParts(g.Folder.Path)) > 1
	given.AccessRights = g.Folder.AccessRights
	given.AccessRightsCount = facts.NumberOf(int32(len(g.Folder.AccessRights.Values())))
	given.SharingPermissionFlags = g.Folder.SharingPermissionFlags
	given.ParentAccessRights = g.Folder.ParentAccessRights
}

// folderParts takes a path apart; both slashes divide it.
func folderParts(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '\\' || r == '/' })
}

func (j *join) addProcedure(in *facts.EntryInput, g *loader.Grant) {
	home := j.model.Recipients[g.Recipient].Home
	appliedOn := home
	p := g.Procedure
	if p != nil && p.AppliedOn != loader.NoForest {
		appliedOn = p.AppliedOn
	}
	in.Entry.AppliedOn = facts.SideOf(appliedOn)
	in.Entry.AppliedAtHome = appliedOn == home
	in.Entry.AppliedOnVersion = j.forests[appliedOn].ExchangeVersion
	if p == nil {
		return
	}
	in.Entry.Cmdlet = facts.CmdletOf(p.Cmdlet)
	in.Entry.IdentityKind = p.IdentityKind
	in.Entry.GrantedBy = j.grantorOf(p, g.Recipient)
	in.Entry.GrantedVia = p.GrantedVia
	in.Entry.ChangeMode = p.ChangeMode
	in.Entry.Operator = operatorOf(p.OperatorRoleGroups, p.OperatorHasCustomRole)
}

func (j *join) grantorOf(p *loader.Procedure, recipient loader.RecipientID) facts.Grantor {
	switch {
	case p.GrantedByOwner:
		return facts.GrantedByOwner
	case p.GrantedBy == loader.NoRecipient:
		return facts.NoGrantor
	case p.GrantedBy == recipient:
		return facts.GrantedByRecipient
	case j.model.Recipients[p.GrantedBy].Home == j.model.Recipients[recipient].Home:
		return facts.SameForestGrantor
	default:
		return facts.OtherForestGrantor
	}
}

func operatorOf(groups []string, customRole loader.Bool) facts.Operator {
	is := func(name string) bool {
		return slices.ContainsFunc(groups, func(group string) bool { return strings.EqualFold(strings.TrimSpace(group), name) })
	}
	begins := func(prefix string) bool {
		return slices.ContainsFunc(groups, func(group string) bool {
			return len(group) >= len(prefix) && strings.EqualFold(strings.TrimSpace(group)[:min(len(prefix), len(strings.TrimSpace(group)))], prefix)
		})
	}
	return facts.Operator{
		Declared:               groups != nil,
		OrganizationManagement: is("Organization Management"),
		RecipientManagement:    is("Recipient Management"),
		SSASERemoteMailbox:     is("SSA-SE-RemoteMailbox"),
		EntraAdministrator: is("Exchange Administrator") || is("Global Administrator") ||
			begins("ExchangeServiceAdmins_") || begins("TenantAdmins_"),
		HelpDesk:               is("Help Desk"),
		PublicFolderManagement: is("Public Folder Management"),
		CustomRole:             customRole == loader.True,
	}
}

func (j *join) addOutlookDelegate(in *facts.EntryInput, e *entry) {
	d := e.outlook
	if e.kind == facts.DerivedGrantEntry {
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

// storedDNIsCurrent compares the DN that the manager's free/busy object holds with the delegate's in the manager's forest:
// its own where the delegate works there, else that of its object.
func (j *join) storedDNIsCurrent(d *loader.OutlookDelegate, acting loader.ForestID) loader.Bool {
	delegate, home := j.recipient(d.Delegate.Recipient), j.model.Recipients[d.Recipient].Home
	current := delegate.LegacyExchangeDN
	if acting != home {
		current = ""
		if o := objectBlock(delegate, home); o != nil {
			current = o.LegacyExchangeDN
		}
	}
	if d.StoredLegacyExchangeDN == "" || current == "" {
		return loader.Undeclared
	}
	return loader.BoolOf(strings.EqualFold(d.StoredLegacyExchangeDN, current))
}

// addPair joins what else the delegate holds on the recipient, without what depends on the acting forest. It gives what the
// delegate holds itself.
func (j *join) addPair(in *facts.EntryInput, e *entry) (own pairEntries) {
	recipient, delegate := e.base().Recipient, e.trustee().Recipient
	if delegate == loader.NoRecipient {
		return own
	}
	permission := e.permission()
	own, _ = j.pairOf(pair{recipient, delegate})
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
		ResourceDelegate:     slices.Contains(j.model.Recipients[recipient].ResourceDelegates, delegate),
	}
	if e.grant != nil && permission == loader.FullAccess {
		in.Pair.FullAccessEntry = fullAccessFactsOf(e.grant)
	}
	if e.grant != nil && permission == loader.SendOnBehalf {
		in.Pair.OverwritesSendOnBehalf = len(j.overwritten(e.grant)) > 0
	}
	in.Pair.SendAs.Declared = len(own.sendAs) > 0
	hold(&in.Pair, &own)
	for p := range j.heldThroughGroups(pair{recipient, delegate}) {
		hold(&in.Pair, &p)
	}
	return own
}

// fullAccessFactsOf is what a Full Access grant says about how the mailbox is used.
func fullAccessFactsOf(g *loader.Grant) facts.FullAccess {
	clients := g.Clients.Values()
	return facts.FullAccess{
		Declared:       true,
		OutlookWindows: slices.ContainsFunc(clients, func(c loader.Client) bool { return loader.Word(c) == "outlook_windows" }),
		WebClientsOnly: len(clients) > 0 && !slices.ContainsFunc(clients, func(c loader.Client) bool {
			return loader.Word(c) != "owa" && loader.Word(c) != "new_outlook_windows"
		}),
		AdditionalAccount: loader.Word(g.AccessMethod) == "additional_account",
	}
}

// hold takes in what the delegate holds, itself or through a group.
func hold(f *facts.Pair, p *pairEntries) {
	f.HoldsFullAccess = f.HoldsFullAccess || p.fullAccess
	f.HoldsSendOnBehalf = f.HoldsSendOnBehalf || p.sendOnBehalf
	f.HoldsReadingFolder = f.HoldsReadingFolder || p.readingFolder
	f.HoldsSendAs.Declared = f.HoldsSendAs.Declared || len(p.sendAs) > 0
}

// overwritten lists the direct Send on Behalf delegates of the recipient, those of Outlook delegates too, that the new list leaves out;
// by default it names all delegates of the block.
func (j *join) overwritten(g *loader.Grant) []loader.RecipientID {
	if g.Procedure == nil || g.Procedure.ChangeMode == 0 || loader.Word(g.Procedure.ChangeMode) != "replace" {
		return nil
	}
	kept := g.Procedure.NewList
	if kept == nil {
		kept = j.delegatesOfBlock(g)
	}
	var others []loader.RecipientID
	for _, other := range j.sendOnBehalfOf(g.Recipient) {
		if !slices.Contains(kept, other) && !slices.Contains(others, other) {
			others = append(others, other)
		}
	}
	return others
}

// delegatesOfBlock are the delegates of the block that a grant comes from.
func (j *join) delegatesOfBlock(g *loader.Grant) []loader.RecipientID {
	delegates := []loader.RecipientID{g.Delegate.Recipient}
	for _, i := range j.held.grants[j.held.first[g.Recipient]:j.held.first[g.Recipient+1]] {
		if other := j.model.Grants.At(int(i)); other.Block == g.Block {
			delegates = append(delegates, other.Delegate.Recipient)
		}
	}
	return delegates
}

// addView adds what depends on one acting forest.
func (j *join) addView(in *facts.EntryInput, e *entry, acting loader.ForestID) {
	base := e.base()
	home := j.model.Recipients[base.Recipient].Home
	in.Entry.PresentIn = j.sides(e, base.PresentIn, acting)
	in.Entry.UnknownIn = j.sides(e, base.UnknownIn, acting)
	if !base.PresentIn.Declared() {
		in.Entry.PresentIn = j.sides(e, loader.SidesOf(home), acting)
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
		ActsOnPremises:   slices.ContainsFunc(j.views(e), loader.ForestID.OnPremises),
		AnyCrossForest:   slices.ContainsFunc(j.views(e), func(f loader.ForestID) bool { return f != home }),
		AnyCrossPremises: slices.ContainsFunc(j.views(e), func(f loader.ForestID) bool { return facts.SideOf(f) != facts.SideOf(home) && f != loader.NoForest }),
	}
	in.ActingForest = j.forests[acting]
	if e.kind == facts.OutlookDelegateEntry {
		in.OutlookDelegate.StoredLegacyExchangeDNIsCurrent = j.storedDNIsCurrent(e.outlook, acting)
	}
	in.RecipientObject = j.objectIn(base.Recipient, acting)
	if e.grant != nil && e.grant.Procedure != nil && e.grant.Procedure.SendFromAddress != "" {
		if primary := j.primaryAddress(base.Recipient, acting); primary != "" {
			in.Entry.SendFromAddressIsPrimary = loader.BoolOf(sameAddress(e.grant.Procedure.SendFromAddress, primary))
		}
	}
	j.addSendAs(in, e, acting)
}

func (j *join) sides(e *entry, forests loader.Sides, acting loader.ForestID) facts.EntrySides {
	home := j.model.Recipients[e.base().Recipient].Home
	return facts.EntrySides{
		ActingForest: forests.Has(acting),
		Home:         forests.Has(home),
		Cloud:        forests.Has(loader.Cloud),
		OnPremises:   forests.HasOnPremises(),
		BatchTarget:  e.step != nil && forests.Has(e.step.target),
	}
}

// primaryAddress is that of the recipient's object in the acting forest, or of the mailbox where none is declared there.
func (j *join) primaryAddress(id loader.RecipientID, acting loader.ForestID) string {
	r := j.model.Recipients[id]
	if o := objectBlock(r, acting); o != nil && o.PrimarySMTPAddress != "" {
		return o.PrimarySMTPAddress
	}
	return r.PrimarySMTPAddress
}

func (j *join) addSendAs(in *facts.EntryInput, e *entry, acting loader.ForestID) {
	recipient, delegate := e.base().Recipient, e.trustee().Recipient
	home := j.model.Recipients[recipient].Home
	if !in.Pair.HoldsSendAs.Declared {
		return
	}
	own, _ := j.pairOf(pair{recipient, delegate})
	j.sumSendAs(&in.Pair.SendAs, own.sendAs, home, acting)
	j.sumSendAs(&in.Pair.HoldsSendAs, own.sendAs, home, acting)
	for p := range j.heldThroughGroups(pair{recipient, delegate}) {
		j.sumSendAs(&in.Pair.HoldsSendAs, p.sendAs, home, acting)
	}
}

func (j *join) sumSendAs(sum *facts.SendAs, grants []*loader.EntryTerms, home, acting loader.ForestID) {
	for _, g := range grants {
		present := g.PresentIn.Has(acting) || !g.PresentIn.Declared() && home == acting
		sum.ListedInActingForest = sum.ListedInActingForest || present
		sum.UnknownInActingForest = sum.UnknownInActingForest || g.UnknownIn.Has(acting)
		sum.EstablishedBeforeMove = sum.EstablishedBeforeMove || g.EstablishedBeforeMove == loader.True
	}
}
