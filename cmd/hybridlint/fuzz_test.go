package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"hybridlint/report/formats"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader"
	"hybridlint/report"
	"hybridlint/testdata/corpus"
	"hybridlint/testdata/nasty"
)

// newKeepingLinter is the linter for many reports of one check. They describe no rule that found nothing.
func newKeepingLinter(t testing.TB) *onceLinter {
	t.Helper()
	l := newCompiledLinter(t)
	l.linter = tersely{l.linter}
	return &onceLinter{compiledLinter: l}
}

type tersely struct{ linter }

func (l tersely) Check(ctx context.Context, r request) (*report.Report, error) {
	checked, err := l.linter.Check(ctx, r)
	if err != nil || len(checked.Rules) == 0 {
		return checked, err
	}
	found := map[string]bool{checked.Rules[0].ID: true}
	for _, f := range checked.Findings {
		found[f.Rule.ID] = true
	}
	checked.Rules = slices.DeleteFunc(slices.Clone(checked.Rules), func(r *report.Rule) bool { return !found[r.ID] })
	return checked, nil
}

// FuzzCheck: whatever a file holds, checking it ends without a panic, every report can be read, every place lies inside the file, and
// a file that hcl or the loader finds a mistake in never passes for one that was checked.
func FuzzCheck(f *testing.F) {
	corpus.Seed(f, func(text []byte) { f.Add(text) })
	for _, pattern := range []string{"../../testdata/contoso/*/*.hcl", "../../testdata/rules/HYB*2/bad.hcl", "../../testdata/rules/HYB*1/edge_*.hcl"} {
		for _, text := range textsOf(f, pattern) {
			f.Add([]byte(text))
		}
	}
	for texts := range slices.Chunk(append(nasty.Texts(), worst), 25) {
		f.Add([]byte(strings.Join(texts, "\n")))
		f.Add([]byte(strangers(texts)))
	}
	linter := newKeepingLinter(f)
	f.Fuzz(func(t *testing.T, source []byte) {
		status := checkRun(t, linter, "a.hcl", source, "a.hcl")
		_, wrong := hclsyntax.ParseConfig(shallow(source), "a.hcl", hcl.InitialPos)
		_, problems := loader.Load(t.Context(), loader.Options{Paths: []string{"-"}, Stdin: bytes.NewReader(source)})
		if (wrong.HasErrors() || len(problems) > 0) && status != ExitIncomplete {
			t.Errorf("status %d, but hcl says %v and the loader %v", status, wrong, problems)
		}
	})
}

// FuzzCheckExports: the same for exports that are checked at once.
func FuzzCheckExports(f *testing.F) {
	const people = "PrimarySmtpAddress,DisplayName,RecipientTypeDetails,DistinguishedName\namy@contoso.com,Amy,UserMailbox,CN=amy\n"
	f.Add([]byte(people))
	f.Add([]byte("Identity,User,AccessRights,IsInherited,Deny\r\namy@contoso.com,\"bob@\r\ncontoso.com\",FullAccess,False,False\r\n"))
	f.Add([]byte(`[{"PrimarySmtpAddress":"a@b.c","RecipientTypeDetails":"UserMailbox","HybridlintSide":"cloud"},{"Identity":"a@b.c","Trustee":"é","AccessRights":["SendAs"]}]`))
	f.Add([]byte(`<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj><MS><S N="Identity">x</S></MS></Obj></Objs>`))
	for texts := range slices.Chunk(append(nasty.Texts(), worst), 20) {
		exports := hostileExports(f, strings.Join(texts, ""))
		for _, name := range slices.Sorted(maps.Keys(exports)) {
			f.Add([]byte(exports[name]))
		}
	}
	linter := newKeepingLinter(f)
	f.Fuzz(func(t *testing.T, export []byte) {
		checkRun(t, linter, "a.csv", export, "--from", "a.csv", "--side", "corp")
	})
}

// checkRun checks one file and looks at all reports of that. It gives the exit status.
func checkRun(t *testing.T, l *onceLinter, name string, source []byte, arguments ...string) int {
	t.Helper()
	root := folder(t, map[string]string{name: string(source)})
	runs := reportsOf(t, l, root, arguments...)
	status := runs["json"].status
	if !slices.Contains([]int{ExitClean, ExitFindings, ExitIncomplete}, status) {
		t.Errorf("status %d: %s", status, runs["json"].stderr)
	}
	for format, run := range runs {
		if run.status != status {
			t.Errorf("%s ends with status %d and not %d: %s", format, run.status, status, run.stderr)
		}
		checkHarmless(t, format, format, run.stdout)
		checkParses(t, format, run.stdout)
	}
	document := readDocument(t, runs["json"].stdout)
	document.checkStatus(t, status)
	document.checkPlaces(t, name, source)
	checkSARIF(t, runs["sarif"].stdout, status, source)
	return status
}

// reportsOf checks once and gives the outcome in every format.
func reportsOf(t *testing.T, l *onceLinter, root string, arguments ...string) map[string]outcome {
	t.Helper()
	once := *l
	runs := map[string]outcome{}
	for _, format := range formats.All() {
		runs[format.Name] = runInFolder(t, &once, root, append([]string{"check", "--format", format.Name, "--profile", "extended,verbose"}, arguments...)...)
	}
	return runs
}

