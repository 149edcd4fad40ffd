package loader

import (
	"slices"

	"hybridlint/report"
)

// The blocks about the organization: tenant, forest, directory_sync, defaults.

// tenantDraft is a tenant with the forests that its inner blocks name.
type tenantDraft struct {
	Tenant
	relationships, connectors []innerLabel
}

// innerLabel is the label of an inner block, resolved later.
type innerLabel struct {
	text     string
	location report.Location
}

var tenantBlock = describe(blockType[tenantDraft]{
	label: "the tenant's name",
	block: func(t *tenantDraft) *Block { return &t.Block },
	attributes: []attribute[tenantDraft]{
		choice("offering", func(t *tenantDraft) *Offering { return &t.Offering }),
		address(words("routing_domain", func(t *tenantDraft) *string { return &t.RoutingDomain })),
		boolean("modern_auth", func(t *tenantDraft) *Bool { return &t.ModernAuth }),
		boolean("send_from_alias_enabled", func(t *tenantDraft) *Bool { return &t.SendFromAliasEnabled }),
		choice("public_folders", func(t *tenantDraft) *PublicFolders { return &t.PublicFolders }),
		boolean("public_folder_client_control", func(t *tenantDraft) *Bool { return &t.PublicFolderClientControl }),
		boolean("exchange_attributes_cloud_managed_by_default", func(t *tenantDraft) *Bool {
			return &t.ExchangeAttributesCloudManagedByDefault
		}),
	},
	inner: []innerBlock[tenantDraft]{
		{name: "organization_relationship", read: func(r *reader, from *syntaxBlock, t *tenantDraft) bool {
			label, ok := r.innerLabel(from, "the forest's name")
			o := &OrganizationRelationship{Holder: Cloud, Target: NoForest}
			t.Relationships, t.relationships = append(t.Relationships, o), append(t.relationships, label)
			return readBlock(r, relationshipBlock, from, o) && ok
		}},
		{name: "intra_organization_connector", read: func(r *reader, from *syntaxBlock, t *tenantDraft) bool {
			label, ok := r.innerLabel(from, "the forest's name")
			c := &IntraOrganizationConnector{Holder: Cloud, Target: NoForest}
			t.Connectors, t.connectors = append(t.Connectors, c), append(t.connectors, label)
			return readBlock(r, connectorBlock, from, c) && ok
		}},
	},
})

var relationshipBlock = describe(blockType[OrganizationRelationship]{
	block: func(o *OrganizationRelationship) *Block { return &o.Block },
	attributes: []attribute[OrganizationRelationship]{
		boolean("exists", func(o *OrganizationRelationship) *Bool { return &o.Exists }),
		boolean("enabled", func(o *OrganizationRelationship) *Bool { return &o.Enabled }),
		boolean("free_busy_access_enabled", func(o *OrganizationRelationship) *Bool { return &o.FreeBusyAccessEnabled }),
		choice("free_busy_access_level", func(o *OrganizationRelationship) *FreeBusyLevel { return &o.FreeBusyAccessLevel }),
		words("free_busy_access_scope", func(o *OrganizationRelationship) *string { return &o.FreeBusyAccessScope }),
		address(wordList("domain_names", func(o *OrganizationRelationship) *[]string { return &o.DomainNames })),
	},
})

var connectorBlock = describe(blockType[IntraOrganizationConnector]{
	block: func(c *IntraOrganizationConnector) *Block { return &c.Block },
	attributes: []attribute[IntraOrganizationConnector]{
		boolean("enabled", func(c *IntraOrganizationConnector) *Bool { return &c.Enabled }),
	},
})

var forestBlock = describe(blockType[Forest]{
	label: "the forest's name",
	block: func(f *Forest) *Block { return &f.Block },
	attributes: []attribute[Forest]{
		choice("exchange_version", func(f *Forest) *ExchangeVersion { return &f.ExchangeVersion }),
		integer("cumulative_update", 0, 9999, func(f *Forest, n int64) { f.CumulativeUpdate = int32(n) }),
		choice("cumulative_update_currency", func(f *Forest) *Currency { return &f.CumulativeUpdateCurrency }),
		boolean("aclable_synced_object_enabled", func(f *Forest) *Bool { return &f.ACLableSyncedObjectEnabled }),
		date("aclable_enabled_on", func(f *Forest) *Date { return &f.ACLableEnabledOn }),
		boolean("is_resource_forest", func(f *Forest) *Bool { return &f.IsResourceForest }),
		boolean("trusts_logon_forest", func(f *Forest) *Bool { return &f.TrustsLogonForest }),
		boolean("modern_auth", func(f *Forest) *Bool { return &f.ModernAuth }),
		boolean("dedicated_hybrid_app", func(f *Forest) *Bool { return &f.DedicatedHybridApp }),
	},
	inner: []innerBlock[Forest]{
		{name: "organization_relationship", read: func(r *reader, from *syntaxBlock, f *Forest) bool {
			if f.Relationship != nil {
				return r.repeated(from, &f.Relationship.Block)
			}
			f.Relationship = &OrganizationRelationship{Holder: NoForest, Target: Cloud}
			_, ok := r.labelOf(from, "")
			return readBlock(r, relationshipBlock, from, f.Relationship) && ok
		}},
		{name: "intra_organization_connector", read: func(r *reader, from *syntaxBlock, f *Forest) bool {
			if f.Connector != nil {
				return r.repeated(from, &f.Connector.Block)
			}
			f.Connector = &IntraOrganizationConnector{Holder: NoForest, Target: Cloud}
			_, ok := r.labelOf(from, "")
			return readBlock(r, connectorBlock, from, f.Connector) && ok
		}},
	},
})

