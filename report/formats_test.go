package report

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"hybridlint/testdata/nasty"
)

// everyReport are the runs that every format must be able to report.
func everyReport() map[string]*Report {
	blind := clean()
	blind.Complete, blind.Summary.Files, blind.Rules = false, 0, nil
	reports := map[string]*Report{"sample": sample(), "clean": clean(), "nothing": blind, "many": many(2_000), "several": several()}
	for _, text := range nasty.Texts() {
		reports[text] = hostileReport(text)
	}
	return reports
}

// allFindings is how many findings and problems a report has.
func allFindings(r *Report) int { return length(orNone(r.Findings)) + len(r.Problems) }

// Nothing that somebody wrote into a file acts on a terminal, in a log or on the CI that reads it, whatever the format.
func TestEveryFormatIsHarmless(t *testing.T) {
	for _, format := range Formats() {
		for name, r := range everyReport() {
			out := rendered(t, format.Writer, r, everything)
			if !utf8.ValidString(out) {
				t.Errorf("%s, %q: not UTF-8", format.Name, name)
			}
			out = strings.TrimPrefix(out, byteOrderMark)
			if i := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && r != '\r' && deceptive(r) }); i >= 0 {
				t.Errorf("%s, %q: %q is written", format.Name, name, out[max(0, i-20):min(len(out), i+5)])
			}
			commands := 0
			for line := range strings.SplitSeq(out, "\n") {
				if strings.HasPrefix(strings.TrimSpace(line), "::") && format.Name != "github" && format.Name != "html" { // CSS has a :: of its own
					t.Errorf("%s, %q: GitHub would take this line for a command: %q", format.Name, name, line)
				}
				if i := strings.Index(line, "##vso["); i >= 0 {
					commands++
					if format.Name != "azure" || i > 0 {
						t.Errorf("%s, %q: Azure Pipelines would take this line for a command: %q", format.Name, name, line)
					}
				}
			}
			if format.Name == "azure" && commands > allFindings(r) {
				t.Errorf("%q: %d commands for %d findings and problems", name, commands, allFindings(r))
			}
		}
	}
}

// workflowCommand is a line as the runner of GitHub Actions reads it.
type workflowCommand struct {
	name       string
	properties map[string]string
	data       string
}

// readWorkflowCommand follows the runner: the name to the first space, properties to the next "::", the rest is data.
func readWorkflowCommand(line string) (c workflowCommand, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), "::")
	if !ok {
		return c, false
	}
	head, data, ok := strings.Cut(rest, "::")
	if !ok {
		return c, false
	}
	c = workflowCommand{properties: map[string]string{}, data: unescaped(data, "%25", "%", "%0D", "\r", "%0A", "\n")}
	name, properties, _ := strings.Cut(head, " ")
	c.name = name
	for p := range strings.SplitSeq(properties, ",") {
		key, value, _ := strings.Cut(p, "=")
		c.properties[key] = unescaped(value, "%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
	}
	return c, true
}

func unescaped(text string, pairs ...string) string {
	return strings.NewReplacer(pairs...).Replace(text)
}

func TestAnnotationsAreWorkflowCommands(t *testing.T) {
	for name, r := range everyReport() {
		o := everything
		o.Fold = 0
		want := expectedAnnotations(r)
		var got []string
		for line := range strings.SplitSeq(strings.TrimSuffix(rendered(t, Annotations{}, r, o), "\n"), "\n") {
			c, ok := readWorkflowCommand(line)
			if !ok {
				if !slices.Contains(outcome(r), line) {
					t.Errorf("%q: a line that is no command: %q", name, line)
				}
				continue
			}
			first, _, _ := strings.Cut(c.data, "\n")
			got = append(got, fmt.Sprintf("%s %s:%s:%s %s", c.name, c.properties["file"], c.properties["line"], c.properties["col"], first))
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", name, diff)
		}
	}
}

// expectedAnnotations are the annotations of a report without folding, in short.
func expectedAnnotations(r *Report) []string {
	var want []string
	add := func(kind string, at Location, message string) {
		message = clip(Visible(message), maxAnnotation)
		if at.IsZero() {
			want = append(want, kind+" :: "+message)
			return
		}
		want = append(want, fmt.Sprintf("%s %s:%d:%d %s", kind, Visible(at.File), at.Start.Line, at.Start.Column, message))
	}
	for _, p := range r.Problems {
		add("error", p.Location, p.Summary)
	}
	for f := range orNone(r.Findings) {
		kind := annotationKind(f.Severity)
		if f.Suppressed != nil {
			kind = "notice"
		}
		add(kind, f.Location, f.Message)
	}
	slices.Sort(want)
	return want
}

