package sources

import (
	"bytes"
	"strings"
)

// mostShown is how many bytes of files are held because their lines were asked for, unless one page is larger.
const mostShown = 2 << 20

// shownPages are the pages whose lines were asked for. They take turns in the same memory.
type shownPages struct {
	pages map[*Page]*shownPage
	size  int
	free  []*shownPage
}

// shownPage is the text of a page, and where its lines begin.
type shownPage struct {
	text   []byte
	starts []uint32
	// last is the line that was asked for last, and lastText its text: many places may be on one very long line.
	last     int
	lastText string
}

// room is a page to read a text into.
func (s *shownPages) room() *shownPage {
	if last := len(s.free) - 1; last >= 0 {
		p := s.free[last]
		s.free = s.free[:last]
		return p
	}
	return &shownPage{}
}

// keep takes in a page that was read, and lets all others go where it is too much.
func (s *shownPages) keep(of *Page, p *shownPage) {
	p.index()
	if s.size += len(p.text); s.size > mostShown {
		s.forget()
		s.size = len(p.text)
	}
	s.pages[of] = p
}

func (s *shownPages) forget() {
	for of, p := range s.pages {
		if cap(p.text) <= 2*PageSize {
			s.free = append(s.free, p)
		}
		delete(s.pages, of)
	}
}

// index finds the lines. What is behind the last line end is a line where it is not empty, or is all there is.
func (p *shownPage) index() {
	p.starts, p.lastText = append(p.starts[:0], 0), ""
	for at := 0; ; {
		end := bytes.IndexByte(p.text[at:], '\n')
		if at += end + 1; end < 0 || at == len(p.text) {
			return
		}
		p.starts = append(p.starts, uint32(at))
	}
}

// line gives a line, counted from 0, without its end; "" where it has no such line.
func (p *shownPage) line(number int) string {
	if number >= len(p.starts) {
		return ""
	}
	if number == p.last && p.lastText != "" {
		return p.lastText
	}
	line := p.text[p.starts[number]:]
	if number+1 < len(p.starts) {
		line = line[:p.starts[number+1]-p.starts[number]]
	}
	line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
	p.last, p.lastText = number, strings.ToValidUTF8(string(line), "\uFFFD")
	return p.lastText
}
