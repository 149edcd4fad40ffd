package policies

import (
	"hybridlint/policies/facts"

	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"

	"hybridlint/loader"
	"hybridlint/report"
)

// program is a compiled catalog. Answers are remembered by projection: an evaluation depends on a few facts, and thousands
// of subjects agree on them, so each distinct combination is evaluated once, on an input that holds nothing else.
type program struct {
	compiler *ast.Compiler
	store    storage.Store // empty: policies have no data but their own
	memo     bool
	// reads are what documents read where that is known already, nil otherwise.
	reads map[string]reads

	mu         sync.Mutex
	nextNumber int
	documents  map[string]*document // by shape and ref
	cancel     topdown.Cancel
}

// document is one Rego document over the inputs of one shape: a rule's findings or the answer of an inference.
type document struct {
	program *program
	number  int // of the program's documents
	shape   *facts.Shape
	ref     ast.Ref
	query   ast.Body
	reads   reads
	facts   []int // of reads, sorted
	// closure is everything that the document reads itself or through inferences.
	closure    []facts.Projection
	inferences []*document

	mu      sync.RWMutex
	answers map[string]*answerOf
	numbers map[string]uint64 // distinct answers, for the keys of documents that rest on this one
	// evaluations counts how often the policy engine was asked.
	evaluations int
}

// answerOf is one remembered answer.
type answerOf struct {
	value    ast.Value // nil where the document is undefined
	number   uint64
	findings []*ruleFinding // of rules
	err      error
	// stopped says that there is no answer, because a limit was reached; the next run may have one.
	stopped bool
}

// ruleFinding is what a rule emits, before names enter it.
type ruleFinding struct {
	at       []string
	vars     map[string][]string
	assumed  []string
	severity report.Severity // NoSeverity where the metadata's holds
}

// compile prepares the policies.
func (c *Catalog) compile(memo bool) (*program, error) {
	if c.own != nil && c.own.compiler != nil {
		return newProgram(c.own.compiler, c.own.reads, memo), nil
	}
	modules, err := c.modules()
	if err != nil {
		return nil, err
	}
	compiler := ast.NewCompiler()
	if c.tested {
		compiler.WithSkipStages(checks()...)
	} else {
		compiler.WithStrict(true).WithCapabilities(pureCapabilities()).WithSchemas(schemaSet()).WithUseTypeCheckAnnotations(true)
	}
	if compiler.Compile(modules); compiler.Failed() {
		return nil, compiler.Errors
	}
	return newProgram(compiler, nil, memo), nil
}

func newProgram(compiler *ast.Compiler, known map[string]reads, memo bool) *program {
	return &program{compiler: compiler, store: inmem.New(), memo: memo, reads: known, documents: map[string]*document{}, cancel: topdown.NewCancel()}
}

func schemaSet() *ast.SchemaSet {
	schemas := ast.NewSchemaSet()
	for _, s := range facts.Shapes() {
		schemas.Put(ast.MustParseRef("schema."+s.Name), s.Schema())
	}
	return schemas
}

// checks are the stages of the compiler that find mistakes and change nothing, and those for what our policies do not use.
func checks() []ast.StageID {
	return []ast.StageID{
		ast.StageCheckUnusedImports, ast.StageCheckKeywordOverrides, ast.StageCheckDuplicateImports, ast.StageCheckVoidCalls,
		ast.StageRewritePrintCalls, ast.StageParseMetadataBlocks, ast.StageSetAnnotationSet, ast.StageRewriteRegoMetadataCalls,
		ast.StageRewriteWithValues, ast.StageCheckRuleConflicts, ast.StageCheckUndefinedFuncs, ast.StageCheckSafetyRuleHeads,
		ast.StageRewriteTestRulesForTracing, ast.StageCheckTypes, ast.StageCheckUnsafeBuiltins, ast.StageCheckDeprecatedBuiltins,
		ast.StageBuildComprehensionIndices, ast.StageBuildRequiredCapabilities,
	}
}

// parserCapabilities are what the parser makes for every module anew where nobody gives them, which takes a sixth of its time.
var parserCapabilities = sync.OnceValue(func() *ast.Capabilities { return ast.CapabilitiesForThisVersion() })

