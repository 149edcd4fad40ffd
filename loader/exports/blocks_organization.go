package exports

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"hybridlint/loader"
)

// writeOrganization makes the blocks of the tenant, the forests and the synchronization.
func (j *join) writeOrganization() {
	relationships, connectors := j.place(j.org.relationships), j.place(j.org.connectors)
	j.writeTenant(relationships, connectors)
	for _, forest := range j.forests {
		j.writeForest(forest, relationships, connectors)
	}
	j.writeSync()
}

// placed is the relationship between two sides: what holder keeps about target.
type placed map[[2]side]relationship

// place finds out which organization a relationship is about.
func (j *join) place(list []relationship) placed {
	out := placed{}
	slices.SortStableFunc(list, func(a, b relationship) int { return cmp.Or(cmp.Compare(a.side, b.side), cmp.Compare(a.name, b.name)) })
	for _, r := range list {
		target := j.targetOf(r)
		if target == anySide {
			j.ignore(r.row, otherOrganization)
			continue
		}
		key := [2]side{r.side, target}
		if _, twice := out[key]; twice {
			j.ignore(r.row, "is about an organization that another one is about, too")
			continue
		}
		j.use(r.row)
		out[key] = r
	}
	return out
}

// targetOf is the other side of a relationship: the tenant by its routing domain, a forest by its accepted domains.
func (j *join) targetOf(r relationship) side {
	if r.side.onPrem() {
		routed := func(d string) bool {
			return d == j.org.routingDomain || strings.HasSuffix(d, ".mail.onmicrosoft.com")
		}
		if slices.ContainsFunc(r.domains, routed) {
			return cloud
		}
		return anySide
	}
	for _, forest := range j.forests {
		for _, d := range r.domains {
			if slices.Contains(j.org.domains[forest], d) {
				return forest
			}
		}
	}
	// The names are the Hybrid Configuration wizard's.
	if forest, only := j.onlyForest(); only && (strings.HasPrefix(r.name, "O365 to On-premises") || strings.HasPrefix(r.name, "HybridIOC")) {
		return forest
	}
	return anySide
}

func (j *join) writeTenant(relationships, connectors placed) {
	config := j.org.configs[cloud]
	if config == nil && j.org.tenantName == "" && j.org.routingDomain == "" {
		return
	}
	name := j.org.tenantName
	if name == "" {
		name = strings.TrimSuffix(j.org.routingDomain, ".mail.onmicrosoft.com")
	}
	if name == "" {
		name = "tenant"
	}
	b := &block{group: "organization", key: "1", header: "tenant " + quoted(name)}
	if len(j.org.domains[cloud]) > 0 {
		b.sources = append(b.sources, "Get-AcceptedDomain")
	}
	if config != nil {
		b.sources = append(b.sources, "Get-OrganizationConfig")
	}
	b.text("routing_domain", j.org.routingDomain)
	if config != nil {
		b.boolean("modern_auth", config.modernAuth)
		b.boolean("send_from_alias_enabled", config.sendFromAlias)
		switch plain(config.publicFolders) {
		case "none":
			b.word("public_folders", "none")
		case "local":
			b.word("public_folders", "local")
		}
		b.boolean("public_folder_client_control", config.folderControls)
	}
	for _, forest := range j.forests {
		if r, ok := relationships[[2]side{cloud, forest}]; ok {
			b.parts = append(b.parts, part{name: "organization_relationship " + quoted(j.sideName(forest)), inner: r.parts()})
		}
	}
	for _, forest := range j.forests {
		if c, ok := connectors[[2]side{cloud, forest}]; ok {
			b.parts = append(b.parts, part{name: "intra_organization_connector " + quoted(j.sideName(forest)), inner: c.connectorParts()})
		}
	}
	j.blocks = append(j.blocks, b)
}

func (r relationship) parts() []part {
	b := &block{parts: []part{}}
	b.boolean("enabled", r.enabled)
	b.boolean("free_busy_access_enabled", r.freeBusy)
	b.word("free_busy_access_level", r.level)
	b.text("free_busy_access_scope", r.scope)
	b.list("domain_names", r.domains)
	return b.parts
}

func (r relationship) connectorParts() []part {
	b := &block{parts: []part{}}
	b.boolean("enabled", r.enabled)
	return b.parts
}

