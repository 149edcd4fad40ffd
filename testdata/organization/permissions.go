package organization

import "fmt"

// permissions writes what others may do with one mailbox.
type permissions struct {
	*plan
	*text
	id   int
	on   *mailbox
	name string
	// left counts the entries that are still to be written.
	left int
	// colleagues are the people of the team in the order in which they are given something.
	colleagues []int
	next       int
	// readers have Full Access.
	readers []int
}

func (p *plan) writePermissions(t *text, id int) {
	p.begin(1<<41 + id)
	w := &permissions{plan: p, text: t, id: id, on: &p.mailboxes[id], name: p.names[id], left: int(p.mailboxes[id].entries)}
	w.colleagues = p.people(id, make([]int, 0, teamSize))
	p.random.Shuffle(len(w.colleagues), func(i, j int) {
		w.colleagues[i], w.colleagues[j] = w.colleagues[j], w.colleagues[i]
	})
	w.write()
}

func (w *permissions) write() {
	if w.on.role == manager {
		w.assistant()
	}
	if w.left > 0 && w.chance(w.habits.helpdesk) {
		w.helpdeskAccess()
	}
	if w.left > 3 && w.chance(0.1) {
		w.own()
	}
	switch w.on.kind {
	case shared:
		w.sharedByTeam()
	case room, equipment:
		w.resource()
	case user:
		w.handedOver()
	}
	for w.left > 0 {
		w.work()
	}
}

// grant begins a permission and counts its entries; close ends it.
func (w *permissions) grant(permission string, delegates ...string) {
	w.left -= len(delegates)
	w.open("grant", permission)
	w.word("recipient", w.name)
	if len(delegates) == 1 {
		w.word("delegate", delegates[0])
	} else {
		w.list("delegates", delegates...)
	}
}

// state says whether somebody wants an entry or an import read it.
func (w *permissions) state() (existing bool) {
	if existing = w.chance(w.habits.existing); existing {
		w.word("state", "existing")
	}
	return existing
}

// helpdeskAccess gives the helpdesk Full Access, as it has it on most mailboxes.
func (w *permissions) helpdeskAccess() {
	w.grant("full_access", helpdesk)
	w.state()
	w.close()
}

// own is an entry that every export is full of.
func (w *permissions) own() {
	w.grant("full_access", `NT AUTHORITY\SELF`)
	w.state()
	w.close()
}

func (w *permissions) teammate() int {
	for range w.colleagues {
		id := w.colleagues[w.next%len(w.colleagues)]
		w.next++
		if id != w.id && !w.mailboxes[id].leaver {
			return id
		}
	}
	return -1
}

// somebody is the next colleague, or somebody of the other side who works with this mailbox; -1 where there is nobody.
func (w *permissions) somebody() int {
	if w.chance(w.habits.outside) {
		if id := w.stranger(w.id, !w.on.inCloud); id >= 0 {
			return id
		}
	}
	if w.next > len(w.colleagues) {
		if id := w.stranger(w.id, w.on.inCloud); id >= 0 {
			return id
		}
	}
	return w.teammate()
}

func (w *permissions) across(id int) bool { return w.mailboxes[id].inCloud != w.on.inCloud }

// sharedByTeam gives a shared mailbox to the team's group, and lets its scanner send.
func (w *permissions) sharedByTeam() {
	if w.left > 0 && w.chance(0.25) {
		w.grant("full_access", w.teamName(w.id/teamSize))
		w.state()
		w.close()
	}
	scanner := w.id/teamSize*teamSize + len(team) - 2
	if w.left > 0 && scanner < w.Mailboxes && w.mailboxes[scanner].application {
		w.sendAs(scanner)
	}
}

// resource gives a room or equipment mailbox to whoever answers for it.
func (w *permissions) resource() {
	if people := w.people(w.id, nil); len(people) > 1 && w.left > 1 && !w.across(people[1]) {
		w.fullAccess(people[1])
		w.sendOnBehalf(people[1])
	}
}

