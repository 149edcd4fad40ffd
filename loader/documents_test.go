package loader_test

import (
	"context"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/report"
)

// TestDocumentsWithOrigin: a document is made when it is read, and what it declares stands where it comes from, in the model and in
// problems.
func TestDocumentsWithOrigin(t *testing.T) {
	const text = "forest \"corp\" {}\nuser_mailbox \"amy@contoso.com\" {\n  home = \"corp\"\n  display_name = \"local.x\"\n}\nuser_mailbox \"bob@contoso.com\" {\n  home = \"nowhere\"\n}\n"
	opened := 0
	at := func(line int) report.Location {
		start := report.Position{Line: 100 + line, Column: 1}
		return report.Location{File: "people.csv", Start: start, End: report.Position{Line: 100 + line, Column: 9}}
	}
	document := loader.Document{
		Name: "imported.hcl",
		Open: func() []byte { opened++; return []byte(text) },
		Origin: func(line int) report.Location {
			if line == 1 {
				return report.Location{} // as if it came from nowhere
			}
			return at(line)
		},
	}
	model, problems := loader.Load(context.Background(), loader.Options{Documents: []loader.Document{document}})
	if opened == 0 || model.Files != 1 || len(model.Recipients) != 1 {
		t.Fatalf("%d times, %d files, %v", opened, model.Files, model.Recipients)
	}
	amy := model.Recipients[0]
	if got := amy.Location(); got != at(2) {
		t.Errorf("%+v", got)
	}
	if got := amy.Locate("display_name", -1); got != at(4) {
		t.Errorf("%+v", got)
	}
	if got := model.Forests[0].Location(); got.File != "imported.hcl" || got.Start.Line != 1 {
		t.Errorf("%+v", got)
	}
	if !amy.Declares("home") || amy.Declares("name") {
		t.Error("what is declared does not depend on where")
	}
	if len(problems) != 1 || problems[0].Location != at(7) || !strings.Contains(problems[0].Detail, "nowhere") {
		t.Errorf("%+v", problems)
	}
}
