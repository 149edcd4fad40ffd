package reporttest

import (
	"fmt"
	"strings"

	"hybridlint/report"
)

// Texts are Sources for tests: the text of each file.
type Texts map[string]string

// Line implements report.Sources.
func (t Texts) Line(file string, line int) (string, bool) {
	lines := strings.Split(t[file], "\n")
	if _, ok := t[file]; !ok || line < 1 || line > len(lines) {
		return "", false
	}
	return strings.TrimSuffix(lines[line-1], "\r"), true
}

// ByteOrderMark implements report.Sources.
func (Texts) ByteOrderMark(string) bool { return false }

// At is the place of the first occurrence of words in a file.
func (t Texts) At(file, words string) report.Location {
	before, _, ok := strings.Cut(t[file], words)
	if !ok {
		panic(fmt.Sprintf("%q is not in %s", words, file))
	}
	position := func(text string) report.Position {
		last := text[strings.LastIndexByte(text, '\n')+1:]
		return report.Position{Line: strings.Count(text, "\n") + 1, Column: len([]rune(last)) + 1}
	}
	return report.Location{File: file, Start: position(before), End: position(before + words)}
}

// Lined is a file of n equal lines.
type Lined struct {
	text string
	n    int
}

// Line implements report.Sources.
func (l Lined) Line(_ string, line int) (string, bool) { return l.text, 1 <= line && line <= l.n }

// ByteOrderMark implements report.Sources.
func (Lined) ByteOrderMark(string) bool { return false }
