package loader

import (
	"slices"

	"hybridlint/loader/limits"
	"hybridlint/loader/model"
)

func (l *linker) linkRecipients(files []*reader) {
	for _, r := range files {
		for _, d := range r.drafts.recipients {
			for _, c := range l.directory.add(d.label, d) {
				l.claimed(&d.record.Block, c)
				d.leftOut = true
			}
		}
	}
	for _, r := range files {
		for _, name := range r.recovered.recipients {
			l.directory.add(name, nil)
		}
	}
	for _, r := range files {
		for _, d := range r.drafts.recipients {
			l.linkRecipient(d, &r.drafts)
		}
	}
	l.leaveOutDependents()
	l.placeRecipients()
	l.countMemberships()
}

// claimed reports a block that takes a name that is another recipient's: what refers to that name must not mean somebody
// else because a block was added.
func (l *linker) claimed(b *model.Block, c clash) {
	if l.full() {
		l.problem(b.Location(), "", "")
		return
	}
	owner := c.owner
	first := place(owner.draft.record.Location())
	if !c.isLabel() {
		l.problem(mention{attribute: c.attribute, element: c.element, block: b}.location(), "Duplicate address",
			"%q is a name of the recipient %q at %s already; case makes no difference. An address belongs to one recipient: remove it from one of the two.",
			c.name, owner.name, first)
		return
	}
	if model.Fold(owner.name) == model.Fold(c.name) {
		l.duplicate(b, &owner.draft.record.Block, "recipient", c.name)
		return
	}
	l.problem(b.Location(), "Duplicate address",
		"%q is an address of the recipient %q at %s; case makes no difference. Give this recipient another label, or remove one of the two.",
		c.name, owner.name, first)
}

// countMemberships follows everybody's memberships as far as they lead, as whoever asks for the groups above somebody does. Nobody is
// to wait for groups that have each other as members in a thousand ways.
func (l *linker) countMemberships() {
	parents := make([][]model.RecipientID, len(l.model.Recipients))
	for id, r := range l.model.Recipients {
		for _, member := range r.Members {
			if member != model.NoRecipient {
				parents[member] = append(parents[member], model.RecipientID(id))
			}
		}
	}
	left := l.limits.Memberships
	seenBy := make([]model.RecipientID, len(l.model.Recipients))
	var pending []model.RecipientID
	for id := range l.model.Recipients {
		for pending = append(pending[:0], model.RecipientID(id)); len(pending) > 0; {
			group := pending[len(pending)-1]
			pending = pending[:len(pending)-1]
			if seenBy[group] == model.RecipientID(id)+1 {
				continue
			}
			seenBy[group] = model.RecipientID(id) + 1
			pending = append(pending, parents[group]...)
			if left -= len(parents[group]); left < 0 {
				l.problem(l.model.Recipients[id].Location(), "Too many memberships",
					"Up to here, recipients are members of groups, nested ones too, in more than %d ways. No group is joined to the others.%s", l.limits.Memberships, limits.AllowedBy(limits.MembershipsSetting))
				l.disband()
				return
			}
		}
	}
}

// disband takes the members from all groups: nothing that is found then is certain, and the run is not complete.
func (l *linker) disband() {
	for _, r := range l.model.Recipients {
		if len(r.Members) > 0 {
			r.Members = nil
		}
	}
}

func (l *linker) linkRecipient(d *draft[recipientDraft], in *drafts) {
	link(l, recipientBlock, d, in)
	if !l.linkObjects(&d.record) {
		d.leftOut = true
	}
	if !d.record.Declares("origin") {
		d.record.Origin = l.onlyForest()
	}
}

func (l *linker) linkObjects(d *recipientDraft) bool {
	if len(d.Objects) == 0 {
		return true
	}
	targets := newInnerForests(l, "object of this recipient in")
	ok := true
	kept := d.Objects[:0]
	for i, o := range d.Objects {
		f, valid := targets.resolveSide(d.objects[i])
		if valid && f != model.NoForest && f == d.Home {
			label := d.objects[i]
			l.problem(label.location, "Object in its own home",
				"%q is the home of this recipient; an object block says how it is represented elsewhere. Remove the block, or correct the name.", label.text)
			valid = false
		}
		ok = ok && valid
		if o.Forest = f; f != model.NoForest {
			kept = append(kept, o)
		}
	}
	d.Objects = kept
	return ok
}

// leaveOutDependents leaves out every recipient that names one that is left out, and so on.
func (l *linker) leaveOutDependents() {
	entries := l.directory.entries
	var queue []int32
	for i, e := range entries {
		if e.leftOut() {
			queue = append(queue, int32(i))
		}
	}
	if len(queue) == 0 {
		return
	}
	namedBy := make(map[int32][]int32)
	for i, e := range entries {
		if e.leftOut() {
			continue
		}
		for _, list := range [][]model.RecipientID{e.draft.record.Members, e.draft.record.ResourceDelegates} {
			for _, number := range list {
				namedBy[int32(number)] = append(namedBy[int32(number)], int32(i))
			}
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, i := range namedBy[queue[0]] {
			if !entries[i].leftOut() {
				entries[i].draft.leftOut = true
				queue = append(queue, i)
			}
		}
	}
}

// placeRecipients puts the recipients into the model and turns their numbers into places there.
func (l *linker) placeRecipients() {
	l.final = make([]model.RecipientID, len(l.directory.entries))
	for i, e := range l.directory.entries {
		l.final[i] = model.NoRecipient
		if e.leftOut() {
			continue
		}
		l.final[i] = model.RecipientID(len(l.model.Recipients))
		l.model.Recipients = append(l.model.Recipients, e.draft.record.Recipient)
	}
	for _, e := range l.directory.entries {
		if !e.leftOut() {
			l.placeNamed(&e.draft.record)
		}
	}
}

func (l *linker) placeNamed(d *recipientDraft) {
	if d.RecipientDetails == &noDetails {
		return
	}
	for i, number := range d.ResourceDelegates {
		d.ResourceDelegates[i] = l.final[number]
	}
	seen := make(map[model.RecipientID]bool, len(d.Members))
	kept := d.Members[:0]
	for _, number := range d.Members {
		id := l.final[number]
		if !seen[id] {
			seen[id] = true
			kept = append(kept, id)
		}
	}
	d.Members = kept
	slices.Sort(d.undeclared)
	l.model.UndeclaredMembers += len(slices.Compact(d.undeclared))
	d.undeclared = nil
}
