package loader

import (
	"bytes"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// The bounds of one block. hclsyntax recurses as deep as a text is nested, and a full stack ends the process; long chains
// of operators do the same later, when they are evaluated.
const (
	deepestNesting  = 250
	longestSequence = 1000
	// maxBlockSize keeps the memory for one block within reason: hclsyntax needs a hundred times the text.
	maxBlockSize = 16 << 20
	// controlWeight makes `%{` count for four: hclsyntax reads unfinished ones in quadratic time.
	controlWeight = 4
)

// excess is where a chunk is too much for hclsyntax; nil where it is not. Small chunks with few brackets need no second
// look; the others are cut into tokens, which needs no recursion.
func (r *reader) excess(c chunk) *hclsyntax.Token {
	source := r.section.text[c.start:c.end]
	if shallow(source) {
		return nil
	}
	return excess(r.lex(c))
}

// shallow tells whether a text is too short of brackets and signs to be nested too deep, wherever they stand.
func shallow(source []byte) bool {
	if len(source) > 2*chunkSize {
		return false
	}
	brackets, signs := 0, 0
	for _, c := range source {
		switch c {
		case '{', '[', '(':
			brackets++
		case '-', '!':
			signs++
		case ' ', '\t', '\r', '\n':
			continue
		default:
			signs = 0
			continue
		}
		if brackets > deepestNesting || signs > deepestNesting {
			return false
		}
	}
	return true
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
