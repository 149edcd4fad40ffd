package policies

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unsafe"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/loader"
)

// A shape is the form of one scope's input, made from its struct: the facts with their paths, and how a fact becomes a
// number (its code) and a Rego value.
type shape struct {
	name   string
	input  reflect.Type
	facts  []fact
	byPath map[string]int // path joined by dots
	// sections are the objects that hold facts, by path.
	sections map[string]section
	// everything projects onto all facts.
	everything []projection
}

// section is an object that holds facts or other sections.
type section struct {
	parent string
	name   *ast.Term
}

type factKind uint8

const (
	boolFact factKind = iota // always defined
	enumerationFact
	truthFact // loader.Bool
	numberFact
	dateFact
	setFact
)

// fact is one leaf of a shape. Code 0 is "undefined".
type fact struct {
	path []string
	// section is the path without its last part, which is name.
	section string
	name    *ast.Term
	// offset is that of the field in the input's struct.
	offset uintptr
	kind   factKind
	words  []string
}

// wordsOf is an enumeration, or a list of one.
type wordsOf interface{ Words() []string }

func newShape(name string, input any) *shape {
	s := &shape{name: name, input: reflect.TypeOf(input), byPath: map[string]int{}, sections: map[string]section{}}
	s.add(reflect.TypeOf(input), nil, 0)
	return s
}

func (s *shape) add(t reflect.Type, path []string, offset uintptr) {
	for field := range t.Fields() {
		name, ok := field.Tag.Lookup("rego")
		if !ok {
			panic(fmt.Sprintf("field %s of %s has no name in Rego", field.Name, t))
		}
		path, offset := append(slices.Clip(path), name), offset+field.Offset
		if kind, words, ok := kindOf(field.Type); ok {
			s.byPath[strings.Join(path, ".")] = len(s.facts)
			s.everything = append(s.everything, projection{fact: len(s.facts), mask: allMembers})
			s.facts = append(s.facts, fact{
				path: path, section: strings.Join(path[:len(path)-1], "."), name: ast.InternedTerm(name), offset: offset, kind: kind, words: words,
			})
			continue
		}
		s.sections[strings.Join(path, ".")] = section{parent: strings.Join(path[:len(path)-1], "."), name: ast.InternedTerm(name)}
		s.add(field.Type, path, offset)
	}
}

func kindOf(t reflect.Type) (kind factKind, words []string, ok bool) {
	zero := reflect.Zero(t).Interface()
	switch zero := zero.(type) {
	case bool:
		return boolFact, nil, true
	case loader.Bool:
		return truthFact, nil, true
	case number:
		return numberFact, nil, true
	case loader.Date:
		return dateFact, nil, true
	case wordsOf:
		if t.Kind() == reflect.Uint8 {
			return enumerationFact, zero.Words(), true
		}
		return setFact, zero.Words(), true
	}
	if t.Kind() != reflect.Struct {
		panic(fmt.Sprintf("%s is no type for a fact", t))
	}
	return 0, nil, false
}

