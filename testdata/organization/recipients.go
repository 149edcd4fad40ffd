package organization

import (
	"fmt"
	"strings"
)

// writeOrganization writes what there is once: tenant, forest, synchronization, the helpdesk, groups of groups and the wave.
func (p *plan) writeOrganization(t *text) {
	p.writeTenant(t)
	p.writeForest(t)
	t.open("directory_sync", "entra_connect")
	t.word("version", "2.5.79.0")
	t.truth("exchange_hybrid_deployment", p.Upkeep == Maintained)
	t.close()
	p.writeHelpdesk(t)
	p.writeDivisions(t)
	p.writeWave(t)
}

func (p *plan) writeTenant(t *text) {
	t.open("tenant", "contoso")
	t.word("offering", "multi_tenant")
	t.word("routing_domain", routingDomain)
	t.truth("modern_auth", true)
	t.word("public_folders", "none")
	relationship(t, forest, domain)
	t.close()
}

func (p *plan) writeForest(t *text) {
	t.open("forest", forest)
	t.word("exchange_version", "SE")
	t.word("cumulative_update_currency", "current")
	t.truth("aclable_synced_object_enabled", true)
	t.word("aclable_enabled_on", "2024-03-01")
	t.truth("modern_auth", true)
	relationship(t, "", domain, routingDomain)
	t.close()
}

func relationship(t *text, label string, domains ...string) {
	t.open("organization_relationship", label)
	t.truth("enabled", true)
	t.truth("free_busy_access_enabled", true)
	t.word("free_busy_access_level", "LimitedDetails")
	t.list("domain_names", domains...)
	t.close()
}

// writeHelpdesk writes a group in a group: its people are the first team, which moved first.
func (p *plan) writeHelpdesk(t *text) {
	first := "helpdesk-first-line@" + domain
	group(t, "mail_enabled_security_group", helpdesk, forest, "Helpdesk", []string{first})
	people := p.people(0, nil)
	members := make([]string, len(people))
	for i, id := range people {
		members[i] = p.names[id]
	}
	group(t, "mail_enabled_security_group", first, forest, "Helpdesk, first line", members)
}

func group(t *text, kind, label, home, displayName string, members []string) {
	t.open(kind, label)
	t.word("home", home)
	t.word("display_name", displayName)
	t.word("primary_smtp_address", label)
	if kind == "mail_enabled_security_group" {
		t.word("group_scope", "universal")
	}
	if len(members) > 0 {
		t.lines("members", members)
	}
	t.close()
}

func (p *plan) teams() int { return (p.Mailboxes + teamSize - 1) / teamSize }

func (p *plan) teamName(number int) string {
	return fmt.Sprintf("team-%s-%d@%s", p.department(number), number, domain)
}

// writeDivisions writes the groups of the departments, whose members are the groups of their teams, and one of all.
func (p *plan) writeDivisions(t *text) {
	var divisions []string
	for i, department := range departments {
		var teams []string
		for number := i; number < p.teams(); number += len(departments) {
			teams = append(teams, p.teamName(number))
		}
		if len(teams) == 0 {
			break
		}
		name := department + "-all@" + domain
		divisions = append(divisions, name)
		group(t, "mail_enabled_security_group", name, forest, "All of "+department, teams)
	}
	group(t, "distribution_group", "everybody@"+domain, forest, "Everybody", divisions)
	group(t, "dynamic_distribution_group", "all-staff@"+domain, forest, "All staff", nil)
}

// writeWave writes the batches: one that is over, and the next one.
func (p *plan) writeWave(t *text) {
	var moving, moved []string
	for id, m := range p.mailboxes {
		switch {
		case m.moves:
			moving = append(moving, p.names[id])
		case m.provenance == pilot:
			moved = append(moved, p.names[id])
		}
	}
	batch(t, "pilot", "Completed", moved)
	batch(t, "wave-9", "Synced", moving)
}

func batch(t *text, label, status string, members []string) {
	if len(members) == 0 {
		return
	}
	t.open("migration_batch", label)
	t.word("direction", "onboarding")
	t.word("status", status)
	t.lines("members", members)
	t.close()
}

// writeRecipients writes a mailbox and, with the first of a team, what else belongs to the team.
func (p *plan) writeRecipients(t *text, id int) {
	p.begin(1<<40 + id)
	if id%teamSize == 0 {
		p.writeTeam(t, id)
	}
	p.writeMailbox(t, id)
}

