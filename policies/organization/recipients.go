package organization

import (
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
)

func (org *Organization) fillRecipients() {
	entries := org.explicitFullAccessEntries()
	org.RecipientFacts = make([]facts.Recipient, len(org.Model.Recipients))
	for i, r := range org.Model.Recipients {
		given := &org.RecipientFacts[i]
		*given = facts.Recipient{
			Declared: true, Type: r.Type,
			Mailbox: r.Type.IsMailbox(), ResourceMailbox: r.Type.IsResource(), SystemMailbox: r.Type.IsSystem(), Group: r.Type.IsGroup(),
			Home: facts.SideOf(r.Home), ProvisionedBy: r.ProvisionedBy, IsDirSynced: r.IsDirSynced,
			ExchangeAttributesManagedIn: r.ExchangeAttributesManagedIn,
			Hidden:                      r.HiddenFromAddressListsEnabled, AccountEnabled: r.AccountEnabled,
			LinkedMasterAccount:       r.LinkedMasterAccount != "",
			PublicFolderClientAccess:  r.PublicFolderClientAccess,
			CalendarDefaultPermission: org.CalendarDefault(model.RecipientID(i)),
			GroupScope:                r.GroupScope,
			DisplayNameIsName:         r.Name != "" && strings.EqualFold(r.DisplayName, r.Name),
		}
		given.ExplicitFullAccessEntries = facts.NumberOf(entries[i])
		given.OtherSideHoldsMailbox = org.onPremisesHoldsMailbox
		if r.Home != model.Cloud {
			given.OtherSideHoldsMailbox = org.cloudHoldsMailbox
		}
		given.OnPremisesObjectDeclared = slices.ContainsFunc(r.Objects, func(o *model.Object) bool {
			return o.Forest.OnPremises() && o.Exists != model.False
		})
		given.OnPremisesObjectMissing = slices.ContainsFunc(r.Objects, func(o *model.Object) bool {
			return o.Forest.OnPremises() && o.Exists == model.False
		})
		origin := ObjectBlock(r, r.Origin)
		given.OriginObjectMissing = r.Origin.OnPremises() && origin != nil && origin.Exists == model.False
	}
	org.fillOnPremisesMailboxes()
}

// fillOnPremisesMailboxes marks mailboxes with an on-premises home, and the groups above them.
func (org *Organization) fillOnPremisesMailboxes() {
	for i, r := range org.Model.Recipients {
		if !r.Type.IsMailbox() || !r.Home.OnPremises() {
			continue
		}
		org.RecipientFacts[i].OnPremisesMailbox = true
		for _, group := range org.GroupsAbove(model.RecipientID(i)) {
			org.RecipientFacts[group].OnPremisesMailbox = true
		}
	}
}

// fillCalendarDefaults finds the folder grants for Default on the calendar of a mailbox.
func (org *Organization) fillCalendarDefaults() {
	org.CalendarDefaultGrants = map[model.RecipientID]*model.Grant{}
	for _, g := range org.Model.Grants.All() {
		if g.Permission == model.Folder && g.Delegate.Text == "Default" && g.Folder.Calendar() == model.True &&
			org.CalendarDefaultGrants[g.Recipient] == nil {
			org.CalendarDefaultGrants[g.Recipient] = &g
		}
	}
}

// CalendarDefault is what everybody may do on the calendar, declared for the mailbox or by a folder
// grant for Default.
func (org *Organization) CalendarDefault(id model.RecipientID) model.FolderRight {
	if declared := org.Model.Recipients[id].CalendarDefaultPermission; declared != 0 {
		return declared
	}
	if g := org.CalendarDefaultGrants[id]; g != nil {
		return model.CalendarLevel(g.Folder.AccessRights)
	}
	return 0
}

// explicitFullAccessEntries counts by recipient; a group counts once, deny entries count too, what
// is declared again counts once.
func (org *Organization) explicitFullAccessEntries() []int32 {
	type explicit struct {
		Pair
		identifier string // of an account that is gone
		deny       bool
	}
	counts := make([]int32, len(org.Model.Recipients))
	seen := map[explicit]bool{}
	for _, g := range org.Model.Grants.All() {
		if g.Permission != model.FullAccess || g.Inherited == model.True || HoldsEverything(g.Delegate) {
			continue
		}
		e := explicit{Pair: Pair{g.Recipient, g.Delegate.Recipient}, deny: g.Deny == model.True}
		if g.Delegate.Recipient == model.NoRecipient {
			e.identifier = strings.ToLower(g.Delegate.Text)
		}
		if !seen[e] {
			seen[e] = true
			counts[g.Recipient]++
		}
	}
	return counts
}

// ObjectIn is how a recipient is represented in a forest.
func (org *Organization) ObjectIn(id model.RecipientID, f model.ForestID) facts.Object {
	r := org.Model.Recipients[id]
	given := facts.Object{AtHome: r.Home == f, InCloud: f == model.Cloud, Origin: originIs(r, f)}
	if forest := org.Model.Forest(f); forest != nil {
		given.MovedBeforeACLable = r.MovedOn != 0 && forest.ACLableEnabledOn != 0 && r.MovedOn < forest.ACLableEnabledOn
	}
	o := ObjectBlock(r, f)
	if o == nil {
		return given
	}
	given.Exists = model.BoolOf(o.Exists != model.False)
	given.RecipientTypeDetails = o.RecipientTypeDetails
	if o.HasDisplayType {
		given.RecipientDisplayType = facts.NumberOf(int32(uint32(o.RecipientDisplayType)))
	}
	given.CreatedWithACLableSwitch = o.CreatedWithACLableSwitch == model.True
	given.TargetAddress = matchTargetAddress(r, o)
	if r.PrimarySMTPAddress != "" && o.PrimarySMTPAddress != "" {
		given.PrimaryAddressDiffers = model.BoolOf(!sameAddress(r.PrimarySMTPAddress, o.PrimarySMTPAddress))
	}
	if r.LegacyExchangeDN != "" && o.EmailAddresses != nil {
		given.LegacyExchangeDNIsX500 = model.BoolOf(slices.ContainsFunc(o.EmailAddresses, func(address string) bool {
			return strings.EqualFold(address, "X500:"+r.LegacyExchangeDN)
		}))
	}
	return given
}

// ObjectBlock is the declared object of a recipient in a forest, nil where there is none.
func ObjectBlock(r *model.Recipient, f model.ForestID) *model.Object {
	for _, o := range r.Objects {
		if o.Forest == f {
			return o
		}
	}
	return nil
}

// originIs answers whether a forest is the one that a cloud recipient comes from.
func originIs(r *model.Recipient, f model.ForestID) facts.Answer {
	switch {
	case r.Home != model.Cloud || f == model.Cloud:
		return facts.No
	case r.Origin == model.NoForest:
		return facts.Unknown
	case r.Origin == f:
		return facts.Yes
	default:
		return facts.No
	}
}

// matchTargetAddress compares the target address with the mailbox's own addresses.
func matchTargetAddress(r *model.Recipient, o *model.Object) facts.AddressMatch {
	switch {
	case !o.HasTargetAddress:
		return facts.NoAddress
	case Address(o.TargetAddress) == "":
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

// Address is an SMTP address without its prefix and white space.
func Address(text string) string {
	text = strings.TrimSpace(text)
	if len(text) >= len("smtp:") && strings.EqualFold(text[:len("smtp:")], "smtp:") {
		text = text[len("smtp:"):]
	}
	return text
}

func sameAddress(a, b string) bool { return strings.EqualFold(Address(a), Address(b)) }
