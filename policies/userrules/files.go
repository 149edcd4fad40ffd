package userrules

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/loader"
	"hybridlint/policies/engine"
	"hybridlint/policies/metadata"
	"hybridlint/report"
)

// Folder is a folder with rules of the user's own, laid out as those of the program are:
//
//	FAMILY/NAME.rego            the condition, with METADATA above it, in the package FAMILY.NAME
//	FAMILY/NAME_test.rego       its tests, in the package FAMILY.NAME_test
//	inference/NAME.rego         what several of the rules share
//	testdata/rules/ID/bad.hcl   a configuration that the rule reports; good.hcl, one that it does not, and others
type Folder struct {
	// Name is what reports call the folder: its path from the working directory.
	Name string
	// Files are the files in it. It must not lead out of the folder.
	Files fs.FS
}

// What the folders may hold at most. Nobody writes rules that come near it.
const (
	maxPolicySize    = 64 << 10 // bytes of a file
	maxPolicyNesting = 50       // brackets that are open at a time; OPA's parser and compiler call themselves for each
	maxPolicies      = 1_000    // files of all folders
	maxFolderEntries = 20_000   // files and folders of any kind in a folder
)

const (
	policyEnding     = ".rego"
	policyTestEnding = "_test" + policyEnding
	fixtureFolder    = "testdata"
)

// policy is a policy of the user's own, or a test of one.
type policy struct {
	folder *Folder
	// name is what reports call the file; inFolder is its path in the folder.
	name, inFolder string
	// family and base are its place: FAMILY/BASE.rego.
	family, base string
	text         string
	lines        []string
	module       *ast.Module
	// rule is nil for tests, for inferences, and where the metadata cannot be understood.
	rule *metadata.Rule
	// broken says that a mistake keeps it from being used.
	broken bool
}

func (f *policy) isTest() bool { return strings.HasSuffix(f.inFolder, policyTestEnding) }

// line is the text of a line, counted from 1.
func (f *policy) line(number int) (text string, ok bool) {
	if number < 1 || number > len(f.lines) {
		return "", false
	}
	return strings.TrimSuffix(f.lines[number-1], "\r"), true
}

// reader reads folders and notes what is wrong with them.
type reader struct {
	// tests says that the tests of the policies are read too.
	tests    bool
	files    []*policy
	problems []report.Problem
}

func (r *reader) problem(at report.Location, summary, format string, arguments ...any) {
	r.problems = append(
		r.problems,
		report.Problem{
			Severity: report.Error,
			Summary:  summary,
			Detail:   fmt.Sprintf(format, arguments...),
			Location: at,
		},
	)
}

// wholeFile is the place of something that is wrong with a file and with no line of it.
func wholeFile(name string) report.Location {
	return report.Location{
		File:  name,
		Start: report.Position{Line: 1, Column: 1},
		End:   report.Position{Line: 1, Column: 1},
	}
}

// folder reads all policies and tests of a folder.
func (r *reader) folder(folder *Folder) {
	before, entries := len(r.files), 0
	err := fs.WalkDir(folder.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entries++; entries > maxFolderEntries {
			return fmt.Errorf(
				"it holds more than %d files; name a folder that holds nothing but rules",
				maxFolderEntries,
			)
		}
		if entry.IsDir() {
			if name != "." && strings.HasPrefix(entry.Name(), ".") || name == fixtureFolder {
				return fs.SkipDir
			}
			return nil
		}
		if entry.Type()&fs.ModeSymlink != 0 && r.leadsAway(folder, name) {
			return nil
		}
		if path.Ext(name) == policyEnding && !strings.HasPrefix(entry.Name(), ".") &&
			(r.tests || !strings.HasSuffix(name, policyTestEnding)) {
			r.file(folder, name)
		}
		if len(r.files) > maxPolicies {
			return fmt.Errorf("there are more than %d policies", maxPolicies)
		}
		return nil
	})
	switch {
	case err != nil:
		r.problem(
			report.Location{},
			"Unreadable policies",
			"The folder %q of your own policies cannot be read: %s.",
			folder.Name,
			loader.Reason(err),
		)
	case len(r.files) == before:
		r.problem(
			report.Location{},
			"No policy",
			"There is no rule in the folder %q. A rule is a file FAMILY/NAME.rego in it; hybridlint new-rule --policies %s FAMILY NAME writes one.",
			folder.Name,
			folder.Name,
		)
	}
}

// leadsAway tells whether a link is none to a file in the folder. Such a link is not followed, and
// nobody is to believe that rules behind it run.
func (r *reader) leadsAway(folder *Folder, name string) bool {
	info, err := fs.Stat(folder.Files, name)
	if err == nil && !info.IsDir() {
		return false
	}
	r.problem(
		report.Location{},
		"Link not followed",
		"%s is a link to a folder, or leads out of %s. Name the folder itself, or remove the link.",
		path.Join(folder.Name, name),
		folder.Name,
	)
	return true
}

