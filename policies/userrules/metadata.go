package userrules

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/report"
)

// checkUser finds what the metadata of a rule of the user's own must not say, or must say beside
// what every rule says.
func checkUser(m *metadata.Metadata, a *ast.Annotations) error {
	var problems []error
	problem := func(key, format string, arguments ...any) {
		problems = append(problems, metadata.AtKey(key, fmt.Errorf(format, arguments...)))
	}
	if strings.HasPrefix(m.ID, report.ProgramPrefix) {
		problem("id", "the ids that begin with %s belong to the program; %q needs other letters", report.ProgramPrefix, m.ID)
	}
	if m.SupersedesOn != metadata.OnEntry && m.SupersedesOn != metadata.OnGrant {
		problem("supersedes_on", "supersedes_on %q is for the rules of the program; a rule of your own has %s or %s",
			m.SupersedesOn, metadata.OnEntry, metadata.OnGrant)
	}
	if m.Predicts != "" || len(m.SupersedesNotes) > 0 {
		problem("predicts", "predicts and supersedes_notes are for the rules of the program")
	}
	want := "schema." + facts.Shapes()[m.Scopes[0]].Name
	if len(a.Schemas) != 1 || a.Schemas[0].Schema.String() != want || !a.Schemas[0].Path.Equal(ast.InputRootRef) {
		problem("schemas", "the schemas of a rule with the scope %s are a single one, %q, so that a misspelt fact is found",
			m.Scopes[0], "- input: "+want)
	}
	all := texts(m, a)
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if strings.ContainsFunc(all[key], func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
			problem(key, "%s holds a control character", key)
		}
	}
	return errors.Join(problems...)
}

// texts are the texts of metadata that people read, by key.
func texts(m *metadata.Metadata, a *ast.Annotations) map[string]string {
	fixes := make([]string, 0, len(m.Remediation))
	for _, r := range m.Remediation {
		fixes = append(fixes, r.Intro, r.Command, r.Text, r.If)
	}
	return map[string]string{
		"title": a.Title, "description": a.Description, "why_severity": m.WhySeverity, "message": m.Message,
		"message_existing": m.MessageExisting, "not_when": strings.Join(m.NotWhen, "\n"), "tags": strings.Join(m.Tags, "\n"),
		"remediation": strings.Join(fixes, "\n"),
	}
}
