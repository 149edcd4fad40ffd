package policies_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hybridlint/policies"
	"hybridlint/report"
)

// TestEditsMend: what a finding would write into the configuration can be read, and the rule has nothing to say there any
// more. Every rule with edits has a fixture that shows it.
func TestEditsMend(t *testing.T) {
	catalog := newCatalog(t)
	edited := map[string]bool{}
	for _, folder := range fixtureFolders(t) {
		for _, file := range glob(t, filepath.Join(fixturesFolder, folder, "*.hcl")) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			edits := editsOf(t, checkFiles(t, catalog, file), folder)
			if len(edits) == 0 {
				continue
			}
			edited[folder] = true
			mended := loadTexts(t, applied(string(text), edits))
			if left := editsOf(t, checkModel(t, catalog, mended, policies.Options{}), folder); len(left) > 0 {
				t.Errorf("%s: %s is found again after %v: %v", file, folder, edits, left)
			}
		}
	}
	var want []string
	for _, r := range catalog.Rules() {
		if policies.HasEdits(catalog, r.ID) {
			want = append(want, r.ID)
		}
	}
	for _, id := range want {
		if !edited[id] {
			t.Errorf("no fixture of %s shows what it edits", id)
		}
	}
	if len(want) < 8 || len(edited) != len(want) {
		t.Errorf("%d rules edit, %d have edits", len(edited), len(want))
	}
}

func editsOf(t *testing.T, result *policies.Result, rule string) (edits []report.Edit) {
	t.Helper()
	for _, f := range result.Findings {
		if f.Rule.ID == rule {
			edits = append(edits, f.Edits...)
		}
	}
	return edits
}

// applied is a text with edits made, the last one first.
func applied(text string, edits []report.Edit) string {
	lines := strings.SplitAfter(text, "\n")
	for _, e := range slices.Backward(edits) {
		line := []rune(lines[e.Location.Start.Line-1])
		lines[e.Location.Start.Line-1] = string(line[:e.Location.Start.Column-1]) + e.Text + string(line[e.Location.End.Column-1:])
	}
	return strings.Join(lines, "")
}

// TestNoEdits where the value stands elsewhere, is meant for others too, or says what a server has.
func TestNoEdits(t *testing.T) {
	const organization = `
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}
user_mailbox "amy" { home = "cloud" }
user_mailbox "ben" { home = "cloud" }
shared_mailbox "sales" { home = "corp" }
`
	for name, test := range map[string]struct {
		grant string
		want  int
	}{
		"an intention":         {`delegate = "amy"` + "\n" + `auto_mapping = true`, 1},
		"an expression":        {`delegate = "amy"` + "\n" + `auto_mapping = 1 < 2`, 1},
		"nothing declared":     {`delegate = "amy"`, 0},
		"several delegates":    {`delegates = ["amy", "ben"]` + "\n" + `auto_mapping = true`, 0},
		"what the server has":  {`delegate = "amy"` + "\n" + `auto_mapping = true` + "\n" + `state = "existing"`, 0},
		"declared in defaults": {`delegate = "amy"` + "\n}\ndefaults {\n" + `access_method = "automap"`, 0},
	} {
		result := check(t, organization+"grant \"full_access\" {\nrecipient = \"sales\"\n"+test.grant+"\n}\n", policies.Options{})
		found := false
		for _, f := range result.Findings {
			found = found || f.Rule.ID == "HYB206"
		}
		if edits := editsOf(t, result, "HYB206"); len(edits) != test.want || !found {
			t.Errorf("%s: %v, found %v", name, edits, found)
		}
	}
}