func checkParses(t *testing.T, format, written string) {
	t.Helper()
	var err error
	switch format {
	case "json", "sarif", "gitlab":
		if !json.Valid([]byte(written)) {
			err = errors.New("no JSON")
		}
	case "junit", "checkstyle":
		for decoder := xml.NewDecoder(strings.NewReader(written)); err == nil; {
			_, err = decoder.Token()
		}
		if errors.Is(err, io.EOF) {
			err = nil
		}
	case "csv":
		_, err = csv.NewReader(strings.NewReader(written)).ReadAll()
	}
	if err != nil {
		t.Errorf("%s cannot be read: %v\n%s", format, err, written)
	}
}

// document is a run as JSON.
type document struct {
	Complete bool
	Findings []*documentFinding
	Problems []struct {
		Severity, Summary, Detail string
		Location                  *documentPlace
	}
}

type documentFinding struct {
	Rule, Severity, Message, Subject, Fingerprint string
	Assumed                                       []string
	Location                                      *documentPlace
	Related                                       []struct {
		Message  string
		Location *documentPlace
	}
	Remediation []struct{ Where, Intro, Command, Text string }
	Suppressed  *struct {
		Kind, Rationale string
		Location        *documentPlace
	}
}

type documentPlace struct {
	File       string
	Start, End struct{ Line, Column int }
}

func readDocument(t *testing.T, output string) *document {
	t.Helper()
	d := &document{}
	if err := json.Unmarshal([]byte(output), d); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	return d
}

// checkStatus: the status is what the findings and problems make of it, and no problem is one of the program itself.
func (d *document) checkStatus(t *testing.T, status int) {
	t.Helper()
	want := ExitClean
	for _, f := range d.Findings {
		if f.Severity == "error" && f.Suppressed == nil {
			want = ExitFindings
		}
	}
	complete := true
	for _, p := range d.Problems {
		complete = complete && p.Severity == "note" // a remark about exports
	}
	if !complete {
		want = ExitIncomplete
	}
	if status != want || d.Complete != complete {
		t.Errorf("status %d, want %d; complete: %v", status, want, d.Complete)
	}
	for _, p := range d.Problems {
		if p.Summary == "" || p.Detail == "" || p.Summary == "Internal error" || p.Summary == "Nothing was checked" {
			t.Errorf("a problem that says too little, or too much: %+v", p)
		}
	}
}

// checkPlaces: every place is one of the file.
func (d *document) checkPlaces(t *testing.T, name string, source []byte) {
	t.Helper()
	lines := strings.Split(string(source), "\n")
	check := func(p *documentPlace) {
		if p == nil {
			return
		}
		backward := p.End.Line < p.Start.Line || p.End.Line == p.Start.Line && p.End.Column < p.Start.Column
		if p.File != name || backward || !isIn(lines, p.Start.Line, p.Start.Column) || !isIn(lines, p.End.Line, p.End.Column) {
			t.Errorf("%+v is outside of its file", *p)
		}
	}
	for _, f := range d.Findings {
		check(f.Location)
		for _, r := range f.Related {
			check(r.Location)
		}
		if f.Suppressed != nil {
			check(f.Suppressed.Location)
		}
	}
	for _, p := range d.Problems {
		check(p.Location)
	}
}

// isIn tells whether a line has a column, or ends before it.
func isIn(lines []string, line, column int) bool {
	return line >= 1 && line <= len(lines) && column >= 1 && column <= utf8.RuneCountInString(lines[line-1])+1
}

// checkSARIF: the log says whether the run was complete, and its regions are lines of the file.
func checkSARIF(t *testing.T, written string, status int, source []byte) {
	t.Helper()
	var log struct {
		Runs []struct {
			Invocations []struct{ ExecutionSuccessful bool }
			Results     []struct {
				Locations []struct {
					PhysicalLocation struct {
						Region *struct{ StartLine, EndLine int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(written), &log); err != nil || len(log.Runs) != 1 || len(log.Runs[0].Invocations) != 1 {
		t.Fatalf("%v\n%s", err, written)
	}
	if log.Runs[0].Invocations[0].ExecutionSuccessful == (status == ExitIncomplete) {
		t.Errorf("status %d, but SARIF says %v", status, log.Runs[0].Invocations)
	}
	last := bytes.Count(source, []byte("\n")) + 1
	for _, result := range log.Runs[0].Results {
		for _, l := range result.Locations {
			if r := l.PhysicalLocation.Region; r != nil && (r.StartLine < 1 || max(r.StartLine, r.EndLine) > last) {
				t.Errorf("SARIF has a region of lines %d to %d in a file of %d", r.StartLine, r.EndLine, last)
			}
		}
	}
}

// shallow is the text, or nothing where it may be nested too deep for the parser.
func shallow(source []byte) []byte {
	if len(source) > 10_000 || bytes.Count(source, []byte("-"))+bytes.Count(source, []byte("!")) > 1000 {
		return nil
	}
	return source
}

func textsOf(t testing.TB, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(files), err)
	}
	var texts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}

// strangers is a configuration of people who are called like this.
func strangers(names []string) string {
	var b strings.Builder
	b.WriteString("forest \"corp\" {}\n")
	for i, name := range names {
		quoted := hclQuoted(name)
		b.WriteString("user_mailbox \"x" + strconv.Itoa(i) + "@contoso.com\" {\n  home = \"corp\"\n  name = " + quoted + "\n}\n" +
			"grant \"send_as\" { # hybridlint:ignore HYB302 -- " + strings.NewReplacer("\n", " ", "\r", " ").Replace(name) + "\n  recipient = \"x0@contoso.com\"\n  delegate = " + quoted + "\n}\n")
	}
	return b.String()
}
