package loader

import (
	"hybridlint/loader/model"
	"hybridlint/loader/syntax"
)

// The grant block, for all permissions.

// grantDraft is a grant block with its delegates. One is used for all blocks, first when they are read and then when what
// they name is resolved; what stays of each is a compactGrant.
type grantDraft struct {
	model.Block
	Recipient model.RecipientID
	model.EntryTerms
	model.GrantTerms
	delegates []delegate
	// folderGrant is where Folder points while there is one.
	folderGrant model.FolderGrant
}

// delegate is a trustee with its place in the list; -1 where there is none.
type delegate struct {
	*model.Trustee
	element int32
}

// compactGrant is a grant block that was read.
type compactGrant struct {
	model.Block
	terms *model.Terms
	// from and to are its references among those of its reader.
	from, to int32
	leftOut  bool
}

// grantsOf restricts an attribute to the grants of some permissions.
func grantsOf(who string, permissions ...model.Permission) owner[grantDraft] {
	return owner[grantDraft]{who: who, has: func(g *grantDraft) model.Bool { return isOneOf(g.Permission, permissions) }}
}

var (
	ofFullAccess          = grantsOf(`grant "full_access"`, model.FullAccess)
	ofSendAs              = grantsOf(`grant "send_as"`, model.SendAs)
	ofSendOnBehalf        = grantsOf(`grant "send_on_behalf"`, model.SendOnBehalf)
	ofFolder              = grantsOf(`grant "folder"`, model.Folder)
	ofFullAccessAndSendAs = grantsOf(`grant "full_access" and grant "send_as"`, model.FullAccess, model.SendAs)
	ofSending             = grantsOf(`grant "send_as" and grant "send_on_behalf"`, model.SendAs, model.SendOnBehalf)
)

var grantBlock = describe(blockType[grantDraft]{
	label: "the permission",
	block: func(g *grantDraft) *model.Block { return &g.Block },
	attributes: []attribute[grantDraft]{
		required(recipient("recipient", func(g *grantDraft) *model.RecipientID { return &g.Recipient })),
		refers(model.NamesRecipients, "delegate", linkDelegate),
		atLeastOne(refersToMany(model.NamesRecipients, "delegates", func(*grantDraft) {}, linkDelegate)),

		choice("state", func(g *grantDraft) *model.State { return &g.State }),
		sides("unknown_in", func(g *grantDraft) *model.Sides { return &g.UnknownIn }),
		choices("clients", func(g *grantDraft) *model.Set[model.Client] { return &g.Clients }),
		boolean("established_before_move", func(g *grantDraft) *model.Bool { return &g.EstablishedBeforeMove }),
		choices("expects", func(g *grantDraft) *model.Set[model.Expectation] { return &g.Expects }),
		choice("channel", func(g *grantDraft) *model.Channel { return &g.Channel }),
		words("cmdlet", func(g *grantDraft) *string { return &g.procedure().Cmdlet }),
		choice("identity_kind", func(g *grantDraft) *model.IdentityKind { return &g.procedure().IdentityKind }),
		forestName("applied_on", func(g *grantDraft) *model.ForestID { return &g.procedure().AppliedOn }),
		refers(model.NamesRecipients, "granted_by", linkGrantor),
		choice("granted_via", func(g *grantDraft) *model.GrantedVia { return &g.procedure().GrantedVia }),
		wordList("operator_role_groups", func(g *grantDraft) *[]string { return &g.procedure().OperatorRoleGroups }),
		boolean("operator_has_custom_role", func(g *grantDraft) *model.Bool { return &g.procedure().OperatorHasCustomRole }),

		only(ofSending, sides("present_in", func(g *grantDraft) *model.Sides { return &g.PresentIn })),
		only(ofFullAccessAndSendAs, boolean("inherited", func(g *grantDraft) *model.Bool { return &g.Inherited })),
		only(ofFullAccessAndSendAs, boolean("deny", func(g *grantDraft) *model.Bool { return &g.Deny })),
		only(ofFullAccess, boolean("auto_mapping", func(g *grantDraft) *model.Bool { return &g.AutoMapping })),
		only(ofFullAccess, choice("access_method", func(g *grantDraft) *model.AccessMethod { return &g.AccessMethod })),
		only(ofSendAs, choice("replication", func(g *grantDraft) *model.Replication { return &g.Replication })),
		only(ofSendAs, address(words("send_from_address", func(g *grantDraft) *string { return &g.procedure().SendFromAddress }))),
		only(ofSendOnBehalf, choice("change_mode", func(g *grantDraft) *model.ChangeMode { return &g.procedure().ChangeMode })),
		only(ofSendOnBehalf, recipients("new_list", func(g *grantDraft) *[]model.RecipientID { return &g.procedure().NewList })),

		only(ofFolder, required(filled("folder", func(g *grantDraft) *string { return &g.folder().Path }))),
		only(ofFolder, words("folder_type", func(g *grantDraft) *string { return &g.folder().Type })),
		only(ofFolder, required(atLeastOne(choices("access_rights", func(g *grantDraft) *model.Set[model.FolderRight] { return &g.folder().AccessRights })))),
		only(ofFolder, choices("sharing_permission_flags", func(g *grantDraft) *model.Set[model.SharingFlag] { return &g.folder().SharingPermissionFlags })),
		only(ofFolder, choices("parent_access_rights", func(g *grantDraft) *model.Set[model.FolderRight] { return &g.folder().ParentAccessRights })),
	},
	either: []string{"delegate", "delegates"},
	inner: []innerBlock[grantDraft]{
		{name: "outlook_windows", owner: ofFullAccess, read: func(r *reader, from *syntax.Block, g *grantDraft) bool {
			if g.OutlookWindows != nil {
				return r.repeated(from, &g.OutlookWindows.Block)
			}
			g.OutlookWindows = &model.OutlookWindows{}
			_, ok := r.labelOf(from, "")
			return readBlock(r, outlookWindowsBlock, from, g.OutlookWindows) && ok
		}},
	},
})

var outlookWindowsBlock = describe(blockType[model.OutlookWindows]{
	block: func(o *model.OutlookWindows) *model.Block { return &o.Block },
	attributes: []attribute[model.OutlookWindows]{
		choice("version", func(o *model.OutlookWindows) *model.OutlookVersion { return &o.Version }),
		date("update_date", func(o *model.OutlookWindows) *model.Date { return &o.UpdateDate }),
	},
})

// procedure is made when the first of its facts is declared.
func (g *grantDraft) procedure() *model.Procedure {
	if g.Procedure == nil {
		g.Procedure = &model.Procedure{AppliedOn: model.NoForest, GrantedBy: model.NoRecipient}
	}
	return g.Procedure
}

func (g *grantDraft) folder() *model.FolderGrant {
	if g.Folder == nil {
		g.folderGrant = model.FolderGrant{}
		g.Folder = &g.folderGrant
	}
	return g.Folder
}

func (r *reader) readGrant(b *syntax.Block) {
	d := &r.grant
	*d = draft[grantDraft]{record: grantDraft{delegates: d.record.delegates[:0]}}
	readInto(r, grantBlock, b, d, func(label string) bool {
		permission, ok := labelChoice[model.Permission](r, b, label, "permission")
		d.record.Permission = permission
		d.record.Recipient = model.NoRecipient
		return ok
	})
	r.drafts.grants = append(r.drafts.grants, compactGrant{
		Block: d.record.Block, terms: r.terms.Share(&d.record.EntryTerms, &d.record.GrantTerms), from: d.from, to: d.to, leftOut: d.leftOut,
	})
}
