package policies

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"
	"time"

	"hybridlint/loader"
	"hybridlint/policies/facts"
	"hybridlint/policies/sequence"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// SplitRequest asks what entries cost while one of their ends has moved and the other has not.
type SplitRequest struct {
	// Movers are the mailboxes that are to move to the cloud, and From is where they are.
	Movers []loader.RecipientID
	From   loader.ForestID
	// Day is that of a wave.
	Day time.Time
	// AssumeFixed are the rules about batches whose fixes are carried out before the waves.
	AssumeFixed loader.Set[loader.FixedRule]
	// Ignored are delegates whose entries cost nothing.
	Ignored map[loader.RecipientID]bool
}

// Splits are what entries cost while they are split.
type Splits struct {
	Entries []Split
	// Sets are the findings that entries have while they are split; the first is empty.
	Sets     [][]SplitFinding
	Rules    []*report.Rule
	Problems []report.Problem
}

// Split is an entry of which at least one end is to move. Its sets are those of Splits.
type Split struct {
	Recipient, Delegate loader.RecipientID
	// Number is that of the entry: grants in their order, then Outlook delegates.
	Number int32
	// MailboxFirst is what is found while the mailbox has moved and the delegate has not, and is found neither before nor after
	// both have; DelegateFirst the other way around.
	MailboxFirst, DelegateFirst int32
}

// SplitFinding is what a rule says of an entry.
type SplitFinding struct {
	Rule     *report.Rule
	Severity report.Severity
}

// Splits evaluates every entry in four states: both ends where they are, the mailbox moved, the delegate moved, and both moved. Each is
// what the step of a batch leaves (package sequence), so that simulate and plans cannot disagree.
func (c *Catalog) Splits(ctx context.Context, model *loader.Model, request SplitRequest, options Options) *Splits {
	options = options.withJobs()
	options.Progress = nil
	ctx, stop := c.watched(ctx, options.Limits)
	defer stop()
	result := &Splits{}
	e, err := c.newEvaluator(model, options)
	if err != nil {
		result.Problems = append(result.Problems, report.Problem{Severity: report.Error, Summary: "Rules not usable", Detail: err.Error() + "."})
		return result
	}
	e.leaveOutBatches()
	waivers, problems := c.waivers(e, model)
	result.Problems = problems
	for range options.Jobs {
		e.answered = append(e.answered, map[string]entryAnswer{})
	}
	s := newSplitter(e, waivers, &request)
	for w := range s.found {
		if ctx.Err() == nil {
			s.evaluate(ctx, world(w))
		}
	}
	result.Problems = append(result.Problems, e.problems()...)
	if ctx.Err() != nil {
		result.Problems = append(result.Problems, report.Problem{Severity: report.Error, Summary: "Interrupted", Detail: context.Cause(ctx).Error() + "."})
		return result
	}
	result.Entries, result.Sets = s.entries(), s.sets
	for _, r := range e.ran {
		if judgedBySteps(r) {
			result.Rules = append(result.Rules, r.Rule)
		}
	}
	slices.SortFunc(result.Rules, func(a, b *report.Rule) int { return cmp.Compare(a.ID, b.ID) })
	return result
}

// world is which ends of all entries have moved.
type world uint8

const (
	nobodyMoved world = iota
	mailboxMoved
	delegateMoved
	bothMoved
	worlds
)

// QuotePowerShell writes a text as one word of PowerShell.
func QuotePowerShell(text string) string { return subjects.PowershellQuoted(text) }

// splitter evaluates the worlds of a configuration.
type splitter struct {
	*evaluator
	request *SplitRequest
	waivers []*waiver
	// settled is the configuration with what is assumed to be fixed, and with groups that have nobody but movers where they have any.
	settled *loader.Model
	moves   []bool
	// has tells movers, and groups with some among their people; cloud those who are in the cloud, or have people who are.
	has, cloud []bool
	// twin is where a mover, or a group with movers, has its copy behind all recipients; the same where it has none.
	twin []loader.RecipientID
	// found are, by world, the sets of findings of the entries.
	found   [worlds][]int32
	sets    [][]SplitFinding
	numbers map[string]int32
}

