// Package sources is the files of a run: what was read of each, in pages of whole lines with a sum, so that a line that a report shows
// later is read again and is what it was, or is not shown. A Text is opened as often as it is needed; what cannot be read twice is held in
// memory.
package sources
