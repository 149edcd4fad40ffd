package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestNewRuleNeedsSense(t *testing.T) {
	files := map[string]string{"policies/send_as/x.rego": "", "testdata/rules/x": ""}
	tests := map[string]struct {
		arguments []string
		want      string
	}{
		"family":       {[]string{"send_at", "a-new-rule"}, `did you mean "send_as"?`},
		"name":         {[]string{"send_as", "A new rule"}, "joined by dashes"},
		"one word":     {[]string{"send_as", "rule"}, "joined by dashes"},
		"a path":       {[]string{"send_as", "../../etc-x"}, "joined by dashes"},
		"taken":        {[]string{"send_as", "automapping_cross_premises"}, "already"},
		"one argument": {[]string{"send_as"}, "a family and a name"},
		"elsewhere":    {[]string{"full_access", "a-new-rule"}, "no folder policies/full_access"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := runIn(t, &fakeLinter{}, files, append([]string{"new-rule"}, test.arguments...)...)
			if got.status != ExitUsage || !strings.Contains(got.stderr, test.want) {
				t.Errorf("%+v, want %q", got, test.want)
			}
		})
	}
}

func TestNewRuleNeverWritesOver(t *testing.T) {
	root := folder(t, map[string]string{"policies/send_as/a_new_rule.rego": "mine"})
	if got := runInFolder(t, &fakeLinter{}, root, "new-rule", "send_as", "a-new-rule"); got.status != ExitIncomplete {
		t.Errorf("%+v", got)
	}
	if content, _ := os.ReadFile(filepath.Join(root, "policies/send_as/a_new_rule.rego")); string(content) != "mine" {
		t.Errorf("%s", content)
	}
}

func TestFreeID(t *testing.T) {
	rules := ruleSet{{ID: "HYB302", Family: "send_as"}, {ID: "HYB309", Family: "send_as"}, {ID: "HYB199", Family: "topology"}, {ID: "HYB003", Family: "configuration"}}
	for family, want := range map[string]string{"send_as": "HYB310", "topology": "", "configuration": "HYB004"} {
		if got, err := rules.freeID(family); got != want || (err != nil) != (want == "") {
			t.Errorf("%s: %q, %v", family, got, err)
		}
	}
}

// TestNewRuleWorks writes a rule into a copy of the project and runs the tests of the rules there.
func TestNewRuleWorks(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the rules anew")
	}
	root := t.TempDir()
	for _, part := range []string{"report", "loader", "policies", "testdata"} {
		if err := os.CopyFS(filepath.Join(root, part), os.DirFS(filepath.Join("../..", part))); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"go.mod", "go.sum"} {
		content, err := os.ReadFile(filepath.Join("../..", file))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, file), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got := runInFolder(t, newLinter(), root, "new-rule", "full_access", "full-access-by-legacy-name")
	files := strings.Fields(got.stdout)
	if got.status != ExitClean || len(files) != 4 {
		t.Fatalf("%+v", got)
	}
	id := filepath.Base(filepath.Dir(files[len(files)-1]))
	run := exec.Command("go", "test", "./policies", "-trimpath", "-vet=off", "-count=1", "-v",
		"-run", "^(TestRego|TestPoliciesAreFormatted|TestRulesBesideTests|TestWordsOfEnumerations|TestFixturesAndRules|TestFixtures)$/^("+id+")?$")
	run.Dir = root
	output, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	for _, ran := range []string{"--- PASS: TestRego", "--- PASS: TestPoliciesAreFormatted", "--- PASS: TestFixturesAndRules", "--- PASS: TestFixtures/" + id + "/bad"} {
		if !strings.Contains(string(output), ran) {
			t.Errorf("%q is not in\n%s", ran, output)
		}
	}
}
