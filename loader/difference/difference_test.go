package difference_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"hybridlint/loader"
	"hybridlint/loader/difference"
	"hybridlint/loader/model"
	"hybridlint/loader/sources"
	"hybridlint/report"
)

func parsed(t *testing.T, text string) *model.Model {
	t.Helper()
	m, problems := loader.Load(context.Background(), loader.Options{Documents: []loader.Document{{Name: "a.hcl", Text: text}}})
	for _, p := range problems {
		t.Fatalf("%v: %s %s", p.Location, p.Summary, p.Detail)
	}
	return m
}

const organization = `
tenant "contoso" {}
forest "corp" {
  exchange_version = "2019"
}
user_mailbox "amy@contoso.com" {
  home = "corp"
}
user_mailbox "bob@contoso.com" {
  home = "corp"
}
shared_mailbox "sales@contoso.com" {
  home   = "corp"
  object "cloud" {
    recipient_type_details = "MailUser"
  }
}
grant "full_access" {
  recipient = "sales@contoso.com"
  delegates = ["amy@contoso.com", "bob@contoso.com"]
}
grant "folder" { # hybridlint:ignore HYB301 -- known
  recipient     = "sales@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Calendar"
  access_rights = ["Editor"]
}
migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["amy@contoso.com"]
}
exception "HYB101" {
  recipient = "sales@contoso.com"
  rationale = "known"
}
`

func said(d *difference.Difference) string {
	var b strings.Builder
	for i := range d.Changes {
		fmt.Fprintf(&b, "%s %s %s | %s\n", d.Changes[i].Kind, d.Changes[i].Change, d.Changes[i].Block, d.Changes[i].Sentence())
	}
	for _, c := range d.Comments {
		fmt.Fprintf(&b, "comment %s\n", c.Rule)
	}
	for _, e := range d.Exceptions {
		fmt.Fprintf(&b, "exception %s\n", e.Rule)
	}
	return strings.TrimSpace(b.String())
}

func TestBetween(t *testing.T) {
	for name, test := range map[string]struct{ old, with, want string }{
		"nothing":            {"", "", ""},
		"a comment":          {"tenant", "# words\ntenant", ""},
		"case of a name":     {`delegate      = "amy@contoso.com"`, `delegate      = "AMY@contoso.com"`, ""},
		"a move":             {"\"bob@contoso.com\" {\n  home = \"corp\"", "\"bob@contoso.com\" {\n  home = \"cloud\"", "recipients moved user_mailbox | bob@contoso.com now lives in the cloud, was in corp"},
		"another type":       {`user_mailbox "bob`, `linked_mailbox "bob`, "recipients changed linked_mailbox | bob@contoso.com: type is now linked_mailbox, was user_mailbox"},
		"sides":              {"  folder        = \"Calendar\"\n", "  folder        = \"Calendar\"\n  unknown_in = [\"corp\"]\n", "entries changed folder | folder amy@contoso.com on sales@contoso.com (Calendar): unknown_in is now [corp], was not declared\ncomment HYB301"},
		"rights":             {`["Editor"]`, `["Reviewer"]`, "entries changed folder | folder amy@contoso.com on sales@contoso.com (Calendar): access_rights is now [Reviewer], was [Editor]\ncomment HYB301"},
		"a delegate less":    {`["amy@contoso.com", "bob@contoso.com"]`, `["amy@contoso.com"]`, "entries removed full_access | full_access bob@contoso.com on sales@contoso.com was removed"},
		"a delegate twice":   {`["amy@contoso.com", "bob@contoso.com"]`, `["amy@contoso.com", "bob@contoso.com"]` + "\n}\ngrant \"full_access\" {\nrecipient = \"sales@contoso.com\"\ndelegate = \"amy@contoso.com\"", "entries added full_access | full_access amy@contoso.com on sales@contoso.com was added"},
		"the organization":   {`"2019"`, `"SE"`, "organization changed forest | forest corp: exchange_version is now SE, was 2019"},
		"members":            {`members   = ["amy@contoso.com"]`, `members = ["bob@contoso.com", "amy@contoso.com"]` + "\ncomplete_after = \"2026-12-05\"", "batches changed migration_batch | migration_batch wave-1: complete_after is now 2026-12-05T00:00:00Z, was not declared; members is now [amy@contoso.com, bob@contoso.com], was [amy@contoso.com]"},
		"a wider exception":  {"  recipient = \"sales@contoso.com\"\n  rationale", "  rationale", "exceptions added exception | exception HYB101 was added\nexceptions removed exception | exception HYB101 on sales@contoso.com was removed\nexception HYB101"},
		"a longer exception": {"rationale = \"known\"\n", "rationale = \"known\"\nexpiration = \"2027-01-31\"\n", "exceptions changed exception | exception HYB101 on sales@contoso.com: expiration is now 2027-01-31, was not declared\nexception HYB101"},
		"a new comment":      {`grant "full_access" {`, `grant "full_access" { # hybridlint:ignore HYB302 -- why not`, "comment HYB302"},
		"an object":          {"recipient_type_details = \"MailUser\"", "exists = false", "recipients changed shared_mailbox | sales@contoso.com: objects is now [{forest = cloud, exists = false}], was [{forest = cloud, recipient_type_details = MailUser}]"},
	} {
		if !strings.Contains(organization, test.old) {
			t.Fatalf("%s: there is no %s", name, test.old)
		}
		changed := strings.Replace(organization, test.old, test.with, 1)
		if got := said(difference.Between(parsed(t, organization), parsed(t, changed))); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, test.want)
		}
	}
}

