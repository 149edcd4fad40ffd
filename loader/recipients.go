package loader

// The blocks about recipients.

// recipientDraft is a recipient with the forests that its objects name.
type recipientDraft struct {
	*Recipient
	objects []innerLabel
	// undeclared are the members that name nobody who is declared, folded.
	undeclared []string
}

// noDetails is what most recipients share. Nobody writes to it.
var noDetails RecipientDetails

// details is made when the first of it is declared.
func (d *recipientDraft) details() *RecipientDetails {
	if d.RecipientDetails == &noDetails {
		d.RecipientDetails = &RecipientDetails{}
	}
	return d.RecipientDetails
}

// newRecipient takes the next one of a slab.
func (r *reader) newRecipient() *Recipient {
	const slab = 256
	if len(r.recipients) == 0 {
		r.recipients = make([]Recipient, slab)
	}
	next := &r.recipients[0]
	r.recipients = r.recipients[1:]
	next.RecipientDetails = &noDetails
	return next
}

var (
	ofGroups    = owner[recipientDraft]{who: "groups", has: func(d *recipientDraft) Bool { return BoolOf(d.Type.IsGroup()) }}
	ofMailboxes = owner[recipientDraft]{who: "mailboxes", has: func(d *recipientDraft) Bool { return BoolOf(d.Type.IsMailbox()) }}
)

// No mailbox is larger; sums over every mailbox of an organization stay far below the bounds of their types.
const (
	mostGigabytes = 1_000_000
	mostItems     = 1_000_000_000_000
)

var recipientBlock = describe(blockType[recipientDraft]{
	label: "the recipient's name",
	block: func(d *recipientDraft) *Block { return &d.Block },
	attributes: []attribute[recipientDraft]{
		required(forestName("home", func(d *recipientDraft) *ForestID { return &d.Home })),
		onPremisesForest("origin", func(d *recipientDraft) *ForestID { return &d.Origin }),
		choice("used_by", func(d *recipientDraft) *UsedBy { return &d.UsedBy }),
		choice("exchange_attributes_managed_in", func(d *recipientDraft) *ManagedIn { return &d.ExchangeAttributesManagedIn }),
		ownText("name", func(d *recipientDraft) *string { return &d.details().Name }),
		ownText("display_name", func(d *recipientDraft) *string { return &d.DisplayName }),
		ownText("distinguished_name", func(d *recipientDraft) *string { return &d.details().DistinguishedName }),
		address(words("primary_smtp_address", func(d *recipientDraft) *string { return &d.PrimarySMTPAddress })),
		address(ownTexts("email_addresses", func(d *recipientDraft) *[]string { return &d.EmailAddresses })),
		boolean("is_dir_synced", func(d *recipientDraft) *Bool { return &d.IsDirSynced }),
		choice("provisioned_by", func(d *recipientDraft) *ProvisionedBy { return &d.ProvisionedBy }),
		date("moved_on", func(d *recipientDraft) *Date { return &d.MovedOn }),
		boolean("hidden_from_address_lists_enabled", func(d *recipientDraft) *Bool { return &d.HiddenFromAddressListsEnabled }),
		boolean("account_enabled", func(d *recipientDraft) *Bool { return &d.AccountEnabled }),
		ownText("linked_master_account", func(d *recipientDraft) *string { return &d.details().LinkedMasterAccount }),
		ownText("legacy_exchange_dn", func(d *recipientDraft) *string { return &d.details().LegacyExchangeDN }),
		choice("calendar_default_permission", func(d *recipientDraft) *FolderRight { return &d.CalendarDefaultPermission }),
		recipients("resource_delegates", func(d *recipientDraft) *[]RecipientID { return &d.details().ResourceDelegates }),
		boolean("public_folder_client_access", func(d *recipientDraft) *Bool { return &d.PublicFolderClientAccess }),
		only(ofGroups, refersToMany(Recipients, "members", func(d *recipientDraft) { d.details().Members = []RecipientID{} }, linkMember)),
		only(ofMailboxes, words("department", func(d *recipientDraft) *string { return &d.details().Department })),
		only(ofMailboxes, words("office", func(d *recipientDraft) *string { return &d.details().Office })),
		only(ofMailboxes, integer("size_gb", 0, mostGigabytes, func(d *recipientDraft, n int64) { d.details().SizeGB = int32(n) })),
		only(ofMailboxes, integer("items", 0, mostItems, func(d *recipientDraft, n int64) { d.details().Items = n })),
		only(ofGroups, choice("group_scope", func(d *recipientDraft) *GroupScope { return &d.GroupScope })),
	},
	inner: []innerBlock[recipientDraft]{
		{name: "object", read: func(r *reader, from *syntaxBlock, d *recipientDraft) bool {
			label, ok := r.innerLabel(from, "a forest's name")
			o := &Object{Forest: NoForest}
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

var objectBlock = describe(blockType[Object]{
	block: func(o *Object) *Block { return &o.Block },
	attributes: []attribute[Object]{
		boolean("exists", func(o *Object) *Bool { return &o.Exists }),
		choice("recipient_type_details", func(o *Object) *RecipientTypeDetails { return &o.RecipientTypeDetails }),
		integer("recipient_display_type", leastDisplayType, mostDisplayType, func(o *Object, n int64) {
			o.HasDisplayType, o.RecipientDisplayType = true, n
		}),
		boolean("created_with_aclable_switch", func(o *Object) *Bool { return &o.CreatedWithACLableSwitch }),
		address(textAnd("target_address", func(o *Object) *string { return &o.TargetAddress }, func(o *Object) { o.HasTargetAddress = true })),
		address(words("primary_smtp_address", func(o *Object) *string { return &o.PrimarySMTPAddress })),
		address(ownTexts("email_addresses", func(o *Object) *[]string { return &o.EmailAddresses })),
		ownText("legacy_exchange_dn", func(o *Object) *string { return &o.LegacyExchangeDN }),
	},
})

func (r *reader) readRecipient(b *syntaxBlock) {
	r.drafts.recipients = append(r.drafts.recipients, read(r, recipientBlock, b, func(d *draft[recipientDraft], label string) bool {
		d.record.Recipient = r.newRecipient()
		d.record.ID = label
		d.record.Type = recipientTypeNamed(b.kind)
		d.record.Home, d.record.Origin = NoForest, NoForest
		return true
	}))
}

func recipientTypeNamed(word string) RecipientType {
	for i, known := range recipientTypeWords {
		if i > 0 && known == word {
			return RecipientType(i)
		}
	}
	return NoRecipientType
}
