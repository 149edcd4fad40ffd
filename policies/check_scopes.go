package policies

import (
	"hybridlint/policies/engine"

	"hybridlint/policies/metadata"

	"hybridlint/policies/facts"

	"context"
	"slices"
	"strings"

	"hybridlint/loader"
)

// recipientViews are the forests in which a recipient may have an object.
func (e *evaluator) recipientViews(r *loader.Recipient) []loader.ForestID {
	var views []loader.ForestID
	for _, f := range e.forestsOf() {
		if f != r.Home && (f != loader.Cloud || objectBlock(r, f) != nil) {
			views = append(views, f)
		}
	}
	if len(views) == 0 {
		return nowhere
	}
	return views
}

// checkRecipients also finds out which forests hold the object of a cloud mailbox, and whose type is wrong for its side.
func (e *evaluator) checkRecipients(ctx context.Context) []*finding {
	exists, err := e.inference(objectExists())
	if err != nil {
		e.fail("recipient", err)
		return nil
	}
	type answered struct {
		fired  []firing
		exists bool
	}
	n := len(e.model.Recipients)
	slots := make([][]*finding, (n+chunk-1)/chunk)
	holds := make([][]bool, len(slots))
	caches := make([]map[facts.RecipientInput]answered, e.options.Jobs)
	e.parallel(ctx, n, func(worker, slot, from, to int) {
		if caches[worker] == nil {
			caches[worker] = map[facts.RecipientInput]answered{}
		}
		holds[slot] = make([]bool, len(e.forests))
		for i := from; i < to; i++ {
			r := e.model.Recipients[i]
			var views []view
			for _, f := range e.recipientViews(r) {
				in := facts.RecipientInput{Organization: e.organization, Recipient: e.join.recipients[i]}
				if f != loader.NoForest {
					in.Viewed, in.Object, in.Forest = true, e.objectIn(loader.RecipientID(i), f), e.join.forests[f]
				}
				a, ok := caches[worker][in]
				if !ok || e.options.NoMemo {
					given := engine.InputFor(facts.RecipientScope, in)
					a = answered{unexplained(e.fire(ctx, facts.RecipientScope, given, false, false)), e.answerText(ctx, exists, given) == "yes"}
					caches[worker][in] = a
				}
				views = append(views, view{forest: f, fired: a.fired})
				if a.exists && f.OnPremises() && r.Home == loader.Cloud && r.Type.IsMailbox() {
					holds[slot][f] = true
				}
			}
			slots[slot] = append(slots[slot], e.merge(recipientSubject{plainSubject{e.join}, loader.RecipientID(i)}, views)...)
		}
	})
	for _, held := range holds {
		for f, is := range held {
			e.join.forests[f].HoldsCloudMailboxObject = e.join.forests[f].HoldsCloudMailboxObject || is
		}
	}
	findings := slices.Concat(slots...)
	for _, f := range findings {
		if f.rule.Metadata.SupersedesOn == metadata.OnGrantsOfRecipient {
			e.wrongType[f.subject.(recipientSubject).id] = f.rule
		}
	}
	return findings
}

func (e *evaluator) checkForests(ctx context.Context) []*finding {
	var findings []*finding
	for i := range e.model.Forests {
		id := loader.ForestID(i + 1)
		given := engine.InputFor(facts.ForestScope, facts.ForestInput{Organization: e.organization, Forest: e.join.forests[id]})
		fired := e.fire(ctx, facts.ForestScope, given, false, false)
		findings = append(findings, e.settle(forestSubject{plainSubject{e.join}, id}, view{id, fired})...)
	}
	return findings
}

func (e *evaluator) checkDirectorySyncs(ctx context.Context, unknownOnPremises int) []*finding {
	var findings []*finding
	for _, s := range e.model.Syncs {
		given := engine.InputFor(facts.DirectorySyncScope, facts.DirectorySyncInput{
			Organization: e.organization, Engine: s.Engine, SendOnBehalfUnknownOnPremises: facts.NumberOf(int32(unknownOnPremises)),
		})
		fired := e.fire(ctx, facts.DirectorySyncScope, given, false, false)
		findings = append(findings, e.settle(syncSubject{plainSubject{e.join}, s, unknownOnPremises}, view{loader.NoForest, fired})...)
	}
	return findings
}

