package loader

import (
	"bytes"
	"fmt"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader/limits"
	"hybridlint/loader/syntax"
)

// hclsyntax calls itself for everything that is nested, and a full stack ends the process; it needs a hundred times the memory of
// what it reads, and for some things time by their square. So whatever it is to read is surveyed before, byte by byte and in no
// more memory than what is open at a time. The survey knows of HCL what its lexer knows. Where a text is such that the two might
// disagree it is called unclear, and hclsyntax gets it only if it is short, after a look at the tokens themselves.

const (
	// mostUnclear is how large a text may be that hclsyntax gets although the survey is not certain of it.
	mostUnclear = 2 * syntax.ChunkSize
	// mostEndless is how many comments without an end hclsyntax may look at: it looks for the end of each up to the end of the text.
	mostEndless = 4
)

// survey looks for the first thing in a chunk that is too much.
func (r *reader) survey(c syntax.Chunk) *syntax.Excess {
	if found := r.section.HiddenExcess(c); found != nil {
		return found
	}
	return r.surveySyntax(c)
}

// surveySyntax looks for what would be too much for hclsyntax.
func (r *reader) surveySyntax(c syntax.Chunk) *syntax.Excess {
	s := syntax.Surveyor{Source: r.section.Text[:c.End], At: int(c.Start), Limits: &r.limits}
	found := s.Run()
	if found == nil || !found.Unclear || c.End-c.Start > mostUnclear || len(endless(s.Source[c.Start:])) > mostEndless {
		return found
	}
	return excessOf(&r.limits, r.lex(c))
}

// endless are the places where a comment may begin that does not end.
func endless(text []byte) []int {
	var places []int
	from := bytes.LastIndex(text, []byte("*/")) + 1
	for len(places) <= mostEndless {
		i := bytes.Index(text[from:], []byte("/*"))
		if i < 0 {
			break
		}
		from += i
		places = append(places, from)
		from += len("/*")
	}
	return places
}

// excessOf is the first of some tokens that is nested too deep, or in an expression that is too long. What closes nothing hides
// nothing.
func excessOf(l *limits.Limits, tokens hclsyntax.Tokens) *syntax.Excess {
	levels := []level{{closer: hclsyntax.TokenCBrace}}
	chain := 0
	for i := range tokens {
		t := &tokens[i]
		top := &levels[len(levels)-1]
		chain += top.count(t)
		start, end := syntax.BytesOf(t.Range)
		if chain > l.ExpressionWords {
			return &syntax.Excess{Summary: "Expression too long", Setting: limits.ExpressionWordsSetting, Start: start, End: end,
				Detail: fmt.Sprintf("Here one expression, with what it stands in, has more than %d words and signs. Make it simpler.", l.ExpressionWords)}
		}
		if closer, opens := closers[t.Type]; opens {
			if len(levels) > l.Nesting {
				return &syntax.Excess{Summary: "Nested too deep", Setting: limits.NestingSetting, Start: start, End: end,
					Detail: fmt.Sprintf("Here the text is nested more than %d levels deep. Make it simpler.", l.Nesting)}
			}
			levels = append(levels, level{closer: closer})
		} else if t.Type == top.closer && len(levels) > 1 {
			chain -= top.words
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

// count gives how many words more there are with a token.
func (l *level) count(t *hclsyntax.Token) int {
	n := 1
	switch {
	case t.Type == hclsyntax.TokenComma, l.closer == hclsyntax.TokenCBrace && endsLine(t):
		n = -l.words
	case t.Type == hclsyntax.TokenNewline, t.Type == hclsyntax.TokenComment, t.Type == hclsyntax.TokenEOF:
		n = 0
	case t.Type == hclsyntax.TokenTemplateControl:
		n = syntax.ControlWeight
	}
	l.words += n
	return n
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
