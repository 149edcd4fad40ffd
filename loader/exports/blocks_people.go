package exports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hybridlint/loader"
)

// writePeople makes the blocks of recipients. An account without mail has one only where something names it.
func (j *join) writePeople() {
	for _, p := range j.people {
		switch {
		case p.kind == loader.NoRecipientType:
			j.ignoreAll(p, notExported)
		case !p.kind.IsMailEnabled() && !p.referred:
			j.ignoreAll(p, notReferred)
		default:
			p.written = true
			for _, s := range p.sightings {
				j.use(s.row)
			}
			j.blocks = append(j.blocks, j.recipientBlock(p))
		}
	}
}

func (j *join) ignoreAll(p *person, reason string) {
	for _, s := range p.sightings {
		j.ignore(s.row, reason)
	}
}

func (j *join) recipientBlock(p *person) *block {
	kind := loader.Word(p.kind)
	b := &block{group: "recipients", letter: letterOf(p.label), key: p.label, header: kind + " " + quoted(p.label)}
	seen := p.byHome()
	for _, s := range seen {
		if s.row != noRow {
			b.sources = append(b.sources, j.source(s.row))
		} else {
			b.sources = append(b.sources, "a permission report")
		}
	}
	b.word("home", j.sideName(p.home))
	if p.home == cloud && len(j.forests) > 1 {
		for _, s := range seen {
			if s.side.onPrem() {
				b.word("origin", j.sideName(s.side))
				break
			}
		}
	}
	atHome := p.on(p.home)
	if first(atHome, func(s *sighting) loader.Bool { return s.cloudManaged }) == loader.True {
		b.word("exchange_attributes_managed_in", "cloud")
	}
	b.text("name", first(atHome, func(s *sighting) string { return s.name }))
	b.text("display_name", first(seen, func(s *sighting) string { return s.displayName }))
	b.text("distinguished_name", first(atHome, func(s *sighting) string { return s.dn }))
	b.text("primary_smtp_address", strings.ToLower(first(seen, func(s *sighting) string { return s.primary })))
	b.list("email_addresses", addressesOf(atHome))
	b.boolean("is_dir_synced", j.dirSynced(p))
	b.word("provisioned_by", j.provisionedBy(p))
	b.boolean("hidden_from_address_lists_enabled", first(seen, func(s *sighting) loader.Bool { return s.hidden }))
	if !p.kind.IsGroup() {
		b.boolean("account_enabled", first(seen, func(s *sighting) loader.Bool { return s.enabled }))
	}
	b.text("linked_master_account", linked(first(atHome, func(s *sighting) string { return s.linkedMaster })))
	b.text("legacy_exchange_dn", first(atHome, func(s *sighting) string { return s.legacyDN }))
	b.word("calendar_default_permission", p.calendarDefault)
	if len(p.resourceDelegates) > 0 {
		b.list("resource_delegates", labelsOf(p.resourceDelegates))
	}
	b.boolean("public_folder_client_access", p.publicFolder)
	if p.kind.IsGroup() {
		if len(p.members) > 0 {
			members := slices.Clone(p.members)
			slices.Sort(members)
			b.list("members", members)
		}
		b.word("group_scope", first(seen, func(s *sighting) string { return s.groupScope }))
	}
	j.addObjects(b, p)
	return b
}

// linked leaves out that a mailbox of one's own account is linked to SELF.
func linked(account string) string {
	if loader.BuiltInPrincipal(account) || isLocalizedAuthority(account) {
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
func (j *join) dirSynced(p *person) loader.Bool {
	synced := first(p.on(cloud), func(s *sighting) loader.Bool { return s.dirSynced })
	if !p.kind.IsMailEnabled() {
		return loader.Undeclared
	}
	if p.home == cloud && synced == loader.Undeclared && len(p.on(cloud)) < len(p.sightings) {
		return loader.True
	}
	return synced
}

// provisionedBy is how a mailbox came to the cloud.
func (j *join) provisionedBy(p *person) string {
	if p.home != cloud || !p.kind.IsMailbox() {
		return ""
	}
	for _, s := range p.sightings {
		switch remote := plain(s.remoteType); {
		case s.side == cloud || remote == "":
		case strings.Contains(remote, "migrated"):
			return "migration"
		case strings.Contains(remote, "provisionmailbox"):
			return "new_remote_mailbox"
		}
	}
	if j.dirSynced(p) == loader.False {
		return "cloud_direct"
	}
	return ""
}

// addObjects adds what stands for a person in the other forests. A group has no such object in the language.
func (j *join) addObjects(b *block, p *person) {
	if p.kind.IsGroup() || !p.kind.IsMailEnabled() || p.kind == loader.MailContact || p.kind == loader.MailPublicFolder {
		return
	}
	var sides []side
	for _, s := range p.sightings {
		if s.side != p.home && !s.report && !slices.Contains(sides, s.side) {
			sides = append(sides, s.side)
		}
	}
	for _, s := range j.inOrder(sides) {
		b.parts = append(b.parts, part{name: "object " + quoted(j.sideName(s)), inner: j.objectParts(p.on(s))})
	}
}

func (j *join) objectParts(seen []*sighting) []part {
	o := &block{parts: []part{}}
	o.word("recipient_type_details", first(seen, func(s *sighting) string { return enumerated[loader.RecipientTypeDetails](s.details) }))
	if number, err := strconv.ParseInt(first(seen, func(s *sighting) string { return s.displayType }), 10, 64); err == nil {
		o.expression("recipient_display_type", strconv.FormatInt(number, 10))
	}
	if slices.ContainsFunc(seen, func(s *sighting) bool { return s.hasTarget }) {
		o.expression("target_address", quoted(first(seen, func(s *sighting) string { return s.target })))
	}
	o.text("primary_smtp_address", strings.ToLower(first(seen, func(s *sighting) string { return s.primary })))
	o.list("email_addresses", addressesOf(seen))
	o.text("legacy_exchange_dn", first(seen, func(s *sighting) string { return s.legacyDN }))
	return o.parts
}

// letterOf is what a large file is divided by.
func letterOf(label string) string {
	if label == "" {
		return "0"
	}
	if c := label[0] | 0x20; c >= 'a' && c <= 'z' {
		return string(c)
	}
	return "0"
}
