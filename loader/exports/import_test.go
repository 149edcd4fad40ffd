package exports

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
	c, problems, err := Import(context.Background(), Options{Paths: []string{"."}, Dir: folder, Sides: sides})
	if err != nil {
		t.Fatal(err)
	}
	return c, problems
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
