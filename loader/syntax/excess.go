package syntax

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"hybridlint/loader/limits"
)

const (
	// ControlWeight makes `%{` count for four: hclsyntax reads unfinished ones in quadratic time.
	ControlWeight = 4
	// longestWord is the most that a name or a number may have: hclsyntax reads long numbers in quadratic time.
	longestWord = 1000
)

// Excess is what is too much, or unclear, and where. A nil one is nothing.
type Excess struct {
	Summary, Detail string
	// Setting is the limit that allows more, if one does.
	Setting    string
	Start, End uint32
	// Unclear says that the text is not valid HCL, so that nothing that the survey says of what follows is certain.
	Unclear bool
}

// Surveyor reads brackets, texts, templates, heredocs and comments, and counts what is between them.
type Surveyor struct {
	Source []byte
	At     int
	Limits *limits.Limits
	// open are the brackets, texts and templates that are open; the first is the text itself.
	open []openBracket
	// chain counts the words since the last separator in everything that is open, and all those of the item.
	chain, all int
	// first is where the first word begins; -1 before it.
	first int
	found *Excess
}

// openBracket is one of { [ ( or " for a text, $ for a template and < for a heredoc; 0 is the top level.
type openBracket struct {
	kind byte
	// words are those since the last separator, and elements the separators that ended some.
	words, elements int
	// start is where its content begins.
	start  int
	marker []byte
}

// Run is the first thing that is too much; nil where nothing is.
func (s *Surveyor) Run() *Excess {
	s.open, s.first = make([]openBracket, 1, 16), -1
	for s.found == nil && s.At < len(s.Source) {
		switch s.top().kind {
		case '"':
			s.text()
		case '<':
			s.heredoc()
		default:
			s.code()
		}
	}
	if s.found == nil && len(s.open) > 1 {
		s.unclear("something is open that nothing closes")
	}
	return s.found
}

func (s *Surveyor) top() *openBracket { return &s.open[len(s.open)-1] }

// exceed notes what is too much at the place that has been reached.
func (s *Surveyor) exceed(setting, summary, detail string, args ...any) {
	if s.found == nil {
		s.found = &Excess{
			Summary: summary, Detail: fmt.Sprintf(detail, args...), Setting: setting,
			Start: uint32(s.At), End: uint32(min(s.At+1, len(s.Source))),
		}
	}
}

func (s *Surveyor) unclear(why string) {
	if s.found == nil {
		s.exceed(limits.Unsettable, "Syntax error", "This is no valid HCL, and the block is too large to be read nevertheless: %s. Correct it, or split the block to see more.", why)
		s.found.Unclear = true
	}
}

// count takes in what is no word to an expression, but costs hclsyntax memory.
func (s *Surveyor) count() {
	if s.all++; s.all > s.Limits.BlockWords {
		s.exceed(limits.BlockWordsSetting, "Block too large",
			"With this the block has more than %d words, signs and lines, comments above it among them. Split it.", s.Limits.BlockWords)
	}
}

func (s *Surveyor) words(n int) {
	if s.first < 0 {
		s.first = s.At
	}
	if s.At-s.first >= s.Limits.BlockBytes {
		s.exceed(limits.BlockBytesSetting, "Block too large", "Here the block is larger than %s. Split it.", limits.InMB(s.Limits.BlockBytes))
	}
	s.count()
	s.top().words += n
	if s.chain += n; s.chain > s.Limits.ExpressionWords {
		s.exceed(limits.ExpressionWordsSetting, "Expression too long",
			"Here one expression, with what it stands in, has more than %d words and signs. Make it simpler.", s.Limits.ExpressionWords)
	}
}

// separate ends an element.
func (s *Surveyor) separate() {
	top := s.top()
	s.chain -= top.words
	top.words = 0
	if top.kind == 0 {
		s.all, s.first = 0, -1 // an item has ended
		return
	}
	if top.elements++; top.elements > s.Limits.Elements {
		s.exceed(limits.ElementsSetting, "Too many elements", "With this one there are more than %d elements between one pair of brackets. Split the list or the block.", s.Limits.Elements)
	}
}

// push opens a bracket whose content begins behind so many bytes.
func (s *Surveyor) push(kind byte, length int) {
	s.words(1)
	if len(s.open) > s.Limits.Nesting {
		s.exceed(limits.NestingSetting, "Nested too deep", "Here the text is nested more than %d levels deep. Make it simpler.", s.Limits.Nesting)
	}
	s.At += length
	s.open = append(s.open, openBracket{kind: kind, start: s.At})
}

