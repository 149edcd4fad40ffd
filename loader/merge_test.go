package loader_test

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/report"
)

// outline is a model in words, without places and in the order of names, so that two can be compared.
func outline(m *model.Model) []string {
	var lines []string
	for _, r := range m.Recipients {
		members := len(r.Members)
		lines = append(lines, fmt.Sprintf("%s %s in %s from %s, %d members, %d objects", r.Type, r.ID, m.ForestName(r.Home), m.ForestName(r.Origin), members, len(r.Objects)))
	}
	for _, g := range m.Grants.All() {
		lines = append(lines, fmt.Sprintf("%s on %s for %s", g.Permission, m.Recipients[g.Recipient].ID, g.Delegate.Text))
	}
	for _, b := range m.Batches {
		lines = append(lines, fmt.Sprintf("batch %s of %d", b.Name, len(b.Members)))
	}
	return lines
}

func sorted(lines []string) map[string]int {
	counted := map[string]int{}
	for _, l := range lines {
		counted[l]++
	}
	return counted
}

// Order and file boundaries carry no meaning.
func TestFilesAreMerged(t *testing.T) {
	text := referenceBlocks(t)
	blocks := strings.Split(strings.TrimSpace(text), "\n}\n")
	one, problems := load(t, map[string]string{"one.hcl": text})
	expectProblems(t, problems)
	files := map[string]string{}
	for i, block := range blocks {
		if i < len(blocks)-1 {
			block += "\n}\n"
		}
		files[fmt.Sprintf("%c/%02d.hcl", 'a'+i%3, len(blocks)-i)] = block
	}
	many, problems := load(t, files)
	expectProblems(t, problems)
	if a, b := sorted(outline(one)), sorted(outline(many)); !reflect.DeepEqual(a, b) {
		t.Errorf("one file:\n%v\nmany files:\n%v", a, b)
	}
	if many.Files != len(blocks) {
		t.Errorf("%d files, want %d", many.Files, len(blocks))
	}
}

// The number of workers makes no difference, neither to the model nor to the problems.
func TestJobsMakeNoDifference(t *testing.T) {
	files := map[string]string{"organization.hcl": organization, "locals.hcl": `locals { x = [for i in range(50) : "user${i}"] }`}
	for i := range 60 {
		files[fmt.Sprintf("%02d.hcl", i)] = fmt.Sprintf(`
user_mailbox "user%d" { home = "corp" }
user_mailbox "user%d" { home = "corq" }
grant "send_as" {
  recipient = "user%d"
  delegates = local.x
  colour    = "red"
}
grant "send_as" {
  recipient = "sales"
  delegates = local.x
}
%s`, i, i%50, i, strings.Repeat("}", i%7/6))
	}
	dir := folder(t, files)
	type result struct {
		lines    []string
		problems []report.Problem
	}
	var first result
	for _, jobs := range []int{1, 2, 8, 64, 0} {
		config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: dir, Jobs: jobs})
		got := result{outline(config), problems}
		if jobs == 1 {
			first = got
			if len(first.lines) < 50 || len(first.problems) < 50 {
				t.Fatalf("too little to compare: %d lines, %d problems", len(first.lines), len(first.problems))
			}
			continue
		}
		if !reflect.DeepEqual(got, first) {
			t.Errorf("%d jobs give another result than one", jobs)
		}
	}
}

// A block with an error stays out, and so does what names it; neither is reported twice, and everything else stays.
func TestErrorsDoNotSpread(t *testing.T) {
	config, problems := loadText(t, `
forest "bad" { exchange_version = "2018" }
user_mailbox "of the bad forest" { home = "bad" }
user_mailbox "bad" { home = 7 }
security_group "outer" {
  home    = "corp"
  members = ["inner"]
}
security_group "inner" {
  home    = "corp"
  members = ["sales", "bad"]
}
room_mailbox "room" {
  home               = "corp"
  resource_delegates = ["outer"]
}
grant "send_as" {
  recipient = "sales"
  delegate  = "outer"
}
grant "send_as" {
  recipient = "of the bad forest"
  delegate  = "amy@contoso.com"
}
grant "send_as" {
  recipient  = "sales"
  delegate   = "amy@contoso.com"
  present_in = ["bad"]
}
migration_batch "bad batch" {
  direction     = "sideways"
  source_forest = "corp"
  members       = ["sales"]
}
migration_batch "with bad" {
  direction     = "onboarding"
  source_forest = "corp"
  members       = ["amy@contoso.com", "bad"]
}
exception "HYB301" {
  migration_batch = "bad batch"
  rationale       = "x"
}
exception "HYB301" {
  recipient = "room"
  rationale = "x"
}
sharing_invitation {
  owner     = "sales"
  recipient = "bad"
}
user_mailbox "good" {
  home = "cloud"
  object "bad" {}
}
grant "send_as" {
  recipient = "sales"
  delegate  = "good"
}`)
	expectProblems(t, problems,
		`a.hcl:2:35-41 Unknown value: "2018"`,
		`a.hcl:4:29-30 Wrong type: Write "7"`,
		`a.hcl:31:19-29 Unknown value: "sideways"`,
	)
	want := map[string]int{
		"user_mailbox amy@contoso.com in corp from , 0 members, 0 objects": 1, "user_mailbox boss@contoso.com in cloud from , 0 members, 0 objects": 1,
		"shared_mailbox sales in corp from , 0 members, 0 objects": 1, "user_mailbox good in cloud from , 0 members, 0 objects": 1,
		"send_as on sales for good": 1,
	}
	if got := sorted(outline(config)); !reflect.DeepEqual(got, want) {
		t.Errorf("loaded %v, want %v", got, want)
	}
	if len(config.Exceptions)+len(config.Invitations) != 0 {
		t.Errorf("%d exceptions, %d invitations", len(config.Exceptions), len(config.Invitations))
	}
}

