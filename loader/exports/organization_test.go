package exports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hybridlint/loader/exports"
	"hybridlint/testdata/organization"
)

// TestFormatsAgree: the same rows say the same, whichever cmdlet wrote them to a file.
func TestFormatsAgree(t *testing.T) {
	var want []exports.Document
	for _, format := range []organization.Format{organization.CSV, organization.JSON, organization.CLIXML} {
		folder := t.TempDir()
		if err := organization.ExportFolder(folder, organization.Options{Mailboxes: 120}, format); err != nil {
			t.Fatal(err)
		}
		c, problems, _ := exports.Import(t.Context(), exports.Options{Paths: []string{"."}, Dir: folder})
		blocks := c.Blocks()
		if len(problems) > 0 || c.Account.Lost() > 0 || blocks["recipients"] != 120 || blocks["grants-full_access"] < 100 || blocks["grants-folder"] < 50 {
			t.Fatalf("%v %+v %v", problems, c.Account, blocks)
		}
		if want == nil {
			want = c.Documents()
		} else if diff := cmp.Diff(want, c.Documents()); diff != "" {
			t.Error(diff)
		}
	}
}
