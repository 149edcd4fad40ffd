package organization

import (
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
)

// holdsMailbox counts without arbitration and discovery mailboxes.
func (org *Organization) holdsMailbox(f model.ForestID) bool {
	if f == model.Cloud {
		return org.cloudHoldsMailbox
	}
	return f.OnPremises() && org.ForestFacts[f].HoldsMailbox
}

// Forests lists the forests in order: the cloud, then the on-premises ones.
func (org *Organization) Forests() []model.ForestID {
	ids := []model.ForestID{model.Cloud}
	for i := range org.Model.Forests {
		ids = append(ids, model.ForestID(i+1))
	}
	return ids
}

// countsAsMailbox leaves out what every organization has.
func countsAsMailbox(r *model.Recipient) bool { return r.Type.IsMailbox() && !r.Type.IsSystem() }

func (org *Organization) fillForests() {
	org.ForestFacts = make([]facts.Forest, len(org.Model.Forests)+1)
	for i, f := range org.Model.Forests {
		org.ForestFacts[i+1] = facts.Forest{
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
			org.ForestFacts[i+1].CumulativeUpdate = facts.NumberOf(f.CumulativeUpdate)
		}
	}
	for _, r := range org.Model.Recipients {
		if !countsAsMailbox(r) {
			continue
		}
		if r.Home == model.Cloud {
			org.cloudHoldsMailbox = true
			continue
		}
		org.onPremisesHoldsMailbox = true
		org.ForestFacts[r.Home].HoldsMailbox = true
	}
	for _, b := range org.Model.Batches {
		if b.Direction == model.Onboarding && !b.Status.Over() && b.SourceForest.OnPremises() {
			org.ForestFacts[b.SourceForest].OnboardingPlanned = true
		}
	}
}

func (org *Organization) fillWhole() {
	o := &org.Whole
	o.Offering = model.MultiTenant
	o.OnPremisesForest = len(org.Model.Forests) > 0
	o.CloudHoldsMailbox = org.cloudHoldsMailbox
	o.MailboxesOnBothSides = org.cloudHoldsMailbox && org.onPremisesHoldsMailbox
	if t := org.Model.Tenant; t != nil {
		if t.Offering != 0 {
			o.Offering = t.Offering
		}
		o.ModernAuth = t.ModernAuth
		o.SendFromAliasEnabled = t.SendFromAliasEnabled.Or(false)
		o.PublicFolders = t.PublicFolders
		o.ExchangeAttributesCloudManagedByDefault = t.ExchangeAttributesCloudManagedByDefault.Or(false)
		o.PublicFolderClientControl = t.PublicFolderClientControl.Or(false)
	}
	for _, s := range org.Model.Syncs {
		org.fillDirectorySync(s)
	}
}

func (org *Organization) fillDirectorySync(s *model.DirectorySync) {
	given := &org.Whole.DirectorySync
	given.Declared = true
	excluded := slices.ContainsFunc(
		s.ExcludedAttributes,
		func(name string) bool { return strings.EqualFold(name, "publicDelegates") },
	)
	switch s.Engine {
	case model.EntraConnect:
		given.EntraConnect = facts.EntraConnect{
			Declared: true, ExchangeHybridDeployment: s.ExchangeHybridDeployment, GroupWriteback: s.GroupWriteback, ExcludesPublicDelegates: excluded,
		}
		if s.HasVersion {
			given.EntraConnect.Version = facts.Version{
				Major: facts.NumberOf(s.Version[0]), Minor: facts.NumberOf(s.Version[1]),
				Build: facts.NumberOf(s.Version[2]), Revision: facts.NumberOf(s.Version[3]),
			}
		}
	case model.CloudSync:
		given.CloudSync = facts.CloudSync{
			Declared:                true,
			ExchangeHybridWriteback: s.ExchangeHybridWriteback,
			ExcludesPublicDelegates: excluded,
		}
	}
}

// WithCloudMailboxObjects is the organization with what rules say of its forests: whether one holds
// the object of a cloud mailbox. holds has a list of all forests for each stretch of the
// recipients.
func (org *Organization) WithCloudMailboxObjects(holds [][]bool) *Organization {
	with := *org
	with.ForestFacts = slices.Clone(org.ForestFacts)
	for _, held := range holds {
		for f, is := range held {
			with.ForestFacts[f].HoldsCloudMailboxObject = with.ForestFacts[f].HoldsCloudMailboxObject || is
		}
	}
	return &with
}
