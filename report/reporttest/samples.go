package reporttest

import (
	"strings"

	"hybridlint/report"
)

// SendAsRule is a rule about which everything is known.
func SendAsRule() *report.Rule {
	return &report.Rule{
		ID: "HYB302", Name: "send-as-missing-on-other-side", Title: "Send As exists on one side only",
		Description: "Send As is never synchronized.\nWhere the delegate works on the other side, the entry must be made there too, for <mailbox> and `<delegate>`.",
		Severity:    report.Error, WhySeverity: "Mail sent as the mailbox bounces.", Family: "send_as", Scopes: []string{"grant"}, Profile: report.DefaultProfile,
		Message: "{delegate} cannot send as {recipient}: the entry is missing in {forest}",
		Remediation: []report.RuleRemediation{
			{Where: "exchange_online", Command: "Add-RecipientPermission -Identity <mailbox> -Trustee <delegate> -AccessRights SendAs"},
			{Where: "exchange_online", Text: "Look at it with Get-RecipientPermission."},
			{Where: "active_directory", Alternative: true, Intro: "By hand", Text: "Give the extended right Send As on the object.", When: "{recipient} is on-premises"}},
		NotWhen: []string{"The mailbox and the delegate have one home", "HYB304 fires"}, Supersedes: []string{"HYB999"}, Fold: report.FoldRecipient,
		Statements: []string{"S1-03"}, Since: "0.1.0", Precision: "high", Tags: []string{"send-as", "cross-premises"},
		Resources: []report.Resource{{Title: "Permissions in Exchange hybrid deployments", URL: "https://learn.microsoft.com/exchange/permissions", Checked: "2026-08-01"}},
		Bad:       report.Example{HCL: "grant \"send_as\" {\n\trecipient = \"sales\" # there\n}\n"}, Good: report.Example{HCL: "grant \"send_as\" {\n}\n"},
	}
}

// AutoMappingRule is a rule without a fix.
func AutoMappingRule() *report.Rule {
	return &report.Rule{
		ID: "HYB206", Name: "automapping-cross-premises", Title: "Auto-mapping is expected between forests",
		Description: "Auto-mapping works within one forest only.", Severity: report.Warning, WhySeverity: "Access works, automatic opening does not.",
		Family: "full_access", Scopes: []string{"grant", "outlook_delegate"}, Profile: report.ExtendedProfile, Fold: report.FoldDelegate,
		Message:   "{recipient} will not open by itself for {delegate}",
		Resources: []report.Resource{{Title: "Overview", URL: "https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid"}},
	}
}

// GrantsFile is the text of the file that the findings of Sample are in.
const GrantsFile = `# Grants of the sales department.
grant "send_as" {
  recipient = "sales@contoso.com"
  delegates = ["amy@contoso.com", "jørgen@contoso.com"]
}

grant "full_access" {
	recipient = "日本@contoso.com"
	delegate  = "amy@contoso.com"
}
`

