package organization

import (
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
)

func (org *Organization) addProcedure(in *facts.EntryInput, g *model.Grant) {
	home := org.Model.Recipients[g.Recipient].Home
	appliedOn := home
	p := g.Procedure
	if p != nil && p.AppliedOn != model.NoForest {
		appliedOn = p.AppliedOn
	}
	in.Entry.AppliedOn = facts.SideOf(appliedOn)
	in.Entry.AppliedAtHome = appliedOn == home
	in.Entry.AppliedOnVersion = org.ForestFacts[appliedOn].ExchangeVersion
	if p == nil {
		return
	}
	in.Entry.Cmdlet = facts.CmdletOf(p.Cmdlet)
	in.Entry.IdentityKind = p.IdentityKind
	in.Entry.GrantedBy = org.grantorOf(p, g.Recipient)
	in.Entry.GrantedVia = p.GrantedVia
	in.Entry.ChangeMode = p.ChangeMode
	in.Entry.Operator = operatorOf(p.OperatorRoleGroups, p.OperatorHasCustomRole)
}

func (org *Organization) grantorOf(p *model.Procedure, recipient model.RecipientID) facts.Grantor {
	switch {
	case p.GrantedByOwner:
		return facts.GrantedByOwner
	case p.GrantedBy == model.NoRecipient:
		return facts.NoGrantor
	case p.GrantedBy == recipient:
		return facts.GrantedByRecipient
	case org.Model.Recipients[p.GrantedBy].Home == org.Model.Recipients[recipient].Home:
		return facts.SameForestGrantor
	default:
		return facts.OtherForestGrantor
	}
}

func operatorOf(groups []string, customRole model.Bool) facts.Operator {
	is := func(name string) bool {
		return slices.ContainsFunc(
			groups,
			func(group string) bool { return strings.EqualFold(strings.TrimSpace(group), name) },
		)
	}
	begins := func(prefix string) bool {
		return slices.ContainsFunc(groups, func(group string) bool {
			return len(group) >= len(prefix) &&
				strings.EqualFold(strings.TrimSpace(group)[:min(len(prefix), len(strings.TrimSpace(group)))], prefix)
		})
	}
	return facts.Operator{
		Declared:               groups != nil,
		OrganizationManagement: is("Organization Management"),
		RecipientManagement:    is("Recipient Management"),
		SSASERemoteMailbox:     is("SSA-SE-RemoteMailbox"),
		EntraAdministrator: is("Exchange Administrator") || is("Global Administrator") ||
			begins("ExchangeServiceAdmins_") || begins("TenantAdmins_"),
		HelpDesk:               is("Help Desk"),
		PublicFolderManagement: is("Public Folder Management"),
		CustomRole:             customRole == model.True,
	}
}

// Overwritten lists the direct Send on Behalf delegates of the recipient, those of Outlook
// delegates too, that the new list leaves out; by default it names all delegates of the block.
func (org *Organization) Overwritten(g *model.Grant) []model.RecipientID {
	if g.Procedure == nil || g.Procedure.ChangeMode == 0 || model.Word(g.Procedure.ChangeMode) != "replace" {
		return nil
	}
	kept := g.Procedure.NewList
	if kept == nil {
		kept = org.delegatesOfBlock(g)
	}
	var others []model.RecipientID
	for _, other := range org.sendOnBehalfOf(g.Recipient) {
		if !slices.Contains(kept, other) && !slices.Contains(others, other) {
			others = append(others, other)
		}
	}
	return others
}

// delegatesOfBlock are the delegates of the block that a grant comes from.
func (org *Organization) delegatesOfBlock(g *model.Grant) []model.RecipientID {
	delegates := []model.RecipientID{g.Delegate.Recipient}
	for _, i := range org.held.grants[org.held.first[g.Recipient]:org.held.first[g.Recipient+1]] {
		if other := org.Model.Grants.At(int(i)); other.Block == g.Block {
			delegates = append(delegates, other.Delegate.Recipient)
		}
	}
	return delegates
}
