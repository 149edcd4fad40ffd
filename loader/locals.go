package loader

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"hybridlint/loader/suggest"
	"hybridlint/loader/syntax"
	"hybridlint/report"
)

// locals are the values of all locals blocks of a configuration.
type locals struct {
	byName map[string]*local
	// suggest finds names that were probably meant; it is made when somebody asks for the first time.
	suggest func() *suggest.Vocabulary
	// incomplete says that some files could not be read, so that an unknown local may be declared there.
	incomplete bool
}

type local struct {
	name string
	// in is where it is declared; it has the text until all locals are computed.
	in        *reader
	attribute *hclsyntax.Attribute
	uses      []string
	waitsFor  int
	value     cty.Value
	state     localState
	location  report.Location
}

type localState uint8

const (
	localUnknown localState = iota
	localWaiting
	localKnown
	localFailed
)

// localsBlock is one block of them; lost says that there is a syntax error in or near it.
type localsBlock struct {
	block *hclsyntax.Block
	lost  bool
}

func newLocals() *locals {
	l := &locals{byName: map[string]*local{}}
	l.suggest = sync.OnceValue(func() *suggest.Vocabulary { return suggest.NewShortVocabulary(l.names()) })
	return l
}

func (l *locals) state(name string) localState {
	if found := l.byName[name]; found != nil {
		return found.state
	}
	return localUnknown
}

func (l *locals) names() []string {
	names := make([]string, 0, len(l.byName))
	for name := range l.byName {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (l *locals) mayBeElsewhere() string {
	if l.incomplete {
		return mayBeElsewhere
	}
	return ""
}

// scope is what an expression sees: the locals that it names, and no more.
func (l *locals) scope(e hclsyntax.Expression) map[string]cty.Value {
	values := map[string]cty.Value{}
	for _, name := range usedLocals(e) {
		if found := l.byName[name]; found != nil && found.state == localKnown {
			values[name] = found.value
		}
	}
	return map[string]cty.Value{"local": cty.ObjectVal(values)}
}

func usedLocals(e hclsyntax.Expression) []string {
	var names []string
	for _, t := range e.Variables() {
		if t.RootName() == "local" {
			if name := localName(t); name != "" {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// declare takes the attributes of one locals block.
func (l *locals) declare(r *reader, block *hclsyntax.Block) {
	for i := range block.Labels {
		start, end := syntax.BytesOf(block.LabelRanges[i])
		r.problem("Unexpected label", start, end, "A locals block has no label. Remove it.")
	}
	for _, inner := range block.Body.Blocks {
		start, end := syntax.BytesOf(inner.TypeRange)
		r.problem("Unexpected block", start, end, "A locals block holds attributes only: NAME = value.")
	}
	for _, a := range inOrder(block.Body.Attributes) {
		start, end := syntax.BytesOf(a.NameRange)
		if first := l.byName[a.Name]; first != nil {
			r.problem("Duplicate local", start, end, "The local %q is already declared at %s. Give one of the two another name.",
				a.Name, place(first.location))
			continue
		}
		l.byName[a.Name] = &local{name: a.Name, in: r, attribute: a, state: localWaiting, location: r.section.Location(start, end)}
	}
}

// lose takes the names of a locals block that may not be whole, so that using them is no error of its own.
func (l *locals) lose(r *reader, block *hclsyntax.Block) {
	for _, a := range inOrder(block.Body.Attributes) {
		if l.byName[a.Name] == nil {
			start, end := syntax.BytesOf(a.NameRange)
			l.byName[a.Name] = &local{name: a.Name, in: r, state: localFailed, location: r.section.Location(start, end)}
		}
	}
}

// evaluate computes every local after those that it uses. What is left over goes round in circles.
func (l *locals) evaluate() {
	all := l.inOrder()
	users := map[*local][]*local{}
	var ready []*local
	for _, x := range all {
		if x.state == localFailed {
			continue
		}
		x.uses = usedLocals(x.attribute.Expr)
		for _, name := range x.uses {
			if used := l.byName[name]; used != nil && used.state != localFailed {
				x.waitsFor++
				users[used] = append(users[used], x)
			}
		}
		if x.waitsFor == 0 {
			ready = append(ready, x)
		}
	}
	for len(ready) > 0 {
		x := ready[0]
		ready = ready[1:]
		x.compute()
		for _, user := range users[x] {
			if user.waitsFor--; user.waitsFor == 0 {
				ready = append(ready, user)
			}
		}
	}
	l.reportCycles(all)
	for _, x := range all {
		x.attribute = nil
	}
}

func (l *locals) inOrder() []*local {
	all := make([]*local, 0, len(l.byName))
	for _, x := range l.byName {
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b *local) int {
		return a.location.Compare(b.location)
	})
	return all
}

func (x *local) compute() {
	v, ok := x.in.compute(x.attribute.Expr)
	if !ok {
		x.state = localFailed
		return
	}
	x.value, x.state = v, localKnown
}

// reportCycles reports each circle once, at the first of its locals; what only leads into one fails without a word.
func (l *locals) reportCycles(all []*local) {
	for _, x := range all {
		if x.state == localWaiting {
			l.reportCycle(x)
		}
	}
}

func (l *locals) reportCycle(x *local) {
	var path []*local
	walked := map[*local]int{}
	for x != nil && x.state == localWaiting {
		x.state = localFailed
		walked[x] = len(path)
		path = append(path, x)
		x = l.nextInCircle(x, walked)
	}
	if x == nil {
		return
	}
	const most = 10
	circle := path[walked[x]:]
	names := make([]string, 0, most+2)
	for _, y := range circle[:min(len(circle), most)] {
		names = append(names, "local."+y.name)
	}
	if len(circle) > most {
		names = append(names, "…")
	}
	names = append(names, "local."+x.name)
	first := circle[0]
	first.in.problemAt(first.location, "Circular locals", "These values need each other: %s. Write one of them out.", strings.Join(names, " → "))
}

// nextInCircle is a local that x waits for: one that is still waiting, or else one on the way that was walked.
func (l *locals) nextInCircle(x *local, walked map[*local]int) *local {
	var closing *local
	for _, name := range x.uses {
		used := l.byName[name]
		if used == nil {
			continue
		}
		if used.state == localWaiting {
			return used
		}
		if _, onTheWay := walked[used]; onTheWay {
			closing = used
		}
	}
	return closing
}

// place names a place in a message: "forests.hcl:12".
func place(l report.Location) string { return fmt.Sprintf("%s:%d", l.File, l.Start.Line) }

// inOrder gives the attributes in the order in which they are written.
func inOrder(attributes hclsyntax.Attributes) []*hclsyntax.Attribute {
	given := make([]*hclsyntax.Attribute, 0, len(attributes))
	for _, a := range attributes {
		given = append(given, a)
	}
	slices.SortFunc(given, func(a, b *hclsyntax.Attribute) int { return cmp.Compare(a.SrcRange.Start.Byte, b.SrcRange.Start.Byte) })
	return given
}

const mayBeElsewhere = " Some files could not be read completely: it may be declared there."
