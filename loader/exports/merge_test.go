package exports

import (
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hybridlint/loader"
)

// apply gives a folder after an import.
func apply(t *testing.T, folder []Document, c *Configuration) []Document {
	t.Helper()
	changed, err := c.Merge(folder)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	var order []string
	for _, d := range append(folder, changed...) {
		if _, there := texts[d.Name]; !there {
			order = append(order, d.Name)
		}
		texts[d.Name] = d.Text
	}
	var out []Document
	for _, name := range order {
		if texts[name] != "" {
			out = append(out, Document{name, texts[name]})
		}
	}
	return out
}

func textOf(folder []Document, name string) string {
	for _, d := range folder {
		if d.Name == name {
			return d.Text
		}
	}
	return ""
}

const permissions = "Identity,User,AccessRights,IsInherited,Deny\nsales,amy,FullAccess,False,False\nsales,bob,FullAccess,False,False\n"

func imported(t *testing.T, files map[string]string) *Configuration {
	t.Helper()
	c, problems := importOf(t, files, SideOf{Side: "corp"})
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	return c
}

// TestSecondImport: a second import of the same exports changes nothing, one of others changes what it should.
func TestSecondImport(t *testing.T) {
	first := imported(t, map[string]string{"people.csv": people, "p.csv": permissions})
	folder := apply(t, nil, first)
	again, err := imported(t, map[string]string{"x.csv": permissions, "y.csv": people}).Merge(folder)
	if err != nil || len(again) > 0 {
		t.Errorf("%v %+v", err, again)
	}
	const grants = "grants-full_access.hcl"
	other := apply(t, folder, imported(t, map[string]string{"people.csv": people, "p.csv": strings.Replace(permissions, "sales,bob", "bob,amy", 1)}))
	fresh := apply(t, nil, imported(t, map[string]string{"people.csv": people, "p.csv": strings.Replace(permissions, "sales,bob", "bob,amy", 1)}))
	if diff := cmp.Diff(textOf(fresh, grants), textOf(other, grants)); diff != "" {
		t.Errorf("an update is not what a first import gives: %s", diff)
	}
	none := apply(t, folder, imported(t, map[string]string{"people.csv": people}))
	if diff := cmp.Diff(textOf(folder, grants), textOf(none, grants)); diff != "" {
		t.Errorf("permissions that were not exported are gone: %s", diff)
	}
}

// TestRemovals: a block goes only where everything that it was made of was exported again, whole and understood.
func TestRemovals(t *testing.T) {
	const grants = "grants-full_access.hcl"
	const one = "Identity,User,AccessRights,IsInherited,Deny\nsales,amy,FullAccess,False,False\n"
	const other = "Identity,User,AccessRights,IsInherited,Deny\nsales,bob,FullAccess,False,False\n"
	bob := func(folder []Document) bool { return strings.Contains(textOf(folder, grants), `"bob@contoso.com"`) }
	for name, test := range map[string]struct {
		before, now map[string]string
		stays       bool
	}{
		"read again":            {map[string]string{"people.csv": people, "p.csv": permissions}, map[string]string{"people.csv": people, "p.csv": one}, false},
		"another name":          {map[string]string{"people.csv": people, "p.csv": permissions}, map[string]string{"people.csv": people, "q.csv": one}, false},
		"one of two files":      {map[string]string{"people.csv": people, "p.csv": one, "q.csv": other}, map[string]string{"people.csv": people, "p.csv": one}, true},
		"both of them":          {map[string]string{"people.csv": people, "p.csv": one, "q.csv": other}, map[string]string{"people.csv": people, "p.csv": one, "q.csv": one}, false},
		"not understood":        {map[string]string{"people.csv": people, "p.csv": permissions}, map[string]string{"people.csv": people, "p.csv": one + "sales,nobody,FullAccess,False,False\n"}, true},
		"an empty file":         {map[string]string{"people.csv": people, "p.csv": permissions}, map[string]string{"people.csv": people, "p.csv": one, "x.csv": ""}, true},
		"nothing but a header":  {map[string]string{"people.csv": people, "p.csv": permissions}, map[string]string{"people.csv": people, "p.csv": "Identity,User,AccessRights,IsInherited,Deny\n"}, false},
		"without the mailboxes": {map[string]string{"people.csv": people, "p.csv": permissions}, map[string]string{"p.csv": one}, true},
	} {
		t.Run(name, func(t *testing.T) {
			folder := apply(t, nil, imported(t, test.before))
			if !bob(folder) {
				t.Fatal("it was never there")
			}
			after := apply(t, folder, imported(t, test.now))
			if bob(after) != test.stays {
				t.Errorf("stays: %v\n%s", bob(after), textOf(after, grants))
			}
			var documents []loader.Document
			for _, d := range after {
				documents = append(documents, loader.Document{Name: d.Name, Text: d.Text})
			}
			_, problems := loader.Load(t.Context(), loader.Options{Documents: documents})
			for _, p := range problems {
				t.Errorf("%s:%d: %s: %s", p.Location.File, p.Location.Start.Line, p.Summary, p.Detail)
			}
		})
	}
}