func (p *plan) writeTeam(t *text, first int) {
	number := first / teamSize
	var members []string
	for _, id := range p.people(first, nil) {
		if !p.mailboxes[id].leaver {
			members = append(members, p.names[id])
		}
	}
	group(t, "mail_enabled_security_group", p.teamName(number), forest, fmt.Sprintf("Team %d", number), members)
	if number%5 == 2 {
		group(t, "m365_group", fmt.Sprintf("project-%d@%s", number, domain), cloud, "Project", members[:min(4, len(members))])
	}
	if number%10 == 3 {
		t.open("mail_contact", fmt.Sprintf("partner-%d@fabrikam.com", number))
		t.word("home", forest)
		t.word("primary_smtp_address", fmt.Sprintf("partner-%d@fabrikam.com", number))
		t.close()
	}
	if number%25 == 4 {
		t.open("security_group", fmt.Sprintf("CORP\\servers-%d", number))
		t.word("home", forest)
		t.list("members", members[:min(2, len(members))]...)
		t.close()
	}
}

var mailboxTypes = [...]string{user: "user_mailbox", shared: "shared_mailbox", room: "room_mailbox", equipment: "equipment_mailbox"}

func (p *plan) writeMailbox(t *text, id int) {
	m, name := &p.mailboxes[id], p.names[id]
	alias := strings.TrimSuffix(name, "@"+domain)
	t.open(mailboxTypes[m.kind], name)
	t.word("home", p.sideOf(id))
	if m.application {
		t.word("used_by", "application")
	}
	t.word("display_name", titled(alias))
	t.word("primary_smtp_address", name)
	addresses := []string{"SMTP:" + name}
	if m.inCloud {
		addresses = append(addresses, "smtp:"+alias+"@"+routingDomain)
		p.writeProvenance(t, id)
	}
	t.list("email_addresses", addresses...)
	if m.leaver {
		t.truth("account_enabled", false)
	}
	if m.hidden {
		t.truth("hidden_from_address_lists_enabled", true)
	}
	p.writeCalendar(t, id)
	p.writeObject(t, id, alias)
	t.close()
}

// titled makes a display name of an alias.
func titled(alias string) string {
	b := []byte(alias)
	for i, c := range b {
		switch {
		case c == '.' || c == '-':
			b[i] = ' '
		case c >= 'a' && c <= 'z' && (i == 0 || b[i-1] == ' '):
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

// The days of the waves that are over; mailboxes of the pilot moved before objects were made ACLable.
var waves = []string{"2024-04-13", "2024-06-08", "2024-09-21", "2024-11-16", "2025-02-08", "2025-05-17", "2025-09-20", "2026-01-17"}

func (p *plan) writeProvenance(t *text, id int) {
	switch p.mailboxes[id].provenance {
	case pilot:
		t.word("provisioned_by", "migration")
		t.word("moved_on", "2024-01-20")
	case migrated:
		t.word("provisioned_by", "migration")
		t.word("moved_on", waves[id/teamSize%len(waves)])
	case createdACLable, created:
		t.word("provisioned_by", "new_remote_mailbox")
	case createdInCloud:
		t.word("provisioned_by", "cloud_direct")
		t.truth("is_dir_synced", false)
	}
}

func (p *plan) writeCalendar(t *text, id int) {
	m := &p.mailboxes[id]
	switch {
	case m.kind == room || m.kind == equipment:
		t.word("calendar_default_permission", "LimitedDetails")
		if people := p.people(id, nil); len(people) > 1 {
			t.list("resource_delegates", p.names[people[1]])
		}
	case m.kind == user && p.chance(0.2):
		t.word("calendar_default_permission", "AvailabilityOnly")
	}
}

// The values of msExchRecipientDisplayType of the object that a moved mailbox leaves behind.
const (
	aclableUser = "-1073741818"
	syncedRoom  = "-2147481850"
	syncedThing = "-2147481594"
)

var remoteTypes = [...]string{user: "RemoteUserMailbox", shared: "RemoteSharedMailbox", room: "RemoteRoomMailbox", equipment: "RemoteEquipmentMailbox"}

func (p *plan) writeObject(t *text, id int, alias string) {
	m := &p.mailboxes[id]
	switch {
	case !m.inCloud && p.chance(0.1):
		t.open("object", cloud)
		t.word("recipient_type_details", "MailUser")
		t.word("target_address", "SMTP:"+p.names[id])
		t.close()
	case m.inCloud && m.provenance == createdACLable:
		t.open("object", forest)
		t.truth("created_with_aclable_switch", true)
		t.close()
	case m.inCloud && m.provenance == pilot && p.chance(0.8): // stamped by hand afterwards
		p.writeRemoteObject(t, m, alias, true)
	case m.inCloud && m.provenance == migrated && p.chance(0.4):
		p.writeRemoteObject(t, m, alias, p.chance(0.5))
	}
}

func (p *plan) writeRemoteObject(t *text, m *mailbox, alias string, withType bool) {
	t.open("object", forest)
	t.word("recipient_type_details", remoteTypes[m.kind])
	if withType {
		t.bare("recipient_display_type", [...]string{user: aclableUser, shared: aclableUser, room: syncedRoom, equipment: syncedThing}[m.kind])
	}
	t.word("target_address", "SMTP:"+alias+"@"+routingDomain)
	t.close()
}
