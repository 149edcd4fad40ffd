package exports

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// made is a block that is made already: there are few of them.
type made struct {
	name string
	made *block
}

func (m made) key() string { return m.name }

func (m made) owner() string { return "" }

func (m made) fill(_ *join, b *block) {
	b.header, b.row = m.made.header, m.made.row
	b.parts, b.sources = append(b.parts, m.made.parts...), append(b.sources, m.made.sources...)
}

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
			return d == j.org.tenant.routingDomain || isRoutingDomain(d)
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
	if config == nil && j.org.tenant.name == "" && j.org.tenant.routingDomain == "" {
		return
	}
	name := j.org.tenant.name
	if name == "" {
		name = tenantOf(j.org.tenant.routingDomain, routingDomains)
	}
	if name == "" {
		name = "tenant"
	}
	b := &block{header: "tenant " + quoted(name), row: j.rowOf(cloud)}
	if len(j.org.domains[cloud]) > 0 {
		b.sources = append(b.sources, "Get-AcceptedDomain")
	}
	if config != nil {
		b.sources = append(b.sources, "Get-OrganizationConfig")
	}
	b.text(attrRoutingDomain, j.org.tenant.routingDomain)
	if config != nil {
		b.boolean(attrModernAuth, config.modernAuth)
		b.boolean(attrSendFromAliasEnabled, config.sendFromAlias)
		switch rows.Plain(config.publicFolders) {
		case "none":
			b.text(attrPublicFolders, "none")
		case "local":
			b.text(attrPublicFolders, "local")
		case "":
		default:
			j.remark("The tenant's PublicFoldersEnabled is %s, which does not say of which version of Exchange the public folders are. Declare public_folders in the tenant block.", config.publicFolders)
		}
		b.boolean(attrPublicFolderClientControl, config.folderControls)
	}
	for _, forest := range j.forests {
		if r, ok := relationships[[2]side{cloud, forest}]; ok {
			b.inside(innerOrganizationRelationship, quoted(j.sideName(forest)), r.block())
		}
	}
	for _, forest := range j.forests {
		if c, ok := connectors[[2]side{cloud, forest}]; ok {
			b.inside(innerIntraOrganizationConnector, quoted(j.sideName(forest)), c.connectorBlock())
		}
	}
	j.put(organizationGroup, made{"1", b})
}

// rowOf is a row that tells of a side: its configuration, else what else is known of its organization, else of somebody there.
func (j *join) rowOf(s side) rowRef {
	if config := j.org.configs[s]; config != nil {
		return config.row
	}
	if row, told := j.org.rows[s]; told {
		return row
	}
	first := noRow
	for _, p := range j.people {
		for _, there := range p.on(s) {
			if there.row != noRow && (first == noRow || there.row < first) {
				first = there.row
			}
		}
	}
	return first
}

func (r relationship) block() *block {
	b := &block{row: r.row}
	b.boolean(attrEnabled, r.enabled)
	b.boolean(attrFreeBusyAccessEnabled, r.freeBusy)
	b.text(attrFreeBusyAccessLevel, r.level)
	b.text(attrFreeBusyAccessScope, r.scope)
	b.list(attrDomainNames, r.domains)
	return b
}

func (r relationship) connectorBlock() *block {
	b := &block{row: r.row}
	b.boolean(attrEnabled, r.enabled)
	return b
}

func (j *join) writeForest(forest side, relationships, connectors placed) {
	b := &block{header: "forest " + quoted(j.sideName(forest)), row: j.rowOf(forest)}
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
	b.text(attrExchangeVersion, version)
	if update >= 0 {
		b.expression(attrCumulativeUpdate, strconv.Itoa(update))
	}
	if config := j.org.configs[forest]; config != nil {
		b.boolean(attrAclableSyncedObjectEnabled, config.aclable)
	}
	j.addAccounts(b, forest)
	if config := j.org.configs[forest]; config != nil {
		b.boolean(attrModernAuth, config.modernAuth)
	}
	if r, ok := relationships[[2]side{forest, cloud}]; ok {
		b.inside(innerOrganizationRelationship, "", r.block())
	}
	if c, ok := connectors[[2]side{forest, cloud}]; ok {
		b.inside(innerIntraOrganizationConnector, "", c.connectorBlock())
	}
	j.put(organizationGroup, made{"2" + j.sideName(forest), b})
}