func newSplitter(e *evaluator, waivers []*waiver, request *SplitRequest) *splitter {
	s := &splitter{evaluator: e, request: request, waivers: waivers, sets: [][]SplitFinding{nil}, numbers: map[string]int32{"": 0}}
	s.moves = make([]bool, len(e.Model.Recipients))
	for _, id := range request.Movers {
		s.moves[id] = true
	}
	s.has, s.cloud = make([]bool, len(e.Model.Recipients)), make([]bool, len(e.Model.Recipients))
	for id := range s.has {
		for _, p := range e.People(loader.RecipientID(id)) {
			s.has[id] = s.has[id] || s.moves[p]
			s.cloud[id] = s.cloud[id] || e.Model.Recipients[p].Home == loader.Cloud
		}
	}
	for w := range s.found {
		s.found[w] = make([]int32, e.EntryCount())
	}
	s.settle()
	return s
}

// settle makes the configuration that all worlds begin with.
func (s *splitter) settle() {
	model := *s.Model
	model.Recipients = slices.Clone(s.Model.Recipients)
	for id, r := range model.Recipients {
		if r.Type.IsGroup() && s.has[id] {
			model.Recipients[id] = withMembers(r, func(member loader.RecipientID) (loader.RecipientID, bool) {
				return member, s.has[member]
			})
		}
	}
	assumeFixed(&model, s.request)
	// One batch more is open after that of a world, as in the states between waves.
	model.Batches = []*loader.MigrationBatch{s.batch("later", nil, s.request.Day.AddDate(0, 0, 1))}
	s.settled = &model
	s.twin = make([]loader.RecipientID, len(model.Recipients))
	next := loader.RecipientID(len(model.Recipients))
	for id := range model.Recipients {
		s.twin[id] = loader.RecipientID(id)
		if s.has[id] {
			s.twin[id] = next
			next++
		}
	}
}

func (s *splitter) batch(name string, members []loader.RecipientID, day time.Time) *loader.MigrationBatch {
	return &loader.MigrationBatch{
		Name: name, Direction: loader.Onboarding, SourceForest: s.request.From, Members: members, CompleteAfter: &day, Status: loader.Syncing,
	}
}

// withMembers copies a group with other members.
func withMembers(r *loader.Recipient, member func(loader.RecipientID) (loader.RecipientID, bool)) *loader.Recipient {
	group, details := *r, *r.RecipientDetails
	details.Members = nil
	for _, id := range r.Members {
		if id, ok := member(id); ok {
			details.Members = append(details.Members, id)
		}
	}
	group.RecipientDetails = &details
	return &group
}

// doubled is the configuration with a copy behind all recipients of everybody who moves. Where entries is mailboxMoved the copies
// are who entries lie on, where it is delegateMoved they are who entries name.
func (s *splitter) doubled(entries world) *loader.Model {
	model := *s.settled
	model.Recipients = slices.Clone(model.Recipients)
	for id, twin := range s.twin {
		if int(twin) == id {
			continue
		}
		r := s.settled.Recipients[id]
		if r.Type.IsGroup() {
			r = withMembers(r, func(member loader.RecipientID) (loader.RecipientID, bool) { return s.twin[member], true })
		}
		model.Recipients = append(model.Recipients, r)
	}
	twins := map[*loader.Trustee]*loader.Trustee{}
	recipient := func(id loader.RecipientID) loader.RecipientID {
		if entries == mailboxMoved && s.moves[id] {
			return s.twin[id]
		}
		return id
	}
	delegate := func(t *loader.Trustee) *loader.Trustee {
		if entries != delegateMoved || t.Recipient == loader.NoRecipient || s.twin[t.Recipient] == t.Recipient {
			return t
		}
		if twins[t] == nil {
			twins[t] = &loader.Trustee{Text: t.Text, Recipient: s.twin[t.Recipient], BuiltIn: t.BuiltIn}
		}
		return twins[t]
	}
	model.Grants = loader.GrantsOf(func(yield func(loader.Grant) bool) {
		for _, g := range s.settled.Grants.All() {
			g.Recipient, g.Delegate = recipient(g.Recipient), delegate(g.Delegate)
			if !yield(g) {
				return
			}
		}
	})
	model.OutlookDelegates = make([]*loader.OutlookDelegate, len(s.settled.OutlookDelegates))
	for i, d := range s.settled.OutlookDelegates {
		changed := *d
		changed.Recipient, changed.Delegate = recipient(d.Recipient), delegate(d.Delegate)
		model.OutlookDelegates[i] = &changed
	}
	return &model
}

