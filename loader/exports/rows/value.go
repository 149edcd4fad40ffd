package rows

import (
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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

// Plain is a name as it is compared: header case and blanks vary from script to script.
func Plain(name string) string {
	folded := true
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			folded = false
			break
		}
	}
	if folded {
		return name
	}
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

// Texts are the elements of a list; a text is one, or what Format-List puts in braces. Whether it is a list of names is decided
// when everything has been read.
func (v Value) Texts() []string {
	if v.List == nil {
		if text := v.String(); Unbraced(text) != "" {
			return []string{text}
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

// Words are the elements of a list of words, of which none has a comma or a blank: domains, attributes.
func (v Value) Words() []string {
	var words []string
	for _, text := range v.Texts() {
		words = append(words, strings.FieldsFunc(Unbraced(text), func(c rune) bool { return c == ',' || c == ';' || unicode.IsSpace(c) })...)
	}
	return words
}

// Trimmed is a text without the blanks around it, those of Unicode too, and without a byte order mark.
func Trimmed(text string) string {
	if text == "" || text[0] > ' ' && text[0] < utf8.RuneSelf && text[len(text)-1] > ' ' && text[len(text)-1] < utf8.RuneSelf {
		return text
	}
	return strings.TrimFunc(text, func(c rune) bool { return unicode.IsSpace(c) || c == 0xfeff || c == 0x200b })
}

// Unbraced takes off the braces of Format-List.
func Unbraced(text string) string {
	text = strings.TrimSpace(text)
	if inner, ok := strings.CutPrefix(text, "{"); ok && strings.HasSuffix(inner, "}") {
		return strings.TrimSpace(strings.TrimSuffix(inner, "}"))
	}
	return text
}

// IsDistinguishedName tells a distinguished name by its first part.
func IsDistinguishedName(text string) bool {
	if len(text) < 3 {
		return false
	}
	kind, _, found := strings.Cut(text, "=")
	kind = strings.ToLower(strings.TrimSpace(kind))
	return found && (kind == "cn" || kind == "ou" || kind == "dc")
}

// IsSID tells a security identifier.
func IsSID(text string) bool {
	const prefix = "S-1-"
	text = strings.TrimPrefix(text, "NT:")
	return len(text) > len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) && strings.Trim(text[len(prefix):], "0123456789-") == ""
}

// SplitDistinguishedNames begins a new name where another component follows a domain component.
func SplitDistinguishedNames(text string) []string {
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

// components are the parts of a distinguished name between commas that are neither escaped nor quoted, with where each begins.
func components(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		start, quoted := 0, false
		for i := 0; i <= len(text); i++ {
			switch {
			case i == len(text):
			case text[i] == '\\':
				i = min(i+1, len(text)-1)
				continue
			case text[i] == '"':
				quoted = !quoted
				continue
			case text[i] != ',' || quoted:
				continue
			}
			i = min(i, len(text))
			if !yield(start, strings.TrimSpace(text[start:i])) {
				return
			}
			start = i + 1
		}
	}
}

// NormalDN is a distinguished name as it is compared: "CN=Diaz\, Rosa", CN="Diaz, Rosa" and "CN=Diaz\2C Rosa" are the same.
func NormalDN(text string) string {
	if !strings.ContainsAny(text, `\"`) && !strings.Contains(text, ", ") && !strings.Contains(text, "= ") && !strings.Contains(text, " =") {
		return text
	}
	var parts []string
	for _, component := range components(text) {
		kind, value, _ := strings.Cut(component, "=")
		value = unescapedDN(value)
		parts = append(parts, strings.TrimSpace(kind)+"="+strings.ReplaceAll(strings.ReplaceAll(value, `\`, `\\`), ",", `\,`))
	}
	return strings.Join(parts, ",")
}

// unescapedDN is the value of a component: with a backslash before a character, or two hexadecimal digits of a byte.
func unescapedDN(value string) string {
	value = strings.TrimSpace(value)
	if inner, quoted := strings.CutPrefix(value, `"`); quoted {
		value = strings.TrimSuffix(inner, `"`)
	}
	if !strings.Contains(value, `\`) {
		return value
	}
	var out []byte
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			out = append(out, value[i])
			continue
		}
		if i+2 < len(value) {
			if octet, err := hex.DecodeString(value[i+1 : i+3]); err == nil {
				out = append(out, octet...)
				i += 2
				continue
			}
		}
		i++
		out = append(out, value[i])
	}
	return string(out)
}

// CanonicalFrom is the canonical name of the object with a distinguished name: "contoso.com/People/Amy".
func CanonicalFrom(dn string) string {
	var domain, path []string
	for _, component := range components(dn) {
		kind, name, _ := strings.Cut(component, "=")
		if name = unescapedDN(name); strings.EqualFold(strings.TrimSpace(kind), "dc") {
			domain = append(domain, name)
		} else {
			path = append(path, strings.ReplaceAll(name, "/", `\/`))
		}
	}
	if len(domain) == 0 || len(path) == 0 {
		return ""
	}
	slices.Reverse(path)
	return strings.Join(domain, ".") + "/" + strings.Join(path, "/")
}

// IsCanonicalName knows "contoso.com/Users/Becker, Anna".
func IsCanonicalName(text string) bool {
	domain, _, found := strings.Cut(text, "/")
	return found && strings.Contains(domain, ".") && !strings.ContainsAny(domain, " ,:@\\")
}

// cell is the value of a cell. A list of texts that is JSON in one cell, as the collector writes it, is a list: the names in
// it may contain whatever else lists are joined with.
func cell(text string) Value {
	if strings.HasPrefix(text, `["`) {
		return cellOfJSON(text)
	}
	return Value{Text: text}
}

func cellOfJSON(text string) Value {
	var texts []string
	if json.Unmarshal([]byte(text), &texts) != nil {
		return Value{Text: text}
	}
	list := make([]Value, len(texts))
	for i, t := range texts {
		list[i] = Value{Text: t}
	}
	return Value{List: list}
}
