// Package loader turns files of HCL into a Model: every block checked, every reference resolved, every value of its type
// and with its place. What cannot be understood becomes a Problem, and the rest is still loaded.
package loader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/sourcegraph/conc/panics"
	"github.com/sourcegraph/conc/pool"

	"hybridlint/loader/limits"
	"hybridlint/loader/model"
	"hybridlint/loader/sources"
	"hybridlint/loader/syntax"
	"hybridlint/report"
)

// Options say what to load.
type Options struct {
	// Paths are files, folders, or "-" for standard input.
	Paths []string
	Stdin io.Reader
	// Dir is the working directory; empty is the current one. File names are relative to it.
	Dir string
	// Tree is read in place of the files of the machine; nil reads these.
	Tree *Tree
	// Documents are texts that are no files, read together with the paths.
	Documents []Document
	// Exclude are patterns, with ** for any number of folders, of files and folders that are left out.
	Exclude []string
	// Cases are folders, named as reports name files, whose files are left out as well, but not those in folders below: they are
	// cases of rules.
	Cases []string
	// Jobs is the number of files that are read at the same time; below 1 is 1. It makes no difference to the result.
	Jobs int
	// Limits bound what is read.
	Limits limits.Limits
	// NoFastReader leaves every block to hclsyntax. It makes no difference to the result.
	NoFastReader bool
	// Mentioned is told of every place that names a declared recipient, with the recipient's label; nil is told nothing.
	Mentioned func(at report.Location, label string)
	// Declared is told what the files declare; nil is told nothing.
	Declared func(*Declared)
	// Among is what the files declare that are not read: those that are read are linked with it, and only problems in them are
	// given. nil where all files are read.
	Among *Declared
	// Progress is told of how many bytes were read, with how many there are in all: first of none, then by several workers at a
	// time. nil is told nothing.
	Progress func(read, total int64)
}

// Document is a text under the name that reports call it.
type Document struct {
	Name, Text string
	// Open gives the text in place of Text, where it is not to be held: every time the same. It may be called while other
	// documents are opened.
	Open func() []byte
	// Origin is the place that a line of the text, from 1, stands for: reports name that one. The zero Location stands for none,
	// and a nil Origin for nothing but the text itself.
	Origin func(line int) report.Location
}

// Load reads a configuration. The Model is never nil, and holds what was understood. The problems are ordered by file, line
// and column; each of them means that the configuration was not understood completely.
//
// Every file is read once. What names a local is read a second time, when the locals of all files are known.
func Load(ctx context.Context, o Options) (*model.Model, []report.Problem) {
	inputs, excluded, problems := find(o)
	l := newLoad(ctx, o)
	l.progress = progressOf(o.Progress, inputs)
	l.progress(0)
	l.read(inputs, problems)
	if l.totals.exceeded.Load() && l.jobs > 1 {
		o.Jobs = 1
		l = newLoad(ctx, o)
		l.read(inputs, problems)
	}
	if o.Declared != nil {
		o.Declared(l.declared())
	}
	if o.Among != nil {
		config := l.build(l.among(o.Among))
		return config, l.within(l.allProblems())
	}
	config := l.build(l.readers)
	config.Excluded = excluded
	return config, l.allProblems()
}

// load is one run of Load.
type load struct {
	ctx    context.Context
	jobs   int
	limits limits.Limits
	// plainly says that blocks that are written plainly need no hclsyntax.
	plainly bool
	locals  *locals
	sources *sources.Sources
	// workspaces holds those that no reader uses at the moment.
	workspaces *sync.Pool
	names      *names
	// progress is told of bytes that were read.
	progress  func(read int64)
	mentioned func(at report.Location, label string)
	totals    totals
	files     []*file   // in the order of their names
	readers   []*reader // in the order of the files, and of the places in them
	problems  []report.Problem
}

