package html

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"hybridlint/report"
	"hybridlint/report/reporttest"
	"hybridlint/report/visible"
	"hybridlint/testdata/nasty"
)

// htmlFixtures is where the tests in a browser want their reports.
var htmlFixtures = flag.String("html-fixtures", "", "write reports for the tests in a browser into this folder")

// htmlDocument is a rendered report taken apart.
type htmlDocument struct {
	markup              string // without what the elements below hold
	style, data, script string
}

func htmlTakenApart(t testing.TB, written string) htmlDocument {
	t.Helper()
	var d htmlDocument
	rest := written
	for _, raw := range []struct {
		open, end string
		content   *string
	}{
		{"<style>", "</style>", &d.style},
		{`<script type="application/json" id="report-data">`, "</script>", &d.data},
		{`<script type="module">`, "</script>", &d.script},
	} {
		before, after, began := strings.Cut(rest, raw.open)
		content, behind, ended := strings.Cut(after, raw.end)
		if !began || !ended {
			t.Fatalf("there is no whole %s", raw.open)
		}
		d.markup += before + raw.open + raw.end
		*raw.content, rest = content, behind
	}
	d.markup += rest
	return d
}

// htmlRead is the data as a program reads it.
type htmlRead struct {
	Findings            []htmlFinding `json:"findings"`
	Delegations         [][]int       `json:"delegations"`
	DelegationsComplete bool          `json:"delegations_complete"`
	Pages               []string      `json:"pages"`
	Parties             [][4]int      `json:"parties"`
	Places              [][2]int      `json:"places"`
	Rules               []htmlRule    `json:"rules"`
	Texts               []any         `json:"texts"`
}

// said is what a reference stands for, as the script reads it.
func (r *htmlRead) said(reference ...int) string {
	form, ok := r.Texts[reference[0]].([]any)
	if !ok {
		return r.Texts[reference[0]].(string)
	}
	said := form[0].(string)
	for i, piece := range form[1:] {
		said += r.Texts[reference[i+1]].(string) + piece.(string)
	}
	return said
}

// unmarshalArray reads an array, whose end may be missing, into its fields.
func unmarshalArray(text []byte, fields ...any) error {
	var raw []json.RawMessage
	if err := json.Unmarshal(text, &raw); err != nil {
		return err
	}
	if len(raw) > len(fields) {
		return fmt.Errorf("%d fields, want %d", len(raw), len(fields))
	}
	for i := range raw {
		if err := json.Unmarshal(raw[i], fields[i]); err != nil {
			return err
		}
	}
	return nil
}

func (t *htmlText) UnmarshalJSON(text []byte) error {
	var number int
	if json.Unmarshal(text, &number) == nil {
		*t = htmlText{number}
		return nil
	}
	return json.Unmarshal(text, (*[]int)(t))
}

func (f *htmlFinding) UnmarshalJSON(text []byte) error {
	return unmarshalArray(text, &f.Rule, &f.Severity, &f.Message, &f.Subject, &f.At, &f.Line, &f.Parties, &f.Fixes, &f.Related, &f.Assumed, &f.Batch, &f.Suppressed)
}

func (r *htmlRelated) UnmarshalJSON(text []byte) error {
	return unmarshalArray(text, &r.Message, &r.At)
}

func (f *htmlFix) UnmarshalJSON(text []byte) error {
	return unmarshalArray(text, &f.Place, &f.Kind, &f.Command, &f.Intro)
}

func (s *htmlSuppression) UnmarshalJSON(text []byte) error {
	return unmarshalArray(text, &s.Kind, &s.Rationale, &s.At)
}

