package exports

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hybridlint/loader/model"
)

// writePeople decides who has a block. An account without mail has one only where something names it.
func (j *join) writePeople() {
	var people []*person
	for _, p := range j.people {
		switch {
		case p.kind == model.NoRecipientType:
			j.ignoreAll(p, notExported)
		case !p.kind.IsMailEnabled() && !p.referred:
			j.ignoreAll(p, notReferred)
		default:
			p.written = true
			for _, s := range p.sightings {
				for row := range s.allRows() {
					j.use(row)
				}
			}
			people = append(people, p)
		}
	}
	slices.SortFunc(people, func(a, b *person) int { return strings.Compare(a.label, b.label) })
	for _, p := range people {
		j.put(recipientsGroup, p)
	}
}

func (j *join) ignoreAll(p *person, reason string) {
	for _, s := range p.sightings {
		for row := range s.allRows() {
			j.ignore(row, reason)
		}
	}
}

func (p *person) key() string { return p.label }

func (p *person) owner() string { return p.label }

func (p *person) fill(j *join, b *block) {
	b.header, b.row = model.Word(p.kind)+" "+quoted(p.label), p.sightings[0].row
	for _, s := range p.sightings {
		for row := range s.allRows() {
			b.sources = append(b.sources, j.source(row))
		}
		if s.row == noRow {
			b.sources = append(b.sources, "a permission report")
		}
	}
	seen, atHome := p.sightings, p.atHome()
	b.text(attrHome, j.sideName(p.home))
	j.addOrigin(b, p)
	if first(atHome, func(s *sighting) model.Bool { return s.cloudManaged }) == model.True {
		b.text(attrExchangeAttributesManagedIn, "cloud")
	}
	b.text(attrName, first(atHome, func(s *sighting) string { return s.name }))
	b.text(attrDisplayName, first(seen, func(s *sighting) string { return s.displayName }))
	b.text(attrDistinguishedName, first(atHome, func(s *sighting) string { return s.dn }))
	b.text(attrPrimarySMTPAddress, strings.ToLower(first(seen, func(s *sighting) string { return s.primary })))
	b.list(attrEmailAddresses, addressesOf(atHome))
	b.boolean(attrIsDirSynced, j.dirSynced(p))
	b.text(attrProvisionedBy, j.provisionedBy(p))
	if p.movedOn != 0 {
		b.text(attrMovedOn, fmt.Sprintf("%04d-%02d-%02d", p.movedOn/10_000, p.movedOn/100%100, p.movedOn%100))
		b.from(p.movedRow)
	}
	b.boolean(attrHiddenFromAddressListsEnabled, first(seen, func(s *sighting) model.Bool { return s.hidden }))
	if !p.kind.IsGroup() {
		b.boolean(attrAccountEnabled, first(seen, func(s *sighting) model.Bool { return s.enabled }))
	}
	b.text(attrLinkedMasterAccount, linked(first(atHome, func(s *sighting) string { return s.linkedMaster })))
	b.text(attrLegacyExchangeDN, first(atHome, func(s *sighting) string { return s.legacyDN }))
	if p.calendarDefault != "" {
		b.text(attrCalendarDefaultPermission, p.calendarDefault)
		b.from(p.calendarRow)
	}
	if len(p.resourceDelegates) > 0 {
		b.list(attrResourceDelegates, labelsOf(p.resourceDelegates))
	}
	b.boolean(attrPublicFolderClientAccess, p.publicFolder)
	if p.kind.IsGroup() {
		if len(p.members) > 0 {
			b.list(attrMembers, slices.Sorted(slices.Values(p.members)))
		}
		b.text(attrGroupScope, model.Word(first(seen, func(s *sighting) model.GroupScope { return s.groupScope })))
	}
	if p.kind.IsMailbox() {
		b.text(attrDepartment, first(seen, func(s *sighting) string { return s.department }))
		b.text(attrOffice, first(seen, func(s *sighting) string { return s.office }))
		b.count(attrSizeGB, gigabytes(p.size.bytes))
		b.count(attrItems, p.size.items)
	}
	j.addObjects(b, p)
}

// gigabytes are those of a size, rounded up: a mailbox of less than one is not of an unknown size.
func gigabytes(bytes int64) int64 { return (bytes + 1<<30 - 1) >> 30 }