// TestUnreadableFolder: a file that is no HCL is named, and nothing is written.
func TestUnreadableFolder(t *testing.T) {
	for text, want := range map[string]string{"grant \"full_access\" {\n": "mine.hcl:1", "a = \"b\n": "mine.hcl:1", "}\n": "mine.hcl:1"} {
		if changed, err := imported(t, map[string]string{"people.csv": people}).Merge([]Document{{"mine.hcl", text}}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v %v", text, changed, err)
		}
	}
}

// TestOwnBlocks: a block of the user's own takes the place of the imported one, however it is written.
func TestOwnBlocks(t *testing.T) {
	for _, own := range []string{
		"grant  \"full_access\"   {\n recipient=\"sales@contoso.com\"\n  delegate  =  \"amy@contoso.com\" # she\n}\n",
		"grant \"full_access\" {\n\trecipient = \"sales@contoso.com\"\n\tdelegates = [\n\t\t\"amy@contoso.com\", # she\n\t\t\"carl@contoso.com\",\n\t]\n}\n",
		"grant \"full_access\" {\r\n  recipient = \"SALES@contoso.com\"\r\n  delegate = \"amy@contoso.com\"\r\n  inherited = false\r\n}\r\n",
	} {
		after := apply(t, []Document{{"mine.hcl", own}}, imported(t, map[string]string{"people.csv": people, "p.csv": permissions}))
		if text := textOf(after, "grants-full_access.hcl"); strings.Contains(text, `"amy@contoso.com"`) || !strings.Contains(text, `"bob@contoso.com"`) || textOf(after, "mine.hcl") != own {
			t.Errorf("%s\n%s", own, text)
		}
	}
}

