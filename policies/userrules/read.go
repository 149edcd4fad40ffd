package userrules

import (
	"context"
	"errors"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/report"
)

// Rules is what a catalog knows of the rules of the user's own.
type Rules struct {
	files    []*policy
	Problems []report.Problem
	// compiler is nil where none of them can be used.
	compiler *ast.Compiler
	// reads are what all documents read, those of the program among them.
	reads map[string]engine.Reads
}

// Program is what users' rules are added to: the rules of the program, and their compiled modules.
type Program struct {
	Rules   []*metadata.Rule
	Modules map[string]*ast.Module
}

// Read reads and compiles the rules in folders.
func Read(ctx context.Context, folders []Folder, p Program, limits engine.Limits) *Rules {
	return (&reader{}).all(ctx, folders, p, limits)
}

func (r *reader) all(ctx context.Context, folders []Folder, p Program, limits engine.Limits) *Rules {
	for i := range folders {
		r.folder(&folders[i])
	}
	o := &Rules{files: r.sortedFiles()}
	for _, f := range o.files {
		if !f.broken && !f.isTest() {
			r.rule(f)
		}
	}
	r.identifiers(p.Rules)
	for !o.prepare(ctx, r, p.Modules, limits) {
		continue
	}
	for _, f := range o.files {
		if f.rule != nil {
			f.rule.Broken = f.broken
		}
	}
	slices.SortStableFunc(r.problems, func(a, b report.Problem) int { return a.Location.Compare(b.Location) })
	o.Problems = r.problems
	return o
}

// All are the rules in the files, those among them that cannot be evaluated.
func (o *Rules) All() []*metadata.Rule {
	var rules []*metadata.Rule
	for _, f := range o.files {
		if f.rule != nil {
			rules = append(rules, f.rule)
		}
	}
	return rules
}

// Line is a line of a policy.
func (o *Rules) Line(file string, line int) (text string, ok bool) {
	i := slices.IndexFunc(o.files, func(f *policy) bool { return f.name == file })
	if i < 0 {
		return "", false
	}
	return o.files[i].line(line)
}

// Compiled gives what was compiled of the rules of the program and of users; ok is false where none
// of users' can be used.
func (o *Rules) Compiled(memo bool) (compiled *engine.Compiled, ok bool) {
	if o == nil || o.compiler == nil {
		return nil, false
	}
	return engine.New(o.compiler, o.reads, memo), true
}

// rule makes the rule of a file.
func (r *reader) rule(f *policy) {
	annotations, err := metadata.PackageAnnotations(f.module)
	switch {
	case f.family == engine.InferenceFamily && err == nil && len(annotations.Custom) > 0:
		r.problem(
			f.keyLocation("custom", ""),
			"Rule in the wrong place",
			"The folder %s holds what rules share, and no rules. Move it to another folder.",
			engine.InferenceFamily,
		)
		f.broken = true
	case f.family == engine.InferenceFamily:
	case err != nil:
		r.problem(
			f.location(f.module.Package.Location),
			"Missing METADATA",
			"There is no METADATA above the package, so this is no rule. hybridlint new-rule writes a rule with it; what rules share belongs into the folder %s.",
			engine.InferenceFamily,
		)
		f.broken = true
	default:
		if f.rule, err = f.made(annotations); err != nil {
			r.metadata(f, err)
			return
		}
		r.conditions(f)
	}
}

// made makes a rule of its METADATA.
func (f *policy) made(annotations *ast.Annotations) (*metadata.Rule, error) {
	m, err := metadata.Decode(annotations)
	if err == nil {
		err = m.Check(annotations)
	}
	if err != nil {
		return nil, err
	}
	resources, err := metadata.ResourcesOf(annotations)
	if err == nil {
		err = checkUser(m, annotations)
	}
	if err != nil {
		return nil, err
	}
	made, err := m.Rule(f.family, f.base, annotations.Title, strings.TrimSpace(annotations.Description), resources)
	if err != nil {
		return nil, err
	}
	made.Ref = engine.DottedRef("data." + f.family + "." + f.base + ".finding")
	made.OfUser = true
	made.Bad, made.Good = f.example(m.ID, "bad"), f.example(m.ID, "good")
	return made, nil
}

// conditions finds what no compiler does: words that no fact has, and rules that say something
// beside their findings.
func (r *reader) conditions(f *policy) {
	for _, wrong := range WrongWords(f.module, f.rule.Shape) {
		r.problem(f.location(wrong.Place), "Word that no fact has", "%s", wrong.Text)
		f.broken = true
	}
	ast.WalkExprs(f.module, func(e *ast.Expr) bool {
		if e.IsCall() && e.Operator().Equal(ast.Print.Ref()) {
			r.problem(
				f.location(e.Location),
				"Policy that prints",
				"A rule finds something and says nothing else. Take print out; its tests show what it finds.",
			)
			f.broken = true
		}
		return false
	})
}

// example is a fixture of a rule as documentation shows it.
func (f *policy) example(id, name string) report.Example {
	text, err := readText(f.folder.Files, path.Join(fixtureFolder, "rules", id, name+".hcl"), maxFixtureSize)
	if err != nil {
		return report.Example{} // hybridlint test tells
	}
	return report.Example{HCL: WithoutExpectations(text)}
}