// pop closes the innermost bracket, which ends the last element and counts as a word of it.
func (s *Surveyor) pop() {
	last := s.top().words > 0
	s.words(1)
	if last {
		s.separate()
	}
	s.chain -= s.top().words
	s.open = s.open[:len(s.open)-1]
}

// holdsLines tells whether a line's end separates what is in the brackets.
func (b *openBracket) holdsLines() bool { return b.kind == 0 || b.kind == '{' }

// code reads one word outside of texts.
func (s *Surveyor) code() {
	switch c := s.Source[s.At]; {
	case c == ' ' || c == '\t':
		s.At++
	case c == '\r' && s.next() == '\n':
		s.At++
	case c == '\n':
		s.line()
	case c == '#' || c == '/' && (s.next() == '/' || s.next() == '*'):
		s.comment()
	case c == '"':
		s.push('"', 1)
	case c == '{' || c == '[' || c == '(':
		s.push(c, 1)
	case c == '}' || c == ']' || c == ')':
		s.close(c)
	case c == ',':
		s.count()
		if s.top().kind != 0 { // there it separates nothing
			s.separate()
		}
		s.At++
	case IdentifierByte[c] != NotInIdentifier:
		s.word(c)
	case c == '<' && s.next() == '<':
		s.beginHeredoc()
	default:
		s.sign(c)
	}
}

// next is the byte behind the one in hand; 0 where there is none.
func (s *Surveyor) next() byte {
	if s.At+1 < len(s.Source) {
		return s.Source[s.At+1]
	}
	return 0
}

func (s *Surveyor) line() {
	s.count()
	if top := s.top(); top.holdsLines() && top.words > 0 {
		s.separate()
	}
	s.At++
}

// comment moves to the end of a comment. The end of its line is not part of it here.
func (s *Surveyor) comment() {
	s.count()
	rest := s.Source[s.At:]
	if rest[0] == '/' && rest[1] == '*' {
		end := bytes.Index(rest[2:], []byte("*/"))
		if end < 0 {
			s.unclear("this comment has no end")
			return
		}
		s.At += end + len("/**/")
		return
	}
	end := bytes.IndexByte(rest, '\n')
	if end < 0 {
		end = len(rest)
	}
	s.At += end
}

func (s *Surveyor) close(closer byte) {
	kind := s.top().kind
	switch {
	case kind == '{' && closer == '}' || kind == '[' && closer == ']' || kind == '(' && closer == ')':
		s.pop()
	case kind == '$' && closer == '}':
		s.pop()
	default:
		s.unclear("this bracket does not fit the one that is open")
	}
	s.At++
}

// word reads a name or the digits of a number, of which the other parts count as words of their own.
func (s *Surveyor) word(first byte) {
	s.words(1)
	start := s.At
	switch {
	case first < utf8.RuneSelf && IdentifierByte[first] == inIdentifier: // a digit, or a minus sign
		s.At++
		for '0' <= first && first <= '9' && s.At < len(s.Source) && '0' <= s.Source[s.At] && s.Source[s.At] <= '9' {
			s.At++
		}
	default:
		for s.At < len(s.Source) && IdentifierByte[s.Source[s.At]] != NotInIdentifier {
			s.letter()
		}
	}
	if s.At-start > longestWord {
		s.At = start
		s.exceed(limits.Unsettable, "Word too long", "No name and no number has more than %d characters. Text stands in quotes.", longestWord)
	}
}

// letter moves behind a letter or a digit.
func (s *Surveyor) letter() {
	if s.Source[s.At] < utf8.RuneSelf {
		s.At++
		return
	}
	letter, length := utf8.DecodeRune(s.Source[s.At:])
	if !unicode.In(letter, unicode.L, unicode.M, unicode.N) {
		s.unclear("this character means nothing here")
	}
	s.At += length
}

// signs are those of two bytes that hclsyntax sees as one.
var signs = map[string]bool{"==": true, "!=": true, ">=": true, "<=": true, "&&": true, "||": true, "::": true, "=>": true}

func (s *Surveyor) sign(c byte) {
	s.words(1)
	pair := string([]byte{c, s.next()})
	switch {
	case pair == "~}" && s.top().kind != '$' || bytes.IndexByte([]byte("=!<>&|.:+*/%?~"), c) < 0:
		s.unclear("this character means nothing here")
	case signs[pair]:
		s.At++
	}
	s.At++
}

