package exports

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decode gives a text as UTF-8 without a byte order mark. Windows PowerShell writes UTF-16 with > and Out-File, the code
// page of the system with -Encoding Default, and UTF-8 when asked; only some of them say so.
func decode(r io.Reader) io.Reader {
	buffered := bufio.NewReaderSize(r, 64<<10)
	head, _ := buffered.Peek(4)
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		_, _ = buffered.Discard(3)
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), len(head) == 4 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0:
		return transform.NewReader(buffered, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case bytes.HasPrefix(head, []byte("\xFE\xFF")), len(head) == 4 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0:
		return transform.NewReader(buffered, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	}
	return transform.NewReader(buffered, windowsOrUTF8{})
}

// windowsOrUTF8 copies UTF-8 and takes every byte that cannot be UTF-8 for Windows-1252. Text in Windows-1252 that happens
// to be valid UTF-8 does not occur in names, so a file need not be read twice to tell.
type windowsOrUTF8 struct{ transform.NopResetter }

// Transform implements transform.Transformer.
func (windowsOrUTF8) Transform(dst, src []byte, atEOF bool) (written, read int, err error) {
	for read < len(src) {
		c, size := rune(src[read]), 1
		if c >= utf8.RuneSelf {
			if !atEOF && !utf8.FullRune(src[read:]) {
				return written, read, transform.ErrShortSrc
			}
			if c, size = utf8.DecodeRune(src[read:]); c == utf8.RuneError && size <= 1 {
				c, size = charmap.Windows1252.DecodeByte(src[read]), 1
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
