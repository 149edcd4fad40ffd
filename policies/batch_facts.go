package policies

import (
	"slices"

	"hybridlint/loader"
)

// batchMove is a batch that is not over, with where it takes its members.
type batchMove struct {
	batch   *loader.MigrationBatch
	target  loader.ForestID
	members map[loader.RecipientID]bool
	// places are the members' first places in the list.
	places map[loader.RecipientID]int
	// split remembers, by group and home of the recipient, how the batch cuts the group's people off.
	split map[groupCut]cut
	// moves remembers which delegates have somebody in the batch.
	moves map[loader.RecipientID]bool
}

type groupCut struct {
	group loader.RecipientID
	home  loader.ForestID
	after loader.ForestID
}

// cut says whether somebody is separated, and whether somebody is who is in the batch; place is the first of those in the
// batch's list, -1 for nobody.
type cut struct {
	any, moved bool
	place      int
}

// add takes one more person in.
func (c *cut) add(m *batchMove, person loader.RecipientID, split bool) {
	c.any = c.any || split
	place, moves := m.places[person]
	if !split || !moves {
		return
	}
	if !c.moved || place < c.place {
		c.place = place
	}
	c.moved = true
}

func newBatchMove(b *loader.MigrationBatch) *batchMove {
	m := &batchMove{batch: b, target: loader.Cloud, members: make(map[loader.RecipientID]bool, len(b.Members)), places: make(map[loader.RecipientID]int, len(b.Members)), split: map[groupCut]cut{}, moves: map[loader.RecipientID]bool{}}
	if b.Direction == loader.Offboarding {
		m.target = b.SourceForest
	}
	for i, id := range b.Members {
		if !m.members[id] {
			m.members[id], m.places[id] = true, i
		}
	}
	return m
}

// after is where somebody lives once the batch has completed.
func (j *join) after(m *batchMove, id loader.RecipientID) loader.ForestID {
	if m.members[id] {
		return m.target
	}
	return j.model.Recipients[id].Home
}

// splits tells whether two are in one forest today and in two afterwards.
func (j *join) splits(m *batchMove, a, b loader.RecipientID) bool {
	return j.model.Recipients[a].Home == j.model.Recipients[b].Home && j.after(m, a) != j.after(m, b)
}

// cuts tells how the batch separates a recipient from a delegate or from the people of a group.
func (j *join) cuts(m *batchMove, recipient, delegate loader.RecipientID) cut {
	c := cut{place: -1}
	if !j.model.Recipients[delegate].Type.IsGroup() {
		c.add(m, delegate, j.splits(m, recipient, delegate))
		return c
	}
	key := groupCut{group: delegate, home: j.model.Recipients[recipient].Home, after: j.after(m, recipient)}
	if known, ok := m.split[key]; ok {
		return known
	}
	for _, person := range j.people(delegate) {
		c.add(m, person, j.splits(m, recipient, person))
	}
	m.split[key] = c
	return c
}

func (j *join) addBatch(in *entryInput, e *entry) {
	if e.batch == nil {
		return
	}
	m, recipient, delegate := e.batch, e.base().Recipient, e.trustee().Recipient
	c := j.cuts(m, recipient, delegate)
	in.Batch = batchFacts{
		Direction: m.batch.Direction, Target: sideOf(m.target),
		TargetIsOrigin:      originIs(j.model.Recipients[recipient], m.target),
		MovesRecipient:      m.members[recipient],
		MovesDelegate:       j.movesSomebodyOf(m, delegate),
		Splits:              c.any,
		SplitsMovedDelegate: c.moved,
	}
	if m.target != loader.NoForest {
		in.DelegateObject = j.objectIn(delegate, m.target)
	}
}

// movesSomebodyOf tells whether the delegate, or one of the people of a group, is in the batch.
func (j *join) movesSomebodyOf(m *batchMove, delegate loader.RecipientID) bool {
	moves, ok := m.moves[delegate]
	if !ok {
		moves = slices.ContainsFunc(j.people(delegate), func(id loader.RecipientID) bool { return m.members[id] })
		m.moves[delegate] = moves
	}
	return moves
}

// batchPerson is an individual with a mailbox and the mailboxes on its side that give it permissions.
type batchPerson struct {
	person   loader.RecipientID
	granting []loader.RecipientID // in order of declaration
	// reasons are the blocks from which each of granting comes, for the related locations.
	reasons []loader.Block
}

// concernedBy are the members of batches and those who hold something on one.
func (j *join) concernedBy(moves []*batchMove) map[loader.RecipientID]bool {
	concerned := map[loader.RecipientID]bool{}
	for _, m := range moves {
		for id := range m.members {
			concerned[id] = true
			for _, i := range j.held.grants[j.held.first[id]:j.held.first[id+1]] {
				concerned[j.model.Grants.Delegate(int(i)).Recipient] = true
			}
		}
	}
	return concerned
}

// permissionSets finds for every individual with a mailbox whom the batches concern the mailboxes on its side from which it has explicit
// auto-mapped Full Access, explicit Send As or folder rights. Entries used by applications only and the rows of Outlook
// delegates do not count.
func (j *join) permissionSets(moves []*batchMove) map[loader.RecipientID]*batchPerson {
	concerned := j.concernedBy(moves)
	sets := map[loader.RecipientID]*batchPerson{}
	counted := map[pair]bool{}
	for _, g := range j.model.Grants.All() {
		if !concerned[g.Delegate.Recipient] || !j.countsForPermissionSet(&g) {
			continue
		}
		set := sets[g.Delegate.Recipient]
		if set == nil {
			set = &batchPerson{person: g.Delegate.Recipient}
			sets[g.Delegate.Recipient] = set
		}
		if held := (pair{g.Recipient, g.Delegate.Recipient}); !counted[held] {
			counted[held] = true
			set.granting = append(set.granting, g.Recipient)
			set.reasons = append(set.reasons, g.Block)
		}
	}
	return sets
}

func (j *join) countsForPermissionSet(g *loader.Grant) bool {
	person, recipient := j.recipient(g.Delegate.Recipient), j.model.Recipients[g.Recipient]
	if person == nil || g.Delegate.BuiltIn || g.Deny == loader.True || g.Delegate.Recipient == g.Recipient ||
		!person.Type.IsMailbox() || !recipient.Type.IsMailbox() || sideOf(person.Home) != sideOf(recipient.Home) {
		return false
	}
	kind := grantEntry
	if g.Permission == loader.Folder {
		kind = folderGrantEntry
	}
	if j.isApplication(&entry{kind: kind, grant: g}) {
		return false
	}
	switch g.Permission {
	case loader.FullAccess:
		return g.Inherited != loader.True && g.AutoMapping != loader.False
	case loader.SendAs:
		return g.Inherited != loader.True
	case loader.Folder:
		_, listed := j.outlookDelegates[pair{g.Recipient, g.Delegate.Recipient}]
		return !listed
	default:
		return false
	}
}