// TestHandEdits: what somebody wrote stays, where it stands.
func TestHandEdits(t *testing.T) {
	const grants = "grants-full_access.hcl"
	files := map[string]string{"people.csv": people, "p.csv": permissions}
	edit := func(t *testing.T, name string, replace ...string) []Document {
		t.Helper()
		folder := apply(t, nil, imported(t, files))
		for i := range folder {
			if folder[i].Name == name {
				edited := strings.NewReplacer(replace...).Replace(folder[i].Text)
				if edited == folder[i].Text {
					t.Fatalf("nothing to edit in\n%s", edited)
				}
				folder[i].Text = edited
			}
		}
		return folder
	}
	const amyGrant = `# imported from Get-MailboxPermission
grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
  state     = "existing"
}
`
	for name, test := range map[string]struct {
		file, old, edited string
		// then is what the next exports have instead, and want what is in the file afterwards.
		then map[string]string
		want string
	}{
		"a block of one's own": {grants, amyGrant, amyGrant + "\n# mine\ngrant \"full_access\" {\n  recipient = \"bob@contoso.com\"\n  delegate  = \"amy@contoso.com\"\n}\n", nil,
			"\n# mine\ngrant \"full_access\" {\n  recipient = \"bob@contoso.com\"\n  delegate  = \"amy@contoso.com\"\n}\n"},
		"a comment above":  {grants, amyGrant, "# why amy\n" + amyGrant, nil, "# why amy\n" + amyGrant},
		"a waiver":         {grants, amyGrant, strings.Replace(amyGrant, "grant", "# hybridlint:ignore HYB202 -- known\ngrant", 1), nil, "# hybridlint:ignore HYB202 -- known\ngrant"},
		"an attribute":     {grants, amyGrant, strings.Replace(amyGrant, "state ", "clients   = [\"owa\"]\n  state ", 1), nil, "  clients   = [\"owa\"]\n  state "},
		"a comment inside": {grants, amyGrant, strings.Replace(amyGrant, "\"amy@contoso.com\"", "\"amy@contoso.com\" # the boss", 1), nil, "\"amy@contoso.com\" # the boss"},
		"an attribute, and news": {grants, amyGrant, strings.Replace(amyGrant, "state ", "clients   = [\"owa\"]\n  state ", 1), map[string]string{"p.csv": strings.Replace(permissions, "sales,amy,FullAccess,False,False", "sales,amy,FullAccess,False,False\nsales,carl,FullAccess,False,False", 1), "carl.csv": "PrimarySmtpAddress,Alias,RecipientTypeDetails,DistinguishedName\ncarl@contoso.com,carl,UserMailbox,\"CN=carl,DC=contoso,DC=com\"\n"},
			"clients   = [\"owa\"]"},
		"no mark": {grants, amyGrant, strings.Replace(amyGrant, "# imported from Get-MailboxPermission\n", "", 1), nil, "stays.\n\ngrant \"full_access\" {\n  recipient = \"sales@contoso.com\"\n  delegate  = \"amy@contoso.com\""},
		"a changed value": {"recipients.hcl", "home                 = \"corp\"\n  name                 = \"amy\"\n  display_name         = \"Amy Alberts\"", "home                 = \"corp\"\n  used_by              = \"application\"\n  name                 = \"amy\"\n  display_name         = \"Amy Alberts\"",
			map[string]string{"people.csv": strings.Replace(people, "Amy Alberts", "Amy Smith", 1)}, "  used_by              = \"application\"\n  name                 = \"amy\"\n  display_name         = \"Amy Smith\""},
	} {
		t.Run(name, func(t *testing.T) {
			folder := edit(t, test.file, test.old, test.edited)
			next := maps.Clone(files)
			maps.Copy(next, test.then)
			after := apply(t, folder, imported(t, next))
			text := textOf(after, test.file)
			if !strings.Contains(text, test.want) {
				t.Errorf("%q is not in\n%s", test.want, text)
			}
			if test.then == nil && text != textOf(folder, test.file) {
				t.Errorf("changed: %s", cmp.Diff(textOf(folder, test.file), text))
			}
			if n := strings.Count(text, `delegate  = "amy@contoso.com"`); test.file == grants && n > 2 {
				t.Errorf("the grant is there %d times:\n%s", n, text)
			}
			if again, err := imported(t, next).Merge(after); err != nil || len(again) > 0 {
				t.Errorf("another import changes %+v, %v", again, err)
			}
			documents := make([]loader.Document, len(after))
			for i, d := range after {
				documents[i] = loader.Document{Name: d.Name, Text: d.Text}
			}
			_, problems := loader.Load(t.Context(), loader.Options{Documents: documents})
			for _, p := range problems {
				t.Errorf("%s:%d: %s: %s", p.Location.File, p.Location.Start.Line, p.Summary, p.Detail)
			}
		})
	}
}

// TestBrokenByHand: an imported block that is no longer valid is named, and nothing is overwritten.
func TestBrokenByHand(t *testing.T) {
	c := imported(t, map[string]string{"people.csv": people, "p.csv": permissions})
	folder := apply(t, nil, c)
	for i := range folder {
		folder[i].Text = strings.Replace(folder[i].Text, `state     = "existing"`, `state     = = "existing"`, 1)
	}
	if _, err := c.Merge(folder); err == nil || !strings.Contains(err.Error(), "grants-full_access.hcl:4:") {
		t.Errorf("%v", err)
	}
}

// TestLargeFiles: more than so many recipients are divided by their first letters, and put together again.
func TestLargeFiles(t *testing.T) {
	var many strings.Builder
	many.WriteString("PrimarySmtpAddress,RecipientTypeDetails,DistinguishedName\n")
	for i := range mostRecipients + 1 {
		name := string(rune('a'+i%26)) + strings.Repeat("x", i/26%40) + strings.Repeat("y", i/1040)
		many.WriteString(name + "@contoso.com,UserMailbox,\"CN=" + name + ",DC=contoso,DC=com\"\n")
	}
	large := imported(t, map[string]string{"a.csv": many.String()})
	folder := apply(t, nil, large)
	if len(folder) != 28 || textOf(folder, "recipients-q.hcl") == "" || textOf(folder, "recipients.hcl") != "" {
		t.Errorf("%d files", len(folder))
	}
	small := apply(t, folder, imported(t, map[string]string{"people.csv": people}))
	if diff := cmp.Diff(apply(t, nil, imported(t, map[string]string{"people.csv": people})), small); diff != "" {
		t.Error(diff)
	}
}
