package loader

import (
	"hybridlint/loader/model"
	"hybridlint/loader/syntax"
)

// The blocks about recipients.

// recipientDraft is a recipient with the forests that its objects name.
type recipientDraft struct {
	*model.Recipient
	objects []innerLabel
	// undeclared are the members that name nobody who is declared, folded.
	undeclared []string
}

// noDetails is what most recipients share. Nobody writes to it.
var noDetails model.RecipientDetails

// details is made when the first of it is declared.
func (d *recipientDraft) details() *model.RecipientDetails {
	if d.RecipientDetails == &noDetails {
		d.RecipientDetails = &model.RecipientDetails{}
	}
	return d.RecipientDetails
}

// newRecipient takes the next one of a slab.
func (r *reader) newRecipient() *model.Recipient {
	const slab = 256
	if len(r.recipients) == 0 {
		r.recipients = make([]model.Recipient, slab)
	}
	next := &r.recipients[0]
	r.recipients = r.recipients[1:]
	next.RecipientDetails = &noDetails
	return next
}

var (
	ofGroups    = owner[recipientDraft]{who: "groups", has: func(d *recipientDraft) model.Bool { return model.BoolOf(d.Type.IsGroup()) }}
	ofMailboxes = owner[recipientDraft]{who: "mailboxes", has: func(d *recipientDraft) model.Bool { return model.BoolOf(d.Type.IsMailbox()) }}
)

// No mailbox is larger; sums over every mailbox of an organization stay far below the bounds of their types.
const (
	mostGigabytes = 1_000_000
	mostItems     = 1_000_000_000_000
)

var recipientBlock = describe(blockType[recipientDraft]{
	label: "the recipient's name",
	block: func(d *recipientDraft) *model.Block { return &d.Block },
	attributes: []attribute[recipientDraft]{
		required(forestName("home", func(d *recipientDraft) *model.ForestID { return &d.Home })),
		onPremisesForest("origin", func(d *recipientDraft) *model.ForestID { return &d.Origin }),
		choice("used_by", func(d *recipientDraft) *model.UsedBy { return &d.UsedBy }),
		choice("exchange_attributes_managed_in", func(d *recipientDraft) *model.ManagedIn { return &d.ExchangeAttributesManagedIn }),
		ownText("name", func(d *recipientDraft) *string { return &d.details().Name }),
		ownText("display_name", func(d *recipientDraft) *string { return &d.DisplayName }),
		ownText("distinguished_name", func(d *recipientDraft) *string { return &d.details().DistinguishedName }),
		address(words("primary_smtp_address", func(d *recipientDraft) *string { return &d.PrimarySMTPAddress })),
		address(ownTexts("email_addresses", func(d *recipientDraft) *[]string { return &d.EmailAddresses })),
		boolean("is_dir_synced", func(d *recipientDraft) *model.Bool { return &d.IsDirSynced }),
		choice("provisioned_by", func(d *recipientDraft) *model.ProvisionedBy { return &d.ProvisionedBy }),
		date("moved_on", func(d *recipientDraft) *model.Date { return &d.MovedOn }),
		boolean("hidden_from_address_lists_enabled", func(d *recipientDraft) *model.Bool { return &d.HiddenFromAddressListsEnabled }),
		boolean("account_enabled", func(d *recipientDraft) *model.Bool { return &d.AccountEnabled }),
		ownText("linked_master_account", func(d *recipientDraft) *string { return &d.details().LinkedMasterAccount }),
		ownText("legacy_exchange_dn", func(d *recipientDraft) *string { return &d.details().LegacyExchangeDN }),
		choice("calendar_default_permission", func(d *recipientDraft) *model.FolderRight { return &d.CalendarDefaultPermission }),
		recipients("resource_delegates", func(d *recipientDraft) *[]model.RecipientID { return &d.details().ResourceDelegates }),
		boolean("public_folder_client_access", func(d *recipientDraft) *model.Bool { return &d.PublicFolderClientAccess }),
		only(ofGroups, refersToMany(model.NamesRecipients, "members", func(d *recipientDraft) { d.details().Members = []model.RecipientID{} }, linkMember)),
		only(ofMailboxes, words("department", func(d *recipientDraft) *string { return &d.details().Department })),
		only(ofMailboxes, words("office", func(d *recipientDraft) *string { return &d.details().Office })),
		only(ofMailboxes, integer("size_gb", 0, mostGigabytes, func(d *recipientDraft, n int64) { d.details().SizeGB = int32(n) })),
		only(ofMailboxes, integer("items", 0, mostItems, func(d *recipientDraft, n int64) { d.details().Items = n })),
		only(ofGroups, choice("group_scope", func(d *recipientDraft) *model.GroupScope { return &d.GroupScope })),
	},
	inner: []innerBlock[recipientDraft]{
		{name: "object", read: func(r *reader, from *syntax.Block, d *recipientDraft) bool {
			label, ok := r.innerLabel(from, "a forest's name")
			o := &model.Object{Forest: model.NoForest}
			d.Objects, d.objects = append(d.Objects, o), append(d.objects, label)
			return readBlock(r, objectBlock, from, o) && ok
		}},
	},
})

// The values of msExchRecipientDisplayType: 32 bits, written with a sign or without.
const (
	leastDisplayType = -1 << 31
	mostDisplayType  = 1<<32 - 1
)

var objectBlock = describe(blockType[model.Object]{
	block: func(o *model.Object) *model.Block { return &o.Block },
	attributes: []attribute[model.Object]{
		boolean("exists", func(o *model.Object) *model.Bool { return &o.Exists }),
		choice("recipient_type_details", func(o *model.Object) *model.RecipientTypeDetails { return &o.RecipientTypeDetails }),
		integer("recipient_display_type", leastDisplayType, mostDisplayType, func(o *model.Object, n int64) {
			o.HasDisplayType, o.RecipientDisplayType = true, n
		}),
		boolean("created_with_aclable_switch", func(o *model.Object) *model.Bool { return &o.CreatedWithACLableSwitch }),
		address(textAnd("target_address", func(o *model.Object) *string { return &o.TargetAddress }, func(o *model.Object) { o.HasTargetAddress = true })),
		address(words("primary_smtp_address", func(o *model.Object) *string { return &o.PrimarySMTPAddress })),
		address(ownTexts("email_addresses", func(o *model.Object) *[]string { return &o.EmailAddresses })),
		ownText("legacy_exchange_dn", func(o *model.Object) *string { return &o.LegacyExchangeDN }),
	},
})

func (r *reader) readRecipient(b *syntax.Block) {
	r.drafts.recipients = append(r.drafts.recipients, read(r, recipientBlock, b, func(d *draft[recipientDraft], label string) bool {
		d.record.Recipient = r.newRecipient()
		d.record.ID = label
		d.record.Type = recipientTypeNamed(b.Kind)
		d.record.Home, d.record.Origin = model.NoForest, model.NoForest
		return true
	}))
}

func recipientTypeNamed(word string) model.RecipientType {
	for i, known := range model.NoRecipientType.Words() {
		if i > 0 && known == word {
			return model.RecipientType(i)
		}
	}
	return model.NoRecipientType
}
