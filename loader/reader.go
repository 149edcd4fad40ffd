package loader

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty/function"

	"hybridlint/report"
)

// reader turns the blocks of one file, or of a section of a large one, into drafts.
type reader struct {
	file   *File
	locals *locals
	budget *budget
	// functions are made when the first expression needs them; most files need none.
	functions map[string]function.Function
	drafts    drafts
	// current is the block whose attributes are being read, currentName its type.
	current     *Block
	currentName string
	// words keeps one copy of every text that is repeated all over a file.
	words map[string]string

	problems []report.Problem

	// chunks are the stretches of the file that are read here.
	chunks []chunk
	// localsBlocks wait until the locals of all files are known.
	localsBlocks []localsBlock
	// syntax are the syntax errors, of which people want to see the first few of a file only.
	syntax []report.Problem
	// broken says that some of the file could not be read.
	broken bool
	// unread says that there is not even a text.
	unread bool
	// repeatedAt are the attributes that are written twice in their block.
	repeatedAt []uint32
	recovered  recovered
	ignores    []*Ignore
}

func newReader(file *File, chunks []chunk, known *locals) *reader {
	size := 0
	for _, c := range chunks {
		size += int(c.end - c.start)
	}
	return &reader{file: file, chunks: chunks, locals: known, budget: newBudget(size), words: map[string]string{}}
}

func (r *reader) pureFunctions() map[string]function.Function {
	if r.functions == nil {
		r.functions = functionsWithin(r.budget)
	}
	return r.functions
}

// problem reports an error at a stretch of the file.
func (r *reader) problem(summary string, start, end uint32, detail string, args ...any) {
	r.problems = append(r.problems, report.Problem{
		Severity: report.Error,
		Summary:  summary,
		Detail:   fmt.Sprintf(detail, args...),
		Location: r.file.Location(start, end),
	})
}

// diagnose reports what hcl has found.
func (r *reader) diagnose(diagnostics hcl.Diagnostics) {
	for _, d := range diagnostics {
		if d.Severity == hcl.DiagError {
			r.problems = append(r.problems, r.problemOf(d))
		}
	}
}

// problemOf is a diagnostic of hcl; byte offsets become code points.
func (r *reader) problemOf(d *hcl.Diagnostic) report.Problem {
	var start, end uint32
	if d.Subject != nil {
		start, end = bytesOf(*d.Subject)
	}
	return report.Problem{Severity: report.Error, Summary: d.Summary, Detail: d.Detail, Location: r.file.Location(start, end)}
}

func bytesOf(r hcl.Range) (start, end uint32) {
	return uint32(max(r.Start.Byte, 0)), uint32(max(r.End.Byte, r.Start.Byte, 0))
}

// intern gives the one copy of a text; long ones are not worth it.
func (r *reader) intern(s string) string {
	const long = 64
	if len(s) > long {
		return s
	}
	if known, ok := r.words[s]; ok {
		return known
	}
	r.words[s] = s
	return s
}
