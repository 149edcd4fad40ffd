package loader

import (
	"strings"
	"unsafe"
)

// arena keeps copies of short texts next to each other: hundreds of thousands of texts that stay are no more than some blocks to
// the collector. A block stays as long as any of its texts.
type arena struct {
	// block has room behind its length. What lies before is never written to again.
	block []byte
	bytes []byte
	lists []string
}

const (
	arenaBlock = 16 << 10
	// longestKept is the length from which a text is worth memory of its own.
	longestKept = 256
	listsBlock  = 512
	bytesBlock  = 64 << 10
)

// keep copies a text.
func (a *arena) keep(text string) string {
	switch {
	case text == "":
		return ""
	case len(text) > longestKept:
		return strings.Clone(text)
	case len(text) > cap(a.block)-len(a.block):
		a.block = make([]byte, 0, arenaBlock)
	}
	start := len(a.block)
	a.block = append(a.block, text...)
	return unsafe.String(&a.block[start], len(text))
}

// keepBytes copies what a small file has left. What stays for good is kept apart from what does not, or memory would be full of
// holes.
func (a *arena) keepBytes(b []byte) []byte {
	if len(b) > bytesBlock/4 {
		return append([]byte(nil), b...)
	}
	if len(b) > cap(a.bytes)-len(a.bytes) {
		a.bytes = make([]byte, 0, bytesBlock)
	}
	start := len(a.bytes)
	a.bytes = append(a.bytes, b...)
	return a.bytes[start:len(a.bytes):len(a.bytes)]
}

// list gives an empty list with room for some texts.
func (a *arena) list(size int) []string {
	if size == 0 || size > listsBlock/8 {
		return make([]string, 0, size)
	}
	if size > len(a.lists) {
		a.lists = make([]string, listsBlock)
	}
	list := a.lists[:0:size]
	a.lists = a.lists[size:]
	return list
}
