package engine

import (
	"fmt"
	"reflect"
	"slices"
	"unsafe"

	"hybridlint/policies/facts"
)

// InputFor are the facts of an input as the rules of a scope see them.
func InputFor[T any](s facts.Scope, input T) *Input {
	return InputOf(facts.Shapes()[s], &input)
}

// Input are the facts of one view of a subject, one code per fact of its shape.
type Input struct {
	Codes []uint64
	// projected is room for the codes of a projection.
	projected []uint64
	// answers are those of the documents that were asked about these facts, by the document's
	// number.
	answers []*Answer
}

// Read takes the facts of an input, which is a pointer to the struct of the shape.
func (f *Input) Read(s *facts.Shape, input unsafe.Pointer) {
	f.Codes = f.Codes[:0]
	for i := range s.Facts {
		f.Codes = append(f.Codes, s.Facts[i].Code(input))
	}
	clear(f.answers)
}

// Project leaves nothing but some facts, and of sets some members.
func (f *Input) Project(onto []facts.Projection) {
	f.projected = slices.Grow(f.projected[:0], len(f.Codes))[:len(f.Codes)]
	clear(f.projected)
	for _, p := range onto {
		f.projected[p.Fact] = f.Codes[p.Fact] & p.Mask
	}
	f.Codes, f.projected = f.projected, f.Codes
}

// InputOf takes the facts of an input.
func InputOf[T any](s *facts.Shape, input *T) *Input {
	if s.Input != reflect.TypeFor[T]() {
		panic(fmt.Sprintf("%T is not the input of the scope %s", input, s.Name))
	}
	f := &Input{Codes: make([]uint64, 0, len(s.Facts))}
	f.Read(s, unsafe.Pointer(input))
	return f
}
