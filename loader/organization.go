package loader

import (
	"slices"

	"hybridlint/loader/model"
	"hybridlint/loader/suggest"
	"hybridlint/loader/syntax"
	"hybridlint/report"
)

// The blocks about the organization: tenant, forest, directory_sync, defaults.

// tenantDraft is a tenant with the forests that its inner blocks name.
type tenantDraft struct {
	model.Tenant
	relationships, connectors []innerLabel
}

// innerLabel is the label of an inner block, resolved later.
type innerLabel struct {
	text     string
	location report.Location
}

var tenantBlock = describe(blockType[tenantDraft]{
	label: "the tenant's name",
	block: func(t *tenantDraft) *model.Block { return &t.Block },
	attributes: []attribute[tenantDraft]{
		choice("offering", func(t *tenantDraft) *model.Offering { return &t.Offering }),
		address(words("routing_domain", func(t *tenantDraft) *string { return &t.RoutingDomain })),
		boolean("modern_auth", func(t *tenantDraft) *model.Bool { return &t.ModernAuth }),
		boolean("send_from_alias_enabled", func(t *tenantDraft) *model.Bool { return &t.SendFromAliasEnabled }),
		choice("public_folders", func(t *tenantDraft) *model.PublicFolders { return &t.PublicFolders }),
		boolean("public_folder_client_control", func(t *tenantDraft) *model.Bool { return &t.PublicFolderClientControl }),
		boolean("exchange_attributes_cloud_managed_by_default", func(t *tenantDraft) *model.Bool {
			return &t.ExchangeAttributesCloudManagedByDefault
		}),
	},
	inner: []innerBlock[tenantDraft]{
		{name: "organization_relationship", read: func(r *reader, from *syntax.Block, t *tenantDraft) bool {
			label, ok := r.innerLabel(from, "the forest's name")
			o := &model.OrganizationRelationship{Holder: model.Cloud, Target: model.NoForest}
			t.Relationships, t.relationships = append(t.Relationships, o), append(t.relationships, label)
			return readBlock(r, relationshipBlock, from, o) && ok
		}},
		{name: "intra_organization_connector", read: func(r *reader, from *syntax.Block, t *tenantDraft) bool {
			label, ok := r.innerLabel(from, "the forest's name")
			c := &model.IntraOrganizationConnector{Holder: model.Cloud, Target: model.NoForest}
			t.Connectors, t.connectors = append(t.Connectors, c), append(t.connectors, label)
			return readBlock(r, connectorBlock, from, c) && ok
		}},
	},
})

var relationshipBlock = describe(blockType[model.OrganizationRelationship]{
	block: func(o *model.OrganizationRelationship) *model.Block { return &o.Block },
	attributes: []attribute[model.OrganizationRelationship]{
		boolean("exists", func(o *model.OrganizationRelationship) *model.Bool { return &o.Exists }),
		boolean("enabled", func(o *model.OrganizationRelationship) *model.Bool { return &o.Enabled }),
		boolean("free_busy_access_enabled", func(o *model.OrganizationRelationship) *model.Bool { return &o.FreeBusyAccessEnabled }),
		choice("free_busy_access_level", func(o *model.OrganizationRelationship) *model.FreeBusyLevel { return &o.FreeBusyAccessLevel }),
		words("free_busy_access_scope", func(o *model.OrganizationRelationship) *string { return &o.FreeBusyAccessScope }),
		address(wordList("domain_names", func(o *model.OrganizationRelationship) *[]string { return &o.DomainNames })),
	},
})

var connectorBlock = describe(blockType[model.IntraOrganizationConnector]{
	block: func(c *model.IntraOrganizationConnector) *model.Block { return &c.Block },
	attributes: []attribute[model.IntraOrganizationConnector]{
		boolean("enabled", func(c *model.IntraOrganizationConnector) *model.Bool { return &c.Enabled }),
	},
})

var forestBlock = describe(blockType[model.Forest]{
	label: "the forest's name",
	block: func(f *model.Forest) *model.Block { return &f.Block },
	attributes: []attribute[model.Forest]{
		choice("exchange_version", func(f *model.Forest) *model.ExchangeVersion { return &f.ExchangeVersion }),
		integer("cumulative_update", 0, 9999, func(f *model.Forest, n int64) { f.CumulativeUpdate = int32(n) }),
		choice("cumulative_update_currency", func(f *model.Forest) *model.Currency { return &f.CumulativeUpdateCurrency }),
		boolean("aclable_synced_object_enabled", func(f *model.Forest) *model.Bool { return &f.ACLableSyncedObjectEnabled }),
		date("aclable_enabled_on", func(f *model.Forest) *model.Date { return &f.ACLableEnabledOn }),
		boolean("is_resource_forest", func(f *model.Forest) *model.Bool { return &f.IsResourceForest }),
		boolean("trusts_logon_forest", func(f *model.Forest) *model.Bool { return &f.TrustsLogonForest }),
		boolean("modern_auth", func(f *model.Forest) *model.Bool { return &f.ModernAuth }),
		boolean("dedicated_hybrid_app", func(f *model.Forest) *model.Bool { return &f.DedicatedHybridApp }),
	},
	inner: []innerBlock[model.Forest]{
		{name: "organization_relationship", read: func(r *reader, from *syntax.Block, f *model.Forest) bool {
			if f.Relationship != nil {
				return r.repeated(from, &f.Relationship.Block)
			}
			f.Relationship = &model.OrganizationRelationship{Holder: model.NoForest, Target: model.Cloud}
			_, ok := r.labelOf(from, "")
			return readBlock(r, relationshipBlock, from, f.Relationship) && ok
		}},
		{name: "intra_organization_connector", read: func(r *reader, from *syntax.Block, f *model.Forest) bool {
			if f.Connector != nil {
				return r.repeated(from, &f.Connector.Block)
			}
			f.Connector = &model.IntraOrganizationConnector{Holder: model.NoForest, Target: model.Cloud}
			_, ok := r.labelOf(from, "")
			return readBlock(r, connectorBlock, from, f.Connector) && ok
		}},
	},
})

