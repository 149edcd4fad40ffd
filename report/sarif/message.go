package sarif

import (
	"slices"
	"strconv"
	"strings"

	"hybridlint/report"
	"hybridlint/report/wording"
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
}

func newMessageTemplate(message string, phrases []string) *messageTemplate {
	message = strings.ToValidUTF8(message, "\ufffd")
	t := &messageTemplate{literals: report.Placeholder.Split(message, -1)}
	for _, match := range report.Placeholder.FindAllStringSubmatch(message, -1) {
		t.phrases = append(t.phrases, slices.Contains(phrases, match[1]))
	}
	return t
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
	if f := d.format.String(); f != wording.Sentence(f) {
		d.say(".")
	}
}

// fill says a message in terms of its template. show makes an argument of a name.
func (d *messageDraft) fill(t *messageTemplate, words []string, show func(name string) string) {
	inlined := t.phrases
	if !slices.Contains(inlined, false) {
		inlined = make([]bool, len(words)) // a message that says nothing of its own would be no message about something
	}
	d.say(t.literals[0])
	name := ""
	for i, word := range words {
		after := t.literals[i+1]
		switch next := i + 1; {
		case inlined[i]:
			d.say(word)
		case after == "" && next < len(words) && !inlined[next]:
			name += show(word) // two places without a word between them are one
			continue
		default:
			d.name(name+show(word), after)
		}
		name = ""
		d.say(after)
	}
}

// name adds an argument in quotes, as far as the words around it have none. No name at all is left out.
func (d *messageDraft) name(name, after string) {
	if name == "" {
		return
	}
	if !strings.HasSuffix(d.format.String(), "'") {
		d.say("'")
	}
	d.place(name)
	if !strings.HasPrefix(after, "'") {
		d.say("'")
	}
}

// plainText keeps a text from being taken for SARIF's placeholders and links.
func plainText(text string) string { return withoutPlaceholders(withoutLinks(text)) }

// withoutPlaceholders doubles braces, which is how a message string says a brace.
func withoutPlaceholders(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "{", "{{"), "}", "}}")
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

func newMessageStrings(rule *report.Rule) *messageStrings {
	m := &messageStrings{ids: map[string]string{}, numbers: map[messageKind]int{}}
	for _, message := range []string{rule.Message, rule.MessageExisting} {
		if message != "" {
			m.templates = append(m.templates, newMessageTemplate(message, rule.Phrases))
		}
	}
	if len(m.templates) > 0 {
		d, places := &messageDraft{}, len(m.templates[0].phrases)
		everyPlace := &messageTemplate{literals: m.templates[0].literals, phrases: make([]bool, places)}
		d.fill(everyPlace, make([]string, places), func(string) string { return "…" })
		d.stop()
		m.register(defaultMessage, d)
	}
	return m
}

// match is the template that gives a message with these arguments; nil where none does.
func (m *messageStrings) match(message string, arguments []string) *messageTemplate {
	for _, t := range m.templates {
		if t.says(message, arguments) {
			return t
		}
	}
	return nil
}

// says tells whether words in the places of the template give a message.
func (t *messageTemplate) says(message string, words []string) bool {
	if len(words)+1 != len(t.literals) {
		return false
	}
	rest, ok := strings.CutPrefix(message, t.literals[0])
	for i := 0; ok && i < len(words); i++ {
		if rest, ok = strings.CutPrefix(rest, words[i]); ok {
			rest, ok = strings.CutPrefix(rest, t.literals[i+1])
		}
	}
	return ok && rest == ""
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
	return strings.ReplaceAll(strings.ReplaceAll(d.text.String(), "{{", "{"), "}}", "}")
}
