package loader

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader/limits"
	"hybridlint/loader/model"
	"hybridlint/loader/suggest"
	"hybridlint/loader/syntax"
	"hybridlint/report"
)

// recovered are the labels that could be read in a block with a syntax error, so that naming them elsewhere is no second
// error.
type recovered struct {
	recipients, forests, batches []string
}

// readChunks reads the blocks of the section, one chunk after the other, and keeps no syntax tree.
func (r *reader) readChunks(chunks []syntax.Chunk) {
	r.begin()
	for _, c := range chunks {
		if r.stopped() {
			break
		}
		if r.plainly && len(r.section.HiddenIn(c)) == 0 {
			r.readPlainly(c)
		} else {
			r.readChunk(c)
		}
	}
	r.finish()
}

// readChunk reads a chunk. Where its syntax is wrong, its items are read one by one, so that a mistake costs its own block
// only.
func (r *reader) readChunk(c syntax.Chunk) {
	if found := r.survey(c); found != nil {
		if !r.readItems(c) {
			r.exceeded(c, found)
		}
		return
	}
	body, diagnostics := r.parse(c)
	lost, repeated := syntaxErrors(diagnostics)
	switch {
	case len(lost) > 0:
		if !r.readItems(c) {
			r.lose(c, lost)
		}
	case len(body.Attributes) == 0 || !r.readItems(c): // one that is repeated counts alike wherever chunks end
		r.readBody(c, body, repeated)
	}
}

func (r *reader) readBody(c syntax.Chunk, body *hclsyntax.Body, repeated hcl.Diagnostics) {
	for _, d := range repeated {
		r.redefined(*d.Subject)
	}
	blocks := make([]syntax.Block, len(body.Blocks))
	for i, b := range body.Blocks {
		blocks[i] = syntax.BlockOf(b)
	}
	r.readIgnores(c, blocks)
	for _, a := range syntax.AttributesOf(body) {
		r.problem("Attribute outside a block", a.Start, a.End, "%q stands outside of any block. Move it into the block that it belongs to.", a.Name)
	}
	for i := range blocks {
		r.readTopLevel(&blocks[i])
	}
	r.repeatedAt = r.repeatedAt[:0]
}

// readItems reads the items of a chunk one by one; false where there is only one.
func (r *reader) readItems(c syntax.Chunk) bool {
	items := syntax.CutItems(r.section.Text, c)
	if len(items) < 2 {
		return false
	}
	for _, i := range items {
		if r.stopped() {
			break
		}
		r.readChunk(i)
	}
	return true
}

// parse reads the syntax of a chunk. Places count from the start of the section.
func (r *reader) parse(c syntax.Chunk) (*hclsyntax.Body, hcl.Diagnostics) {
	parsed, diagnostics := hclsyntax.ParseConfig(r.section.Text[c.Start:c.End], r.section.File.Name, origin(c))
	return parsed.Body.(*hclsyntax.Body), diagnostics
}

// lex cuts a chunk into tokens. It needs no recursion, so it can be done with any text.
func (r *reader) lex(c syntax.Chunk) hclsyntax.Tokens {
	tokens, _ := hclsyntax.LexConfig(r.section.Text[c.Start:c.End], r.section.File.Name, origin(c))
	return tokens
}

// origin is the place that hcl starts to count from. Only its bytes are ever looked at.
func origin(c syntax.Chunk) hcl.Pos { return hcl.Pos{Line: 1, Column: 1, Byte: int(c.Start)} }

// syntaxErrors are the errors after which nothing is certain, and those that are about one attribute only.
func syntaxErrors(diagnostics hcl.Diagnostics) (lost, repeated hcl.Diagnostics) {
	for _, d := range diagnostics {
		switch {
		case d.Severity != hcl.DiagError:
		case d.Summary == "Attribute redefined" && d.Subject != nil:
			repeated = append(repeated, d)
		default:
			lost = append(lost, d)
		}
	}
	return lost, repeated
}

// lose reports the syntax errors of an item and keeps the labels that can be read in it.
func (r *reader) lose(c syntax.Chunk, diagnostics hcl.Diagnostics) {
	r.broken = true
	for _, d := range withoutEchoes(diagnostics) {
		r.note(&r.syntax, r.problemOf(d))
	}
	r.recoverLabels(c)
}

// withoutEchoes drops what hcl says about a mistake of which it has said something: the lexer and the parser both complain
// about the same mark, and a text without an end makes a text of what lies between all later ones.
func withoutEchoes(diagnostics hcl.Diagnostics) hcl.Diagnostics {
	const withoutEnd = "Invalid multi-line string"
	said, saidWithoutEnd := map[int]bool{}, false
	return slices.DeleteFunc(diagnostics, func(d *hcl.Diagnostic) bool {
		if d.Subject == nil {
			return false
		}
		echo := said[d.Subject.Start.Byte] || saidWithoutEnd && d.Summary == withoutEnd
		said[d.Subject.Start.Byte] = true
		saidWithoutEnd = saidWithoutEnd || d.Summary == withoutEnd
		return echo
	})
}

