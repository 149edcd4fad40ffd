package report

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// sarifMessage is a message object. Its text is the message string of that id with the arguments put in.
type sarifMessage struct {
	Text      string   `json:"text"`
	ID        string   `json:"id"`
	Arguments []string `json:"arguments,omitempty"`
}

// messageTemplate is a rule's message with named fields, "{delegate} has …", taken apart.
type messageTemplate struct {
	// literals are the pieces around the places, in the rule's own words; there is one more than places.
	literals []string
	// phrases tells of each place whether it takes words of the rule's own, which need no quotes.
	phrases []bool
	pattern *regexp.Regexp
}

func newMessageTemplate(message string, phrases []string) *messageTemplate {
	message = strings.ToValidUTF8(message, "\ufffd")
	t := &messageTemplate{literals: placeholder.Split(message, -1)}
	for _, match := range placeholder.FindAllStringSubmatch(message, -1) {
		t.phrases = append(t.phrases, slices.Contains(phrases, match[1]))
	}
	quoted := make([]string, len(t.literals))
	for i, l := range t.literals {
		quoted[i] = regexp.QuoteMeta(l)
	}
	t.pattern = regexp.MustCompile(`(?s)^` + strings.Join(quoted, `(.*?)`) + `$`)
	return t
}

// words are what a message has in the places of the template; ok is false where it says something else. Where the words
// themselves hold pieces of the template, there is more than one way to divide the message and any of them is right: put
// back into the template, the words give the message again.
func (t *messageTemplate) words(message string) (words []string, ok bool) {
	match := t.pattern.FindStringSubmatch(message)
	if match == nil {
		return nil, false
	}
	return match[1:], true
}

// messageDraft is a message in the making: the message string, and the same with its arguments put in.
type messageDraft struct {
	format, text strings.Builder
	arguments    []string
}

// say adds words that are part of the message string.
func (d *messageDraft) say(words string) {
	words = plainText(words)
	d.format.WriteString(words)
	d.text.WriteString(words)
}

// place adds an argument as it is; it may hold links.
func (d *messageDraft) place(argument string) {
	d.format.WriteString("{" + strconv.Itoa(len(d.arguments)) + "}")
	d.text.WriteString(withoutPlaceholders(argument))
	d.arguments = append(d.arguments, argument)
}

// quote adds an argument in quotes.
func (d *messageDraft) quote(argument string) {
	d.say("'")
	d.place(argument)
	d.say("'")
}

// stop ends a sentence.
func (d *messageDraft) stop() {
	if f := d.format.String(); f != sentence(f) {
		d.say(".")
	}
}

// fill says a message in terms of its template. show makes an argument of a name.
func (d *messageDraft) fill(t *messageTemplate, words []string, show func(name string) string) {
	d.say(t.literals[0])
	for i, word := range words {
		before, after := t.literals[i], t.literals[i+1]
		switch {
		case t.phrases[i]:
			d.say(word)
		case strings.HasSuffix(before, "'") && strings.HasPrefix(after, "'"):
			d.place(show(word)) // the rule has quotes already
		default:
			d.quote(show(word))
		}
		d.say(after)
	}
}

// plainText keeps a text from being taken for SARIF's placeholders and links.
func plainText(text string) string { return withoutPlaceholders(withoutLinks(text)) }

// withoutPlaceholders doubles braces, which is how a message string says a brace.
func withoutPlaceholders(text string) string {
	return strings.NewReplacer("{", "{{", "}", "}}").Replace(text)
}

// withoutLinks comes between the two halves of what would be a link, [text](target). A viewer that looks for links with
// a regular expression would overlook a backslash before the brackets.
func withoutLinks(text string) string { return strings.ReplaceAll(text, "](", `]\(`) }

// link leads to the related location with that id.
func link(text string, id int) string {
	if text == "" || strings.ContainsAny(text, `\[]`) { // not every viewer knows how to escape them
		text = "related location " + strconv.Itoa(id)
	}
	return "[" + text + "](" + strconv.Itoa(id) + ")"
}

// messageKind says how a message is made. It is the beginning of its id.
type messageKind string

const (
	defaultMessage messageKind = "default" // what the rule says
	assumedMessage messageKind = "assumed" // the same, with facts that were not declared
	foldedMessage  messageKind = "folded"  // for a number of findings
	lineMessage    messageKind = "line"    // several findings on one line
	otherMessage   messageKind = "other"   // the message as a whole is the argument
)

// maxMessageStrings is how many message strings a rule has. A rule needs a few; one that said something new each time
// would have as many of them as results.
const maxMessageStrings = 50

// messageStrings are the message strings of one rule, in order of their first use.
type messageStrings struct {
	templates []*messageTemplate
	ids       map[string]string
	numbers   map[messageKind]int
}

func newMessageStrings(rule *Rule) *messageStrings {
	m := &messageStrings{ids: map[string]string{}, numbers: map[messageKind]int{}}
	for _, message := range []string{rule.Message, rule.MessageExisting} {
		if message != "" {
			m.templates = append(m.templates, newMessageTemplate(message, rule.Phrases))
		}
	}
	if len(m.templates) > 0 {
		d, places := &messageDraft{}, len(m.templates[0].phrases)
		everyPlace := &messageTemplate{literals: m.templates[0].literals, phrases: make([]bool, places)}
		d.fill(everyPlace, make([]string, places), strings.Clone)
		d.stop()
		m.register(defaultMessage, d)
	}
	return m
}

// match finds the template that a message was made of.
func (m *messageStrings) match(message string) (t *messageTemplate, words []string) {
	for _, t := range m.templates {
		if words, ok := t.words(message); ok {
			return t, words
		}
	}
	return nil, nil
}

// register makes the message string of a draft one of the rule's; ok is false where it has too many already.
func (m *messageStrings) register(kind messageKind, d *messageDraft) (id string, ok bool) {
	format := d.format.String()
	if id, ok = m.ids[format]; ok {
		return id, true
	}
	if len(m.ids) >= maxMessageStrings && kind != otherMessage {
		return "", false
	}
	m.numbers[kind]++
	id = string(kind)
	if n := m.numbers[kind]; n > 1 {
		id += "_" + strconv.Itoa(n)
	}
	m.ids[format] = id
	return id, true
}

// all are the message strings by id.
func (m *messageStrings) all() map[string]sarifText {
	all := make(map[string]sarifText, len(m.ids))
	for format, id := range m.ids {
		all[id] = sarifText{format}
	}
	return all
}

// message finishes a draft. One that has no message string of its own becomes an argument as a whole.
func (m *messageStrings) message(kind messageKind, d *messageDraft) sarifMessage {
	id, ok := m.register(kind, d)
	if !ok {
		whole := &messageDraft{}
		whole.quote(strings.TrimSuffix(filled(d), "."))
		whole.stop()
		d = whole
		id, _ = m.register(otherMessage, d)
	}
	return sarifMessage{Text: d.text.String(), ID: id, Arguments: d.arguments}
}

// filled is what a draft says, as an argument says it.
func filled(d *messageDraft) string {
	return strings.NewReplacer("{{", "{", "}}", "}").Replace(d.text.String())
}
