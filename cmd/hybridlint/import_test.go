package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies"
)

const contoso = "../../testdata/contoso"

// asExported turns a configuration into what exports of the same organization can say: everything exists, and nobody knows
// of clients, methods, expectations, dates and waivers.
func asExported(m *model.Model) {
	m.Exceptions, m.Ignores, m.Invitations, m.BulkChanges = nil, nil, nil, nil
	for _, f := range m.Forests {
		f.CumulativeUpdateCurrency, f.ACLableEnabledOn = 0, 0
	}
	for _, r := range m.Recipients {
		r.UsedBy, r.MovedOn = 0, 0
		if r.Home == model.Cloud && neverSynced(r) {
			r.IsDirSynced = model.False
			if r.Type.IsMailbox() {
				r.ProvisionedBy = 4 // cloud_direct
			}
		}
		for _, o := range r.Objects {
			o.CreatedWithACLableSwitch = model.Undeclared
		}
	}
	grants := slices.DeleteFunc(grantsIn(m), func(g model.Grant) bool { return covered(m, &g) })
	grants = append(grants, splitDelegates(m)...)
	grants = slices.DeleteFunc(grants, func(g model.Grant) bool { return g.Delegate.Recipient == model.NoRecipient })
	for i := range grants {
		g := &grants[i]
		entry, terms := *g.EntryTerms, *g.GrantTerms
		g.EntryTerms, g.GrantTerms = &entry, &terms
		g.State, g.Clients, g.Channel, g.AccessMethod, g.Expects, g.Procedure, g.OutlookWindows = model.Existing, 0, 0, 0, 0, nil, nil
		g.EstablishedBeforeMove, g.Replication = model.Undeclared, 0
		individual := !m.Recipients[g.Delegate.Recipient].Type.IsGroup()
		switch onPremises := m.Recipients[g.Entry.Recipient].Home != model.Cloud; {
		case g.Permission == model.FullAccess && onPremises && individual:
			g.AutoMapping = model.BoolOf(g.AutoMapping.Or(true))
		default:
			g.AutoMapping = model.Undeclared
		}
	}
	m.Grants = model.GrantsOf(slices.Values(grants))
}

func grantsIn(m *model.Model) (grants []model.Grant) {
	for _, g := range m.Grants.All() {
		grants = append(grants, g)
	}
	return grants
}

// covered tells that a right on a folder is the one that a delegate of Outlook has there: Exchange keeps one of each user.
func covered(m *model.Model, g *model.Grant) bool {
	return g.Permission == model.Folder && slices.ContainsFunc(m.OutlookDelegates, func(d *model.OutlookDelegate) bool {
		return d.Entry.Recipient == g.Entry.Recipient && d.Delegate.Recipient == g.Delegate.Recipient &&
			slices.ContainsFunc(d.FolderAccessRights, func(f model.FolderAccessRight) bool { return f.Folder == g.Folder.Path })
	})
}

// splitDelegates: on-premises, nothing tells the delegate of Outlook from somebody with rights on folders and Send on
// Behalf. In the cloud the flags of the calendar do.
func splitDelegates(m *model.Model) (grants []model.Grant) {
	var kept []*model.OutlookDelegate
	for _, d := range m.OutlookDelegates {
		d.State, d.Clients, d.Channel, d.EstablishedBeforeMove = model.Existing, 0, 0, model.Undeclared
		if m.Recipients[d.Entry.Recipient].Home == model.Cloud {
			d.ReceivesMeetingRequests = model.True
			d.MovedSeparately, d.ReconfiguredAfterMove = model.Undeclared, model.Undeclared
			kept = append(kept, d)
			continue
		}
		for _, f := range d.FolderAccessRights {
			grants = append(grants, model.Grant{Delegate: d.Delegate, Entry: d.Entry, GrantTerms: &model.GrantTerms{Permission: model.Folder,
				Folder: &model.FolderGrant{Path: f.Folder, Type: f.Folder, AccessRights: model.SetOf(f.Right)}}})
		}
		grants = append(grants, model.Grant{Delegate: d.Delegate, Entry: d.Entry, GrantTerms: &model.GrantTerms{Permission: model.SendOnBehalf}})
	}
	m.OutlookDelegates = kept
	return grants
}

