package policies

import (
	"regexp"
	"strings"

	"hybridlint/loader"
)

// routingDomain is what a routing domain may look like to stand in a command without quotes.
var routingDomain = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$`)

// recipientLiteral is the value of a placeholder about a recipient that stands in a command as it is.
func (j *join) recipientLiteral(id loader.RecipientID, name string) (string, bool) {
	switch name {
	case "recipient_routing_address":
		return j.routingArgument(id), true
	case "recipient_name":
		return j.nameArgument(id), true
	case "recipient_directory_name":
		return j.directoryNameArgument(id), true
	default:
		return "", false
	}
}

// routingAddress is the address with which on-premises Exchange reaches a mailbox in the cloud; declared is false where
// none of its addresses is known to be one, and then the alias is left to whoever runs the command.
func (j *join) routingAddress(id loader.RecipientID) (text string, declared bool) {
	domain := "<tenant>.mail.onmicrosoft.com"
	if t := j.model.Tenant; t != nil && routingDomain.MatchString(t.RoutingDomain) {
		domain = t.RoutingDomain
	}
	if r := j.recipient(id); r != nil {
		for _, a := range r.EmailAddresses {
			if _, of, ok := strings.Cut(address(a), "@"); ok && strings.EqualFold(of, domain) {
				return address(a), true
			}
		}
	}
	return "<alias>@" + domain, false
}

func (j *join) routingArgument(id loader.RecipientID) string {
	text, declared := j.routingAddress(id)
	if declared {
		return powershellQuoted(text)
	}
	return text
}

// nameArgument is the Name of a recipient.
func (j *join) nameArgument(id loader.RecipientID) string {
	if r := j.recipient(id); r != nil && r.Name != "" {
		return powershellQuoted(r.Name)
	}
	return "<name>"
}

// directoryNameArgument finds the on-premises object of a recipient for cmdlets that take a Name or distinguished name
// only. Those of a cloud mailbox are not those of its object, so there Exchange is asked.
func (j *join) directoryNameArgument(id loader.RecipientID) string {
	if r := j.recipient(id); r != nil && r.Home.OnPremises() {
		switch {
		case r.DistinguishedName != "":
			return powershellQuoted(r.DistinguishedName)
		case r.Name != "":
			return powershellQuoted(r.Name)
		}
	}
	return "(Get-Recipient -Identity " + powershellQuoted(j.mailIdentity(id)) + ").DistinguishedName"
}

// account is how the cmdlets of Active Directory find an account or group: by its distinguished name or the name of the
// account, not by DOMAIN\name.
func (j *join) account(t *loader.Trustee) string {
	if r := j.recipient(t.Recipient); r != nil && r.Home.OnPremises() && r.DistinguishedName != "" {
		return r.DistinguishedName
	}
	return t.Text[strings.LastIndexByte(t.Text, '\\')+1:]
}
