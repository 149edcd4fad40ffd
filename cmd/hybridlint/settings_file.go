package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader"
	"hybridlint/report"
)

// settingsFileName is looked for in the working directory and the folders above it.
const settingsFileName = ".hybridlint.hcl"

// What a settings file may be at most. The parser of HCL calls itself for everything nested, and a stack that
// overflows ends the program without a word.
const (
	maxSettingsSize    = 1 << 16
	maxSettingsNesting = 20
	// maxEndless is how many comments without an end are left to HCL, which looks through the rest of the file for each: more
	// than a file of this size has patterns like "a/**", which are counted with them.
	maxEndless = 2000
)

// findSettings is the nearest settings file, relative to the working directory; empty where there is none.
func findSettings(directory string) (string, error) {
	folder, err := filepath.Abs(directory)
	if err != nil {
		return "", err
	}
	for {
		file := filepath.Join(folder, settingsFileName)
		if _, err := os.Lstat(file); err == nil { // a link that leads nowhere is no reason to do without
			return relativeTo(directory, file), nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return "", nil
		}
		folder = parent
	}
}

// relativeTo names a file as reports do.
func relativeTo(directory, file string) string {
	base, err := filepath.Abs(directory)
	if err != nil {
		return filepath.ToSlash(file)
	}
	if relative, err := filepath.Rel(base, file); err == nil {
		file = relative
	}
	return filepath.ToSlash(file)
}

// settingsFile reads one settings file and notes everything that is wrong with it.
type settingsFile struct {
	name     string
	source   []byte
	marked   bool
	lines    [][]byte
	rules    ruleSet
	settings *settings
	problems []report.Problem
	// body is what is in the file; nil where there is none, or where it cannot be parsed.
	body *hclsyntax.Body
}

// newSettingsFile reads as much of a settings file as can be read without knowing the rules: where the rules of the user's
// own are, and what they may take.
func newSettingsFile(name string, source []byte) *settingsFile {
	source, marked := bytes.CutPrefix(source, []byte("\ufeff"))
	f := &settingsFile{name: name, source: source, marked: marked, settings: defaultSettings()}
	f.settings.file = name
	f.lines = bytes.Split(f.source, []byte("\n"))
	f.parse()
	if f.body != nil {
		f.readOwn()
	}
	return f
}

// read reads the rest of the file.
func (f *settingsFile) read(rules ruleSet) {
	f.rules = rules
	if f.body != nil {
		f.readRest()
	}
	slices.SortStableFunc(f.problems, func(a, b report.Problem) int { return a.Location.Compare(b.Location) })
}

// Line implements report.Sources.
func (f *settingsFile) Line(file string, line int) (string, bool) {
	if file != f.name || line < 1 || line > len(f.lines) {
		return "", false
	}
	return string(bytes.TrimSuffix(f.lines[line-1], []byte("\r"))), true
}

// ByteOrderMark implements report.Sources.
func (f *settingsFile) ByteOrderMark(string) bool { return f.marked }

func (f *settingsFile) parse() {
	if len(f.source) > maxSettingsSize {
		f.problems = append(f.problems, report.Problem{Severity: report.Error, Summary: "Settings file too large",
			Detail:   fmt.Sprintf("%s has more than %d kB; settings are a few lines.", f.name, maxSettingsSize>>10),
			Location: report.Location{File: f.name, Start: report.Position{Line: 1, Column: 1}, End: report.Position{Line: 1, Column: 1}}})
		return
	}
	if at := bytes.LastIndex(f.source, []byte("*/")) + 1; bytes.Count(f.source[at:], []byte("/*")) > maxEndless {
		start := at + bytes.Index(f.source[at:], []byte("/*"))
		f.problem(hcl.Range{Start: f.lineAt(start), End: f.lineAt(start + len("/*"))}, "Comment without an end", "Several comments begin here with /*, and none of them ends.")
		return
	}
	if at, ok := f.tooDeep(); ok {
		f.problem(at, "Settings nested too deeply", "Settings are plain values; nothing in them is nested like this.")
		return
	}
	file, diagnostics := hclsyntax.ParseConfig(f.source, f.name, hcl.InitialPos)
	const most = 20 // are enough to begin with
	for i, d := range diagnostics {
		if i == most {
			f.problem(*d.Subject, "More mistakes", fmt.Sprintf("Here and behind it are %d more mistakes.", len(diagnostics)-most))
			break
		}
		f.problem(*d.Subject, d.Summary, d.Detail)
	}
	if body, ok := file.Body.(*hclsyntax.Body); ok && !diagnostics.HasErrors() {
		f.body = body // what is left of a broken file would only be guesses
	}
}

