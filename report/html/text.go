package html

import (
	"encoding/json"
	"slices"
	"strings"

	"hybridlint/report"
	"hybridlint/report/visible"
)

// htmlText refers to a text, or to a form and the names that fill it.
type htmlText []int

// MarshalJSON writes a text as its number alone.
func (t htmlText) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]int(t))
}

// number is that of a string.
func (d *htmlData) number(text string) int {
	i, ok := d.textIndex[text]
	if !ok {
		i = len(d.texts)
		d.textIndex[text] = i
		d.texts = append(d.texts, text)
	}
	return i
}

// shortestName is the length from which on a name is taken out of a text. Shorter ones are found in other words, too.
const shortestName = 4

// text takes the names out of a text.
func (d *htmlData) text(text string, names ...string) htmlText {
	text = visible.Lines(text)
	var pieces []string
	var cut []int
	for {
		at, name := earliest(text, names)
		if at < 0 {
			break
		}
		pieces, cut = append(pieces, text[:at]), append(cut, d.number(name))
		text = text[at+len(name):]
	}
	if pieces == nil {
		return htmlText{d.number(text)}
	}
	pieces = append(pieces, text)
	key := "\x00" + strings.Join(pieces, "\x00") // no visible text has one
	form, ok := d.textIndex[key]
	if !ok {
		form = len(d.texts)
		d.textIndex[key] = form
		d.texts = append(d.texts, pieces)
	}
	return append(htmlText{form}, cut...)
}

// earliest finds the first of the names in a text, the longest of several at one place; at is negative where there is none.
func earliest(text string, names []string) (at int, found string) {
	at = -1
	for _, name := range names {
		i := strings.Index(text, name)
		if i >= 0 && (at < 0 || i < at || i == at && len(name) > len(found)) {
			at, found = i, name
		}
	}
	return at, found
}

// namesIn are the names that the texts of a finding have in common with those of others.
func namesIn(f *report.Finding) []string {
	var names []string
	for _, name := range slices.Concat(f.Culprits, f.Arguments) {
		if name = visible.Lines(name); len(name) >= shortestName && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
