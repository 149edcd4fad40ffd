package loader

import (
	"context"
	"testing"

	"hybridlint/testdata/organization"
)

// TestAllocationsPerGrant bounds how much work for the collector reading makes, blocks of recipients included; it is counted, so it
// does not depend on the machine. Where a bound has become too high, lower it.
func TestAllocationsPerGrant(t *testing.T) {
	const mailboxes = 300
	for name, test := range map[string]struct {
		shape organization.Shape
		most  float64
	}{
		"few files":  {organization.FewFiles, 6},
		"many files": {organization.ManyFiles, 26}, // one mailbox each
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			if err := organization.WriteFolder(folder, organization.Options{Seed: 1, Mailboxes: mailboxes, Shape: test.shape}); err != nil {
				t.Fatal(err)
			}
			grants := 0
			allocations := testing.AllocsPerRun(1, func() {
				model, problems := Load(context.Background(), Options{Paths: []string{folder}, Jobs: 2})
				if len(problems) > 0 {
					t.Fatal(problems)
				}
				grants = model.Grants.Len()
			})
			each := allocations / float64(grants)
			if each > test.most {
				t.Errorf("%.1f allocations per grant, at most %.0f are allowed", each, test.most)
			}
			t.Logf("%.1f allocations per grant", each)
		})
	}
}
