package policies

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"
	"time"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
	"hybridlint/policies/sequence"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// SplitRequest asks what entries cost while one of their ends has moved and the other has not.
type SplitRequest struct {
	// Movers are the mailboxes that are to move to the cloud, and From is where they are. Others move there too, on days that are set
	// already: entries between them and movers are split, entries among them are nobody's business.
	Movers, Others []model.RecipientID
	From           model.ForestID
	// Day is that of a wave.
	Day time.Time
	// AssumeFixed are the rules about batches whose fixes are carried out before the waves.
	AssumeFixed model.Set[model.FixedRule]
	// Ignored are delegates whose entries cost nothing.
	Ignored map[model.RecipientID]bool
}

// moving are all who move.
func (r *SplitRequest) moving() []model.RecipientID { return slices.Concat(r.Movers, r.Others) }

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
	Recipient, Delegate model.RecipientID
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
func (c *Catalog) Splits(ctx context.Context, config *model.Model, request SplitRequest, options Options) *Splits {
	options = options.withJobs()
	options.Progress = nil
	ctx, stop := c.watched(ctx, options.Limits)
	defer stop()
	result := &Splits{}
	e, err := c.newEvaluator(config, options)
	if err != nil {
		result.Problems = append(result.Problems, report.Problem{Severity: report.Error, Summary: "Rules not usable", Detail: err.Error() + "."})
		return result
	}
	e.leaveOutBatches()
	waivers, problems := c.waivers(e, config)
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
	settled *model.Model
	moves   []bool
	// has tells who moves, and groups with some of them among their people; planned the same of movers; cloud those who are in the
	// cloud, or have people who are.
	has, planned, cloud []bool
	// twin is where a mover, or a group with movers, has its copy behind all recipients; the same where it has none.
	twin []model.RecipientID
	// found are, by world, the sets of findings of the entries.
	found   [worlds][]int32
	sets    [][]SplitFinding
	numbers map[string]int32
}

