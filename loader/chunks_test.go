package loader

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader/limits"
	"hybridlint/loader/sources"
	"hybridlint/loader/syntax"
	"hybridlint/testdata/corpus"
)

func TestCutItems(t *testing.T) {
	tests := []struct {
		name  string
		items []string
	}{
		{"blocks", []string{"a {}\n", "b {\n  c = 1\n}\n", "d {}"}},
		{"comments go with what follows", []string{"# one\n\n// two {\n/* three\n{ */\na {} # four {\n", "# five\nb {}\n"}},
		{"trailing comment", []string{"a {}\n", "# nothing"}},
		{"brackets in texts", []string{"a {\n  b = \"}\\\"}\"\n}\n", "c {}\n"}},
		{"templates", []string{"a {\n  b = \"${\"}\"}{${{ x = \"}\" }.x}\"\n}\n", "c {}\n"}},
		{"doubled signs", []string{"a {\n  b = \"$${ %%{ $$${x} $\"\n}\n", "c {}\n"}},
		{"escaped quotes", []string{"a {\n  b = \"\\\\\"\n  c = \"\\\"}\"\n}\n", "d {}\n"}},
		{"heredoc", []string{"a {\n  b = <<EOT\n}\n\"\n  EOT }\nEOT\n}\n", "c {}\n"}},
		{"indented heredoc", []string{"a {\n  b = <<-E_1\n  } ${\n\"}\"\n}\nE_1 }\n} ${\nx}E_1\n    E_1\n}\n", "c {}\n"}},
		{"heredoc that is none", []string{"a {\n  b = <<EOT }\n", "c {}\n"}},
		{"empty heredoc", []string{"a {\n  b = <<EOT\nEOT\n}\n", "c {}\n"}},
		{"carriage returns", []string{"a {\r\n  b = <<EOT\r\n}\r\nEOT\r\n}\r\n", "c {}\r\n"}},
		{"several lines in brackets", []string{"a {\n  b = [\n  1,\n  (2\n  )]\n}\n", "c {}\n"}},
		{"attributes", []string{"a = 1\n", "b = {\n}\n"}},
		// What is wrong costs as little as possible.
		{"text without an end", []string{"a {\n  b = \"x\n}\n", "c {}\n"}},
		{"list without an end", []string{"a {\n  b = [(1\n}\n", "c {}\n"}},
		{"stray brackets", []string{"}\n", "])\n", "c {}\n"}},
		{"block without an end", []string{"a {}\n", "b {\nc {}\nd {}\n"}},
		{"comment without an end", []string{"a {}\n", "/* b\n", "c {}\n"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			source := []byte(strings.Join(test.items, ""))
			var got []string
			for _, c := range syntax.CutItems(source, syntax.Chunk{Start: 0, End: uint32(len(source))}) {
				got = append(got, string(source[c.Start:c.End]))
			}
			if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", test.items) {
				t.Errorf("got  %q\nwant %q", got, test.items)
			}
		})
	}
}

// However large the window, the items are the same, no chunk is larger than it should be, and together they are the text.
func TestCut(t *testing.T) {
	block := "user_mailbox \"somebody\" {\n  home = \"corp\"\n}\n"
	large := "locals {\n  a = [\n" + strings.Repeat("    \"x\",\n", 200_000) + "  ]\n}\n"
	for _, text := range []string{"", "a {}", strings.Repeat(block, 60_000), large + strings.Repeat(block, 1000) + large + "# the end",
		strings.Repeat(block, 10) + "/*" + strings.Repeat("long\n", 300_000) + "*/\n" + block} {
		for _, size := range []int64{0, int64(len(text)), 1, syntax.SectionSize + 1} {
			for _, mark := range []string{"", string(sources.ByteOrderMark)} {
				var joined strings.Builder
				f := &file{File: &sources.File{Name: "a.hcl", Open: func() (sources.Text, error) { return sources.InMemory(strings.NewReader(mark + text)), nil }}}
				line := 1
				err := (&load{ctx: t.Context(), limits: limits.DefaultLimits()}).cut(f, size, func(s *syntax.Section) {
					if int(s.Start) != joined.Len() || s.Line != line {
						t.Fatalf("a section from %d in line %d after %d in line %d", s.Start, s.Line, joined.Len(), line)
					}
					end := uint32(0)
					for _, c := range s.Chunks {
						if c.Start != end || c.End <= c.Start || c.End-c.Start > syntax.ChunkSize+uint32(len(block)) && c.End-c.Start < 1_000_000 {
							t.Fatalf("a chunk from %d to %d after %d", c.Start, c.End, end)
						}
						end = c.End
					}
					if int(end) != len(s.Text) {
						t.Fatalf("chunks to %d of %d", end, len(s.Text))
					}
					joined.Write(s.Text)
					line += strings.Count(string(s.Text), "\n")
				})
				if err != nil || joined.String() != text || f.Marked != (mark != "") || f.Lines != line || int(f.Size) != len(text) {
					t.Errorf("%v: %d of %d bytes, %d lines", err, joined.Len(), len(text), f.Lines)
				}
			}
		}
	}
}

