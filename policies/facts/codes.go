package facts

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unsafe"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/loader/model"
)

// Shape is the form of one scope's input, made from its struct: the facts with their paths, and how
// a fact becomes a number (its code) and a Rego value.
type Shape struct {
	Name   string
	Input  reflect.Type
	Facts  []Fact
	ByPath map[string]int // path joined by dots
	// Sections are the objects that hold facts, by path.
	Sections map[string]Section
	// Everything projects onto all facts.
	Everything []Projection
}

// Section is an object that holds facts or other sections.
type Section struct {
	parent string
	name   *ast.Term
}

// Kind is what values a fact has.
type Kind uint8

// The kinds.
const (
	boolFact Kind = iota // always defined
	EnumerationFact
	truthFact // model.Bool
	numberFact
	dateFact
	SetFact
)

// Fact is one leaf of a shape. Code 0 is "undefined".
type Fact struct {
	Path []string
	// Section is the path without its last part, which is name.
	Section string
	Name    *ast.Term
	// offset is that of the field in the input's struct.
	offset uintptr
	Kind   Kind
	Words  []string
}

// wordsOf is an enumeration, or a list of one.
type wordsOf interface{ Words() []string }

func newShape(name string, input any) *Shape {
	s := &Shape{Name: name, Input: reflect.TypeOf(input), ByPath: map[string]int{}, Sections: map[string]Section{}}
	s.add(reflect.TypeOf(input), nil, 0)
	return s
}

func (s *Shape) add(t reflect.Type, path []string, offset uintptr) {
	for field := range t.Fields() {
		name, ok := field.Tag.Lookup("rego")
		if !ok {
			panic(fmt.Sprintf("field %s of %s has no name in Rego", field.Name, t))
		}
		path, offset := append(slices.Clip(path), name), offset+field.Offset
		if kind, words, ok := kindOf(field.Type); ok {
			s.ByPath[strings.Join(path, ".")] = len(s.Facts)
			s.Everything = append(s.Everything, Projection{Fact: len(s.Facts), Mask: AllMembers})
			s.Facts = append(s.Facts, Fact{
				Path: path, Section: strings.Join(path[:len(path)-1], "."), Name: ast.InternedTerm(name),
				offset: offset, Kind: kind, Words: words,
			})
			continue
		}
		parent := strings.Join(path[:len(path)-1], ".")
		s.Sections[strings.Join(path, ".")] = Section{parent: parent, name: ast.InternedTerm(name)}
		s.add(field.Type, path, offset)
	}
}

func kindOf(t reflect.Type) (kind Kind, words []string, ok bool) {
	zero := reflect.Zero(t).Interface()
	switch zero := zero.(type) {
	case bool:
		return boolFact, nil, true
	case model.Bool:
		return truthFact, nil, true
	case Number:
		return numberFact, nil, true
	case model.Date:
		return dateFact, nil, true
	case wordsOf:
		if t.Kind() == reflect.Uint8 {
			return EnumerationFact, zero.Words(), true
		}
		return SetFact, zero.Words(), true
	}
	if t.Kind() != reflect.Struct {
		panic(fmt.Sprintf("%s is no type for a fact", t))
	}
	return 0, nil, false
}

// SectionIn finds or makes the object of a section; made ones are kept in objects.
func (s *Shape) SectionIn(objects map[string]ast.Object, path string) ast.Object {
	object := objects[path]
	if object == nil {
		object = ast.NewObject()
		objects[path] = object
		own := s.Sections[path]
		s.SectionIn(objects, own.parent).Insert(own.name, ast.NewTerm(object))
	}
	return object
}

// Code reads a field by its offset: reflection costs ten times as much, and this is done for every
// fact of every subject.
func (f *Fact) Code(input unsafe.Pointer) uint64 {
	field := unsafe.Add(input, f.offset)
	switch f.Kind {
	case boolFact:
		if *(*bool)(field) {
			return 2
		}
		return 1
	case numberFact:
		if n := (*Number)(field); n.known {
			return uint64(uint32(n.Value)) + 1
		}
		return 0
	case dateFact:
		return uint64(*(*model.Date)(field))
	case SetFact:
		return *(*uint64)(field)
	default:
		return uint64(*(*uint8)(field))
	}
}

// Value is the Rego value of a code, nil where it is undefined. Of a set, only the members in the
// mask are made.
func (f *Fact) Value(code, mask uint64) ast.Value {
	if code == 0 && f.Kind != SetFact {
		return nil
	}
	switch f.Kind {
	case boolFact, truthFact:
		return ast.InternedTerm(code == 2).Value
	case numberFact:
		return ast.InternedTerm(int(int32(uint32(code - 1)))).Value
	case dateFact:
		return ast.String(fmt.Sprintf("%04d-%02d-%02d", code/10000, code/100%100, code%100))
	case SetFact:
		members := ast.NewObject()
		for i, bit := range f.Members() {
			if mask&bit != 0 {
				members.Insert(ast.InternedTerm(f.MemberName(i)), ast.InternedTerm(code&bit != 0))
			}
		}
		return members
	default:
		return ast.InternedTerm(f.Words[code]).Value
	}
}

// Members gives one bit per member of a set: first "declared", then the words of the enumeration.
func (f *Fact) Members() []uint64 {
	bits := []uint64{1 << 63}
	for i := 1; i < len(f.Words); i++ {
		bits = append(bits, 1<<i)
	}
	return bits
}

// MemberName is the name of a member by its place among Members.
func (f *Fact) MemberName(i int) string {
	if i == 0 {
		return "declared"
	}
	return f.Words[i]
}

// MemberBit is the bit of a named member of a set.
func (f *Fact) MemberBit(name string) (bit uint64, ok bool) {
	for i, bit := range f.Members() {
		if f.MemberName(i) == name {
			return bit, true
		}
	}
	return 0, false
}

// Text is the value of a code for a comparison with metadata.
func (f *Fact) Text(code uint64) string {
	v := f.Value(code, ^uint64(0))
	if v == nil {
		return ""
	}
	if s, ok := v.(ast.String); ok {
		return string(s)
	}
	return v.String()
}

// Texts are all texts of a fact that has few of them, nil for numbers, dates and sets.
func (f *Fact) Texts() []string {
	switch f.Kind {
	case boolFact:
		return []string{"false", "true"}
	case truthFact:
		return []string{"", "false", "true"}
	case EnumerationFact:
		return f.Words
	default:
		return nil
	}
}
