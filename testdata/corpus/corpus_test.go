package corpus

import (
	"bytes"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Texts of all kinds are there, right ones and wrong ones, and none is still as Go's fuzzing writes it.
func TestOfHCL(t *testing.T) {
	folder, err := folderOfHCL()
	if err != nil || !strings.Contains(folder, "@v") {
		t.Skipf("hcl does not come from the module cache, but from %q: %v", folder, err)
	}
	texts, err := OfHCL()
	if err != nil {
		t.Fatal(err)
	}
	right := 0
	for _, text := range texts {
		if _, wrong := hclsyntax.ParseConfig(text, "", hcl.InitialPos); !wrong.HasErrors() {
			right++
		}
		if bytes.HasPrefix(text, []byte("go test fuzz")) {
			t.Errorf("no text, but %q", text)
		}
	}
	if len(texts) < 80 || right < 50 || right == len(texts) {
		t.Errorf("%d texts, %d of them right", len(texts), right)
	}
	for _, want := range []string{"block {\n  foo = true\n}\n", "x = föo(\"föo\") + föo\n", "x = \"hi $${var.foo}\"\n", "x = foo[1]\n", "<<-EOT"} {
		found := false
		for _, text := range texts {
			found = found || strings.Contains(string(text), want)
		}
		if !found {
			t.Errorf("no text has %q", want)
		}
	}
}