// moved are those who move in a world.
func (s *splitter) moved(w world) []loader.RecipientID {
	members := slices.Clone(s.request.Movers)
	if w != bothMoved {
		for i, id := range members {
			members[i] = s.twin[id]
		}
	}
	return members
}

// evaluate finds what all entries have in a world.
func (s *splitter) evaluate(ctx context.Context, w world) {
	model := s.settled
	if w == mailboxMoved || w == delegateMoved {
		model = s.doubled(w)
	}
	steps := 0
	if w != nobodyMoved {
		changed := *model
		changed.Batches = append([]*loader.MigrationBatch{s.batch("now", s.moved(w), s.request.Day)}, model.Batches...)
		model, steps = &changed, 1
	}
	before := s.on(model)
	before.assumeTrustees = s.request.AssumeFixed.Has(loader.FixedTrustee)
	after := before.newStates(sequence.New(model)).after(ctx, steps)
	after.carryFrom(nil, nil) // looks at every entry
	byEntry := map[int32][]*finding{}
	for _, f := range after.run(ctx) {
		subject, ok := f.subject.(*subjects.Entry)
		if !ok || !judgedBySteps(f.rule) {
			continue
		}
		number := after.number(subject.Entry.Number)
		s.giveBack(f, number, subject.Entry.Kind)
		byEntry[int32(number)] = append(byEntry[int32(number)], f)
	}
	for number, found := range byEntry {
		waive(found, s.waivers)
		byEntry[number] = slices.DeleteFunc(found, func(f *finding) bool { return f.suppressed != nil })
	}
	for number := range s.found[w] {
		s.found[w][number] = s.setOf(byEntry[int32(number)])
	}
}

// giveBack makes a finding one about the entry as it was declared, so that exceptions recognize it.
func (s *splitter) giveBack(f *finding, number int, kind facts.EntryKind) {
	own, _ := s.EntryAt(number, new(loader.Grant))
	own.Kind = kind
	kept := keep(own)
	kept.subject = subjects.Entry{Names: subjects.Names{Organization: s.Organization}, Entry: &kept.entry}
	f.subject = &kept.subject
}

// setOf numbers what was found on an entry.
func (s *splitter) setOf(found []*finding) int32 {
	if len(found) == 0 {
		return 0
	}
	set := make([]SplitFinding, len(found))
	for i, f := range found {
		set[i] = SplitFinding{f.rule.Rule, f.severity}
	}
	return s.number(set)
}

func (s *splitter) number(set []SplitFinding) int32 {
	slices.SortFunc(set, func(a, b SplitFinding) int {
		return cmp.Or(cmp.Compare(a.Rule.ID, b.Rule.ID), cmp.Compare(a.Severity, b.Severity))
	})
	var key []byte
	for _, f := range set {
		key = append(append(key, f.Rule.ID...), 0, byte(f.Severity))
	}
	number, known := s.numbers[string(key)]
	if !known {
		number = int32(len(s.sets))
		s.sets = append(s.sets, set)
		s.numbers[string(key)] = number
	}
	return number
}

