package main

import (
	"encoding/binary"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"

	"hybridlint/testdata/nasty"
	"hybridlint/testdata/organization"
)

// variants makes configurations of the bytes of a fuzzer: one that is valid, and changes to it that mostly leave it so.
type variants struct {
	fixtures []string
	contoso  string
	strange  []string
	rules    []string
}

func newVariants(t testing.TB, l *onceLinter) *variants {
	t.Helper()
	v := &variants{fixtures: textsOf(t, "../../testdata/rules/*/*.hcl"), strange: append(nasty.Texts(), worst)}
	for _, pattern := range []string{"*.hcl", "*/*.hcl"} {
		v.contoso += strings.Join(textsOf(t, filepath.Join("../../testdata/contoso", pattern)), "\n")
	}
	for _, r := range l.rules.Rules {
		v.rules = append(v.rules, r.ID)
	}
	return v
}

// base is a valid configuration.
func (v *variants) base(seed uint64) string {
	kind, seed := seed%8, seed/8
	switch kind {
	case 0, 1, 2, 3:
		return v.fixtures[seed%uint64(len(v.fixtures))]
	case 4, 5, 6:
		return organization.Random(seed).String()
	}
	if seed%8 == 0 {
		return v.contoso
	}
	var b strings.Builder
	// A strings.Builder takes everything.
	_ = organization.Write(&b, organization.Options{Seed: seed, Mailboxes: int(1 + seed%12), Upkeep: organization.Upkeep(seed / 2 % 2)})
	return b.String()
}

// change is done at one of the places where find stands.
type change struct{ find, replace string }

// changes are what people and programs do to a configuration. RULE is a rule's id.
func changes() []change {
	return []change{
		{`"corp"`, `"cloud"`}, {`"cloud"`, `"corp"`}, {"= true", "= false"}, {"= false", "= true"}, {`"existing"`, `"planned"`}, {`= "planned"`, `= "existing"`},
		{`"migration"`, `"cloud_direct"`}, {"user_mailbox ", "shared_mailbox "}, {`"automap"`, `"additional_mailbox"`}, {"auto_mapping", "# auto_mapping"},
		{"  present_in", "  # present_in"}, {"  delegate ", "  state = \"existing\"\n  delegate "}, {"  delegate ", "  inherited = true\n  delegate "}, {"  delegate ", "  unknown_in = [\"corp\"]\n  delegate "},
		{"  home ", "  used_by = \"application\"\n  home "}, {"grant \"", "# hybridlint:ignore RULE -- a reason\ngrant \""}, {"grant \"", "# hybridlint:ignore RULE, RULE -- one reason\n# hybridlint:ignore RULE -- another\ngrant \""},
		{"\" {\n", "\" { # hybridlint:ignore RULE -- a reason\n"}, {"\n}\n", "\n}\n\nexception \"RULE\" {\n  rationale = \"a reason\"\n}\n"},
		{"\n}\n", "\n}\n\nexception \"RULE\" {\n  rationale  = \"another reason\"\n  expiration = \"2026-01-31\"\n}\n"}, {"\n}\n", "\n} # the end\n\n# about what follows\n\n"}, {"\n}\n", "\n} /* the\nend */\n"},
		{"\n", "\n\n"}, {"\n", "\n# \"comment\" {\n"}, {"\n", " // comment }\n"}, {"\n", "\n/* long\n comment */\n"}, {"\n", "\r\n"}, {" = ", "="}, {" = ", "\t=\t "}, {"  ", "\t"}, {"  ", ""},
		{"[", "[\n"}, {"\", \"", "\",\n\""}, {"\"]", "\",]"}, {"\"]", "\", # x\n]"}, {" = \"", " = \"\\u0020"}, {" = \"", " = \"\u00e9"}, {" = \"", " = \"${\"x\"}"}, {" = [", " = [for x in ["},
		{"= true", "= (true)"}, {"= false", "=!true"}, {"= true", "= null"}, {"= true", "= true ?true:-1>0"}, {"= [\"", "= [for x in[\"corp\"]:x]\n#[\""}, {"= \"corp\"", "= <<X\ncorp\nX\n#"}, {"= \"corp\"", "=\"${  \"corp\"  }\""},
	}
}

// texts are the literals that a local can stand for.
var texts = regexp.MustCompile(` = ("[^"\\$%]*")\n`)

// text is a configuration with changes: four bytes choose one and its place.
func (v *variants) text(seed uint64, script []byte) string {
	text := v.base(seed)
	all := changes()
	for number := 0; len(script) >= 4 && number < 16; script, number = script[4:], number+1 {
		place, detail := int(binary.LittleEndian.Uint16(script[1:])), int(script[3])
		switch kind := int(script[0]) % (len(all) + 4); kind {
		case len(all):
			text = strange(text, v.strange[(place+detail)%len(v.strange)])
		case len(all) + 1:
			text = withLocal(text, place, number)
		case len(all) + 2:
			text = withBlockTwice(text, place)
		case len(all) + 3:
			text = withoutBlock(text, place)
		default:
			text = v.changed(text, all[kind], place, detail)
		}
	}
	return text
}

