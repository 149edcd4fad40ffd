package loader_test

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"hybridlint/loader"
	"hybridlint/report"
)

// Around the file that is read again, in the order of the names.
const (
	before = organization + `
migration_batch "first" {
  members = ["amy@contoso.com"]
}
directory_sync "entra_connect" {}
nonsense {}
`
	behind = `
user_mailbox "zoe" {
  home            = "corp"
  email_addresses = ["zoe@contoso.com"]
}
defaults {}
mail_contact "broken" {
  home =
}
`
)

// FuzzAmong changes one file of three, reads it alone, among what the others declare, and with the others: the problems in it are the same.
func FuzzAmong(f *testing.F) {
	f.Add("", "grant \"send_as\" {\n  recipient = \"sales@contoso.com\"\n  delegate  = \"the.boss@contoso.com\"\n}\n")
	f.Add("user_mailbox \"eve\" {\n  home = \"corp\"\n}\n", "grant \"send_as\" {\n  recipient = \"eve\"\n  delegate  = \"broken\"\n}\n")
	f.Add("forest \"corp\" {}\n", "forest \"other\" {}\ntenant \"second\" {}\nmigration_batch \"second\" {\n  after = [\"first\", \"frist\"]\n}\n")
	f.Add("user_mailbox \"x\" {\n  home = \"cropp\"\n}", "user_mailbox \"ZOE@contoso.com\" {\n  home = \"corp\"\n}\nuser_mailbox \"boss@contoso.com\" {}\n")
	f.Add("grant {", "user_mailbox \"𝔾\" {\n  home = \"corp\"\n  email_addresses = [\"SALES@contoso.com\", \"zoe@contoso.com\"]\n}\ndefaults {}\n")
	f.Add("", "directory_sync \"entra_connect\" {}\ngrant \"folder\" {\n  recipient = \"zo\"\n  delegates = [\"Default\", \"amy\"]\n}\n")
	f.Fuzz(func(t *testing.T, was, is string) {
		if !loader.Alone(was) || !loader.Alone(is) || !utf8.ValidString(was+is) || len(was)+len(is) > 10_000 {
			t.Skip("it is not read alone")
		}
		files := func(middle string) []loader.Document {
			return []loader.Document{{Name: "a.hcl", Text: before}, {Name: "m.hcl", Text: middle}, {Name: "z.hcl", Text: behind}}
		}
		var declared *loader.Declared
		loader.Load(context.Background(), loader.Options{Documents: files(was), Declared: func(d *loader.Declared) { declared = d }})
		for _, text := range []string{is, was} { // the second proves that the first has changed nothing
			_, all := loader.Load(context.Background(), loader.Options{Documents: files(text)})
			var want []report.Problem
			for _, p := range all {
				if p.Location.File == "m.hcl" {
					want = append(want, p)
				}
			}
			_, got := loader.Load(context.Background(), loader.Options{Documents: []loader.Document{{Name: "m.hcl", Text: text}}, Among: declared})
			if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
				t.Fatalf("alone %v\nwith the others %v\nof %q", got, want, text)
			}
		}
	})
}

// TestAlone: what may have to do with locals is not read alone, and neither is what was not read before.
func TestAlone(t *testing.T) {
	t.Parallel()
	if loader.Alone("locals {}") || loader.Alone(`home = local.x`) || !loader.Alone(strings.ToUpper("local")) {
		t.Error("locals are those of all files")
	}
	var declared *loader.Declared
	loader.Load(context.Background(), loader.Options{Documents: []loader.Document{{Name: "a.hcl"}}, Declared: func(d *loader.Declared) { declared = d }})
	if !declared.Has("a.hcl") || declared.Has("b.hcl") || (*loader.Declared)(nil).Has("a.hcl") {
		t.Error("a.hcl was read, and nothing else")
	}
}
