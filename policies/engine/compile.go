package engine

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"

	"hybridlint/policies/facts"
)

// Compiled is a compiled catalog. Answers are remembered by projection: an evaluation depends on a
// few facts, and thousands of subjects agree on them, so each distinct combination is evaluated
// once, on an input that holds nothing else.
type Compiled struct {
	compiler *ast.Compiler
	store    storage.Store // empty: policies have no data but their own
	memo     bool
	// reads are what documents read where that is known already, nil otherwise.
	reads map[string]Reads

	mu         sync.Mutex
	nextNumber int
	Documents  map[string]*Document // by shape and ref
	cancel     topdown.Cancel
}

// New prepares what was compiled for being asked, with memoisation or without. What documents read
// is known beforehand for some, by shape and ref; nil for none.
func New(compiler *ast.Compiler, known map[string]Reads, memo bool) *Compiled {
	return &Compiled{
		compiler:  compiler,
		store:     inmem.New(),
		memo:      memo,
		reads:     known,
		Documents: map[string]*Document{},
		cancel:    topdown.NewCancel(),
	}
}

func schemaSet() *ast.SchemaSet {
	schemas := ast.NewSchemaSet()
	for _, s := range facts.Shapes() {
		schemas.Put(ast.MustParseRef("schema."+s.Name), s.Schema())
	}
	return schemas
}

// checks are the stages of the compiler that find mistakes and change nothing, and those for what
// our policies do not use.
func checks() []ast.StageID {
	return []ast.StageID{
		ast.StageCheckUnusedImports, ast.StageCheckKeywordOverrides, ast.StageCheckDuplicateImports, ast.StageCheckVoidCalls,
		ast.StageRewritePrintCalls, ast.StageParseMetadataBlocks, ast.StageSetAnnotationSet, ast.StageRewriteRegoMetadataCalls,
		ast.StageRewriteWithValues, ast.StageCheckRuleConflicts, ast.StageCheckUndefinedFuncs, ast.StageCheckSafetyRuleHeads,
		ast.StageRewriteTestRulesForTracing, ast.StageCheckTypes, ast.StageCheckUnsafeBuiltins, ast.StageCheckDeprecatedBuiltins,
		ast.StageBuildComprehensionIndices, ast.StageBuildRequiredCapabilities,
	}
}

// Evaluations counts how often the policy engine was asked.
func (p *Compiled) Evaluations() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := 0
	for _, d := range p.Documents {
		d.mu.RLock()
		n += d.Evaluations
		d.mu.RUnlock()
	}
	return n
}

// TestedCompiler compiles policies in which tests have found no mistake, and looks for none.
func TestedCompiler() *ast.Compiler { return ast.NewCompiler().WithSkipStages(checks()...) }

// CheckingCompiler compiles policies in which there may be mistakes, and finds them.
func CheckingCompiler() *ast.Compiler {
	return ast.NewCompiler().WithStrict(true).WithCapabilities(PureCapabilities()).WithSchemas(schemaSet()).
		WithUseTypeCheckAnnotations(true)
}