// TestNothingIsHidden: a struct of the model says what it says in fields that reflection can read, or is written in a way of its own.
func TestNothingIsHidden(t *testing.T) {
	seen := map[reflect.Type]bool{reflect.TypeFor[model.Block](): true, reflect.TypeFor[model.Sides](): true, reflect.TypeFor[time.Time](): true,
		reflect.TypeFor[sources.Sources](): true, reflect.TypeFor[model.Grants](): true, reflect.TypeFor[model.Ignore](): true}
	var look func(of reflect.Type)
	look = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map:
			look(of.Elem())
		case reflect.Struct:
			if seen[of] {
				return
			}
			seen[of] = true
			for f := range of.Fields() {
				switch {
				case f.IsExported():
					look(f.Type)
				case f.Name != "elements": // places of the members of a batch
					t.Errorf("%v has a field %s, which is not compared: write it in words.go, and in policies/occurrence.go", of, f.Name)
				}
			}
		}
	}
	look(reflect.TypeFor[model.Model]())
	look(reflect.TypeFor[model.Grant]())
}

// TestEveryFieldIsCompared: whatever field of the model differs, it is a change, and its name is one of the language.
func TestEveryFieldIsCompared(t *testing.T) {
	other := map[string]string{"objects": "object", "mailbox": "", "migration_batch": "migration_batch", "delegate_text": "", "has_display_type": "", "has_target_address": "",
		"has_version": "", "granted_by_owner": "", "relationships": "organization_relationship", "relationship": "organization_relationship",
		"connectors": "intra_organization_connector", "connector": "intra_organization_connector", "outlook_windows": "outlook_windows", "folder": "folder", "right": "", "type": "type"}
	for _, of := range []any{model.Tenant{}, model.Forest{}, model.DirectorySync{}, model.Recipient{}, model.RecipientDetails{}, model.Object{}, model.EntryTerms{},
		model.GrantTerms{}, model.Procedure{}, model.FolderGrant{}, model.OutlookDelegate{}, model.SharingInvitation{}, model.MigrationBatch{}, model.BulkChange{}, model.Exception{}} {
		for _, name := range difference.NamesOf(reflect.TypeOf(of)) {
			if _, known := other[name]; !known && !model.KnownAttribute(name) && name != "name" && name != "forest" && name != "rule" {
				t.Errorf("%T: the language has no %s", of, name)
			}
		}
	}
}

func TestBecause(t *testing.T) {
	moved := strings.Replace(organization, "\"bob@contoso.com\" {\n  home = \"corp\"", "\"bob@contoso.com\" {\n  home = \"cloud\"", 1)
	d := difference.Between(parsed(t, organization), parsed(t, moved))
	f := &report.Finding{Culprits: []string{"sales@contoso.com", "Bob@contoso.com"}}
	if got := d.Because(f); len(got) != 1 || got[0].Message != "bob@contoso.com now lives in the cloud, was in corp" || got[0].Location.Start.Line != 9 {
		t.Errorf("%+v", got)
	}
	if got := d.Because(&report.Finding{Culprits: []string{"sales@contoso.com", "amy@contoso.com"}}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	forest := difference.Between(parsed(t, organization), parsed(t, strings.Replace(organization, `"2019"`, `"SE"`, 1)))
	if got := forest.Because(f); len(got) != 1 || !strings.HasPrefix(got[0].Message, "forest corp: exchange_version") {
		t.Errorf("%+v", got)
	}
	batch := difference.Between(parsed(t, organization), parsed(t, strings.Replace(organization, `members   = ["amy@contoso.com"]`, `members = ["bob@contoso.com"]`, 1)))
	in := report.Location{File: "a.hcl", Start: report.Position{Line: 31, Column: 20}}
	if got := batch.Because(&report.Finding{Location: in}); len(got) != 1 || !strings.HasPrefix(got[0].Message, "migration_batch wave-1: members") {
		t.Errorf("%+v", got)
	}
}