func htmlDataIn(t testing.TB, written string) htmlRead {
	t.Helper()
	var data htmlRead
	decoder := json.NewDecoder(strings.NewReader(htmlTakenApart(t, written).data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&data); err != nil {
		t.Fatal(err)
	}
	return data
}

// pictured is the sample with somebody in it.
func pictured() *report.Report {
	r := reporttest.Sample()
	r.Recipients = slices.Values([]report.Recipient{
		{Name: "amy@contoso.com", Type: "user mailbox", Home: "corp"}, {Name: "sales@contoso.com", Type: "shared mailbox", Home: "cloud"},
		{Name: "jørgen@contoso.com", Type: "user mailbox", Home: "corp"}, {Name: "nobody@contoso.com", Type: "user mailbox", Home: "corp"},
	})
	sendAs := report.Delegation{Subject: "grant send_as amy@contoso.com on sales@contoso.com", Recipient: "sales@contoso.com", Delegate: "amy@contoso.com", Permission: "Send As"}
	r.Delegations = slices.Values([]report.Delegation{
		{Subject: "grant folder Default on other@contoso.com:\\Calendar", Recipient: "other@contoso.com", Delegate: "Default", Permission: "Calendar: Reviewer"},
		{Subject: "grant full_access jørgen@contoso.com on sales@contoso.com", Recipient: "sales@contoso.com", Delegate: "jørgen@contoso.com", Permission: "Full Access"},
		sendAs, sendAs,
	})
	return r
}

func TestHTMLGolden(t *testing.T) {
	for name, r := range map[string]*report.Report{"sample.html": pictured(), "clean.html": reporttest.Clean()} {
		d := htmlTakenApart(t, reporttest.Rendered(t, Writer{}, r, report.Options{}))
		markup := regexp.MustCompile(`sha256-[^=]*=`).ReplaceAllString(d.markup, "sha256-…")
		reporttest.Golden(t, name, markup+d.data)
	}
}

// TestHTMLPolicy: the browser runs what this report brings along and nothing else, and whatever changes in it, the policy
// follows.
func TestHTMLPolicy(t *testing.T) {
	written := reporttest.Rendered(t, Writer{}, pictured(), report.Options{})
	d := htmlTakenApart(t, written)
	policy := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(written)
	if policy == nil {
		t.Fatal("no policy")
	}
	said := strings.NewReplacer("&#39;", "'", "&#43;", "+").Replace(policy[1])
	want := "default-src 'none'; script-src '" + digest(d.script) + "'; style-src '" + digest(d.style) +
		"'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
	if said != want {
		t.Errorf("the policy is\n%s, want\n%s", said, want)
	}
	if before, _, _ := strings.Cut(written, policy[0]); strings.Contains(before, "<script") || strings.Contains(before, "<style") {
		t.Error("something stands before the policy that it ought to govern")
	}
}

// TestHTMLAssets: no asset leads outside, makes markup of text or ends its own element.
func TestHTMLAssets(t *testing.T) {
	var read []string
	err := fs.WalkDir(htmlFiles, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := htmlFiles.ReadFile(name)
		read = append(read, filepath.Base(name))
		for _, banned := range []string{
			`innerHTML`, `outerHTML`, `insertAdjacentHTML`, `document\.write`, `createContextualFragment`, `DOMParser`, `\beval\b`, `new Function`,
			`@import`, `url\(`, `http://`, `\ssrc=`, `\son[a-z]+=`, `\sstyle=`, `fetch\(`, `XMLHttpRequest`, `<!--`, `(?i)</script`, `(?i)</style`,
		} {
			if found := regexp.MustCompile(banned).FindString(strings.ReplaceAll(string(content), "http://www.w3.org/2000/svg", "")); found != "" {
				t.Errorf("%s has %q", name, found)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range htmlScripts() {
		if !slices.Contains(read, name) {
			t.Errorf("there is no %s", name)
		}
		read = slices.DeleteFunc(read, func(other string) bool { return other == name })
	}
	if slices.ContainsFunc(read, func(name string) bool { return strings.HasSuffix(name, ".js") }) {
		t.Errorf("not part of the script: %v", read)
	}
}

func TestHTMLIsDeterministic(t *testing.T) {
	if diff := cmp.Diff(reporttest.Rendered(t, Writer{}, pictured(), report.Options{}), reporttest.Rendered(t, Writer{}, pictured(), report.Options{})); diff != "" {
		t.Error(diff)
	}
}

// htmlSkeleton is the elements and attributes of a document without anything they say. What a browser takes for markup is
// in it, whoever wrote it.
func htmlSkeleton(t testing.TB, written string) []string {
	t.Helper()
	var skeleton []string
	rest := htmlTakenApart(t, written).markup
	for {
		_, after, ok := strings.Cut(rest, "<")
		if !ok {
			return skeleton
		}
		tag, behind, ok := htmlTag(after)
		if !ok {
			t.Fatalf("an element does not end: %.60s", after)
		}
		skeleton, rest = append(skeleton, tag), behind
	}
}

var (
	htmlName      = regexp.MustCompile(`^[/!]?[A-Za-z0-9]*`)
	htmlAttribute = regexp.MustCompile(`^\s*([^\s=>"'/]+)(?:="[^"]*")?`)
)

// htmlTag reads a tag without its <: its name and those of its attributes, whose values stand in double quotes.
func htmlTag(text string) (tag, rest string, ok bool) {
	name := htmlName.FindString(text)
	rest = text[len(name):]
	for m := htmlAttribute.FindStringSubmatch(rest); m != nil; m = htmlAttribute.FindStringSubmatch(rest) {
		name, rest = name+" "+m[1], rest[len(m[0]):]
	}
	rest, ok = strings.CutPrefix(strings.TrimSpace(rest), ">")
	return name, rest, ok
}

func hostileHTML(text string) *report.Report {
	r := reporttest.Hostile(text)
	r.Recipients = slices.Values([]report.Recipient{{Name: text, Type: text, Home: text}})
	r.Delegations = slices.Values([]report.Delegation{{Subject: text, Recipient: text, Delegate: "x" + text, Permission: text}})
	return r
}

// checkHostileHTML: whatever the files say, the browser sees the same elements as for harmless words, and no byte that acts.
func checkHostileHTML(t *testing.T, text string) {
	t.Helper()
	written := reporttest.Rendered(t, Writer{}, hostileHTML(text), reporttest.Everything)
	harmless := strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return 'x'
	}, strings.TrimSpace(text))
	if diff := cmp.Diff(htmlSkeleton(t, reporttest.Rendered(t, Writer{}, hostileHTML(harmless), reporttest.Everything)), htmlSkeleton(t, written)); diff != "" {
		t.Errorf("%q changes the markup:\n%s", text, diff)
	}
	if !utf8.ValidString(written) {
		t.Errorf("%q: not UTF-8", text)
	}
	if i := strings.IndexFunc(written, func(r rune) bool { return r != '\n' && (visible.Acts(r) || unicode.IsControl(r)) }); i >= 0 {
		t.Errorf("%q: a character that acts is written as it is: %q", text, written[max(0, i-20):i+5])
	}
	if data := htmlTakenApart(t, written).data; strings.ContainsAny(data, "<>&") {
		t.Errorf("%q: the data has a character of markup", text)
	}
}

func TestHTMLSurvivesHostileTexts(t *testing.T) {
	for _, text := range nasty.Texts() {
		checkHostileHTML(t, text)
	}
}

func FuzzHTML(f *testing.F) {
	for _, text := range nasty.Texts() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkHostileHTML(t, text) })
}

