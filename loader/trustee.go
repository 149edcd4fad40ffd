package loader

import "strings"

var builtInPrefixes = []string{`nt authority\`, `nt service\`, `builtin\`, "s-1-5-", "nt:s-1-5-"}

var builtInNames = map[string]bool{
	"administrator": true, "domain admins": true, "enterprise admins": true,
	"organization management": true, "view-only organization management": true, "recipient management": true,
	"public folder management": true, "discovery management": true, "delegated setup": true,
	"exchange servers": true, "exchange domain servers": true, "exchange trusted subsystem": true,
	"managed availability servers": true, "everyone": true, "self": true, "system": true,
	"network": true, "network service": true,
}

// BuiltInPrincipal tells whether a delegate, as written, is one that the product or Windows brings along, or a bare
// security identifier: such a delegate needs no declaration, and rules about people ignore it. Case does not matter.
func BuiltInPrincipal(name string) bool {
	name = fold(name)
	for _, prefix := range builtInPrefixes {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return builtInNames[name[strings.LastIndexByte(name, '\\')+1:]]
}

// OrphanedIdentifier tells whether a delegate, as written, is the security identifier of a domain account: the account is
// gone or was not exported. Every such identifier is a BuiltInPrincipal too.
func OrphanedIdentifier(name string) bool {
	name = strings.TrimPrefix(fold(name), "nt:")
	return strings.HasPrefix(name, "s-1-5-21-")
}

// folderPrincipal gives Exchange's spelling of the two principals that folder permissions have and nothing else has.
func folderPrincipal(name string) (canonical string, ok bool) {
	switch fold(name) {
	case "default":
		return "Default", true
	case "anonymous":
		return "Anonymous", true
	default:
		return "", false
	}
}

// fold is what names have in common that are equal without case.
func fold(name string) string { return strings.ToLower(name) }
