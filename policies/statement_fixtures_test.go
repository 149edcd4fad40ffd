package policies_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestStatementFixtures: testdata/statements shows what the articles say is possible. Every finding there is an expected
// one, whatever its rule.
func TestStatementFixtures(t *testing.T) {
	catalog := newCatalog(t)
	for _, file := range glob(t, "../testdata/statements/*.hcl") {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".hcl"), func(t *testing.T) {
			want := expectationsIn(t, file)
			var got []expectation
			result := checkFiles(t, catalog, file)
			for _, f := range result.Findings {
				got = append(got, expectation{f.Rule.ID, f.Severity.String(), f.Location.Start.Line})
			}
			slices.SortFunc(want, compareExpectations)
			slices.SortFunc(got, compareExpectations)
			if !slices.Equal(got, want) {
				t.Errorf("%s: found %v, want %v", file, got, want)
			}
		})
	}
}
