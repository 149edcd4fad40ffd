package report

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"hybridlint/testdata/nasty"
)

// hostileReport says a text wherever a report can say one.
func hostileReport(text string) *Report {
	file := "dir/" + text
	if text == "" {
		file = "dir"
	}
	at := Location{File: file, Start: Position{1, 1}, End: Position{1, 3}}
	named := at
	if text != "" && text != stdinName && !strings.HasPrefix(text, "/") { // names are relative
		named.File = text
	}
	rule := &Rule{ID: "HYB302", Name: text, Title: text, Description: text, WhySeverity: text, Severity: Error, Message: text, Profile: DefaultProfile,
		NotWhen: []string{text}, Tags: []string{text}, Resources: []Resource{{Title: text, URL: text, Checked: text}},
		Remediation: []RuleRemediation{{Where: text, Intro: text, Command: text, When: text}, {Where: text, Alternative: true, Text: text}}, Bad: Example{text}, Good: Example{text}}
	finding := &Finding{Rule: rule, Severity: Error, Assumed: []string{text}, Message: "about " + text, Subject: text, Location: at,
		Related:     []Related{{Message: text, Location: named}},
		Remediation: []Remediation{{Where: Place(text), Intro: text, Command: text}, {Where: Outlook, Alternative: true, Text: text}},
		Fingerprint: text, FoldKey: text, Culprits: []string{text}}
	suppressed := *finding
	suppressed.Suppressed = &Suppression{Kind: "comment", Rationale: text, Location: at}
	first, _, _ := strings.Cut(text, "\n")
	return &Report{Tool: Tool{text, text}, Rules: []*Rule{rule}, Summary: Summary{Files: 1, Errors: 2, Suppressed: 1},
		Findings: slices.Values([]*Finding{finding, finding, &suppressed}),
		Problems: []Problem{{Severity: Error, Summary: text, Detail: text, Location: named}}, Sources: texts{file: first, named.File: first}}
}

var everything = Options{Fold: 1, ShowSuppressed: true}

func TestTextShowsNothingThatActs(t *testing.T) {
	for _, text := range nasty.Texts() {
		out := rendered(t, Text{}, hostileReport(text), everything)
		var explained, listed strings.Builder
		if err := Explain(&explained, hostileReport(text).Rules[0], false); err != nil {
			t.Fatal(err)
		}
		if err := ListText(&listed, hostileReport(text).Rules); err != nil {
			t.Fatal(err)
		}
		for _, written := range []string{out, explained.String(), listed.String()} {
			if !utf8.ValidString(written) {
				t.Errorf("%q: not UTF-8", text)
			}
			if i := strings.IndexFunc(written, func(r rune) bool { return r != '\n' && deceptive(r) }); i >= 0 {
				t.Errorf("%q: %q is written", text, written[max(0, i-20):i+5])
			}
		}
	}
}

// A line that a text brings along must not look like one of the report's own: those of a command and a detail are
// behind the margin, and nothing else has more than one.
func TestTextKeepsBroughtLinesBehindTheMargin(t *testing.T) {
	out := rendered(t, Text{}, hostileReport("x\nfake.hcl:1:1: error: injected"), everything)
	for line := range strings.SplitSeq(out, "\n") {
		if strings.HasPrefix(line, "fake.hcl") {
			t.Errorf("a line of the report was made up: %q", line)
		}
	}
}

// decoded reads a document and checks that its bytes are harmless as they are.
func decoded[T any](t *testing.T, text, written string) (document T) {
	t.Helper()
	if !utf8.ValidString(written) {
		t.Errorf("%q: not UTF-8", text)
	}
	if strings.ContainsFunc(written, func(r rune) bool { return r != '\n' && (deceptive(r) || unicode.IsControl(r)) }) {
		t.Errorf("%q: a character that acts is written as it is", text)
	}
	if err := json.Unmarshal([]byte(written), &document); err != nil {
		t.Errorf("%q: %v", text, err)
	}
	return document
}

func TestJSONSaysWhatWasSaid(t *testing.T) {
	for _, text := range nasty.Texts() {
		document := decoded[struct {
			Findings []jsonFinding
			Problems []jsonProblem
		}](t, text, rendered(t, JSON{}, hostileReport(text), everything))
		want := strings.ToValidUTF8(text, "\ufffd")
		if len(document.Findings) != 3 || len(document.Problems) != 1 {
			t.Fatalf("%q: %d findings, %d problems", text, len(document.Findings), len(document.Problems))
		}
		if !sameText(document.Findings[0].Message, "about "+want) || !sameText(document.Problems[0].Detail, want) ||
			!sameText(document.Findings[2].Suppressed.Rationale, want) {
			t.Errorf("%q became %q", text, document.Findings[0].Message)
		}
	}
}

// sameText compares without counting how many U+FFFD stand for one broken stretch.
func sameText(a, b string) bool {
	squeeze := func(s string) string {
		for strings.Contains(s, "\ufffd\ufffd") {
			s = strings.ReplaceAll(s, "\ufffd\ufffd", "\ufffd")
		}
		return s
	}
	return squeeze(a) == squeeze(b)
}

func TestRulesListingIsJSON(t *testing.T) {
	for _, text := range nasty.Texts() {
		var b strings.Builder
		if err := ListJSON(&b, hostileReport(text).Rules); err != nil {
			t.Fatal(err)
		}
		document := decoded[struct{ Rules []jsonRule }](t, text, b.String())
		if len(document.Rules) != 1 || !sameText(document.Rules[0].Title, strings.ToValidUTF8(text, "\ufffd")) {
			t.Errorf("%q became %q", text, document.Rules[0].Title)
		}
	}
}

func FuzzWriters(f *testing.F) {
	for _, text := range nasty.Texts() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		decoded[any](t, text, rendered(t, JSON{}, hostileReport(text), everything))
		decoded[any](t, text, rendered(t, SARIF{}, hostileReport(text), everything))
		decoded[[]qualityIssue](t, text, rendered(t, CodeQuality{}, hostileReport(text), everything))
		decodedXML[junitDocument](t, text, rendered(t, JUnit{}, hostileReport(text), everything))
		decodedXML[checkstyleDocument](t, text, rendered(t, Checkstyle{}, hostileReport(text), everything))
		for _, format := range Formats() {
			out := strings.TrimPrefix(rendered(t, format.Writer, hostileReport(text), everything), byteOrderMark)
			acts := func(r rune) bool { return r != '\n' && r != '\r' && deceptive(r) }
			if strings.ContainsFunc(out, acts) || !utf8.ValidString(out) {
				t.Errorf("%s: %q is not harmless", format.Name, text)
			}
		}
	})
}
