package loader

import (
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/report"
)

// mostSyntaxErrors is how many syntax errors of one file are reported; after so many, the rest is noise.
const mostSyntaxErrors = 20

// recovered are the labels that could be read in a file with a syntax error, so that naming them elsewhere is no second
// error.
type recovered struct {
	recipients, forests, batches []string
}

// parse reads the syntax of the file. After an error, sound says up to where the blocks are whole.
func (r *reader) parse() {
	if r.body != nil || r.broken {
		return
	}
	parsed, diagnostics := hclsyntax.ParseConfig(r.file.Source, r.file.Name, hcl.InitialPos)
	r.body = parsed.Body.(*hclsyntax.Body)
	r.sound = uint32(len(r.file.Source)) + 1
	if diagnostics.HasErrors() {
		r.syntaxErrors(diagnostics)
	}
}

func (r *reader) syntaxErrors(diagnostics hcl.Diagnostics) {
	var lost hcl.Diagnostics
	for _, d := range diagnostics {
		if d.Severity != hcl.DiagError {
			continue
		}
		if d.Summary == "Attribute redefined" && d.Subject != nil {
			r.redefined(*d.Subject)
			continue
		}
		lost = append(lost, d)
	}
	lost = firstAtEachPlace(lost)
	if len(lost) == 0 {
		return
	}
	r.broken = true
	for _, d := range lost {
		start := uint32(0)
		if d.Subject != nil {
			start, _ = bytesOf(*d.Subject)
		}
		r.sound = min(r.sound, start)
	}
	r.recoverLabels()
	more := len(lost) - mostSyntaxErrors
	if more > 0 {
		lost = lost[:mostSyntaxErrors]
	}
	r.diagnose(lost)
	if more > 0 {
		last := &r.problems[len(r.problems)-1]
		last.Detail += fmt.Sprintf(" The file has %d more syntax errors.", more)
	}
}

// firstAtEachPlace drops what hcl says about a place of which it has said something: the lexer and the parser both
// complain about the same mark.
func firstAtEachPlace(diagnostics hcl.Diagnostics) hcl.Diagnostics {
	seen := map[int]bool{}
	return slices.DeleteFunc(diagnostics, func(d *hcl.Diagnostic) bool {
		if d.Subject == nil {
			return false
		}
		twice := seen[d.Subject.Start.Byte]
		seen[d.Subject.Start.Byte] = true
		return twice
	})
}

// redefined reports an attribute that is written twice. The parser does not lose its way there, so only the block is bad.
func (r *reader) redefined(at hcl.Range) {
	start, end := bytesOf(at)
	name := ""
	if int(end) <= len(r.file.Source) {
		name = string(r.file.Source[start:end])
	}
	r.problem("Duplicate attribute", start, end, "%q is written twice in this block. Remove one of the two.", name)
	r.repeatedAt = append(r.repeatedAt, start)
}

// recoverLabels finds the headers of blocks in the tokens of a file whose syntax is lost.
func (r *reader) recoverLabels() {
	tokens, _ := hclsyntax.LexConfig(r.file.Source, r.file.Name, hcl.InitialPos)
	for i := 0; i+4 < len(tokens); i++ {
		if tokens[i].Type != hclsyntax.TokenIdent || tokens[i+1].Type != hclsyntax.TokenOQuote || tokens[i+2].Type != hclsyntax.TokenQuotedLit ||
			tokens[i+3].Type != hclsyntax.TokenCQuote || tokens[i+4].Type != hclsyntax.TokenOBrace {
			continue
		}
		label := normalized(string(tokens[i+2].Bytes))
		switch block := string(tokens[i].Bytes); {
		case block == "forest":
			r.recovered.forests = append(r.recovered.forests, label)
		case block == "migration_batch":
			r.recovered.batches = append(r.recovered.batches, label)
		case recipientTypeNamed(block) != NoRecipientType:
			r.recovered.recipients = append(r.recovered.recipients, label)
		}
	}
}

