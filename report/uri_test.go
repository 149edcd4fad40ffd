package report_test

import (
	"testing"

	"hybridlint/report"
)

func TestFileURI(t *testing.T) {
	for path, want := range map[string]string{
		"/srv/a b#c.hcl":             "file:///srv/a%20b%23c.hcl",
		"C:/Büro/a.hcl":              "file:///C:/B%C3%BCro/a.hcl",
		"//server/share/a.hcl":       "file://server/share/a.hcl",
		"//server/admin$/a b/c.hcl":  "file://server/admin$/a%20b/c.hcl",
		"//?/C:/very/long/a.hcl":     "file:///C:/very/long/a.hcl",
		"//?/UNC/server/share/x.hcl": "file://server/share/x.hcl",
		"//server":                   "file://server/",
	} {
		if got := report.FileURI(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}