func newLoad(ctx context.Context, o Options) *load {
	return &load{
		ctx: ctx, jobs: max(1, o.Jobs), limits: o.Limits.WithDefaults(), plainly: !o.NoFastReader, locals: newLocals(), sources: sources.New(),
		workspaces: &sync.Pool{New: func() any { return newWorkspace() }},
		names:      newNames(), progress: func(int64) {}, mentioned: o.Mentioned,
	}
}

// read reads the inputs; problems are those of finding them.
func (l *load) read(inputs []input, problems []report.Problem) {
	l.problems = slices.Clone(problems)
	l.locals.incomplete = len(problems) > 0
	l.allow(inputs)
	l.readFiles(inputs)
	l.evaluateLocals()
	l.readDeferred()
}

// progressOf completes the bytes of several workers with those there are in all.
func progressOf(tell func(read, total int64), inputs []input) func(read int64) {
	if tell == nil {
		return func(int64) {}
	}
	total := int64(0)
	for _, i := range inputs {
		total += i.size
	}
	return func(read int64) { tell(read, total) }
}

// file is what comes of reading one file.
type file struct {
	*sources.File
	// parts are in order. Each is filled by one worker.
	parts []*part
	// unreadable says why the file could not be read; unread that there is not even a text.
	unreadable *report.Problem
	unread     bool
	panic      *panics.Recovered
}

// part is what comes of reading one section.
type part struct {
	readers    []*reader
	pages      []sources.Page
	unreadable *report.Problem
	panic      *panics.Recovered
}

// readFiles reads all files, small ones one per worker, large ones section by section. One worker reads everything in order.
func (l *load) readFiles(inputs []input) {
	inline := func(task func()) { task() }
	workers := pool.New().WithMaxGoroutines(l.jobs)
	start := workers.Go
	if l.jobs == 1 {
		start = inline
	}
	for _, i := range inputs {
		if l.stopped() {
			break
		}
		f := &file{File: &sources.File{Name: i.name, Open: i.open, Origin: i.origin}}
		l.files = append(l.files, f)
		if i.size <= syntax.SectionSize {
			start(func() { l.readFile(f, i.size, inline) })
		} else {
			l.readFile(f, i.size, start)
		}
	}
	workers.Wait()
	for _, f := range l.files {
		l.gather(f)
	}
}

// readFile cuts a file into sections; start starts the reading of each.
func (l *load) readFile(f *file, size int64, start func(task func())) {
	var err error
	f.panic = panics.Try(func() {
		err = l.cut(f, size, func(s *syntax.Section) {
			p := &part{}
			f.parts = append(f.parts, p)
			start(func() { p.panic = panics.Try(func() { l.readSection(s, p) }) })
		})
	})
	if err != nil {
		f.unread = true
		f.unreadable = l.unreadable(f.Name, err)
	}
}

func (l *load) unreadable(name string, err error) *report.Problem {
	p := &report.Problem{
		Severity: report.Error, Summary: "Unreadable file", Detail: fmt.Sprintf("The file cannot be read: %s.", Reason(err)), Location: startOf(name),
	}
	if errors.Is(err, errFileTooLarge) {
		p.Summary = "File too large"
		p.Detail = fmt.Sprintf("The file is larger than %s. Split it.%s", limits.InMB(l.limits.FileBytes), limits.AllowedBy(limits.FileBytesSetting))
	}
	return p
}

func startOf(file string) report.Location {
	start := report.Position{Line: 1, Column: 1}
	return report.Location{File: file, Start: start, End: start}
}

// gather takes over what the workers have read of a file. A file that is unreadable anywhere counts as unreadable.
func (l *load) gather(f *file) {
	var readers []*reader
	l.internalError(f.Name, f.panic)
	for _, p := range f.parts {
		f.Pages = append(f.Pages, p.pages...)
		readers = append(readers, p.readers...)
		l.internalError(f.Name, p.panic)
		if f.unreadable == nil {
			f.unreadable = p.unreadable
		}
	}
	f.parts = nil
	if f.unreadable != nil {
		r := l.newReader(f.File)
		r.broken, r.lostLocals = true, true
		r.problems = append(r.problems, *f.unreadable)
		readers = []*reader{r}
	}
	l.sources.Add(f.File)
	l.readers = append(l.readers, readers...)
}

