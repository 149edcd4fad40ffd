package policies

import (
	"hybridlint/policies/facts"

	"slices"
	"strings"

	"hybridlint/loader"
)

// join is a configuration with everything looked up that a subject needs, so that a policy compares facts and never
// searches a table. It is made once and then only read.
type join struct {
	model        *loader.Model
	organization facts.Organization
	forests      []facts.Forest // by ForestID; the cloud's is empty
	recipients   []facts.Recipient
	// parents are the groups that name a recipient as a member.
	parents [][]loader.RecipientID
	// above are the groups above those recipients who are in nested groups, in order; nil for others.
	above [][]loader.RecipientID
	// acting are the forests in which a recipient works: its home, or of a group the homes of the people in it. In order.
	acting [][]loader.ForestID
	held   heldGrants
	// calendarDefaults are the grants for Default on calendars, by recipient.
	calendarDefaults map[loader.RecipientID]*loader.Grant
	// heldByGroups tells on which recipients a group holds anything.
	heldByGroups []bool
	// outlookDelegates are what Outlook delegates hold as such.
	outlookDelegates map[pair]outlookPair
	// hasOutlookDelegates are the recipients of whom there are any.
	hasOutlookDelegates []bool
	// cloudHoldsMailbox and onPremisesHoldsMailbox count without arbitration and discovery mailboxes.
	cloudHoldsMailbox, onPremisesHoldsMailbox bool
}

func newJoin(model *loader.Model) *join {
	j := &join{model: model}
	j.joinForests()
	j.joinGroups()
	j.joinPairs()
	j.joinCalendarDefaults()
	j.joinRecipients()
	j.joinOrganization()
	return j
}

// forestsOf lists the forests in order: the cloud, then the on-premises ones.
func (j *join) forestsOf() []loader.ForestID {
	ids := []loader.ForestID{loader.Cloud}
	for i := range j.model.Forests {
		ids = append(ids, loader.ForestID(i+1))
	}
	return ids
}

func (j *join) recipient(id loader.RecipientID) *loader.Recipient {
	if id == loader.NoRecipient {
		return nil
	}
	return j.model.Recipients[id]
}

// countsAsMailbox leaves out what every organization has.
func countsAsMailbox(r *loader.Recipient) bool { return r.Type.IsMailbox() && !r.Type.IsSystem() }

func (j *join) joinForests() {
	j.forests = make([]facts.Forest, len(j.model.Forests)+1)
	for i, f := range j.model.Forests {
		j.forests[i+1] = facts.Forest{
			Declared:                   true,
			ExchangeVersion:            f.ExchangeVersion,
			CumulativeUpdateCurrency:   f.CumulativeUpdateCurrency,
			ACLableSyncedObjectEnabled: f.ACLableSyncedObjectEnabled,
			IsResourceForest:           f.IsResourceForest,
			TrustsLogonForest:          f.TrustsLogonForest,
			ModernAuth:                 f.ModernAuth,
			DedicatedHybridApp:         f.DedicatedHybridApp,
		}
		if f.CumulativeUpdate >= 0 {
			j.forests[i+1].CumulativeUpdate = facts.NumberOf(f.CumulativeUpdate)
		}
	}
	for _, r := range j.model.Recipients {
		if !countsAsMailbox(r) {
			continue
		}
		if r.Home == loader.Cloud {
			j.cloudHoldsMailbox = true
			continue
		}
		j.onPremisesHoldsMailbox = true
		j.forests[r.Home].HoldsMailbox = true
	}
	for _, b := range j.model.Batches {
		if b.Direction == loader.Onboarding && !b.Status.Over() && b.SourceForest.OnPremises() {
			j.forests[b.SourceForest].OnboardingPlanned = true
		}
	}
}

// joinGroups finds the groups above everybody and the forests in which the people of a group work. Membership may be
// circular: homes are handed upwards until nothing new arrives.
func (j *join) joinGroups() {
	n := len(j.model.Recipients)
	j.parents = make([][]loader.RecipientID, n)
	for id, r := range j.model.Recipients {
		for _, member := range r.Members {
			j.parents[member] = append(j.parents[member], loader.RecipientID(id))
		}
	}
	j.joinNested()
	works := make([]map[loader.ForestID]bool, n)
	type arrival struct {
		group  loader.RecipientID
		forest loader.ForestID
	}
	var arrivals []arrival
	for id, r := range j.model.Recipients {
		if r.Type.IsGroup() {
			continue
		}
		for _, group := range j.parents[id] {
			arrivals = append(arrivals, arrival{group, r.Home})
		}
	}
	for len(arrivals) > 0 {
		a := arrivals[len(arrivals)-1]
		arrivals = arrivals[:len(arrivals)-1]
		if works[a.group][a.forest] {
			continue
		}
		if works[a.group] == nil {
			works[a.group] = map[loader.ForestID]bool{}
		}
		works[a.group][a.forest] = true
		for _, group := range j.parents[a.group] {
			arrivals = append(arrivals, arrival{group, a.forest})
		}
	}
	j.acting = make([][]loader.ForestID, n)
	homes := make([][]loader.ForestID, len(j.model.Forests)+1)
	for i := range homes {
		homes[i] = []loader.ForestID{loader.ForestID(i)}
	}
	for id, r := range j.model.Recipients {
		if !r.Type.IsGroup() {
			j.acting[id] = homes[r.Home]
			continue
		}
		for forest := range works[id] {
			j.acting[id] = append(j.acting[id], forest)
		}
		slices.Sort(j.acting[id])
	}
}