// addOrigin says which forest a recipient in the cloud comes from, where there are several.
func (j *join) addOrigin(b *block, p *person) {
	if p.home != cloud || len(j.forests) < 2 {
		return
	}
	for _, s := range p.sightings {
		if s.side.onPrem() {
			b.text(attrOrigin, j.sideName(s.side))
			return
		}
	}
}

// linked leaves out that a mailbox of one's own account is linked to SELF.
func linked(account string) string {
	if model.BuiltInPrincipal(account) || isAuthority(account) {
		return ""
	}
	return account
}

// first is the first of the sightings' values that is one.
func first[T comparable](seen []*sighting, value func(*sighting) T) T {
	var none T
	for _, s := range seen {
		if v := value(s); v != none {
			return v
		}
	}
	return none
}

// addressesOf is nil where no export has the addresses.
func addressesOf(seen []*sighting) []string {
	var addresses []string
	for _, s := range seen {
		if s.hasAddresses && len(s.addresses) > len(addresses) {
			addresses = slices.Clone(s.addresses)
		}
	}
	slices.SortFunc(addresses, func(a, b string) int {
		primary := func(t string) int {
			if strings.HasPrefix(t, "SMTP:") {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(primary(a), primary(b)), cmp.Compare(strings.ToLower(a), strings.ToLower(b)), cmp.Compare(a, b))
	})
	return slices.Compact(addresses)
}

func labelsOf(people []*person) []string {
	labels := make([]string, len(people))
	for i, p := range people {
		labels[i] = p.label
	}
	slices.Sort(labels)
	return labels
}

// dirSynced is what the cloud says of a recipient. Without a word of the cloud the language has a default.
func (j *join) dirSynced(p *person) model.Bool {
	synced := first(p.on(cloud), func(s *sighting) model.Bool { return s.dirSynced })
	if !p.kind.IsMailEnabled() {
		return model.Undeclared
	}
	if p.home == cloud && synced == model.Undeclared && len(p.on(cloud)) < len(p.sightings) {
		return model.True
	}
	return synced
}

// provisionedBy is how a mailbox came to the cloud.
func (j *join) provisionedBy(p *person) string {
	if p.home != cloud || !p.kind.IsMailbox() {
		return ""
	}
	for _, s := range p.sightings {
		if s.side != cloud && s.provisionedBy != 0 {
			return model.Word(s.provisionedBy)
		}
	}
	if j.dirSynced(p) == model.False {
		return model.Word(model.ProvisionedByCloudDirect)
	}
	return ""
}

// addObjects adds what stands for a person in the other forests. A group has no such object in the language.
func (j *join) addObjects(b *block, p *person) {
	if p.kind.IsGroup() || !p.kind.IsMailEnabled() || p.kind == model.MailContact || p.kind == model.MailPublicFolder {
		return
	}
	var sides []side
	for _, s := range p.sightings {
		if s.side != p.home && s.side != anySide && !s.report && !slices.Contains(sides, s.side) {
			sides = append(sides, s.side)
		}
	}
	for _, s := range j.inOrder(sides) {
		b.inside(innerObject, quoted(j.sideName(s)), objectOf(p.on(s)))
	}
}

// objectOf is what one side has of a person who lives on another.
func objectOf(seen []*sighting) *block {
	o := &block{row: seen[0].row}
	o.text(attrRecipientTypeDetails, first(seen, func(s *sighting) string { return enumerated[model.RecipientTypeDetails](s.details) }))
	if i := slices.IndexFunc(seen, func(s *sighting) bool { return s.hasDisplayType }); i >= 0 {
		o.expression(attrRecipientDisplayType, strconv.FormatInt(seen[i].displayType, 10))
		o.from(seen[i].displayRow)
	}
	if slices.ContainsFunc(seen, func(s *sighting) bool { return s.hasTarget }) {
		o.expression(attrTargetAddress, quoted(first(seen, func(s *sighting) string { return s.target }))) // may be empty
	}
	o.text(attrPrimarySMTPAddress, strings.ToLower(first(seen, func(s *sighting) string { return s.primary })))
	o.list(attrEmailAddresses, addressesOf(seen))
	o.text(attrLegacyExchangeDN, first(seen, func(s *sighting) string { return s.legacyDN }))
	return o
}