func TestHTMLSaysWhatWasSaid(t *testing.T) {
	for _, text := range nasty.Texts() {
		data := htmlDataIn(t, reporttest.Rendered(t, Writer{}, hostileHTML(text), reporttest.Everything))
		said := func(text htmlText) string { return data.said(text...) }
		party := func(i int) string { return data.said(data.Parties[0][i]) }
		if len(data.Findings) != 3 || len(data.Rules) != 1 || len(data.Parties) != 2 || len(data.Delegations) != 1 {
			t.Fatalf("%q: %d findings, %d rules, %d parties, %d delegations", text, len(data.Findings), len(data.Rules), len(data.Parties), len(data.Delegations))
		}
		want := visible.Lines(text)
		f, suppressed := data.Findings[0], data.Findings[2].Suppressed
		for what, got := range map[string]string{
			"subject": said(f.Subject), "fact": said(f.Assumed[0]), "command": said(f.Fixes[0].Command), "fix": said(f.Fixes[1].Command),
			"related": said(f.Related[0].Message), "party": party(0), "type": party(1),
			"home": party(2), "permission": data.said(data.Delegations[0][2]), "rationale": said(suppressed.Rationale),
			"description": data.Rules[0].Description,
		} {
			if got != want {
				t.Errorf("%q: the %s became %q", text, what, got)
			}
		}
		if got := said(f.Message); got != visible.Lines("about "+text) {
			t.Errorf("%q: the message became %q", text, got)
		}
	}
}

