package model

import "strings"

// Windows and Exchange bring principals along, which stand in exports by the thousand and are nobody's
// mailbox. They are known by their whole names: what merely begins like one is a name like any other.

// windowsPrincipals are those of the authorities of Windows, by authority.
var windowsPrincipals = map[string]map[string]bool{
	"nt authority": setOf("self", "system", "local service", "network service", "anonymous logon", "authenticated users",
		"interactive", "network", "batch", "service", "dialup", "proxy", "restricted", "iusr", "remote interactive logon",
		"terminal server user", "this organization", "other organization", "enterprise domain controllers", "local account"),
	"nt service": setOf("all services", "trustedinstaller", "winrm", "w3svc", "healthservice", "adsync"),
	"builtin": setOf("administrators", "users", "guests", "power users", "account operators", "server operators",
		"print operators", "backup operators", "replicator", "remote desktop users", "remote management users",
		"network configuration operators", "performance monitor users", "performance log users", "distributed com users",
		"cryptographic operators", "event log readers", "certificate service dcom access", "iis_iusrs",
		"pre-windows 2000 compatible access", "incoming forest trust builders", "windows authorization access group",
		"terminal server license servers", "hyper-v administrators", "access control assistance operators",
		"storage replica administrators", "rds endpoint servers", "rds management servers", "rds remote access servers"),
}

// exchangeServices begin the names of the services of Exchange below "nt service".
const exchangeServices = "msexchange"

// barePrincipals are written without an authority.
var barePrincipals = setOf("everyone", "self", "system", "network", "network service")

// domainPrincipals are written with and without the name of a domain.
var domainPrincipals = setOf("administrator", "domain admins", "enterprise admins",
	"organization management", "view-only organization management", "recipient management", "public folder management",
	"discovery management", "delegated setup", "exchange servers", "exchange domain servers", "exchange trusted subsystem",
	"managed availability servers")

func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// BuiltInPrincipal tells whether a delegate, as written, is one that the product or Windows brings along, or a bare
// security identifier: such a delegate needs no declaration, and rules about people ignore it. Case does not matter.
// A declared recipient of the same name is meant before it.
func BuiltInPrincipal(name string) bool {
	name = Fold(name)
	if _, isIdentifier := securityIdentifier(name); isIdentifier {
		return true
	}
	at := strings.LastIndexByte(name, '\\')
	if at < 0 {
		return barePrincipals[name] || domainPrincipals[name]
	}
	authority, account := name[:at], name[at+1:]
	if known := windowsPrincipals[authority]; known != nil {
		return known[account] || authority == "nt service" && strings.HasPrefix(account, exchangeServices)
	}
	return domainPrincipals[account]
}

// OrphanedIdentifier tells whether a delegate, as written, is the security identifier of an account of a domain: the
// account is gone or was not exported. The identifiers of Administrator, Domain Admins and Enterprise Admins, which
// every domain has, are none. Every such identifier is a BuiltInPrincipal too.
func OrphanedIdentifier(name string) bool {
	identifier, ok := securityIdentifier(Fold(name))
	account, ofDomain := strings.CutPrefix(identifier, "21-")
	if !ok || !ofDomain {
		return false
	}
	switch account[strings.LastIndexByte(account, '-')+1:] {
	case "500", "512", "519":
		return false
	default:
		return true
	}
}

// securityIdentifier is what follows "S-1-5-" in a security identifier, which is numbers with dashes between them.
func securityIdentifier(folded string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(strings.TrimPrefix(folded, "nt:"), "s-1-5-")
	if !ok {
		return "", false
	}
	for number := range strings.SplitSeq(rest, "-") {
		if number == "" || strings.Trim(number, "0123456789") != "" {
			return "", false
		}
	}
	return rest, true
}

// Orphaned tells whether the delegate is the security identifier of an account that is gone, and no declared recipient.
func (t *Trustee) Orphaned() bool { return t.BuiltIn && OrphanedIdentifier(t.Text) }

// DefaultPrincipal is everybody in the organization, as folder permissions name them.
const DefaultPrincipal = "Default"

// FolderPrincipal gives Exchange's spelling of the two principals that folder permissions have and nothing else has.
func FolderPrincipal(name string) (canonical string, ok bool) {
	switch Fold(name) {
	case "default":
		return DefaultPrincipal, true
	case "anonymous":
		return "Anonymous", true
	default:
		return "", false
	}
}

// Fold is what names have in common that are equal without case.
func Fold(name string) string { return strings.ToLower(name) }