// groupsAbove are the groups that have the recipient among their members, nested ones too, in order; not the recipient itself.
func (j *join) groupsAbove(id loader.RecipientID) []loader.RecipientID {
	if above := j.above[id]; above != nil {
		return above
	}
	return j.parents[id]
}

// joinNested finds the groups above those who are in nested groups. The loader has made sure that following all memberships ends
// soon.
func (j *join) joinNested() {
	j.above = make([][]loader.RecipientID, len(j.parents))
	seenBy := make([]loader.RecipientID, len(j.parents))
	var pending, found []loader.RecipientID
	for i, parents := range j.parents {
		id := loader.RecipientID(i)
		if !slices.ContainsFunc(parents, func(group loader.RecipientID) bool { return group == id || len(j.parents[group]) > 0 }) {
			continue
		}
		seenBy[id], found, pending = id+1, found[:0], append(pending[:0], parents...)
		for len(pending) > 0 {
			group := pending[len(pending)-1]
			pending = pending[:len(pending)-1]
			if seenBy[group] != id+1 {
				seenBy[group] = id + 1
				found = append(found, group)
				pending = append(pending, j.parents[group]...)
			}
		}
		slices.Sort(found)
		j.above[id] = append([]loader.RecipientID{}, found...)
	}
}

// people yields the declared individuals of a group, nested ones too; of anybody else, themselves.
func (j *join) people(id loader.RecipientID) []loader.RecipientID {
	if !j.model.Recipients[id].Type.IsGroup() {
		return []loader.RecipientID{id}
	}
	seen := map[loader.RecipientID]bool{}
	var people []loader.RecipientID
	pending := []loader.RecipientID{id}
	for len(pending) > 0 {
		member := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if seen[member] {
			continue
		}
		seen[member] = true
		if !j.model.Recipients[member].Type.IsGroup() {
			people = append(people, member)
			continue
		}
		pending = append(pending, j.model.Recipients[member].Members...)
	}
	return people
}

func (j *join) joinOrganization() {
	o := &j.organization
	o.Offering = loader.MultiTenant
	o.OnPremisesForest = len(j.model.Forests) > 0
	o.CloudHoldsMailbox = j.cloudHoldsMailbox
	o.MailboxesOnBothSides = j.cloudHoldsMailbox && j.onPremisesHoldsMailbox
	if t := j.model.Tenant; t != nil {
		if t.Offering != 0 {
			o.Offering = t.Offering
		}
		o.ModernAuth = t.ModernAuth
		o.SendFromAliasEnabled = t.SendFromAliasEnabled.Or(false)
		o.PublicFolders = t.PublicFolders
		o.ExchangeAttributesCloudManagedByDefault = t.ExchangeAttributesCloudManagedByDefault.Or(false)
		o.PublicFolderClientControl = t.PublicFolderClientControl.Or(false)
	}
	for _, s := range j.model.Syncs {
		j.joinDirectorySync(s)
	}
}

func (j *join) joinDirectorySync(s *loader.DirectorySync) {
	given := &j.organization.DirectorySync
	given.Declared = true
	excluded := slices.ContainsFunc(s.ExcludedAttributes, func(name string) bool { return strings.EqualFold(name, "publicDelegates") })
	switch s.Engine {
	case loader.EntraConnect:
		given.EntraConnect = facts.EntraConnect{
			Declared: true, ExchangeHybridDeployment: s.ExchangeHybridDeployment, GroupWriteback: s.GroupWriteback, ExcludesPublicDelegates: excluded,
		}
		if s.HasVersion {
			given.EntraConnect.Version = facts.Version{
				Major: facts.NumberOf(s.Version[0]), Minor: facts.NumberOf(s.Version[1]),
				Build: facts.NumberOf(s.Version[2]), Revision: facts.NumberOf(s.Version[3]),
			}
		}
	case loader.CloudSync:
		given.CloudSync = facts.CloudSync{Declared: true, ExchangeHybridWriteback: s.ExchangeHybridWriteback, ExcludesPublicDelegates: excluded}
	}
}
