package policies

import (
	"slices"
	"sync"

	"hybridlint/loader/model"
	"hybridlint/policies/metadata"
	"hybridlint/policies/organization"
	"hybridlint/policies/subjects"
)

// carriedEntries are what was found on the entries of the state before a step, so that only those that the step touches
// are looked at anew.
type carriedEntries struct {
	// numbers are the numbers of the entries in the first state, by their places in this one.
	numbers func(place int) int
	before  map[int]carriedEntry
	// touched are those who move in the step, and the groups above them.
	touched map[model.RecipientID]bool
	// all says that every entry is looked at: something changed that entries of all people depend on.
	all bool

	mu  sync.Mutex
	now map[int]carriedEntry
	// explainedBefore and explained are the rules about steps that explain what is found on an entry, by its number in the first state.
	explainedBefore, explained map[int][]*metadata.Rule
}

type carriedEntry struct {
	findings []*finding
	unknown  int
}

// touches tells whether a step may change what is found on an entry.
func (c *carriedEntries) touches(own *organization.Entry) bool {
	if c.all || c.touched[own.Base().Recipient] || c.touched[own.Trustee().Recipient] {
		return true
	}
	return own.Grant != nil && own.Grant.Procedure != nil && c.touched[own.Grant.Procedure.GrantedBy]
}

// carry gives what was found on an entry before, as findings of this state; ok is false where it has to be looked at.
func (c *carriedEntries) carry(j *organization.Organization, own *organization.Entry) (known carriedEntry, ok bool) {
	if c.touches(own) {
		return carriedEntry{}, false
	}
	if known, ok = c.before[c.numbers(own.Number)]; !ok {
		return carriedEntry{}, false
	}
	known.findings = slices.Clone(known.findings)
	for i, f := range known.findings {
		s, isEntry := f.subject.(*subjects.Entry)
		if !isEntry {
			return carriedEntry{}, false
		}
		kept := keep(*s.Entry)
		kept.entry.Number = own.Number
		kept.subject = subjects.Entry{Names: subjects.Names{Organization: j}, Entry: &kept.entry}
		// A copy: what was found before goes with its state, or every state would stay in memory.
		known.findings[i] = &finding{firing: f.firing, subject: &kept.subject, severity: f.severity, assumed: f.assumed, forests: f.forests, location: f.location}
	}
	return known, true
}

// explaining gives the rules that explain what is found on an entry; look finds them where a step may have changed that.
func (c *carriedEntries) explaining(own *organization.Entry, look func() []*metadata.Rule) []*metadata.Rule {
	number := c.numbers(own.Number)
	rules, known := c.explainedBefore[number]
	if !known || c.touches(own) {
		rules = look()
	}
	c.explained[number] = rules
	return rules
}

func (c *carriedEntries) keep(own *organization.Entry, found []*finding, unknown int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now[c.numbers(own.Number)] = carriedEntry{slices.Clone(found), unknown}
}

// number is that of an entry in the first state, by its place in this one.
func (s *stateAfter) number(place int) int {
	if n := len(s.state.Grants); place >= n {
		return s.grants + int(s.state.OutlookDelegates[place-n])
	}
	return int(s.state.Grants[place])
}

// carryFrom looks at the entries anew that the step before this state touches.
func (s *stateAfter) carryFrom(before *stateAfter, moves []model.RecipientID) {
	s.carried = &carriedEntries{
		numbers: s.number, touched: map[model.RecipientID]bool{}, now: map[int]carriedEntry{}, explained: map[int][]*metadata.Rule{}, all: before == nil,
	}
	if before == nil {
		return
	}
	s.carried.before, before.carried.before = before.carried.now, nil
	s.carried.explainedBefore, before.carried.explainedBefore = before.carried.explained, nil
	for _, id := range moves {
		s.carried.touched[id] = true
		for _, group := range s.GroupsAbove(id) {
			s.carried.touched[group] = true
		}
	}
}

// compareFacts finds out whether something changed that every entry may depend on: the organization, or a forest.
func (s *stateAfter) compareFacts(before *stateAfter) {
	if before != nil && (s.Whole != before.Whole || !slices.Equal(s.Organization.ForestFacts, before.Organization.ForestFacts)) {
		s.carried.all = true
	}
}
