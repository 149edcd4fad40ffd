package lsp

import (
	"path/filepath"
	"testing"
)

// An editor on Windows names drives with %3A, and a share by its server.
func TestPathsOfURIs(t *testing.T) {
	for uri, want := range map[string]string{
		"file:///srv/a%20b.hcl":            "/srv/a b.hcl",
		"file://localhost/srv/a.hcl":       "/srv/a.hcl",
		"file:///c%3A/B%C3%BCro/a.hcl":     "c:/Büro/a.hcl",
		"file:///C:/a.hcl":                 "C:/a.hcl",
		"file://server/share/sub/a%23.hcl": "//server/share/sub/a#.hcl",
		"file:":                            "",
		"https://server/share/a.hcl":       "",
		"untitled:1":                       "",
	} {
		got, ok := slashPathOf(uri)
		if got != want || ok != (want != "") {
			t.Errorf("%s: %q %v, want %q", uri, got, ok, want)
		}
	}
}

func TestURIsLeadBack(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a b", "ü#%.hcl")
	if got, ok := pathOf(fileURI(file)); got != file || !ok {
		t.Errorf("%s: %q %v", file, got, ok)
	}
	// What is absolute on Windows alone is not asked of other systems.
	for _, name := range []string{"C:/a b/ü.hcl", "//server/share/a b/ü.hcl"} {
		if got, ok := slashPathOf(fileURI(name)); got != name || !ok {
			t.Errorf("%s: %q %v", name, got, ok)
		}
	}
}