// The note about assumed facts has a line of its own, so the message does not say it too.
func TestHTMLSaysAssumptionsOnce(t *testing.T) {
	data := htmlDataIn(t, reporttest.Rendered(t, Writer{}, reporttest.Sample(), report.Options{}))
	f := data.Findings[2]
	if got := data.said(f.Message...); got != "日本@contoso.com will not open by itself for amy@contoso.com" {
		t.Errorf("the message is %q", got)
	}
	if len(f.Assumed) != 2 {
		t.Errorf("%d facts were assumed", len(f.Assumed))
	}
}

func TestHTMLLeadsToSecurePagesOnly(t *testing.T) {
	for address, want := range map[string]string{
		"https://learn.microsoft.com/exchange/permissions": "https://learn.microsoft.com/exchange/permissions",
		"http://learn.microsoft.com/":                      "",
		"javascript:alert(1)":                              "",
		"JavaScript:alert(1)":                              "",
		"data:text/html,x":                                 "",
		"//evil.example/":                                  "",
		"https:evil":                                       "",
		"https://learn.microsoft.com@evil.example/":        "",
		"https://evil.example/\u202e":                      "",
		"https://evil.example/\"><b>":                      "https://evil.example/%22%3E%3Cb%3E",
		"":                                                 "",
	} {
		if got := secureURL(address); got != want {
			t.Errorf("%q leads to %q, want %q", address, got, want)
		}
		if got := secureURL(" " + address); got != "" {
			t.Errorf("%q behind a space leads to %q", address, got)
		}
	}
}

// TestHTMLHoldsEveryFinding, whatever their number, in their order.
func TestHTMLHoldsEveryFinding(t *testing.T) {
	const n = 30_000
	var told []string
	written := reporttest.Rendered(t, Writer{}, reporttest.Many(n), report.Options{Notice: func(sentence string) { told = append(told, sentence) }})
	data := htmlDataIn(t, written)
	if len(data.Findings) != n || told != nil {
		t.Fatalf("%d of %d findings; %q", len(data.Findings), n, told)
	}
	for i, f := range data.Findings {
		if f.At[1] != i+1 {
			t.Fatalf("finding %d is about line %d", i, f.At[1])
		}
	}
	// What is said of everybody is said once.
	if len(data.Texts) > 20 || len(written)-len(reporttest.Rendered(t, Writer{}, reporttest.Many(1), report.Options{})) > 100*n {
		t.Errorf("%d texts, %d bytes", len(data.Texts), len(written))
	}
}

