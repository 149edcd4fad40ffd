// Package policies holds the rules and evaluates them: one Rego file per rule, found by its place, described by its
// METADATA, compiled against the JSON schema of its input and against pure built-ins only.
package policies

import (
	"hybridlint/policies/facts"

	"bytes"
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

	"hybridlint/report"
)

//go:embed */*.rego
var embedded embed.FS

// inferenceFamily is the folder of the inferences that rules share; it holds no rules.
const inferenceFamily = "inference"

// Catalog is the set of rules that can run.
type Catalog struct {
	files fs.FS
	rules []*rule
	// tested says that the files are those that were built in: tests have found that nothing is wrong with them, so a run does
	// only what it needs. All others are checked when they are read and compiled.
	tested bool
	// own are the rules of the user's own among the rules, nil where there are none.
	own *own
	// remembering and plain are the compiled catalog with and without memoisation. Answers depend on facts alone, so what is
	// remembered serves every later run too.
	remembering, plain func() (*program, error)
}

// rule is a rule with everything that is needed to evaluate and render it.
type rule struct {
	*report.Rule
	metadata *metadata
	file     string // without its ending
	// ref is the path of the rule's findings.
	ref             ast.Ref
	shape           *facts.Shape
	message         *template
	messageExisting *template                       // nil where existing entries have no message of their own
	phrases         map[string]map[string]*template // by var and its value
	remediation     []remediation
	edits           map[string]edit // by attribute
	supersedes      map[string]bool
	// own says that the rule is of the user's own, broken that it is known, but cannot be evaluated.
	own, broken bool
}

type remediation struct {
	where       string
	alternative bool
	intro       *template // nil for none
	command     bool
	template    *template
	when        []condition
}

// NewCatalog reads the embedded rules.
func NewCatalog() (*Catalog, error) { return readCatalog(embedded, true) }

// Prepare compiles the rules, so that Check need not. An error is kept for Check to tell.
func (c *Catalog) Prepare() { _, _ = c.remembering() }

// Forget lets go of what was compiled, which takes much memory and is of no use to the reports. A later Check compiles anew.
func (c *Catalog) Forget() {
	c.remembering = sync.OnceValues(func() (*program, error) { return c.compile(true) })
	c.plain = sync.OnceValues(func() (*program, error) { return c.compile(false) })
}

func newEmptyCatalog() *Catalog {
	c := &Catalog{}
	c.Forget()
	return c
}

// policyFiles are the rules and inferences, without their tests.
func policyFiles(files fs.FS) ([]string, error) {
	names, err := fs.Glob(files, "*/*.rego")
	return slices.DeleteFunc(names, func(name string) bool { return strings.HasSuffix(name, policyTestEnding) }), err
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
	slices.SortFunc(c.rules, func(a, b *rule) int { return cmp.Compare(a.ID, b.ID) })
	problems = append(problems, c.checkIdentifiers()...)
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	return c, nil
}

// parseModule parses a policy; its annotations cost as much again, so they are read where they are needed. Elsewhere the
// comments above the package are left out, but not their lines, so that places stay right.
func parseModule(files fs.FS, name string, annotations bool) (*ast.Module, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	if i := bytes.Index(text, []byte("\npackage ")); i >= 0 && !annotations {
		text = append(bytes.Repeat([]byte("\n"), bytes.Count(text[:i+1], []byte("\n"))), text[i+1:]...)
	}
	return ast.ParseModuleWithOpts(name, string(text), ast.ParserOptions{
		ProcessAnnotation: annotations, RegoVersion: ast.RegoV1, Capabilities: parserCapabilities(),
	})
}

func (c *Catalog) read(name string) error {
	family, file := path.Split(name)
	family, file = strings.TrimSuffix(family, "/"), strings.TrimSuffix(file, ".rego")
	read := readAnnotations
	if !c.tested {
		read = checkedAnnotations
	}
	annotations, err := read(c.files, name)
	if err != nil || family == inferenceFamily {
		return err
	}
	m, err := decodeMetadata(annotations)
	if err == nil && !c.tested {
		err = m.check(annotations)
	}
	if err != nil {
		return err
	}
	resources, err := resourcesOf(annotations)
	if err != nil {
		return err
	}
	r, err := m.rule(family, file, annotations.Title, strings.TrimSpace(annotations.Description), resources)
	if err != nil {
		return err
	}
	c.rules = append(c.rules, r)
	return nil
}