// engines restricts an attribute to the blocks of some synchronization engines.
func engines(who string, engines ...Engine) owner[DirectorySync] {
	return owner[DirectorySync]{who: who, has: func(s *DirectorySync) Bool { return isOneOf(s.Engine, engines) }}
}

var (
	ofEntraConnect = engines(`directory_sync "entra_connect"`, EntraConnect)
	ofCloudSync    = engines(`directory_sync "cloud_sync"`, CloudSync)
	ofAnyEngine    = engines(`directory_sync "entra_connect" and directory_sync "cloud_sync"`, EntraConnect, CloudSync)
)

var syncBlock = describe(blockType[DirectorySync]{
	label: "the engine's name",
	block: func(s *DirectorySync) *Block { return &s.Block },
	attributes: []attribute[DirectorySync]{
		only(ofEntraConnect, version("version", func(s *DirectorySync, _ string, v Version) { s.HasVersion, s.Version = true, v })),
		only(ofEntraConnect, boolean("exchange_hybrid_deployment", func(s *DirectorySync) *Bool { return &s.ExchangeHybridDeployment })),
		only(ofEntraConnect, boolean("group_writeback", func(s *DirectorySync) *Bool { return &s.GroupWriteback })),
		only(ofCloudSync, version("agent_version", func(s *DirectorySync, text string, _ Version) { s.AgentVersion = text })),
		only(ofCloudSync, boolean("exchange_hybrid_writeback", func(s *DirectorySync) *Bool { return &s.ExchangeHybridWriteback })),
		only(ofAnyEngine, wordList("excluded_attributes", func(s *DirectorySync) *[]string { return &s.ExcludedAttributes })),
	},
})

// defaults is what a defaults block supplies to entries that do not say.
type defaults struct {
	Block
	clients      Set[Client]
	accessMethod AccessMethod
	channel      Channel
}

var defaultsBlock = describe(blockType[defaults]{
	block: func(d *defaults) *Block { return &d.Block },
	attributes: []attribute[defaults]{
		choices("clients", func(d *defaults) *Set[Client] { return &d.clients }),
		choice("access_method", func(d *defaults) *AccessMethod { return &d.accessMethod }),
		choice("channel", func(d *defaults) *Channel { return &d.channel }),
	},
})

func (r *reader) readTenant(b *syntaxBlock) {
	if len(r.drafts.tenants) > r.limits.Problems {
		return // each of them but one is a problem
	}
	r.drafts.tenants = append(r.drafts.tenants, read(r, tenantBlock, b, func(d *draft[tenantDraft], label string) bool {
		d.record.Name = label
		return true
	}))
}

func (r *reader) readForest(b *syntaxBlock) {
	r.drafts.forests = append(r.drafts.forests, read(r, forestBlock, b, func(d *draft[Forest], label string) bool {
		d.record.Name = label
		d.record.CumulativeUpdate = -1
		if fold(label) != cloudName {
			return true
		}
		r.problem("Reserved name", b.labels[0].start, b.labels[0].end, "%q is the name of the Exchange Online side. Give the forest another name.", label)
		return false
	}))
}

func (r *reader) readSync(b *syntaxBlock) {
	r.drafts.syncs = append(r.drafts.syncs, read(r, syncBlock, b, func(d *draft[DirectorySync], label string) bool {
		engine, ok := labelChoice[Engine](r, b, label, "synchronization engine")
		d.record.Engine = engine
		return ok
	}))
}

func (r *reader) readDefaults(b *syntaxBlock) {
	r.drafts.defaults = append(r.drafts.defaults, read(r, defaultsBlock, b, func(*draft[defaults], string) bool { return true }))
}

// labelChoice reads a label that is a word of an enumeration. A label that is missing was reported already.
func labelChoice[E Enumeration](r *reader, b *syntaxBlock, label, what string) (E, bool) {
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
	r.problem("Unknown label", b.labels[0].start, b.labels[0].end, "%q is no %s.%s", label, what, oneOf(label, all[1:]))
	return none, false
}

// innerLabel reads the label of an inner block, which names something that is resolved later.
func (r *reader) innerLabel(b *syntaxBlock, what string) (innerLabel, bool) {
	label, ok := r.labelOf(b, what)
	l := innerLabel{text: r.keep(label)}
	if len(b.labels) > 0 {
		l.location = r.section.location(b.labels[0].start, b.labels[0].end)
	}
	return l, ok
}

// repeated reports a second block where one is allowed.
func (r *reader) repeated(b *syntaxBlock, first *Block) bool {
	r.problem("Duplicate block", b.start, b.headerEnd, "Only one %s block is allowed here, and the first is at %s. Remove one of the two.",
		b.kind, place(first.Location()))
	return false
}

// isOneOf is Undeclared for the zero value: a wrong label says nothing about what belongs to the block.
func isOneOf[E Enumeration](e E, some []E) Bool {
	if e == 0 {
		return Undeclared
	}
	return BoolOf(slices.Contains(some, e))
}
