package main

import (
	"fmt"
	"strings"

	"hybridlint/loader/suggest"
)

// didYouMean ends a message about an unknown word with the nearest known one, if any is near.
func didYouMean(word string, known []string) string {
	if near := suggest.Nearest(word, known); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// unknown says that a word is none of those that are known: the nearest one, or all of them.
func unknown(what, word string, known []string) error {
	if near := suggest.Nearest(word, known); near != "" {
		return fmt.Errorf("there is no %s %q; did you mean %q?", what, word, near)
	}
	return fmt.Errorf("there is no %s %q; it is one of %s", what, word, list(known))
}

// list joins words as a sentence does: "a, b or c".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// counted is a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
