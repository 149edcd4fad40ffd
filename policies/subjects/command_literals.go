package subjects

import (
	"regexp"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/organization"
)

// routingDomain is what a routing domain may look like to stand in a command without quotes.
var routingDomain = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$`)

// RecipientLiteral is the value of a placeholder about a recipient that stands in a command as it
// is.
func (n Names) RecipientLiteral(id model.RecipientID, name string) (string, bool) {
	switch name {
	case "recipient_routing_address":
		return n.RoutingArgument(id), true
	case "recipient_name":
		return n.nameArgument(id), true
	case "recipient_directory_name":
		return n.directoryNameArgument(id), true
	case "recipient_mailbox":
		return n.mailboxArgument(id), true
	default:
		return "", false
	}
}

// mailboxArgument is a recipient for the cmdlets of mailbox permissions, which take a Microsoft 365
// group only with a switch.
func (n Names) mailboxArgument(id model.RecipientID) string {
	identity := PowershellQuoted(n.mailIdentity(id))
	if r := n.Recipient(id); r != nil && r.Type == model.M365Group {
		return identity + " -GroupMailbox"
	}
	return identity
}

// routingAddress is the address with which on-premises Exchange reaches a mailbox in the cloud;
// declared is false where none of its addresses is known to be one, and then the alias is left to
// whoever runs the command.
func (n Names) routingAddress(id model.RecipientID) (text string, declared bool) {
	domain := "<tenant>.mail.onmicrosoft.com"
	if t := n.Model.Tenant; t != nil && routingDomain.MatchString(t.RoutingDomain) {
		domain = t.RoutingDomain
	}
	if r := n.Recipient(id); r != nil {
		for _, a := range r.EmailAddresses {
			if _, of, ok := strings.Cut(organization.Address(a), "@"); ok && strings.EqualFold(of, domain) {
				return organization.Address(a), true
			}
		}
	}
	return "<alias>@" + domain, false
}

// RoutingArgument is the routing address of a recipient as it stands in a command.
func (n Names) RoutingArgument(id model.RecipientID) string {
	text, declared := n.routingAddress(id)
	if declared {
		return PowershellQuoted(text)
	}
	return text
}

// nameArgument is the Name of a recipient.
func (n Names) nameArgument(id model.RecipientID) string {
	if r := n.Recipient(id); r != nil && r.Name != "" {
		return PowershellQuoted(r.Name)
	}
	return "<name>"
}

// directoryNameArgument finds the on-premises object of a recipient for cmdlets that take a Name or
// distinguished name only. Those of a cloud mailbox are not those of its object, so there Exchange
// is asked.
func (n Names) directoryNameArgument(id model.RecipientID) string {
	if r := n.Recipient(id); r != nil && r.Home.OnPremises() {
		switch {
		case r.DistinguishedName != "":
			return PowershellQuoted(r.DistinguishedName)
		case r.Name != "":
			return PowershellQuoted(r.Name)
		}
	}
	return "(Get-Recipient -Identity " + PowershellQuoted(n.mailIdentity(id)) + ").DistinguishedName"
}

// account is how the cmdlets of Active Directory find an account or group: by its distinguished
// name or the name of the account, not by DOMAIN\name.
func (n Names) account(t *model.Trustee) string {
	if r := n.Recipient(t.Recipient); r != nil && r.Home.OnPremises() && r.DistinguishedName != "" {
		return r.DistinguishedName
	}
	return t.Text[strings.LastIndexByte(t.Text, '\\')+1:]
}