func (j *join) writeForest(forest side, relationships, connectors placed) {
	b := &block{group: "organization", key: "2" + j.sideName(forest), header: "forest " + quoted(j.sideName(forest))}
	version, update := j.org.servers[forest].release()
	if version != "" {
		b.sources = append(b.sources, "Get-ExchangeServer")
	}
	if j.org.configs[forest] != nil {
		b.sources = append(b.sources, "Get-OrganizationConfig")
	}
	if len(b.sources) == 0 {
		b.sources = []string{"what the exports have of it"}
	}
	b.word("exchange_version", version)
	if update >= 0 {
		b.expression("cumulative_update", strconv.Itoa(update))
	}
	if config := j.org.configs[forest]; config != nil {
		b.boolean("aclable_synced_object_enabled", config.aclable)
	}
	b.boolean("trusts_logon_forest", j.org.trusts[forest])
	if config := j.org.configs[forest]; config != nil {
		b.boolean("modern_auth", config.modernAuth)
	}
	if r, ok := relationships[[2]side{forest, cloud}]; ok {
		b.parts = append(b.parts, part{name: "organization_relationship", inner: r.parts()})
	}
	if c, ok := connectors[[2]side{forest, cloud}]; ok {
		b.parts = append(b.parts, part{name: "intra_organization_connector", inner: c.connectorParts()})
	}
	j.blocks = append(j.blocks, b)
}

func (j *join) writeSync() {
	sync := j.org.sync
	if sync == nil {
		return
	}
	b := &block{group: "organization", key: "3", header: `directory_sync "entra_connect"`, sources: []string{"Get-ADSyncGlobalSettings"}}
	b.text("version", sync.version)
	hybrid := sync.hybrid
	if hybrid == loader.Undeclared {
		hybrid = sync.writebackRule
	}
	b.boolean("exchange_hybrid_deployment", hybrid)
	if sync.filtered && len(sync.excluded) > 0 {
		excluded := slices.Clone(sync.excluded)
		slices.Sort(excluded)
		b.list("excluded_attributes", excluded)
	}
	if hybrid != loader.Undeclared || sync.version != "" {
		j.blocks = append(j.blocks, b)
	}
}

// writeBatches makes the blocks of migration batches.
func (j *join) writeBatches() {
	for _, name := range slices.Sorted(maps.Keys(j.batches)) {
		f := j.batches[name]
		if f.direction == "local" {
			j.ignoreBatch(f, "is a move within one side")
			continue
		}
		var members []*person
		for _, m := range f.members {
			p := j.directory.find(m.text)
			if !p.placeable() {
				j.lose(m.row, missing(p, unknownMailbox, ambiguousMailbox), "member "+m.text+" of the batch "+name)
				continue
			}
			j.use(m.row)
			p.referred = true
			if !slices.Contains(members, p) {
				members = append(members, p)
			}
		}
		if len(members) == 0 {
			j.ignoreBatch(f, "has no member that was exported")
			continue
		}
		j.use(f.row)
		j.blocks = append(j.blocks, j.batchBlock(name, f, members))
	}
}

func (j *join) ignoreBatch(f *batchFact, reason string) {
	j.ignore(f.row, reason)
	for _, m := range f.members {
		j.ignore(m.row, reason)
	}
}

func (j *join) batchBlock(name string, f *batchFact, members []*person) *block {
	b := &block{group: "migration_batches", key: name, header: "migration_batch " + quoted(name), sources: []string{j.source(f.row)}}
	direction := f.direction
	if direction == "" {
		// Get-MigrationBatch of older versions does not say. A batch takes mailboxes away from where they live.
		direction = "onboarding"
		if members[0].home == cloud && !over(f.status) {
			direction = "offboarding"
		}
	}
	b.word("direction", direction)
	if len(j.forests) > 1 {
		for _, m := range members {
			if m.home.onPrem() {
				b.word("source_forest", j.sideName(m.home))
				break
			}
		}
	}
	b.list("members", labelsOf(members))
	b.word("status", f.status)
	return b
}

func over(status string) bool {
	for i, w := range loader.BatchStatus(0).Words() {
		if w == status {
			return loader.BatchStatus(i).Over()
		}
	}
	return false
}