// evaluations counts how often the policy engine was asked.
func (p *program) evaluations() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := 0
	for _, d := range p.documents {
		d.mu.RLock()
		n += d.evaluations
		d.mu.RUnlock()
	}
	return n
}

// document prepares a document, once.
func (p *program) document(s *facts.Shape, ref ast.Ref, isRule bool) (*document, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.prepare(s, ref, isRule)
}

func (p *program) prepare(s *facts.Shape, ref ast.Ref, isRule bool) (*document, error) {
	name := s.Name + " " + ref.String()
	if d := p.documents[name]; d != nil {
		return d, nil
	}
	d := &document{program: p, number: p.nextNumber, shape: s, ref: ref, answers: map[string]*answerOf{}, numbers: map[string]uint64{}}
	p.nextNumber++
	known, ok := p.reads[name]
	if !ok {
		if len(p.compiler.GetRulesExact(ref)) == 0 {
			return nil, fmt.Errorf("%s is not defined", ref)
		}
		var err error
		if known, err = analyse(p.compiler, s, ref, !isRule); err != nil {
			return nil, err
		}
	}
	d.reads = known
	for _, inferred := range d.reads.sortedInferences() {
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
	p.documents[name] = d
	return d, nil
}

func (d *document) close() {
	masks := map[int]uint64{}
	for i, mask := range d.reads.facts {
		d.facts = append(d.facts, i)
		masks[i] |= mask
	}
	slices.Sort(d.facts)
	for _, inference := range d.inferences {
		for _, p := range inference.closure {
			masks[p.Fact] |= p.Mask
		}
	}
	for i, mask := range masks {
		d.closure = append(d.closure, facts.Projection{Fact: i, Mask: mask})
	}
	slices.SortFunc(d.closure, func(a, b facts.Projection) int { return a.Fact - b.Fact })
}

// answer gives the document's answer for the facts of a subject.
func (d *document) answer(ctx context.Context, given *subjectFacts) *answerOf {
	if !d.program.memo {
		return d.evaluate(ctx, d.input(given.codes, nil))
	}
	var room [256]byte
	key := room[:0]
	for _, i := range d.facts {
		key = binary.AppendUvarint(key, d.masked(i, given.codes[i]))
	}
	for _, inference := range d.inferences {
		a := inference.inferred(ctx, given)
		if a.err != nil {
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
	return d.remember(ctx, string(key), given.codes)
}

// inferred is the answer of an inference, asked for once per subject.
func (d *document) inferred(ctx context.Context, given *subjectFacts) *answerOf {
	for len(given.answers) <= d.number {
		given.answers = append(given.answers, nil)
	}
	if given.answers[d.number] == nil {
		given.answers[d.number] = d.answer(ctx, given)
	}
	return given.answers[d.number]
}

func (d *document) masked(i int, code uint64) uint64 {
	if d.shape.Facts[i].Kind == facts.SetFact {
		return code & d.reads.facts[i]
	}
	return code
}

func (d *document) remember(ctx context.Context, key string, codes []uint64) *answerOf {
	d.mu.Lock()
	defer d.mu.Unlock()
	if a := d.answers[key]; a != nil {
		return a
	}
	a := d.evaluate(ctx, d.input(codes, d.closure))
	if ctx.Err() != nil || a.stopped {
		return a
	}
	d.evaluations++
	text := "undefined"
	if a.value != nil {
		text = a.value.String()
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

// input makes the Rego input: of everything, or of the projected facts only.
func (d *document) input(codes []uint64, only []facts.Projection) *ast.Term {
	if only == nil && !d.program.memo {
		only = d.shape.Everything
	}
	root := ast.NewObject()
	sections := map[string]ast.Object{"": root}
	for path := range d.shape.Sections {
		d.shape.SectionIn(sections, path) // whether a section exists is no fact
	}
	for _, p := range only {
		f := &d.shape.Facts[p.Fact]
		if value := f.Value(codes[p.Fact], p.Mask); value != nil {
			d.shape.SectionIn(sections, f.Section).Insert(f.Name, ast.NewTerm(value))
		}
	}
	return ast.NewTerm(root)
}

// evaluate asks the policy engine, under watch where somebody else wrote the policy.
func (d *document) evaluate(ctx context.Context, input *ast.Term) *answerOf {
	if watch := watchOf(ctx); watch != nil && !d.ref.HasPrefix(programRef()) {
		return watch.evaluate(ctx, d, input)
	}
	return d.ask(ctx, input, d.program.cancel)
}

// ask asks the policy engine. A panic is an error of the rule, not of the run.
func (d *document) ask(ctx context.Context, input *ast.Term, cancel topdown.Cancel) (a *answerOf) {
	a = &answerOf{}
	defer func() {
		if cause := recover(); cause != nil {
			a.err = fmt.Errorf("%s: the policy engine gave up: %v", d.ref, cause)
		}
	}()
	txn, err := d.program.store.NewTransaction(ctx)
	if err != nil {
		return &answerOf{err: err}
	}
	defer d.program.store.Abort(ctx, txn)
	query := topdown.NewQuery(d.query).
		WithCompiler(d.program.compiler).
		WithStore(d.program.store).
		WithTransaction(txn).
		WithStrictBuiltinErrors(true).
		WithCancel(cancel).
		WithInput(input)
	err = query.Iter(ctx, func(result topdown.QueryResult) error {
		a.value = result[ast.Var("result")].Value
		return nil
	})
	if err != nil {
		a.err = fmt.Errorf("%s: %w", d.ref, err)
	}
	if a.err == nil && d.ref[len(d.ref)-1].Equal(ast.StringTerm("finding")) {
		a.findings, a.err = readFindings(a.value)
	}
	return a
}

// readFindings takes the set that a rule emits apart.
func readFindings(value ast.Value) ([]*ruleFinding, error) {
	set, ok := value.(ast.Set)
	if !ok {
		return nil, errors.New("finding is not a set; write finding contains {…}")
	}
	var findings []*ruleFinding
	for _, term := range set.Slice() {
		object, ok := term.Value.(ast.Object)
		if !ok {
			return nil, fmt.Errorf("the finding %s is no object", term)
		}
		f, err := readFinding(object)
		if err != nil {
			return nil, fmt.Errorf("the finding %s: %w", term, err)
		}
		findings = append(findings, f)
	}
	return findings, nil
}

func readFinding(object ast.Object) (*ruleFinding, error) {
	f := &ruleFinding{}
	return f, object.Iter(func(key, value *ast.Term) error {
		name, _ := key.Value.(ast.String)
		switch name {
		case "at":
			f.at = stringsOf(value.Value)
			if len(f.at) > 0 && f.at[0] != "object" && !loader.KnownAttribute(f.at[0]) {
				return fmt.Errorf("at: %q is no attribute of the language", f.at[0])
			}
		case "assumed":
			f.assumed = stringsOf(value.Value)
		case "severity":
			text, _ := value.Value.(ast.String)
			severity, ok := report.ParseSeverity(string(text))
			if !ok {
				return fmt.Errorf("severity: %s is none of error, warning, note", value)
			}
			f.severity = severity
		case "vars":
			vars, ok := value.Value.(ast.Object)
			if !ok {
				return errors.New("vars is no object")
			}
			f.vars = map[string][]string{}
			vars.Foreach(func(name, value *ast.Term) {
				f.vars[strings.Join(stringsOf(name.Value), "")] = stringsOf(value.Value)
			})
		default:
			return fmt.Errorf("%s is none of at, assumed, severity, vars", key)
		}
		return nil
	})
}

// stringsOf lists the texts of an array or a set in their order; anything else is its own text.
func stringsOf(value ast.Value) []string {
	var texts []string
	add := func(term *ast.Term) {
		if s, ok := term.Value.(ast.String); ok {
			texts = append(texts, string(s))
			return
		}
		texts = append(texts, term.String())
	}
	switch value := value.(type) {
	case *ast.Array:
		value.Foreach(add)
	case ast.Set:
		for _, term := range value.Slice() {
			add(term)
		}
	default:
		add(ast.NewTerm(value))
	}
	return texts
}
