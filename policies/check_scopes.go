package policies

import (
	"context"
	"slices"

	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/organization"
	"hybridlint/policies/subjects"
)

// recipientViews are the forests in which a recipient may have an object.
func (e *evaluator) recipientViews(r *model.Recipient) []model.ForestID {
	var views []model.ForestID
	for _, f := range e.Forests() {
		if f != r.Home && (f != model.Cloud || organization.ObjectBlock(r, f) != nil) {
			views = append(views, f)
		}
	}
	if len(views) == 0 {
		return organization.Nowhere
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
	n := len(e.Model.Recipients)
	slots := make([][]*finding, (n+chunk-1)/chunk)
	holds := make([][]bool, len(slots))
	caches := make([]map[facts.RecipientInput]answered, e.options.Jobs)
	e.parallel(ctx, n, func(worker, slot, from, to int) {
		if caches[worker] == nil {
			caches[worker] = map[facts.RecipientInput]answered{}
		}
		holds[slot] = make([]bool, len(e.ForestFacts))
		for i := from; i < to; i++ {
			r := e.Model.Recipients[i]
			var views []view
			for _, f := range e.recipientViews(r) {
				in := facts.RecipientInput{Organization: e.Whole, Recipient: e.Organization.RecipientFacts[i]}
				if f != model.NoForest {
					in.Viewed, in.Object, in.Forest = true, e.ObjectIn(model.RecipientID(i), f), e.Organization.ForestFacts[f]
				}
				a, ok := caches[worker][in]
				if !ok || e.options.NoMemo {
					given := engine.InputFor(facts.RecipientScope, in)
					a = answered{unexplained(e.fire(ctx, facts.RecipientScope, given, false, false)), e.answerText(ctx, exists, given) == "yes"}
					caches[worker][in] = a
				}
				views = append(views, view{forest: f, fired: a.fired})
				if a.exists && f.OnPremises() && r.Home == model.Cloud && r.Type.IsMailbox() {
					holds[slot][f] = true
				}
			}
			slots[slot] = append(slots[slot], e.merge(subjects.Recipient{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, ID: model.RecipientID(i)}, views)...)
		}
	})
	e.Organization = e.WithCloudMailboxObjects(holds)
	findings := slices.Concat(slots...)
	for _, f := range findings {
		if f.rule.Metadata.SupersedesOn == metadata.OnGrantsOfRecipient {
			e.wrongType[f.subject.(subjects.Recipient).ID] = f.rule
		}
	}
	return findings
}

func (e *evaluator) checkForests(ctx context.Context) []*finding {
	var findings []*finding
	for i := range e.Model.Forests {
		id := model.ForestID(i + 1)
		given := engine.InputFor(facts.ForestScope, facts.ForestInput{Organization: e.Whole, Forest: e.Organization.ForestFacts[id]})
		fired := e.fire(ctx, facts.ForestScope, given, false, false)
		findings = append(findings, e.settle(subjects.Forest{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, ID: id}, view{id, fired})...)
	}
	return findings
}

func (e *evaluator) checkDirectorySyncs(ctx context.Context, unknownOnPremises int) []*finding {
	var findings []*finding
	for _, s := range e.Model.Syncs {
		given := engine.InputFor(facts.DirectorySyncScope, facts.DirectorySyncInput{
			Organization: e.Whole, Engine: s.Engine, SendOnBehalfUnknownOnPremises: facts.NumberOf(int32(unknownOnPremises)),
		})
		fired := e.fire(ctx, facts.DirectorySyncScope, given, false, false)
		findings = append(findings, e.settle(subjects.DirectorySync{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, Sync: s, Count: unknownOnPremises}, view{model.NoForest, fired})...)
	}
	return findings
}

func (e *evaluator) checkRelationships(ctx context.Context) []*finding {
	var relationships []*model.OrganizationRelationship
	if e.Model.Tenant != nil {
		relationships = append(relationships, e.Model.Tenant.Relationships...)
	}
	for _, f := range e.Model.Forests {
		if f.Relationship != nil {
			relationships = append(relationships, f.Relationship)
		}
	}
	var findings []*finding
	for _, r := range relationships {
		given := engine.InputFor(facts.RelationshipScope, facts.RelationshipInput{Organization: e.Whole, Relationship: e.RelationshipFacts(r)})
		fired := e.fire(ctx, facts.RelationshipScope, given, false, false)
		findings = append(findings, e.settle(subjects.Relationship{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, Relationship: r}, view{model.NoForest, fired})...)
	}
	return findings
}

func (e *evaluator) checkInvitations(ctx context.Context) []*finding {
	var findings []*finding
	for _, i := range e.Model.Invitations {
		fired := e.fire(ctx, facts.InvitationScope, engine.InputFor(facts.InvitationScope, facts.InvitationInput{Invitation: e.InvitationFacts(i)}), false, false)
		fired = append(fired, e.checkInvited(ctx, i)...)
		findings = append(findings, e.settle(subjects.Invitation{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, Invitation: i}, view{model.NoForest, fired})...)
	}
	return findings
}

// checkInvited looks at whoever is invited as at the delegate of an entry.
func (e *evaluator) checkInvited(ctx context.Context, i *model.SharingInvitation) []firing {
	if i.Recipient == model.NoRecipient {
		return nil
	}
	clients := i.ViewingClients
	if i.AcceptingClient != 0 {
		clients |= model.SetOf(i.AcceptingClient)
	}
	application := e.Model.Recipients[i.Recipient].UsedBy == model.UsedByApplication
	in := facts.EntryInput{Organization: e.Whole, Delegate: e.Organization.RecipientFacts[i.Recipient], Entry: facts.Entry{
		Kind: facts.InvitationEntry, Clients: clients, Application: application, ApplicationAccount: application,
	}}
	return e.fire(ctx, facts.InvitedPersonScope, engine.InputFor(facts.InvitedPersonScope, in), false, in.Entry.Application)
}

// checkResourceDelegates looks at every element of the resource delegates of recipients.
func (e *evaluator) checkResourceDelegates(ctx context.Context) []*finding {
	var findings []*finding
	for i, r := range e.Model.Recipients {
		for place, delegate := range r.ResourceDelegates {
			s := subjects.ResourceDelegate{Recipient: subjects.Recipient{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, ID: model.RecipientID(i)}, Place: place, Member: model.NoRecipient}
			for _, person := range e.People(delegate) {
				member := e.Model.Recipients[person]
				if member.Type.IsMailbox() && member.Home == model.Cloud && (s.Member == model.NoRecipient || person < s.Member) {
					s.Member = person
				}
			}
			in := facts.ResourceDelegateInput{
				Recipient: e.Organization.RecipientFacts[i], Delegate: e.Organization.RecipientFacts[delegate], MemberInCloud: s.Member != model.NoRecipient,
			}
			fired := e.fire(ctx, facts.ResourceDelegateScope, engine.InputFor(facts.ResourceDelegateScope, in), false, false)
			findings = append(findings, e.settle(s, view{model.NoForest, fired})...)
		}
	}
	return findings
}

func (e *evaluator) checkBulkChanges(ctx context.Context) []*finding {
	var findings []*finding
	for _, c := range e.Model.BulkChanges {
		given := engine.InputFor(facts.BulkChangeScope, facts.EntryInput{Organization: e.Whole, Entry: e.BulkChangeFacts(c)})
		fired := e.fire(ctx, facts.BulkChangeScope, given, false, false)
		findings = append(findings, e.settle(subjects.BulkChange{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, Change: c}, view{model.NoForest, fired})...)
		for place, id := range c.Recipients {
			given := engine.InputFor(facts.BulkChangeRecipientScope, facts.EntryInput{
				Organization: e.Whole, Recipient: e.Organization.RecipientFacts[id], HomeForest: e.Organization.ForestFacts[e.Model.Recipients[id].Home],
				Entry: facts.Entry{Kind: facts.BulkChangeRecipientEntry, Permission: c.Permission, State: model.Planned, Channel: c.Channel},
			})
			fired := e.fire(ctx, facts.BulkChangeRecipientScope, given, false, false)
			subject := subjects.BulkChangeRecipient{Defaults: subjects.Defaults{Names: subjects.Names{Organization: e.Organization}}, Change: c, Place: place}
			findings = append(findings, e.settle(subject, view{model.NoForest, fired})...)
		}
	}
	return findings
}