// FuzzCut: a text that hclsyntax reads without an error is read the same way piece by piece, whole or in one go.
func FuzzCut(f *testing.F) {
	corpus.Seed(f, func(text []byte) { f.Add(text) })
	for _, pattern := range []string{"../testdata/*/*.hcl"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			if source, err := os.ReadFile(file); err == nil {
				f.Add(source)
			}
		}
	}
	for _, s := range []string{"a {\n  b = <<-E\n  ${\"}\n\"}E\n  E\n}\nc {}\n", "a = \"$${\"\nb = \"%%{\\\"\"\n", "a { b = /* } */ 1 }\n#}\nc {}", "a {}\n\xEF\xBB\xBFb {}\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		if firstBroken(source) >= 0 || strings.HasPrefix(string(source), string(sources.ByteOrderMark)) {
			return
		}
		r := readerOf(source)
		if excessOf(&r.limits, r.lex(syntax.Chunk{Start: 0, End: uint32(len(source))})) != nil {
			return
		}
		whole, diagnostics := hclsyntax.ParseConfig(source, "a.hcl", hcl.InitialPos)
		items := syntax.CutItems(source, syntax.Chunk{Start: 0, End: uint32(len(source))})
		end := uint32(0)
		joined := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}
		for _, c := range items {
			if c.Start != end || c.End <= c.Start {
				t.Fatalf("an item from %d to %d after %d", c.Start, c.End, end)
			}
			end = c.End
			body, found := r.parse(c)
			if found.HasErrors() && !diagnostics.HasErrors() {
				t.Fatalf("the item %q is wrong (%v) in a text that is right", source[c.Start:c.End], found)
			}
			maps.Copy(joined.Attributes, body.Attributes)
			joined.Blocks = append(joined.Blocks, body.Blocks...)
		}
		if int(end) != len(source) {
			t.Fatalf("items end at %d of %d", end, len(source))
		}
		if diagnostics.HasErrors() {
			return
		}
		if got, want := strings.Join(shape(joined), "\n"), strings.Join(shape(whole.Body.(*hclsyntax.Body)), "\n"); got != want {
			t.Fatalf("in pieces:\n%s\nin one go:\n%s", got, want)
		}
	})
}

// shape is a syntax tree in words, with the places of everything that is ever looked at.
func shape(body *hclsyntax.Body) []string {
	var lines []string
	for _, a := range inOrder(body.Attributes) {
		lines = append(lines, fmt.Sprintf("%s %d-%d = %T %d-%d", a.Name, a.NameRange.Start.Byte, a.NameRange.End.Byte,
			a.Expr, a.Expr.Range().Start.Byte, a.Expr.Range().End.Byte))
	}
	for _, b := range body.Blocks {
		lines = append(lines, fmt.Sprintf("%s %q %d-%d {", b.Type, b.Labels, b.TypeRange.Start.Byte, b.CloseBraceRange.End.Byte))
		lines = append(lines, shape(b.Body)...)
		lines = append(lines, "}")
	}
	return lines
}

// Comments without an end are no more than that, however many there are.
func TestCutOfEndlessComments(t *testing.T) {
	text := []byte(strings.Repeat("/* a\n", 400_000))
	if items := syntax.CutItems(text, syntax.Chunk{Start: 0, End: uint32(len(text))}); len(items) != 400_000 {
		t.Errorf("%d items", len(items))
	}
}
