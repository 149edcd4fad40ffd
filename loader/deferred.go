package loader

import (
	"bytes"

	"github.com/sourcegraph/conc/panics"
	"github.com/sourcegraph/conc/pool"

	"hybridlint/loader/sources"
	"hybridlint/loader/syntax"
)

// What names a local waits until the locals of all files are known. Its text does not: it is read again then.

// deferred is a part of a file that waits.
type deferred struct {
	sources.Stretch
	line int
	// chunks are set where the text is still there.
	chunks []syntax.Chunk
}

// runs puts the chunks next to each other together that wait, and those that do not.
func runs(s *syntax.Section) [][]syntax.Chunk {
	var runs [][]syntax.Chunk
	from := 0
	for i := range s.Chunks {
		if i > 0 && mayNameLocals(s, s.Chunks[i]) != mayNameLocals(s, s.Chunks[i-1]) {
			runs = append(runs, s.Chunks[from:i])
			from = i
		}
	}
	if from < len(s.Chunks) {
		runs = append(runs, s.Chunks[from:])
	}
	return runs
}

// mayNameLocals tells whether the word occurs in a chunk. Without it there is neither a local in it nor the name of one.
func mayNameLocals(s *syntax.Section, c syntax.Chunk) bool {
	return bytes.Contains(s.Text[c.Start:c.End], []byte("local"))
}

// wait notes which part of the section is to be read later, and finds the locals in it. Every other block is read then.
func (r *reader) wait(chunks []syntax.Chunk) {
	s := r.section
	start, end := chunks[0].Start, chunks[len(chunks)-1].End
	r.part = &deferred{
		Stretch: sources.Stretch{Start: s.Start + start, End: s.Start + end, Sum: r.sources.Sum(s.Text[start:end])},
		line:    r.position(start).Line,
	}
	for _, c := range chunks {
		if r.stopped() {
			return
		}
		r.findLocals(c)
	}
	if len(r.localsBlocks) > 0 {
		r.part.chunks = chunks
	} else {
		r.section = nil
	}
}

// findLocals notes the locals blocks of a chunk.
func (r *reader) findLocals(c syntax.Chunk) {
	mentions := func(c syntax.Chunk) bool { return bytes.Contains(r.section.Text[c.Start:c.End], []byte("locals")) }
	if !mentions(c) {
		return
	}
	for _, i := range syntax.CutItems(r.section.Text, c) {
		if r.stopped() {
			return
		}
		switch {
		case !mentions(i):
		case r.surveySyntax(i) == nil:
			r.findLocalsIn(i)
		default:
			r.lostLocals = true
		}
	}
}

func (r *reader) findLocalsIn(item syntax.Chunk) {
	body, diagnostics := r.parse(item)
	lost, _ := syntaxErrors(diagnostics)
	isLost := len(lost) > 0 || len(r.section.HiddenIn(item)) > 0
	r.lostLocals = r.lostLocals || isLost
	for _, b := range body.Blocks {
		start, end := syntax.BytesOf(b.TypeRange)
		if b.Type == "locals" && r.countLocals(len(b.Body.Attributes), start, end) {
			r.localsBlocks = append(r.localsBlocks, localsBlock{block: b, lost: isLost})
		}
	}
}

// readDeferred reads what has waited.
func (l *load) readDeferred() {
	workers := pool.New().WithMaxGoroutines(l.jobs)
	var waiting []*reader
	for _, r := range l.readers {
		if r.part != nil {
			waiting = append(waiting, r)
		}
	}
	recovered := make([]*panics.Recovered, len(waiting))
	start := workers.Go
	if l.jobs == 1 {
		start = func(task func()) { task() }
	}
	for i, r := range waiting {
		start(func() {
			if !l.stopped() {
				recovered[i] = panics.Try(r.readPart)
			}
		})
	}
	workers.Wait()
	for i, p := range recovered {
		l.internalError(waiting[i].places.File.Name, p)
	}
}

// readPart reads the part of the file that has waited.
func (r *reader) readPart() {
	if r.section == nil && !r.fetch() {
		r.broken = true
		r.problemAt(startOf(r.places.File.Name), "File changed", "The file was changed while it was being read. Run the check again.")
		r.finish()
		return
	}
	r.readChunks(r.part.chunks)
}

// fetch reads the text of the part again; not ok means that it is not what it was.
func (r *reader) fetch() bool {
	text, ok := r.sources.Again(r.places.File, r.part.Stretch)
	if !ok {
		return false
	}
	r.section = &syntax.Section{File: r.places.File, Text: text, Start: r.part.Start, Line: r.part.line}
	r.section.FindHidden()
	r.part.chunks, _, _ = syntax.CutChunks(text, true)
	return true
}