func TestAnnotationsTellOfTheLimit(t *testing.T) {
	var notices []string
	rendered(t, Annotations{}, many(100), Options{Notice: func(s string) { notices = append(notices, s) }})
	want := []string{"GitHub shows 10 of the 33 error annotations of one step; the log has all of them",
		"GitHub shows 10 of the 67 warning annotations of one step; the log has all of them"}
	if diff := cmp.Diff(want, notices); diff != "" {
		t.Error(diff)
	}
}

// readLoggingCommand follows the agent of Azure Pipelines.
func readLoggingCommand(line string) (properties map[string]string, data string, ok bool) {
	_, command, ok := strings.Cut(line, "##vso[")
	if !ok {
		return nil, "", false
	}
	head, data, ok := strings.Cut(command, "]")
	if !ok {
		return nil, "", false
	}
	name, list, _ := strings.Cut(head, " ")
	properties = map[string]string{"": name}
	for p := range strings.SplitSeq(list, ";") {
		key, value, _ := strings.Cut(p, "=")
		properties[key] = unescaped(value, "%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%AZP25", "%")
	}
	return properties, unescaped(data, "%0D", "\r", "%0A", "\n", "%AZP25", "%"), true
}

func TestAzureIsLoggingCommands(t *testing.T) {
	for name, r := range everyReport() {
		o := everything
		o.Fold = 0
		var got []string
		for line := range strings.SplitSeq(rendered(t, Azure{}, r, o), "\n") {
			p, data, ok := readLoggingCommand(line)
			if !ok {
				continue
			}
			if p[""] != "task.logissue" || p["type"] != "error" && p["type"] != "warning" {
				t.Errorf("%q: a command that reports no issue: %q", name, line)
			}
			first, _, _ := strings.Cut(data, "\n")
			got = append(got, fmt.Sprintf("%s %s:%s:%s %s", p["type"], p["sourcepath"], p["linenumber"], p["columnnumber"], first))
		}
		slices.Sort(got)
		want := slices.DeleteFunc(expectedAnnotations(r), func(a string) bool { return strings.HasPrefix(a, "notice") })
		if diff := cmp.Diff(want, got, cmp.Transformer("none", func(s []string) []string { return append([]string{}, s...) })); diff != "" {
			t.Errorf("%q: %s", name, diff)
		}
	}
}

func TestCodeQualityIsWhatGitLabDocuments(t *testing.T) {
	schema := compiledSchema(t, "testdata/gitlab-code-quality.schema.json")
	for name, r := range everyReport() {
		out := rendered(t, CodeQuality{}, r, everything)
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
		if err != nil {
			t.Fatalf("%q: %v", name, err)
		}
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%q: %v", name, err)
		}
		issues := decoded[[]qualityIssue](t, name, out)
		if len(issues) != allFindings(r) {
			t.Errorf("%q: %d issues of %d findings and problems", name, len(issues), allFindings(r))
		}
	}
	// GitLab takes two issues with one fingerprint for the same.
	issues := decoded[[]qualityIssue](t, "sample", rendered(t, CodeQuality{}, sample(), everything))
	fingerprints := map[string]bool{}
	for _, i := range issues {
		fingerprints[i.Fingerprint] = true
	}
	if len(fingerprints) != len(issues) {
		t.Errorf("%d fingerprints of %d issues", len(fingerprints), len(issues))
	}
}

// The schema is one that a report can break.
func TestCodeQualityCanBeBroken(t *testing.T) {
	schema := compiledSchema(t, "testdata/gitlab-code-quality.schema.json")
	good := rendered(t, CodeQuality{}, sample(), everything)
	for name, replacement := range map[string][2]string{
		"renamed": {`"check_name"`, `"rule"`}, "removed": {`"fingerprint":"0011",`, ``}, "another severity": {`"severity":"critical"`, `"severity":"error"`},
		"line 0": {`"begin":4`, `"begin":0`}, "a path GitLab does not find": {`"path":"mail/`, `"path":"./mail/`}, "no list": {"[\n", `{"issues":[` + "\n"},
	} {
		bad := strings.Replace(good, replacement[0], replacement[1], 1)
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if bad == good {
			t.Fatal(name)
		}
		if err == nil && schema.Validate(instance) == nil {
			t.Errorf("%s: nobody notices", name)
		}
	}
}