// readOwn reads what is about rules of the user's own.
func (f *settingsFile) readOwn() {
	if a := f.body.Attributes[policiesSetting]; a != nil {
		f.readPolicies(a)
	}
	seen := map[string]hcl.Range{}
	for _, b := range f.body.Blocks {
		if b.Type == limitsSetting {
			f.limitsBlock(b, seen)
		}
	}
}

func (f *settingsFile) readRest() {
	for _, a := range f.body.Attributes {
		f.attribute(a)
	}
	seen := map[string]hcl.Range{}
	for _, b := range f.body.Blocks {
		if b.Type != limitsSetting {
			f.block(b, seen)
		}
	}
	f.contradictions()
	slices.SortFunc(f.settings.severities, func(a, b ruleSeverity) int { return strings.Compare(a.rule, b.rule) })
}

// tooDeep finds the place where more is open than settings ever need, without parsing. Operators are counted as well:
// the parser calls itself for each of a chain of them.
func (f *settingsFile) tooDeep() (at hcl.Range, deep bool) {
	tokens, _ := hclsyntax.LexConfig(f.source, f.name, hcl.InitialPos)
	open, operators := 0, 0
	for _, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			open++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd:
			open--
		case hclsyntax.TokenBang, hclsyntax.TokenMinus, hclsyntax.TokenQuestion:
			operators++
		}
		if open > maxSettingsNesting || operators > maxSettingsNesting {
			return t.Range, true
		}
	}
	return hcl.Range{}, false
}

// What is read before the rules are known.
const (
	policiesSetting = "policies"
	limitsSetting   = "limits"
)

// settingsKeys are the attributes of a settings file, and how each is read.
func settingsKeys() map[string]func(*settingsFile, *hclsyntax.Attribute) {
	return map[string]func(*settingsFile, *hclsyntax.Attribute){
		"fail_on":  (*settingsFile).readFailOn,
		"fold":     (*settingsFile).readFold,
		"profiles": (*settingsFile).readProfiles,
		"enable": func(f *settingsFile, a *hclsyntax.Attribute) {
			f.settings.enable = f.ruleList(a)
		},
		"disable": func(f *settingsFile, a *hclsyntax.Attribute) {
			f.settings.disable = f.ruleList(a)
		},
		"exclude":       (*settingsFile).readExclude,
		policiesSetting: func(*settingsFile, *hclsyntax.Attribute) {}, // was read before the rules
	}
}

// attribute reads one attribute. The order of attributes has no meaning, so it does not matter that a map has none.
func (f *settingsFile) attribute(a *hclsyntax.Attribute) {
	keys := settingsKeys()
	read, ok := keys[a.Name]
	if !ok {
		f.problem(a.NameRange, "Unknown setting", fmt.Sprintf("There is no setting %q%s.", a.Name, hint(a.Name, append(keysOf(keys), "rule", limitsSetting, exceptionsSetting))))
		return
	}
	read(f, a)
}

func (f *settingsFile) block(b *hclsyntax.Block, seen map[string]hcl.Range) {
	switch b.Type {
	case "rule":
	case exceptionsSetting:
		f.exceptionsBlock(b, seen)
		return
	default:
		f.problem(b.TypeRange, "Unknown settings block", fmt.Sprintf("There is no settings block %q%s. There are rule, limits and exceptions.",
			b.Type, hint(b.Type, append(keysOf(settingsKeys()), "rule", limitsSetting, exceptionsSetting))))
		return
	}
	if len(b.Labels) != 1 {
		f.problem(b.DefRange(), "Wrong number of labels", "A rule block has one label, the rule's id or name: rule \"HYB206\" { severity = \"note\" }.")
		return
	}
	rule, ok := f.rule(b.Labels[0], b.LabelRanges[0])
	if !ok {
		return
	}
	if first, ok := seen[rule]; ok {
		f.problem(b.DefRange(), "Duplicate rule block", fmt.Sprintf("%s has a block in line %d already.", rule, first.Start.Line))
		return
	}
	seen[rule] = b.DefRange()
	f.ruleBlock(rule, b)
}

