package main

import (
	"encoding/csv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hybridlint/testdata/nasty"
)

// hostileExports are exports that say a text wherever they can.
func hostileExports(t testing.TB, text string) map[string]string {
	t.Helper()
	return map[string]string{
		"exports/mailboxes.csv": csvText(t, []string{"Name", "Alias", "DisplayName", "PrimarySmtpAddress", "RecipientTypeDetails", "DistinguishedName", "EmailAddresses", "OrganizationalUnit", "ServerName", "Guid"},
			[]string{text + "amy", "amy", text, text + "amy@contoso.com", "UserMailbox", "CN=" + text, "SMTP:" + text + "amy@contoso.com", text, text, text},
			[]string{"bob", "bob", "Bob", "bob@contoso.com", text, "CN=bob", "SMTP:bob@contoso.com", "x", "y", "z"}),
		"exports/permissions.csv": csvText(t, []string{"Identity", "User", "AccessRights", "IsInherited", "Deny"},
			[]string{text + "amy@contoso.com", text, "FullAccess", "False", "False"}, []string{"bob", "bob@contoso.com", text, text, text}),
		"exports/unknown.csv": csvText(t, []string{"x" + text, "y"}, []string{text, text}),
		"exports/broken.xml":  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj><MS><S N="Identity">` + text + "</S></Objs>",
		"exports/broken.json": `[{"Identity": "x", "` + text,
	}
}

func csvText(t testing.TB, rows ...[]string) string {
	t.Helper()
	var b strings.Builder
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What exports say acts neither on whoever reads the account of an import, nor as a piece of the configuration that it writes.
func TestExportsDoNotAct(t *testing.T) {
	linter := newCompiledLinter(t)
	for _, text := range append(nasty.Texts(), worst) {
		root := folder(t, hostileExports(t, text))
		got := runInFolder(t, linter, root, "import", "exports", "--side", "corp", "--out", "out")
		for _, written := range []string{got.stdout, got.stderr} {
			checkHarmless(t, "import with "+text, "text", written)
		}
		if !strings.Contains(got.stdout, "rows: ") {
			t.Errorf("%q: no account: %s%s", text, got.stdout, got.stderr)
		}
		err := filepath.WalkDir(filepath.Join(root, "out"), func(file string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			content, err := os.ReadFile(file)
			checkVisible(t, entry.Name()+" with "+text, string(content))
			return err
		})
		if err != nil {
			t.Error(err)
		}
		if got := runInFolder(t, linter, root, "check", "out", "--format", "json"); strings.Contains(got.stdout, "Invalid") || got.status == ExitUsage {
			t.Errorf("%q: %s", text, got.stdout)
		}
	}
}
