package rows

import (
	"regexp"
	"slices"
	"strings"
)

// addressKinds are the prefixes of proxy addresses.
var addressKinds = []string{"smtp", "x500", "x400", "sip", "eum", "spo", "notes", "mapi", "fax", "ms", "ccmail"}

// startsAddress tells that a proxy address begins here in a joined list. X500 addresses have blanks and commas inside.
func startsAddress(text string, at int) bool {
	if at > 0 && !strings.ContainsRune(addressSeparators, rune(text[at-1])) {
		return false
	}
	const longest = len("ccmail:")
	colon := strings.IndexByte(text[at:min(at+longest, len(text))], ':')
	return colon > 0 && slices.ContainsFunc(addressKinds, func(kind string) bool { return strings.EqualFold(kind, text[at:at+colon]) })
}

// addressSeparators stand between the addresses of a joined list.
const addressSeparators = " \t\r\n,;{"

// ProxyAddresses are the elements of EmailAddresses: "SMTP:amy@contoso.com", "X500:/o=…".
func ProxyAddresses(v Value) []string {
	var texts []string
	if v.List != nil {
		for _, e := range v.List {
			texts = append(texts, e.addressText())
		}
	} else if text := Unbraced(v.String()); text != "" {
		texts = cutAddresses(text)
	}
	for i := range texts {
		texts[i] = strings.Trim(strings.TrimSpace(texts[i]), ",;")
	}
	return slices.DeleteFunc(texts, func(t string) bool { return t == "" })
}

// addressText is a proxy address that may be an object of PowerShell.
func (v Value) addressText() string {
	if proxy := v.Fields["proxyaddressstring"].Text; proxy != "" {
		return proxy
	}
	return v.String()
}

func cutAddresses(text string) []string {
	var out []string
	start := -1
	for i := range len(text) {
		if !startsAddress(text, i) {
			continue
		}
		if start >= 0 {
			out = append(out, strings.TrimRight(text[start:i], addressSeparators))
		}
		start = i
	}
	if start < 0 {
		return Value{Text: text}.Words()
	}
	return append(out, text[start:])
}

// SMTPOf is the address of "SMTP:amy@contoso.com" and of a bare address, in lower case; empty for what is none.
func SMTPOf(text string) string {
	text = strings.ToLower(strings.TrimSpace(text))
	if kind, rest, found := strings.Cut(text, ":"); found {
		if kind != "smtp" {
			return ""
		}
		text = rest
	}
	if at := strings.IndexByte(text, '@'); at <= 0 || at == len(text)-1 || strings.ContainsAny(text, " /\\,;<>()") {
		return ""
	}
	return text
}

var insideName = regexp.MustCompile(`<([^<>@\s]+@[^<>\s]+)>|\(([^()@\s]+@[^()\s]+)\)`)

// AddressInside is the address of "Amy Alberts <amy@contoso.com>" and "Amy Alberts (amy@contoso.com)". A text with several is
// a list.
func AddressInside(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || text[len(text)-1] != '>' && text[len(text)-1] != ')' {
		return ""
	}
	all := insideName.FindAllStringSubmatchIndex(text, 2)
	if len(all) != 1 || all[0][1] != len(text) {
		return ""
	}
	if m := all[0]; m[2] >= 0 {
		return text[m[2]:m[3]]
	}
	return text[all[0][4]:all[0][5]]
}
