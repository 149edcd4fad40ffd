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
	// Exclude are patterns, with ** for any number of folders, of files and folders that are left out.
	Exclude []string
	// Jobs is the number of files that are read at the same time; below 1 is 1. It makes no difference to the result.
	Jobs int
}

// Load reads a configuration. The Model is never nil, and holds what was understood. The problems are ordered by file, line
// and column; each of them means that the configuration was not understood completely.
func Load(ctx context.Context, o Options) (*Model, []report.Problem) {
	inputs, problems := find(o)
	l := &load{ctx: ctx, jobs: max(1, o.Jobs), locals: newLocals(), problems: problems}
	l.readers = make([]*reader, len(inputs))
	l.locals.incomplete = len(problems) > 0

	l.eachFile(len(inputs), func(i int) string { return inputs[i].name }, func(i int) { l.readers[i] = l.read(inputs[i]) })
	l.readers = slices.DeleteFunc(l.readers, func(r *reader) bool { return r == nil })
	l.readLocals()
	l.eachFile(len(l.readers), l.name, func(i int) { l.readers[i].decodeFile() })
	model := l.build()
	return model, l.allProblems()
}

// load is one run of Load.
type load struct {
	ctx      context.Context
	jobs     int
	locals   *locals
	readers  []*reader // in the order of the names
	problems []report.Problem
}

func (l *load) name(i int) string { return l.readers[i].file.Name }

// eachFile runs a task for every file, each with a slot of its own; a panic becomes a problem that names the file.
func (l *load) eachFile(count int, name func(int) string, task func(int)) {
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

// read reads the text of one input and, where it may declare locals, its syntax.
func (l *load) read(i input) *reader {
	source, err := readAll(i)
	r := newReader(NewFile(i.name, source), l.locals)
	if err != nil {
		r.unread = true
		r.unreadable(0, 0, "Unreadable file", "The file cannot be read: %s.", reason(err))
		return r
	}
	if !r.checkText() {
		return r
	}
	if r.guard(); r.broken {
		return r
	}
	if bytes.Contains(source, []byte("locals")) {
		r.parse()
	}
	return r
}

var byteOrderMark = []byte("\xEF\xBB\xBF")

func readAll(i input) ([]byte, error) {
	file, err := i.open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	source, err := io.ReadAll(io.LimitReader(file, maxFileSize+1))
	if err != nil {
		return nil, err
	}
	if len(source) > maxFileSize {
		return nil, fmt.Errorf("it is larger than %d MiB", maxFileSize>>20)
	}
	return bytes.TrimPrefix(source, byteOrderMark), nil
}

// checkText refuses what is no text.
func (r *reader) checkText() bool {
	source := r.file.Source
	if utf8.Valid(source) {
		return true
	}
	at := 0
	for {
		c, size := utf8.DecodeRune(source[at:])
		if c == utf8.RuneError && size <= 1 {
			break
		}
		at += size
	}
	r.unreadable(uint32(at), uint32(at)+1, "Not UTF-8", "The file is not UTF-8 from here on. Save it as UTF-8; Windows PowerShell writes UTF-16 unless told otherwise.")
	return false
}

// readLocals evaluates the locals of all files, which every other expression may need.
func (l *load) readLocals() {
	for _, r := range l.readers {
		l.locals.incomplete = l.locals.incomplete || r.broken
		if r.body == nil {
			continue
		}
		for _, b := range r.body.Blocks {
			if b.Type != "locals" {
				continue
			}
			if _, end := bytesOf(b.CloseBraceRange); end <= r.sound {
				l.locals.declare(r, b)
			} else {
				l.locals.lose(r, b)
			}
		}
	}
	l.locals.evaluate()
}

// decodeFile reads the blocks of one file.
func (r *reader) decodeFile() {
	r.parse()
	r.readIgnores()
	r.decode()
}

// build links what was read.
func (l *load) build() *Model {
	model := &Model{Sources: &Sources{files: map[string]*File{}}}
	linker := &linker{model: model, incomplete: l.locals.incomplete, forests: map[string]ForestID{},
		directory: newDirectory(), batches: map[string]*MigrationBatch{}}
	for _, r := range l.readers {
		model.Sources.files[r.file.Name] = r.file
		model.Ignores = append(model.Ignores, r.ignores...)
		linker.incomplete = linker.incomplete || r.broken
		if !r.unread {
			model.Files++
		}
	}
	linker.build(l.readers)
	l.problems = append(l.problems, linker.problems...)
	if err := l.ctx.Err(); err != nil {
		l.problems = append(l.problems, pathProblem("Interrupted", "Reading was interrupted before every file was read."))
	}
	return model
}

func (l *load) allProblems() []report.Problem {
	problems := l.problems
	for _, r := range l.readers {
		problems = append(problems, r.problems...)
	}
	slices.SortStableFunc(problems, func(a, b report.Problem) int { return a.Location.Compare(b.Location) })
	return problems
}
