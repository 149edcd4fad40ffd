package exports

import (
	"bufio"
	"maps"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/report"
	"hybridlint/testdata/nasty"
)

// What the fuzzers want of a reader: no panic, and rows whose lines never go back and are lines of the text.
func checkRows(t *testing.T, text string, read func(*bufio.Reader, func(*Row)) error) {
	last, most := 1, strings.Count(text, "\n")+1
	_ = read(bufio.NewReader(strings.NewReader(text)), func(r *Row) {
		if r.Line < last || r.Line > most {
			t.Fatalf("line %d after line %d of %d", r.Line, last, most)
		}
		last = r.Line
		for _, v := range r.values {
			v.lost()
			v.Texts()
			proxyAddresses(v)
			truthOf(v.String())
			allowed(v.String())
		}
	})
}

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"Identity,User\na,b\n", "#TYPE x\r\n\"a\";\"b\"\r\n\"1\";\"2\r\n3\"\r\n", "sep=^\na^b\n", "a\n{b, c},\"", "\n\n#TYPE", "#type ɒɒ\nA\nB\n", "#TYPE\u063d\x8d\xe5q~\xf9 0\nggggggg\n\"\"0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkRows(t, text, func(r *bufio.Reader, take func(*Row)) error { return readCSV(r, sink{row: take}.completed()) })
	})
}

func FuzzJSON(f *testing.F) {
	for _, seed := range []string{`{"value":[{"a":[1,true,null]}]}`, `[{"a":{"b":"c"}},{"a":{"@odata.type":"x","value":[]}}]`, `{"value":{"value":1}}`, `{"Value":"x"}` + "\n{}", `[[`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkRows(t, text, func(r *bufio.Reader, take func(*Row)) error { return readJSON(r, sink{row: take}.completed()) })
	})
}

func FuzzCLIXML(f *testing.F) {
	for _, seed := range []string{clixml, `<Objs><Obj><LST><Obj><DCT><En><S N="Key">a</S><I32 N="Value">1</I32></En></DCT></Obj></LST></Obj></Objs>`,
		`<saved-mv-configuration><mv-data><parameter-values><parameter name="a">b</parameter></parameter-values></mv-data></saved-mv-configuration>`,
		`<synchronizationRule><attribute-mappings><mapping><dest>a</dest></mapping></attribute-mappings></synchronizationRule>`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkRows(t, text, readXML) })
}

// FuzzRows decodes and tells formats apart.
func FuzzRows(f *testing.F) {
	for _, seed := range []string{"\xFF\xFEa\x00,\x00b\x00", "\xEF\xBB\xBFa,b", "\xFE\xFF", "a\x00", "\xE4,b\n\xF6"} {
		f.Add(seed)
	}
	f.Fuzz(func(_ *testing.T, text string) { _ = readRows(strings.NewReader(text), sink{row: func(*Row) {}}) })
}

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
