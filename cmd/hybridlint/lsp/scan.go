package lsp

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// What is typed can hardly ever be parsed. So the structure of a document is read from its tokens,
// which every text has, and in one loop, whatever brackets it opens.

// mostNested is how deep blocks are looked at.
const mostNested = 16

// block is a block of a document. Places are bytes.
type block struct {
	kind   string
	labels []string
	// start is where it begins, header where its labels end, and end where it ends, perhaps with the
	// text.
	start, kindEnd, header, end int
	blocks                      []*block
	attributes                  []string
}

// name is how a block is called: grant "full_access".
func (b *block) name() string {
	parts := []string{b.kind}
	for _, l := range b.labels {
		parts = append(parts, `"`+l+`"`)
	}
	return strings.Join(parts, " ")
}

// tokenKind is what a position lies in.
type tokenKind int

const (
	word    tokenKind = iota // an identifier, or where one may begin
	literal                  // the text between two quotes
	comment
)

// spot is what is at a position of a document.
type spot struct {
	// within are the blocks around it, from outside.
	within []*block
	// attribute is the one whose value it lies in; empty outside of values.
	attribute string
	// header is that of the block or attribute that begins here.
	header *block
	kind   tokenKind
	// start and end are those of the word, literal or comment; text is what it says.
	start, end int
	text       string
}

// scanner reads the structure of a text.
type scanner struct {
	content string
	offset  int
	roots   []*block
	frames  []frame
	spot    spot
	found   bool
}

// frame is an open bracket or block.
type frame struct {
	block *block // nil for a bracket
	// item is what has begun, up to { or =, and attribute its name behind =.
	item      *block
	attribute string
}

// scan reads the blocks of a text, and what is at a byte of it.
func scan(content string, offset int) ([]*block, spot) {
	s := &scanner{content: content, offset: offset, frames: []frame{{}}}
	tokens, _ := hclsyntax.LexConfig([]byte(content), "", hcl.InitialPos)
	for i := 0; i < len(tokens); i++ {
		s.token(tokens, &i)
	}
	for _, f := range s.frames {
		if f.block != nil {
			f.block.end = len(content)
		}
	}
	if !s.found {
		s.meet(word, offset, offset, "")
	}
	return s.roots, s.spot
}

func (s *scanner) top() *frame { return &s.frames[len(s.frames)-1] }

// inBody tells that the innermost bracket is that of a block, or none.
func (s *scanner) inBody() bool { return s.top().block != nil || len(s.frames) == 1 }

func (s *scanner) token(tokens hclsyntax.Tokens, i *int) {
	t := tokens[*i]
	start, end := t.Range.Start.Byte, t.Range.End.Byte
	names := t.Type == hclsyntax.TokenIdent || t.Type == hclsyntax.TokenComment
	if start > s.offset || start == s.offset && !names {
		s.meet(word, s.offset, s.offset, "")
	}
	switch t.Type {
	case hclsyntax.TokenIdent:
		s.meet(word, start, end, string(t.Bytes))
		if s.inBody() && s.top().item == nil {
			s.top().item = &block{kind: string(t.Bytes), start: start, kindEnd: end, header: end}
		}
	case hclsyntax.TokenOQuote:
		s.quoted(tokens, i)
	case hclsyntax.TokenEqual:
		if f := s.top(); s.inBody() && f.item != nil && f.attribute == "" {
			f.attribute = f.item.kind
			if f.block != nil {
				f.block.attributes = append(f.block.attributes, f.attribute)
			}
		}
	case hclsyntax.TokenComment:
		text := strings.TrimRight(string(t.Bytes), "\r\n")
		s.meet(comment, start, start+len(text), text)
		if text != string(t.Bytes) {
			s.endLine()
		}
	case hclsyntax.TokenNewline:
		s.endLine()
	case hclsyntax.TokenOBrace:
		s.open()
	case hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl, hclsyntax.TokenOHeredoc:
		s.frames = append(s.frames, frame{})
	case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd, hclsyntax.TokenCHeredoc:
		s.shut(end)
	}
}

// quoted takes a text in quotes at once, where it is no template.
func (s *scanner) quoted(tokens hclsyntax.Tokens, i *int) {
	start := tokens[*i].Range.End.Byte
	j := *i + 1
	for j < len(tokens) && tokens[j].Type == hclsyntax.TokenQuotedLit {
		j++
	}
	switch tokens[j].Type { // the last token is the end of the text
	case hclsyntax.TokenCQuote, hclsyntax.TokenQuotedNewline, hclsyntax.TokenEOF:
	default:
		return // a template: its parts are no names
	}
	end := tokens[j].Range.Start.Byte
	text := s.content[start:end]
	if line, _, ends := strings.Cut(text, "\n"); ends {
		text, end = line, start+len(line)
	}
	s.meet(literal, start, end, text)
	if f := s.top(); s.inBody() && f.item != nil && f.attribute == "" {
		f.item.labels = append(f.item.labels, text)
		f.item.header = tokens[j].Range.End.Byte
	}
	if tokens[j].Type == hclsyntax.TokenCQuote {
		*i = j
	} else {
		*i = j - 1
	}
}

func (s *scanner) endLine() {
	if s.inBody() {
		s.top().item, s.top().attribute = nil, ""
	}
}

// open opens a block, or what has braces and is none.
func (s *scanner) open() {
	f := s.top()
	if !s.inBody() || f.item == nil || f.attribute != "" || len(s.frames) > mostNested {
		s.frames = append(s.frames, frame{})
		return
	}
	b := f.item
	if f.block == nil {
		s.roots = append(s.roots, b)
	} else {
		f.block.blocks = append(f.block.blocks, b)
	}
	f.item = nil
	s.frames = append(s.frames, frame{block: b})
}

func (s *scanner) shut(end int) {
	if len(s.frames) == 1 {
		return
	}
	if b := s.top().block; b != nil {
		b.end = end
	}
	s.frames = s.frames[:len(s.frames)-1]
}

// meet notes what is at the position, where that is in or at the end of what was read.
func (s *scanner) meet(kind tokenKind, start, end int, text string) {
	if s.found || s.offset < start || s.offset > end {
		return
	}
	s.found = true
	s.spot = spot{kind: kind, start: start, end: end, text: text}
	for _, f := range s.frames {
		if f.block != nil {
			s.spot.within = append(s.spot.within, f.block)
		}
	}
	for _, f := range slices.Backward(s.frames) {
		if f.attribute != "" {
			s.spot.attribute = f.attribute
			return
		}
	}
	s.spot.header = s.top().item
}