// withDelegatesAsFolders is what the exporter writes for delegates in the cloud: rights on folders, with flags on the calendar.
func withDelegatesAsFolders(m *model.Model) *model.Model {
	exported := *m
	grants := grantsIn(m)
	for _, d := range m.OutlookDelegates {
		for _, f := range d.FolderAccessRights {
			folder := &model.FolderGrant{Path: f.Folder, Type: f.Folder, AccessRights: model.SetOf(f.Right)}
			if f.Folder == "Calendar" {
				folder.SharingPermissionFlags = model.SetOf(model.DelegateFlag)
				if d.PrivateItems == model.True {
					folder.SharingPermissionFlags = model.SetOf(model.DelegateFlag, model.CanViewPrivateItemsFlag)
				}
			}
			grants = append(grants, model.Grant{Delegate: d.Delegate, Entry: d.Entry, GrantTerms: &model.GrantTerms{Permission: model.Folder, Folder: folder}})
		}
	}
	exported.Grants = model.GrantsOf(slices.Values(grants))
	return &exported
}

func loadFolder(t testing.TB, folder string) *model.Model {
	t.Helper()
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: folder})
	for _, p := range problems {
		t.Errorf("%s:%d: %s: %s", p.Location.File, p.Location.Start.Line, p.Summary, p.Detail)
	}
	return config
}

// findingsOf are the findings by what they are about.
func findingsOf(t testing.TB, config *model.Model) []string {
	t.Helper()
	catalog, err := policies.NewCatalog()
	if err != nil {
		t.Fatal(err)
	}
	result := catalog.Check(context.Background(), config, policies.Options{Jobs: 2, Today: dateOf(time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC))})
	var out []string
	for _, f := range result.Findings {
		out = append(out, fmt.Sprintf("%s %s %s: %s", f.Rule.ID, f.Severity, f.Subject, f.Message))
	}
	slices.Sort(out)
	return out
}

// TestRoundTrip: Contoso, exported as its cmdlets would show it and imported again, has the findings of Contoso.
func TestRoundTrip(t *testing.T) {
	for name, asJSON := range map[string]bool{"CSV": false, "JSON": true} {
		t.Run(name, func(t *testing.T) {
			config := loadFolder(t, contoso)
			asExported(config)
			want := findingsOf(t, config)
			if len(want) < 10 {
				t.Fatalf("only %d findings to compare", len(want))
			}
			where := folder(t, exportsOf(t, withDelegatesAsFolders(config), asJSON))
			got := runInFolder(t, newLinter(), where, "import", "cloud", "corp", "sync."+strings.ToLower(name), "--out", "out", "--side", "corp=corp", "--side", "cloud=cloud", "--strict")
			if got.status != ExitClean || got.stderr != "" {
				t.Fatalf("%+v", got)
			}
			if diff := cmp.Diff(want, findingsOf(t, loadFolder(t, filepath.Join(where, "out")))); diff != "" {
				t.Error(diff)
				t.Log(got.stdout)
			}
			again := runInFolder(t, newLinter(), where, "import", "sync."+strings.ToLower(name), "corp", "cloud", "--out", "out", "--side", "corp=corp", "--side", "cloud=cloud")
			if !strings.Contains(again.stdout, "out is up to date") {
				t.Errorf("the second import changes something: %s", again.stdout)
			}
			check := runInFolder(t, newLinter(), where, "check", "--from", "cloud,corp,sync."+strings.ToLower(name), "--side", "corp", "--format", "json")
			if check.status != ExitFindings || strings.Count(check.stdout, `{"rule":`) != len(want) {
				t.Errorf("check --from: %d, %s %s", check.status, check.stderr, check.stdout[:min(len(check.stdout), 500)])
			}
		})
	}
}

const someExports = "PrimarySmtpAddress,Alias,RecipientTypeDetails,DistinguishedName,GrantSendOnBehalfTo\n" +
	"sales@contoso.com,sales,SharedMailbox,\"CN=sales,DC=contoso,DC=com\",nobody\namy@contoso.com,amy,UserMailbox,\"CN=amy,DC=contoso,DC=com\",\n"

