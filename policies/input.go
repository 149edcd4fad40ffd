package policies

import (
	"hybridlint/policies/facts"

	"fmt"
	"reflect"
	"slices"
	"unsafe"
)

// scopeFacts are the facts of an input as the rules of a scope see them.
func scopeFacts[T any](s facts.Scope, input T) *subjectFacts {
	return factsOf(facts.Shapes()[s], &input)
}

// subjectFacts are the facts of one view of a subject, one code per fact of its shape.
type subjectFacts struct {
	codes []uint64
	// projected is room for the codes of a projection.
	projected []uint64
	// answers are those of the documents that were asked about these facts, by the document's number.
	answers []*answerOf
}

// read takes the facts of an input, which is a pointer to the struct of the shape.
func (f *subjectFacts) read(s *facts.Shape, input unsafe.Pointer) {
	f.codes = f.codes[:0]
	for i := range s.Facts {
		f.codes = append(f.codes, s.Facts[i].Code(input))
	}
	clear(f.answers)
}

// project leaves nothing but some facts, and of sets some members.
func (f *subjectFacts) project(onto []facts.Projection) {
	f.projected = slices.Grow(f.projected[:0], len(f.codes))[:len(f.codes)]
	clear(f.projected)
	for _, p := range onto {
		f.projected[p.Fact] = f.codes[p.Fact] & p.Mask
	}
	f.codes, f.projected = f.projected, f.codes
}

// factsOf takes the facts of an input.
func factsOf[T any](s *facts.Shape, input *T) *subjectFacts {
	if s.Input != reflect.TypeFor[T]() {
		panic(fmt.Sprintf("%T is not the input of the scope %s", input, s.Name))
	}
	f := &subjectFacts{codes: make([]uint64, 0, len(s.Facts))}
	f.read(s, unsafe.Pointer(input))
	return f
}
