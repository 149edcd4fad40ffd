package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"hybridlint/report/formats"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
	"golang.org/x/text/unicode/norm"

	"hybridlint/report"
	"hybridlint/report/visible"
	"hybridlint/testdata/nasty"
)

// worst has everything in it that may end a quotation in PowerShell.
const worst = "'’‘‚‛'' ’’ \" “„” `$(Remove-Mailbox *) ; | & # <# @' \n @\" --%"

// worstName is the worst of what somebody may be called by.
var worstName = strings.ReplaceAll(worst, " \n", "")

// names are what stands for somebody in a fixture; what is before it in the same text stays there.
var names = regexp.MustCompile(`"(SMTP:|smtp:|X500:|CONTOSO\\\\)?([^"@$=]*@[^"]*|svc-archive|Warehouse|Helpdesk|wave-[0-9]|pilot|ticket-4711)"`)

// strange puts a text into all names of a configuration.
func strange(configuration, text string) string {
	return names.ReplaceAllStringFunc(configuration, func(literal string) string {
		parts := names.FindStringSubmatch(literal)
		if strings.HasSuffix(parts[1], `\`) && strings.Contains(text, `\`) {
			return literal // would be another domain's
		}
		return string(hclwrite.TokensForValue(cty.StringVal(strings.ReplaceAll(parts[1], `\\`, `\`) + text + parts[2])).Bytes())
	})
}

// told is what the JSON of a run says, as far as it does not depend on names.
type told struct {
	findings []string
	// commands are those of the fixes, values what stands in their quotations.
	commands, values []string
	problems         int
}

func toldIn(t *testing.T, output string) (all told) {
	t.Helper()
	var document struct {
		Findings []struct {
			Rule, Severity string
			Location       struct{ Start struct{ Line int } }
			Remediation    []struct{ Command string }
		}
		Problems []struct{}
	}
	if err := json.Unmarshal([]byte(output), &document); err != nil {
		t.Fatal(err)
	}
	all.problems = len(document.Problems)
	for _, f := range document.Findings {
		all.findings = append(all.findings, fmt.Sprintf("%s %s line %d", f.Rule, f.Severity, f.Location.Start.Line))
		for _, r := range f.Remediation {
			command, values := unquoted(t, r.Command)
			all.commands = append(all.commands, command)
			all.values = append(all.values, values...)
		}
	}
	slices.Sort(all.findings)
	slices.Sort(all.commands)
	slices.Sort(all.values)
	return all
}

// unquoted reads a command as PowerShell does: the command with its quotations empty, and what stands in them.
func unquoted(t *testing.T, command string) (empty string, values []string) {
	t.Helper()
	isQuote := func(r rune) bool { return strings.ContainsRune("'‘’‚‛", r) }
	var outside, inside strings.Builder
	quoted := false
	runes := []rune(command)
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; {
		case !quoted:
			quoted = isQuote(r)
			outside.WriteRune(r)
		case isQuote(r) && i+1 < len(runes) && isQuote(runes[i+1]):
			inside.WriteRune(r)
			i++
		case isQuote(r):
			quoted = false
			values = append(values, inside.String())
			inside.Reset()
			outside.WriteRune(r)
		default:
			inside.WriteRune(r)
		}
	}
	if quoted {
		t.Errorf("a quotation does not end: %s", command)
	}
	return outside.String(), values
}

// Whatever somebody calls people, the findings are the same, and the commands run the same cmdlets on them.
func TestNamesStayInTheirQuotations(t *testing.T) {
	fixtures, err := filepath.Glob("../../testdata/rules/*/bad.hcl")
	if err != nil || len(fixtures) < 90 {
		t.Fatalf("%d fixtures, %v", len(fixtures), err)
	}
	linter := newCompiledLinter(t)
	texts := namesAmong(t, linter, nasty.Texts())
	quoted := 0
	for i, fixture := range fixtures {
		configuration, err := os.ReadFile(fixture)
		if err != nil {
			t.Fatal(err)
		}
		want := toldIn(t, checkedText(t, linter, string(configuration)).stdout)
		for _, text := range []string{worstName, texts[i%len(texts)], texts[(i+len(fixtures))%len(texts)]} {
			got := toldIn(t, checkedText(t, linter, strange(string(configuration), text)).stdout)
			what := fmt.Sprintf("%s with %q", filepath.Base(filepath.Dir(fixture)), text)
			if diff := cmp.Diff(want.findings, got.findings); diff != "" {
				t.Errorf("%s: other findings, and %d problems:\n%s", what, got.problems, diff)
				continue
			}
			if diff := cmp.Diff(want.commands, got.commands); diff != "" {
				t.Errorf("%s: other commands:\n%s", what, diff)
			}
			if diff := cmp.Diff(want.values, harmless(got.values, text)); diff != "" {
				t.Errorf("%s: other values:\n%s", what, diff)
			}
			quoted += len(got.values)
		}
	}
	if quoted < len(fixtures) {
		t.Errorf("%d quotations only", quoted)
	}
}

// namesAmong are the texts that somebody may be called by. What cannot be seen in a name, or makes it longer than one is, is refused.
func namesAmong(t *testing.T, l linter, texts []string) (names []string) {
	t.Helper()
	for _, text := range texts {
		if isName(t, l, text) {
			names = append(names, text)
		} else if visibleText(text) {
			t.Errorf("%q is refused as a name", text)
		}
	}
	if len(names) < len(texts)/2 {
		t.Fatalf("%d names of %d texts", len(names), len(texts))
	}
	return names
}

func isName(t *testing.T, l linter, text string) bool {
	t.Helper()
	got := checkedText(t, l, strange("user_mailbox \"amy@contoso.com\" {\n  home = \"cloud\"\n}\n", text))
	return got.status == ExitClean || got.status == ExitFindings
}

// visibleText tells whether a text is short, begins with no blank, and has no character that is not seen or that is none.
func visibleText(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return utf8.ValidString(text) && len(text) < 200 && !unicode.IsSpace(first) && !strings.ContainsFunc(text, func(r rune) bool { return visible.Acts(r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) })
}

// harmless takes a text, as commands show it, out of values that begin with it.
func harmless(values []string, text string) []string {
	var shown strings.Builder
	for _, r := range norm.NFC.String(string([]rune(text))) {
		if unicode.IsControl(r) || r == 0x2028 || r == 0x2029 {
			fmt.Fprintf(&shown, `\u%04x`, r)
		} else {
			shown.WriteRune(r)
		}
	}
	var all []string
	for _, v := range values {
		all = append(all, strings.Replace(v, shown.String(), "", 1))
	}
	slices.Sort(all)
	return all
}

// No report of a run has in it what acts on whoever reads it, whatever somebody calls people. The tests of the writers go through
// all texts; here every fifth is enough to see that nothing goes past them.
func TestNamesDoNotAct(t *testing.T) {
	configuration, err := os.ReadFile("../../testdata/rules/HYB302/bad.hcl")
	if err != nil {
		t.Fatal(err)
	}
	linter := newCompiledLinter(t)
	for i, text := range append([]string{worstName}, nasty.Texts()...) {
		if i%5 != 0 {
			continue
		}
		root := folder(t, map[string]string{"a.hcl": strange(string(configuration), text)})
		once := &onceLinter{compiledLinter: linter}
		want := ExitIncomplete
		if isName(t, linter, text) {
			want = ExitFindings
		}
		for _, format := range formats.All() {
			got := runInFolder(t, once, root, "check", "a.hcl", "--format", format.Name)
			if got.status != want {
				t.Errorf("%q, %s: status %d: %s", text, format.Name, got.status, got.stderr)
			}
			checkHarmless(t, fmt.Sprintf("%s with %q", format.Name, text), format.Name, got.stdout)
		}
	}
}

// compiledLinter is the linter for many checks: it reads and compiles the rules once, where the program, which checks once,
// lets go of them.
type compiledLinter struct {
	linter
	rules *knownRules
}

func newCompiledLinter(t testing.TB) compiledLinter {
	t.Helper()
	l := newLinter()
	l.keeps = true
	rules, err := l.Rules(t.Context(), ownPolicies{})
	if err != nil {
		t.Fatal(err)
	}
	return compiledLinter{linter: l, rules: rules}
}

func (l compiledLinter) Rules(ctx context.Context, own ownPolicies) (*knownRules, error) {
	if len(own.Folders) > 0 {
		return l.linter.Rules(ctx, own)
	}
	return l.rules, nil
}

// onceLinter checks once and answers the same again.
type onceLinter struct {
	compiledLinter
	checked *report.Report
}

func (l *onceLinter) Check(ctx context.Context, r request) (checked *report.Report, err error) {
	if l.checked == nil {
		l.checked, err = l.linter.Check(ctx, r)
	}
	return l.checked, err
}

// checkedText checks a configuration with every rule there is.
func checkedText(t *testing.T, l linter, configuration string) outcome {
	t.Helper()
	return runIn(t, l, map[string]string{"a.hcl": configuration}, "check", "a.hcl", "--format", "json", "--profile", "extended,verbose")
}

// checkHarmless: nothing in a report acts on a terminal, or on the pipeline whose log it is in.
func checkHarmless(t *testing.T, what, format, written string) {
	t.Helper()
	written = strings.TrimPrefix(written, "\ufeff") // of CSV
	checkVisible(t, what, written)
	for line := range strings.SplitSeq(written, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "::") && format != "html" && (format != "github" || !annotation.MatchString(line)) {
			t.Errorf("%s: GitHub takes this line for a command: %q", what, line)
		}
		if rest, ok := strings.CutPrefix(line, "##vso[task.logissue "); strings.Contains(rest, "##vso[") || ok != (format == "azure" && strings.Contains(line, "##vso[")) {
			t.Errorf("%s: Azure Pipelines takes this line for a command: %q", what, line)
		}
	}
}

var annotation = regexp.MustCompile("^::(error|warning|notice) ")

// checkVisible: every character is seen and acts on no other.
func checkVisible(t *testing.T, what, written string) {
	t.Helper()
	if !utf8.ValidString(written) {
		t.Errorf("%s: not UTF-8", what)
	}
	acts := func(r rune) bool {
		return (r < ' ' || r >= 0x7f) && r != '\n' && r != '\r' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
	}
	if i := strings.IndexFunc(written, acts); i >= 0 {
		t.Errorf("%s: %q is written", what, written[max(0, i-20):min(len(written), i+5)])
	}
}
