package organization

import (
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
)

// RelationshipFacts are the facts of a relationship, seen from its holder.
func (org *Organization) RelationshipFacts(r *model.OrganizationRelationship) facts.Relationship {
	return facts.Relationship{
		Holder: facts.SideOf(
			r.Holder,
		), BothHoldMailbox: org.holdsMailbox(r.Holder) && org.holdsMailbox(r.Target), Exists: r.Exists.Or(true), Enabled: r.Enabled.Or(true),
		FreeBusyAccessEnabled: r.FreeBusyAccessEnabled, FreeBusyAccessLevel: r.FreeBusyAccessLevel,
		ConnectorEnabled:            org.connectorEnabled(r.Holder, r.Target),
		RequesterOutsideDomainNames: r.DomainNames != nil && org.requesterOutside(r),
	}
}

func (org *Organization) connectorEnabled(holder, target model.ForestID) bool {
	var connectors []*model.IntraOrganizationConnector
	if org.Model.Tenant != nil {
		connectors = append(connectors, org.Model.Tenant.Connectors...)
	}
	for _, f := range org.Model.Forests {
		if f.Connector != nil {
			connectors = append(connectors, f.Connector)
		}
	}
	return slices.ContainsFunc(connectors, func(c *model.IntraOrganizationConnector) bool {
		return c.Holder == holder && c.Target == target && c.Enabled.Or(true)
	})
}

// requesterOutside tells whether a mailbox that asks has declared addresses of which no domain is
// listed.
func (org *Organization) requesterOutside(relationship *model.OrganizationRelationship) bool {
	domains := map[string]bool{}
	for _, name := range relationship.DomainNames {
		domains[strings.ToLower(strings.TrimSpace(name))] = true
	}
	return slices.ContainsFunc(org.Model.Recipients, func(r *model.Recipient) bool {
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
func smtpAddresses(r *model.Recipient) []string {
	var addresses []string
	for _, text := range append([]string{r.PrimarySMTPAddress}, r.EmailAddresses...) {
		bare := Address(text)
		if strings.Contains(bare, "@") && !strings.Contains(bare, ":") {
			addresses = append(addresses, bare)
		}
	}
	return addresses
}

// InvitationFacts are the facts of a sharing invitation.
func (org *Organization) InvitationFacts(i *model.SharingInvitation) facts.Invitation {
	given := facts.Invitation{
		Relation: facts.OtherOrganizationInvitation, OwnerHome: facts.SideOf(org.Model.Recipients[i.Owner].Home),
		AcceptingClient: i.AcceptingClient, ViewingClients: i.ViewingClients, OutlookChannel: i.OutlookChannel,
		SenderClientUpdated: i.SenderClientUpdated, Level: i.Level, PolicyMaxLevel: i.PolicyMaxLevel,
	}
	if r := org.Recipient(i.Recipient); r != nil {
		given.RecipientHome = facts.SideOf(r.Home)
		given.RecipientOnPremisesMailbox = r.Type.IsMailbox() && r.Home.OnPremises()
		given.Relation = facts.OtherSideInvitation
		if given.RecipientHome == given.OwnerHome {
			given.Relation = facts.SameSideInvitation
		}
	}
	return given
}
