package suggest

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/agext/levenshtein"
)

// shortList is how many words a message may list.
const shortList = 12

// longestMistyped is how long a word may be that is compared with others: that takes time by the product of their lengths.
const longestMistyped = 256

// DidYouMean ends a message about a word that the language does not have: with the nearest one, or with all of them
// where there are few.
func DidYouMean(word string, known []string) string {
	if near := ofExchange(word, known); near != "" {
		return fmt.Sprintf(" Did you mean %q?", near)
	}
	return newVocabulary(known).DidYouMean(word)
}

// OneOf ends a message about a word that an enumeration does not have: with the nearest one, and with all of them.
func OneOf(word string, known []string) string {
	if near := newVocabulary(known).Nearest(word); near != "" {
		return fmt.Sprintf(" Did you mean %q? There are %s.", near, enumerated(known, "and"))
	}
	return fmt.Sprintf(" Write %s.", alternatives(known))
}

// DidYouMean ends a message about a word that is none of them: with the nearest one, or with all of them where there are few.
func (v *Vocabulary) DidYouMean(word string) string {
	if near := v.Nearest(word); near != "" {
		return fmt.Sprintf(" Did you mean %q?", near)
	}
	if n := len(v.Words); n > 0 && n <= shortList {
		return fmt.Sprintf(" Write %s.", alternatives(v.Words))
	}
	return ""
}

// Nearest is the word that somebody probably meant; "" where none is near.
func Nearest(word string, known []string) string {
	if near := ofExchange(word, known); near != "" {
		return near
	}
	return newVocabulary(known).Nearest(word)
}

// Vocabulary are the words that there are, prepared for looking up many that are not.
type Vocabulary struct {
	Words []string
	// areNames says that the words are names of people and things, of which one that is near may well be another.
	areNames bool
	plain    []string
	bags     []bag
}

// NewNameVocabulary is one of names.
func NewNameVocabulary(names []string) *Vocabulary {
	v := newVocabulary(names)
	v.areNames = true
	return v
}

// NewShortVocabulary is one of names, and empty where there are so many that nobody should wait for the nearest of them.
func NewShortVocabulary(names []string) *Vocabulary {
	const most = 10_000
	if len(names) > most {
		names = nil
	}
	return NewNameVocabulary(names)
}

func newVocabulary(words []string) *Vocabulary {
	v := &Vocabulary{Words: words, plain: make([]string, len(words)), bags: make([]bag, len(words))}
	for i, w := range words {
		v.plain[i] = plain(w)
		v.bags[i] = bagOf(v.plain[i])
	}
	return v
}

// Nearest takes the first in the order of the alphabet where several are equally near.
func (v *Vocabulary) Nearest(word string) string {
	if len(word) > longestMistyped {
		return ""
	}
	wanted := plain(word)
	letters := bagOf(wanted)
	best, bestDistance := "", tolerance(word)
	for i, known := range v.Words {
		if known == "" || len(known) > longestMistyped || letters.apart(&v.bags[i]) > bestDistance {
			continue
		}
		d := distance(wanted, v.plain[i])
		if v.areNames && d > 0 && !mistyped(word, known) {
			continue
		}
		if d < bestDistance || d == bestDistance && (best == "" || known < best) {
			best, bestDistance = known, d
		}
	}
	return best
}

// distance counts typing errors; two letters in the wrong order are one.
func distance(a, b string) int {
	if swapped(a, b) {
		return 1
	}
	return levenshtein.Distance(a, b, nil)
}

func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// mistyped tells whether a name may be a slip for another: what differs is a part of it that is spelt nearly alike. A long domain, or a
// family name that two people share, makes nobody somebody else.
func mistyped(a, b string) bool {
	ours, theirs := nameParts(a), nameParts(b)
	if len(ours) != len(theirs) {
		return strings.Join(ours, "") == strings.Join(theirs, "")
	}
	for i := range ours {
		one, other := ours[i], theirs[i]
		if one == other || len(one) > 2 && swapped(one, other) {
			continue
		}
		if distance(one, other) > max(len(one), len(other))/lettersPerSlip {
			return false
		}
	}
	return true
}

// lettersPerSlip is how many letters of a name are taken for right where one is taken for wrong.
const lettersPerSlip = 5

// nameParts are the words and numbers of a name, without case, and the domain of an address, which is no name of somebody.
func nameParts(name string) []string {
	local, domain, _ := strings.Cut(strings.ToLower(name), "@")
	parts := strings.FieldsFunc(local, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	return append(parts, domain)
}

// tolerance is the number of typing errors that a word of its length may hold.
func tolerance(word string) int { return max(1, min(3, (len(word)+1)/3)) }

// bag counts the letters of a word, however many letters share a place.
type bag [32]uint8

func bagOf(word string) bag {
	var b bag
	for _, c := range word {
		if i := c % rune(len(b)); b[i] < 255 {
			b[i]++
		}
	}
	return b
}

// apart is a number of typing errors that two words are apart at least. It costs far less than the distance.
func (b *bag) apart(other *bag) int {
	more, less := 0, 0
	for i := range b {
		if d := int(b[i]) - int(other[i]); d > 0 {
			more += d
		} else {
			less -= d
		}
	}
	return max(more, less)
}

var marks = strings.NewReplacer("_", "", "-", "", " ", "")

// plain is a word without case and without the marks between its parts: neither is what makes words different.
func plain(word string) string { return marks.Replace(strings.ToLower(word)) }

// alternatives lists words: "a", "b" or "c".
func alternatives(words []string) string { return enumerated(words, "or") }

func enumerated(words []string, conjunction string) string {
	var b strings.Builder
	for i, w := range words {
		switch {
		case i == 0:
		case i == len(words)-1:
			b.WriteString(" " + conjunction + " ")
		default:
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", w)
	}
	return b.String()
}