// identifiers makes sure that an id, a name or a package belongs to one rule, and that nothing of
// the program is replaced.
func (r *reader) identifiers(program []*metadata.Rule) {
	taken := map[string]string{}
	for _, p := range program {
		taken[strings.ToLower(p.ID)], taken[strings.ToLower(p.Name)] = "a rule of the program", "a rule of the program"
	}
	packages, ids := map[string]string{}, map[string]bool{}
	for _, f := range r.files {
		if f.module == nil || f.broken && f.rule == nil {
			continue
		}
		name := f.module.Package.Path.String()
		if other := packages[name]; other != "" {
			r.problem(
				f.location(f.module.Package.Location),
				"Package used twice",
				"%s has the same package. Give the rule another name or folder.",
				other,
			)
			f.broken, f.rule = true, nil
			continue
		}
		packages[name] = f.name
		if f.rule == nil {
			continue
		}
		unique := true
		for _, identifier := range []string{f.rule.ID, f.rule.Name} {
			if by := taken[strings.ToLower(identifier)]; by != "" {
				r.problem(
					f.keyLocation("id", identifier),
					"Identifier used twice",
					"%s is taken by %s. Ids and names are unique over all rules; the name of a rule is that of its file.",
					identifier,
					by,
				)
				unique = false
			}
		}
		if !unique {
			f.broken, f.rule = true, nil
			continue
		}
		taken[strings.ToLower(f.rule.ID)], taken[strings.ToLower(f.rule.Name)] = f.name, f.name
		ids[f.rule.ID] = true
	}
	for _, f := range r.files {
		if f.rule != nil {
			r.superseded(f, ids)
		}
	}
}

func (r *reader) superseded(f *policy, ids map[string]bool) {
	for _, id := range slices.Concat(f.rule.Metadata.Supersedes, f.rule.Metadata.SupersedesExcept) {
		if !ids[id] {
			r.problem(
				f.keyLocation("supersedes", id),
				"Invalid METADATA",
				"%s cannot supersede %q: a rule of your own can replace findings of your own rules only, named by their ids. To hide findings of other rules, use disable in the settings or an exception.",
				f.rule.ID,
				id,
			)
			f.broken = true
		}
	}
}

// usable are the files that are compiled.
func (r *reader) usable() []*policy {
	return slices.DeleteFunc(slices.Clone(r.files), func(f *policy) bool { return f.broken || f.isTest() })
}

// prepare compiles everything and finds out what each rule reads. done is false where another try
// without the policies that turned out to be broken is due.
func (o *Rules) prepare(
	ctx context.Context,
	reader *reader,
	program map[string]*ast.Module,
	limits engine.Limits,
) (done bool) {
	usable := reader.usable()
	if len(usable) == 0 {
		o.compiler = nil // what is compiled for the program alone will do
		return true
	}
	modules := maps.Clone(program)
	for _, f := range usable {
		modules[f.name] = f.module
	}
	compiler := engine.CheckingCompiler().SetErrorLimit(0)
	err := compileWatched(ctx, compiler, modules, limits)
	if err == nil && compiler.Failed() {
		err = compiler.Errors
	}
	if err == nil {
		o.compiler = compiler
		return o.analyse(reader)
	}
	reader.rego(nil, err)
	if len(reader.usable()) == len(usable) { // nobody's fault that can be named
		for _, f := range usable {
			f.broken = true
		}
	}
	return false
}

// compileWatched compiles as long as the limits allow.
func compileWatched(
	ctx context.Context,
	compiler *ast.Compiler,
	modules map[string]*ast.Module,
	limits engine.Limits,
) error {
	return engine.CompilerWatched(ctx, limits, func() {
		compiler.Compile(modules)
		withDetails(compiler.Errors)
	})
}

// analyse finds out what the rules read. It tells whether all of them are sound; those that are not
// are broken then.
func (o *Rules) analyse(reader *reader) (sound bool) {
	o.reads = map[string]engine.Reads{}
	sound = true
	for _, f := range reader.usable() {
		if f.rule == nil {
			continue
		}
		if len(o.compiler.GetRulesExact(f.rule.Ref)) == 0 {
			reader.problem(
				f.location(f.module.Package.Location),
				"No findings",
				"The rule does not say what it finds; write finding contains {\"at\": [\"delegate\"]} if { … }.",
			)
			f.broken, sound = true, false
			continue
		}
		if err := o.analyseDocument(f.rule.Shape, f.rule.Ref, false); err != nil {
			reader.unsound(f, err)
			sound = false
		}
	}
	return sound
}

// analyseDocument finds out what a document and the inferences that it rests on read.
func (o *Rules) analyseDocument(s *facts.Shape, ref ast.Ref, sections bool) error {
	name := s.Name + " " + ref.String()
	if _, ok := o.reads[name]; ok {
		return nil
	}
	read, err := engine.Analyse(o.compiler, s, ref, sections)
	if err != nil {
		return err
	}
	o.reads[name] = read
	for _, inference := range read.SortedInferences() {
		if err := o.analyseDocument(s, inference, true); err != nil {
			delete(o.reads, name)
			return placedAt(read.Places[inference.String()], err)
		}
	}
	return nil
}

// placedAt gives what is wrong with an inference the place where it is read.
func placedAt(place *ast.Location, err error) error {
	if unsound, ok := errors.AsType[*engine.UnsoundError](err); ok {
		unsound.Reads = unsound.Reads[:1] // one is enough to see that it is for another scope
		unsound.Reads[0].Place = place
	}
	return err
}
