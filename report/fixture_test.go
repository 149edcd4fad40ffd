package report

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// texts are Sources for tests: the text of each file.
type texts map[string]string

func (t texts) Line(file string, line int) (string, bool) {
	lines := strings.Split(t[file], "\n")
	if _, ok := t[file]; !ok || line < 1 || line > len(lines) {
		return "", false
	}
	return strings.TrimSuffix(lines[line-1], "\r"), true
}

func (texts) ByteOrderMark(string) bool { return false }

// at is the place of the first occurrence of words in a file.
func (t texts) at(file, words string) Location {
	before, _, ok := strings.Cut(t[file], words)
	if !ok {
		panic(fmt.Sprintf("%q is not in %s", words, file))
	}
	position := func(text string) Position {
		last := text[strings.LastIndexByte(text, '\n')+1:]
		return Position{Line: strings.Count(text, "\n") + 1, Column: len([]rune(last)) + 1}
	}
	return Location{File: file, Start: position(before), End: position(before + words)}
}

func sendAsRule() *Rule {
	return &Rule{
		ID: "HYB302", Name: "send-as-missing-on-other-side", Title: "Send As exists on one side only",
		Description: "Send As is never synchronized.\nWhere the delegate works on the other side, the entry must be made there too, for <mailbox> and `<delegate>`.",
		Severity:    Error, WhySeverity: "Mail sent as the mailbox bounces.", Family: "send_as", Scopes: []string{"grant"}, Profile: DefaultProfile,
		Message: "{delegate} cannot send as {recipient}: the entry is missing in {forest}",
		Remediation: []RuleRemediation{
			{Where: "exchange_online", Command: "Add-RecipientPermission -Identity <mailbox> -Trustee <delegate> -AccessRights SendAs"},
			{Where: "exchange_online", Text: "Look at it with Get-RecipientPermission."},
			{Where: "active_directory", Alternative: true, Intro: "By hand", Text: "Give the extended right Send As on the object.", When: "{recipient} is on-premises"}},
		NotWhen: []string{"The mailbox and the delegate have one home", "HYB304 fires"}, Supersedes: []string{"HYB999"}, Fold: FoldRecipient,
		Statements: []string{"S1-03"}, Since: "0.1.0", Precision: "high", Tags: []string{"send-as", "cross-premises"},
		Resources: []Resource{{Title: "Permissions in Exchange hybrid deployments", URL: "https://learn.microsoft.com/exchange/permissions", Checked: "2026-08-01"}},
		Bad:       Example{HCL: "grant \"send_as\" {\n\trecipient = \"sales\" # there\n}\n"}, Good: Example{HCL: "grant \"send_as\" {\n}\n"},
	}
}

func autoMappingRule() *Rule {
	return &Rule{
		ID: "HYB206", Name: "automapping-cross-premises", Title: "Auto-mapping is expected between forests",
		Description: "Auto-mapping works within one forest only.", Severity: Warning, WhySeverity: "Access works, automatic opening does not.",
		Family: "full_access", Scopes: []string{"grant", "outlook_delegate"}, Profile: ExtendedProfile, Fold: FoldDelegate,
		Message:   "{recipient} will not open by itself for {delegate}",
		Resources: []Resource{{Title: "Overview", URL: informationURI}},
	}
}

const grantsFile = `# Grants of the sales department.
grant "send_as" {
  recipient = "sales@contoso.com"
  delegates = ["amy@contoso.com", "jørgen@contoso.com"]
}

grant "full_access" {
	recipient = "日本@contoso.com"
	delegate  = "amy@contoso.com"
}
`

