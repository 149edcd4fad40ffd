package exports

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// piece is a stretch of a file: text that people wrote, or an imported block with its mark.
type piece struct {
	text     string
	imported bool
	// line is the first one, from 1.
	line int
	// tight says that no empty line stood above it.
	tight bool
	// blocks are what is said of the blocks in it: of an imported piece one.
	blocks []writtenBlock
}

// writtenBlock is a block of an existing file, as far as it is read without parsing it.
type writtenBlock struct {
	kind, label string
	// texts are the attributes whose value is a text, a truth or a list of texts; of a list all of them.
	texts map[string][]string
	// objects are the labels of the blocks inside.
	objects []string
}

// cutPieces cuts a file into pieces, at the tokens of HCL: however it is indented and spaced, it is the same. An error tells what is no HCL.
func cutPieces(name, text string) ([]piece, error) {
	tokens, diagnostics := hclsyntax.LexConfig([]byte(text), name, hcl.InitialPos)
	for _, d := range diagnostics {
		if d.Severity == hcl.DiagError {
			return nil, fmt.Errorf("%s:%d: %s; mend the file first, then import again", name, d.Subject.Start.Line, strings.TrimSuffix(d.Detail, "."))
		}
	}
	c := &cutter{name: name, text: text, tokens: tokens}
	for c.at < len(tokens) && tokens[c.at].Type != hclsyntax.TokenEOF {
		if err := c.next(); err != nil {
			return nil, err
		}
	}
	c.flush(len(text))
	return c.pieces, nil
}

// cutter goes through the tokens of a file.
type cutter struct {
	name, text string
	tokens     hclsyntax.Tokens
	at         int
	pieces     []piece
	// own is where the text begins that belongs to no imported block yet, and ownBlocks are the blocks in it.
	own       int
	ownBlocks []writtenBlock
}

// next takes the comments and the block that begin at a token.
func (c *cutter) next() error {
	for c.at < len(c.tokens) && c.tokens[c.at].Type == hclsyntax.TokenNewline {
		c.at++
	}
	markAt := -1
	for c.at < len(c.tokens) && c.tokens[c.at].Type == hclsyntax.TokenComment {
		if isMark(c.tokens[c.at].Bytes) {
			markAt = c.at
		}
		c.at++
	}
	if c.at == len(c.tokens) || c.tokens[c.at].Type == hclsyntax.TokenEOF || c.tokens[c.at].Type == hclsyntax.TokenNewline {
		return nil // comments by themselves
	}
	block, err := c.block()
	if err != nil {
		return err
	}
	end := c.endOfLine()
	if markAt < 0 {
		c.ownBlocks = append(c.ownBlocks, block)
		return nil
	}
	start := c.tokens[markAt].Range.Start
	begin := start.Byte - (start.Column - 1) // with the blanks before it
	for begin > 0 && c.text[begin-1] != '\n' {
		begin--
	}
	c.flush(begin)
	text := strings.ReplaceAll(c.text[start.Byte:end], "\r\n", "\n")
	c.pieces = append(c.pieces, piece{text: strings.TrimRight(text, "\n"), imported: true, line: start.Line, tight: c.tight(begin), blocks: []writtenBlock{block}})
	c.own = end
	return nil
}

// endOfLine is where the line ends on which the tokens so far end.
func (c *cutter) endOfLine() int {
	for c.at < len(c.tokens) && c.tokens[c.at].Type != hclsyntax.TokenEOF {
		t := c.tokens[c.at]
		c.at++
		if t.Type == hclsyntax.TokenNewline || t.Type == hclsyntax.TokenComment && strings.HasSuffix(string(t.Bytes), "\n") {
			return t.Range.End.Byte
		}
	}
	return len(c.text)
}

// flush makes a piece of what people wrote, up to an offset.
func (c *cutter) flush(end int) {
	text := c.text[c.own:end]
	if trimmed := strings.Trim(text, "\r\n"); strings.TrimSpace(trimmed) != "" {
		lead := len(text) - len(strings.TrimLeft(text, "\r\n"))
		c.pieces = append(c.pieces, piece{text: trimmed, line: strings.Count(c.text[:c.own+lead], "\n") + 1, tight: c.tight(c.own + lead), blocks: c.ownBlocks})
	}
	c.ownBlocks = nil
}

// tight tells that the line above an offset is not empty.
func (c *cutter) tight(offset int) bool {
	above := strings.TrimSuffix(strings.TrimSuffix(c.text[:offset], "\n"), "\r")
	return offset > 0 && strings.TrimSpace(above[strings.LastIndexByte(above, '\n')+1:]) != ""
}

// isMark tells the comment above an imported block.
func isMark(comment []byte) bool {
	return strings.HasPrefix(string(comment), mark)
}

// block reads a block, or whatever else stands at the top of a file, up to its end.
func (c *cutter) block() (writtenBlock, error) {
	b := writtenBlock{texts: map[string][]string{}}
	start := c.tokens[c.at]
	if start.Type == hclsyntax.TokenIdent {
		b.kind = string(start.Bytes)
	}
	depth := 0
	for c.at < len(c.tokens) {
		t := c.tokens[c.at]
		switch t.Type {
		case hclsyntax.TokenEOF:
			if depth > 0 {
				return b, fmt.Errorf("%s:%d: the block that begins here is not closed; mend the file first, then import again", c.name, start.Range.Start.Line)
			}
			return b, nil
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen:
			depth--
			if depth == 0 && t.Type == hclsyntax.TokenCBrace {
				c.at++
				return b, nil
			}
			if depth < 0 {
				return b, fmt.Errorf("%s:%d: a bracket closes nothing; mend the file first, then import again", c.name, t.Range.Start.Line)
			}
		case hclsyntax.TokenNewline:
			if depth == 0 {
				return b, nil // an attribute, which is no block
			}
		case hclsyntax.TokenOQuote:
			if depth == 0 {
				b.label, _ = quotedText(c.tokens[c.at:])
			}
		case hclsyntax.TokenIdent:
			if depth == 1 {
				c.member(&b)
				continue
			}
		}
		c.at++
	}
	return b, nil
}