// plainError is an error without the operation and the path that Go's errors begin with.
func plainError(err error) error {
	if failed, ok := errors.AsType[*fs.PathError](err); ok {
		return failed.Err
	}
	return err
}

var familyPattern = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// filePattern wants two words at least: a name of one word could be taken for the id of a rule.
var filePattern = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)+$`)

// file reads one policy.
func (r *reader) file(folder *Folder, inFolder string) {
	f := &policy{folder: folder, name: path.Join(folder.Name, inFolder), inFolder: inFolder, broken: true}
	r.files = append(r.files, f)
	family, file := path.Split(inFolder)
	f.family, f.base = strings.TrimSuffix(family, "/"), strings.TrimSuffix(file, policyEnding)
	f.broken = !r.placed(f) || !r.read(f) || !r.parsed(f)
}

// placed makes sure that a file is where rules are.
func (r *reader) placed(f *policy) bool {
	switch whole, file := wholeFile(f.name), path.Base(f.name); {
	case f.family == "" || strings.Contains(f.family, "/"):
		r.problem(
			whole,
			"Policy in the wrong place",
			"A policy is one folder deep: %s. Move it to such a place.",
			path.Join(f.folder.Name, "FAMILY", file),
		)
	case !familyPattern.MatchString(f.family) || f.family == engine.ProgramPackage:
		r.problem(
			whole,
			"Wrong name of a folder",
			"%q cannot be the folder of a rule. Name it in lower-case letters, digits and underscores, and not %s.",
			f.family,
			engine.ProgramPackage,
		)
	case !filePattern.MatchString(f.base) && f.family != engine.InferenceFamily:
		r.problem(
			whole,
			"Wrong name of a policy",
			"%q cannot be the name of a rule. Name it in two or more words of lower-case letters and digits, joined by underscores: full_access_for_guests.rego.",
			file,
		)
	default:
		return true
	}
	return false
}

// read takes the text of a file.
func (r *reader) read(f *policy) bool {
	text, err := readText(f.folder.Files, f.inFolder, maxPolicySize)
	if err != nil {
		r.problem(wholeFile(f.name), "Unreadable policy", "The policy cannot be read: %v.", plainError(err))
		return false
	}
	// Windows PowerShell puts a byte order mark before what it saves as UTF-8, and OPA finds no METADATA behind one.
	text = strings.TrimPrefix(text, "\ufeff")
	f.text, f.lines = text, strings.Split(text, "\n")
	if line, deep := tooDeep(text); deep {
		r.problem(
			f.wholeLine(line),
			"Policy nested too deeply",
			"More than %d brackets are open here; no rule needs that.",
			maxPolicyNesting,
		)
		return false
	}
	return true
}

// parsed parses a file and makes sure that its package is that of its place.
func (r *reader) parsed(f *policy) bool {
	if err := f.parse(); err != nil {
		r.rego(f, err)
		return false
	}
	got, want := strings.TrimPrefix(f.module.Package.Path.String(), "data."), f.family+"."+f.base
	if got != want {
		r.problem(
			f.location(f.module.Package.Location),
			"Package in the wrong place",
			"The package is %s, but its place asks for package %s.",
			got,
			want,
		)
		return false
	}
	return true
}

func (f *policy) parse() (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("the parser of Rego gave up: %v", cause)
		}
	}()
	f.module, err = ast.ParseModuleWithOpts(f.name, f.text, ast.ParserOptions{
		ProcessAnnotation: true, RegoVersion: ast.RegoV1, Capabilities: engine.ParserCapabilities(),
	})
	return err
}

var errNotRegular = errors.New("it is no regular file")

// quoted matches what stands in a policy and is no code: raw strings, strings and comments.
var quoted = regexp.MustCompile("`[^`]*`" + `|"(?:\\.|[^"\\\n])*"|#[^\n]*`)

// tooDeep finds the line in which more brackets are open than a policy needs, without parsing. Strings with code in them
// are not told apart from code: their brackets count.
func tooDeep(text string) (line int, deep bool) {
	if !strings.Contains(text, `$"`) && !strings.Contains(text, "$`") {
		text = quoted.ReplaceAllStringFunc(
			text,
			func(match string) string { return strings.Repeat("\n", strings.Count(match, "\n")) },
		)
	}
	open := 0
	line = 1
	for _, c := range []byte(text) {
		switch c {
		case '\n':
			line++
		case '(', '[', '{':
			open++
		case ')', ']', '}':
			open = max(open-1, 0)
		}
		if open > maxPolicyNesting {
			return line, true
		}
	}
	return 0, false
}

// sortedFiles gives the files in the order of their names.
func (r *reader) sortedFiles() []*policy {
	slices.SortFunc(r.files, func(a, b *policy) int { return strings.Compare(a.name, b.name) })
	return r.files
}
