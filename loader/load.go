// Package loader turns files of HCL into a Model: every block checked, every reference resolved, every value of its type
// and with its place. What cannot be understood becomes a Problem, and the rest is still loaded.
package loader

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/sourcegraph/conc/panics"
	"github.com/sourcegraph/conc/pool"

	"hybridlint/report"
)

// Options say what to load.
type Options struct {
	// Paths are files, folders, or "-" for standard input.
	Paths []string
	Stdin io.Reader
	// Dir is the working directory; empty is the current one. File names are relative to it.
	Dir string
	// Documents are texts that are no files, read together with the paths.
	Documents []Document
	// Exclude are patterns, with ** for any number of folders, of files and folders that are left out.
	Exclude []string
	// Jobs is the number of files that are read at the same time; below 1 is 1. It makes no difference to the result.
	Jobs int
}

// Document is a text under the name that reports call it.
type Document struct {
	Name, Text string
}

// Load reads a configuration. The Model is never nil, and holds what was understood. The problems are ordered by file, line
// and column; each of them means that the configuration was not understood completely.
func Load(ctx context.Context, o Options) (*Model, []report.Problem) {
	inputs, problems := find(o)
	l := &load{ctx: ctx, jobs: max(1, o.Jobs), locals: newLocals(), problems: problems}
	l.locals.incomplete = len(problems) > 0

	sections := make([][]*reader, len(inputs))
	l.each(len(inputs), func(i int) string { return inputs[i].name }, func(i int) { sections[i] = l.read(inputs[i]) })
	l.readers = slices.Concat(sections...)
	l.evaluateLocals()
	l.each(len(l.readers), func(i int) string { return l.readers[i].file.Name }, func(i int) { l.readers[i].readChunks() })
	model := l.build()
	return model, l.allProblems()
}

// load is one run of Load.
type load struct {
	ctx      context.Context
	jobs     int
	locals   *locals
	readers  []*reader // of files in the order of their names, and of their sections in the order of their places
	problems []report.Problem
}

// each runs a task for every file or section, each with a slot of its own; a panic becomes a problem that names the file.
func (l *load) each(count int, name func(int) string, task func(int)) {
	recovered := make([]*panics.Recovered, count)
	p := pool.New().WithMaxGoroutines(l.jobs)
	for i := range count {
		p.Go(func() {
			if l.ctx.Err() == nil {
				recovered[i] = panics.Try(func() { task(i) })
			}
		})
	}
	p.Wait()
	for i, r := range recovered {
		if r != nil {
			l.locals.incomplete = true
			l.problems = append(l.problems, internalError(name(i), r))
		}
	}
}

func internalError(file string, r *panics.Recovered) report.Problem {
	start := report.Position{Line: 1, Column: 1}
	return report.Problem{
		Severity: report.Error,
		Summary:  "Internal error",
		Detail:   fmt.Sprintf("Reading %s failed: %v. This is a mistake of hybridlint; please report it.", file, r.Value),
		Location: report.Location{File: file, Start: start, End: start},
	}
}

// read reads the text of one input, the locals in it, and gives a reader for each section.
func (l *load) read(i input) []*reader {
	source, marked, err := readAll(i)
	file := NewFile(i.name, source)
	file.ByteOrderMark = marked
	if err != nil {
		return []*reader{l.unreadable(file, 0, 0, "Unreadable file", fmt.Sprintf("The file cannot be read: %s.", reason(err)))}
	}
	if at := firstBroken(source); at >= 0 {
		return []*reader{l.unreadable(file, uint32(at), uint32(at)+1, "Not UTF-8",
			"The file is not UTF-8 from here on. Save it as UTF-8; Windows PowerShell writes UTF-16 unless told otherwise.")}
	}
	sections := cutSections(source)
	if len(sections) == 0 {
		sections = [][]chunk{nil}
	}
	readers := make([]*reader, len(sections))
	for n, chunks := range sections {
		readers[n] = newReader(file, chunks, l.locals)
		readers[n].findLocals()
	}
	return readers
}

// unreadable is a reader of a file that has nothing to read.
func (l *load) unreadable(file *File, start, end uint32, summary, detail string) *reader {
	r := newReader(file, nil, l.locals)
	r.broken, r.unread = true, len(file.Source) == 0
	r.problem(summary, start, end, "%s", detail)
	return r
}

