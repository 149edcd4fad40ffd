package loader_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/report"
	"hybridlint/testdata/corpus"
	"hybridlint/testdata/nasty"
)

// FuzzLoad: whatever a file holds, loading it ends without a panic, every problem and every span lies inside the file, and
// a file with a syntax error never passes for a good one.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"../testdata/*/*.hcl", "../testdata/rules/HYB2*/*.hcl"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			if source, err := os.ReadFile(file); err == nil {
				f.Add(source)
			}
		}
	}
	corpus.Seed(f, func(text []byte) { f.Add(text) })
	for texts := range slices.Chunk(nasty.Texts(), 12) {
		f.Add([]byte(strings.Join(texts, "\n")))
		f.Add([]byte("user_mailbox \"x\" {\n  name = " + strings.Join(quotedTexts(texts), "\n  name = ") + "\n}\n"))
	}
	f.Add([]byte(organization))
	f.Add([]byte("locals {\n  a = [for x in range(3) : \"${x}\" if x > 0]\n  b = { for k, v in local.a : v => local.c... }\n  c = upper(join(\",\", local.a))\n}\nforest \"x\" { exchange_version = local.b[local.c] }\n"))
	f.Add([]byte("# hybridlint:ignore HYB301 -- x\ngrant \"folder\" { # hybridlint:ignore HYB302\n  recipient = \"é\"\n}\n"))
	f.Add([]byte("tenat \"\" {\n  a = \n"))
	f.Fuzz(func(t *testing.T, source []byte) {
		config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"-"}, Stdin: bytes.NewReader(source)})
		for _, p := range problems {
			if p.Summary == "" || p.Detail == "" || p.Severity != report.Error || p.Summary == "Internal error" {
				t.Errorf("a problem that says too little, or too much: %+v", p)
			}
			inside(t, config, p.Location)
		}
		if !utf8.Valid(source) && len(problems) == 0 {
			t.Error("no text, and no problem")
		}
		if _, wrong := hclsyntax.ParseConfig(shallow(source), "a.hcl", hcl.InitialPos); wrong.HasErrors() && len(problems) == 0 {
			t.Errorf("no problem, but hcl says %v", wrong)
		}
		for _, r := range config.Recipients {
			insideBlock(t, config, &r.Block)
			for _, o := range r.Objects {
				insideBlock(t, config, &o.Block)
			}
		}
		for _, g := range config.Grants.All() {
			insideBlock(t, config, &g.Block)
		}
		for _, i := range config.Ignores {
			inside(t, config, i.Location)
		}
	})
}

// quotedTexts are the texts as HCL writes them.
func quotedTexts(texts []string) []string {
	var quoted []string
	for _, text := range texts {
		quoted = append(quoted, string(hclwrite.TokensForValue(cty.StringVal(text)).Bytes()))
	}
	return quoted
}

// shallow is the text, or nothing where it may be nested too deep for the parser.
func shallow(source []byte) []byte {
	if len(source) > 10_000 || bytes.Count(source, []byte("-"))+bytes.Count(source, []byte("!")) > 1000 {
		return nil
	}
	return source
}

func insideBlock(t *testing.T, config *model.Model, b *model.Block) {
	t.Helper()
	header := b.Location()
	inside(t, config, header)
	for _, l := range loader.PlacesIn(b) {
		inside(t, config, l)
		if l.Compare(header) < 0 {
			t.Errorf("%v is before its block at %v", l, header)
		}
	}
}

func inside(t *testing.T, config *model.Model, l report.Location) {
	t.Helper()
	for _, p := range []report.Position{l.Start, l.End} {
		text, ok := config.Sources.Line(l.File, p.Line)
		// A line may end with a carriage return that is not part of its text.
		if !ok || p.Column < 1 || p.Column > utf8.RuneCountInString(text)+2 {
			t.Errorf("%v is outside of its file", l)
		}
	}
	if l.End.Line < l.Start.Line || l.End.Line == l.Start.Line && l.End.Column < l.Start.Column {
		t.Errorf("%v ends before it starts", l)
	}
}