func compiledSchema(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	return compiler.MustCompile("schema.json")
}

// UnknownXML catches what a format does not have.
type UnknownXML struct {
	Elements   []struct{ XMLName xml.Name } `xml:",any"`
	Attributes []xml.Attr                   `xml:",any,attr"`
}

func (u UnknownXML) check(t *testing.T, name string) {
	t.Helper()
	if len(u.Elements)+len(u.Attributes) > 0 {
		t.Errorf("%q: the format has no %v", name, u)
	}
}

// What follows is the structure that Jenkins, GitLab and Azure Pipelines document of JUnit.
type junitDocument struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Skipped  int          `xml:"skipped,attr"`
	Suites   []junitSuite `xml:"testsuite"`
	UnknownXML
}

type junitSuite struct {
	Name     string `xml:"name,attr"`
	Tests    int    `xml:"tests,attr"`
	Failures int    `xml:"failures,attr"`
	Errors   int    `xml:"errors,attr"`
	Skipped  int    `xml:"skipped,attr"`
	Cases    []struct {
		Name      string        `xml:"name,attr"`
		ClassName string        `xml:"classname,attr"`
		File      string        `xml:"file,attr"`
		Line      int           `xml:"line,attr"`
		Failure   *junitOutcome `xml:"failure"`
		Error     *junitOutcome `xml:"error"`
		Skipped   *junitSkipped `xml:"skipped"`
		UnknownXML
	} `xml:"testcase"`
	UnknownXML
}

// count is what a suite really holds.
func (s *junitSuite) count() (c junitCounts) {
	for _, test := range s.Cases {
		c.tests++
		switch {
		case test.Failure != nil:
			c.failures++
		case test.Error != nil:
			c.errors++
		case test.Skipped != nil:
			c.skipped++
		}
	}
	return c
}

func TestJUnitIsWhatItsReadersKnow(t *testing.T) {
	for name, r := range everyReport() {
		d := decodedXML[junitDocument](t, name, rendered(t, JUnit{}, r, everything))
		d.check(t, name)
		var all junitCounts
		for _, s := range d.Suites {
			s.check(t, name)
			c := s.count()
			if c != (junitCounts{s.Tests, s.Failures, s.Errors, s.Skipped}) {
				t.Errorf("%q: the suite %q states %d tests and holds %+v", name, s.Name, s.Tests, c)
			}
			all = junitCounts{all.tests + c.tests, all.failures + c.failures, all.errors + c.errors, all.skipped + c.skipped}
			for _, test := range s.Cases {
				test.check(t, name)
				if test.Name == "" || test.ClassName == "" {
					t.Errorf("%q: a test case without a name", name)
				}
			}
		}
		if all != (junitCounts{d.Tests, d.Failures, d.Errors, d.Skipped}) {
			t.Errorf("%q: the run states %+v and holds %+v", name, d, all)
		}
		suppressed := 0
		for f := range orNone(r.Findings) {
			if f.Suppressed != nil {
				suppressed++
			}
		}
		if all.failures+all.skipped != length(orNone(r.Findings)) || all.skipped != suppressed || all.errors != len(r.Problems) {
			t.Errorf("%q: %+v", name, all)
		}
	}
}

// A clean run is not an empty one: readers take that for a mistake.
func TestJUnitOfACleanRunNamesTheRules(t *testing.T) {
	d := decodedXML[junitDocument](t, "clean", rendered(t, JUnit{}, clean(), Options{}))
	if d.Tests != 1 || d.Failures != 0 || !strings.HasPrefix(d.Suites[0].Cases[0].Name, "HYB302") {
		t.Errorf("%+v", d)
	}
}

type checkstyleDocument struct {
	XMLName xml.Name `xml:"checkstyle"`
	Version string   `xml:"version,attr"`
	Files   []struct {
		Name   string `xml:"name,attr"`
		Errors []struct {
			Line     int    `xml:"line,attr"`
			Column   int    `xml:"column,attr"`
			Severity string `xml:"severity,attr"`
			Message  string `xml:"message,attr"`
			Source   string `xml:"source,attr"`
			UnknownXML
		} `xml:"error"`
		UnknownXML
	} `xml:"file"`
	UnknownXML
}

