package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// write saves a file of the folder, and says so as an editor that watches does.
func (e *editor) write(file, text string) {
	e.t.Helper()
	name := filepath.Join(e.folder, file)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		e.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		e.t.Fatal(err)
	}
	e.tell("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{map[string]any{"uri": e.uri(file), "type": 2}}})
}

func (e *editor) close(file string) {
	e.tell("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": e.uri(file)}})
}

// TestUnsavedSettings: settings count as they stand in the editor, there and not there on the disk.
func TestUnsavedSettings(t *testing.T) {
	t.Parallel()
	e := edit(t, workspace(t, "people.hcl", editedPeople, "grants.hcl", editedGrants))
	e.await("grants.hcl", automapping)
	e.open(".hybridlint.hcl", `disable = ["HYB206"]`)
	e.await("grants.hcl", noAutomapping)
	e.change(".hybridlint.hcl", 2, replacing(0, 15, 16, "9"))
	e.await(".hybridlint.hcl", saying("HYB906"))
	e.close(".hybridlint.hcl")
	e.await(".hybridlint.hcl", none)
	e.await("grants.hcl", automapping)
	e.quit()
}

const editedRule = `# METADATA
# title: Another one
# description: What it is about.
# related_resources:
# - ref: https://learn.microsoft.com/exchange/permissions
#   description: Permissions in Exchange hybrid deployments, checked 2026-08-27
# schemas:
# - input: schema.entry
# custom:
#   id: CONTOSO102
#   severity: warning
#   scopes: [grant]
#   why_severity: Somebody said so.
#   message: "{delegate} has something of {recipient}"
#   remediation:
#   - where: recipient_home
#     text: Ask somebody.
#   fold: recipient
package contoso.another_one

import rego.v2

finding contains {"at": ["recipient"]} if {
	input.entry.permission == "full_access"
}
`

// TestOwnRulesInAnEditor: rules of the user's own are evaluated, and are those that were saved last.
func TestOwnRulesInAnEditor(t *testing.T) {
	t.Parallel()
	e := edit(t, workspace(t, "people.hcl", editedPeople, "grants.hcl", editedGrants, ".hybridlint.hcl", `policies = ["rules"]`))
	e.write("rules/contoso/another_one.rego", editedRule)
	e.await("grants.hcl", saying("amy@contoso.com has something of sales@contoso.com"))
	e.write("rules/contoso/another_one.rego", strings.Replace(editedRule, "something of", "all of", 1))
	e.await("grants.hcl", saying("amy@contoso.com has all of sales@contoso.com"))
	e.quit()
}

// TestUnusedExceptions: an exception that hides nothing is faded out, and one that hides something hides it.
func TestUnusedExceptions(t *testing.T) {
	t.Parallel()
	waived := editedGrants + "\nexception \"HYB206\" {\n  recipient = \"sales@contoso.com\"\n  rationale = \"known, amy opens it by hand\"\n}\n"
	e := edit(t, workspace(t, "people.hcl", editedPeople, "grants.hcl", waived))
	e.open("grants.hcl", waived)
	e.change("grants.hcl", 2, replacing(4, 17, 21, "false"))
	unused := func(d diagnostic) bool { return d.Code == "HYB001" && slices.Equal(d.Tags, []int{1}) }
	e.await("grants.hcl", func(all []diagnostic) bool { return slices.ContainsFunc(all, unused) })
	e.quit()
}

// TestHoverAfterAWave: the hover of a mailbox that moves says what is found after its batch.
func TestHoverAfterAWave(t *testing.T) {
	t.Parallel()
	batch := "migration_batch \"wave-1\" {\n  direction = \"onboarding\"\n  source_forest = \"corp\"\n  members = [\"amy@contoso.com\"]\n}\n"
	e := edit(t, workspace(t, "people.hcl", editedPeople, "grants.hcl", editedGrants, "waves.hcl", batch))
	e.await("grants.hcl", automapping)
	e.open("grants.hcl", editedGrants)
	e.change("grants.hcl", 2, replacing(4, 17, 21, "true ")) // so that there is a state in which findings are known
	hover := func() string {
		var answer json.RawMessage
		e.ask("textDocument/hover", map[string]any{"textDocument": map[string]any{"uri": e.uri("grants.hcl")}, "position": lspPosition{3, 20}}, &answer)
		return string(answer)
	}
	said := hover()
	for !strings.Contains(said, "after wave-1") {
		said = hover()
	}
	now, after, _ := strings.Cut(said, "found after wave-1")
	if !strings.Contains(now, "moves with wave-1") || !strings.Contains(now, "HYB206") || strings.Contains(after, "HYB206") {
		t.Errorf("it says %s", said)
	}
	e.quit()
}

