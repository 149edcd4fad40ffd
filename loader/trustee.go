package loader

import (
	"slices"
	"strings"
)

var builtInPrefixes = []string{`nt authority\`, `nt service\`, `builtin\`}

var builtInNames = map[string]bool{
	"administrator": true, "domain admins": true, "enterprise admins": true,
	"organization management": true, "view-only organization management": true, "recipient management": true,
	"public folder management": true, "discovery management": true, "delegated setup": true,
	"exchange servers": true, "exchange domain servers": true, "exchange trusted subsystem": true,
	"managed availability servers": true, "everyone": true, "self": true, "system": true,
	"network": true, "network service": true,
}

// builtInAccounts are the ends of the identifiers of accounts that every domain has: Administrator, Domain Admins, Enterprise Admins.
var builtInAccounts = []string{"-500", "-512", "-519"}

// BuiltInPrincipal tells whether a delegate, as written, is one that the product or Windows brings along, or a bare
// security identifier: such a delegate needs no declaration, and rules about people ignore it. Case does not matter.
func BuiltInPrincipal(name string) bool {
	name = fold(name)
	for _, prefix := range builtInPrefixes {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return securityIdentifier(name) != "" || builtInNames[name[strings.LastIndexByte(name, '\\')+1:]]
}

// OrphanedIdentifier tells whether a delegate, as written, is the security identifier of a domain account: the account is
// gone or was not exported. Every such identifier is a BuiltInPrincipal too.
func OrphanedIdentifier(name string) bool {
	identifier := securityIdentifier(fold(name))
	return strings.HasPrefix(identifier, "s-1-5-21-") &&
		!slices.ContainsFunc(builtInAccounts, func(end string) bool { return strings.HasSuffix(identifier, end) })
}

// securityIdentifier is the identifier that a folded name is; "" where it is something else.
func securityIdentifier(name string) string {
	name = strings.TrimPrefix(name, "nt:")
	rest, ok := strings.CutPrefix(name, "s-1-5-")
	if !ok || rest == "" || strings.Trim(rest, "-0123456789") != "" {
		return ""
	}
	return name
}

// defaultPrincipal is everybody in the organization, as folder permissions name them.
const defaultPrincipal = "Default"

// folderPrincipal gives Exchange's spelling of the two principals that folder permissions have and nothing else has.
func folderPrincipal(name string) (canonical string, ok bool) {
	switch fold(name) {
	case "default":
		return defaultPrincipal, true
	case "anonymous":
		return "Anonymous", true
	default:
		return "", false
	}
}

// fold is what names have in common that are equal without case.
func fold(name string) string { return strings.ToLower(name) }