// decode reads the blocks of the file and lets go of the syntax tree.
func (r *reader) decode() {
	if r.body == nil {
		return
	}
	r.readTopLevelAttributes()
	for _, b := range r.body.Blocks {
		if _, end := bytesOf(b.CloseBraceRange); end <= r.sound {
			r.readTopLevel(b)
		}
	}
	r.markRepeated()
	r.body, r.words, r.functions = nil, nil, nil
}

func (r *reader) readTopLevelAttributes() {
	for _, a := range inOrder(r.body.Attributes) {
		start, end := bytesOf(a.NameRange)
		if start < r.sound {
			r.problem("Attribute outside a block", start, end, "%q stands outside of any block. Move it into the block that it belongs to.", a.Name)
		}
	}
}

// topLevel gives the reader of each block type.
var topLevel = func() map[string]func(*reader, *hclsyntax.Block) {
	readers := map[string]func(*reader, *hclsyntax.Block){
		"locals":             func(*reader, *hclsyntax.Block) {}, // read before
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
	}
	for _, word := range recipientTypeWords[1:] {
		readers[word] = (*reader).readRecipient
	}
	return readers
}()

var innerTypes = map[string]string{
	"object":                       "a recipient block",
	"organization_relationship":    "the tenant block or a forest block",
	"intra_organization_connector": "the tenant block or a forest block",
	"outlook_windows":              `a grant "full_access" block`,
}

func (r *reader) readTopLevel(b *hclsyntax.Block) {
	if read := topLevel[b.Type]; read != nil {
		read(r, b)
		return
	}
	start, end := bytesOf(b.TypeRange)
	if home := innerTypes[b.Type]; home != "" {
		r.problem("Block in the wrong place", start, end, "%q belongs inside %s.", b.Type, home)
		return
	}
	known := make([]string, 0, len(topLevel))
	for word := range topLevel {
		known = append(known, word)
	}
	suggestion := " The README lists the blocks there are."
	if near := nearest(b.Type, known); near != "" {
		suggestion = fmt.Sprintf(" Did you mean %q?", near)
	}
	r.problem("Unknown block", start, end, "There is no block type %q.%s", b.Type, suggestion)
}

// markRepeated leaves out the blocks with an attribute that is written twice.
func (r *reader) markRepeated() {
	if len(r.repeatedAt) == 0 {
		return
	}
	slices.Sort(r.repeatedAt)
	d := &r.drafts
	markAt(r.repeatedAt, d.tenants, tenantBlock)
	markAt(r.repeatedAt, d.forests, forestBlock)
	markAt(r.repeatedAt, d.syncs, syncBlock)
	markAt(r.repeatedAt, d.defaults, defaultsBlock)
	markAt(r.repeatedAt, d.recipients, recipientBlock)
	markAt(r.repeatedAt, d.grants, grantBlock)
	markAt(r.repeatedAt, d.delegates, outlookDelegateBlock)
	markAt(r.repeatedAt, d.invitations, invitationBlock)
	markAt(r.repeatedAt, d.batches, batchBlock)
	markAt(r.repeatedAt, d.changes, bulkChangeBlock)
	markAt(r.repeatedAt, d.exceptions, exceptionBlock)
}

func markAt[T any](places []uint32, all []*draft[T], t *blockType[T]) {
	for _, d := range all {
		b := t.block(&d.record)
		if i, _ := slices.BinarySearch(places, b.Start); i < len(places) && places[i] < b.End {
			d.leftOut = true
		}
	}
}

// unreadable reports a file of which nothing could be read.
func (r *reader) unreadable(start, end uint32, summary, detail string, args ...any) {
	r.broken = true
	r.problem(summary, start, end, detail, args...)
}

// pathProblem is a problem with something that was not read, so that there is no place in it.
func pathProblem(summary, detail string, args ...any) report.Problem {
	return report.Problem{Severity: report.Error, Summary: summary, Detail: fmt.Sprintf(detail, args...)}
}