// exceeded reports what is too much, or unclear, in an item, which is not read.
func (r *reader) exceeded(c syntax.Chunk, found *syntax.Excess) {
	r.broken = true
	detail := found.Detail
	if found.Setting != limits.Unsettable {
		detail += limits.AllowedBy(found.Setting)
	}
	p := report.Problem{Severity: report.Error, Summary: found.Summary, Detail: detail, Location: r.section.Location(found.Start, found.End)}
	if found.Unclear {
		r.note(&r.syntax, p)
	} else {
		r.note(&r.problems, p)
	}
	r.recoverLabels(c)
}

// redefined reports an attribute that is written twice. The parser does not lose its way there, so only the block is bad.
func (r *reader) redefined(at hcl.Range) {
	start, end := syntax.BytesOf(at)
	r.problem("Duplicate attribute", start, end, "%q is written twice in this block. Remove one of the two.", r.section.Text[start:end])
	r.repeatedAt = append(r.repeatedAt, start)
}

// repeatedIn tells whether an attribute is written twice somewhere in a block, which then stays out of the model.
func (r *reader) repeatedIn(b *syntax.Block) bool {
	return slices.ContainsFunc(r.repeatedAt, func(at uint32) bool { return b.Start <= at && at < b.End })
}

// recoverLabels finds the headers of blocks in the tokens of an item whose syntax is lost. Of a large one it sees the start.
func (r *reader) recoverLabels(c syntax.Chunk) {
	c.End = min(c.End, c.Start+mostUnclear)
	if places := endless(r.section.Text[c.Start:c.End]); len(places) > mostEndless {
		c.End = c.Start + uint32(places[mostEndless])
	}
	tokens := r.lex(c)
	for i := 0; i+4 < len(tokens); i++ {
		if tokens[i].Type != hclsyntax.TokenIdent || tokens[i+1].Type != hclsyntax.TokenOQuote || tokens[i+2].Type != hclsyntax.TokenQuotedLit ||
			tokens[i+3].Type != hclsyntax.TokenCQuote || tokens[i+4].Type != hclsyntax.TokenOBrace {
			continue
		}
		r.recover(string(tokens[i].Bytes), normalized(string(tokens[i+2].Bytes)))
	}
}

// recoverAny notes the label of a block of which nobody knows what it declares.
func (r *reader) recoverAny(label string) {
	for _, kind := range []string{"forest", "migration_batch", model.Word(model.UserMailbox)} {
		r.recover(kind, label)
	}
}

// recover notes the label of a block that has an error.
func (r *reader) recover(kind, label string) {
	label = strings.Clone(label)
	switch {
	case kind == "forest":
		r.recovered.forests = append(r.recovered.forests, label)
	case kind == "migration_batch":
		r.recovered.batches = append(r.recovered.batches, label)
	case recipientTypeNamed(kind) != model.NoRecipientType:
		r.recovered.recipients = append(r.recovered.recipients, label)
	}
}

// topLevel gives the reader of each block type.
var topLevel = func() map[string]func(*reader, *syntax.Block) {
	readers := map[string]func(*reader, *syntax.Block){
		"locals":             func(*reader, *syntax.Block) {}, // read before
		"tenant":             (*reader).readTenant,
		"forest":             (*reader).readForest,
		"directory_sync":     (*reader).readSync,
		"defaults":           (*reader).readDefaults,
		"grant":              (*reader).readGrant,
		"outlook_delegate":   (*reader).readOutlookDelegate,
		"sharing_invitation": (*reader).readInvitation,
		"migration_batch":    (*reader).readBatch,
		"bulk_change":        (*reader).readBulkChange,
		"exception":          (*reader).readException,
		"migration_plan":     (*reader).readPlan,
	}
	for _, word := range model.NoRecipientType.Words()[1:] {
		readers[word] = (*reader).readRecipient
	}
	return readers
}()

var innerTypes = map[string]string{
	"object":                       "a recipient block",
	"organization_relationship":    "the tenant block or a forest block",
	"intra_organization_connector": "the tenant block or a forest block",
	"outlook_windows":              `a grant "full_access" block`,
	"wave":                         "a migration_plan block",
	"freeze":                       "a migration_plan block",
	"pin":                          "a migration_plan block",
	"exclude":                      "a migration_plan block",
	"together":                     "a migration_plan block",
	"prefer":                       "a migration_plan block",
	"ignore":                       "a migration_plan block",
	"weights":                      "a migration_plan block",
}

func (r *reader) readTopLevel(b *syntax.Block) {
	if read := topLevel[b.Kind]; read != nil {
		read(r, b)
		return
	}
	if home := innerTypes[b.Kind]; home != "" {
		r.problem("Block in the wrong place", b.Start, b.KindEnd, "%q belongs inside %s.", b.Kind, home)
		return
	}
	known := make([]string, 0, len(topLevel))
	for word := range topLevel {
		known = append(known, word)
	}
	suggestion := " The command hybridlint help language lists the blocks."
	if near := suggest.Nearest(b.Kind, known); near != "" {
		suggestion = fmt.Sprintf(" Did you mean %q?", near)
	}
	r.problem("Unknown block", b.Start, b.KindEnd, "There is no block type %q.%s", b.Kind, suggestion)
	for _, label := range b.Labels {
		r.recoverAny(normalized(label.Text))
	}
}

// pathProblem is a problem with something that was not read, so that there is no place in it.
func pathProblem(summary, detail string, args ...any) report.Problem {
	return report.Problem{Severity: report.Error, Summary: summary, Detail: fmt.Sprintf(detail, args...)}
}