// TestNamesOfRecipients: recipients are offered by any of their names, with their type and home.
func TestNamesOfRecipients(t *testing.T) {
	t.Parallel()
	people := "forest \"corp\" {}\nroom_mailbox \"r1\" {\n  home = \"corp\"\n  display_name = \"Großer Saal 🎉\"\n  name = \"Hall\"\n  email_addresses = [\"smtp:ballroom@contoso.com\"]\n}\n" +
		"migration_batch \"wave-1\" {\n  direction = \"onboarding\"\n  members = [\"r1\"]\n}\n"
	e := edit(t, workspace(t, "people.hcl", people))
	e.open("new.hcl", "")
	for _, typed := range []string{"r1", "saal 🎉", "HALL", "ballroom"} {
		var got string
		for !strings.Contains(got, "r1") { // until the first state was read
			got = e.asked("completion", "new.hcl", "grant \"send_as\" {\n  delegate = \""+typed+"|\"\n}", nil)
		}
		if !strings.Contains(got, `"detail":"room mailbox, corp"`) || !strings.Contains(got, `"newText":"r1"`) {
			t.Errorf("%q: %s", typed, got)
		}
	}
	if got := e.asked("completion", "new.hcl", "exception \"HYB206\" {\n  migration_batch = \"|\"\n}", nil); !strings.Contains(got, "wave-1") {
		t.Errorf("batches: %s", got)
	}
	e.quit()
}

// TestTypingFast types faster than anything is evaluated. No version is published after a later one, nothing twice in a
// row, and the end is what an editor is told that opens the folder then.
func TestTypingFast(t *testing.T) {
	t.Parallel()
	e := edit(t, workspace(t, "people.hcl", editedPeople, "grants.hcl", editedGrants))
	e.open("grants.hcl", editedGrants)
	for version := 2; version < 60; version += 2 {
		e.change("grants.hcl", version, replacing(3, 18, 18, "x"))
		e.change("grants.hcl", version+1, replacing(3, 18, 19, ""))
	}
	e.open("people.hcl", editedPeople)
	e.change("people.hcl", 2, replacing(8, 14, 17, "eve"))
	e.change("grants.hcl", 60, replacing(0, 0, 0, "# \n"))
	fresh := edit(t, workspace(t, "people.hcl", strings.Replace(editedPeople, "amy", "eve", 1), "grants.hcl", "# \n"+editedGrants))
	want := fresh.await("grants.hcl", saying("amy@contoso.com"))
	strip := func(all []diagnostic) string {
		for i := range all {
			all[i].Related = nil // other folders
		}
		return string(must(json.Marshal(all)))
	}
	e.await("grants.hcl", func(all []diagnostic) bool { return strip(slices.Clone(all)) == strip(slices.Clone(want)) })
	e.quit()
	fresh.quit()
	latest, last := map[string]int{}, map[string]string{}
	for _, p := range e.published {
		if p.Version < latest[p.URI] {
			t.Errorf("version %d of %s is published after %d", p.Version, p.URI, latest[p.URI])
		}
		latest[p.URI] = p.Version
		if said := strip(slices.Clone(p.Diagnostics)); said == last[p.URI] && said != "[]" {
			t.Errorf("published twice in a row: %s", said)
		} else {
			last[p.URI] = said
		}
	}
	if len(latest) == 0 || !slices.Contains(slices.Collect(maps.Keys(latest)), e.uri("grants.hcl")) {
		t.Error("nothing was published")
	}
}

// TestOtherFilesKeepTheirFindings while one cannot be understood.
func TestOtherFilesKeepTheirFindings(t *testing.T) {
	t.Parallel()
	e := edit(t, workspace(t, "people.hcl", editedPeople, "grants.hcl", editedGrants))
	e.await("grants.hcl", automapping)
	e.open("broken.hcl", "forest \"other\" {}\n")
	e.change("broken.hcl", 2, replacing(0, 0, 0, "{{ "))
	e.await("broken.hcl", func(all []diagnostic) bool { return len(all) > 0 })
	e.change("broken.hcl", 3, replacing(0, 0, 3, ""), replacing(1, 0, 0, "nonsense {}\n"))
	e.await("broken.hcl", saying("nonsense"))
	if last, _ := e.last("grants.hcl"); !automapping(last) {
		t.Errorf("grants.hcl has %v", last)
	}
	e.quit()
}

// TestPositionsBehindEmoji: places are counted in what was agreed on, both in what is published and in what is changed.
func TestPositionsBehindEmoji(t *testing.T) {
	t.Parallel()
	const before = `  delegates = ["🎉é", `
	for encoding, character := range map[string]int{"utf-8": len(before), "utf-16": len(utf16.Encode([]rune(before)))} {
		e := edit(t, workspace(t, "people.hcl", editedPeople), encoding)
		const name = `"nobody@contoso.com"`
		e.open("new.hcl", "grant \"send_as\" {\n  recipient = \"sales@contoso.com\"\n"+before+name+"]\n}\n")
		for _, d := range e.await("new.hcl", saying("nobody@contoso.com")) {
			want := lspRange{lspPosition{2, character}, lspPosition{2, character + len(name)}}
			if strings.Contains(d.Message, "nobody") && d.Range != want {
				t.Errorf("in %s it is at %v, want %v", encoding, d.Range, want)
			}
		}
		e.change("new.hcl", 2, replacing(2, character, character+len(name), `"amy@contoso.com"`))
		e.await("new.hcl", func(all []diagnostic) bool { return saying("🎉é")(all) && !saying("nobody")(all) })
		e.quit()
	}
}
