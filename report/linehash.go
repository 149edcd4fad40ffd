package report

import (
	"iter"
	"strconv"
	"unicode/utf8"
)

// GitHub recognises an alert by primaryLocationLineHash, a rolling hash over the text that begins with its line. Its
// upload action computes the same value and warns where a file's differs, so this follows the action's
// src/fingerprints.ts to the letter: UTF-16 code units, spaces and tabs left out, every line end one "\n".
const (
	hashWindow = 100
	hashFactor = 37
	hashEnd    = 65535 // fed once behind the last character
	// beginsLine marks a code unit that is the first of its line: the hash of the line is due when the window has passed.
	beginsLine = 1 << 31
)

// lineHasher slides over a text.
type lineHasher struct {
	// window holds the last code units.
	window [hashWindow]uint32
	next   int
	raw    uint64
	drop   uint64 // hashFactor to the power of hashWindow
	// begins is beginsLine where the next unit is the first of a line.
	begins  uint32
	afterCR bool
	hashes  []uint64
}

// lineHashes gives the hash of each line of a text that comes in pieces, the empty one behind a final line end included. A
// piece ends where a character does. The hashes are put into room, which grows where it has to.
func lineHashes(pieces iter.Seq[[]byte], room []uint64) []uint64 {
	h := &lineHasher{drop: 1, begins: beginsLine, hashes: room[:0]}
	for range hashWindow {
		h.drop *= hashFactor
	}
	for piece := range pieces {
		h.write(piece)
	}
	h.feed(hashEnd)
	for range hashWindow {
		h.feed(0)
	}
	return h.hashes
}

func (h *lineHasher) write(text []byte) {
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c > '\r' && c < utf8.RuneSelf && c != ' ':
			h.afterCR = false
			h.feed(uint32(c))
			i++
		case c < utf8.RuneSelf:
			h.blank(c)
			i++
		default:
			r, size := utf8.DecodeRune(text[i:])
			i += size
			h.afterCR = false
			if r > 0xffff {
				r -= 0x10000
				h.feed(uint32(0xd800 + r>>10))
				r = 0xdc00 + r&0x3ff
			}
			h.feed(uint32(r))
		}
	}
}

// blank takes a blank, a line end or a control character.
func (h *lineHasher) blank(c byte) {
	afterCR := h.afterCR
	h.afterCR = c == '\r'
	switch {
	case c == ' ' || c == '\t' || afterCR && c == '\n':
	case c == '\n' || c == '\r':
		h.feed('\n')
		h.begins = beginsLine
	default:
		h.feed(uint32(c))
	}
}

// feed takes a code unit in, and takes the hash of the line that began a whole window ago, if one did.
func (h *lineHasher) feed(unit uint32) {
	old := h.window[h.next]
	if old&beginsLine != 0 {
		h.hashes = append(h.hashes, h.raw)
		old &^= beginsLine
	}
	h.raw = hashFactor*h.raw + uint64(unit) - h.drop*uint64(old)
	h.window[h.next] = unit | h.begins
	h.begins = 0
	if h.next++; h.next == hashWindow {
		h.next = 0
	}
}

// numberHashes puts the hashes of some lines, counted from 1, in the form in which SARIF carries them: with how often the value had
// occurred in the file by then.
func numberHashes(hashes []uint64, lines map[int]string) {
	const bits = 1 << 16
	var wanted [bits / 64]uint64 // tells most other hashes apart without a look at the map
	counts := make(map[uint64]int, len(lines))
	for line := range lines {
		if line > 0 && line <= len(hashes) {
			hash := hashes[line-1]
			counts[hash] = 0
			wanted[hash%bits/64] |= 1 << (hash % 64)
		}
	}
	for i, hash := range hashes {
		if wanted[hash%bits/64]&(1<<(hash%64)) == 0 {
			continue
		}
		count, ok := counts[hash]
		if !ok {
			continue
		}
		counts[hash] = count + 1
		if _, ok := lines[i+1]; ok {
			lines[i+1] = strconv.FormatUint(hash, 16) + ":" + strconv.Itoa(count+1)
		}
	}
}