// section finds or makes the object of a section; made ones are kept in objects.
func (s *shape) section(objects map[string]ast.Object, path string) ast.Object {
	object := objects[path]
	if object == nil {
		object = ast.NewObject()
		objects[path] = object
		own := s.sections[path]
		s.section(objects, own.parent).Insert(own.name, ast.NewTerm(object))
	}
	return object
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
func (f *subjectFacts) read(s *shape, input unsafe.Pointer) {
	f.codes = f.codes[:0]
	for i := range s.facts {
		f.codes = append(f.codes, s.facts[i].code(input))
	}
	clear(f.answers)
}

// project leaves nothing but some facts, and of sets some members.
func (f *subjectFacts) project(onto []projection) {
	f.projected = slices.Grow(f.projected[:0], len(f.codes))[:len(f.codes)]
	clear(f.projected)
	for _, p := range onto {
		f.projected[p.fact] = f.codes[p.fact] & p.mask
	}
	f.codes, f.projected = f.projected, f.codes
}

// factsOf takes the facts of an input.
func factsOf[T any](s *shape, input *T) *subjectFacts {
	if s.input != reflect.TypeFor[T]() {
		panic(fmt.Sprintf("%T is not the input of the scope %s", input, s.name))
	}
	f := &subjectFacts{codes: make([]uint64, 0, len(s.facts))}
	f.read(s, unsafe.Pointer(input))
	return f
}

// code reads a field by its offset: reflection costs ten times as much, and this is done for every fact of every subject.
func (f *fact) code(input unsafe.Pointer) uint64 {
	field := unsafe.Add(input, f.offset)
	switch f.kind {
	case boolFact:
		if *(*bool)(field) {
			return 2
		}
		return 1
	case numberFact:
		if n := (*number)(field); n.known {
			return uint64(uint32(n.value)) + 1
		}
		return 0
	case dateFact:
		return uint64(*(*loader.Date)(field))
	case setFact:
		return *(*uint64)(field)
	default:
		return uint64(*(*uint8)(field))
	}
}

// value is the Rego value of a code, nil where it is undefined. Of a set, only the members in the mask are made.
func (f *fact) value(code, mask uint64) ast.Value {
	if code == 0 && f.kind != setFact {
		return nil
	}
	switch f.kind {
	case boolFact, truthFact:
		return ast.InternedTerm(code == 2).Value
	case numberFact:
		return ast.InternedTerm(int(int32(uint32(code - 1)))).Value
	case dateFact:
		return ast.String(fmt.Sprintf("%04d-%02d-%02d", code/10000, code/100%100, code%100))
	case setFact:
		members := ast.NewObject()
		for i, bit := range f.members() {
			if mask&bit != 0 {
				members.Insert(ast.InternedTerm(f.memberName(i)), ast.InternedTerm(code&bit != 0))
			}
		}
		return members
	default:
		return ast.InternedTerm(f.words[code]).Value
	}
}

// members gives one bit per member of a set: first "declared", then the words of the enumeration.
func (f *fact) members() []uint64 {
	bits := []uint64{1 << 63}
	for i := 1; i < len(f.words); i++ {
		bits = append(bits, 1<<i)
	}
	return bits
}

func (f *fact) memberName(i int) string {
	if i == 0 {
		return "declared"
	}
	return f.words[i]
}

// memberBit is the bit of a named member of a set.
func (f *fact) memberBit(name string) (bit uint64, ok bool) {
	for i, bit := range f.members() {
		if f.memberName(i) == name {
			return bit, true
		}
	}
	return 0, false
}

// text is the value of a code for a comparison with metadata.
func (f *fact) text(code uint64) string {
	v := f.value(code, ^uint64(0))
	if v == nil {
		return ""
	}
	if s, ok := v.(ast.String); ok {
		return string(s)
	}
	return v.String()
}

// texts are all texts of a fact that has few of them, nil for numbers, dates and sets.
func (f *fact) texts() []string {
	switch f.kind {
	case boolFact:
		return []string{"false", "true"}
	case truthFact:
		return []string{"", "false", "true"}
	case enumerationFact:
		return f.words
	default:
		return nil
	}
}

// schema is the JSON schema of the shape. It has no free keys, so that a misspelt fact is a compile error.
func (s *shape) schema() map[string]any {
	root := objectSchema()
	root["$schema"] = "http://json-schema.org/draft-07/schema#"
	root["title"] = "input of the scope " + s.name
	for i := range s.facts {
		f := &s.facts[i]
		parent := root
		for _, name := range f.path[:len(f.path)-1] {
			properties := parent["properties"].(map[string]any)
			if properties[name] == nil {
				properties[name] = objectSchema()
			}
			parent = properties[name].(map[string]any)
		}
		parent["properties"].(map[string]any)[f.path[len(f.path)-1]] = f.schema()
	}
	return root
}

func objectSchema() map[string]any {
	return map[string]any{"type": "object", "additionalProperties": false, "properties": map[string]any{}}
}

func (f *fact) schema() map[string]any {
	switch f.kind {
	case boolFact, truthFact:
		return map[string]any{"type": "boolean"}
	case numberFact:
		return map[string]any{"type": "integer"}
	case dateFact:
		return map[string]any{"type": "string", "format": "date"}
	case setFact:
		members := objectSchema()
		for i := range f.members() {
			members["properties"].(map[string]any)[f.memberName(i)] = map[string]any{"type": "boolean"}
		}
		return members
	default:
		return map[string]any{"type": "string", "enum": f.words[1:]}
	}
}