func TestCheckstyleIsWhatItsReadersKnow(t *testing.T) {
	for name, r := range everyReport() {
		d := decodedXML[checkstyleDocument](t, name, rendered(t, Checkstyle{}, r, everything))
		d.check(t, name)
		n := 0
		for _, file := range d.Files {
			file.check(t, name)
			for _, e := range file.Errors {
				e.check(t, name)
				n++
				if !slices.Contains([]string{"error", "warning", "info", "ignore"}, e.Severity) || e.Source == "" {
					t.Errorf("%q: %+v", name, e)
				}
			}
		}
		if n != allFindings(r) {
			t.Errorf("%q: %d errors of %d findings and problems", name, n, allFindings(r))
		}
	}
}

func decodedXML[T any](t *testing.T, name, text string) (document T) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(text))
	decoder.Strict = true
	if err := decoder.Decode(&document); err != nil {
		t.Fatalf("%q: %v", name, err)
	}
	if _, err := decoder.Token(); err == nil {
		// the line end behind the document
		if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
			t.Errorf("%q: something follows the document", name)
		}
	}
	return document
}

func TestXMLSaysWhatWasSaid(t *testing.T) {
	for _, text := range nasty.Texts() {
		want := Visible("about " + text)
		d := decodedXML[junitDocument](t, text, rendered(t, JUnit{}, hostileReport(text), everything))
		i := slices.IndexFunc(d.Suites, func(s junitSuite) bool { return s.Failures > 0 })
		if got := d.Suites[i].Cases[0].Failure.Message; got != want {
			t.Errorf("%q became %q", want, got)
		}
		c := decodedXML[checkstyleDocument](t, text, rendered(t, Checkstyle{}, hostileReport(text), everything))
		if got := c.Files[0].Errors[0].Message; got != want {
			t.Errorf("%q became %q", want, got)
		}
	}
}

func TestCSVIsATable(t *testing.T) {
	for name, r := range everyReport() {
		out, marked := strings.CutPrefix(rendered(t, CSV{}, r, everything), byteOrderMark)
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll() // fails where rows differ in length
		if err != nil || !marked {
			t.Fatalf("%q: %v", name, err)
		}
		if len(rows) != 1+allFindings(r) || !slices.Equal(rows[0], csvHeader()) {
			t.Errorf("%q: %d rows", name, len(rows))
		}
		for _, row := range rows[1:] {
			for i, cell := range row {
				// Where the comma is the decimal point, a semicolon ends a cell, and a line end a row.
				for piece := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == ';' || r == '\n' }) {
					if begins := strings.TrimLeft(piece, " \t\r\""); len(cell) > 1 && begins != "" && strings.ContainsAny(begins[:1], "=+-@") {
						t.Errorf("%q: %s is a formula: %q", name, rows[0][i], cell)
					}
				}
			}
			if n, err := strconv.Atoi(row[5]); row[4] != "" && (err != nil || n < 1) {
				t.Errorf("%q: the line is %q", name, row[5])
			}
		}
	}
}

func TestCSVHasNoFormulas(t *testing.T) {
	for cell, want := range map[string]string{"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(1)": "'@SUM(1)", "＝1": "'＝1", "-": "-", "a=1": "a=1", "": "", "'=": "'=",
		" =1": " '=1", "a;=1": "a;'=1", `a; "=1`: `a; "'=1`, "a\n-1": "a\n'-1", "a; b-c": "a; b-c"} {
		if got := noFormula(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

// A cell becomes text wherever a spreadsheet would begin to calculate, and nowhere else.
func TestNoFormula(t *testing.T) {
	begin := regexp.MustCompile(`(^|[;\n])([\s"]*)([=+\-@＝＋－＠])`)
	random := rand.New(rand.NewPCG(3, 4))
	parts := []string{"=", "+", "-", "@", "＝", "＋", "－", "＠", ";", "\n", "\r", "\t", " ", `"`, "a", "é", "'", "\xff"}
	for range 20_000 {
		cell := ""
		for range random.IntN(8) {
			cell += parts[random.IntN(len(parts))]
		}
		want := cell
		if utf8.RuneCountInString(cell) > 1 {
			want = begin.ReplaceAllString(cell, "$1$2'$3")
		}
		if got := noFormula(cell); got != want {
			t.Fatalf("%q becomes %q, want %q", cell, got, want)
		}
	}
}