var byteOrderMark = []byte("\xEF\xBB\xBF")

// readAll reads a text, and tells whether it began with a byte order mark.
func readAll(i input) (source []byte, marked bool, err error) {
	file, err := i.open()
	if err != nil {
		return nil, false, err
	}
	defer file.Close()
	if source, err = io.ReadAll(io.LimitReader(file, maxFileSize+1)); err != nil {
		return nil, false, err
	}
	if len(source) > maxFileSize {
		return nil, false, fmt.Errorf("it is larger than %d MiB", maxFileSize>>20)
	}
	source, marked = bytes.CutPrefix(source, byteOrderMark)
	return source, marked, nil
}

// firstBroken is where a text is not UTF-8; -1 where it is.
func firstBroken(source []byte) int {
	if utf8.Valid(source) {
		return -1
	}
	at := 0
	for {
		c, size := utf8.DecodeRune(source[at:])
		if c == utf8.RuneError && size <= 1 {
			return at
		}
		at += size
	}
}

// findLocals notes the locals blocks. They are evaluated before anything else is read, and every other block of their
// chunk is read then.
func (r *reader) findLocals() {
	mentions := func(c chunk) bool { return bytes.Contains(r.file.Source[c.start:c.end], []byte("locals")) }
	for _, c := range r.chunks {
		if !mentions(c) {
			continue
		}
		for _, i := range cutItems(r.file.Source, c) {
			if mentions(i) && i.end-i.start <= maxBlockSize && r.excess(i) == nil {
				r.findLocalsIn(i)
			}
		}
	}
}

func (r *reader) findLocalsIn(item chunk) {
	body, diagnostics := r.parse(item)
	lost, _ := syntaxErrors(diagnostics)
	r.broken = r.broken || len(lost) > 0
	for _, b := range body.Blocks {
		if b.Type == "locals" {
			r.localsBlocks = append(r.localsBlocks, localsBlock{block: b, lost: len(lost) > 0})
		}
	}
}

// evaluateLocals evaluates the locals of all files, which every other expression may need.
func (l *load) evaluateLocals() {
	for _, r := range l.readers {
		l.locals.incomplete = l.locals.incomplete || r.broken
		for _, b := range r.localsBlocks {
			if b.lost {
				l.locals.lose(r, b.block)
			} else {
				l.locals.declare(r, b.block)
			}
		}
		r.localsBlocks = nil
	}
	l.locals.evaluate()
}

// build links what was read.
func (l *load) build() *Model {
	model := &Model{Sources: &Sources{files: map[string]*File{}}}
	linker := &linker{model: model, incomplete: l.locals.incomplete, forests: map[string]ForestID{},
		directory: newDirectory(), batches: map[string]*MigrationBatch{}}
	for _, r := range l.readers {
		if _, section := model.Sources.files[r.file.Name]; !section && !r.unread {
			model.Files++
		}
		model.Sources.files[r.file.Name] = r.file
		model.Ignores = append(model.Ignores, r.ignores...)
		linker.incomplete = linker.incomplete || r.broken
	}
	linker.build(l.readers)
	l.problems = append(l.problems, linker.problems...)
	if err := l.ctx.Err(); err != nil {
		l.problems = append(l.problems, pathProblem("Interrupted", "Reading was interrupted before every file was read."))
	}
	return model
}

// mostSyntaxErrors is how many syntax errors of one file are reported; after so many, the rest is noise.
const mostSyntaxErrors = 20

func (l *load) allProblems() []report.Problem {
	problems := l.problems
	syntax := map[*File][]report.Problem{}
	for _, r := range l.readers {
		problems = append(problems, r.problems...)
		syntax[r.file] = append(syntax[r.file], r.syntax...)
	}
	for _, found := range syntax {
		if more := len(found) - mostSyntaxErrors; more > 0 {
			found = found[:mostSyntaxErrors]
			found[mostSyntaxErrors-1].Detail += fmt.Sprintf(" The file has %d more syntax errors.", more)
		}
		problems = append(problems, found...)
	}
	slices.SortStableFunc(problems, func(a, b report.Problem) int { return a.Location.Compare(b.Location) })
	return problems
}