// handedOver gives the mailbox of a leaver to the manager.
func (w *permissions) handedOver() {
	first := w.id / teamSize * teamSize
	if w.on.leaver && w.left > 0 && !w.across(first) {
		w.grant("full_access", w.names[first])
		w.state()
		w.truth("auto_mapping", true)
		w.close()
	}
}

// work writes one or a few entries for somebody.
func (w *permissions) work() {
	if w.chance(w.habits.slip) {
		w.mistake(pick(w.plan, w.habits.slips))
		return
	}
	id := w.somebody()
	if id < 0 {
		w.own()
		return
	}
	switch {
	case w.on.kind == shared && w.left > 4 && !w.across(id) && w.chance(0.3):
		w.several(id)
	case w.on.kind == shared:
		w.worker(id)
	case w.across(id) && w.chance(w.habits.careful):
		w.fullAccess(id)
	case w.on.role == manager && w.left > 1 && w.chance(0.3), w.on.kind == equipment && w.left > 1:
		w.fullAccess(id)
		w.sendOnBehalf(id)
	default:
		w.folder(id)
	}
}

// worker gives a shared mailbox to somebody: to read, and mostly to send.
func (w *permissions) worker(id int) {
	w.fullAccess(id)
	if w.left == 0 {
		return
	}
	switch {
	case w.across(id) && w.chance(w.habits.careful), w.chance(0.15):
		w.sendOnBehalf(id)
	default:
		w.sendAs(id)
	}
}

// several gives a shared mailbox to several people of one side at once.
func (w *permissions) several(id int) {
	people, names := []int{id}, []string{w.names[id]}
	for len(people) < min(5, w.left/2) {
		other := w.teammate()
		if other < 0 || w.across(other) || containsInt(people, other) {
			break
		}
		people, names = append(people, other), append(names, w.names[other])
	}
	w.grant("full_access", names...)
	w.state()
	w.truth("auto_mapping", true)
	w.close()
	w.grant("send_as", names...)
	if w.state() {
		w.list("present_in", w.sideOf(w.id))
	}
	w.close()
	w.readers = append(w.readers, people...)
}

func containsInt(ids []int, id int) bool {
	for _, other := range ids {
		if other == id {
			return true
		}
	}
	return false
}

func (w *permissions) fullAccess(id int) {
	w.grant("full_access", w.names[id])
	existing := w.state()
	switch {
	case w.across(id) && w.chance(w.habits.careful):
		w.truth("auto_mapping", false)
		if !existing {
			w.word("access_method", "additional_mailbox")
		}
	case w.across(id) && w.chance(0.5):
		w.truth("auto_mapping", true)
	case w.across(id):
	default:
		w.truth("auto_mapping", w.chance(0.9))
	}
	w.close()
	w.readers = append(w.readers, id)
}

func (w *permissions) sendAs(id int) {
	w.grant("send_as", w.names[id])
	existing := w.state()
	switch {
	case w.across(id) && w.chance(w.habits.careful):
		w.list("present_in", cloud, forest)
	case w.across(id) && w.chance(0.3):
		w.list("present_in", w.sideOf(id))
	case existing:
		w.list("present_in", w.sideOf(w.id))
	}
	w.close()
}

func (w *permissions) sendOnBehalf(id int) {
	w.grant("send_on_behalf", w.names[id])
	existing := w.state()
	if w.across(id) && w.chance(w.habits.careful) || existing && w.habits.careful > 0.9 {
		w.list("present_in", cloud, forest)
	}
	w.close()
}

var folders = []weighted[string]{{0.75, "Calendar"}, {0.1, "Contacts"}, {0.06, "Tasks"}, {0.05, "Inbox"}, {0.04, `Inbox\Projects`}}

var rights = []weighted[string]{{0.45, "Reviewer"}, {0.25, "Editor"}, {0.12, "Author"}, {0.08, "PublishingEditor"}, {0.06, "LimitedDetails"},
	{0.04, "AvailabilityOnly"}}

func (w *permissions) folder(id int) {
	w.grant("folder", w.names[id])
	w.state()
	w.word("folder", pick(w.plan, folders))
	w.list("access_rights", pick(w.plan, rights))
	w.close()
}

