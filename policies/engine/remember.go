package engine

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/policies/facts"
)

// Document is one Rego document over the inputs of one shape: a rule's findings or the answer of an
// inference.
type Document struct {
	compiled *Compiled
	number   int // of the program's documents
	Shape    *facts.Shape
	Ref      ast.Ref
	query    ast.Body
	Reads    Reads
	Facts    []int // of reads, sorted
	// Closure is everything that the document reads itself or through inferences.
	Closure    []facts.Projection
	inferences []*Document

	mu      sync.RWMutex
	answers map[string]*Answer
	numbers map[string]uint64 // distinct answers, for the keys of documents that rest on this one
	// Evaluations counts how often the policy engine was asked.
	Evaluations int
}

// Answer is one remembered answer.
type Answer struct {
	Value    ast.Value // nil where the document is undefined
	number   uint64
	Findings []*Emitted // of rules
	Err      error
	// stopped says that there is no answer, because a limit was reached; the next run may have one.
	stopped bool
}

// Document prepares a document, once.
func (p *Compiled) Document(s *facts.Shape, ref ast.Ref, isRule bool) (*Document, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.prepare(s, ref, isRule)
}

func (p *Compiled) prepare(s *facts.Shape, ref ast.Ref, isRule bool) (*Document, error) {
	name := s.Name + " " + ref.String()
	if d := p.Documents[name]; d != nil {
		return d, nil
	}
	d := &Document{
		compiled: p,
		number:   p.nextNumber,
		Shape:    s,
		Ref:      ref,
		answers:  map[string]*Answer{},
		numbers:  map[string]uint64{},
	}
	p.nextNumber++
	known, ok := p.reads[name]
	if !ok {
		if len(p.compiler.GetRulesExact(ref)) == 0 {
			return nil, fmt.Errorf("%s is not defined", ref)
		}
		var err error
		if known, err = Analyse(p.compiler, s, ref, !isRule); err != nil {
			return nil, err
		}
	}
	d.Reads = known
	for _, inferred := range d.Reads.SortedInferences() {
		if inferred.Equal(ref) {
			continue // a document of several rules reaches itself
		}
		inference, err := p.prepare(s, inferred, false)
		if err != nil {
			return nil, err
		}
		d.inferences = append(d.inferences, inference)
	}
	d.close()
	d.query = ast.NewBody(ast.Equality.Expr(ast.NewTerm(ref), ast.VarTerm("result")))
	p.Documents[name] = d
	return d, nil
}

func (d *Document) close() {
	masks := map[int]uint64{}
	for i, mask := range d.Reads.Facts {
		d.Facts = append(d.Facts, i)
		masks[i] |= mask
	}
	slices.Sort(d.Facts)
	for _, inference := range d.inferences {
		for _, p := range inference.Closure {
			masks[p.Fact] |= p.Mask
		}
	}
	for i, mask := range masks {
		d.Closure = append(d.Closure, facts.Projection{Fact: i, Mask: mask})
	}
	slices.SortFunc(d.Closure, func(a, b facts.Projection) int { return a.Fact - b.Fact })
}

// Answer gives the document's answer for the facts of a subject.
func (d *Document) Answer(ctx context.Context, given *Input) *Answer {
	if !d.compiled.memo {
		return d.evaluate(ctx, d.input(given.Codes, nil))
	}
	var room [256]byte
	key := room[:0]
	for _, i := range d.Facts {
		key = binary.AppendUvarint(key, d.masked(i, given.Codes[i]))
	}
	for _, inference := range d.inferences {
		a := inference.inferred(ctx, given)
		if a.Err != nil {
			return a
		}
		key = binary.AppendUvarint(key, a.number)
	}
	d.mu.RLock()
	a := d.answers[string(key)]
	d.mu.RUnlock()
	if a != nil {
		return a
	}
	return d.remember(ctx, string(key), given.Codes)
}

// inferred is the answer of an inference, asked for once per subject.
func (d *Document) inferred(ctx context.Context, given *Input) *Answer {
	for len(given.answers) <= d.number {
		given.answers = append(given.answers, nil)
	}
	if given.answers[d.number] == nil {
		given.answers[d.number] = d.Answer(ctx, given)
	}
	return given.answers[d.number]
}

func (d *Document) masked(i int, code uint64) uint64 {
	if d.Shape.Facts[i].Kind == facts.SetFact {
		return code & d.Reads.Facts[i]
	}
	return code
}

func (d *Document) remember(ctx context.Context, key string, codes []uint64) *Answer {
	d.mu.Lock()
	defer d.mu.Unlock()
	if a := d.answers[key]; a != nil {
		return a
	}
	a := d.evaluate(ctx, d.input(codes, d.Closure))
	if ctx.Err() != nil || a.stopped {
		return a
	}
	d.Evaluations++
	text := "undefined"
	if a.Value != nil {
		text = a.Value.String()
	}
	number, ok := d.numbers[text]
	if !ok {
		number = uint64(len(d.numbers))
		d.numbers[text] = number
	}
	a.number = number
	d.answers[key] = a
	return a
}
