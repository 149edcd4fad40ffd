package loader

// The blocks about Outlook delegates and calendar sharing.

var outlookDelegateBlock = describe(blockType[OutlookDelegate]{
	block: func(d *OutlookDelegate) *Block { return &d.Block },
	attributes: []attribute[OutlookDelegate]{
		choice("state", func(d *OutlookDelegate) *State { return &d.State }),
		sides("unknown_in", func(d *OutlookDelegate) *Sides { return &d.UnknownIn }),
		required(recipient("manager", func(d *OutlookDelegate) *RecipientID { return &d.Recipient })),
		required(refers(Recipients, "delegate", func(l *linker, m mention, d *OutlookDelegate) bool {
			trustee, ok := l.trustee(m)
			d.Delegate = trustee
			return ok
		})),
		newAttribute("folder_access_rights", readFolderAccessRights),
		boolean("send_on_behalf", func(d *OutlookDelegate) *Bool { return &d.SendOnBehalf }),
		sides("present_in", func(d *OutlookDelegate) *Sides { return &d.PresentIn }),
		boolean("receives_meeting_requests", func(d *OutlookDelegate) *Bool { return &d.ReceivesMeetingRequests }),
		boolean("private_items", func(d *OutlookDelegate) *Bool { return &d.PrivateItems }),
		choice("delivery_scope", func(d *OutlookDelegate) *DeliveryScope { return &d.DeliveryScope }),
		choice("managed_by", func(d *OutlookDelegate) *ManagedBy { return &d.ManagedBy }),
		boolean("established_before_move", func(d *OutlookDelegate) *Bool { return &d.EstablishedBeforeMove }),
		boolean("moved_separately", func(d *OutlookDelegate) *Bool { return &d.MovedSeparately }),
		boolean("reconfigured_after_move", func(d *OutlookDelegate) *Bool { return &d.ReconfiguredAfterMove }),
		ownText("stored_legacy_exchange_dn", func(d *OutlookDelegate) *string { return &d.StoredLegacyExchangeDN }),
		boolean("listed_twice", func(d *OutlookDelegate) *Bool { return &d.ListedTwice }),
		words("listed_permission", func(d *OutlookDelegate) *string { return &d.ListedPermission }),
		boolean("x500_written_back", func(d *OutlookDelegate) *Bool { return &d.X500WrittenBack }),
		choices("clients", func(d *OutlookDelegate) *Set[Client] { return &d.Clients }),
	},
})

// readFolderAccessRights reads an object from folders to rights.
func readFolderAccessRights(r *reader, at field, v value, d *OutlookDelegate) bool {
	if v.kind != object {
		return r.wrongType(at, v, `an object: { Calendar = "Editor" }`)
	}
	ok, seen := true, map[string]bool{}
	for _, i := range v.items {
		if i.kind == absent {
			continue
		}
		if seen[fold(i.key)] {
			r.problem("Duplicate folder", i.from, i.to, "The folder %q is listed twice. Remove one of the two.", i.key)
			ok = false
		}
		seen[fold(i.key)] = true
		right, valid := readChoice[FolderRight](r, at, i.value)
		r.elementAt(at, int32(len(d.FolderAccessRights)), i)
		d.FolderAccessRights = append(d.FolderAccessRights, FolderAccessRight{Folder: r.intern(i.key), Right: right})
		ok = ok && valid
	}
	return ok
}

var invitationBlock = describe(blockType[SharingInvitation]{
	block: func(i *SharingInvitation) *Block { return &i.Block },
	attributes: []attribute[SharingInvitation]{
		required(recipient("owner", func(i *SharingInvitation) *RecipientID { return &i.Owner })),
		required(refers(Recipients, "recipient", func(l *linker, m mention, i *SharingInvitation) bool {
			id, ok := l.invited(m)
			i.Recipient, i.RecipientText = id, m.name.text
			return ok
		})),
		choice("accepting_client", func(i *SharingInvitation) *Client { return &i.AcceptingClient }),
		choices("viewing_clients", func(i *SharingInvitation) *Set[Client] { return &i.ViewingClients }),
		choice("outlook_channel", func(i *SharingInvitation) *OutlookChannel { return &i.OutlookChannel }),
		boolean("sender_client_updated", func(i *SharingInvitation) *Bool { return &i.SenderClientUpdated }),
		choice("level", func(i *SharingInvitation) *SharingLevel { return &i.Level }),
		choice("policy_max_level", func(i *SharingInvitation) *SharingLevel { return &i.PolicyMaxLevel }),
	},
})

func (r *reader) readOutlookDelegate(b *syntaxBlock) {
	r.drafts.delegates = append(r.drafts.delegates, read(r, outlookDelegateBlock, b, func(d *draft[OutlookDelegate], _ string) bool {
		d.record.Entry = Entry{Recipient: NoRecipient, Element: wholeAttribute, EntryTerms: &EntryTerms{}}
		return true
	}))
}

func (r *reader) readInvitation(b *syntaxBlock) {
	r.drafts.invitations = append(r.drafts.invitations, read(r, invitationBlock, b, func(d *draft[SharingInvitation], _ string) bool {
		d.record.Owner, d.record.Recipient = NoRecipient, NoRecipient
		return true
	}))
}
