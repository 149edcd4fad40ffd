package snippet

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"hybridlint/report"
	"hybridlint/report/terminal"
	"hybridlint/report/visible"
)

// How much of a long line is shown: the marked stretch with some of what stands before it, so wide in all.
const (
	Lead     = 40
	Width    = 100
	TabWidth = 4
	// longestLine is how long a line may be, in bytes, to be looked through for the place to show.
	LongestLine = 16 << 10
)

// cell is what a reader takes for one character.
type cell struct {
	text  string
	width int // columns of a terminal
	runes int // code points
}

// snippet is a line of a file as it is shown, with the marks to print below it.
type snippet struct {
	text, marks string
}

// mark shows line with the stretch from code point start to code point end marked, both counted from 0. Where end is not
// behind start the place itself is marked.
func mark(line string, start, end int) snippet {
	first := 0
	if start > Width-Lead {
		first = start - Lead
	}
	rest := SkipRunes(line, first)
	var text, marks strings.Builder
	if first > 0 {
		text.WriteString("…")
		marks.WriteString(" ")
	}
	at, width, marked := first, 0, false
	for rest != "" && width < Width && at < first+2*Width {
		var c cell
		c, rest = nextCell(rest)
		text.WriteString(c.text)
		inside := at < end && at+c.runes > start || at <= start && start < at+c.runes
		marks.WriteString(strings.Repeat(markOf(inside), c.width))
		marked = marked || inside && c.width > 0
		at, width = at+c.runes, width+c.width
	}
	if rest != "" {
		text.WriteString("…")
	}
	if !marked {
		marks.WriteString("^")
	}
	return snippet{text.String(), strings.TrimRight(marks.String(), " ")}
}

func markOf(inside bool) string {
	if inside {
		return "^"
	}
	return " "
}

// nextCell takes the first character off a line.
func nextCell(line string) (c cell, rest string) {
	cluster, rest, width, _ := uniseg.FirstGraphemeClusterInString(line, -1)
	shown := cluster
	if cluster == "\t" {
		shown, width = strings.Repeat(" ", TabWidth), TabWidth
	} else if visible.LoggingCommand(line) {
		shown, width = visible.Escape('#'), len(visible.Escape('#'))
	} else if v := visible.Text(cluster); v != cluster && cluster != ":" { // which stands behind the number of the line
		shown, width = v, uniseg.StringWidth(v)
	}
	return cell{text: shown, width: width, runes: utf8.RuneCountInString(cluster)}, rest
}

// SkipRunes is the text behind its first n code points.
func SkipRunes(text string, n int) string {
	for range n {
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
	return text
}

// At is the first line of a location with its marks, as the lines to print; none where the source is not known.
func At(sources report.Sources, at report.Location, s terminal.Style) []string {
	if sources == nil || at.IsZero() {
		return nil
	}
	line, ok := sources.Line(at.File, at.Start.Line)
	if !ok || len(line) > LongestLine {
		return nil
	}
	end := at.End.Column - 1
	if at.End.Line > at.Start.Line {
		end = utf8.RuneCountInString(line)
	}
	shown := mark(line, max(at.Start.Column-1, 0), end)
	number := fmt.Sprintf("%4d", at.Start.Line)
	return []string{
		s.Dim(number+" |") + " " + shown.text,
		s.Dim(strings.Repeat(" ", len(number))+" |") + " " + s.Mark(shown.marks),
	}
}