func (e *evaluator) checkRelationships(ctx context.Context) []*finding {
	var relationships []*loader.OrganizationRelationship
	if e.model.Tenant != nil {
		relationships = append(relationships, e.model.Tenant.Relationships...)
	}
	for _, f := range e.model.Forests {
		if f.Relationship != nil {
			relationships = append(relationships, f.Relationship)
		}
	}
	var findings []*finding
	for _, r := range relationships {
		given := engine.InputFor(facts.RelationshipScope, facts.RelationshipInput{Organization: e.organization, Relationship: e.relationshipFactsOf(r)})
		fired := e.fire(ctx, facts.RelationshipScope, given, false, false)
		findings = append(findings, e.settle(relationshipSubject{plainSubject{e.join}, r}, view{loader.NoForest, fired})...)
	}
	return findings
}

func (j *join) relationshipFactsOf(r *loader.OrganizationRelationship) facts.Relationship {
	return facts.Relationship{
		Holder: facts.SideOf(r.Holder), BothHoldMailbox: j.holdsMailbox(r.Holder) && j.holdsMailbox(r.Target), Exists: r.Exists.Or(true), Enabled: r.Enabled.Or(true),
		FreeBusyAccessEnabled: r.FreeBusyAccessEnabled, FreeBusyAccessLevel: r.FreeBusyAccessLevel,
		ConnectorEnabled:            j.connectorEnabled(r.Holder, r.Target),
		RequesterOutsideDomainNames: r.DomainNames != nil && j.requesterOutside(r),
	}
}

// holdsMailbox counts without arbitration and discovery mailboxes.
func (j *join) holdsMailbox(f loader.ForestID) bool {
	if f == loader.Cloud {
		return j.cloudHoldsMailbox
	}
	return f.OnPremises() && j.forests[f].HoldsMailbox
}

func (j *join) connectorEnabled(holder, target loader.ForestID) bool {
	var connectors []*loader.IntraOrganizationConnector
	if j.model.Tenant != nil {
		connectors = append(connectors, j.model.Tenant.Connectors...)
	}
	for _, f := range j.model.Forests {
		if f.Connector != nil {
			connectors = append(connectors, f.Connector)
		}
	}
	return slices.ContainsFunc(connectors, func(c *loader.IntraOrganizationConnector) bool {
		return c.Holder == holder && c.Target == target && c.Enabled.Or(true)
	})
}

// requesterOutside tells whether a mailbox that asks has declared addresses of which no domain is listed.
func (j *join) requesterOutside(relationship *loader.OrganizationRelationship) bool {
	domains := map[string]bool{}
	for _, name := range relationship.DomainNames {
		domains[strings.ToLower(strings.TrimSpace(name))] = true
	}
	return slices.ContainsFunc(j.model.Recipients, func(r *loader.Recipient) bool {
		if r.Home != relationship.Target || !countsAsMailbox(r) {
			return false
		}
		addresses := smtpAddresses(r)
		return len(addresses) > 0 && !slices.ContainsFunc(addresses, func(a string) bool {
			_, domain, _ := strings.Cut(strings.ToLower(a), "@")
			return domains[domain]
		})
	})
}

// smtpAddresses are the declared SMTP addresses of a recipient, without their prefix.
func smtpAddresses(r *loader.Recipient) []string {
	var addresses []string
	for _, text := range append([]string{r.PrimarySMTPAddress}, r.EmailAddresses...) {
		bare := address(text)
		if strings.Contains(bare, "@") && !strings.Contains(bare, ":") {
			addresses = append(addresses, bare)
		}
	}
	return addresses
}

func (e *evaluator) checkInvitations(ctx context.Context) []*finding {
	var findings []*finding
	for _, i := range e.model.Invitations {
		fired := e.fire(ctx, facts.InvitationScope, engine.InputFor(facts.InvitationScope, facts.InvitationInput{Invitation: e.invitationFactsOf(i)}), false, false)
		fired = append(fired, e.checkInvited(ctx, i)...)
		findings = append(findings, e.settle(invitationSubject{plainSubject{e.join}, i}, view{loader.NoForest, fired})...)
	}
	return findings
}

// checkInvited looks at whoever is invited as at the delegate of an entry.
func (e *evaluator) checkInvited(ctx context.Context, i *loader.SharingInvitation) []firing {
	if i.Recipient == loader.NoRecipient {
		return nil
	}
	clients := i.ViewingClients
	if i.AcceptingClient != 0 {
		clients |= loader.SetOf(i.AcceptingClient)
	}
	in := facts.EntryInput{Organization: e.organization, Delegate: e.join.recipients[i.Recipient], Entry: facts.Entry{
		Kind: facts.InvitationEntry, Clients: clients, Application: e.model.Recipients[i.Recipient].UsedBy == loader.UsedByApplication,
	}}
	return e.fire(ctx, facts.InvitedPersonScope, engine.InputFor(facts.InvitedPersonScope, in), false, in.Entry.Application)
}

