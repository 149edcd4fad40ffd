package reporttest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hybridlint/report"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Rendered is what a writer makes of a report.
func Rendered(t *testing.T, w report.Writer, r *report.Report, o report.Options) string {
	t.Helper()
	var b strings.Builder
	if err := w.Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Golden compares with a file of testdata, or writes it where -update is given.
func Golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-update rewrites it):\n%s", path, diff)
	}
}

// Run is a report with what its reader wishes of it.
type Run struct {
	Report  *report.Report
	Options report.Options
}

// Goldens compares what a writer writes with the files of testdata, by name.
func Goldens(t *testing.T, w report.Writer, runs map[string]Run) {
	t.Helper()
	for name, run := range runs {
		t.Run(name, func(t *testing.T) {
			Golden(t, name, Rendered(t, w, run.Report, run.Options))
		})
	}
}
