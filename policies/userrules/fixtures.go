package userrules

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"hybridlint/loader"
	"hybridlint/report"
)

const (
	badFixture  = "bad.hcl"
	goodFixture = "good.hcl"
	// maxFixtureSize is in bytes. A fixture shows one case.
	maxFixtureSize = 1 << 20
)

// expectation stands at the end of the line on which a finding starts: # want HYB206 warning,
// HYB301 note
type expectation struct {
	rule, severity string
	line           int
}

func (e expectation) String() string { return e.rule + " " + e.severity }

func compareExpectations(a, b expectation) int {
	return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.rule, b.rule), cmp.Compare(a.severity, b.severity))
}

var (
	wantPattern     = regexp.MustCompile(`# want (.+)$`)
	expectedPattern = regexp.MustCompile(`^([A-Z]{2,8}[0-9]{3}) (error|warning|note)$`)
)

// expectations are for the tests, not for readers.
var expectationComment = regexp.MustCompile(`[ \t]*# want [A-Z]{2,8}[0-9]{3}[^\n]*`)

// WithoutExpectations is a fixture as documentation shows it.
func WithoutExpectations(text string) string { return expectationComment.ReplaceAllString(text, "") }

// expectationsIn reads what a fixture expects; wrong are the lines on which nobody understands it.
func expectationsIn(lines []string) (expected []expectation, wrong []int) {
	for i, line := range lines {
		match := wantPattern.FindStringSubmatch(strings.TrimRight(line, " \t\r"))
		if match == nil {
			continue
		}
		for item := range strings.SplitSeq(match[1], ",") {
			parts := expectedPattern.FindStringSubmatch(strings.TrimSpace(item))
			if parts == nil {
				wrong = append(wrong, i+1)
				continue
			}
			expected = append(expected, expectation{parts[1], parts[2], i + 1})
		}
	}
	return expected, wrong
}

// folderFixtures checks the fixtures of the rules of a folder.
func (t *tested) folderFixtures(ctx context.Context, folder *Folder) {
	rules := map[string]*policy{}
	for _, f := range t.reader.files {
		if f.folder == folder && f.rule != nil {
			rules[f.rule.ID] = f
		}
	}
	root := path.Join(fixtureFolder, "rules")
	entries, err := fs.ReadDir(folder.Files, root)
	if err != nil {
		entries = nil // every rule is told that it has none
	}
	for _, entry := range entries {
		if entry.IsDir() && rules[entry.Name()] == nil {
			t.fail(
				report.Location{},
				"Fixtures without a rule",
				"There is no rule for %s. The folder of a rule's fixtures is called as its id.",
				path.Join(folder.Name, root, entry.Name()),
			)
		}
	}
	for _, f := range t.reader.files {
		if f.folder == folder && f.rule != nil {
			t.ruleFixtures(ctx, f, path.Join(root, f.rule.ID))
		}
	}
}

// ruleFixtures checks the fixtures of a rule: one that it reports, one that it does not, and
// whatever else there is.
func (t *tested) ruleFixtures(ctx context.Context, f *policy, folder string) {
	files, err := fs.Glob(f.folder.Files, path.Join(folder, "*.hcl"))
	if err != nil {
		files = nil
	}
	for _, name := range []string{badFixture, goodFixture} {
		if !slices.Contains(files, path.Join(folder, name)) {
			t.fail(
				f.keyLocation("id", f.rule.ID),
				"Missing fixture",
				"%s has no %s. Write bad.hcl, a configuration that it reports, and good.hcl, one that it does not.",
				f.rule.ID,
				path.Join(f.folder.Name, folder, name),
			)
		}
	}
	for _, file := range files {
		t.fixture(ctx, f, file)
	}
}

func (t *tested) fixture(ctx context.Context, f *policy, file string) {
	name := path.Join(f.folder.Name, file)
	t.Fixtures++
	text, err := readText(f.folder.Files, file, maxFixtureSize)
	if err != nil {
		t.fail(wholeFile(name), "Unreadable fixture", "The fixture cannot be read: %v.", plainError(err))
		return
	}
	lines := strings.Split(text, "\n")
	t.fixtures[name] = lines
	expected, wrong := expectationsIn(lines)
	for _, line := range wrong {
		t.fail(
			t.lineOf(name, line),
			"Expectation not understood",
			"Write what the line is expected to show as # want %s warning, several with commas between them.",
			f.rule.ID,
		)
	}
	ownExpected := slices.ContainsFunc(expected, func(e expectation) bool { return e.rule == f.rule.ID })
	switch {
	case path.Base(file) == badFixture && !ownExpected:
		t.fail(
			wholeFile(name),
			"Wrong fixture",
			"bad.hcl is to show %s. Write # want %s %s on the line where the finding starts.",
			f.rule.ID,
			f.rule.ID,
			f.rule.Severity,
		)
	case path.Base(file) == goodFixture && ownExpected:
		t.fail(wholeFile(name), "Wrong fixture", "good.hcl is to be without %s, but expects it.", f.rule.ID)
	}
	t.compare(ctx, f, name, text, expected)
}

func (t *tested) lineOf(name string, line int) report.Location {
	f := policy{name: name, lines: t.fixtures[name]}
	return f.wholeLine(line)
}

// compare runs all rules on a fixture, and compares the findings of the rule and of the others that
// the fixture names.
func (t *tested) compare(ctx context.Context, f *policy, name, text string, want []expectation) {
	model, problems := loader.Load(
		ctx,
		loader.Options{Documents: []loader.Document{{Name: name, Text: text}}, Jobs: t.options.Jobs},
	)
	findings, found := t.check(ctx, model, len(problems) == 0)
	t.Failures = append(t.Failures, slices.Concat(problems, found)...)
	compared := map[string]bool{f.rule.ID: true}
	for _, e := range want {
		compared[e.rule] = true
	}
	missing := slices.Clone(want)
	slices.SortFunc(missing, compareExpectations)
	for _, finding := range findings {
		if !compared[finding.Rule.ID] || finding.Suppressed != nil {
			continue
		}
		found := expectation{finding.Rule.ID, finding.Severity.String(), finding.Location.Start.Line}
		if i := slices.Index(missing, found); i >= 0 {
			missing = slices.Delete(missing, i, i+1)
			continue
		}
		t.fail(finding.Location, "Unexpected finding", "%s was not expected here: %s.", found, finding.Message)
	}
	for _, e := range missing {
		t.fail(t.lineOf(name, e.line), "Missing finding", "%s was expected on this line and not found.", e)
	}
}

// readText reads a regular file, and not more of it than the limit.
func readText(files fs.FS, name string, limit int) (string, error) {
	info, err := fs.Stat(files, name)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", errNotRegular
	}
	f, err := files.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, int64(limit)+1))
	if err == nil && len(text) > limit {
		err = fmt.Errorf("it has more than %d kB", limit>>10)
	}
	return string(text), err
}
