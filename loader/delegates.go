package loader

import (
	"hybridlint/loader/expressions"
	"hybridlint/loader/model"
	"hybridlint/loader/syntax"
)

// The blocks about Outlook delegates and calendar sharing.

var outlookDelegateBlock = describe(blockType[model.OutlookDelegate]{
	block: func(d *model.OutlookDelegate) *model.Block { return &d.Block },
	attributes: []attribute[model.OutlookDelegate]{
		choice("state", func(d *model.OutlookDelegate) *model.State { return &d.State }),
		sides("unknown_in", func(d *model.OutlookDelegate) *model.Sides { return &d.UnknownIn }),
		required(recipient("manager", func(d *model.OutlookDelegate) *model.RecipientID { return &d.Recipient })),
		required(refers(model.NamesRecipients, "delegate", func(l *linker, m mention, d *model.OutlookDelegate) bool {
			trustee, ok := l.trustee(m)
			d.Delegate = trustee
			return ok
		})),
		newAttribute("folder_access_rights", readFolderAccessRights),
		boolean("send_on_behalf", func(d *model.OutlookDelegate) *model.Bool { return &d.SendOnBehalf }),
		sides("present_in", func(d *model.OutlookDelegate) *model.Sides { return &d.PresentIn }),
		boolean("receives_meeting_requests", func(d *model.OutlookDelegate) *model.Bool { return &d.ReceivesMeetingRequests }),
		boolean("private_items", func(d *model.OutlookDelegate) *model.Bool { return &d.PrivateItems }),
		choice("delivery_scope", func(d *model.OutlookDelegate) *model.DeliveryScope { return &d.DeliveryScope }),
		choice("managed_by", func(d *model.OutlookDelegate) *model.ManagedBy { return &d.ManagedBy }),
		boolean("established_before_move", func(d *model.OutlookDelegate) *model.Bool { return &d.EstablishedBeforeMove }),
		boolean("moved_separately", func(d *model.OutlookDelegate) *model.Bool { return &d.MovedSeparately }),
		boolean("reconfigured_after_move", func(d *model.OutlookDelegate) *model.Bool { return &d.ReconfiguredAfterMove }),
		ownText("stored_legacy_exchange_dn", func(d *model.OutlookDelegate) *string { return &d.StoredLegacyExchangeDN }),
		boolean("listed_twice", func(d *model.OutlookDelegate) *model.Bool { return &d.ListedTwice }),
		words("listed_permission", func(d *model.OutlookDelegate) *string { return &d.ListedPermission }),
		boolean("x500_written_back", func(d *model.OutlookDelegate) *model.Bool { return &d.X500WrittenBack }),
		choices("clients", func(d *model.OutlookDelegate) *model.Set[model.Client] { return &d.Clients }),
	},
})

// readFolderAccessRights reads an object from folders to rights.
func readFolderAccessRights(r *reader, at field, v expressions.Value, d *model.OutlookDelegate) bool {
	if v.Kind != expressions.Object {
		return r.wrongType(at, v, `an object: { Calendar = "Editor" }`)
	}
	ok, seen := true, map[string]bool{}
	for _, i := range v.Items {
		if i.Kind == expressions.Absent {
			continue
		}
		if seen[model.Fold(i.Key)] {
			r.problem("Duplicate folder", i.From, i.To, "The folder %q is listed twice. Remove one of the two.", i.Key)
			ok = false
		}
		seen[model.Fold(i.Key)] = true
		right, valid := readChoice[model.FolderRight](r, at, i.Value)
		r.elementAt(at, int32(len(d.FolderAccessRights)), i)
		d.FolderAccessRights = append(d.FolderAccessRights, model.FolderAccessRight{Folder: r.intern(i.Key), Right: right})
		ok = ok && valid
	}
	return ok
}

var invitationBlock = describe(blockType[model.SharingInvitation]{
	block: func(i *model.SharingInvitation) *model.Block { return &i.Block },
	attributes: []attribute[model.SharingInvitation]{
		required(recipient("owner", func(i *model.SharingInvitation) *model.RecipientID { return &i.Owner })),
		required(refers(model.NamesRecipients, "recipient", func(l *linker, m mention, i *model.SharingInvitation) bool {
			id, ok := l.invited(m)
			i.Recipient, i.RecipientText = id, m.name.text
			return ok
		})),
		choice("accepting_client", func(i *model.SharingInvitation) *model.Client { return &i.AcceptingClient }),
		choices("viewing_clients", func(i *model.SharingInvitation) *model.Set[model.Client] { return &i.ViewingClients }),
		choice("outlook_channel", func(i *model.SharingInvitation) *model.OutlookChannel { return &i.OutlookChannel }),
		boolean("sender_client_updated", func(i *model.SharingInvitation) *model.Bool { return &i.SenderClientUpdated }),
		choice("level", func(i *model.SharingInvitation) *model.SharingLevel { return &i.Level }),
		choice("policy_max_level", func(i *model.SharingInvitation) *model.SharingLevel { return &i.PolicyMaxLevel }),
	},
})

func (r *reader) readOutlookDelegate(b *syntax.Block) {
	r.drafts.delegates = append(r.drafts.delegates, read(r, outlookDelegateBlock, b, func(d *draft[model.OutlookDelegate], _ string) bool {
		d.record.Entry = model.Entry{Recipient: model.NoRecipient, Element: model.WholeAttribute, EntryTerms: &model.EntryTerms{}}
		return true
	}))
}

func (r *reader) readInvitation(b *syntax.Block) {
	r.drafts.invitations = append(r.drafts.invitations, read(r, invitationBlock, b, func(d *draft[model.SharingInvitation], _ string) bool {
		d.record.Owner, d.record.Recipient = model.NoRecipient, model.NoRecipient
		return true
	}))
}
