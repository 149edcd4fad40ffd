package main

import (
	"strings"
	"testing"
	"time"
)

func nowForTests() time.Time { return time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC) }

func TestSettingsFileMistakes(t *testing.T) {
	tests := map[string]struct {
		file string
		want []string
	}{
		"unknown key":             {`fail_no = "error"`, []string{`.hybridlint.hcl:1:1: error: Unknown setting`, `did you mean "fail_on"?`}},
		"unknown block":           {`rulez "HYB206" {}`, []string{`.hybridlint.hcl:1:1: error: Unknown settings block`, `did you mean "rule"?`}},
		"block for attribute":     {`enable {}`, []string{"Unknown settings block"}},
		"unknown rule":            {"disable = [\n  \"HYB206\",\n  \"HYB303\",\n]", []string{`.hybridlint.hcl:3:3: error: Unknown rule`, `did you mean "HYB302"?`}},
		"unknown rule block":      {`rule "HYB9" { severity = "note" }`, []string{`.hybridlint.hcl:1:6: error: Unknown rule`}},
		"rule without severity":   {`rule "HYB206" {}`, []string{"Missing setting"}},
		"rule with other key":     {"rule \"HYB206\" {\n  severty = \"note\"\n}", []string{".hybridlint.hcl:2:3", `did you mean "severity"?`, "Missing setting"}},
		"rule with block":         {"rule \"HYB206\" {\n  severity = \"note\"\n  x {}\n}", []string{".hybridlint.hcl:3:3: error: Unknown settings block"}},
		"rule turned off":         {"rule \"HYB206\" { severity = \"off\" }", []string{"Unknown severity", "name it in disable"}},
		"two labels":              {`rule "HYB206" "x" {}`, []string{"Wrong number of labels"}},
		"rule twice":              {"rule \"HYB206\" { severity = \"note\" }\nrule \"automapping-cross-premises\" { severity = \"error\" }", []string{".hybridlint.hcl:2:1: error: Duplicate rule block", "line 1"}},
		"wrong type":              {`fold = "many"`, []string{".hybridlint.hcl:1:8: error: Wrong type"}},
		"negative":                {`fold = -1`, []string{"0 or more"}},
		"fraction":                {`fold = 1.5`, []string{"0 or more"}},
		"huge":                    {`fold = 1e99`, []string{"0 or more"}},
		"no list":                 {`enable = "HYB302"`, []string{"list of strings"}},
		"element":                 {`enable = [302]`, []string{".hybridlint.hcl:1:11"}},
		"null":                    {`fail_on = null`, []string{"a string in quotes"}},
		"expression":              {`fail_on = "${"error"}"`, []string{"a string in quotes"}},
		"loop":                    {`enable = [for a in [1]: "HYB302"]`, []string{"list of strings"}},
		"severity":                {`fail_on = "eror"`, []string{"Unknown severity", `did you mean "error"?`}},
		"profile":                 {`profiles = ["extend"]`, []string{"Unknown profile", `did you mean "extended"?`}},
		"pattern":                 {`exclude = ["[a"]`, []string{"Invalid pattern"}},
		"own policies":            {`policies = "rules"`, []string{":1:12: error: Wrong type of setting", "list of strings"}},
		"own policies nowhere":    {`policies = ["rules", ""]`, []string{":1:22: error: Invalid folder"}},
		"unknown limit":           {"limits {\n  rule_second = 1\n}", []string{":2:3: error: Unknown limit", `did you mean "rule_seconds"?`}},
		"limit that is none":      {"limits {\n  rule_seconds = 0\n  memory_mb = 1\n}", []string{":2:18: error: Limit out of range", "from 1 on, and not 0", ":3:15: error: Limit out of range", "from 64 on"}},
		"limit of another type":   {"limits {\n  run_seconds = \"long\"\n}", []string{":2:17: error: Wrong type of setting"}},
		"limit that is too large": {"limits {\n  nesting = 100000\n}", []string{":2:13: error: Limit out of range", "from 10 to 1000, and not 100000"}},
		"exceptions twice":        {"exceptions {}\nexceptions {}", []string{":2:1: error: Duplicate exceptions block", "line 1"}},
		"exceptions with a label": {"exceptions \"x\" {}", []string{":1:1: error: Wrong number of labels"}},
		"unknown in exceptions":   {"exceptions {\n  max_day = 1\n  limits {}\n}", []string{":2:3: error: Unknown setting", `did you mean "max_days"?`, ":3:3: error: Unknown settings block"}},
		"wrong in exceptions": {"exceptions {\n  require = [\"expiry\"]\n  max_days = 0\n  files = []\n  comments = \"no\"\n  warn_days = -1\n  from = \"bass\"\n}", []string{
			":2:14: error: Unknown attribute", ":3:14: error: Setting out of range", ":4:11: error: Empty list", ":5:14: error: Wrong type of setting", ":6:15: error: Wrong type of setting",
			":7:10: error: Unknown value", `did you mean "base"?`}},
		"limits twice":          {"limits {}\nlimits {}", []string{":2:1: error: Duplicate limits block", "line 1"}},
		"limits with a label":   {"limits \"x\" {}", []string{"Wrong number of labels"}},
		"block in limits":       {"limits {\n  rule {}\n}", []string{":2:3: error: Unknown settings block"}},
		"unknown block, limits": {"limit {}", []string{`did you mean "limits"?`}},
		"on and off":            {"enable = [\"HYB302\"]\ndisable = [\"hyb302\"]", []string{"enabled and disabled", ".hybridlint.hcl:1:11", ".hybridlint.hcl:2:12"}},
		"syntax":                {"fail_on = \n", []string{".hybridlint.hcl:1:11"}},
		"attribute twice":       {"fold = 1\nfold = 2", []string{".hybridlint.hcl:2:1"}},
		"columns":               {`disable = ["🐒é", "HYB9"]`, []string{".hybridlint.hcl:1:18"}},
		"all at once":           {"fail_no = 1\nfold = \"x\"\nexclude = 1", []string{":1:1: ", ":2:8: ", ":3:11: "}},
		"too deep":              {"fold = " + strings.Repeat("[", 50_000), []string{"nested too deeply"}},
		"too deep in templates": {"fold = " + strings.Repeat(`"${`, 20_000), []string{"nested too deeply"}},
		"operators":             {"fold = " + strings.Repeat("!", 60_000), []string{"nested too deeply"}},
		"too large":             {strings.Repeat("# comment\n", 10_000), []string{"too large"}},
		"an escape":             {"\x1b[31m = 1", []string{`\x1b`}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			for _, command := range []string{"check", "settings"} {
				got := runIn(t, &fakeLinter{files: 1}, map[string]string{settingsFileName: test.file}, command)
				if got.status != ExitUsage || got.stdout != "" {
					t.Errorf("status %d and %q, want %d", got.status, got.stdout, ExitUsage)
				}
				for _, want := range test.want {
					if !strings.Contains(got.stderr, want) {
						t.Errorf("%q is not in:\n%s", want, got.stderr)
					}
				}
				if strings.Contains(got.stderr, "\x1b") {
					t.Error("an escape sequence is written as it is")
				}
			}
		})
	}
}

