package reporttest

import (
	"hybridlint/report"
)

// Compared is a run with a base that says a text wherever the comparison can say one.
func Compared(text string) *report.Report {
	r := Hostile(text)
	r.Complete = true
	all := r.Findings
	at := all[0].Location
	first, second := *all[0], *all[0]
	first.Change, first.Because = report.New, []report.Related{{Message: text, Location: at}}
	second.Change, second.Was, second.RuleIsNew = report.Unchanged, report.Error, true
	worse := *all[0]
	worse.Change, worse.Was = report.Worse, report.Note
	gone := *all[0]
	gone.Change, gone.Was = report.Fixed, report.Error
	r.Findings = []*report.Finding{&first, &second, &worse, all[2]}
	r.Summary.Errors = 3
	r.Comparison = &report.Comparison{
		Base: report.Base{File: text, Others: []string{text}}, Changed: report.Changed{New: 1, Worse: 1, Unchanged: 1, Fixed: 1, RuleIsNew: 1},
		Gating: report.Summary{Errors: 2}, Fixed: []*report.Finding{&gone},
		Declarations: []report.DeclarationChange{
			{Kind: report.RecipientDeclaration, Change: report.Moved, Block: "user_mailbox", Name: text, Attributes: []report.AttributeChange{{Name: "home", Was: text, Now: text}}, Location: at},
			{Kind: report.EntryDeclaration, Change: report.Altered, Block: "send_as", Name: text, Attributes: []report.AttributeChange{{Name: text, Was: text, Now: text}}, Location: at},
			{Kind: report.EntryDeclaration, Change: report.Removed, Block: "send_as", Name: text, Location: at},
			{Kind: report.ExceptionDeclaration, Change: report.Added, Block: "exception", Name: text, Location: at, Hides: 2},
		},
		Relaxed: []report.Relaxed{{What: text, WouldBe: &report.Summary{Errors: 1}, Location: at}, {What: text}},
	}
	return r
}
