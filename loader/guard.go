package loader

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// The bounds of one file. hclsyntax recurses as deep as a text is nested, and a full stack ends the process; long chains
// of operators do the same later, when they are evaluated.
const (
	deepestNesting  = 250
	longestSequence = 1000
	// controlWeight makes `%{` count for four: hclsyntax reads unfinished ones in quadratic time.
	controlWeight = 4
)

var openers = []byte("{[(\"<!-*?")

// guard refuses a file that would be too much for hclsyntax, before it sees it. Most files hold too few openers to be
// nested too deep; the others are cut into tokens, which needs no recursion.
func (r *reader) guard() {
	if few(r.file.Source) {
		return
	}
	tokens, _ := hclsyntax.LexConfig(r.file.Source, r.file.Name, hcl.InitialPos)
	if t := excess(tokens); t != nil {
		start, end := bytesOf(t.Range)
		r.unreadable(start, end, "Nested too deep",
			"Brackets, blocks, templates or operators go deeper or longer than %d levels or %d words here. Nothing of this file was read; make it simpler.",
			deepestNesting, longestSequence)
		r.recovered = recovered{}
	}
}

// few tells whether the text is too short of openers and operators to be harmful.
func few(source []byte) bool {
	if len(source) < deepestNesting {
		return true
	}
	count := 0
	for _, opener := range openers {
		count += bytes.Count(source, []byte{opener})
	}
	return count < deepestNesting && len(source) < longestSequence
}

// excess is the first token that is nested too deep, or stands in a sequence that is too long; nil where there is none.
func excess(tokens hclsyntax.Tokens) *hclsyntax.Token {
	levels := make([]level, 1, deepestNesting+1)
	levels[0].closer = hclsyntax.TokenCBrace
	for i := range tokens {
		t := &tokens[i]
		top := &levels[len(levels)-1]
		top.count(t)
		if top.words > longestSequence {
			return t
		}
		if closer, opens := closers[t.Type]; opens {
			if len(levels) > deepestNesting {
				return t
			}
			levels = append(levels, level{closer: closer})
		} else if t.Type == top.closer && len(levels) > 1 {
			levels = levels[:len(levels)-1]
		}
	}
	return nil
}

// level counts the words since the last separator between one pair of brackets.
type level struct {
	words  int
	closer hclsyntax.TokenType
}

func (l *level) count(t *hclsyntax.Token) {
	switch {
	case t.Type == hclsyntax.TokenComma, l.closer == hclsyntax.TokenCBrace && endsLine(t):
		l.words = 0
	case t.Type == hclsyntax.TokenNewline, t.Type == hclsyntax.TokenComment:
	case t.Type == hclsyntax.TokenTemplateControl:
		l.words += controlWeight
	default:
		l.words++
	}
}

// endsLine: a comment to the end of a line holds the line's end.
func endsLine(t *hclsyntax.Token) bool {
	return t.Type == hclsyntax.TokenNewline || t.Type == hclsyntax.TokenComment && bytes.HasSuffix(t.Bytes, []byte("\n"))
}

// closers gives what closes each opening token. Only that closes it: a wrong bracket must not hide how deep the parser is.
var closers = map[hclsyntax.TokenType]hclsyntax.TokenType{
	hclsyntax.TokenOBrace:          hclsyntax.TokenCBrace,
	hclsyntax.TokenOBrack:          hclsyntax.TokenCBrack,
	hclsyntax.TokenOParen:          hclsyntax.TokenCParen,
	hclsyntax.TokenOQuote:          hclsyntax.TokenCQuote,
	hclsyntax.TokenOHeredoc:        hclsyntax.TokenCHeredoc,
	hclsyntax.TokenTemplateInterp:  hclsyntax.TokenTemplateSeqEnd,
	hclsyntax.TokenTemplateControl: hclsyntax.TokenTemplateSeqEnd,
}
