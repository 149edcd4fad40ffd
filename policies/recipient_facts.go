package policies

import (
	"hybridlint/policies/facts"

	"slices"
	"strings"

	"hybridlint/loader"
)

func (j *join) joinRecipients() {
	entries := j.explicitFullAccessEntries()
	j.recipients = make([]facts.Recipient, len(j.model.Recipients))
	for i, r := range j.model.Recipients {
		given := &j.recipients[i]
		*given = facts.Recipient{
			Declared: true, Type: r.Type,
			Mailbox: r.Type.IsMailbox(), ResourceMailbox: r.Type.IsResource(), SystemMailbox: r.Type.IsSystem(), Group: r.Type.IsGroup(),
			Home: facts.SideOf(r.Home), ProvisionedBy: r.ProvisionedBy, IsDirSynced: r.IsDirSynced,
			ExchangeAttributesManagedIn: r.ExchangeAttributesManagedIn,
			Hidden:                      r.HiddenFromAddressListsEnabled, AccountEnabled: r.AccountEnabled,
			LinkedMasterAccount:       r.LinkedMasterAccount != "",
			PublicFolderClientAccess:  r.PublicFolderClientAccess,
			CalendarDefaultPermission: j.calendarDefault(loader.RecipientID(i)),
			GroupScope:                r.GroupScope,
			DisplayNameIsName:         r.Name != "" && strings.EqualFold(r.DisplayName, r.Name),
		}
		given.ExplicitFullAccessEntries = facts.NumberOf(entries[i])
		given.OtherSideHoldsMailbox = j.onPremisesHoldsMailbox
		if r.Home != loader.Cloud {
			given.OtherSideHoldsMailbox = j.cloudHoldsMailbox
		}
		given.OnPremisesObjectDeclared = slices.ContainsFunc(r.Objects, func(o *loader.Object) bool {
			return o.Forest.OnPremises() && o.Exists != loader.False
		})
		given.OnPremisesObjectMissing = slices.ContainsFunc(r.Objects, func(o *loader.Object) bool {
			return o.Forest.OnPremises() && o.Exists == loader.False
		})
		origin := objectBlock(r, r.Origin)
		given.OriginObjectMissing = r.Origin.OnPremises() && origin != nil && origin.Exists == loader.False
	}
	j.joinOnPremisesMailboxes()
}

// joinOnPremisesMailboxes marks mailboxes with an on-premises home, and the groups above them.
func (j *join) joinOnPremisesMailboxes() {
	for i, r := range j.model.Recipients {
		if !r.Type.IsMailbox() || !r.Home.OnPremises() {
			continue
		}
		j.recipients[i].OnPremisesMailbox = true
		for _, group := range j.groupsAbove(loader.RecipientID(i)) {
			j.recipients[group].OnPremisesMailbox = true
		}
	}
}

// joinCalendarDefaults finds the folder grants for Default on the calendar of a mailbox.
func (j *join) joinCalendarDefaults() {
	j.calendarDefaults = map[loader.RecipientID]*loader.Grant{}
	for _, g := range j.model.Grants.All() {
		if g.Permission == loader.Folder && g.Delegate.Text == "Default" && g.Folder.Calendar() == loader.True && j.calendarDefaults[g.Recipient] == nil {
			j.calendarDefaults[g.Recipient] = &g
		}
	}
}

// calendarDefault is what everybody may do on the calendar, declared for the mailbox or by a folder grant for Default.
func (j *join) calendarDefault(id loader.RecipientID) loader.FolderRight {
	if declared := j.model.Recipients[id].CalendarDefaultPermission; declared != 0 {
		return declared
	}
	if g := j.calendarDefaults[id]; g != nil {
		return loader.CalendarLevel(g.Folder.AccessRights)
	}
	return 0
}

