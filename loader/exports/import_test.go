package exports

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2/hclwrite"

	"hybridlint/loader"
	"hybridlint/report"
)

// exportsIn writes exports to a folder.
func exportsIn(t testing.TB, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func importOf(t testing.TB, files map[string]string, sides ...SideOf) (*Configuration, []report.Problem) {
	t.Helper()
	folder := exportsIn(t, files)
	return Import(context.Background(), Options{Paths: []string{"."}, Dir: folder, Sides: sides})
}

// written is the configuration as one text, checked: formatted as hclwrite does it, and without a problem for the loader.
func written(t testing.TB, c *Configuration) string {
	t.Helper()
	folder := t.TempDir()
	var all strings.Builder
	for _, d := range c.Documents() {
		if formatted := string(hclwrite.Format([]byte(d.Text))); formatted != d.Text {
			t.Errorf("%s is not formatted:\n%s\nwant\n%s", d.Name, d.Text, formatted)
		}
		if err := os.WriteFile(filepath.Join(folder, d.Name), []byte(d.Text), 0o644); err != nil {
			t.Fatal(err)
		}
		all.WriteString("== " + d.Name + "\n" + d.Text)
	}
	_, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: folder})
	for _, p := range problems {
		if all.Len() > 0 {
			t.Errorf("%s:%d: %s: %s", p.Location.File, p.Location.Start.Line, p.Summary, p.Detail)
		}
	}
	return all.String()
}

// TestImportSharedData imports the real exports that lie beside the project. Every row of them is accounted for.
func TestImportSharedData(t *testing.T) {
	if _, err := os.Stat(sharedData); err != nil {
		t.Skipf("SKIPPED: the real exports are not there: %v", err)
	}
	for folder, test := range map[string]struct {
		files int
		// tallies are "kind read used"; what is not used is ignored.
		tallies []string
		wants   []string
	}{
		"css-exchange/E16": {3, []string{"Get-AcceptedDomain 3 3", "Get-DynamicDistributionGroup 1 1", "Get-OrganizationConfig 1 1"},
			[]string{"forest \"onprem\" {\n  aclable_synced_object_enabled = false", `dynamic_distribution_group "publicfoldermailboxes.`}},
		"css-exchange/E19": {6, []string{"Get-AcceptedDomain 3 3", "Get-DynamicDistributionGroup 1 1", "Get-ExchangeServer 1 1", "Get-HybridConfiguration 1 0",
			"Get-OrganizationConfig 1 1", "Get-PartnerApplication 5 0"},
			[]string{"exchange_version              = \"2019\"\n  cumulative_update             = 11"}},
		"scubagear": {3, []string{"Get-AcceptedDomain 7 7", "Get-OrganizationConfig 1 1", "Get-OrganizationRelationship 3 0"},
			[]string{`tenant "tqhjy" {`, `routing_domain               = "tqhjy.mail.onmicrosoft.com"`, `modern_auth                  = true`}},
		"aadc-documenter/Pilot": {11, []string{"Get-ADSyncGlobalSettings 37 4", "Get-ADSyncRule 10 0"},
			[]string{`version                    = "1.1.130.0"`, `exchange_hybrid_deployment = true`}},
	} {
		t.Run(folder, func(t *testing.T) {
			c, problems := Import(context.Background(), Options{Paths: []string{folder}, Dir: sharedData})
			var tallies []string
			for _, tally := range c.Account.Tallies {
				tallies = append(tallies, fmt.Sprintf("%s %d %d", tally.Kind, tally.Read, tally.Used))
				if tally.Read != tally.Used+sum(tally.Ignored) {
					t.Errorf("%+v", tally)
				}
			}
			if diff := cmp.Diff(test.tallies, tallies); diff != "" || len(problems) > 0 || c.Account.Files != test.files || c.Account.Lost() > 0 {
				t.Errorf("%d files, %v %+v %s", c.Account.Files, problems, c.Account.Losses, diff)
			}
			text := written(t, c)
			for _, want := range test.wants {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not in\n%s", want, text)
				}
			}
		})
	}
	// What lies beside them is no export, and is said to be none.
	_, problems := Import(context.Background(), Options{Paths: []string{"script-columns.json", "aadc-documenter/LICENSE.txt", "scubagear/LICENSE", "css-exchange/LICENSE", "README.md"}, Dir: sharedData})
	if len(problems) != 5 {
		t.Errorf("%+v", problems)
	}
	for _, p := range problems {
		if p.Summary != "Unknown export" || !strings.Contains(p.Detail, "columns") {
			t.Errorf("%+v", p)
		}
	}
}
