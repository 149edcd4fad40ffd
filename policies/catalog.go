package policies

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/policies/engine"
	"hybridlint/policies/metadata"
	"hybridlint/policies/userrules"
	"hybridlint/report"
)

//go:embed */*.rego
var embedded embed.FS

// Catalog is the set of rules that can run.
type Catalog struct {
	files fs.FS
	rules []*metadata.Rule
	// tested says that the files are those that were built in: tests have found that nothing is wrong with them, so a run does
	// only what it needs. All others are checked when they are read and compiled.
	tested bool
	// users are the rules of the user's own among the rules, nil where there are none.
	users *userrules.Rules
	// remembering and plain are the compiled catalog with and without memoisation. Answers depend on facts alone, so what is
	// remembered serves every later run too.
	remembering, plain func() (*engine.Compiled, error)
}

// NewCatalog reads the embedded rules.
func NewCatalog() (*Catalog, error) { return readCatalog(embedded, true) }

// Prepare compiles the rules, so that Check need not. An error is kept for Check to tell.
func (c *Catalog) Prepare() { _, _ = c.remembering() }

// Forget lets go of what was compiled, which takes much memory and is of no use to the reports. A later Check compiles anew.
func (c *Catalog) Forget() {
	c.remembering = sync.OnceValues(func() (*engine.Compiled, error) { return c.compile(true) })
	c.plain = sync.OnceValues(func() (*engine.Compiled, error) { return c.compile(false) })
}

func newEmptyCatalog() *Catalog {
	c := &Catalog{}
	c.Forget()
	return c
}

// testEnding is that of the tests in Rego.
const testEnding = "_test.rego"

// policyFiles are the rules and inferences, without their tests.
func policyFiles(files fs.FS) ([]string, error) {
	names, err := fs.Glob(files, "*/*.rego")
	return slices.DeleteFunc(names, func(name string) bool { return strings.HasSuffix(name, testEnding) }), err
}

// readCatalog reads the rules of a folder. It fails on a rule whose metadata is not as it should be.
func readCatalog(files fs.FS, tested bool) (*Catalog, error) {
	c := newEmptyCatalog()
	c.files, c.tested = files, tested
	names, err := policyFiles(files)
	if err != nil {
		return nil, err
	}
	var problems []error
	for _, name := range names {
		if err := c.read(name); err != nil {
			problems = append(problems, fmt.Errorf("%s: %w", name, err))
		}
	}
	slices.SortFunc(c.rules, func(a, b *metadata.Rule) int { return cmp.Compare(a.ID, b.ID) })
	problems = append(problems, c.checkIdentifiers()...)
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	return c, nil
}

func (c *Catalog) read(name string) error {
	family, file := path.Split(name)
	family, file = strings.TrimSuffix(family, "/"), strings.TrimSuffix(file, ".rego")
	read := metadata.ReadAnnotations
	if !c.tested {
		read = checkedAnnotations
	}
	annotations, err := read(c.files, name)
	if err != nil || family == engine.InferenceFamily {
		return err
	}
	m, err := metadata.Decode(annotations)
	if err == nil && !c.tested {
		err = m.Check(annotations)
	}
	if err != nil {
		return err
	}
	resources, err := metadata.ResourcesOf(annotations)
	if err != nil {
		return err
	}
	r, err := m.Rule(family, file, annotations.Title, strings.TrimSpace(annotations.Description), resources)
	if err != nil {
		return err
	}
	r.Ref = engine.RuleRef(family, file)
	c.rules = append(c.rules, r)
	return nil
}

// checkedAnnotations reads the METADATA of a policy as OPA does, and with it the whole policy.
func checkedAnnotations(files fs.FS, name string) (*ast.Annotations, error) {
	module, err := engine.ParseModule(files, name, true)
	if err != nil {
		return nil, err
	}
	want := "data." + engine.ProgramPackage + "." + strings.ReplaceAll(strings.TrimSuffix(name, ".rego"), "/", ".")
	if module.Package.Path.String() != want {
		return nil, fmt.Errorf("the package is %s, but its place asks for %s", module.Package.Path, want)
	}
	return metadata.PackageAnnotations(module)
}

// checkIdentifiers finds ids and names that are taken twice, and superseded rules that do not exist.
func (c *Catalog) checkIdentifiers() []error {
	var problems []error
	seen := map[string]*metadata.Rule{}
	for _, r := range c.rules {
		for _, identifier := range []string{r.ID, r.Name} {
			if other := seen[identifier]; other != nil {
				problems = append(problems, fmt.Errorf("%s is taken by both %s and %s", identifier, other.Ref, r.Ref))
			}
			seen[identifier] = r
		}
	}
	for _, r := range c.rules {
		if id := r.Metadata.Predicts; id != "" && seen[id] == nil {
			problems = append(problems, fmt.Errorf("%s predicts %s, which does not exist", r.ID, id))
		}
		for _, id := range slices.Concat(r.Metadata.Supersedes, r.Metadata.SupersedesExcept) {
			if id != "*" && seen[id] == nil {
				problems = append(problems, fmt.Errorf("%s supersedes %s, which does not exist", r.ID, id))
			}
		}
	}
	return problems
}

// Rules are all rules, by id.
func (c *Catalog) Rules() []*report.Rule {
	rules := make([]*report.Rule, len(c.rules))
	for i, r := range c.rules {
		if !r.OfUser {
			r.Bad, r.Good = example(r.ID, "bad"), example(r.ID, "good")
		}
		rules[i] = r.Rule
	}
	return rules
}

// Find is the rule with the id or the name, without case.
func (c *Catalog) Find(identifier string) (*report.Rule, bool) {
	for _, r := range c.rules {
		if strings.EqualFold(r.ID, identifier) || strings.EqualFold(r.Name, identifier) {
			return r.Rule, true
		}
	}
	return nil, false
}