// entries are those that cost something, from what was found in the worlds.
func (s *splitter) entries() []Split {
	var all []Split
	differences := map[string]int32{}
	without := func(w world, number int, bases ...world) int32 {
		key := binary.AppendUvarint(nil, uint64(s.found[w][number]))
		var base []SplitFinding
		for _, b := range bases {
			key = binary.AppendUvarint(key, uint64(s.found[b][number]))
			base = append(base, s.sets[s.found[b][number]]...)
		}
		known, ok := differences[string(key)]
		if !ok {
			known = s.number(slices.DeleteFunc(slices.Clone(s.sets[s.found[w][number]]), func(f SplitFinding) bool {
				return slices.ContainsFunc(base, func(b SplitFinding) bool { return b.Rule == f.Rule })
			}))
			differences[string(key)] = known
		}
		return known
	}
	for number := range s.EntryCount() {
		own, ok := s.EntryAt(number, new(loader.Grant))
		delegate := own.Trustee().Recipient
		if !ok || delegate == loader.NoRecipient || s.request.Ignored[delegate] {
			continue
		}
		recipient := own.Base().Recipient
		split := Split{Recipient: recipient, Delegate: delegate, Number: int32(number)}
		switch mailbox, person := s.moves[recipient], s.has[delegate]; {
		case mailbox && person:
			split.MailboxFirst = without(mailboxMoved, number, nobodyMoved, bothMoved)
			split.DelegateFirst = without(delegateMoved, number, nobodyMoved, bothMoved)
		case mailbox && s.cloud[delegate]:
			split.DelegateFirst = without(nobodyMoved, number, mailboxMoved)
		case mailbox:
			split.MailboxFirst = without(mailboxMoved, number, nobodyMoved)
		case person && s.cloud[recipient]:
			split.MailboxFirst = without(nobodyMoved, number, delegateMoved)
		case person:
			split.DelegateFirst = without(delegateMoved, number, nobodyMoved)
		}
		if split.MailboxFirst != 0 || split.DelegateFirst != 0 {
			all = append(all, split)
		}
	}
	return all
}

// assumeFixed changes the facts that the fixes of rules about batches change.
func assumeFixed(model *loader.Model, request *SplitRequest) {
	moves := map[loader.RecipientID]bool{}
	for _, id := range request.Movers {
		moves[id] = true
	}
	sendAs, inherited := request.AssumeFixed.Has(loader.FixedSendAs), request.AssumeFixed.Has(loader.FixedInherited)
	if request.AssumeFixed.Has(loader.FixedACLable) && request.From.OnPremises() {
		forest := *model.Forest(request.From)
		forest.ACLableSyncedObjectEnabled = loader.True
		model.Forests = slices.Clone(model.Forests)
		model.Forests[request.From-1] = &forest
	}
	if !sendAs && !inherited {
		return
	}
	explicit := map[*loader.GrantTerms]*loader.GrantTerms{}
	present := map[presence]*loader.EntryTerms{}
	model.Grants, _ = model.Grants.Changed(func(g *loader.Grant) bool {
		if inherited && g.Inherited == loader.True && moves[g.Recipient] {
			if explicit[g.GrantTerms] == nil {
				changed := *g.GrantTerms
				changed.Inherited = loader.False
				explicit[g.GrantTerms] = &changed
			}
			g.GrantTerms = explicit[g.GrantTerms]
		}
		if sendAs && g.Permission == loader.SendAs && g.Inherited != loader.True && !g.PresentIn.Has(loader.Cloud) {
			p := presence{g.EntryTerms, model.Recipients[g.Recipient].Home}
			if present[p] == nil {
				present[p] = presentInCloud(g.EntryTerms, p.home)
			}
			g.EntryTerms = present[p]
		}
		return true
	})
}

// presence is what an entry says, and where it lies.
type presence struct {
	terms *loader.EntryTerms
	home  loader.ForestID
}

// presentInCloud is what an entry says once the cloud has it too.
func presentInCloud(terms *loader.EntryTerms, home loader.ForestID) *loader.EntryTerms {
	present := *terms
	if !terms.PresentIn.Declared() && !terms.UnknownIn.Has(home) {
		present.PresentIn = loader.SidesOf(home)
	}
	present.PresentIn = present.PresentIn.With(loader.Cloud)
	present.UnknownIn = terms.UnknownIn.Without(loader.Cloud)
	return &present
}
