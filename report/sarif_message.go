package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// messageTemplate is a rule's message as SARIF states it: numbered places for the words that differ, in quotes, and a
// full stop.
type messageTemplate struct {
	text string
	// literals are the pieces around the places, in the rule's own words; there is one more than places.
	literals []string
	pattern  *regexp.Regexp
}

// newMessageTemplate reads a message with named fields, "{delegate} has …".
func newMessageTemplate(message string) *messageTemplate {
	message = strings.ToValidUTF8(message, "\ufffd")
	t := &messageTemplate{literals: placeholder.Split(message, -1)}
	places := make([]string, len(t.literals)-1)
	quoted := make([]string, len(t.literals))
	for i := range places {
		places[i] = fmt.Sprintf("{%d}", i)
	}
	for i, l := range t.literals {
		quoted[i] = regexp.QuoteMeta(l)
	}
	t.text = sentence(t.fill(places))
	t.pattern = regexp.MustCompile(`(?s)^` + strings.Join(quoted, `(.*?)`) + `$`)
	return t
}

// fill puts words into the places. The words are taken as they are.
func (t *messageTemplate) fill(words []string) string {
	var b strings.Builder
	b.WriteString(plainText(t.literals[0]))
	for i, word := range words {
		before, after := t.literals[i], t.literals[i+1]
		quote := "'"
		if strings.HasSuffix(before, "'") && strings.HasPrefix(after, "'") {
			quote = "" // the rule has quotes already
		}
		b.WriteString(quote + word + quote + plainText(after))
	}
	return b.String()
}

// arguments are the words that a message has in the places of the template; ok is false where it says something else.
// Where the words themselves hold pieces of the template, there is more than one way to divide the message and any of
// them is right: put back into the template, the words give the message again.
func (t *messageTemplate) arguments(message string) (words []string, ok bool) {
	match := t.pattern.FindStringSubmatch(message)
	if match == nil {
		return nil, false
	}
	return match[1:], true
}

// plainText keeps a text from being taken for SARIF's placeholders, which are in braces, and embedded links, which are
// in brackets.
func plainText(text string) string {
	return strings.NewReplacer("{", "{{", "}", "}}", `\[`, `\\\[`, `\]`, `\\\]`, "[", `\[`, "]", `\]`).Replace(text)
}

// sarifMessage is a message object.
type sarifMessage struct {
	Text      string   `json:"text"`
	ID        string   `json:"id,omitempty"`
	Arguments []string `json:"arguments,omitempty"`
}

// defaultMessage is the id of a rule's message among its messageStrings.
const defaultMessage = "default"

// message says what a finding says, in terms of its rule's template where it can. Facts that were assumed are no part of
// the template; with them the message has a text of its own.
func (t *messageTemplate) message(f *Finding) sarifMessage {
	text := strings.ToValidUTF8(f.Message, "\ufffd")
	note := AssumedNote(f.Assumed)
	said := strings.TrimSuffix(text, note)
	words, ok := t.arguments(said)
	// Nothing in quotes would look like a mistake.
	if !ok || slices.Contains(words, "") || note != "" && said == text {
		return sarifMessage{Text: sentence(plainText(text))}
	}
	shown := make([]string, len(words))
	for i, w := range words {
		shown[i] = plainText(w)
	}
	if note != "" {
		return sarifMessage{Text: sentence(t.fill(shown) + plainText(note))}
	}
	return sarifMessage{Text: sentence(t.fill(shown)), ID: defaultMessage, Arguments: words}
}