// addAccounts says whether the accounts of a forest's mailboxes are in another forest: those of linked mailboxes are, and
// nothing else has such mailboxes. Where none was exported, nobody knows.
func (j *join) addAccounts(b *block, forest side) {
	domains := map[string]bool{}
	for _, p := range j.people {
		if p.kind != model.LinkedMailbox || p.home != forest {
			continue
		}
		for _, s := range p.atHome() {
			domain, _, _ := strings.Cut(linked(s.linkedMaster), `\`)
			domains[strings.ToLower(domain)] = true
		}
	}
	if len(domains) > 0 {
		b.boolean(attrIsResourceForest, model.True)
	}
	trusts := model.Undeclared
	for _, t := range j.org.trusts[forest] {
		name, _, _ := strings.Cut(strings.ToLower(t.target), ".")
		if !domains[name] {
			j.ignore(t.row, "is about another domain than that of the accounts of linked mailboxes")
			continue
		}
		j.use(t.row)
		trusts = model.True
	}
	b.boolean(attrTrustsLogonForest, trusts)
}

func (j *join) writeSync() {
	sync := j.org.sync
	if sync == nil {
		return
	}
	b := &block{header: `directory_sync "entra_connect"`, sources: []string{"Get-ADSyncGlobalSettings"}, row: sync.row}
	b.text(attrVersion, sync.version)
	hybrid := sync.hybrid
	if hybrid == model.Undeclared {
		hybrid = sync.writebackRule
	}
	if hybrid != model.Undeclared {
		b.boolean(attrExchangeHybridDeployment, hybrid)
		b.from(sync.hybridRow)
	}
	if sync.filtered && len(sync.excluded) > 0 {
		excluded := slices.Clone(sync.excluded)
		slices.Sort(excluded)
		b.list(attrExcludedAttributes, excluded)
	}
	if hybrid != model.Undeclared || sync.version != "" {
		j.put(organizationGroup, made{"3", b})
	}
}

// writeBatches makes the blocks of migration batches.
func (j *join) writeBatches() {
	for _, name := range slices.Sorted(maps.Keys(j.batches)) {
		f := j.batches[name]
		if f.planned && f.status == "" {
			f.status = "Created"
		}
		if f.plannedOnboarding && f.direction == "" {
			f.direction = "onboarding"
		}
		if f.direction == "local" {
			j.ignoreBatch(f, "is a move within one side")
			continue
		}
		read := j.batchMembers(name, f)
		if len(read) == 0 {
			j.ignoreBatch(f, "has no member that was exported")
			continue
		}
		if len(j.forests) > 1 && j.sourceForest(read) == anySide {
			j.lose(f.row, "it is not known from which of the forests the batch takes its mailboxes", "migration batch "+name)
			continue
		}
		j.use(f.row)
		j.put("migration_batches", made{name, j.batchBlock(name, f, read)})
	}
}

// batchMembers are the members of a batch, with the row of each.
func (j *join) batchMembers(name string, f *batchFact) map[*person]rowRef {
	read := map[*person]rowRef{}
	for _, m := range f.members {
		p := j.find(m.name).person
		if !p.placeable() {
			j.lose(m.row, missing(p, unknownMailbox, ambiguousMailbox), "member "+m.name.String()+" of the batch "+name)
			continue
		}
		j.use(m.row)
		p.referred = true
		if _, twice := read[p]; !twice {
			read[p] = m.row
		}
	}
	return read
}

func (j *join) ignoreBatch(f *batchFact, reason string) {
	j.ignore(f.row, reason)
	for _, m := range f.members {
		j.ignore(m.row, reason)
	}
}

func (j *join) batchBlock(name string, f *batchFact, read map[*person]rowRef) *block {
	b := &block{header: "migration_batch " + quoted(name), sources: []string{j.source(f.row)}, row: f.row}
	members := slices.SortedFunc(maps.Keys(read), func(a, b *person) int { return strings.Compare(a.label, b.label) })
	b.text(attrDirection, j.direction(name, f, members))
	if len(j.forests) > 1 {
		b.text(attrSourceForest, j.sideName(j.sourceForest(read)))
	}
	b.list(attrMembers, labelsOf(members))
	list := &b.parts[len(b.parts)-1]
	for _, m := range members {
		list.rows = append(list.rows, read[m])
	}
	j.addTime(b, attrStartAfter, name, f.starts)
	j.addTime(b, attrCompleteAfter, name, f.completes)
	b.text(attrStatus, f.status)
	return b
}

// sourceForest is the forest in which a member of a batch lives or has an object; the first in order where there are several.
func (j *join) sourceForest(members map[*person]rowRef) side {
	var homes, objects []side
	for p := range members {
		for _, s := range p.sightings {
			if s.side.onPrem() {
				objects = append(objects, s.side)
			}
		}
		if p.home.onPrem() {
			homes = append(homes, p.home)
		}
	}
	if len(homes) == 0 {
		homes = objects
	}
	if len(homes) == 0 {
		return anySide
	}
	return j.inOrder(homes)[0]
}

// addTime adds a time for which a batch is planned, where it can be read in one way.
func (j *join) addTime(b *block, attribute attribute, name string, planned *batchTime) {
	if planned == nil {
		return
	}
	when, ok, reason := j.timeIn(planned.column, planned.written)
	if reason != "" {
		j.lose(planned.row, reason, attribute.name+" "+planned.text+" of the batch "+name)
	}
	if ok {
		b.text(attribute, instantText(when))
		b.from(planned.row)
	}
}

// direction is that of a batch. Exports of older versions do not say it: a batch that goes on takes mailboxes away from
// where they live.
func (j *join) direction(name string, f *batchFact, members []*person) string {
	if f.direction != "" {
		return f.direction
	}
	direction := model.Word(model.Onboarding)
	if !over(f.status) && !slices.ContainsFunc(members, func(m *person) bool { return m.home != cloud }) {
		direction = model.Word(model.Offboarding)
	}
	j.remark("No export says the direction of the batch %s. It was taken for %s, as its mailboxes are where they are.", name, direction)
	return direction
}

func over(status string) bool {
	for i, w := range model.BatchStatus(0).Words() {
		if w == status {
			return model.BatchStatus(i).Over()
		}
	}
	return false
}
