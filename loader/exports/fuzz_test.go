package exports

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/report"
	"hybridlint/testdata/nasty"
)

// FuzzImport: whatever an export holds, the configuration that becomes of it is one, every row is accounted for once, what was lost
// has a place in a file, and a second import has nothing to add.
func FuzzImport(f *testing.F) {
	for _, seed := range []string{
		people + "\"\"\"x\",\"${y}\",%{z},a b,c\\d,RoomMailbox,CN=\n", cloudMailboxes, forestMailboxes, permissions,
		"Identity,FolderName,User,AccessRights,SharingPermissionFlags\namy@contoso.com:\\Calendar,Calendar,bob@contoso.com,Editor,\"Delegate,CanViewPrivateItems\"\n",
		"Batch,User\nB,amy@contoso.com\n", `[{"PrimarySmtpAddress":"a@b.c","RecipientTypeDetails":"UserMailbox","HybridlintSide":"x y"}]`,
	} {
		f.Add(seed)
	}
	for texts := range slices.Chunk(nasty.Texts(), 12) {
		for i, text := range texts {
			texts[i] = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		}
		row := strings.Join(texts[:min(len(texts), 6)], ",")
		f.Add(people + row + "\n" + "amy@contoso.com," + row + "\n")
		f.Add("Identity,User,AccessRights,Deny\namy@contoso.com," + row + "\n" + row + ",FullAccess,False\n")
	}
	f.Add("Batch,User\n\x01,amy@contoso.com\n")
	f.Add(strings.Replace(people, "bob@contoso.com", "bob@contoso.$$$$${x}%%{y}$$com", 1))
	f.Fuzz(func(t *testing.T, text string) {
		im := newImporter(Options{Sides: []SideOf{{Side: "corp"}}})
		files := map[string]string{"people.csv": people, "text.csv": text}
		for _, name := range slices.Sorted(maps.Keys(files)) {
			im.beginFile(name)
			im.readFrom(strings.NewReader(files[name]), exportFile{name: name})
		}
		c := im.join()
		checkAccount(t, c.Account, im.rows.len())
		for _, loss := range c.Account.Losses {
			checkLine(t, files, loss.Location())
		}
		for _, p := range im.sortedProblems() {
			checkLine(t, files, p.Location)
		}
		_, problems := loader.Load(t.Context(), loader.Options{Documents: c.Imported().Documents})
		for _, p := range problems {
			t.Errorf("%s: %s", p.Summary, p.Detail)
		}
		folder := c.Documents()
		if again, err := c.Merge(folder); err != nil || len(again) > 0 {
			t.Errorf("a second import changes %+v, %v", again, err)
		}
	})
}

// checkAccount: every row is in the account, and in it once.
func checkAccount(t *testing.T, a *Account, rows int) {
	t.Helper()
	for _, tally := range a.Tallies {
		if tally.Read != tally.Used+sum(tally.Ignored)+sum(tally.NotUnderstood) {
			t.Errorf("%+v", tally)
		}
		rows -= tally.Read
	}
	if rows != 0 {
		t.Errorf("%d rows are missing in %+v", rows, a.Tallies)
	}
}

// checkLine: a place is a line of a file, or a whole file.
func checkLine(t *testing.T, files map[string]string, at report.Location) {
	t.Helper()
	text, ok := files[at.File]
	if !ok && !at.IsZero() || max(at.Start.Line, at.End.Line) > strings.Count(text, "\n")+1 {
		t.Errorf("%+v is in no file", at)
	}
}
