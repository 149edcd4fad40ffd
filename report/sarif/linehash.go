package sarif

import (
	"iter"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// GitHub recognises an alert by primaryLocationLineHash, a rolling hash over the text that begins with its line. Its
// upload action computes the same value and warns where a file's differs, so this follows the action's
// src/fingerprints.ts to the letter: UTF-16 code units, spaces and tabs left out, every line end one "\n".
const (
	hashWindow = 100
	hashFactor = 37
	hashEnd    = 65535 // taken once behind the last character
	// hashRoom is how many code units are gathered before they are hashed.
	hashRoom = 1 << 14
)

// lineHasher slides over a text.
type lineHasher struct {
	// units are the code units that are gathered, behind the last hashWindow of those that are hashed; count is how many in all.
	units [hashWindow + hashRoom + utf8.UTFMax]uint16
	count int
	// starts are the places in units where a line begins whose hash is not known yet: it is that of hashWindow units.
	starts []int
	// begins tells that the next unit is the first of a line, afterCR that the last byte was a carriage return.
	begins, afterCR bool

	raw    uint64
	drop   uint64 // hashFactor to the power of hashWindow
	hashes hashList
}

// hashList are the hashes of the lines of a file, of which there may be millions: it grows without a copy.
type hashList struct {
	pieces [][]uint64
	count  int
}

const hashPiece = 1 << 14

func (l *hashList) add(hash uint64) {
	piece := l.count / hashPiece
	if piece == len(l.pieces) {
		l.pieces = append(l.pieces, make([]uint64, hashPiece))
	}
	l.pieces[piece][l.count%hashPiece] = hash
	l.count++
}

func (l *hashList) at(i int) uint64 { return l.pieces[i/hashPiece][i%hashPiece] }

func newLineHasher() *lineHasher {
	h := &lineHasher{drop: 1}
	for range hashWindow {
		h.drop *= hashFactor
	}
	return h
}

// lines gives the hash of each line of a text that comes in pieces, the empty one behind a final line end included, until the
// lines of another text are asked for. A piece ends where a character does.
func (h *lineHasher) lines(pieces iter.Seq[[]byte]) *hashList {
	clear(h.units[:hashWindow])
	h.count, h.starts, h.hashes.count, h.raw = hashWindow, h.starts[:0], 0, 0
	h.begins, h.afterCR = true, false
	for piece := range pieces {
		for len(piece) > 0 {
			piece = piece[h.gather(piece):]
			h.roll()
		}
	}
	h.take(hashEnd)
	h.roll()
	clear(h.units[h.count : h.count+hashWindow])
	h.count += hashWindow
	h.roll()
	return &h.hashes
}

// gather takes characters until there is no room for more, and tells how many bytes they had. No character has more units than
// bytes.
func (h *lineHasher) gather(text []byte) int {
	i := 0
	for i < len(text) && i < hashRoom {
		c := text[i]
		switch {
		case c > ' ' && c < utf8.RuneSelf:
			i += h.word(text[i:min(len(text), hashRoom)])
		case c < utf8.RuneSelf:
			h.blank(c)
			i++
		default:
			r, size := utf8.DecodeRune(text[i:])
			i += size
			h.afterCR = false
			if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
				h.take(uint16(high))
				r = low
			}
			h.take(uint16(r))
		}
	}
	return i
}

// word takes what has nothing special in it, which is most of a text, and tells how many bytes that were.
func (h *lineHasher) word(text []byte) int {
	h.take(uint16(text[0]))
	h.afterCR = false
	units := h.units[h.count:]
	n := 1
	for n < len(text) && text[n] > ' ' && text[n] < utf8.RuneSelf {
		units[n-1] = uint16(text[n])
		n++
	}
	h.count += n - 1
	return n
}

// blank takes a blank, a line end or a control character.
func (h *lineHasher) blank(c byte) {
	afterCR := h.afterCR
	h.afterCR = c == '\r'
	switch {
	case c == ' ' || c == '\t' || afterCR && c == '\n':
	case c == '\n' || c == '\r':
		h.take('\n')
		h.begins = true
	default:
		h.take(uint16(c))
	}
}

func (h *lineHasher) take(unit uint16) {
	if h.begins {
		h.starts = append(h.starts, h.count)
		h.begins = false
	}
	h.units[h.count] = unit
	h.count++
}

// roll hashes what was gathered.
func (h *lineHasher) roll() {
	at, known := hashWindow, 0
	for _, start := range h.starts {
		if start+hashWindow > h.count {
			break
		}
		h.hash(at, start+hashWindow)
		at = start + hashWindow
		h.hashes.add(h.raw)
		known++
	}
	h.hash(at, h.count)
	gone := h.count - hashWindow
	h.count = copy(h.units[:], h.units[gone:h.count])
	h.starts = h.starts[:copy(h.starts, h.starts[known:])]
	for i := range h.starts {
		h.starts[i] -= gone
	}
}

// hash slides over some units.
func (h *lineHasher) hash(from, to int) {
	raw, drop := h.raw, h.drop
	in := h.units[from:to]
	out := h.units[from-hashWindow : to-hashWindow]
	for len(in) >= 2 && len(out) >= 2 { // two at a time: each multiplication waits for the one before
		first, second := uint64(in[0])-drop*uint64(out[0]), uint64(in[1])-drop*uint64(out[1])
		raw = hashFactor*hashFactor*raw + hashFactor*first + second
		in, out = in[2:], out[2:]
	}
	if len(in) > 0 {
		raw = hashFactor*raw + uint64(in[0]) - drop*uint64(out[0])
	}
	h.raw = raw
}

// numberHashes puts the hashes of some lines, counted from 1, in the form in which SARIF carries them: with how often the value had
// occurred in the file by then.
func numberHashes(hashes *hashList, lines map[int]string) {
	const bits = 1 << 16
	var wanted [bits / 64]uint64 // tells most other hashes apart without a look at the map
	counts := make(map[uint64]int, len(lines))
	for line := range lines {
		if line > 0 && line <= hashes.count {
			hash := hashes.at(line - 1)
			counts[hash] = 0
			wanted[hash%bits/64] |= 1 << (hash % 64)
		}
	}
	for i := range hashes.count {
		hash := hashes.at(i)
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