// member reads what begins with a name inside of a block: an attribute, as far as its value is written out, or a block.
func (c *cutter) member(b *writtenBlock) {
	name := string(c.tokens[c.at].Bytes)
	c.at++
	switch c.tokens[c.at].Type {
	case hclsyntax.TokenOQuote:
		if text, ok := quotedText(c.tokens[c.at:]); ok {
			b.objects = append(b.objects, text)
		}
	case hclsyntax.TokenEqual:
		c.at++
		if t := c.tokens[c.at]; t.Type == hclsyntax.TokenIdent {
			b.texts[name] = []string{string(t.Bytes)}
			c.at++
			return
		}
		b.texts[name] = literals(c.tokens[c.at:])
	}
}

// literals are the texts of a value that is a text or a list of texts.
func literals(tokens hclsyntax.Tokens) []string {
	var texts []string
	depth := 0
	for i, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrack:
			depth++
		case hclsyntax.TokenCBrack:
			if depth--; depth <= 0 {
				return texts
			}
		case hclsyntax.TokenOQuote:
			text, ok := quotedText(tokens[i:])
			if !ok {
				return nil
			}
			texts = append(texts, text)
		case hclsyntax.TokenNewline, hclsyntax.TokenComment:
			if depth == 0 {
				return texts
			}
		case hclsyntax.TokenQuotedLit, hclsyntax.TokenCQuote, hclsyntax.TokenComma:
		default:
			return nil // not written out
		}
	}
	return texts
}

// quotedText is the text that begins at a quote; ok is false for one that is not written out. The scanner cuts it at dollar signs.
func quotedText(tokens hclsyntax.Tokens) (text string, ok bool) {
	var raw []byte
	for _, t := range tokens[1:] {
		switch t.Type {
		case hclsyntax.TokenQuotedLit:
			raw = append(raw, t.Bytes...)
		case hclsyntax.TokenCQuote:
			return literal(string(raw)), true
		default:
			return "", false
		}
	}
	return "", false
}

// literal is a text in quotes without the escapes of HCL.
func literal(text string) string {
	if !strings.ContainsAny(text, `\$%`) {
		return text
	}
	if value, diagnostics := hclsyntax.ParseExpression([]byte(`"`+text+`"`), "", hcl.InitialPos); !diagnostics.HasErrors() {
		if v, diagnostics := value.Value(nil); !diagnostics.HasErrors() {
			return v.AsString()
		}
	}
	return text
}

// identifyingAttributes are those by which grants and delegates are told apart.
var identifyingAttributes = []string{"recipient", "delegate", "manager", "folder", "inherited", "deny"}

// identities are what makes two texts of a block the same block, without case: of a block about several delegates, one for each.
func (b *writtenBlock) identities() []string {
	var attributes []string
	for _, name := range identifyingAttributes {
		if texts := b.texts[name]; len(texts) == 1 && texts[0] != "false" {
			attributes = append(attributes, name+"="+texts[0])
		}
	}
	delegates := b.texts["delegates"]
	if len(delegates) == 0 {
		return []string{identityFrom(b.kind, b.label, attributes)}
	}
	var identities []string
	for _, d := range delegates {
		identities = append(identities, identityFrom(b.kind, b.label, append(slices.Clone(attributes), "delegate="+d)))
	}
	return identities
}

// says is what a block is about, in words.
func (b *writtenBlock) says() string {
	words := []string{b.kind}
	if b.label != "" {
		words = append(words, b.label)
	}
	for _, part := range []struct{ word, attribute string }{{"of", "delegate"}, {"on", "recipient"}, {"of", "manager"}, {"in", "folder"}} {
		if texts := b.texts[part.attribute]; len(texts) == 1 {
			words = append(words, part.word, texts[0])
		}
	}
	return strings.Join(words, " ")
}

// isRecipient tells a block of a recipient.
func (b *writtenBlock) isRecipient() bool {
	return strings.HasPrefix(identityFrom(b.kind, b.label, nil), "recipient ")
}

// identityFrom is the identity of a block with a header and, where that does not tell, with these attributes.
func identityFrom(kind, label string, attributes []string) string {
	switch kind {
	case "grant", "outlook_delegate", "sharing_invitation", "locals", "defaults", "exception", "bulk_change", "migration_plan":
		parts := append([]string{kind + " " + label}, attributes...)
		slices.Sort(parts[1:])
		return strings.ToLower(strings.Join(parts, "\n"))
	case "tenant":
		return kind
	case "forest", "directory_sync", "migration_batch":
		return kind + " " + strings.ToLower(label)
	default: // the type of a recipient may have changed
		return "recipient " + strings.ToLower(label)
	}
}

// identity is that of a block to be written.
func (b *block) identity() string {
	kind, label, _ := strings.Cut(b.header, " ")
	var attributes []string
	for _, p := range b.parts {
		if slices.Contains(identifyingAttributes, p.name.name) && (p.kind == textPart || p.text == "true") {
			attributes = append(attributes, p.name.name+"="+p.text)
		}
	}
	if len(label) > 1 && label[0] == '"' {
		label = literal(label[1 : len(label)-1])
	}
	return identityFrom(kind, label, attributes)
}