// assistant makes the assistant the manager's delegate in Outlook. It is no grant and not counted.
func (w *permissions) assistant() {
	other := w.id + 1
	if other >= w.Mailboxes {
		return
	}
	w.open("outlook_delegate", "")
	w.word("state", "existing")
	w.word("manager", w.name)
	w.word("delegate", w.names[other])
	w.bare("folder_access_rights", `{ Calendar = "Editor", Inbox = "Reviewer" }`)
	w.truth("send_on_behalf", true)
	w.truth("receives_meeting_requests", true)
	if w.habits.careful > 0.9 || !w.across(other) {
		w.list("present_in", cloud, forest)
	}
	w.truth("established_before_move", w.on.provenance == migrated)
	w.close()
}

// mistake writes entries with something wrong that would be wrong on one side too.
func (w *permissions) mistake(s slip) {
	id := w.teammate()
	if id < 0 {
		w.own()
		return
	}
	switch s {
	case sendAsBeside:
		w.beside(id)
	case folderBeside:
		w.folderBeside(id)
	case leaverAsDelegate:
		w.toLeaver(id)
	case orphan:
		w.grant("full_access", fmt.Sprintf("S-1-5-21-1004336348-1177238915-682003330-%d", 1000+w.random.IntN(9000)))
		w.word("state", "existing")
		w.close()
	case groupAutomapped:
		w.grant("full_access", w.teamName(w.id/teamSize))
		w.state()
		w.truth("auto_mapping", true)
		w.close()
	case distributionGroup:
		w.grant("send_as", "everybody@"+domain)
		w.state()
		w.close()
	default:
		w.written(s, id)
	}
}

// beside gives Send As and Send on Behalf to the same person.
func (w *permissions) beside(id int) {
	if w.left < 2 || w.across(id) {
		w.folderBeside(id)
		return
	}
	w.sendAs(id)
	w.sendOnBehalf(id)
}

// folderBeside gives a right on a folder to somebody who opens the whole mailbox.
func (w *permissions) folderBeside(id int) {
	if len(w.readers) > 0 {
		id = w.readers[w.random.IntN(len(w.readers))]
	}
	w.grant("folder", w.names[id])
	w.state()
	w.word("folder", "Inbox")
	w.list("access_rights", "Reviewer")
	w.close()
}

// toLeaver leaves an entry of somebody who is gone.
func (w *permissions) toLeaver(id int) {
	for range 200 {
		other := w.random.IntN(w.Mailboxes)
		if w.mailboxes[other].leaver && w.mailboxes[other].inCloud == w.on.inCloud && other != w.id {
			id = other
			break
		}
	}
	w.fullAccess(id)
}

// written writes what only somebody can do wrong who plans a permission.
func (w *permissions) written(s slip, id int) {
	switch s {
	case expectedToSend:
		w.grant("full_access", w.names[id])
		w.truth("auto_mapping", !w.across(id))
		w.list("expects", "read", "send")
	case givenInOutlook:
		w.grant("full_access", w.names[id])
		w.truth("auto_mapping", !w.across(id))
		w.word("channel", "outlook")
	case savedInAdminCenter:
		w.grant("send_on_behalf", w.names[id])
		w.word("channel", "eac")
	case wrongIdentity:
		w.grant("send_as", w.names[id])
		w.list("present_in", cloud, forest)
		w.word("cmdlet", "Add-ADPermission")
		w.word("applied_on", forest)
		w.word("identity_kind", "email")
	case privateItems:
		w.grant("folder", w.names[id])
		w.word("folder", "Calendar")
		w.list("access_rights", "Editor")
		w.list("sharing_permission_flags", "CanViewPrivateItems")
	default:
		w.grant("send_as", w.sharedOf(w.id))
	}
	w.close()
}

// sharedOf is a shared mailbox of the same team.
func (w *permissions) sharedOf(id int) string {
	first := id / teamSize * teamSize
	for other := first; other < min(first+teamSize, w.Mailboxes); other++ {
		if w.mailboxes[other].kind == shared && other != id {
			return w.names[other]
		}
	}
	return helpdesk
}