// Of two blocks with one label the later is the mistake; the first stays.
func TestFirstOfTwoStays(t *testing.T) {
	config, problems := load(t, map[string]string{
		"a.hcl": "forest \"corp\" {}\nuser_mailbox \"x\" { home = \"corp\" }\ndirectory_sync \"cloud_sync\" {}",
		"b.hcl": "mail_user \"X\" { home = \"corp\" }\nforest \"CORP\" { modern_auth = true }\ndirectory_sync \"cloud_sync\" { exchange_hybrid_writeback = true }",
	})
	expectProblems(t, problems, `b.hcl:1:1-14 Duplicate label: a.hcl:2`, `b.hcl:2:1-14 Duplicate label: a.hcl:1`, `b.hcl:3:1-28 Duplicate label: a.hcl:3`)
	if len(config.Recipients) != 1 || config.Recipients[0].Type != model.UserMailbox || len(config.Forests) != 1 || config.Forests[0].ModernAuth != model.Undeclared ||
		len(config.Syncs) != 1 || config.Syncs[0].ExchangeHybridWriteback != model.Undeclared {
		t.Errorf("loaded %v", outline(config))
	}
}

// A syntax error costs its own block: all others are read, and its label is known.
func TestSyntaxErrorsAreLocal(t *testing.T) {
	config, problems := loadText(t, `
user_mailbox "before" { home = "corp" }
user_mailbox "broken" {
  home =
}
user_mailbox "after" { home = "corp" }
user_mailbox "unfinished text" {
  home = "corp
}
user_mailbox "after a text" { home = "corp" }
user_mailbox "unfinished list" {
  home            = "corp"
  email_addresses = ["smtp:x@contoso.com"
}
user_mailbox "after a list" { home = "corp" }
}
user_mailbox "after a stray bracket" { home = "corp" }
grant "send_as" {
  recipient = "after"
  delegates = ["broken", "unfinished text", "unfinished list"]
}
grant "send_as" {
  recipient = "after"
  delegate  = "amy@contoso.com"
}
migration_batch "unfinished" {
  direction = "onboarding"
user_mailbox "swallowed" { home = "corp" }
forest "swallowed" {}
grant "send_as" {
  recipient = "after"
  delegate  = "swallowed"
}
`)
	expectProblems(t, problems,
		"a.hcl:4:9-5:1 Invalid expression: ",
		"a.hcl:8:15-9:1 Invalid multi-line string: ",
		"a.hcl:14:1-2 Missing item separator: ",
		"a.hcl:16:1-2 Argument or block definition required: ",
		"a.hcl:26:30-31 Unclosed configuration block: ",
	)
	if got := sorted(outline(config)); len(config.Recipients) != 8 || got["send_as on after for amy@contoso.com"] != 1 || config.Grants.Len() != 1 {
		t.Errorf("loaded %v", got)
	}
}

// A name that is unknown may be declared where nobody could read it.
func TestUnknownNamesBesideBrokenFiles(t *testing.T) {
	_, problems := load(t, map[string]string{"organization.hcl": organization,
		"a.hcl": "user_mailbox \"broken\" {\n  home =\n}\nforest \"lost\" {\n  a b\n}\nlocals {\n  lost = \"x\"\n  y z\n}\nmigration_batch \"lost\" {\n",
		"b.hcl": `
grant "send_as" {
  recipient = "sales"
  delegate  = "broken"
}
grant "send_as" {
  recipient = "sales"
  delegate  = "nobody@fabrikam.com"
}
user_mailbox "x" {
  home = "lost"
  name = local.lost
}
exception "HYB301" {
  migration_batch = "lost"
  rationale       = "x"
}
user_mailbox "y" {
  home = "elsewhere"
  name = local.missing
}`})
	expectProblems(t, problems,
		"a.hcl:2:9-3:1 Invalid expression: ",
		"a.hcl:5:6-6:1 Invalid block definition: ",
		"a.hcl:9:6-10:1 Invalid block definition: ",
		"a.hcl:11:24-25 Unclosed configuration block: ",
		`b.hcl:8:15-36 Unknown recipient: could not be read completely | may be declared there`,
		`b.hcl:19:10-21 Unknown forest: may be declared there`,
		`b.hcl:20:10-23 Unknown local: may be declared there`)
}