// TestHTMLTextsAreWhole: what names were taken out of is what was said, names or no names in the names.
func TestHTMLTextsAreWhole(t *testing.T) {
	for said, names := range map[string][]string{
		"amy@contoso.com opens sales@contoso.com":           {"amy@contoso.com", "sales@contoso.com"},
		"amy@contoso.com":                                   {"amy@contoso.com"},
		"amy@contoso.com.amy@contoso.com":                   {"amy@contoso.com", "contoso.com"},
		"xamy@contoso.comamy@contoso.community":             {"amy@contoso.com", "amy@contoso.community", "contoso"},
		"nobody opens nothing":                              {"amy@contoso.com"},
		"line one of amy@contoso.com\nline two":             {"amy@contoso.com"},
		"\u202eamy@contoso.com\x00amy@contoso.com \xff <b>": {"amy@contoso.com"},
	} {
		d := newHTMLData()
		reference := d.text(said, names...)
		read := &htmlRead{}
		for _, text := range d.texts {
			if pieces, ok := text.([]string); ok {
				var form []any
				for _, piece := range pieces {
					form = append(form, piece)
				}
				text = form
			}
			read.Texts = append(read.Texts, text)
		}
		if got := read.said(reference...); got != visible.Lines(said) {
			t.Errorf("%q became %q", said, got)
		}
	}
}

func TestHTMLDelegations(t *testing.T) {
	data := htmlDataIn(t, reporttest.Rendered(t, Writer{}, pictured(), report.Options{}))
	var said []string
	for _, d := range data.Delegations {
		name := func(party int) string { return data.said(data.Parties[party][0]) }
		said = append(said, fmt.Sprintf("%s: %s on %s %v", name(d[1]), data.said(d[2]), name(d[0]), d[3:]))
	}
	want := []string{ // what is broken, what belongs to somebody with a finding, the rest; each once
		"amy@contoso.com: Send As on sales@contoso.com [0]",
		"jørgen@contoso.com: Full Access on sales@contoso.com []",
		"Default: Calendar: Reviewer on other@contoso.com []",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Error(diff)
	}
	var homes []string
	for _, p := range data.Parties {
		homes = append(homes, data.said(p[0])+" "+data.said(p[1])+" "+data.said(p[2]))
	}
	if want := []string{"amy@contoso.com user mailbox corp", "sales@contoso.com shared mailbox cloud", "jørgen@contoso.com user mailbox corp",
		"other@contoso.com  ", "Default  "}; !slices.Equal(homes, want) || !data.DelegationsComplete {
		t.Errorf("parties %q, complete %v", homes, data.DelegationsComplete)
	}
	var b strings.Builder
	if err := writeHTML(&b, pictured(), report.Options{}, 1); err != nil {
		t.Fatal(err)
	}
	// The one that a finding is about, and one more.
	if data := htmlDataIn(t, b.String()); len(data.Delegations) != 2 || data.DelegationsComplete {
		t.Errorf("of at most 1 more delegation there are %d, complete %v", len(data.Delegations), data.DelegationsComplete)
	}
}

// A finding in a batch marks the delegation that it points at first.
func TestHTMLBatchFindingsMarkDelegations(t *testing.T) {
	r := pictured()
	found := &report.Finding{Rule: reporttest.SendAsRule(), Severity: report.Error, Message: "wave-3 moves amy", Subject: "migration_batch wave-3, grant",
		Related: []report.Related{{Message: "grant full_access jørgen@contoso.com on sales@contoso.com"}}}
	r.Findings = []*report.Finding{found}
	data := htmlDataIn(t, reporttest.Rendered(t, Writer{}, r, report.Options{}))
	if d := data.Delegations[0]; data.said(d[2]) != "Full Access" || !slices.Equal(d[3:], []int{0}) {
		t.Errorf("the first delegation is %v", d)
	}
}

// TestHTMLSaysWhatWasChecked: a report that is handed on tells of which files it is, where the run knows.
func TestHTMLSaysWhatWasChecked(t *testing.T) {
	const said = "The files are those of "
	o := report.Options{SARIF: report.SARIFOptions{Checkout: report.Checkout{URI: "https://github.com/contoso/mail", Revision: "0123abcd", Branch: "main\u202e<b>"}}}
	if written := reporttest.Rendered(t, Writer{}, reporttest.Clean(), o); !strings.Contains(written, said+`https://github.com/contoso/mail, revision 0123abcd, branch main\u202e&lt;b&gt;.`) {
		t.Error("the report does not tell what was checked")
	}
	if strings.Contains(reporttest.Rendered(t, Writer{}, reporttest.Clean(), report.Options{}), said) {
		t.Error("a report knows what nobody told it")
	}
}

