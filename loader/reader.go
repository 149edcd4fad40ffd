package loader

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty/function"

	"hybridlint/loader/expressions"
	"hybridlint/loader/model"
	"hybridlint/loader/sources"
	"hybridlint/loader/syntax"
	"hybridlint/report"
)

// reader turns the blocks of a section, or of a part of one, into drafts.
type reader struct {
	*load
	// section is what is read; nil before and after.
	section *syntax.Section
	// part is what is read once the locals of all files are known; its text is not kept until then, but where it has locals.
	part *deferred
	// budget is that of the expression in hand.
	budget expressions.Budget
	// functions are made when the first expression needs them; most files need none.
	functions map[string]function.Function
	drafts    drafts
	// places are those of the blocks that were read.
	places *model.Places
	// workspace is there while the reader reads.
	*workspace

	// current is the block whose attributes are being read, spans where they stand, and those of the blocks around it.
	current blockInHand
	spans   []model.Span
	// grant is the grant block that is being read.
	grant draft[grantDraft]

	problems []report.Problem

	// localsBlocks wait until the locals of all files are known.
	localsBlocks []localsBlock
	// syntax are the syntax errors, of which people want to see the first few of a file only.
	syntax []report.Problem
	// broken says that some of the file could not be read; lostLocals that there may have been locals in it.
	broken, lostLocals bool
	// repeatedAt are the attributes that are written twice in their block.
	repeatedAt []uint32
	recovered  recovered
	ignores    []*model.Ignore
}

func (l *load) newReader(file *sources.File) *reader {
	return &reader{load: l, budget: expressions.Budget{Limits: &l.limits}, places: &model.Places{File: file}}
}

// position is the place of a byte of the section.
func (r *reader) position(offset uint32) report.Position { return r.section.Position(offset) }

func (r *reader) pureFunctions() map[string]function.Function {
	if r.functions == nil {
		r.functions = expressions.FunctionsWithin(&r.budget)
	}
	return r.functions
}

// problem reports an error at a stretch of the section.
func (r *reader) problem(summary string, start, end uint32, detail string, args ...any) {
	r.problemAt(r.section.Location(start, end), summary, detail, args...)
}

func (r *reader) problemAt(at report.Location, summary, detail string, args ...any) {
	r.note(&r.problems, report.Problem{
		Severity: report.Error, Summary: summary, Detail: fmt.Sprintf(detail, args...), Location: at,
	})
}

// diagnose reports what hcl has found.
func (r *reader) diagnose(diagnostics hcl.Diagnostics) {
	for _, d := range diagnostics {
		if d.Severity == hcl.DiagError {
			r.note(&r.problems, r.problemOf(d))
		}
	}
}

// problemOf is a diagnostic of hcl; byte offsets become code points.
func (r *reader) problemOf(d *hcl.Diagnostic) report.Problem {
	var start, end uint32
	if d.Subject != nil {
		start, end = syntax.BytesOf(*d.Subject)
	}
	p := report.Problem{Severity: report.Error, Summary: d.Summary, Detail: d.Detail, Location: r.section.Location(start, end)}
	if address := r.bareAddress(start, end); address != "" {
		p.Summary, p.Detail = "Text without quotes", fmt.Sprintf("Text stands in quotes: write %q.", address)
	}
	return p
}

// addressLength is as long as an address may be (RFC 5321).
const addressLength = 254

// bareAddress is the address around an "@" that hcl cannot read, since it stands in no quotes; empty where there is none.
func (r *reader) bareAddress(start, end uint32) string {
	text, at := r.section.Text, int(start)-int(r.section.Start)
	if end != start+1 || at < 0 || at >= len(text) || text[at] != '@' {
		return ""
	}
	inAddress := func(c byte) bool {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(".-_+", c) >= 0
	}
	from, to := at, at+1
	for from > 0 && at-from < addressLength && inAddress(text[from-1]) {
		from--
	}
	for to < len(text) && to-at < addressLength && inAddress(text[to]) {
		to++
	}
	if from == at || to == at+1 {
		return ""
	}
	return string(text[from:to])
}

// name numbers a text.
func (r *reader) name(text string) uint32 {
	number, known := r.numbers[text]
	if !known {
		number = uint32(len(r.texts))
		r.numbers[text] = number
		r.texts = append(r.texts, readText{text: text})
	}
	return number
}

// intern gives the one copy of a text.
func (r *reader) intern(text string) string {
	if text == "" {
		return ""
	}
	t := &r.texts[r.name(text)]
	if !t.kept {
		t.text, t.kept = r.keep(text), true
	}
	return t.text
}

// place packs where a block and what is in it stands.
func (r *reader) place(start, headerEnd uint32, spans []model.Span) model.Block {
	return r.places.Add(start, headerEnd, spans, r.position)
}