func TestSettingsAreFoundUpwards(t *testing.T) {
	files := map[string]string{settingsFileName: `fold = 7`, "a/b/x.txt": "", "c/" + settingsFileName: "fold = 8"}
	root := folder(t, files)
	for directory, want := range map[string]string{"": "fold    = 7 # .hybridlint.hcl:1:8", "/a/b": "fold    = 7 # ../../.hybridlint.hcl:1:8", "/c": "fold    = 8 # .hybridlint.hcl:1:8"} {
		got := runInFolder(t, &fakeLinter{}, root+directory, "settings")
		if !strings.Contains(got.stdout, want) {
			t.Errorf("%s: %q is not in\n%s%s", directory, want, got.stdout, got.stderr)
		}
	}
	if got := runInFolder(t, &fakeLinter{}, root+"/a", "settings", "--config", "../c/.hybridlint.hcl"); !strings.Contains(got.stdout, "fold    = 8 # ../c/.hybridlint.hcl:1:8") {
		t.Errorf("%+v", got)
	}
}

func TestSettingsSayWhereTheyComeFrom(t *testing.T) {
	files := map[string]string{settingsFileName: `fail_on  = "warning"
fold     = 10
enable   = ["send-as-missing-on-other-side"]
disable  = ["HYB206"]
exclude  = ["archive/**", "# \"odd\" $${name}"]
rule "hyb302" { severity = "note" }
policies = ["./house"]
limits {
 memory_mb = 512
}
exceptions {
  require  = ["owner"]
  max_days = 180
  comments = false
}
`}
	got := runIn(t, &fakeLinter{}, files, "settings", "--fold", "0", "--profile", "extended", "--policies", "more", "--policies", "house", "--limit", "rule_seconds=60")
	want := `# .hybridlint.hcl
fail_on = "warning" # .hybridlint.hcl:1:12
fold    = 0 # --fold
profiles = [
  "default", # default
  "extended", # --profile
]
enable = [
  "HYB302", # .hybridlint.hcl:3:13
]
disable = [
  "HYB206", # .hybridlint.hcl:4:13
]
exclude = [
  "archive/**", # .hybridlint.hcl:5:13
  "# \"odd\" $${name}", # .hybridlint.hcl:5:27
]
policies = [
  "house", # .hybridlint.hcl:7:13
  "more", # --policies
]

limits {
  compile_seconds  = 60 # default
  rule_seconds     = 60 # --limit
  run_seconds      = 300 # default
  memory_mb        = 512 # .hybridlint.hcl:9:14
  nesting          = 250 # default
  expression_words = 1000 # default
  expression_steps = 500000 # default
  steps            = 500000 # default
  elements         = 250000 # default
  text_kb          = 1024 # default
  block_words      = 1000000 # default
  block_mb         = 16 # default
  blocks           = 10000000 # default
  forests          = 100 # default
  memberships      = 10000000 # default
  locals           = 10000 # default
  problems         = 10000 # default
  file_mb          = 256 # default
  files            = 100000 # default
  total_mb         = 4096 # default
}

exceptions {
  require = [
    "owner", # .hybridlint.hcl:12:15
  ]
  max_days  = 180 # .hybridlint.hcl:13:14
  warn_days = 0 # default
  comments  = false # .hybridlint.hcl:14:14
  from      = "head" # default
}

rule "HYB302" {
  severity = "note" # .hybridlint.hcl:6:28
}
`
	if got.stdout != want || got.status != ExitClean {
		t.Errorf("status %d, got\n%s%s\nwant\n%s", got.status, got.stdout, got.stderr, want)
	}
	again := runIn(t, &fakeLinter{}, map[string]string{settingsFileName: got.stdout}, "settings")
	if again.status != ExitClean || len(strings.Split(again.stdout, "\n")) != len(strings.Split(want, "\n")) {
		t.Errorf("what was printed is no settings file:\n%s%s", again.stdout, again.stderr)
	}
}