func (f *settingsFile) ruleBlock(rule string, b *hclsyntax.Block) {
	for _, inner := range b.Body.Blocks {
		f.problem(inner.TypeRange, "Unknown settings block", fmt.Sprintf("A rule block has no block %q.", inner.Type))
	}
	found := false
	for name, a := range b.Body.Attributes {
		if name != "severity" {
			f.problem(a.NameRange, "Unknown setting", fmt.Sprintf("A rule block has no %q%s; it has severity.", name, hint(name, []string{"severity"})))
			continue
		}
		found = true
		if severity, ok := f.severity(a.Expr, "To turn a rule off, name it in disable."); ok {
			f.settings.severities = append(f.settings.severities, ruleSeverity{rule, sourced[report.Severity]{severity, f.origin(a.Expr.Range())}})
		}
	}
	if !found {
		f.problem(b.DefRange(), "Missing setting", "A rule block says which severity the rule has: severity = \"error\", \"warning\" or \"note\".")
	}
}

func (f *settingsFile) readFailOn(a *hclsyntax.Attribute) {
	if severity, ok := f.severity(a.Expr, ""); ok {
		f.settings.failOn = sourced[report.Severity]{severity, f.origin(a.Expr.Range())}
	}
}

func (f *settingsFile) readFold(a *hclsyntax.Attribute) {
	if n, ok := f.wholeNumber(a.Expr); ok {
		f.settings.fold = sourced[int]{n, f.origin(a.Expr.Range())}
	}
}

func (f *settingsFile) readProfiles(a *hclsyntax.Attribute) {
	f.settings.profiles = []sourced[report.Profile]{{report.DefaultProfile, byDefault}}
	for _, e := range f.strings(a) {
		profile, err := parseProfile(e.text)
		if err != nil {
			f.problem(e.at, "Unknown profile", asSentence(err))
			continue
		}
		f.settings.profiles = addProfile(f.settings.profiles, sourced[report.Profile]{profile, f.origin(e.at)})
	}
}

func (f *settingsFile) readExclude(a *hclsyntax.Attribute) {
	f.settings.exclude = nil
	for _, e := range f.strings(a) {
		if _, err := loader.ParsePattern(e.text); err != nil {
			f.problem(e.at, "Invalid pattern", asSentence(err))
			continue
		}
		f.settings.exclude = append(f.settings.exclude, sourced[string]{e.text, f.origin(e.at)})
	}
}

// ruleList reads names of rules as their ids.
func (f *settingsFile) ruleList(a *hclsyntax.Attribute) []sourced[string] {
	var list []sourced[string]
	for _, e := range f.strings(a) {
		id, ok := f.rule(e.text, e.at)
		if ok && !slices.Contains(values(list), id) {
			list = append(list, sourced[string]{id, f.origin(e.at)})
		}
	}
	return list
}

// rule is the id of a rule that is named in the file.
func (f *settingsFile) rule(word string, at hcl.Range) (id string, ok bool) {
	rule, err := f.rules.find(word)
	if err != nil {
		f.problem(at, "Unknown rule", asSentence(err))
		return "", false
	}
	return rule.ID, true
}

// contradictions finds rules that are turned on and off at once.
func (f *settingsFile) contradictions() {
	for _, on := range f.settings.enable {
		for _, off := range f.settings.disable {
			if on.value == off.value {
				f.problems = append(f.problems, report.Problem{Severity: report.Error, Summary: "Rule enabled and disabled",
					Detail: fmt.Sprintf("%s is in enable (%s) and in disable (%s). Take it out of one of them.", on.value, on.origin, off.origin)})
			}
		}
	}
}

// lineAt is the place of a byte, as far as problems need it.
func (f *settingsFile) lineAt(offset int) hcl.Pos {
	return hcl.Pos{Line: 1 + bytes.Count(f.source[:offset], []byte("\n")), Byte: offset}
}

// problem notes what is wrong at a place.
func (f *settingsFile) problem(at hcl.Range, summary, detail string) {
	f.problems = append(f.problems, report.Problem{Severity: report.Error, Summary: summary, Detail: detail, Location: f.location(at)})
}

func (f *settingsFile) location(at hcl.Range) report.Location {
	return report.Location{File: f.name, Start: f.position(at.Start), End: f.position(at.End)}
}

// position counts the column in code points: HCL counts characters as a reader sees them.
func (f *settingsFile) position(at hcl.Pos) report.Position {
	offset := min(at.Byte, len(f.source))
	start := bytes.LastIndexByte(f.source[:offset], '\n') + 1
	return report.Position{Line: at.Line, Column: utf8.RuneCount(f.source[start:offset]) + 1}
}

// origin names a place of the file as the origin of a value.
func (f *settingsFile) origin(at hcl.Range) string {
	p := f.position(at.Start)
	return fmt.Sprintf("%s:%d:%d", f.name, p.Line, p.Column)
}
