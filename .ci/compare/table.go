package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// table prints a line for everything that was measured, as soon as it is known. Nobody is told where there is nobody to read it.
type table struct{ w io.Writer }

func newTable(w io.Writer) *table { return &table{w: w} }

func (t *table) head(text string) {
	_, _ = fmt.Fprintf(t.w, "%s\n\n", text)
	t.line("what", "measured", "target", "")
}

// line leaves no blanks at its end.
func (t *table) line(what, measured, target, verdict string) {
	line := padded(what, 70) + " " + padded(measured, 40) + " " + padded(target, 16) + " " + verdict
	_, _ = fmt.Fprintln(t.w, strings.TrimRight(line, " "))
}

func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text)))
}

// goal is what a measurement should be; the zero goal is none.
type goal struct {
	text string
	met  bool
}

func (t *table) row(what, measured string, g goal) {
	verdict := ""
	switch {
	case g.text == "":
	case g.met:
		verdict = "met"
	default:
		verdict = "NOT met"
	}
	t.line(what, measured, g.text, verdict)
}

// ratio prints how a run compares to another in time of the processors and of the clock.
func (t *table) ratio(what string, r ratio, g goal) {
	t.row(what, fmt.Sprintf("CPU × %.2f, wall × %.2f", r.cpu, r.wall), g)
}

// atMost and atLeast are goals for both times.
func (r ratio) atMost(bound float64) goal {
	return goal{fmt.Sprintf("≤ %.4g", bound), r.cpu <= bound && r.wall <= bound}
}

// cpuAtMost is a goal for the time of the processors, whatever else the machine does meanwhile.
func (r ratio) cpuAtMost(bound float64) goal {
	return goal{fmt.Sprintf("CPU ≤ %.4g", bound), r.cpu <= bound}
}

func (r ratio) atLeast(bound float64) goal {
	return goal{fmt.Sprintf("≥ %.4g", bound), r.cpu >= bound && r.wall >= bound}
}

func (u usage) String() string {
	return fmt.Sprintf("CPU %s, wall %s, peak %s", seconds(u.cpu), seconds(u.wall), megabytes(u.peak))
}

func seconds(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}

const megabyte = 1_000_000

func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/megabyte) }

// grouped writes a number as people read it.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
