package policies

import (
	"fmt"
	"regexp"
	"strings"
)

// template is a text with placeholders in braces.
type template struct {
	// literals are the texts around the placeholders, one more than these.
	literals     []string
	placeholders []string
}

var placeholderPattern = regexp.MustCompile(`\{([a-z0-9_]+)\}`)

// parseTemplate takes a text apart; what is in braces must be known.
func parseTemplate(text string, known func(name string) bool) (*template, error) {
	t := &template{}
	end := 0
	for _, match := range placeholderPattern.FindAllStringSubmatchIndex(text, -1) {
		name := text[match[2]:match[3]]
		if !known(name) {
			return nil, fmt.Errorf("the placeholder {%s} is unknown", name)
		}
		t.literals = append(t.literals, text[end:match[0]])
		t.placeholders = append(t.placeholders, name)
		end = match[1]
	}
	t.literals = append(t.literals, text[end:])
	return t, nil
}

// render puts values in.
func (t *template) render(value func(name string) string) string {
	if len(t.placeholders) == 0 {
		return t.literals[0]
	}
	return t.filled(t.values(value))
}

// values are what stands in the placeholders.
func (t *template) values(value func(name string) string) []string {
	values := make([]string, len(t.placeholders))
	for i, name := range t.placeholders {
		values[i] = value(name)
	}
	return values
}

// filled is the text with its values.
func (t *template) filled(values []string) string {
	pieces := make([]string, 0, 2*len(values)+1)
	for i, value := range values {
		pieces = append(pieces, t.literals[i], value)
	}
	return strings.Join(append(pieces, t.literals[len(values)]), "")
}

// powershellQuoted is the text as one PowerShell argument that nothing in it can end. PowerShell takes the typographic
// single quotes for quotes too, and doubling any of them stands for itself. Control characters have no place in an
// identity, so they are shown as what they are instead of being passed on.
func powershellQuoted(text string) string {
	if plainInQuotes(text) {
		return "'" + text + "'"
	}
	var b strings.Builder
	b.WriteByte('\'')
	for _, r := range text {
		switch {
		case r == '\'' || r == '‘' || r == '’' || r == '‚' || r == '‛':
			b.WriteRune(r)
			b.WriteRune(r)
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x2028 || r == 0x2029:
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('\'')
	return b.String()
}

// plainInQuotes tells whether a text is printable ASCII without a quote.
func plainInQuotes(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= 0x7f || c == '\'' {
			return false
		}
	}
	return true
}