func (j *join) invitationFactsOf(i *loader.SharingInvitation) facts.Invitation {
	given := facts.Invitation{
		Relation: facts.OtherOrganizationInvitation, OwnerHome: facts.SideOf(j.model.Recipients[i.Owner].Home),
		AcceptingClient: i.AcceptingClient, ViewingClients: i.ViewingClients, OutlookChannel: i.OutlookChannel,
		SenderClientUpdated: i.SenderClientUpdated, Level: i.Level, PolicyMaxLevel: i.PolicyMaxLevel,
	}
	if r := j.recipient(i.Recipient); r != nil {
		given.RecipientHome = facts.SideOf(r.Home)
		given.RecipientOnPremisesMailbox = r.Type.IsMailbox() && r.Home.OnPremises()
		given.Relation = facts.OtherSideInvitation
		if given.RecipientHome == given.OwnerHome {
			given.Relation = facts.SameSideInvitation
		}
	}
	return given
}

// checkResourceDelegates looks at every element of the resource delegates of recipients.
func (e *evaluator) checkResourceDelegates(ctx context.Context) []*finding {
	var findings []*finding
	for i, r := range e.model.Recipients {
		for place, delegate := range r.ResourceDelegates {
			s := resourceDelegateSubject{recipientSubject{plainSubject{e.join}, loader.RecipientID(i)}, place, loader.NoRecipient}
			for _, person := range e.people(delegate) {
				member := e.model.Recipients[person]
				if member.Type.IsMailbox() && member.Home == loader.Cloud && (s.member == loader.NoRecipient || person < s.member) {
					s.member = person
				}
			}
			in := facts.ResourceDelegateInput{
				Recipient: e.join.recipients[i], Delegate: e.join.recipients[delegate], MemberInCloud: s.member != loader.NoRecipient,
			}
			fired := e.fire(ctx, facts.ResourceDelegateScope, engine.InputFor(facts.ResourceDelegateScope, in), false, false)
			findings = append(findings, e.settle(s, view{loader.NoForest, fired})...)
		}
	}
	return findings
}

func (e *evaluator) checkBulkChanges(ctx context.Context) []*finding {
	var findings []*finding
	for _, c := range e.model.BulkChanges {
		given := engine.InputFor(facts.BulkChangeScope, facts.EntryInput{Organization: e.organization, Entry: e.bulkChangeFactsOf(c)})
		fired := e.fire(ctx, facts.BulkChangeScope, given, false, false)
		findings = append(findings, e.settle(bulkChangeSubject{plainSubject{e.join}, c}, view{loader.NoForest, fired})...)
		for place, id := range c.Recipients {
			given := engine.InputFor(facts.BulkChangeRecipientScope, facts.EntryInput{
				Organization: e.organization, Recipient: e.join.recipients[id], HomeForest: e.join.forests[e.model.Recipients[id].Home],
				Entry: facts.Entry{Kind: facts.BulkChangeRecipientEntry, Permission: c.Permission, State: loader.Planned, Channel: c.Channel},
			})
			fired := e.fire(ctx, facts.BulkChangeRecipientScope, given, false, false)
			subject := bulkChangeRecipientSubject{plainSubject{e.join}, c, place}
			findings = append(findings, e.settle(subject, view{loader.NoForest, fired})...)
		}
	}
	return findings
}

func (j *join) bulkChangeFactsOf(c *loader.BulkChange) facts.Entry {
	given := facts.Entry{
		Kind: facts.BulkChangeEntry, Permission: c.Permission, State: loader.Planned, Channel: c.Channel, AppliedOn: facts.SideOf(c.AppliedOn),
		Operator: operatorOf(c.OperatorRoleGroups, c.OperatorHasCustomRole),
	}
	for i, id := range c.Recipients {
		r := j.model.Recipients[id]
		given.MixedTypes = given.MixedTypes || r.Type != j.model.Recipients[c.Recipients[0]].Type
		switch {
		case c.AppliedOn != loader.NoForest:
		case i == 0:
			given.AppliedOn = facts.SideOf(r.Home)
		case given.AppliedOn != facts.SideOf(r.Home):
			given.AppliedOn = facts.NoSide
		}
	}
	return given
}
