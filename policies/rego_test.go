package policies

import (
	"context"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/open-policy-agent/opa/v1/loader"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"

	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/userrules"
)

var update = flag.Bool("update", false, "rewrite generated files and goldens")

func regoFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*/*.rego")
	if err != nil || len(files) == 0 {
		t.Fatalf("no policies: %v", err)
	}
	return files
}

// TestRego runs the tests beside the rules, and wants every line of every rule and inference covered by them.
func TestRego(t *testing.T) {
	modules := map[string]*ast.Module{}
	for _, file := range regoFiles(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		modules[file] = ast.MustParseModuleWithOpts(string(text), ast.ParserOptions{ProcessAnnotation: true, RegoVersion: ast.RegoV1})
		for _, rule := range modules[file].Rules {
			rule.Location.File = file
		}
	}
	compiler := ast.NewCompiler().WithStrict(true).WithCapabilities(engine.PureCapabilities())
	coverage := cover.New()
	runner := tester.NewRunner().SetCompiler(compiler).SetStore(inmem.New()).SetModules(modules).SetCoverageQueryTracer(coverage)
	results, err := runner.RunTests(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	tests := 0
	for result := range results {
		tests++
		if !result.Pass() {
			t.Errorf("%s: %s", result.Location, result.Name)
		}
	}
	if tests == 0 {
		t.Fatal("no test was executed")
	}
	covered := coverage.Report(modules)
	for _, file := range regoFiles(t) {
		if strings.HasSuffix(file, "_test.rego") {
			continue
		}
		report := covered.Files[file]
		if report == nil {
			t.Errorf("%s: nothing is covered", file)
			continue
		}
		for _, lines := range report.NotCovered {
			t.Errorf("%s:%d: not covered by a test, to line %d", file, lines.Start.Row, lines.End.Row)
		}
	}
}

// TestPoliciesAreFormatted: the policies are as "opa fmt" writes them.
func TestPoliciesAreFormatted(t *testing.T) {
	for _, file := range regoFiles(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		formatted, err := format.SourceWithOpts(file, text, format.Opts{RegoVersion: ast.RegoV1})
		if err != nil {
			t.Fatal(err)
		}
		if string(formatted) != string(text) {
			t.Errorf("%s is not formatted; run opa fmt -w", file)
		}
	}
}

// TestRulesBesideTests: every rule and inference has a test file beside it.
func TestRulesBesideTests(t *testing.T) {
	files := regoFiles(t)
	for _, file := range files {
		if !strings.HasSuffix(file, "_test.rego") && !slices.Contains(files, strings.TrimSuffix(file, ".rego")+"_test.rego") {
			t.Errorf("%s has no test beside it", file)
		}
	}
}

// TestEmbeddedRules reads, checks, compiles and analyses all rules as strictly as those of users: each has its metadata, reads
// scalar facts only, and every fact it names exists. Without the checks, as in a run, the same comes of it.
func TestEmbeddedRules(t *testing.T) {
	checked, err := readCatalog(embedded, false)
	if err != nil {
		t.Fatal(err)
	}
	quick := programCatalog(t)
	if len(quick.rules) != len(checked.rules) {
		t.Fatalf("%d rules of %d", len(quick.rules), len(checked.rules))
	}
	for i, r := range checked.rules {
		if got := quick.rules[i]; !reflect.DeepEqual(got.Rule, r.Rule) || !reflect.DeepEqual(got.Metadata, r.Metadata) {
			t.Errorf("%s is read as\n%+v\n%+v", r.ID, got.Rule, got.Metadata)
		}
	}
	want, got := readsOfAll(t, checked), readsOfAll(t, quick)
	for name, reads := range want {
		if got[name] != reads {
			t.Errorf("%s reads\n%s, and where nothing is checked\n%s", name, reads, got[name])
		}
	}
}

// readsOfAll compiles a catalog and says what each of its documents reads.
func readsOfAll(t *testing.T, c *Catalog) map[string]string {
	t.Helper()
	p, err := c.compile(true)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range c.rules {
		if _, err := p.Document(r.Shape, r.Ref, true); err != nil {
			t.Errorf("%s: %v", r.ID, err)
		}
	}
	for _, inference := range engineInferences() {
		if _, err := p.Document(facts.Shapes()[inference.scope], inference.ref, false); err != nil {
			t.Error(err)
		}
	}
	all := map[string]string{}
	for name, d := range p.Documents {
		all[name] = strings.Join(append(readPaths(d), slices.Sorted(maps.Keys(d.Reads.Inferences))...), " ")
	}
	return all
}

// TestWordsOfEnumerations: a rule compares an enumeration with words that it has. OPA's type checker does not see these.
func TestWordsOfEnumerations(t *testing.T) {
	for _, file := range regoFiles(t) {
		if strings.HasSuffix(file, "_test.rego") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		module := ast.MustParseModuleWithOpts(string(text), ast.ParserOptions{ProcessAnnotation: true, RegoVersion: ast.RegoV1})
		s := schemaShape(module)
		if s == nil {
			continue
		}
		for _, wrong := range userrules.WrongWords(module, s) {
			t.Errorf("%s:%d: %s", file, wrong.Place.Row, wrong.Text)
		}
	}
}

// schemaShape is the shape that a module's annotations name.
func schemaShape(module *ast.Module) *facts.Shape {
	a, err := metadata.PackageAnnotations(module)
	if err != nil || len(a.Schemas) == 0 {
		return nil
	}
	for _, s := range facts.Shapes() {
		if a.Schemas[0].Schema.String() == "schema."+s.Name {
			return s
		}
	}
	return nil
}

// TestSchemas: the schemas beside the policies are those of the facts, so that "opa check --schema" needs nothing else.
func TestSchemas(t *testing.T) {
	for _, s := range facts.Shapes() {
		text, err := json.MarshalIndent(s.Schema(), "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		compareFile(t, filepath.Join("schemas", s.Name+".jsonschema"), append(text, '\n'))
	}
}

// TestFolderServesOPA: an existing OPA takes the folder as it is, for "opa eval -d policies" and "opa test policies".
func TestFolderServesOPA(t *testing.T) {
	loaded, err := loader.NewFileLoader().WithProcessAnnotation(true).All([]string{"."})
	if err != nil {
		t.Fatal(err)
	}
	if len(loaded.Modules) != len(regoFiles(t)) {
		t.Errorf("%d modules of %d", len(loaded.Modules), len(regoFiles(t)))
	}
}

// compareFile compares a generated file with the one that is there, or writes it with -update.
func compareFile(t *testing.T, file string, want []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s is stale; run go test ./policies -update", file)
	}
}