// sample is a run that found a few things.
func sample() *Report {
	files := texts{"mail/grants.hcl": grantsFile, "mail/broken.hcl": "shared_mailbox \"sales\" {\n  hom = \"corp\"\n}\n"}
	sendAs, autoMapping := sendAsRule(), autoMappingRule()
	fix := []Remediation{
		{Where: ExchangeOnline, Command: "Add-RecipientPermission -Identity sales@contoso.com -Trustee amy@contoso.com -AccessRights SendAs"},
		{Where: ActiveDirectory, Alternative: true, Intro: "By hand", Text: "Give the extended right Send As on the object."}}
	findings := []*Finding{
		{Rule: sendAs, Severity: Error, Message: "amy@contoso.com cannot send as sales@contoso.com: the entry is missing in cloud",
			Subject: "grant send_as amy@contoso.com on sales@contoso.com", Location: files.at("mail/grants.hcl", `"amy@contoso.com"`),
			Related:     []Related{{Message: "the mailbox", Location: files.at("mail/broken.hcl", "shared_mailbox")}},
			Remediation: fix, Fingerprint: "0011", FoldKey: "sales", Culprits: []string{"amy@contoso.com", "sales@contoso.com"}},
		{Rule: sendAs, Severity: Warning, Assumed: []string{"established_before_move"},
			Message: "jørgen@contoso.com cannot send as sales@contoso.com: the entry is missing in cloud",
			Subject: "grant send_as jørgen@contoso.com on sales@contoso.com", Location: files.at("mail/grants.hcl", `"jørgen@contoso.com"`),
			Remediation: fix, Fingerprint: "0022", FoldKey: "sales", Culprits: []string{"jørgen@contoso.com", "sales@contoso.com"}},
		{Rule: autoMapping, Severity: Note, Assumed: []string{"access_method", "auto_mapping"},
			Message: "日本@contoso.com will not open by itself for amy@contoso.com (not declared: access_method, auto_mapping; declare them to be sure)",
			Subject: "grant full_access", Location: files.at("mail/grants.hcl", `"日本@contoso.com"`), Fingerprint: "0033", FoldKey: "amy",
			Edits: []Edit{{Attribute: "recipient", Location: files.at("mail/grants.hcl", `"日本@contoso.com"`), Text: `"sales@contoso.com"`}}},
		{Rule: sendAs, Severity: Error, Message: "something else about <mailbox> & \"quotes\"",
			Subject: "grant", Location: files.at("mail/grants.hcl", "delegate  = \"amy@contoso.com\""), Fingerprint: "0044",
			Suppressed: &Suppression{Kind: "exception", Rationale: "until wave 7", Location: files.at("mail/grants.hcl", "grant \"send_as\"")}},
	}
	return &Report{
		Tool: Tool{Name: "hybridlint", Version: "0.1.0"}, Complete: false, Rules: []*Rule{autoMapping, sendAs},
		Summary:  Summary{Files: 2, Recipients: 3, Grants: 1702, Rules: 2, UndeclaredMembers: 1, Errors: 1, Warnings: 1, Notes: 1, Suppressed: 1},
		Findings: slices.Values(findings), Sources: files,
		Problems: []Problem{
			{Severity: Error, Summary: "Unsupported attribute", Detail: "A shared_mailbox has no attribute \"hom\". Did you mean \"home\"?", Location: files.at("mail/broken.hcl", "hom")},
			{Severity: Error, Summary: "A rule failed", Detail: "HYB101 ended in an error."}},
	}
}

// clean is a run that found nothing.
func clean() *Report {
	return &Report{Tool: Tool{Name: "hybridlint", Version: "0.1.0"}, Complete: true, Rules: []*Rule{sendAsRule()},
		Summary: Summary{Files: 1, Recipients: 1, Grants: 1, Rules: 1}, Sources: texts{}}
}

// many is a run with n findings of one rule, alternating between two delegates; every third is an error.
func many(n int) *Report {
	files := texts{"a.hcl": strings.Repeat("delegate = \"x\"\n", n)}
	rule := sendAsRule()
	r := &Report{Tool: Tool{Name: "hybridlint", Version: "0.1.0"}, Complete: true, Rules: []*Rule{rule}, Sources: lined{"delegate = \"x\"", n},
		Summary: Summary{Files: len(files), Rules: 1}}
	r.Findings = func(yield func(*Finding) bool) {
		for i := range n {
			delegate := []string{"helpdesk", "audit"}[i%2]
			f := &Finding{Rule: rule, Severity: Warning, Message: delegate + " cannot send as x: the entry is missing in cloud",
				Location: Location{File: "a.hcl", Start: Position{i + 1, 12}, End: Position{i + 1, 15}}, FoldKey: delegate, Culprits: []string{delegate}}
			if i%3 == 2 {
				f.Severity = Error
			}
			if !yield(f) {
				return
			}
		}
	}
	for f := range r.Findings {
		r.Summary.Count(f.Severity, false)
	}
	return r
}

// lined is a file of n equal lines.
type lined struct {
	text string
	n    int
}

func (l lined) Line(_ string, line int) (string, bool) { return l.text, 1 <= line && line <= l.n }

func (lined) ByteOrderMark(string) bool { return false }

func rendered(t *testing.T, w Writer, r *Report, o Options) string {
	t.Helper()
	var b strings.Builder
	if err := w.Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// golden compares with a file of testdata, or writes it where -update is given.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-update rewrites it):\n%s", path, diff)
	}
}