// TestImport: the exit status says whether the import was complete, and the account what became of every row.
func TestImport(t *testing.T) {
	for name, test := range map[string]struct {
		files     map[string]string
		arguments []string
		status    int
		stdout    string
		stderr    string
	}{
		"account":         {map[string]string{"a.csv": someExports}, []string{"a.csv", "--out", "o"}, ExitClean, "1 not understood: the trustee is nobody who was exported", ""},
		"strict":          {map[string]string{"a.csv": someExports}, []string{"a.csv", "--out", "o", "--strict"}, ExitIncomplete, "2 rows read, 1 used", "1 row was not understood"},
		"quiet":           {map[string]string{"a.csv": someExports}, []string{"a.csv", "--out", "o", "-q"}, ExitClean, "", ""},
		"unknown":         {map[string]string{"a.csv": "Name,Colour\nx,red\n"}, []string{"a.csv", "--out", "o"}, ExitIncomplete, "1 not understood", "columns Name, Colour"},
		"nothing there":   {nil, []string{"a.csv", "--out", "o"}, ExitIncomplete, "", "it does not exist"},
		"no export":       {nil, []string{"--out", "o"}, ExitUsage, "", "import needs the files"},
		"no out":          {map[string]string{"a.csv": someExports}, []string{"a.csv"}, ExitUsage, "", "--out"},
		"two sides":       {map[string]string{"a.csv": someExports}, []string{"a.csv", "--out", "o", "--side", "corp", "--side", "cloud"}, ExitUsage, "", "--side PATH=cloud"},
		"empty side":      {map[string]string{"a.csv": someExports}, []string{"a.csv", "--out", "o", "--side", "a.csv="}, ExitUsage, "", "PATH=SIDE"},
		"file in the way": {map[string]string{"a.csv": someExports, "o": "x"}, []string{"a.csv", "--out", "o"}, ExitIncomplete, "", "o"},
		"broken by hand":  {map[string]string{"a.csv": someExports, "o/recipients.hcl": "# imported from Get-Recipient\nuser_mailbox \"amy@contoso.com\" {\n  home = =\n}\n"}, []string{"a.csv", "--out", "o"}, ExitIncomplete, "", "recipients.hcl:1"},
	} {
		t.Run(name, func(t *testing.T) {
			got := runIn(t, newLinter(), test.files, append([]string{"import"}, test.arguments...)...)
			if got.status != test.status || !strings.Contains(got.stdout, test.stdout) || !strings.Contains(got.stderr, test.stderr) || test.stderr == "" && got.stderr != "" {
				t.Errorf("%+v", got)
			}
		})
	}
}

// TestCheckFromExports: exports are checked without a folder of HCL; what was not understood is said, and a file that cannot
// be read makes the run incomplete.
func TestCheckFromExports(t *testing.T) {
	strict := runIn(t, newLinter(), map[string]string{"a.csv": someExports}, "check", "--from", "a.csv")
	if strict.status != ExitIncomplete || !strings.Contains(strict.stdout, "2 recipients") || !strings.Contains(strict.stdout, "a.csv:2:1: warning: Row not understood") {
		t.Errorf("%+v", strict)
	}
	lenient := runIn(t, newLinter(), map[string]string{"a.csv": someExports}, "check", "--from", "a.csv", "--lenient", "--format", "json")
	if lenient.status != ExitClean || !strings.Contains(lenient.stdout, `"complete": false`) || !strings.Contains(lenient.stdout, `"lenient": true`) {
		t.Errorf("%+v", lenient)
	}
	if got := runIn(t, newLinter(), map[string]string{"a.csv": someExports, "b.json": "[{"}, "check", "--from", ".", "--lenient"); got.status != ExitIncomplete {
		t.Errorf("%+v", got)
	}
	if got := runIn(t, newLinter(), map[string]string{"a.hcl": ""}, "check", "--lenient"); got.status != ExitUsage || !strings.Contains(got.stderr, "--from") {
		t.Errorf("%+v", got)
	}
	if got := runIn(t, newLinter(), map[string]string{"in/a.csv": someExports}, "check", "--from", "in", "--side", "in/b.csv=corp"); got.status != ExitUsage || !strings.Contains(got.stderr, "in/a.csv") {
		t.Errorf("%+v", got)
	}
	bad := runIn(t, newLinter(), map[string]string{"a.csv": someExports, "b.json": "[{"}, "check", "--from", ".")
	if bad.status != ExitIncomplete || !strings.Contains(bad.stdout, "b.json:1") {
		t.Errorf("%+v", bad)
	}
	both := runIn(t, newLinter(), map[string]string{"a.csv": someExports, "mine.hcl": "grant \"full_access\" {\n  recipient = \"sales@contoso.com\"\n  delegate  = \"amy@contoso.com\"\n}\n"}, "check", "mine.hcl", "--from", "a.csv", "--lenient")
	if both.status != ExitClean || !strings.Contains(both.stdout, "1 grant ") {
		t.Errorf("%+v", both)
	}
}
