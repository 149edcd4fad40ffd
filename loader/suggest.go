package loader

import (
	"fmt"
	"strings"

	"github.com/agext/levenshtein"
)

// shortList is how many words a message may list.
const shortList = 12

// didYouMean ends a message about a word that the language does not have: with the nearest one, or with all of them
// where there are few.
func didYouMean(word string, known []string) string {
	if near := nearest(word, known); near != "" {
		return fmt.Sprintf(" Did you mean %q?", near)
	}
	if n := len(known); n > 0 && n <= shortList {
		return fmt.Sprintf(" Write %s.", alternatives(known))
	}
	return ""
}

// nearest is the word that somebody probably meant; "" where none is near.
func nearest(word string, known []string) string {
	best, bestDistance := "", tolerance(word)+1
	for _, k := range known {
		if k == "" {
			continue
		}
		if d := distance(word, k, bestDistance); d < bestDistance || d == bestDistance && best != "" && k < best {
			best, bestDistance = k, d
		}
	}
	return best
}

// tolerance is the number of typing errors that a word of its length may hold.
func tolerance(word string) int { return max(1, min(3, (len(word)+1)/3)) }

// distance counts the edits between two words; case and the marks between their parts do not count.
func distance(a, b string, enough int) int {
	return levenshtein.Distance(plain(a), plain(b), levenshtein.NewParams().MaxCost(enough))
}

var marks = strings.NewReplacer("_", "", "-", "", " ", "")

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