// explicitFullAccessEntries counts by recipient; a group counts once, deny entries count too, what is declared again counts once.
func (j *join) explicitFullAccessEntries() []int32 {
	type explicit struct {
		pair
		identifier string // of an account that is gone
		deny       bool
	}
	counts := make([]int32, len(j.model.Recipients))
	seen := map[explicit]bool{}
	for _, g := range j.model.Grants.All() {
		if g.Permission != loader.FullAccess || g.Inherited == loader.True || holdsEverything(g.Delegate) {
			continue
		}
		e := explicit{pair: pair{g.Recipient, g.Delegate.Recipient}, deny: g.Deny == loader.True}
		if g.Delegate.Recipient == loader.NoRecipient {
			e.identifier = strings.ToLower(g.Delegate.Text)
		}
		if !seen[e] {
			seen[e] = true
			counts[g.Recipient]++
		}
	}
	return counts
}

// objectIn is how a recipient is represented in a forest.
func (j *join) objectIn(id loader.RecipientID, f loader.ForestID) facts.Object {
	r := j.model.Recipients[id]
	given := facts.Object{AtHome: r.Home == f, InCloud: f == loader.Cloud, Origin: originIs(r, f)}
	if forest := j.model.Forest(f); forest != nil {
		given.MovedBeforeACLable = r.MovedOn != 0 && forest.ACLableEnabledOn != 0 && r.MovedOn < forest.ACLableEnabledOn
	}
	o := objectBlock(r, f)
	if o == nil {
		return given
	}
	given.Exists = loader.BoolOf(o.Exists != loader.False)
	given.RecipientTypeDetails = o.RecipientTypeDetails
	if o.HasDisplayType {
		given.RecipientDisplayType = facts.NumberOf(int32(uint32(o.RecipientDisplayType)))
	}
	given.CreatedWithACLableSwitch = o.CreatedWithACLableSwitch == loader.True
	given.TargetAddress = matchTargetAddress(r, o)
	if r.PrimarySMTPAddress != "" && o.PrimarySMTPAddress != "" {
		given.PrimaryAddressDiffers = loader.BoolOf(!sameAddress(r.PrimarySMTPAddress, o.PrimarySMTPAddress))
	}
	if r.LegacyExchangeDN != "" && o.EmailAddresses != nil {
		given.LegacyExchangeDNIsX500 = loader.BoolOf(slices.ContainsFunc(o.EmailAddresses, func(address string) bool {
			return strings.EqualFold(address, "X500:"+r.LegacyExchangeDN)
		}))
	}
	return given
}

// objectBlock is the declared object of a recipient in a forest, nil where there is none.
func objectBlock(r *loader.Recipient, f loader.ForestID) *loader.Object {
	for _, o := range r.Objects {
		if o.Forest == f {
			return o
		}
	}
	return nil
}

// originIs answers whether a forest is the one that a cloud recipient comes from.
func originIs(r *loader.Recipient, f loader.ForestID) facts.Answer {
	switch {
	case r.Home != loader.Cloud || f == loader.Cloud:
		return facts.No
	case r.Origin == loader.NoForest:
		return facts.Unknown
	case r.Origin == f:
		return facts.Yes
	default:
		return facts.No
	}
}

// matchTargetAddress compares the target address with the mailbox's own addresses.
func matchTargetAddress(r *loader.Recipient, o *loader.Object) facts.AddressMatch {
	switch {
	case !o.HasTargetAddress:
		return facts.NoAddress
	case address(o.TargetAddress) == "":
		return facts.EmptyAddress
	case r.EmailAddresses == nil:
		return facts.UncheckedAddress
	case sameAddress(o.TargetAddress, r.PrimarySMTPAddress):
		return facts.OwnAddress
	case slices.ContainsFunc(r.EmailAddresses, func(own string) bool { return sameAddress(own, o.TargetAddress) }):
		return facts.OwnAddress
	default:
		return facts.ForeignAddress
	}
}

// address is an SMTP address without its prefix and white space.
func address(text string) string {
	text = strings.TrimSpace(text)
	if len(text) >= len("smtp:") && strings.EqualFold(text[:len("smtp:")], "smtp:") {
		text = text[len("smtp:"):]
	}
	return text
}

func sameAddress(a, b string) bool { return strings.EqualFold(address(a), address(b)) }
