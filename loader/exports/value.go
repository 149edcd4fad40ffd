package exports

import (
	"slices"
	"strings"
	"unicode"
)

// Value is what an export holds under a name. The zero Value is null, and an empty text is the same.
type Value struct {
	// Text is a single value, or how PowerShell shows an object.
	Text string
	// List is nil but for lists; an empty list is not nil.
	List []Value
	// Fields are the properties of an object, by plain name; nil for everything else.
	Fields map[string]Value
}

// plain is a name as it is compared: header case and blanks vary from script to script.
func plain(name string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, name)
}

// identityFields are the properties that name the person behind an object, best first.
var identityFields = []string{"primarysmtpaddress", "rawidentity", "distinguishedname", "userprincipalname", "address", "displayname", "name"}

// String is the value as one text.
func (v Value) String() string {
	text := strings.TrimSpace(v.Text)
	switch {
	case text != "" && !lostText(text):
		return text
	case v.Fields != nil:
		for _, name := range identityFields {
			if f := v.Fields[name]; f.Text != "" {
				return strings.TrimSpace(f.Text)
			}
		}
	case len(v.List) == 1:
		return v.List[0].String()
	}
	return text
}

// Truth reads True and False; known is false for anything else.
func (v Value) Truth() (truth, known bool) {
	switch strings.ToLower(strings.TrimSpace(v.Text)) {
	case "true", "wahr", "vrai", "1", "yes":
		return true, true
	case "false", "falsch", "faux", "0", "no":
		return false, true
	default:
		return false, false
	}
}

// Texts are the elements of a list, or of what joined lists look like: "{a, b}", "a;b", "a,b", "a b" of addresses.
func (v Value) Texts() []string {
	if v.List == nil {
		if text := v.String(); text != "" {
			return split(text)
		}
		return nil
	}
	var texts []string
	for _, e := range v.List {
		if text := e.String(); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// split takes a joined list apart.
func split(text string) []string {
	text = unbraced(text)
	var parts []string
	switch {
	case strings.ContainsAny(text, ";\n"):
		parts = strings.FieldsFunc(text, func(c rune) bool { return c == ';' || c == '\n' || c == '\r' })
	case isDistinguishedName(text):
		parts = splitDistinguishedNames(text)
	case isCanonicalName(text):
		parts = splitCanonicalNames(text)
	case strings.Contains(text, ","):
		parts = strings.Split(text, ",")
	default:
		parts = splitAtBlanks(text)
	}
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return slices.DeleteFunc(parts, func(p string) bool { return p == "" })
}

// unbraced takes off the braces of Format-List.
func unbraced(text string) string {
	text = strings.TrimSpace(text)
	if inner, ok := strings.CutPrefix(text, "{"); ok && strings.HasSuffix(inner, "}") {
		return strings.TrimSpace(strings.TrimSuffix(inner, "}"))
	}
	return text
}

// splitAtBlanks takes apart what can only be several names: none of Windows' account names and addresses has a blank.
func splitAtBlanks(text string) []string {
	fields := strings.Fields(text)
	for _, f := range fields {
		if !strings.Contains(f, "@") || strings.ContainsAny(f, "<>()") {
			return []string{text}
		}
	}
	return fields
}

func isDistinguishedName(text string) bool {
	if len(text) < 3 {
		return false
	}
	kind, _, found := strings.Cut(text, "=")
	kind = strings.ToLower(kind)
	return found && (kind == "cn" || kind == "ou" || kind == "dc")
}

// splitDistinguishedNames begins a new name where another component follows a domain component.
func splitDistinguishedNames(text string) []string {
	var names []string
	start, afterDomain := 0, false
	for at, component := range components(text) {
		isDomain := len(component) > 3 && strings.EqualFold(component[:3], "dc=")
		if afterDomain && !isDomain {
			names = append(names, strings.TrimRight(strings.TrimSpace(text[start:at]), ","))
			start = at
		}
		afterDomain = isDomain
	}
	return append(names, text[start:])
}

// components are the parts of a distinguished name between commas that are not escaped, with where each begins.
func components(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		start := 0
		for i := 0; i <= len(text); i++ {
			if i < len(text) && (text[i] != ',' || i > 0 && text[i-1] == '\\') {
				continue
			}
			if !yield(start, strings.TrimSpace(text[start:i])) {
				return
			}
			start = i + 1
		}
	}
}

// isCanonicalName knows "contoso.com/Users/Becker, Anna".
func isCanonicalName(text string) bool {
	domain, _, found := strings.Cut(text, "/")
	return found && strings.Contains(domain, ".") && !strings.ContainsAny(domain, " ,:@\\")
}

// splitCanonicalNames leaves the comma of "Becker, Anna" alone: the next name begins with a domain again.
func splitCanonicalNames(text string) []string {
	var names []string
	for part := range strings.SplitSeq(text, ",") {
		if len(names) > 0 && !isCanonicalName(strings.TrimSpace(part)) {
			names[len(names)-1] += "," + part
			continue
		}
		names = append(names, part)
	}
	return names
}
