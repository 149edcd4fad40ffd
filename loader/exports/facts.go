package exports

import (
	"iter"

	"hybridlint/loader/model"
)

// sighting is one row about a recipient: how one export of one side shows it.
type sighting struct {
	row rowRef
	// rows are those of other exports of the same side, which were merged with this one.
	rows []rowRef
	file int32
	side side
	// domain is the DNS name of the domain of the object; empty where no export shows it.
	domain string
	// report says that only a permission report names the mailbox.
	report                                   bool
	dirSynced, hidden, enabled, cloudManaged model.Bool
	hasAddresses, hasTarget, hasDisplayType  bool
	provisionedBy                            model.ProvisionedBy
	groupScope                               model.GroupScope
	// displayType is msExchRecipientDisplayType, which displayRow has.
	displayType int64
	displayRow  rowRef
	// details is the RecipientTypeDetails, as it is compared; empty where the export does not tell.
	details string
	// The names, as written. guids are those of the object, the mailbox and the cloud directory.
	dn, primary, legacyDN, upn, alias, sam string
	name, displayName, linkedMaster        string
	department, office                     string
	guids                                  []guid
	// What is a name and never shown is kept as its key.
	sid, canonical nameKey
	addresses      []string
	target         string
	// links are the delegates that the mailbox opens for by itself; nil where the attribute was not exported.
	links []*named

	person *person
}

// merge adds what another export of the same side shows.
func (s *sighting) merge(o *sighting) {
	for _, row := range append([]rowRef{o.row}, o.rows...) {
		if row != noRow {
			s.rows = append(s.rows, row)
		}
	}
	take(&s.details, o.details)
	take(&s.dirSynced, o.dirSynced)
	take(&s.hidden, o.hidden)
	take(&s.enabled, o.enabled)
	take(&s.cloudManaged, o.cloudManaged)
	take(&s.provisionedBy, o.provisionedBy)
	take(&s.groupScope, o.groupScope)
	for _, name := range []struct{ mine, other *string }{{&s.dn, &o.dn}, {&s.primary, &o.primary}, {&s.legacyDN, &o.legacyDN}, {&s.upn, &o.upn}, {&s.alias, &o.alias},
		{&s.sam, &o.sam}, {&s.name, &o.name}, {&s.displayName, &o.displayName}, {&s.domain, &o.domain}, {&s.department, &o.department}, {&s.office, &o.office}, {&s.linkedMaster, &o.linkedMaster}, {&s.target, &o.target}} {
		take(name.mine, *name.other)
	}
	s.hasTarget = s.hasTarget || o.hasTarget
	if !s.hasDisplayType {
		s.hasDisplayType, s.displayType, s.displayRow = o.hasDisplayType, o.displayType, o.displayRow
	}
	if o.hasAddresses && (!s.hasAddresses || len(o.addresses) > len(s.addresses)) {
		s.hasAddresses, s.addresses = true, o.addresses
	}
	s.guids = union(s.guids, o.guids)
	if o.links != nil {
		s.links = append(s.links, o.links...)
		if s.links == nil {
			s.links = o.links
		}
	}
}

// take fills in what is not known yet.
func take[T comparable](mine *T, other T) {
	var none T
	if *mine == none {
		*mine = other
	}
}

// allRows are the rows that show it; none for a mailbox that only a report names.
func (s *sighting) allRows() iter.Seq[rowRef] {
	return func(yield func(rowRef) bool) {
		if s.row != noRow && !yield(s.row) {
			return
		}
		for _, row := range s.rows {
			if !yield(row) {
				return
			}
		}
	}
}

// forget lets go of the names that only joining needs.
func (s *sighting) forget() {
	s.upn, s.alias, s.sam, s.guids = "", "", "", nil
}

// identity names a recipient: a row about it, or a name that is sought when everything is read.
type identity struct {
	on   *sighting
	name *named
}

// String is what a row calls the recipient.
func (i identity) String() string {
	if i.on != nil {
		return i.on.known()
	}
	return i.name.String()
}

// entry is one right of one trustee, as one row says it.
type entry struct {
	row         rowRef
	file        int32
	side        side
	permission  model.Permission
	inherited   bool
	deny        bool
	autoMapping model.Bool
	recipient   identity
	trustee     *named
	// list says that the trustee may be a list of names.
	list bool
	// inheritedSide says that the row does not tell its side, and the others of its file do.
	inheritedSide bool
	trusteeSID    *named
	folder        *folderFact
}

// folderFact is what is particular to the right on a folder. Entries that say the same share it, so it is never changed.
type folderFact struct {
	path string
	// folded is the path as it is compared.
	folded string
	rights []string
	flags  []string
	// principal is Default or Anonymous; empty for people.
	principal string
}

// attachment is a fact about a recipient that comes from another export than the recipient.
type attachment struct {
	row       rowRef
	file      int32
	side      side
	recipient identity
	// Exactly one of these is there.
	resourceDelegates []*named
	folderType        string
	folderPath        string
	publicFolder      model.Bool
	// moved is when a mailbox was moved to the side, or with intoThis false away from it.
	moved    *writtenTime
	intoThis bool
	// size is that of a mailbox.
	size *mailboxSize
}

// mailboxSize is of Get-MailboxStatistics.
type mailboxSize struct {
	bytes, items int64
}

// membership is one member of one group.
type membership struct {
	row    rowRef
	group  identity
	member *named
}

// batchFact is what is known of a migration batch.
type batchFact struct {
	row       rowRef
	direction string
	status    string
	members   []batchMember
	// planned says that there is no batch yet, but a list of members; plannedOnboarding that it takes them to the cloud.
	planned, plannedOnboarding bool
	// starts and completes are the times for which it is planned.
	starts, completes *batchTime
}

// batchTime is a time that a row says.
type batchTime struct {
	row     rowRef
	column  dateColumn
	text    string
	written writtenTime
}

type batchMember struct {
	row  rowRef
	name *named
}
