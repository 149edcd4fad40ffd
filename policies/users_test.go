package policies

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/metadata"
	"hybridlint/policies/userrules"
	"hybridlint/report"
	textreport "hybridlint/report/text"
	"hybridlint/testdata/organization"
)

// ownRule is a rule of the user's own as it should be: soundRule in another place, with another condition.
func ownRule(condition string) string {
	text := strings.NewReplacer("package hybridlint.family.something_wrong", "package contoso.something_wrong", "XYZ101", "CON101").Replace(soundRule)
	return strings.Replace(text, "\tinput.entry.clients.owa", "\t"+condition, 1)
}

const (
	ownRuleFile    = "contoso/something_wrong.rego"
	soundCondition = "input.entry.clients.owa"
)

func ownFolder(files map[string]string) userrules.Folder {
	system := fstest.MapFS{}
	for name, text := range files {
		system[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return userrules.Folder{Name: "house", Files: system}
}

func programCatalog(t testing.TB) *Catalog {
	t.Helper()
	c, err := NewCatalog()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func withOwn(t testing.TB, files map[string]string) *Catalog {
	t.Helper()
	c, err := programCatalog(t).With(context.Background(), []userrules.Folder{ownFolder(files)}, engine.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func told(problems []report.Problem) string {
	var b strings.Builder
	if err := textreport.WriteProblems(&b, problems, nil, false); err != nil {
		panic(err)
	}
	return b.String()
}

func findingsOf(result *Result) []string {
	var findings []string
	for _, f := range result.Findings {
		findings = append(findings, fmt.Sprintf("%s %s %s:%d %s", f.Rule.ID, f.Severity, f.Location.File, f.Location.Start.Line, f.Message))
	}
	return findings
}

func TestOwnRuleRuns(t *testing.T) {
	c := withOwn(t, map[string]string{
		ownRuleFile: ownRule("true"), "contoso/something_wrong_test.rego": "package is not read",
		"testdata/rules/CON101/bad.hcl": "grant {} # want CON101 warning\n", "testdata/rules/CON101/good.hcl": "good", ".git/x.rego": "not read either",
	})
	if len(c.Problems()) > 0 {
		t.Fatal(told(c.Problems()))
	}
	rule, ok := c.Find("con101")
	if !ok || rule.Name != "something-wrong" || rule.Family != "contoso" || rule.Bad.HCL != "grant {}\n" || rule.Good.HCL != "good" ||
		rule.HelpURI() != "https://learn.microsoft.com/exchange/permissions" {
		t.Errorf("%+v", rule)
	}
	if !slices.Contains(c.Rules(), rule) {
		t.Error("the rule is not listed")
	}
	result := c.Check(context.Background(), smallModel(), Options{})
	want := "CON101 warning -:7 sales and amy: it is old"
	if !result.Complete || !slices.Contains(findingsOf(result), want) {
		t.Errorf("%v, want %s\n%s", findingsOf(result), want, told(result.Problems))
	}
}

// TestOwnMistakes: each mistake has its place and says what to do, such a rule does not run, and those of the program do.
func TestOwnMistakes(t *testing.T) {
	const place = "house/" + ownRuleFile
	sound := ownRule(soundCondition)
	tests := map[string]struct {
		old, new string
		want     []string
	}{
		"syntax":                 {"finding contains", "finding contain", []string{place + ":27:", "error: Invalid policy"}},
		"misspelt fact":          {soundCondition, "input.entry.client.owa", []string{place + ":29:2: error: Invalid policy", "Undefined ref: input.entry.client.owa", "Did you mean input.entry.clients", "hybridlint facts"}},
		"misspelt word":          {`"full_access"`, `"ful_access"`, []string{place + ":28:2: error: Word that no fact has", "never \"ful_access\"", "full_access, send_as"}},
		"wrong type":             {soundCondition, `input.entry.inherited == "yes"`, []string{place + ":29:2:", "Match error", "left : boolean right : string"}},
		"unsafe variable":        {soundCondition, "x", []string{place + ":29:2:", "Var x is unsafe", "declare it with some"}},
		"network":                {soundCondition, `http.send({"method": "get", "url": "https://contoso.com"})`, []string{place + ":29:2:", "http.send", "no policy gets it here"}},
		"schema from elsewhere":  {soundCondition, `json.match_schema({}, {"$ref": "https://contoso.com/x.json"})[0]`, []string{"no policy gets it here"}},
		"environment":            {soundCondition, "opa.runtime().env", []string{"no policy gets it here"}},
		"clock":                  {soundCondition, "time.now_ns() > 0", []string{"no policy gets it here"}},
		"zone of the machine":    {soundCondition, `time.date([1, "Local"]) == [1970, 1, 1]`, []string{"no policy gets it here"}},
		"chance":                 {soundCondition, `rand.intn("x", 3) > 1`, []string{"no policy gets it here"}},
		"invented function":      {soundCondition, `send_mail("x")`, []string{"neither a built-in function of OPA nor defined"}},
		"trace":                  {soundCondition, `trace("x")`, []string{"no policy gets it here"}},
		"print":                  {soundCondition, `print("x")`, []string{place + ":29:2: error: Policy that prints"}},
		"no finding":             {"finding contains", "findings contains", []string{place + ":23:1: error: No findings", "write finding contains"}},
		"no metadata":            {"# METADATA\n", "#\n", []string{place + ":23:1: error: Missing METADATA", "hybridlint new-rule"}},
		"metadata is no YAML":    {"# title: Something", "# title: [Something", []string{place + ":", "error: Invalid policy", "METADATA is YAML"}},
		"unknown key":            {"#   fold: recipient", "#   fold: recipient\n#   colour: red", []string{place + ":23:5: error: Invalid METADATA", `unknown field "colour"`, "hybridlint help metadata"}},
		"misspelt key":           {"severity: warning", "severty: warning", []string{place + ":11:5: error: Invalid METADATA", `Did you mean "severity"?`}},
		"wrong type of a key":    {"scopes: [grant]", "scopes: grant", []string{place + ":12:5: error: Invalid METADATA"}},
		"two mistakes":           {"severity: warning\n#   scopes: [grant]", "severity: bad\n#   scopes: [grants]", []string{place + ":11:5: error", `severity "bad"`, place + ":12:5: error", `scope "grants"`}},
		"id of the program":      {"CON101", "HYB302", []string{place + ":10:5: error: Invalid METADATA", "begin with HYB belong to the program"}},
		"another id of it":       {"CON101", "HYBRID101", []string{"begin with HYB belong to the program"}},
		"no schema":              {"# schemas:\n# - input: schema.entry\n", "", []string{"- input: schema.entry"}},
		"another schema":         {"input: schema.entry", "input: schema.forest", []string{place + ":7:3: error: Invalid METADATA", "- input: schema.entry"}},
		"inline schema":          {"- input: schema.entry", "- input: {type: object}", []string{place + ":7:3: error: Invalid METADATA"}},
		"placeholder":            {"{recipient} and", "{mailbox} and", []string{place + ":14:5: error", "placeholder {mailbox}"}},
		"control character":      {"It works partly.", `"a\e[31mb"`, []string{place + ":13:5: error", "control character"}},
		"package":                {"package contoso", "package fabrikam", []string{place + ":23:1: error: Package in the wrong place", "asks for package contoso.something_wrong"}},
		"package of the program": {"package contoso", "package hybridlint.send_as", []string{"Package in the wrong place"}},
		"replaces the program's": {"#   fold: recipient", "#   fold: recipient\n#   supersedes: [HYB302]", []string{place + ":23:5: error: Invalid METADATA", "own rules only", "disable in the settings or an exception"}},
		"replaces everything":    {"#   fold: recipient", `#   fold: recipient` + "\n" + `#   supersedes: ["*"]`, []string{"own rules only"}},
		"replaces on grants":     {"#   fold: recipient", "#   fold: recipient\n#   supersedes_on: grants_of_recipient", []string{place + ":23:5:", "is for the rules of the program"}},
		"reads a rule":           {soundCondition, "count(data.hybridlint.send_as.send_as_missing_in_sender_forest.finding) > 0", []string{place + ":29:8: error: Unsound policy", "data.hybridlint.inference"}},
		"reads what is not":      {soundCondition, "data.contoso.tables.x == 1", []string{place + ":29:2: error: Unsound policy", "not defined", "write tables into a policy"}},
		"inference of another":   {soundCondition, `data.hybridlint.inference.recipient.object_exists == "yes"`, []string{place + ":29:2: error: Unsound policy", "the input entry does not have"}},
		"a long mistake":         {soundCondition, "input" + strings.Repeat(".a", 1_000), []string{place + ":29:2:", ".a.a…. The command"}},
		"nested":                 {soundCondition, "x := " + strings.Repeat("[", 100) + strings.Repeat("]", 100), []string{place + ":29:2: error: Policy nested too deeply"}},
		"large":                  {soundCondition, "true\n# " + strings.Repeat("x", 64<<10), []string{place + ":1:1: error: Unreadable policy", "more than 64 kB"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(sound, test.old, test.new, 1)
			if text == sound {
				t.Fatalf("%q is not in the rule", test.old)
			}
			c := withOwn(t, map[string]string{ownRuleFile: text})
			for _, want := range test.want {
				if !strings.Contains(told(c.Problems()), want) {
					t.Errorf("%q is not in\n%s", want, told(c.Problems()))
				}
			}
			result := c.Check(context.Background(), smallModel(), Options{})
			for _, r := range result.Rules {
				if !strings.HasPrefix(r.ID, "HYB") {
					t.Errorf("%s ran", r.ID)
				}
			}
			if len(result.Rules) == 0 {
				t.Error("the rules of the program did not run")
			}
		})
	}
}

// TestOwnFolders: what lies elsewhere than rules do is told, and no file is skipped in silence.
func TestOwnFolders(t *testing.T) {
	sound := ownRule(soundCondition)
	tests := map[string]struct {
		files map[string]string
		want  string
	}{
		"nothing":               {map[string]string{"README.md": "x"}, "There is no rule in the folder"},
		"at the top":            {map[string]string{"something_wrong.rego": sound}, "house/something_wrong.rego:1:1: error: Policy in the wrong place"},
		"too deep":              {map[string]string{"a/contoso/something_wrong.rego": sound}, "Policy in the wrong place"},
		"family of the program": {map[string]string{"hybridlint/something_wrong.rego": sound}, "Wrong name of a folder"},
		"family":                {map[string]string{"Contoso/something_wrong.rego": sound}, "Wrong name of a folder"},
		"name like an id":       {map[string]string{"contoso/hyb302.rego": sound}, "Wrong name of a policy"},
		"a rule as inference":   {map[string]string{"inference/something.rego": strings.Replace(sound, "contoso.something_wrong", "inference.something", 1)}, "Rule in the wrong place"},
		"name of the program's": {map[string]string{"contoso/automapping_cross_premises.rego": strings.Replace(sound, "something_wrong", "automapping_cross_premises", 1)}, "automapping-cross-premises is taken by a rule of the program"},
		"the same id":           {map[string]string{ownRuleFile: sound, "contoso/other_thing.rego": strings.Replace(sound, "something_wrong", "other_thing", 1)}, "CON101 is taken by house/contoso/other_thing.rego"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := told(withOwn(t, test.files).Problems()); !strings.Contains(got, test.want) {
				t.Errorf("%q is not in\n%s", test.want, got)
			}
		})
	}
}

// TestOwnLinks: a link to a file in the folder is as good as the file; any other is told.
func TestOwnLinks(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{"outside/other_rule.rego": "package x", "house/contoso/something_wrong.rego": ownRule(soundCondition), "house/real/README.md": "x"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(root, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"contoso/same_file.rego": "something_wrong.rego", "contoso/other_rule.rego": "../../outside/other_rule.rego", "away": "../outside", "near": "real"} {
		if err := os.Symlink(filepath.FromSlash(to), filepath.Join(root, "house", link)); err != nil {
			t.Skip(err)
		}
	}
	inside, err := os.OpenRoot(filepath.Join(root, "house"))
	if err != nil {
		t.Fatal(err)
	}
	defer inside.Close()
	c, err := programCatalog(t).With(context.Background(), []userrules.Folder{{Name: "house", Files: inside.FS()}}, engine.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got := told(c.Problems())
	for _, want := range []string{"house/contoso/other_rule.rego is a link", "house/away is a link", "house/near is a link", "house/contoso/same_file.rego:23:1: error: Package in the wrong place"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Count(got, "error: ") != 4 {
		t.Errorf("told:\n%s", got)
	}
}

// TestOneMistakeSparesTheOthers: a policy with a mistake keeps those from running that need it, and no others.
func TestOneMistakeSparesTheOthers(t *testing.T) {
	other := func(name, id, condition string) string {
		return strings.NewReplacer("something_wrong", name, "CON101", id).Replace(ownRule(condition))
	}
	c := withOwn(t, map[string]string{
		"contoso/good_rule.rego":   other("good_rule", "CON101", "data.inference.sound.yes"),
		"contoso/bad_rule.rego":    other("bad_rule", "CON102", "input.entry.client"),
		"contoso/needs_bad.rego":   other("needs_bad", "CON103", "data.inference.unsound.yes"),
		"inference/sound.rego":     "package inference.sound\n\nyes if input.entry.clients.owa\n\nyes if true\n",
		"inference/unsound.rego":   "package inference.unsound\n\nyes if y\n",
		"contoso/needs_whole.rego": other("needs_whole", "CON104", "data.inference.whole.yes"),
		"inference/whole.rego":     "package inference.whole\n\nyes if count(input.entry) > 0\n",
	})
	var ran []string
	for _, r := range c.Check(context.Background(), smallModel(), Options{}).Rules {
		if !strings.HasPrefix(r.ID, "HYB") {
			ran = append(ran, r.ID)
		}
	}
	if !slices.Equal(ran, []string{"CON101"}) {
		t.Errorf("%v ran\n%s", ran, told(c.Problems()))
	}
	for _, want := range []string{"house/contoso/bad_rule.rego:29:2", "house/inference/unsound.rego:3:8", "house/contoso/needs_bad.rego:29:2", "house/inference/whole.rego:3:14"} {
		if !strings.Contains(told(c.Problems()), want) {
			t.Errorf("%q is not in\n%s", want, told(c.Problems()))
		}
	}
	for _, id := range []string{"CON102", "CON103", "CON104"} {
		if _, ok := c.Find(id); !ok {
			t.Errorf("%s is not known, so settings and exceptions that name it would be wrong", id)
		}
	}
}

// TestOwnRulesChangeNothingElse: whatever rules of the user's own find, those of the program find the same.
func TestOwnRulesChangeNothingElse(t *testing.T) {
	rule := func(name, id, scope, schema, more string) string {
		return strings.NewReplacer("something_wrong", name, "CON101", id, "scopes: [grant]", "scopes: ["+scope+"]", "schema.entry", "schema."+schema,
			"{recipient} and {delegate}: {cause}", "{cause}", "#   fold: recipient", "#   fold: rule"+more,
			"    command: Get-Mailbox -Identity {recipient}\n#     when: {acting.side: cloud}", "    text: Mend it.",
			"where: recipient_home", "where: outlook", "\tinput.entry.permission == \"full_access\"\n", "").Replace(ownRule("true"))
	}
	c := withOwn(t, map[string]string{
		"contoso/every_grant.rego":     rule("every_grant", "CON101", "grant, folder_grant, outlook_delegate, derived_grant, batch_entry", "entry", "\n#   supersedes: [CON102]"),
		"contoso/other_grant.rego":     rule("other_grant", "CON102", "grant", "entry", ""),
		"contoso/every_recipient.rego": rule("every_recipient", "CON103", "recipient", "recipient", ""),
		"contoso/every_forest.rego":    rule("every_forest", "CON104", "forest", "forest", ""),
		"contoso/every_batch.rego":     rule("every_batch", "CON105", "migration_batch", "migration_batch", ""),
	})
	if len(c.Problems()) > 0 {
		t.Fatal(told(c.Problems()))
	}
	program, all := programCatalog(t), []report.Profile{report.ExtendedProfile, report.VerboseProfile}
	fired := map[string]bool{}
	for seed := range uint64(12) {
		config := randomModel(t, seed)
		want := findingsOf(program.Check(context.Background(), config, Options{Profiles: all}))
		var got []string
		for _, f := range findingsOf(c.Check(context.Background(), config, Options{Profiles: all})) {
			if strings.HasPrefix(f, report.ProgramPrefix) {
				got = append(got, f)
			}
			fired[f[:len("CON101")]] = true
		}
		if !slices.Equal(got, want) {
			t.Errorf("seed %d: found %v, and without the user's own rules %v", seed, got, want)
		}
	}
	for _, id := range []string{"CON101", "CON103", "CON104", "CON105"} {
		if !fired[id] {
			t.Errorf("%s never fired", id)
		}
	}
}

func randomModel(t *testing.T, seed uint64) *model.Model {
	t.Helper()
	config, problems := loader.Load(context.Background(), loader.Options{Documents: []loader.Document{{Name: "a.hcl", Text: organization.Random(seed).String()}}})
	if len(problems) > 0 {
		t.Fatal(told(problems))
	}
	return config
}

// TestOwnIsNotReplaced: a rule of the program that replaces all others knows nothing of the user's own.
func TestOwnIsNotReplaced(t *testing.T) {
	all := &metadata.Rule{Rule: &report.Rule{ID: "HYB801"}, Metadata: &metadata.Metadata{}, Superseded: map[string]bool{"*": true}}
	if !all.Replaces(&metadata.Rule{Rule: &report.Rule{ID: "HYB301"}}) || all.Replaces(&metadata.Rule{Rule: &report.Rule{ID: "CON101"}, OfUser: true}) {
		t.Error("* means the rules of the program, and no others")
	}
}
