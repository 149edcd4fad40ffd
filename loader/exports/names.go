package exports

import (
	"encoding/hex"
	"strings"

	"hybridlint/loader/exports/rows"
)

// named is a name that rows have. Each is held once and sought once, however many rows have it.
type named struct {
	text   string
	sought bool
	finding
	// parts are the names of a list; nil where it was not taken apart, or is one name.
	parts []*named
	apart bool
}

// String is the name; empty for none.
func (n *named) String() string {
	if n == nil {
		return ""
	}
	return n.text
}

// names are the texts of rows that are kept. A text of a row is a part of the whole row, so what is kept is copied.
type names struct {
	byText map[string]*named
	// recent are the texts that were kept last: a row repeats a name in several columns.
	recent [8]string
	next   int
	words  map[string]string
	lists  map[string][]string
}

func newNames() *names {
	return &names{byText: map[string]*named{}, words: map[string]string{}, lists: map[string][]string{}}
}

// name is a name that many rows may have; nil for an empty text.
func (n *names) name(text string) *named {
	if text = clean(text); text == "" {
		return nil
	}
	known := n.byText[text]
	if known == nil {
		known = &named{text: strings.Clone(text)}
		n.byText[known.text] = known
	}
	return known
}

// keep is a text that few rows have.
func (n *names) keep(text string) string {
	if text == "" {
		return ""
	}
	for _, kept := range n.recent {
		if kept == text {
			return kept
		}
	}
	kept := strings.Clone(text)
	n.recent[n.next] = kept
	n.next = (n.next + 1) % len(n.recent)
	return kept
}

func (n *names) keepAll(texts []string) []string {
	for i, t := range texts {
		texts[i] = n.keep(t)
	}
	return texts
}

// word is a text of which there are few, such as the name of a type.
func (n *names) word(text string) string {
	if text == "" {
		return ""
	}
	known, ok := n.words[text]
	if !ok {
		known = strings.Clone(text)
		n.words[known] = known
	}
	return known
}

// mostLists is how many different lists of rights are remembered; Exchange writes a few dozen.
const mostLists = 1 << 12

// rights are the words of a list of rights. They are not to be changed.
func (n *names) rights(v rows.Value) []string {
	if v.List != nil || v.Fields != nil || v.Text == "" {
		return rightWords(v)
	}
	known, ok := n.lists[v.Text]
	if !ok {
		known = rightWords(v)
		if len(n.lists) < mostLists {
			n.lists[strings.Clone(v.Text)] = known
		}
	}
	return known
}

// guid is a GUID.
type guid [16]byte

// guidOf reads a GUID that is not all zeros.
func guidOf(text string) (g guid, ok bool) {
	text = strings.Trim(text, "{}")
	if len(text) != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-' {
		return g, false
	}
	digits := make([]byte, 0, 32)
	for _, group := range []string{text[:8], text[9:13], text[14:18], text[19:23], text[24:]} {
		digits = append(digits, group...)
	}
	_, err := hex.Decode(g[:], digits)
	return g, err == nil && g != guid{}
}

// String is the GUID without dashes.
func (g guid) String() string { return hex.EncodeToString(g[:]) }