// engines restricts an attribute to the blocks of some synchronization engines.
func engines(who string, engines ...model.Engine) owner[model.DirectorySync] {
	return owner[model.DirectorySync]{who: who, has: func(s *model.DirectorySync) model.Bool { return isOneOf(s.Engine, engines) }}
}

var (
	ofEntraConnect = engines(`directory_sync "entra_connect"`, model.EntraConnect)
	ofCloudSync    = engines(`directory_sync "cloud_sync"`, model.CloudSync)
	ofAnyEngine    = engines(`directory_sync "entra_connect" and directory_sync "cloud_sync"`, model.EntraConnect, model.CloudSync)
)

var syncBlock = describe(blockType[model.DirectorySync]{
	label: "the engine's name",
	block: func(s *model.DirectorySync) *model.Block { return &s.Block },
	attributes: []attribute[model.DirectorySync]{
		only(ofEntraConnect, version("version", func(s *model.DirectorySync, _ string, v model.Version) { s.HasVersion, s.Version = true, v })),
		only(ofEntraConnect, boolean("exchange_hybrid_deployment", func(s *model.DirectorySync) *model.Bool { return &s.ExchangeHybridDeployment })),
		only(ofEntraConnect, boolean("group_writeback", func(s *model.DirectorySync) *model.Bool { return &s.GroupWriteback })),
		only(ofCloudSync, version("agent_version", func(s *model.DirectorySync, text string, _ model.Version) { s.AgentVersion = text })),
		only(ofCloudSync, boolean("exchange_hybrid_writeback", func(s *model.DirectorySync) *model.Bool { return &s.ExchangeHybridWriteback })),
		only(ofAnyEngine, wordList("excluded_attributes", func(s *model.DirectorySync) *[]string { return &s.ExcludedAttributes })),
	},
})

// defaults is what a defaults block supplies to entries that do not say.
type defaults struct {
	model.Block
	clients      model.Set[model.Client]
	accessMethod model.AccessMethod
	channel      model.Channel
}

var defaultsBlock = describe(blockType[defaults]{
	block: func(d *defaults) *model.Block { return &d.Block },
	attributes: []attribute[defaults]{
		choices("clients", func(d *defaults) *model.Set[model.Client] { return &d.clients }),
		choice("access_method", func(d *defaults) *model.AccessMethod { return &d.accessMethod }),
		choice("channel", func(d *defaults) *model.Channel { return &d.channel }),
	},
})

func (r *reader) readTenant(b *syntax.Block) {
	if len(r.drafts.tenants) > r.limits.Problems {
		return // each of them but one is a problem
	}
	r.drafts.tenants = append(r.drafts.tenants, read(r, tenantBlock, b, func(d *draft[tenantDraft], label string) bool {
		d.record.Name = label
		return true
	}))
}

func (r *reader) readForest(b *syntax.Block) {
	r.drafts.forests = append(r.drafts.forests, read(r, forestBlock, b, func(d *draft[model.Forest], label string) bool {
		d.record.Name = label
		d.record.CumulativeUpdate = -1
		if model.Fold(label) != cloudName {
			return true
		}
		r.problem("Reserved name", b.Labels[0].Start, b.Labels[0].End, "%q is the name of the Exchange Online side. Give the forest another name.", label)
		return false
	}))
}

func (r *reader) readSync(b *syntax.Block) {
	r.drafts.syncs = append(r.drafts.syncs, read(r, syncBlock, b, func(d *draft[model.DirectorySync], label string) bool {
		engine, ok := labelChoice[model.Engine](r, b, label, "synchronization engine")
		d.record.Engine = engine
		return ok
	}))
}

func (r *reader) readDefaults(b *syntax.Block) {
	r.drafts.defaults = append(r.drafts.defaults, read(r, defaultsBlock, b, func(*draft[defaults], string) bool { return true }))
}

// labelChoice reads a label that is a word of an enumeration. A label that is missing was reported already.
func labelChoice[E model.Enumeration](r *reader, b *syntax.Block, label, what string) (E, bool) {
	var none E
	if label == "" {
		return none, false
	}
	all := none.Words()
	for i, known := range all {
		if i > 0 && known == label {
			return E(i), true
		}
	}
	r.problem("Unknown label", b.Labels[0].Start, b.Labels[0].End, "%q is no %s.%s", label, what, suggest.OneOf(label, all[1:]))
	return none, false
}

// innerLabel reads the label of an inner block, which names something that is resolved later.
func (r *reader) innerLabel(b *syntax.Block, what string) (innerLabel, bool) {
	label, ok := r.labelOf(b, what)
	l := innerLabel{text: r.keep(label)}
	if len(b.Labels) > 0 {
		l.location = r.section.Location(b.Labels[0].Start, b.Labels[0].End)
	}
	return l, ok
}

// repeated reports a second block where one is allowed.
func (r *reader) repeated(b *syntax.Block, first *model.Block) bool {
	r.problem("Duplicate block", b.Start, b.HeaderEnd, "Only one %s block is allowed here, and the first is at %s. Remove one of the two.",
		b.Kind, place(first.Location()))
	return false
}

// isOneOf is Undeclared for the zero value: a wrong label says nothing about what belongs to the block.
func isOneOf[E model.Enumeration](e E, some []E) model.Bool {
	if e == 0 {
		return model.Undeclared
	}
	return model.BoolOf(slices.Contains(some, e))
}
