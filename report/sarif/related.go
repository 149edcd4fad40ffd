package sarif

import (
	"fmt"
	"slices"
	"strings"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/wording"
)

// maxLinks is how many related locations a message leads to that none of its own words stands for.
const maxLinks = 5

// relatedPlace is a related location, before it is written. Its id is its place in the list, from 1.
type relatedPlace struct {
	message string
	// label is what a link to it says.
	label string
	at    report.Location
	// finding is the number of the finding on the same line that it is the location of; 0 for none.
	finding int
}

// related lists the related locations of a result.
func (run *sarifRun) related(group []folding.Entry) []relatedPlace {
	var places []relatedPlace
	add := func(p relatedPlace) {
		if !p.at.IsZero() && len(places) < maxRelatedLocations && !slices.Contains(places, p) {
			places = append(places, p)
		}
	}
	for i, e := range group[:min(len(group), maxMerged)] {
		if i > 0 {
			add(relatedPlace{message: e.Message, label: e.Message, at: e.Location, finding: i})
		}
		for _, r := range slices.Concat(e.Related, e.Because) {
			add(relatedPlace{message: r.Message, label: r.Message, at: r.Location})
		}
		if e.Group != nil {
			for _, at := range e.Group.Places[1:] {
				add(relatedPlace{message: "The same is found here", label: fmt.Sprintf("%s:%d", at.File, at.Start.Line), at: at})
			}
		}
	}
	return places
}

func (run *sarifRun) relatedLocations(places []relatedPlace) []sarifLocation {
	locations := make([]sarifLocation, len(places))
	for i, p := range places {
		id := i + 1
		locations[i] = sarifLocation{ID: &id, PhysicalLocation: physicalLocation(run.r.Sources, p.at, run.relatedDetail)}
		if p.message != "" {
			locations[i].Message = &sarifText{wording.Sentence(plainText(p.message))}
		}
	}
	return locations
}

// message says what the findings of a result say, with links to its related locations.
func (run *sarifRun) message(group []folding.Entry, places []relatedPlace) sarifMessage {
	m := run.messages[group[0].Rule]
	if m == nil { // a rule that is none of those that ran
		m = newMessageStrings(group[0].Rule)
	}
	links := &links{places: places, names: group[0].Culprits, used: make([]bool, len(places))}
	d := &messageDraft{}
	kind := d.findings(group, m, links)
	d.stop()
	links.rest(d)
	if limit := maxMessage(run.o.SARIF.Profile); limit > 0 && len([]rune(d.text.String())) > limit {
		d, kind = &messageDraft{}, otherMessage
		d.quote(withoutLinks(wording.Clip(group[0].Message, limit/2-len("''.")))) // escaping makes it longer, at most by as much again
		d.stop()
	}
	return m.message(kind, d)
}

// findings says what the findings of a result say.
func (d *messageDraft) findings(group []folding.Entry, m *messageStrings, l *links) messageKind {
	first := group[0]
	if len(group) > 1 {
		d.say("Several findings on this line: ")
		d.quote(line(group, l))
		return lineMessage
	}
	kind := d.finding(first.Finding, m, l)
	if first.Group != nil {
		d.say(" (and ")
		d.quote(wording.Thousands(first.Group.Size() - 1))
		d.say(" more like this)")
		kind = foldedMessage
	}
	return kind
}

// finding says what one finding says, in terms of its rule's template where it can.
func (d *messageDraft) finding(f *report.Finding, m *messageStrings, l *links) messageKind {
	text := strings.ToValidUTF8(f.Message, "\ufffd")
	note := report.AssumedNote(f.Assumed)
	said := strings.TrimSuffix(text, note)
	words := f.Arguments
	t := m.match(said, words)
	switch {
	case t == nil || note != "" && said == text:
		d.quote(withoutLinks(text))
		return otherMessage
	case note != "":
		d.fill(t, words, l.words)
		before, after, _ := strings.Cut(note, strings.Join(f.Assumed, ", "))
		d.say(before)
		d.quote(withoutLinks(strings.Join(f.Assumed, ", ")))
		d.say(after)
		return assumedMessage
	default:
		d.fill(t, words, l.words)
		return defaultMessage
	}
}

// line lists what the findings of a line say; those behind the first lead to their places.
func line(group []folding.Entry, l *links) string {
	var said, texts []string
	for i, e := range group {
		if i == maxMerged {
			said = append(said, "and "+wording.Thousands(len(group)-i)+" more")
			break
		}
		text := strings.ToValidUTF8(e.Message, "\ufffd")
		if e.Group != nil {
			text += " (and " + wording.Thousands(e.Group.Size()-1) + " more like this)"
		}
		if !slices.Contains(texts, text) {
			texts, said = append(texts, text), append(said, l.finding(i, text))
		}
	}
	return strings.Join(said, "; ")
}

// links knows which related locations a message leads to already.
type links struct {
	places []relatedPlace
	// names are whom the message may name.
	names []string
	used  []bool
}

// words are words of a message with the names among them as links, where a related location is about them.
func (l *links) words(words string) string {
	if linked, ok := l.name(words); ok {
		return linked
	}
	var b strings.Builder
	for rest := words; rest != ""; {
		word, more, space := strings.Cut(rest, " ")
		word, comma := strings.CutSuffix(word, ",")
		if linked, ok := l.name(word); ok && slices.Contains(l.names, word) {
			b.WriteString(linked)
		} else {
			b.WriteString(withoutLinks(word))
		}
		if comma {
			b.WriteString(",")
		}
		if space {
			b.WriteString(" ")
		}
		rest = more
	}
	return b.String()
}

// name is a name as a link; ok is false where no related location is about it.
func (l *links) name(name string) (linked string, ok bool) {
	i := slices.IndexFunc(l.places, func(p relatedPlace) bool { return strings.HasPrefix(p.message, name+" ") })
	if i < 0 || strings.TrimSpace(name) == "" || strings.ContainsAny(name, `\[]`) {
		return "", false
	}
	l.used[i] = true
	return link(name, i+1), true
}

// finding is the text of a finding on the line, as a link to its place.
func (l *links) finding(number int, text string) string {
	i := slices.IndexFunc(l.places, func(p relatedPlace) bool { return p.finding == number })
	if number == 0 || i < 0 || strings.ContainsAny(text, `\[]`) {
		return withoutLinks(text)
	}
	l.used[i] = true
	return link(text, i+1)
}

// rest leads to the related locations that no word of the message stands for.
func (l *links) rest(d *messageDraft) {
	var rest []string
	for i, p := range l.places {
		if !l.used[i] && len(rest) < maxLinks {
			rest = append(rest, link(strings.ToValidUTF8(p.label, "\ufffd"), i+1))
		}
	}
	if rest != nil {
		d.say(" See '")
		d.place(wording.List(rest))
		d.say("'.")
	}
}
