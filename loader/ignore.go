package loader

import (
	"bytes"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader/model"
	"hybridlint/loader/syntax"
)

// mostIgnored is how many rules one comment may name.
const mostIgnored = 1000

// ignoreComment is a comment with the marker.
type ignoreComment struct {
	start, end uint32
	line       int
	// alone says that nothing else stands on the line.
	alone bool
}

// readIgnores finds the comments that waive rules and the blocks that they belong to.
func (r *reader) readIgnores(c syntax.Chunk, blocks []syntax.Block) {
	if !bytes.Contains(r.section.Text[c.Start:c.End], []byte(syntax.IgnoreMarker)) {
		return
	}
	headers := map[int]*syntax.Block{}
	r.addHeaderLines(headers, blocks)
	comments := r.ignoreComments(r.lex(c))
	// From the last to the first, so that a comment above another one finds the block that this one has found.
	above := map[int]*syntax.Block{}
	for _, c := range slices.Backward(comments) {
		below, isComment := above[c.line+1]
		if !isComment {
			below = headers[c.line+1]
		}
		if c.alone {
			above[c.line] = below
		}
	}
	for _, c := range comments {
		block := headers[c.line]
		if block == nil {
			block = above[c.line]
		}
		r.readIgnore(c, block)
	}
}

// addHeaderLines adds the block that begins on a line; of several on one line the outermost.
func (r *reader) addHeaderLines(headers map[int]*syntax.Block, blocks []syntax.Block) {
	for i := range blocks {
		b := &blocks[i]
		line := r.position(b.Start).Line
		if headers[line] == nil {
			headers[line] = b
		}
		r.addHeaderLines(headers, b.Blocks)
	}
}

func (r *reader) ignoreComments(tokens hclsyntax.Tokens) []ignoreComment {
	var comments []ignoreComment
	for _, t := range tokens {
		if t.Type != hclsyntax.TokenComment {
			continue
		}
		opening, body := splitComment(string(t.Bytes))
		if !strings.HasPrefix(strings.TrimSpace(body), syntax.IgnoreMarker) {
			continue
		}
		start, _ := syntax.BytesOf(t.Range)
		end := start + uint32(len(strings.TrimRight(string(t.Bytes), "\r\n")))
		if opening == "/*" {
			r.problem("Wrong comment", start, end, "A comment that waives rules is written with # or //.")
			continue
		}
		line := r.position(start).Line
		before := r.section.Text[r.section.Lines[line-r.section.Line]:start]
		comments = append(comments, ignoreComment{start: start, end: end, line: line, alone: len(bytes.TrimSpace(before)) == 0})
	}
	return comments
}

func splitComment(comment string) (opening, body string) {
	for _, opening := range []string{"#", "//", "/*"} {
		if body, ok := strings.CutPrefix(comment, opening); ok {
			return opening, body
		}
	}
	return "", comment
}

// readIgnore reads `hybridlint:ignore HYB301, HYB302 -- reason`.
func (r *reader) readIgnore(c ignoreComment, block *syntax.Block) {
	source := string(r.section.Text[c.start:c.end])
	from := strings.Index(source, syntax.IgnoreMarker) + len(syntax.IgnoreMarker)
	rules, reason, explained := strings.Cut(source[from:], "--")
	reason = strings.TrimSpace(reason)
	names := ruleNames(rules)
	const form = "write # hybridlint:ignore HYB301 -- reason."
	switch {
	case block == nil:
		r.problem("Comment without a block", c.start, c.end,
			"This comment waives a rule for a block: put it on the block's first line, or on the line above it.")
	case len(names) == 0 || rules[0] != ' ' && rules[0] != '\t':
		r.problem("Comment without a rule", c.start, c.end, "The comment must say which rule it waives: %s", form)
	case len(names) > mostIgnored:
		r.problem("Too many rules", c.start, c.end, "This comment waives %d rules, and %d are the most. Write exceptions instead.", len(names), mostIgnored)
	case !explained || !isVisible(reason):
		r.problem("Comment without a reason", c.start, c.end, "The comment must say why the rule is waived: %s", form)
	default:
		for _, n := range names {
			start := c.start + uint32(from+n.at)
			r.ignores = append(r.ignores, &model.Ignore{
				Rule: n.name, Rationale: reason, Location: r.section.Location(start, start+uint32(len(n.name))),
				Within: r.section.Location(block.Start, block.End),
			})
		}
	}
}

type ruleName struct {
	name string
	at   int
}

// ruleNames are the words of a list with commas or blanks between them.
func ruleNames(rules string) []ruleName {
	var names []ruleName
	at := 0
	for word := range strings.FieldsFuncSeq(rules, isSeparator) {
		at += strings.Index(rules[at:], word)
		names = append(names, ruleName{name: word, at: at})
		at += len(word)
	}
	return names
}

func isSeparator(c rune) bool { return c == ',' || c == ' ' || c == '\t' }