// One mistake in every line of a large file is still one problem each, up to a bound for syntax.
func TestManySyntaxErrors(t *testing.T) {
	_, problems := load(t, map[string]string{"a.hcl": strings.Repeat("forest \"x\" {\n  modern_auth =\n}\n", 500)})
	if len(problems) != 20 || !strings.Contains(problems[len(problems)-1].Detail, "480 more syntax errors") {
		t.Errorf("%d problems, the last: %s", len(problems), line(problems[len(problems)-1]))
	}
}

func TestNesting(t *testing.T) {
	deep := func(opening, inside, closing string, n int) string {
		return "forest \"x\" {\n  exchange_version = " + strings.Repeat(opening, n) + inside + strings.Repeat(closing, n) + "\n}\n"
	}
	const nested, long, invalid = "Nested too deep", "Expression too long", "Syntax error"
	tests := map[string]struct{ text, want string }{
		"brackets":                 {deep("[", "", "]", 50_000), nested},
		"brackets without an end":  {deep("[", "", "", 50_000), nested},
		"wrong closers":            {deep("[ ) } ", "", "", 50_000), invalid},
		"brackets behind comments": {deep("[\n# ]\n", "", "]", 50_000), nested},
		"brackets behind texts":    {deep("[\"]\",", "", "]", 50_000), nested},
		"parentheses":              {deep("(", "1", ")", 50_000), nested},
		"objects":                  {deep("{a=", "1", "}", 50_000), nested},
		"templates":                {deep(`"${`, "1", `}"`, 50_000), nested},
		"loops":                    {deep("[for a in ", "[]", ": a]", 50_000), long},
		"calls":                    {deep("upper(", `"x"`, ")", 50_000), nested},
		"not":                      {deep("!", "true", "", 50_000), long},
		"not, in brackets":         {deep(strings.Repeat("!", 900)+"(", "true", ")", 240), long},
		"minus":                    {deep("-", "1", "", 50_000), long},
		"minus, in lists":          {deep(strings.Repeat("- ", 900)+"[", "1", "]", 240), long},
		"sums":                     {deep("1+", "1", "", 100_000), long},
		"sums in brackets":         {"forest \"x\" {\n  exchange_version = [\n" + strings.Repeat("1 +\n", 100_000) + "1]\n}\n", long},
		"choices":                  {deep("true ? 1 : ", "1", "", 50_000), long},
		"splats":                   {deep("", "a", "[*].b", 50_000), long},
		"indexes":                  {deep("", "a", "[b]", 50_000), long},
		"steps":                    {deep("", "a", ".b", 50_000), long},
		"unfinished directives":    {"forest \"x\" {\n  exchange_version = \"" + strings.Repeat("%{if true}", 50_000) + "\"\n}\n", long},
		"blocks":                   {strings.Repeat("a {\n", 50_000) + strings.Repeat("}\n", 50_000), nested},
		"a heredoc of many lines":  {"forest \"x\" {\n  exchange_version = <<EOT\n" + strings.Repeat("x\n", 50_000) + "EOT\n}\n", long},
		"heredocs in heredocs":     {"forest \"x\" {\n  exchange_version = " + strings.Repeat("<<EOT\n${", 50_000) + "\n", nested},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, problems := load(t, map[string]string{"a.hcl": test.text})
			if len(problems) != 1 || problems[0].Summary != test.want {
				t.Errorf("%d problems", len(problems))
				for _, p := range problems[:min(3, len(problems))] {
					t.Log(line(p)[:min(300, len(line(p)))])
				}
			}
		})
	}
	config, problems := load(t, map[string]string{"a.hcl": strings.Repeat("# a comment\n", 5000) + "forest \"x\" {}\nuser_mailbox \"a\" {\n  home = \"x\"\n  email_addresses = [\n" +
		strings.Repeat("    \"smtp:a@x.com\", # one of many\n", 5000) + "  ]\n}\n"})
	expectProblems(t, problems)
	if len(config.Recipients) != 1 || len(config.Recipients[0].EmailAddresses) != 5000 {
		t.Error("a long list is not deep")
	}
}

// Problems of one file are in the order of their places.
func TestProblemsAreOrdered(t *testing.T) {
	_, problems := load(t, map[string]string{
		"b.hcl": "grant \"send_as\" {\n  recipient = \"x\"\n  delegate = \"y\"\n  z = 1\n}\nforest \"a\" { b = 1 }",
		"a.hcl": "foo {}",
	})
	expectProblems(t, problems, "a.hcl:1:1-4 Unknown block: ", "b.hcl:2:15-18 Unknown recipient: ", "b.hcl:3:14-17 Unknown recipient: ",
		"b.hcl:4:3-4 Unknown attribute: ", "b.hcl:6:14-15 Unknown attribute: ")
}

func TestSourcesOfFilesWithErrors(t *testing.T) {
	dir := folder(t, map[string]string{"a.hcl": "forest {", "b.hcl": "x"})
	config, _ := loader.Load(context.Background(), loader.Options{Paths: []string{filepath.Join(dir, "a.hcl"), "b.hcl"}, Dir: dir})
	if text, ok := config.Sources.Line("a.hcl", 1); !ok || text != "forest {" {
		t.Errorf("%q, %v", text, ok)
	}
}