// Sample is a run that found a few things.
func Sample() *report.Report {
	files := Texts{"mail/grants.hcl": GrantsFile, "mail/broken.hcl": "shared_mailbox \"sales\" {\n  hom = \"corp\"\n}\n"}
	sendAs, autoMapping := SendAsRule(), AutoMappingRule()
	fix := []report.Remediation{
		{Where: report.ExchangeOnline, Command: "Add-RecipientPermission -Identity sales@contoso.com -Trustee amy@contoso.com -AccessRights SendAs"},
		{Where: report.ActiveDirectory, Alternative: true, Intro: "By hand", Text: "Give the extended right Send As on the object."}}
	findings := []*report.Finding{
		{Rule: sendAs, Severity: report.Error, Message: "amy@contoso.com cannot send as sales@contoso.com: the entry is missing in cloud",
			Arguments: []string{"amy@contoso.com", "sales@contoso.com", "cloud"},
			Subject:   "grant send_as amy@contoso.com on sales@contoso.com", Location: files.At("mail/grants.hcl", `"amy@contoso.com"`),
			Related:     []report.Related{{Message: "the mailbox", Location: files.At("mail/broken.hcl", "shared_mailbox")}},
			Remediation: fix, Fingerprint: "0011", FoldKey: "sales", Culprits: []string{"amy@contoso.com", "sales@contoso.com"}},
		{Rule: sendAs, Severity: report.Warning, Assumed: []string{"established_before_move"},
			Message:   "jørgen@contoso.com cannot send as sales@contoso.com: the entry is missing in cloud",
			Arguments: []string{"jørgen@contoso.com", "sales@contoso.com", "cloud"},
			Subject:   "grant send_as jørgen@contoso.com on sales@contoso.com", Location: files.At("mail/grants.hcl", `"jørgen@contoso.com"`),
			Remediation: fix, Fingerprint: "0022", FoldKey: "sales", Culprits: []string{"jørgen@contoso.com", "sales@contoso.com"}},
		{Rule: autoMapping, Severity: report.Note, Assumed: []string{"access_method", "auto_mapping"},
			Message:   "日本@contoso.com will not open by itself for amy@contoso.com (not declared: access_method, auto_mapping; declare them to be sure)",
			Arguments: []string{"日本@contoso.com", "amy@contoso.com"},
			Subject:   "grant full_access", Location: files.At("mail/grants.hcl", `"日本@contoso.com"`), Fingerprint: "0033", FoldKey: "amy",
			Edits: []report.Edit{{Attribute: "recipient", Location: files.At("mail/grants.hcl", `"日本@contoso.com"`), Text: `"sales@contoso.com"`}}},
		{Rule: sendAs, Severity: report.Error, Message: "something else about <mailbox> & \"quotes\"",
			Subject: "grant", Location: files.At("mail/grants.hcl", "delegate  = \"amy@contoso.com\""), Fingerprint: "0044",
			Suppressed: &report.Suppression{Kind: "exception", Rationale: "until wave 7", Location: files.At("mail/grants.hcl", "grant \"send_as\"")}},
	}
	return &report.Report{
		Tool: report.Tool{Name: "hybridlint", Version: "0.1.0"}, Complete: false, Rules: []*report.Rule{autoMapping, sendAs},
		Summary:  report.Summary{Files: 2, Recipients: 3, Grants: 1702, Rules: 2, UndeclaredMembers: 1, Errors: 1, Warnings: 1, Notes: 1, Suppressed: 1},
		Findings: findings, Sources: files,
		Problems: []report.Problem{
			{Severity: report.Error, Summary: "Unsupported attribute", Detail: "A shared_mailbox has no attribute \"hom\". Did you mean \"home\"?", Location: files.At("mail/broken.hcl", "hom")},
			{Severity: report.Error, Summary: "A rule failed", Detail: "HYB101 ended in an error."}},
	}
}

// Clean is a run that found nothing.
func Clean() *report.Report {
	return &report.Report{Tool: report.Tool{Name: "hybridlint", Version: "0.1.0"}, Complete: true, Rules: []*report.Rule{SendAsRule()},
		Summary: report.Summary{Files: 1, Recipients: 1, Grants: 1, Rules: 1}, Sources: Texts{}}
}

// Many is a run with n findings of one rule, alternating between two delegates; every third is an error.
func Many(n int) *report.Report {
	files := Texts{"a.hcl": strings.Repeat("delegate = \"x\"\n", n)}
	rule := SendAsRule()
	r := &report.Report{Tool: report.Tool{Name: "hybridlint", Version: "0.1.0"}, Complete: true, Rules: []*report.Rule{rule}, Sources: Lined{"delegate = \"x\"", n},
		Summary: report.Summary{Files: len(files), Rules: 1}}
	for i := range n {
		delegate, severity := []string{"helpdesk", "audit"}[i%2], []report.Severity{report.Warning, report.Warning, report.Error}[i%3]
		r.Findings = append(r.Findings, &report.Finding{Rule: rule, Severity: severity,
			Message: delegate + " cannot send as x: the entry is missing in cloud", Arguments: []string{delegate, "x", "cloud"},
			Location: report.Location{File: "a.hcl", Start: report.Position{Line: i + 1, Column: 12}, End: report.Position{Line: i + 1, Column: 15}},
			FoldKey:  delegate, Culprits: []string{delegate}})
		r.Summary.Count(severity, false)
	}
	return r
}
