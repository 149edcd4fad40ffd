package loader

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader/limits"
	"hybridlint/loader/sources"
	"hybridlint/loader/syntax"
)

// Random texts full of everything that may hide a bracket are cut where hclsyntax says that an item ends, and nowhere else.
func TestCutAgreesWithTheParser(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	valid := 0
	for range 3000 {
		g := generator{Rand: random}
		for range 1 + random.IntN(4) {
			g.item(0)
		}
		source := []byte(g.String())
		whole, diagnostics := hclsyntax.ParseConfig(source, "a.hcl", hcl.InitialPos)
		if diagnostics.HasErrors() {
			continue
		}
		valid++
		r := readerOf(source)
		joined := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}
		items := 0
		for _, c := range syntax.CutItems(source, syntax.Chunk{Start: 0, End: uint32(len(source))}) {
			body, found := r.parse(c)
			if found.HasErrors() {
				t.Fatalf("%v in the item %q of\n%s", found, source[c.Start:c.End], source)
			}
			maps.Copy(joined.Attributes, body.Attributes)
			joined.Blocks = append(joined.Blocks, body.Blocks...)
			items += len(body.Attributes) + len(body.Blocks)
			if len(body.Attributes)+len(body.Blocks) > 1 {
				t.Fatalf("%d items in one piece: %q", len(body.Attributes)+len(body.Blocks), source[c.Start:c.End])
			}
		}
		if got, want := strings.Join(shape(joined), "\n"), strings.Join(shape(whole.Body.(*hclsyntax.Body)), "\n"); got != want {
			t.Fatalf("in pieces:\n%s\nin one go:\n%s\nof\n%s", got, want, source)
		}
	}
	if valid < 2000 {
		t.Errorf("only %d texts were valid", valid)
	}
}

// generator writes random texts that are mostly valid.
type generator struct {
	*rand.Rand
	strings.Builder
	names int
}

func (g *generator) pick(choices ...string) string { return choices[g.IntN(len(choices))] }

func (g *generator) item(depth int) {
	g.names++
	g.WriteString(g.pick("", "", "\n", "# } {\n", "// \"\n", "/* { \n \" */ ", "/**/\n"))
	if depth > 2 || g.IntN(3) == 0 {
		fmt.Fprintf(g, "a%d = ", g.names)
		g.value(0)
		g.WriteString(g.pick("\n", " # }\n", " /* } */\n", "\r\n"))
		return
	}
	g.WriteString(g.pick("b", "b \"}\"", "b c", "b \"{\" \"\\\"\"") + " {" + g.pick("\n", " # {\n", "\r\n"))
	for range g.IntN(3) {
		g.item(depth + 1)
	}
	g.WriteString("}" + g.pick("\n", "  # \"\n", "\r\n", " // {\n"))
}

func (g *generator) value(depth int) {
	if depth > 3 {
		g.WriteString("1")
		return
	}
	switch g.IntN(7) {
	case 0:
		g.WriteString(g.pick("1", "true", "null", "x.y", "-3.5e7"))
	case 1:
		g.WriteString("[" + g.pick("", "\n", "# ]\n"))
		for range g.IntN(3) {
			g.value(depth + 1)
			g.WriteString(g.pick(",", ",\n", ", # [\n", ", /* ] */"))
		}
		g.WriteString("]")
	case 2:
		g.WriteString("{\n")
		for range g.IntN(3) {
			g.WriteString(g.pick("k", "\"}\"", "(1)") + " = ")
			g.value(depth + 1)
			g.WriteString(g.pick("\n", "# }\n"))
		}
		g.WriteString("}")
	case 3:
		g.WriteString("(" + g.pick("", "\n"))
		g.value(depth + 1)
		g.WriteString(g.pick(" < 2", " == 1", "") + g.pick("", "\n") + ")")
	case 4:
		g.heredoc(depth)
	default:
		g.WriteString("\"")
		g.template(depth, "\\\"", "\\\\", "}", "{", "$", "%", "$${", "%%{", "$$", "é", "#", "//", "\\n", "<<E")
		g.WriteString("\"")
	}
}

func (g *generator) heredoc(depth int) {
	marker := g.pick("E", "EOT", "E_1-x")
	g.WriteString("<<" + g.pick("", "-") + marker + g.pick("\n", "\r\n"))
	for range g.IntN(4) {
		g.template(depth, "}", "{", "\"", "\\", "$", "%", "$${", "%%{", "#", "/*", " "+marker+" x", marker+"x")
		g.WriteString(g.pick("\n", "\r\n"))
	}
	g.WriteString(g.pick("", "  ", "\t") + marker + g.pick("", "  "))
	if g.IntN(8) > 0 {
		// The marker stands alone on its line.
		g.WriteString("\n")
	}
}

func (g *generator) template(depth int, literals ...string) {
	for range g.IntN(4) {
		switch g.IntN(5) {
		case 0:
			g.WriteString("${" + g.pick("", "~", " ", "\n"))
			g.value(depth + 1)
			g.WriteString(g.pick("", "~", " ") + "}")
		case 1:
			g.WriteString("%{ if x }")
			g.WriteString(g.pick(literals...) + " ")
			g.WriteString("%{ endif ~}")
		default:
			g.WriteString(g.pick(literals...) + " ")
		}
	}
}

// readerOf reads a text from memory.
func readerOf(text []byte) *reader {
	r := (&load{locals: newLocals(), sources: sources.New(), limits: limits.DefaultLimits()}).newReader(&sources.File{Name: "a.hcl"})
	r.section = &syntax.Section{File: &sources.File{Name: "a.hcl"}, Text: text, Line: 1}
	return r
}
