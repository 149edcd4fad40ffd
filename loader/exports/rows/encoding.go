package rows

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"math"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// Decode gives a text as UTF-8 without a byte order mark. When it was read, ansi tells whether it was in a code page of Windows.
func Decode(r io.Reader) (text io.Reader, ansi func() bool) {
	buffered := bufio.NewReaderSize(r, 64<<10)
	head, _ := buffered.Peek(4)
	e := EncodingOf(head)
	_, _ = buffered.Discard(e.Mark)
	d := e.Decoder()
	ansi = func() bool { return false }
	if w, ok := d.(*windowsOrUTF8); ok {
		ansi = func() bool { return w.windows }
	}
	return transform.NewReader(buffered, d), ansi
}

// Encoding is how a file writes its text. Windows PowerShell writes UTF-16 with > and Out-File, the code page of the system
// with -Encoding Default, and UTF-8 when asked; only some of them say so.
type Encoding struct {
	// mark is the length of the byte order mark.
	Mark int
	// wide is UTF-16 and wider UTF-32, bigEndian or not; everything else is UTF-8 or Windows-1252.
	wide, wider, bigEndian bool
}

// EncodingOf tells the encoding from the first four bytes.
func EncodingOf(head []byte) Encoding {
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		return Encoding{Mark: 3}
	case bytes.HasPrefix(head, []byte("\xFF\xFE\x00\x00")):
		return Encoding{Mark: 4, wider: true}
	case bytes.HasPrefix(head, []byte("\x00\x00\xFE\xFF")):
		return Encoding{Mark: 4, wider: true, bigEndian: true}
	case bytes.HasPrefix(head, []byte("\xFF\xFE")):
		return Encoding{Mark: 2, wide: true}
	case bytes.HasPrefix(head, []byte("\xFE\xFF")):
		return Encoding{Mark: 2, wide: true, bigEndian: true}
	case len(head) < 4:
		return Encoding{}
	case head[0] != 0 && head[1] == 0 && head[2] == 0 && head[3] == 0:
		return Encoding{wider: true}
	case head[0] == 0 && head[1] == 0 && head[2] == 0 && head[3] != 0:
		return Encoding{wider: true, bigEndian: true}
	case head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0:
		return Encoding{wide: true}
	case head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0:
		return Encoding{wide: true, bigEndian: true}
	default:
		return Encoding{}
	}
}

// Decoder makes UTF-8 of it.
func (e Encoding) Decoder() transform.Transformer {
	switch {
	case e.wider && e.bigEndian:
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM).NewDecoder()
	case e.wider:
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM).NewDecoder()
	case e.wide && e.bigEndian:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	case e.wide:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	default:
		return &windowsOrUTF8{}
	}
}

// windowsOrUTF8 copies UTF-8 and takes every byte that cannot be UTF-8 for Windows-1252. Text in Windows-1252 that happens
// to be valid UTF-8 does not occur in names, so a file need not be read twice to tell.
type windowsOrUTF8 struct {
	transform.NopResetter
	// windows says that there was such a byte.
	windows bool
}

// Transform implements transform.Transformer.
func (w *windowsOrUTF8) Transform(dst, src []byte, atEOF bool) (written, read int, err error) {
	if n := utf8Prefix(src[:min(len(src), len(dst))]); n > 0 {
		written, read = copy(dst, src[:n]), n
	}
	for read < len(src) {
		c, size := rune(src[read]), 1
		if c >= utf8.RuneSelf {
			if !atEOF && !utf8.FullRune(src[read:]) {
				return written, read, transform.ErrShortSrc
			}
			if c, size = utf8.DecodeRune(src[read:]); c == utf8.RuneError && size <= 1 {
				c, size, w.windows = charmap.Windows1252.DecodeByte(src[read]), 1, true
			}
		}
		if len(dst)-written < utf8.RuneLen(c) {
			return written, read, transform.ErrShortDst
		}
		written += utf8.EncodeRune(dst[written:], c)
		read += size
	}
	return written, read, nil
}

// utf8Prefix is how much of a text can be copied as it is, if most can; 0 where it has to be looked at.
func utf8Prefix(text []byte) int {
	n := len(text)
	for end := n; end > 0 && end > n-utf8.UTFMax; end-- {
		if utf8.RuneStart(text[end-1]) {
			if !utf8.FullRune(text[end-1:]) {
				n = end - 1
			}
			break
		}
	}
	if !utf8.Valid(text[:n]) {
		return 0
	}
	return n
}

// Pages are where every page of so many lines of a file begins.
func (e Encoding) Pages(file io.ReaderAt, lines int) ([]int64, error) {
	at := int64(e.Mark)
	pages, line := []int64{at}, 0
	r := bufio.NewReaderSize(io.NewSectionReader(file, at, math.MaxInt64-at), 64<<10)
	for {
		size, ends, err := e.toLineEnd(r)
		at += int64(size)
		if errors.Is(err, io.EOF) {
			return pages, nil
		}
		if err != nil {
			return nil, err
		}
		if ends {
			line++
		}
		if ends && line%lines == 0 {
			pages = append(pages, at)
		}
	}
}

// toLineEnd reads on to the next line end or for a while, and tells how many bytes that were.
func (e Encoding) toLineEnd(r *bufio.Reader) (size int, ends bool, err error) {
	if !e.wide && !e.wider {
		text, err := r.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			return len(text), false, nil
		}
		return len(text), err == nil, err
	}
	width := 2
	if e.wider {
		width = 4
	}
	unit := make([]byte, width)
	end := make([]byte, width)
	end[0] = '\n'
	if e.bigEndian {
		slices.Reverse(end)
	}
	for {
		n, err := io.ReadFull(r, unit)
		size += n
		if err != nil {
			return size, false, io.EOF
		}
		if bytes.Equal(unit, end) {
			return size, true, nil
		}
	}
}
