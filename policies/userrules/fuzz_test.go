package userrules

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

const userRuleFile = "contoso/something_wrong.rego"

const soundUserRule = `# METADATA
# title: Something is wrong
# description: What Microsoft documents.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: CON101
#   severity: warning
#   scopes: [grant]
#   why_severity: It works partly.
#   message: "{recipient} and {delegate}: {cause}"
#   phrases:
#     cause:
#       old: it is old
#   remediation:
#   - where: recipient_home
#     command: Get-Mailbox -Identity {recipient}
#     when: {acting.side: cloud}
#   fold: recipient
package contoso.something_wrong

import rego.v1

finding contains {"at": ["delegate"], "vars": {"cause": "old"}} if {
	input.entry.permission == "full_access"
	input.entry.clients.owa
}
`

// FuzzPolicy: whatever a policy holds, reading it ends, and every mistake says what and where,
// inside the file.
func FuzzPolicy(f *testing.F) {
	f.Add(soundUserRule)
	f.Add(strings.Replace(soundUserRule, "scopes: [grant]", "scopes: 1", 1))
	f.Add("# METADATA\n# custom: {id: [}\npackage contoso.something_wrong\n")
	f.Add("package contoso.something_wrong\n\nx := $\"{1}\" # (((\n")
	f.Fuzz(func(t *testing.T, text string) {
		folder := Folder{Name: "house", Files: fstest.MapFS{userRuleFile: {Data: []byte(text)}}}
		reader := &reader{}
		reader.folder(&folder)
		for _, file := range reader.usable() {
			reader.rule(file)
		}
		reader.identifiers(nil)
		lines := strings.Split(text, "\n")
		for _, p := range reader.problems {
			at := p.Location
			if p.Summary == "" || p.Detail == "" || at.File != "house/"+userRuleFile || at.Start.Line < 1 || at.Start.Line > len(lines) || at.Start.Column < 1 ||
				at.Start.Column > utf8.RuneCountInString(lines[at.Start.Line-1])+1 || at.End.Line < at.Start.Line ||
				at.End.Line == at.Start.Line && at.End.Column < at.Start.Column {
				t.Errorf("%+v", p)
			}
		}
		if len(reader.problems) == 0 && reader.files[0].rule == nil {
			t.Error("no rule, and no problem")
		}
	})
}