// text moves to the end of a text in quotes, or into a template in it.
func (s *Surveyor) text() {
	s.words(1)
	for s.found == nil && s.At < len(s.Source) {
		switch c := s.Source[s.At]; {
		case PlainInQuotes[c]:
			s.At++
		case c == '"':
			s.checkLength()
			s.pop()
			s.At++
			return
		case c == '\\':
			s.escape()
		case c == '$' || c == '%':
			if s.template(c) {
				return
			}
		case c == '\n' || c == '\r':
			s.unclear("this text has no end on its line")
		default:
			s.At++
		}
	}
	s.checkLength()
}

// checkLength looks at the length of the text or heredoc that is open.
func (s *Surveyor) checkLength() {
	if top := s.top(); s.At-top.start > s.Limits.TextBytes {
		s.At = top.start + s.Limits.TextBytes
		s.exceed(limits.TextBytesSetting, "Text too long", "Here the text is longer than %s. Shorten it.", limits.InMB(s.Limits.TextBytes))
	}
}

// escape moves behind a backslash and what it stands with.
func (s *Surveyor) escape() {
	length := 0
	switch s.next() {
	case 'n', 'r', 't', '"', '\\':
		length = 2
	case 'u':
		length = 2 + 4
	case 'U':
		length = 2 + 8
	}
	if length == 0 || s.At+length > len(s.Source) || !allHexadecimal(s.Source[s.At+2:s.At+length]) {
		s.unclear(`a backslash stands with one of n, r, t, ", \, or with u and four digits`)
		return
	}
	s.At += length
}

func allHexadecimal(digits []byte) bool {
	for _, d := range digits {
		if !unicode.Is(unicode.ASCII_Hex_Digit, rune(d)) {
			return false
		}
	}
	return true
}

// template moves behind ${ or %{, which may be doubled to stand for itself; true where a template begins.
func (s *Surveyor) template(sign byte) bool {
	rest := s.Source[s.At:]
	switch {
	case len(rest) > 2 && rest[1] == sign && rest[2] == '{':
		s.words(2) // itself, and the text behind it
		s.At += 3
	case s.next() == '{':
		s.words(1) // the text before it
		if sign == '%' {
			s.words(ControlWeight - 1)
		}
		s.push('$', 2)
		return true
	default:
		s.words(2)
		s.At++
	}
	return false
}

// beginHeredoc reads <<MARKER and <<-MARKER at the end of a line.
func (s *Surveyor) beginHeredoc() {
	rest := bytes.TrimPrefix(s.Source[s.At+2:], []byte("-"))
	length := 0
	for length < len(rest) && isMarkerByte(rest[length], length == 0) {
		length++
	}
	marker, after := rest[:length], bytes.TrimPrefix(rest[length:], []byte("\r"))
	if length == 0 || !isASCII(marker) || len(after) == 0 || after[0] != '\n' {
		s.unclear("a text of several lines begins with << and a word, and nothing else on the line")
		return
	}
	s.push('<', len(s.Source)-s.At-len(after)+1)
	s.top().marker = marker
	s.endHeredoc()
}

// heredoc moves through the lines of a heredoc, or into a template in it.
func (s *Surveyor) heredoc() {
	for s.found == nil && s.At < len(s.Source) {
		switch c := s.Source[s.At]; {
		case c == '\n':
			s.words(1)
			s.At++
			if s.endHeredoc() {
				return
			}
		case c == '$' || c == '%':
			if s.template(c) {
				return
			}
		case c == '\r' && s.next() != '\n':
			s.unclear("this carriage return ends no line")
		default:
			s.At++
		}
	}
}

// endHeredoc ends a heredoc where the line that begins here holds its marker only. The line's end stays.
func (s *Surveyor) endHeredoc() bool {
	end := bytes.IndexByte(s.Source[s.At:], '\n')
	if end < 0 || !bytes.Equal(bytes.TrimSpace(s.Source[s.At:s.At+end]), s.top().marker) {
		return false
	}
	s.checkLength()
	s.At += end
	s.pop()
	return true
}

// What a byte is to an identifier.
const (
	NotInIdentifier byte = iota
	inIdentifier
	BeginsIdentifier
)

// IdentifierByte knows the ASCII letters; every other letter is in an identifier that is not plain.
var IdentifierByte = func() (table [256]byte) {
	for c := range table {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_':
			table[c] = BeginsIdentifier
		case '0' <= c && c <= '9', c == '-', c >= utf8.RuneSelf:
			table[c] = inIdentifier
		}
	}
	return table
}()

// PlainInQuotes are the bytes that stand for themselves in a text.
var PlainInQuotes = func() (table [256]bool) {
	for c := ' '; c < 256; c++ {
		table[c] = c != '"' && c != '\\' && c != '$' && c != '%' && c != 0x7f
	}
	return table
}()