func TestHTMLVerdict(t *testing.T) {
	for _, test := range []struct {
		summary  report.Summary
		complete bool
		want     string
	}{
		{report.Summary{Errors: 1, Warnings: 3}, true, "1 thing will not work as it stands"},
		{report.Summary{Errors: 1200}, false, "1,200 things will not work as they stand"},
		{report.Summary{Warnings: 2, Notes: 1}, true, "Nothing is broken outright, but 2 things may not work as expected"},
		{report.Summary{Notes: 1}, true, "Nothing is wrong; 1 thing to know"},
		{report.Summary{Notes: 1}, false, "Nothing was found in what could be checked"},
		{report.Summary{Suppressed: 4}, true, "Nothing was found"},
		{report.Summary{}, false, "Nothing was found in what could be checked"},
	} {
		written := reporttest.Rendered(t, Writer{}, &report.Report{Complete: test.complete, Summary: test.summary}, report.Options{})
		if !strings.Contains(written, ">"+test.want+"</h2>") {
			t.Errorf("%+v, complete %v: no %q", test.summary, test.complete, test.want)
		}
		if loud := strings.Contains(written, "This run was not complete"); loud == test.complete {
			t.Errorf("complete %v, said not to be %v", test.complete, loud)
		}
	}
}

func TestHTMLProblemsAreBounded(t *testing.T) {
	r := reporttest.Clean()
	for range htmlProblems + 7 {
		r.Problems = append(r.Problems, report.Problem{Severity: report.Error, Summary: "Unsupported attribute"})
	}
	written := reporttest.Rendered(t, Writer{}, r, report.Options{})
	if n := strings.Count(written, "Unsupported attribute"); n != htmlProblems || !strings.Contains(written, "And 7 problems more") {
		t.Errorf("%d problems are shown", n)
	}
}

type brokenWriter struct{ left int }

func (w *brokenWriter) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(p), nil
}

func TestHTMLTellsThatItWasNotWritten(t *testing.T) {
	for _, left := range []int{0, 70_000, 140_000} {
		if err := (Writer{}).Write(&brokenWriter{left}, reporttest.Many(2_000), report.Options{}); !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("after %d bytes: %v", left, err)
		}
	}
}

// TestWriteHTMLFixtures serves the tests in a browser.
func TestWriteHTMLFixtures(t *testing.T) {
	if *htmlFixtures == "" {
		t.Skip("-html-fixtures says where to write")
	}
	fixtures := map[string]*report.Report{"incomplete": pictured(), "clean": reporttest.Clean(), "hostile": hostileTogether(), "huge": reporttest.Many(100_000)}
	for name, r := range fixtures {
		f, err := os.Create(filepath.Join(*htmlFixtures, name+".html"))
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join((Writer{}).Write(f, r, report.Options{}), f.Close()); err != nil {
			t.Fatal(err)
		}
	}
}

// hostileTogether is all hostile texts in one report.
func hostileTogether() *report.Report {
	var findings []*report.Finding
	var recipients []report.Recipient
	var delegations []report.Delegation
	all := &report.Report{Tool: report.Tool{Name: "hybridlint"}, Summary: report.Summary{Errors: 2 * len(nasty.Texts()), Suppressed: len(nasty.Texts())}}
	for _, text := range nasty.Texts() {
		r := hostileHTML(text)
		findings = append(findings, r.Findings...)
		recipients = slices.AppendSeq(recipients, r.Recipients)
		delegations = slices.AppendSeq(delegations, r.Delegations)
		all.Problems = append(all.Problems, r.Problems...)
	}
	all.Findings, all.Recipients, all.Delegations = findings, slices.Values(recipients), slices.Values(delegations)
	return all
}