func newSplitter(e *evaluator, waivers []*waiver, request *SplitRequest) *splitter {
	s := &splitter{evaluator: e, request: request, waivers: waivers, sets: [][]SplitFinding{nil}, numbers: map[string]int32{"": 0}}
	s.moves = make([]bool, len(e.Model.Recipients))
	for _, id := range request.moving() {
		s.moves[id] = true
	}
	movers := make([]bool, len(s.moves))
	for _, id := range request.Movers {
		movers[id] = true
	}
	s.has, s.planned, s.cloud = make([]bool, len(s.moves)), make([]bool, len(s.moves)), make([]bool, len(s.moves))
	for id := range s.has {
		for _, p := range e.People(model.RecipientID(id)) {
			s.has[id] = s.has[id] || s.moves[p]
			s.planned[id] = s.planned[id] || movers[p]
			s.cloud[id] = s.cloud[id] || e.Model.Recipients[p].Home == model.Cloud
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
	config := *s.Model
	config.Recipients = slices.Clone(s.Model.Recipients)
	for id, r := range config.Recipients {
		if r.Type.IsGroup() && s.has[id] {
			config.Recipients[id] = withMembers(r, func(member model.RecipientID) (model.RecipientID, bool) {
				return member, s.has[member]
			})
		}
	}
	assumeFixed(&config, s.request)
	// One batch more is open after that of a world, as in the states between waves.
	config.Batches = []*model.MigrationBatch{s.batch("later", nil, s.request.Day.AddDate(0, 0, 1))}
	s.settled = &config
	s.twin = make([]model.RecipientID, len(config.Recipients))
	next := model.RecipientID(len(config.Recipients))
	for id := range config.Recipients {
		s.twin[id] = model.RecipientID(id)
		if s.has[id] {
			s.twin[id] = next
			next++
		}
	}
}

func (s *splitter) batch(name string, members []model.RecipientID, day time.Time) *model.MigrationBatch {
	return &model.MigrationBatch{
		Name: name, Direction: model.Onboarding, SourceForest: s.request.From, Members: members, CompleteAfter: &day, Status: model.Syncing,
	}
}

// withMembers copies a group with other members.
func withMembers(r *model.Recipient, member func(model.RecipientID) (model.RecipientID, bool)) *model.Recipient {
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
func (s *splitter) doubled(entries world) *model.Model {
	config := *s.settled
	config.Recipients = slices.Clone(config.Recipients)
	for id, twin := range s.twin {
		if int(twin) == id {
			continue
		}
		r := s.settled.Recipients[id]
		if r.Type.IsGroup() {
			r = withMembers(r, func(member model.RecipientID) (model.RecipientID, bool) { return s.twin[member], true })
		}
		config.Recipients = append(config.Recipients, r)
	}
	twins := map[*model.Trustee]*model.Trustee{}
	recipient := func(id model.RecipientID) model.RecipientID {
		if entries == mailboxMoved && s.moves[id] {
			return s.twin[id]
		}
		return id
	}
	delegate := func(t *model.Trustee) *model.Trustee {
		if entries != delegateMoved || t.Recipient == model.NoRecipient || s.twin[t.Recipient] == t.Recipient {
			return t
		}
		if twins[t] == nil {
			twins[t] = &model.Trustee{Text: t.Text, Recipient: s.twin[t.Recipient], BuiltIn: t.BuiltIn}
		}
		return twins[t]
	}
	config.Grants = model.GrantsOf(func(yield func(model.Grant) bool) {
		for _, g := range s.settled.Grants.All() {
			g.Recipient, g.Delegate = recipient(g.Recipient), delegate(g.Delegate)
			if !yield(g) {
				return
			}
		}
	})
	config.OutlookDelegates = make([]*model.OutlookDelegate, len(s.settled.OutlookDelegates))
	for i, d := range s.settled.OutlookDelegates {
		changed := *d
		changed.Recipient, changed.Delegate = recipient(d.Recipient), delegate(d.Delegate)
		config.OutlookDelegates[i] = &changed
	}
	return &config
}

// moved are those who move in a world.
func (s *splitter) moved(w world) []model.RecipientID {
	members := s.request.moving()
	if w != bothMoved {
		for i, id := range members {
			members[i] = s.twin[id]
		}
	}
	return members
}

// evaluate finds what all entries have in a world.
func (s *splitter) evaluate(ctx context.Context, w world) {
	config := s.settled
	if w == mailboxMoved || w == delegateMoved {
		config = s.doubled(w)
	}
	steps := 0
	if w != nobodyMoved {
		changed := *config
		changed.Batches = append([]*model.MigrationBatch{s.batch("now", s.moved(w), s.request.Day)}, config.Batches...)
		config, steps = &changed, 1
	}
	before := s.on(config)
	before.assumeTrustees = s.request.AssumeFixed.Has(model.FixedTrustee)
	after := before.newStates(sequence.New(config)).after(ctx, steps)
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
	own, _ := s.EntryAt(number, new(model.Grant))
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
		own, ok := s.EntryAt(number, new(model.Grant))
		delegate := own.Trustee().Recipient
		if !ok || delegate == model.NoRecipient || s.request.Ignored[delegate] {
			continue
		}
		recipient := own.Base().Recipient
		if !s.planned[recipient] && !s.planned[delegate] {
			continue
		}
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
func assumeFixed(config *model.Model, request *SplitRequest) {
	moves := map[model.RecipientID]bool{}
	for _, id := range request.Movers {
		moves[id] = true
	}
	sendAs, inherited := request.AssumeFixed.Has(model.FixedSendAs), request.AssumeFixed.Has(model.FixedInherited)
	if request.AssumeFixed.Has(model.FixedACLable) && request.From.OnPremises() {
		forest := *config.Forest(request.From)
		forest.ACLableSyncedObjectEnabled = model.True
		config.Forests = slices.Clone(config.Forests)
		config.Forests[request.From-1] = &forest
	}
	if !sendAs && !inherited {
		return
	}
	explicit := map[*model.GrantTerms]*model.GrantTerms{}
	present := map[presence]*model.EntryTerms{}
	config.Grants, _ = config.Grants.Changed(func(g *model.Grant) bool {
		if inherited && g.Inherited == model.True && moves[g.Recipient] {
			if explicit[g.GrantTerms] == nil {
				changed := *g.GrantTerms
				changed.Inherited = model.False
				explicit[g.GrantTerms] = &changed
			}
			g.GrantTerms = explicit[g.GrantTerms]
		}
		if sendAs && g.Permission == model.SendAs && g.Inherited != model.True && !g.PresentIn.Has(model.Cloud) {
			p := presence{g.EntryTerms, config.Recipients[g.Recipient].Home}
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
	terms *model.EntryTerms
	home  model.ForestID
}

// presentInCloud is what an entry says once the cloud has it too.
func presentInCloud(terms *model.EntryTerms, home model.ForestID) *model.EntryTerms {
	present := *terms
	if !terms.PresentIn.Declared() && !terms.UnknownIn.Has(home) {
		present.PresentIn = model.SidesOf(home)
	}
	present.PresentIn = present.PresentIn.With(model.Cloud)
	present.UnknownIn = terms.UnknownIn.Without(model.Cloud)
	return &present
}
