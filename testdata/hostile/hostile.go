// Package hostile makes what a stranger may hand in to take the time or the memory of whoever checks it: files that are nested,
// endless, broken, or small and asking for much. Everything is made as large as is wanted, and the same every time.
package hostile

import (
	"fmt"
	"slices"
	"strings"
)

// Input is something to check.
type Input struct {
	// Name says what it is, in a few words: the kind of file first.
	Name string
	// Files makes the files by their names, of about so many bytes together.
	Files func(size int) map[string]string
	// Arguments are those of the program.
	Arguments []string
	// Statuses are the exit statuses that are right; more than one where the size decides.
	Statuses []int
	// Setting is the limit that the first problem names, if it is about one.
	Setting string
	// Small is the size that shows the same in a fraction of the time; 0 where every size does.
	Small int
	// TooLarge says that its size alone is why it is refused, so that one such input stands for all.
	TooLarge bool
}

// The exit statuses of the program.
const (
	clean      = 0
	findings   = 1
	usage      = 2
	incomplete = 3
)

// Inputs are all of them.
func Inputs() []Input {
	return slices.Concat(nested(), long(), unclosed(), bytes(), repeated(), expressions(), mistakes(), organizations(), exports(), settings(), policies(), folders())
}

// text makes a text of about so many bytes.
type text func(size int) string

// in puts a text between two others.
func (t text) in(before, after string) text {
	return func(size int) string { return before + t(size) + after }
}

// asValue makes the text the value of an attribute.
func (t text) asValue() text { return t.in("user_mailbox \"x\" {\n  home = ", "\n}\n") }

// of repeats a unit.
func of(unit string) text {
	return func(size int) string { return strings.Repeat(unit, size/len(unit)) }
}

// around opens something many times, and closes it as often.
func around(open, middle, closing string) text {
	return func(size int) string {
		n := size / (len(open) + len(closing))
		return strings.Repeat(open, n) + middle + strings.Repeat(closing, n)
	}
}

// counted repeats a format, each time with another number.
func counted(format string) text {
	return func(size int) string {
		var b strings.Builder
		b.Grow(size + 2*len(format))
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
}

// file makes a single file of a text.
func (t text) file(name string) func(size int) map[string]string {
	return func(size int) map[string]string { return map[string]string{name: t(size)} }
}

// configuration is an input of one HCL file that is no valid configuration; setting is the limit that it meets, if it does.
func configuration(name string, t text, setting string) Input {
	i := Input{Name: "hcl: " + name, Files: t.file("a.hcl"), Arguments: check, Statuses: []int{incomplete}, Setting: setting}
	switch setting {
	case "elements", "block_words", "text_kb":
		i.Small = 5 << 20
	}
	return i
}

// harmless says that nothing is wrong with the input.
func (i Input) harmless() Input {
	i.Statuses = []int{clean, findings}
	return i
}

var check = []string{"check", "."}