// checkedAnnotations reads the METADATA of a policy as OPA does, and with it the whole policy.
func checkedAnnotations(files fs.FS, name string) (*ast.Annotations, error) {
	module, err := parseModule(files, name, true)
	if err != nil {
		return nil, err
	}
	want := "data." + programPackage + "." + strings.ReplaceAll(strings.TrimSuffix(name, ".rego"), "/", ".")
	if module.Package.Path.String() != want {
		return nil, fmt.Errorf("the package is %s, but its place asks for %s", module.Package.Path, want)
	}
	return packageAnnotations(module)
}

// rule makes a rule of its metadata.
func (m *metadata) rule(family, file, title, description string, resources []report.Resource) (*rule, error) {
	r := &rule{
		Rule: m.describe(family, file), metadata: m, file: file, ref: ruleRef(family, file),
		shape: facts.Shapes()[m.Scopes[0]], supersedes: map[string]bool{},
	}
	r.Title, r.Description, r.Resources = title, description, resources
	return r, r.finish()
}

// finish derives what is not stored.
func (r *rule) finish() error {
	for _, id := range r.metadata.Supersedes {
		r.supersedes[id] = true
	}
	return r.parseTemplates()
}

func (r *rule) parseTemplates() (err error) {
	placeholders := placeholdersOf(r.metadata.Scopes)
	ofSubject := func(name string) bool { return slices.Contains(placeholders, name) }
	known := func(name string) bool {
		_, isVar := r.metadata.Phrases[name]
		return isVar || ofSubject(name)
	}
	if err := r.parsePhrases(ofSubject); err != nil {
		return err
	}
	if r.message, err = parseTemplate(r.metadata.Message, known); err != nil {
		return atKey("message", fmt.Errorf("message: %w", err))
	}
	if r.metadata.MessageExisting != "" {
		if r.messageExisting, err = parseTemplate(r.metadata.MessageExisting, known); err != nil {
			return atKey("message_existing", fmt.Errorf("message_existing: %w", err))
		}
	}
	for _, m := range r.metadata.Remediation {
		remedy := remediation{where: m.Where, alternative: m.Or, command: m.Command != "", when: conditionsOf(r.shape, m.When)}
		if remedy.template, err = parseTemplate(cmp.Or(m.Command, m.Text), known); err != nil {
			return atKey("remediation", fmt.Errorf("remediation: %w", err))
		}
		if m.Intro != "" {
			if remedy.intro, err = parseTemplate(m.Intro, known); err != nil {
				return atKey("intro", fmt.Errorf("intro: %w", err))
			}
		}
		r.remediation = append(r.remediation, remedy)
	}
	return atKey("edits", r.parseEdits(known))
}

// parsePhrases reads the texts of the vars, which may name what the subject knows.
func (r *rule) parsePhrases(known func(name string) bool) error {
	r.phrases = map[string]map[string]*template{}
	for name, texts := range r.metadata.Phrases {
		r.phrases[name] = map[string]*template{}
		for value, text := range texts {
			t, err := parseTemplate(text, known)
			if err != nil {
				return atKey("phrases", fmt.Errorf("phrases: %s: %w", name, err))
			}
			r.phrases[name][value] = t
		}
	}
	return nil
}

// checkIdentifiers finds ids and names that are taken twice, and superseded rules that do not exist.
func (c *Catalog) checkIdentifiers() []error {
	var problems []error
	seen := map[string]*rule{}
	for _, r := range c.rules {
		for _, identifier := range []string{r.ID, r.Name} {
			if other := seen[identifier]; other != nil {
				problems = append(problems, fmt.Errorf("%s is taken by both %s and %s", identifier, other.ref, r.ref))
			}
			seen[identifier] = r
		}
	}
	for _, r := range c.rules {
		if id := r.metadata.Predicts; id != "" && seen[id] == nil {
			problems = append(problems, fmt.Errorf("%s predicts %s, which does not exist", r.ID, id))
		}
		for _, id := range slices.Concat(r.metadata.Supersedes, r.metadata.SupersedesExcept) {
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
		if !r.own {
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
