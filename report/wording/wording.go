package wording

import (
	"fmt"
	"strconv"
	"strings"

	"hybridlint/report"
	"hybridlint/report/visible"
)

// Clip shortens a text to a number of characters.
func Clip(text string, length int) string {
	runes := []rune(text)
	if len(runes) <= length {
		return text
	}
	return string(runes[:length-1]) + "…"
}

// Place is a location as editors and terminals understand it.
func Place(l report.Location) string {
	return fmt.Sprintf("%s:%d:%d", visible.Text(l.File), l.Start.Line, l.Start.Column)
}

// Count is a number with its noun: "1 error", "1,702 errors".
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return Thousands(n) + " " + noun
}

// Thousands writes a number, not negative, with commas.
func Thousands(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// List joins words as a sentence does: "a, b and c".
func List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// Sentence ends a text with a full stop, where it does not end like a sentence already.
func Sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}

// Severities is a number of findings by severity, "12 errors, 1 warning"; empty for none.
func Severities(errors, warnings, notes int) string {
	var parts []string
	for _, p := range []struct {
		n    int
		noun string
	}{{errors, "error"}, {warnings, "warning"}, {notes, "note"}} {
		if p.n > 0 {
			parts = append(parts, Count(p.n, p.noun))
		}
	}
	return strings.Join(parts, ", ")
}

// Wrap breaks the paragraphs of a text into lines of at most width characters; a longer word has a line of its own.
func Wrap(text string, width int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		if lines != nil {
			lines = append(lines, "")
		}
		line := ""
		for word := range strings.FieldsSeq(paragraph) {
			switch {
			case line == "":
				line = word
			case len([]rune(line))+1+len([]rune(word)) <= width:
				line += " " + word
			default:
				lines, line = append(lines, line), word
			}
		}
		lines = append(lines, line)
	}
	return lines
}
