package lsp

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
)

// formatting writes a document as `terraform fmt` would. What cannot be read is left alone.
func (s *server) formatting(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		return nil, nil
	}
	if _, diagnostics := hclsyntax.LexConfig([]byte(d.content), "", hcl.InitialPos); diagnostics.HasErrors() {
		return nil, nil
	}
	now := formatted(d.content)
	if now == d.content {
		return []textEdit{}, nil
	}
	// Only what is different between the ends is replaced, so that the editor's places move little.
	first := 0
	was, is := strings.SplitAfter(d.content, "\n"), strings.SplitAfter(now, "\n")
	for len(was) > 1 && len(is) > 1 && was[0] == is[0] {
		first += len(was[0])
		was, is = was[1:], is[1:]
	}
	last := len(d.content)
	for len(was) > 1 && len(is) > 1 && was[len(was)-1] == is[len(is)-1] {
		last -= len(was[len(was)-1])
		was, is = was[:len(was)-1], is[:len(is)-1]
	}
	return []textEdit{{textRange{d.position(first, s.encoding), d.position(last, s.encoding)}, strings.Join(is, "")}}, nil
}

// symbols are the blocks of a document, those inside others below them.
func (s *server) symbols(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		return nil, nil
	}
	blocks, _ := scan(d.content, -1)
	return s.symbolsOf(d, blocks), nil
}

func (s *server) symbolsOf(d *document, blocks []*block) []documentSymbol {
	symbols := make([]documentSymbol, len(blocks))
	for i, b := range blocks {
		symbols[i] = documentSymbol{
			Name: b.name(), Kind: symbolObject, Children: s.symbolsOf(d, b.blocks),
			Range:          textRange{d.position(b.start, s.encoding), d.position(b.end, s.encoding)},
			SelectionRange: textRange{d.position(b.start, s.encoding), d.position(b.header, s.encoding)},
		}
	}
	return symbols
}

// folding are the blocks of more than two lines.
func (s *server) folding(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		return nil, nil
	}
	folds := []foldingRange{}
	var add func([]*block)
	add = func(blocks []*block) {
		for _, b := range blocks {
			start, end := d.position(b.start, s.encoding).Line, d.position(b.end, s.encoding).Line
			if end > start+1 {
				folds = append(folds, foldingRange{start, end - 1}) // the brace stays
			}
			add(b.blocks)
		}
	}
	blocks, _ := scan(d.content, -1)
	add(blocks)
	return folds, nil
}

func formatted(content string) string { return string(hclwrite.Format([]byte(content))) }
