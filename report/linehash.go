package report

import (
	"fmt"
	"slices"
)

// GitHub recognises an alert by primaryLocationLineHash, a rolling hash over the text that begins with its line. Its
// upload action computes the same value and warns where a file's differs, so this follows the action's
// src/fingerprints.ts to the letter: UTF-16 code units, spaces and tabs left out, every line end one "\n".
const (
	hashWindow = 100
	hashFactor = 37
	hashEnd    = 65535 // fed once behind the last character
)

// lineHash is the hash of a line, and how often that value had occurred in the file by then, from 1.
type lineHash struct {
	value      uint64
	occurrence int
}

// String is the form in which SARIF carries it.
func (h lineHash) String() string { return fmt.Sprintf("%x:%d", h.value, h.occurrence) }

// lineHasher slides over a text.
type lineHasher struct {
	window [hashWindow]uint64
	// pending holds, per place of the window, whether a line began there: its hash is due when the window has passed.
	pending [hashWindow]bool
	next    int
	raw     uint64
	drop    uint64 // hashFactor to the power of hashWindow
	seen    map[uint64]int
	hashes  []lineHash
}

// lineHashes gives the hash of each line of a text, the empty one behind a final line end included.
func lineHashes(text string) []lineHash {
	h := &lineHasher{drop: 1, seen: map[uint64]int{}}
	for range hashWindow {
		h.drop *= hashFactor
	}
	lineStart, afterCR := true, false
	feed := func(unit uint64) {
		h.finish()
		h.pending[h.next] = lineStart
		lineStart = unit == '\n'
		h.push(unit)
	}
	for _, r := range text {
		skip := r == ' ' || r == '\t' || afterCR && r == '\n'
		afterCR = r == '\r'
		switch {
		case skip:
		case r == '\r':
			feed('\n')
		case r > 0xffff:
			r -= 0x10000
			feed(uint64(0xd800 + r>>10))
			feed(uint64(0xdc00 + r&0x3ff))
		default:
			feed(uint64(r))
		}
	}
	feed(hashEnd)
	for range hashWindow {
		h.finish()
		h.push(0)
	}
	return slices.Clip(h.hashes)
}

// finish takes the hash of the line that began a whole window ago, if one did.
func (h *lineHasher) finish() {
	if !h.pending[h.next] {
		return
	}
	h.pending[h.next] = false
	h.seen[h.raw]++
	h.hashes = append(h.hashes, lineHash{h.raw, h.seen[h.raw]})
}

func (h *lineHasher) push(unit uint64) {
	h.raw = hashFactor*h.raw + unit - h.drop*h.window[h.next]
	h.window[h.next] = unit
	h.next = (h.next + 1) % hashWindow
}
