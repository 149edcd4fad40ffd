package loader

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"hybridlint/loader/limits"
	"hybridlint/loader/syntax"
	"hybridlint/report"
	"hybridlint/testdata/corpus"
)

// What the survey lets pass is no deeper and no longer when it is looked at token by token, whatever is in it.
func TestSurveyAgreesWithTheLexer(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	passed, refused := 0, 0
	for range 30_000 {
		source := soup(random)
		r := readerOf([]byte(source))
		r.limits.Nesting, r.limits.ExpressionWords = 4, 20
		switch found := surveyOf(r); {
		case found == nil:
			passed++
			if missed := excessOf(&r.limits, r.lex(syntax.Chunk{Start: 0, End: uint32(len(source))})); missed != nil {
				t.Fatalf("%+v was not seen in\n%s", missed, source)
			}
		case !found.Unclear:
			refused++
		}
	}
	if passed < 3000 || refused < 3000 {
		t.Errorf("%d texts passed, %d were refused", passed, refused)
	}
}

// surveyOf is the survey alone, which calls no lexer.
func surveyOf(r *reader) *syntax.Excess {
	s := syntax.Surveyor{Source: r.section.Text, Limits: &r.limits}
	return s.Run()
}

// soup throws together what means something to a lexer of HCL.
func soup(random *rand.Rand) string {
	ingredients := strings.Split(`a|b1|x-y|12|1.5|"|"|"|"x"|"}"|{|}|{|}|[|]|[|]|(|)|(|)|${|${~|~}|%{|%{ if a }|%{ endif }|}|$|%|$$|%%|$${|%%{|\|\"|\\|\n|\u0041|\u00|`+
		"\n|\n|\n|\n|\r\n|\r| |#|# }\n|//|/*|*/|/**/|/|<|<<|<<-|<<E\n|<<-E\n|<<É\n|E\n|  E \n|E|\nE\n|=|==|=>|!|&&|?|:|::|...|,|,|;|'|`|@|é|—|\u0301|\ufeff", "|")
	if random.IntN(2) == 0 {
		g := generator{Rand: random}
		g.item(0)
		g.item(0)
		return g.String()
	}
	var b strings.Builder
	for range 1 + random.IntN(12) {
		b.WriteString(ingredients[random.IntN(len(ingredients))])
	}
	return b.String()
}

// FuzzSurvey: the same for any bytes.
func FuzzSurvey(f *testing.F) {
	corpus.Seed(f, func(text []byte) { f.Add(string(text)) })
	for _, s := range []string{"a = [\n# ]\n]", "a = \"${\"}\"}\"", "a = <<E\n${[\nE\n]}\nE\n", "a = <<É\n[\nÉ\n", "a = \"\\${[\"", "a = ~}", "\"\n\"[", "a = /* [ */ [", "*|*|*|***+******||*66|"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if !utf8.ValidString(source) {
			return
		}
		r := readerOf([]byte(source))
		r.limits.Nesting, r.limits.ExpressionWords = 4, 20
		if found := surveyOf(r); found != nil {
			return
		}
		if missed := excessOf(&r.limits, r.lex(syntax.Chunk{Start: 0, End: uint32(len(source))})); missed != nil {
			t.Errorf("%+v was not seen", missed)
		}
	})
}

// Every limit has a problem that says where, and by which setting; one below it is none.
func TestLimitsOfBlocks(t *testing.T) {
	const head = "user_mailbox \"x\" {\n  home = "
	tests := []struct {
		name    string
		limits  limits.Limits
		text    func(n int) string
		most    int
		summary string
		setting string
		place   string // of the smallest that is too much
	}{
		{"nesting", limits.Limits{Nesting: 20}, func(n int) string {
			return head + strings.Repeat("[", n) + strings.Repeat("]", n) + "\n}\n"
		}, 19, "Nested too deep", "nesting", "2:29"},
		{"expression words", limits.Limits{ExpressionWords: 200}, func(n int) string {
			return head + strings.Repeat("!", n) + "true\n}\n"
		}, 194, "Expression too long", "expression_words", "2:205"},
		{"block words", limits.Limits{BlockWords: 100}, func(n int) string {
			return strings.Repeat("#\n", n) + head + "\"cloud\"\n}\n"
		}, 43, "Block too large", "block_words", "47:1"},
		{"block bytes", limits.Limits{BlockBytes: 100}, func(n int) string {
			return head + "\"cloud\" #" + strings.Repeat("x", n) + "\n}\n"
		}, 61, "Block too large", "block_mb", "3:1"},
		{"elements", limits.Limits{Elements: 30}, func(n int) string {
			return head + "\"cloud\"\n  email_addresses = [" + strings.Repeat("\"a@b.c\",", n) + "]\n}\n"
		}, 30, "Too many elements", "elements", "3:269"},
		{"elements on lines", limits.Limits{Elements: 30}, func(n int) string {
			return "outlook_delegate {\n  folder_access_rights = {\n" + strings.Repeat("\"x\" = \"Editor\"\n", n) + "}\n}\n"
		}, 30, "Too many elements", "elements", "33:15"},
		{"text", limits.Limits{TextBytes: 40}, func(n int) string { return head + "\"" + strings.Repeat("x", n) + "\"\n}\n" }, 40, "Text too long", "text_kb", "2:51"},
		{"text of lines", limits.Limits{TextBytes: 40}, func(n int) string {
			return head + "<<E\n" + strings.Repeat("x", n-1) + "\nE\n}\n"
		}, 40, "Text too long", "text_kb", "3:41"},
		{"label", limits.Limits{TextBytes: 40}, func(n int) string {
			return "user_mailbox \"" + strings.Repeat("x", n) + "\" {\n  home = \"cloud\"\n}\n"
		}, 40, "Text too long", "text_kb", "1:55"},
	}
	for _, test := range tests {
		for _, plainly := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, plainly %v", test.name, plainly), func(t *testing.T) {
				for _, n := range []int{test.most, test.most + 1} {
					_, problems := Load(context.Background(), Options{
						Paths: []string{"-"}, Stdin: strings.NewReader(test.text(n)), Limits: test.limits, NoFastReader: !plainly})
					found := ofLimits(problems)
					switch {
					case n == test.most && len(found) > 0:
						t.Errorf("%d: %s at %v", n, found[0].Detail, found[0].Location)
					case n == test.most:
					case len(found) != 1 || found[0].Summary != test.summary || !strings.Contains(found[0].Detail, "The setting "+test.setting+","):
						t.Errorf("%d: %+v", n, problems)
					case fmt.Sprintf("%d:%d", found[0].Location.Start.Line, found[0].Location.Start.Column) != test.place:
						t.Errorf("%d: at %v", n, found[0].Location)
					}
				}
			})
		}
	}
}

// ofLimits are the problems that limits are the reason of.
func ofLimits(problems []report.Problem) []report.Problem {
	var found []report.Problem
	for _, p := range problems {
		if strings.Contains(p.Detail, "in the block limits") {
			found = append(found, p)
		}
	}
	return found
}