func TestSettingsWithoutAFile(t *testing.T) {
	got := runIn(t, &fakeLinter{}, nil, "settings")
	if got.status != ExitClean || !strings.Contains(got.stdout, `fail_on = "error" # default`) || !strings.Contains(got.stdout, "fold    = 50 # default") {
		t.Errorf("%+v", got)
	}
}

// A flag beats the file rule by rule: who turns one more rule off does not turn the others on again.
func TestFlagsBeatTheFile(t *testing.T) {
	files := map[string]string{settingsFileName: "disable = [\"HYB206\", \"HYB302\"]\nprofiles = [\"verbose\"]"}
	got := runIn(t, &fakeLinter{}, files, "settings", "--enable", "HYB302", "--profile", "default")
	for _, want := range []string{"enable = [\n  \"HYB302\", # --enable\n]", "disable = [\n  \"HYB206\", # .hybridlint.hcl:1:12\n]", "profiles = [\n  \"default\", # default\n]"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("%q is not in\n%s", want, got.stdout)
		}
	}
}

func FuzzSettings(f *testing.F) {
	f.Add("fold = 1\nrule \"HYB206\" { severity = \"note\" }\n")
	f.Add("enable = [\"HYB302\", <<X\nHYB206\nX\n]")
	f.Fuzz(func(t *testing.T, source string) {
		f := newSettingsFile(settingsFileName, []byte(source))
		f.read(fakeRules())
		for _, p := range f.problems {
			if p.Summary == "" || p.Detail == "" {
				t.Errorf("%+v does not say what to do", p)
			}
		}
		if len(f.problems) > 0 {
			return
		}
		again := newSettingsFile(settingsFileName, []byte(f.settings.String()))
		if again.read(fakeRules()); len(again.problems) > 0 {
			t.Errorf("what was printed is no settings file: %v\n%s", again.problems, f.settings)
		}
	})
}
