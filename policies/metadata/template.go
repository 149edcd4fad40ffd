package metadata

import (
	"fmt"
	"regexp"
	"strings"
)

// Template is a text with placeholders in braces.
type Template struct {
	// literals are the texts around the placeholders, one more than these.
	literals     []string
	placeholders []string
}

var placeholderPattern = regexp.MustCompile(`\{([a-z0-9_]+)\}`)

// parseTemplate takes a text apart; what is in braces must be known.
func parseTemplate(text string, known func(name string) bool) (*Template, error) {
	t := &Template{}
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

// Render puts values in.
func (t *Template) Render(value func(name string) string) string {
	if len(t.placeholders) == 0 {
		return t.literals[0]
	}
	return t.Filled(t.Values(value))
}

// Values are what stands in the placeholders.
func (t *Template) Values(value func(name string) string) []string {
	values := make([]string, len(t.placeholders))
	for i, name := range t.placeholders {
		values[i] = value(name)
	}
	return values
}

// Filled is the text with its values.
func (t *Template) Filled(values []string) string {
	pieces := make([]string, 0, 2*len(values)+1)
	for i, value := range values {
		pieces = append(pieces, t.literals[i], value)
	}
	return strings.Join(append(pieces, t.literals[len(values)]), "")
}