func (v *variants) changed(text string, c change, place, detail int) string {
	places := strings.Count(text, c.find)
	if places == 0 {
		return text
	}
	at := 0
	for range place % places {
		at += strings.Index(text[at:], c.find) + len(c.find)
	}
	at += strings.Index(text[at:], c.find)
	return text[:at] + strings.ReplaceAll(c.replace, "RULE", v.rule(text, detail)) + text[at+len(c.find):]
}

// named are the rules that a text names; the comments of fixtures name those that fire.
var named = regexp.MustCompile(`HYB\d\d\d`)

func (v *variants) rule(text string, detail int) string {
	rules := v.rules
	if all := named.FindAllString(text, -1); all != nil && detail%4 > 0 {
		rules = all
	}
	return rules[detail%len(rules)]
}

// withLocal gives a text a name.
func withLocal(text string, place, number int) string {
	places := texts.FindAllStringSubmatchIndex(text, -1)
	if places == nil {
		return text
	}
	at := places[place%len(places)]
	name := "named_" + string(rune('a'+number))
	return text[:at[2]] + "local." + name + text[at[3]:] + "\nlocals {\n  " + name + " = " + text[at[2]:at[3]] + "\n}\n"
}

func withBlockTwice(text string, place int) string {
	blocks := blocksOf(text)
	return strings.Join(append(blocks, blocks[place%len(blocks)]), "\n")
}

func withoutBlock(text string, place int) string {
	blocks := blocksOf(text)
	return strings.Join(slices.Delete(blocks, place%len(blocks), place%len(blocks)+1), "\n")
}

// blocksOf takes a configuration apart into its blocks, each with the comments before it and those behind it on its last line. What
// is no configuration stays in one piece.
func blocksOf(text string) []string {
	parsed, wrong := hclsyntax.ParseConfig([]byte(text), "", hcl.InitialPos)
	tokens, _ := hclsyntax.LexConfig([]byte(text), "", hcl.InitialPos)
	body, ok := parsed.Body.(*hclsyntax.Body)
	if wrong.HasErrors() || !ok {
		return []string{text}
	}
	var ends []int
	for _, b := range body.Blocks {
		ends = append(ends, b.Range().End.Byte)
	}
	for _, a := range body.Attributes {
		ends = append(ends, a.SrcRange.End.Byte)
	}
	slices.Sort(ends)
	var blocks []string
	from := 0
	for _, t := range tokens {
		endsLine := t.Type == hclsyntax.TokenNewline || t.Type == hclsyntax.TokenComment && strings.HasSuffix(string(t.Bytes), "\n")
		if len(ends) > 0 && t.Range.Start.Byte >= ends[0] && endsLine {
			blocks = append(blocks, text[from:t.Range.End.Byte])
			from, ends = t.Range.End.Byte, ends[1:]
		}
	}
	if rest := text[from:]; rest != "" || blocks == nil {
		blocks = append(blocks, "\n"+rest+"\n") // a comment at the end is about no block, and stays so
	}
	return blocks
}

// dealt brings the blocks of a configuration into another order and deals them out to some files.
func dealt(text string, seed uint64) map[string]string {
	random := rand.New(rand.NewPCG(seed, 0))
	blocks := blocksOf(text)
	random.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	names := []string{"a.hcl", "b.hcl", "c/a.hcl", "C.hcl"}[:1+random.IntN(4)]
	files := map[string]string{"empty.hcl": ""}
	for _, block := range blocks {
		files[names[random.IntN(len(names))]] += block + "\n"
	}
	return files
}

func hclQuoted(text string) string {
	return string(hclwrite.TokensForValue(cty.StringVal(text)).Bytes())
}

// Most variants are valid, and many have findings. Otherwise what is said about them says little.
func TestVariantsAreMostlyValid(t *testing.T) {
	linter := newKeepingLinter(t)
	v := newVariants(t, linter)
	random := rand.New(rand.NewPCG(1, 2))
	const all = 200
	statuses, findings, suppressed := map[int]int{}, 0, 0
	for range all {
		script := make([]byte, 4*random.IntN(4))
		for i := range script {
			script[i] = byte(random.Uint32())
		}
		run := jsonOf(t, linter, map[string]string{"a.hcl": v.text(random.Uint64(), script)})
		statuses[run.status]++
		for _, f := range readDocument(t, run.stdout).Findings {
			findings++
			if f.Suppressed != nil {
				suppressed++
			}
		}
	}
	t.Logf("of %d variants %d are valid; %d findings, %d of them suppressed", all, all-statuses[ExitIncomplete], findings, suppressed)
	if statuses[ExitIncomplete] > all/3 || findings < all || suppressed < all/40 {
		t.Errorf("of %d variants %d are not valid; %d findings, %d suppressed", all, statuses[ExitIncomplete], findings, suppressed)
	}
}
