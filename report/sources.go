package report

import (
	"iter"
)

// Stdin is how standard input is called among files.
const Stdin = "-"

// Sources gives the text of one line of a file that was read, without its line end; ok is false where there is none. A
// file that ends with a line end has an empty last line.
type Sources interface {
	Line(file string, line int) (text string, ok bool)
	// ByteOrderMark tells whether the file began with one. It is no part of any line.
	ByteOrderMark(file string) bool
}

// WholeSources are Sources that can do better than line by line.
type WholeSources interface {
	Sources
	// Text gives a file in pieces of whole lines with their ends, each of which is gone when the next one is asked for. Nil where
	// only its lines are known.
	Text(file string) iter.Seq[[]byte]
	// ASCII tells that a line has nothing but ASCII; false where nobody knows.
	ASCII(file string, line int) bool
}