// internalError reports a panic, if there was one.
func (l *load) internalError(file string, r *panics.Recovered) {
	if r == nil {
		return
	}
	l.locals.incomplete = true
	l.problems = append(l.problems, report.Problem{
		Severity: report.Error,
		Summary:  "Internal error",
		Detail:   fmt.Sprintf("Reading %s failed: %v. This is a mistake of hybridlint; please report it.", file, r.Value),
		Location: startOf(file),
	})
}

// readSection reads what needs no locals, and finds the locals.
func (l *load) readSection(s *syntax.Section, into *part) {
	defer func() { l.progress(int64(len(s.Text))) }()
	into.pages = s.Pages(l.sources)
	if at := firstBroken(s.Text); at >= 0 {
		into.unreadable = &report.Problem{
			Severity: report.Error, Summary: "Not UTF-8",
			Detail:   "The file is not UTF-8 from here on. Save it as UTF-8; Windows PowerShell writes UTF-16 unless told otherwise.",
			Location: s.Location(uint32(at), uint32(at)+1),
		}
		return
	}
	s.FindHidden()
	for _, chunks := range runs(s) {
		r := l.newReader(s.File)
		r.section = s
		into.readers = append(into.readers, r)
		if mayNameLocals(s, chunks[0]) {
			r.wait(chunks)
		} else {
			r.readChunks(chunks)
		}
	}
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

// evaluateLocals evaluates the locals of all files, which every other expression may need.
func (l *load) evaluateLocals() {
	for _, r := range l.readers {
		l.locals.incomplete = l.locals.incomplete || r.lostLocals
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

// build links what readers have read.
func (l *load) build(readers []*reader) *model.Model {
	config := &model.Model{Sources: l.sources}
	linker := &linker{model: config, mentioned: l.mentioned, limits: &l.limits, incomplete: l.locals.incomplete, forests: map[string]model.ForestID{}, defaultCalendars: map[model.RecipientID]*defaultCalendar{},
		room: max(1, l.limits.Problems-int(l.totals.problems.Load())), directory: newDirectory(), batches: map[string]*model.MigrationBatch{}, terms: model.NewSharedTerms(), names: l.names.all}
	for _, f := range l.files {
		if !f.unread {
			config.Files++
		}
	}
	for _, r := range readers {
		if r.workspace != nil { // it did not come to its end, and its names are not those of all files
			r.drafts, r.broken = drafts{}, true
		}
		config.Ignores = append(config.Ignores, r.ignores...)
		linker.incomplete = linker.incomplete || r.broken
	}
	switch {
	case l.totals.problem != nil:
		l.problems = append(l.problems, *l.totals.problem) // and what is read is too little to say anything about
	case l.ctx.Err() != nil:
		l.problems = append(l.problems, pathProblem("Interrupted", "Reading was interrupted before every file was read."))
	default:
		linker.build(readers)
		l.problems = append(l.problems, linker.problems...)
	}
	return config
}

// mostSyntaxErrors is how many syntax errors of one file are reported; after so many, the rest is noise.
const mostSyntaxErrors = 20

func (l *load) allProblems() []report.Problem {
	problems := l.problems
	read := map[string][]report.Problem{}
	for _, r := range l.readers {
		problems = append(problems, r.problems...)
		read[r.places.File.Name] = append(read[r.places.File.Name], r.syntax...)
	}
	for _, found := range read {
		if more := len(found) - mostSyntaxErrors; more > 0 {
			found = found[:mostSyntaxErrors]
			found[mostSyntaxErrors-1].Detail += fmt.Sprintf(" The file has %d more syntax errors.", more)
		}
		problems = append(problems, found...)
	}
	slices.SortStableFunc(problems, func(a, b report.Problem) int { return a.Location.Compare(b.Location) })
	return problems
}
