package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// repository is a Git repository that the real git makes.
type repository struct {
	*testing.T
	dir string
}

// newRepository has these files in its first commit, on main, and a branch change that begins there.
func newRepository(t *testing.T, files map[string]string) *repository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git to make repositories with")
	}
	r := &repository{t, folder(t, files)}
	r.git("init", "-q", "-b", "main")
	r.commit("base")
	r.git("checkout", "-qb", "change")
	return r
}

func (r *repository) git(arguments ...string) string {
	r.Helper()
	c := exec.Command("git", arguments...)
	c.Dir = r.dir
	c.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + r.dir, "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@contoso.com",
		"GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@contoso.com", "GIT_ALLOW_PROTOCOL=file"}
	out, err := c.CombinedOutput()
	if err != nil {
		r.Fatalf("git %q: %v\n%s", arguments, err, out)
	}
	return strings.TrimSpace(string(out))
}

func (r *repository) commit(message string) {
	r.Helper()
	r.git("add", "-A")
	r.git("commit", "-qm", message, "--allow-empty")
}

func (r *repository) write(name, text string) {
	r.Helper()
	file := filepath.Join(r.dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		r.Fatal(err)
	}
}

// edit replaces a text of a file, which must be there once.
func (r *repository) edit(name, old, with string) {
	r.Helper()
	text, err := os.ReadFile(filepath.Join(r.dir, name))
	if err != nil || strings.Count(string(text), old) != 1 {
		r.Fatalf("%s has %q %d times: %v", name, old, strings.Count(string(text), old), err)
	}
	r.write(name, strings.Replace(string(text), old, with, 1))
}

func (r *repository) check(arguments ...string) outcome {
	r.Helper()
	return runInFolder(r.T, newLinter(), r.dir, append([]string{"check"}, arguments...)...)
}

// comparedJSON is what the tests read of a report with a base.
type comparedJSON struct {
	Complete bool
	Summary  struct {
		Errors, Warnings, Notes, Suppressed int
		Change                              struct{ New, Worse, Better, Unchanged, Fixed int }
	}
	Base    struct{ Revision, File string }
	Relaxed []struct {
		What    string
		WouldBe *struct{ Errors, Warnings, Notes int } `json:"would_be"`
	}
	Changes map[string][]struct {
		Change, Name, Text string
		Hides              int
	}
	Fixed    []struct{ Rule, Subject string }
	Findings []findingJSON
}

type findingJSON struct {
	Rule, Subject, Change, Severity string
	Location                        struct{ File string }
	Because                         []struct{ Message string }
}

func (r *repository) compared(want int, arguments ...string) comparedJSON {
	r.Helper()
	out := r.check(append(arguments, "--format", "json")...)
	var c comparedJSON
	if err := json.Unmarshal([]byte(out.stdout), &c); err != nil || out.status != want {
		r.Fatalf("%q: status %d, want %d: %v\n%s%.4000s", arguments, out.status, want, err, out.stderr, out.stdout)
	}
	return c
}

// crowded is an organization with 300 findings that fail: nobody's Send As is on the side of the mailbox.
func crowded() map[string]string {
	var people, grants strings.Builder
	people.WriteString("tenant \"contoso\" {}\nforest \"corp\" {\n  exchange_version = \"2019\"\n}\n")
	for i := range 300 {
		fmt.Fprintf(&people, "shared_mailbox \"shared%d@contoso.com\" {\n  home = \"corp\"\n}\nuser_mailbox \"user%d@contoso.com\" {\n  home           = \"cloud\"\n  provisioned_by = \"migration\"\n}\n", i, i)
		fmt.Fprintf(&grants, "grant \"send_as\" {\n  recipient  = \"shared%d@contoso.com\"\n  delegate   = \"user%d@contoso.com\"\n  present_in = [\"corp\"]\n}\n", i, i)
	}
	people.WriteString("user_mailbox \"amy@contoso.com\" { # amy\n  home = \"corp\"\n}\nshared_mailbox \"sales@contoso.com\" { # sales\n  home = \"corp\"\n}\n")
	return map[string]string{
		"people/all.hcl": people.String(), "grants/old.hcl": grants.String(),
		"grants/sales.hcl": "grant \"send_as\" {\n  recipient  = \"sales@contoso.com\"\n  delegate   = \"amy@contoso.com\"\n  present_in = [\"corp\"]\n}\n",
	}
}

const movedAmy = "user_mailbox \"amy@contoso.com\" { # amy\n  home           = \"cloud\"\n  provisioned_by = \"migration\"\n}"
const amyAtHome = "user_mailbox \"amy@contoso.com\" { # amy\n  home = \"corp\"\n}"

// TestChangeOfACrowdedRepository: what was wrong before fails no change; what a change breaks does, wherever it is, and whatever
// the change says about the rules.
func TestChangeOfACrowdedRepository(t *testing.T) {
	r := newRepository(t, crowded())
	before := r.check("--format", "json")
	if before.status != ExitFindings || strings.Count(before.stdout, `"rule":"HYB302"`) < 300 {
		t.Fatalf("status %d, %d findings", before.status, strings.Count(before.stdout, `"rule":`))
	}
	r.write("people/new.hcl", "user_mailbox \"new@contoso.com\" {\n  home = \"corp\"\n}\n")
	r.commit("harmless")
	if c := r.compared(ExitClean, "--base", "main"); c.Summary.Change.New != 0 || c.Summary.Change.Unchanged < 300 || len(c.Changes["recipients"]) != 1 {
		t.Errorf("a harmless change: %+v %+v", c.Summary, c.Changes)
	}
	r.edit("people/all.hcl", amyAtHome, movedAmy)
	r.commit("move")
	broken := func(c comparedJSON) {
		t.Helper()
		found := false
		for _, f := range c.Findings {
			if f.Change != "new" || f.Rule != "HYB302" {
				continue
			}
			found = true
			if f.Location.File != "grants/sales.hcl" || len(f.Because) == 0 || !strings.Contains(f.Because[0].Message, "amy@contoso.com now lives in the cloud") {
				t.Errorf("%+v", f)
			}
		}
		if !found {
			t.Errorf("the broken grant is not named: %+v", c.Summary)
		}
	}
	broken(r.compared(ExitFindings, "--base", "main"))
	r.write(".hybridlint.hcl", "disable = [\"HYB302\"]\n")
	r.commit("switch the rule off")
	c := r.compared(ExitFindings, "--base", "main")
	broken(c)
	if len(c.Relaxed) != 1 || !strings.Contains(c.Relaxed[0].What, "HYB302") || c.Relaxed[0].WouldBe == nil || c.Relaxed[0].WouldBe.Errors != c.Summary.Errors-301 {
		t.Errorf("what it relaxes: %+v, errors %d", c.Relaxed, c.Summary.Errors)
	}
	for _, format := range []string{"text", "markdown", "github", "azure"} {
		out := r.check("--base", "main", "--format", format)
		if out.status != ExitFindings || !strings.Contains(out.stdout, "HYB302") || !strings.Contains(out.stdout, "amy") || strings.Contains(out.stdout, "user17@") || len(out.stdout) > 20_000 {
			t.Errorf("%s: %d\n%.3000s", format, out.status, out.stdout)
		}
	}
	if out := r.check("--base", "main", "--fail-on", "none"); out.status != ExitClean {
		t.Errorf("--fail-on none: %d", out.status)
	}
}

// oneError is a repository with one finding that fails.
func oneError() map[string]string { return map[string]string{"a.hcl": delegationWithAnError} }

func TestChangeOfExceptions(t *testing.T) {
	r := newRepository(t, oneError())
	r.write("exceptions.hcl", "exception \"HYB302\" {\n  recipient = \"sales@contoso.com\"\n  rationale = \"known\"\n}\n")
	r.edit("a.hcl", `forest "corp" {`, `forest "corp" { # hybridlint:ignore HYB101 -- no reason`)
	c := r.compared(ExitClean, "--base", "main")
	waivers := c.Changes["exceptions"]
	if len(waivers) != 2 || waivers[0].Name != "exception HYB302 on sales@contoso.com" || waivers[0].Hides != 1 || waivers[1].Name != "comment HYB101" || waivers[1].Hides != 0 {
		t.Errorf("%+v", waivers)
	}
	if c.Summary.Change.Fixed != 0 {
		t.Errorf("what is hidden is fixed: %+v", c.Summary)
	}
	for _, format := range []string{"text", "markdown", "github", "azure", "html"} {
		if out := r.check("--base", "main", "--format", format); !strings.Contains(strings.ReplaceAll(out.stdout, "`", ""), "exception HYB302 on sales@contoso.com was added, which hides 1 finding") {
			t.Errorf("%s does not say what is hidden:\n%s", format, out.stdout)
		}
	}
}

// TestSettingsOfTheBase: settings and rules are those of the base, by whatever way they are named.
func TestSettingsOfTheBase(t *testing.T) {
	files := oneError()
	files["ci/strict.settings"] = "fail_on = \"error\"\n"
	r := newRepository(t, files)
	link := filepath.Join(t.TempDir(), "settings")
	if err := os.Symlink(filepath.Join(r.dir, "ci/strict.settings"), link); err != nil {
		t.Skip(err)
	}
	r.edit("a.hcl", `delegate   = "amy@contoso.com"`, `delegate   = "bob@contoso.com"`)
	r.write("b.hcl", "user_mailbox \"bob@contoso.com\" {\n  home           = \"cloud\"\n  provisioned_by = \"migration\"\n}\n")
	r.write("ci/strict.settings", "disable = [\"HYB302\", \"HYB301\"]\n")
	r.write(".hybridlint.hcl", "exclude = [\"**\"]\n")
	r.write("outside.hcl", "")
	for name, arguments := range map[string][]string{
		"found": nil, "named": {"--config", "ci/strict.settings"}, "absolute": {"--config", filepath.Join(r.dir, "ci/strict.settings")}, "through a link": {"--config", link},
	} {
		c := r.compared(ExitFindings, append([]string{"--base", "main"}, arguments...)...)
		if len(c.Relaxed) == 0 {
			t.Errorf("%s: nothing is relaxed", name)
		}
	}
	own := filepath.Join(t.TempDir(), "own.hcl")
	if err := os.WriteFile(own, []byte("disable = [\"HYB302\", \"HYB301\"]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if c := r.compared(ExitClean, "--base", "main", "--config", own); len(c.Relaxed) > 0 {
		t.Errorf("settings outside of the repository: %+v", c.Relaxed)
	}
	if c := r.compared(ExitClean, "--base", "main", "--disable", "HYB302,HYB301"); len(c.Findings) > 0 && c.Summary.Errors > 0 {
		t.Errorf("the command line wins: %+v", c.Summary)
	}
	r.write(".hybridlint.hcl", "exclud = []\n")
	if out := r.check("--base", "main"); out.status != ExitUsage || !strings.Contains(out.stderr, "exclud") {
		t.Errorf("wrong settings: %d %s", out.status, out.stderr)
	}
}

// TestRulesOfTheBase: a change that takes a rule of the users' own away, or makes it say nothing, is judged by the rule as it was.
func TestRulesOfTheBase(t *testing.T) {
	r := newRepository(t, map[string]string{
		".hybridlint.hcl": "policies = [\"rules\"]\nfail_on = \"warning\"\n",
		"a.hcl": "tenant \"contoso\" {}\nuser_mailbox \"ann@contoso.com\" {\n  home = \"cloud\"\n}\nuser_mailbox \"ben@contoso.com\" {\n  home = \"cloud\"\n}\n" +
			"grant \"full_access\" {\n  recipient     = \"ann@contoso.com\"\n  delegate      = \"ben@contoso.com\"\n  access_method = \"automap\"\n}\n",
	})
	r.git("checkout", "-q", "main")
	if out := runInFolder(t, newLinter(), r.dir, "new-rule", "--policies", "rules", "contoso", "full-access-by-legacy-name"); out.status != ExitClean {
		t.Fatal(out.stderr)
	}
	r.commit("a rule of our own")
	const rule = "rules/contoso/full_access_by_legacy_name.rego"
	for name, disarm := range map[string]func(){
		"says nothing": func() {
			r.edit(rule, "input.entry.access_method == \"legacy_dn\"", "input.entry.access_method == \"automap\"")
		},
		"not named": func() { r.write(".hybridlint.hcl", "fail_on = \"warning\"\n") },
		"gone":      func() { r.git("rm", "-qr", "rules") },
	} {
		r.git("checkout", "-qfB", "change", "main")
		r.edit("a.hcl", "access_method = \"automap\"", "access_method = \"legacy_dn\"")
		disarm()
		c := r.compared(ExitFindings, "--base", "main")
		if !slices.ContainsFunc(c.Findings, func(f findingJSON) bool { return f.Rule == "CONTOSO101" && f.Change == "new" }) || len(c.Relaxed) == 0 {
			t.Errorf("%s: %+v, relaxes %+v", name, c.Findings, c.Relaxed)
		}
	}
}

func TestBasesThatCannotBeRead(t *testing.T) {
	r := newRepository(t, oneError())
	r.git("checkout", "-q", "main")
	r.edit("a.hcl", `forest "corp" {`, `forst "corp" {`)
	r.commit("broken")
	r.git("checkout", "-qB", "change")
	r.edit("a.hcl", `forst "corp" {`, `forest "corp" {`)
	r.commit("mended")
	if out := r.check("--base", "main"); out.status != ExitIncomplete || !strings.Contains(out.stdout, "The base is not understood") {
		t.Errorf("a broken base: %d %s", out.status, out.stdout)
	}
	shallow := filepath.Join(t.TempDir(), "shallow")
	r.git("clone", "-q", "--depth=1", "--no-single-branch", "file://"+r.dir, shallow)
	for _, test := range []struct {
		dir       string
		arguments []string
		want      string
	}{
		{shallow, []string{"--base", "origin/main"}, "fetch-depth: 0"},
		{r.dir, []string{"--base", "nothing"}, "no revision"},
		{r.dir, []string{"--base", "main", "-"}, "standard input"},
		{r.dir, []string{"--base", "main", "--from", "a.hcl"}, "--baseline"},
		{r.dir, []string{"--base", "main", "--baseline", "x"}, "baseline"},
		{r.dir, []string{"--base", "main", os.TempDir()}, "outside"},
		{r.dir, []string{"--show-unchanged"}, "--base"},
		{r.dir, []string{"--baseline", "nothing.json"}, "does not exist"},
		{r.dir, []string{"--baseline", "a.hcl"}, "no JSON"},
	} {
		if out := runInFolder(t, newLinter(), test.dir, append([]string{"check"}, test.arguments...)...); out.status != ExitUsage || !strings.Contains(out.stderr, test.want) {
			t.Errorf("%q: %d %s, want %s", test.arguments, out.status, out.stderr, test.want)
		}
	}
}

// TestMergeOfAFork: CI checks out the merge of a pull request, whose first parent is where it is to go.
func TestMergeOfAFork(t *testing.T) {
	r := newRepository(t, oneError())
	r.write("b.hcl", "user_mailbox \"bob@contoso.com\" {\n  home = \"corp\"\n}\n")
	r.commit("change")
	r.git("checkout", "-q", "main")
	r.write("c.hcl", "user_mailbox \"carl@contoso.com\" {\n  home = \"corp\"\n}\n")
	r.commit("main goes on")
	r.git("checkout", "-q", "--detach")
	r.git("merge", "-q", "--no-ff", "-m", "merge", "change")
	for _, base := range []string{"main", "HEAD^1"} {
		c := r.compared(ExitClean, "--base", base)
		if len(c.Changes["recipients"]) != 1 || c.Changes["recipients"][0].Name != "bob@contoso.com" || c.Summary.Change.New != 0 {
			t.Errorf("%s: %+v %+v", base, c.Changes, c.Summary)
		}
	}
}

// TestBaselines: an earlier report, JSON or SARIF, and a folder with an earlier configuration say the same.
func TestBaselines(t *testing.T) {
	files := crowded()
	r := newRepository(t, files)
	if out := r.check("--report", "json=old.json", "--report", "sarif=old.sarif", "--quiet", "-o", os.DevNull, "people", "grants"); out.status != ExitFindings {
		t.Fatal(out)
	}
	for name, text := range files {
		r.write("old/"+name, text)
	}
	r.edit("people/all.hcl", amyAtHome, movedAmy)
	for _, baseline := range []string{"old.json", "old.sarif", "old"} {
		c := r.compared(ExitFindings, "--baseline", baseline, "people", "grants")
		if c.Summary.Change.New == 0 || c.Summary.Change.Unchanged < 300 || c.Base.File != baseline || c.Summary.Change.Fixed != 0 {
			t.Errorf("%s: %+v %+v", baseline, c.Summary, c.Base)
		}
	}
	r.edit("people/all.hcl", movedAmy, amyAtHome)
	for _, baseline := range []string{"old.json", "old.sarif", "old"} {
		if c := r.compared(ExitClean, "--baseline", baseline, "people", "grants"); c.Summary.Change.New+c.Summary.Change.Fixed+c.Summary.Change.Worse != 0 {
			t.Errorf("%s: %+v", baseline, c.Summary)
		}
	}
	r.edit("old.json", `"complete": true`, `"complete": false`)
	if out := r.check("--baseline", "old.json", "people", "grants"); out.status != ExitIncomplete {
		t.Errorf("an incomplete report: %d", out.status)
	}
}

// TestFindingsThatMoveFile: files, lines and order say nothing about what a finding is.
func TestFindingsThatMoveFile(t *testing.T) {
	r := newRepository(t, crowded())
	for name, text := range crowded() {
		if err := os.Remove(filepath.Join(r.dir, name)); err != nil {
			t.Fatal(err)
		}
		r.write("moved/"+filepath.Base(name), "# a line more\n"+text)
	}
	if c := r.compared(ExitClean, "--base", "main"); c.Summary.Change.New+c.Summary.Change.Worse+c.Summary.Change.Better+c.Summary.Change.Fixed != 0 || len(c.Changes["entries"])+len(c.Changes["recipients"]) != 0 {
		t.Errorf("%+v", c.Summary)
	}
}

// TestExceptionsOfTheBase: where the settings say so, what the change adds hides nothing, in whatever file and of whatever kind.
func TestExceptionsOfTheBase(t *testing.T) {
	files := movable()
	files[settingsFileName] = "exceptions {\n  from = \"base\"\n}\n"
	files["known.hcl"] = "exception \"HYB302\" {\n  recipient = \"sales@contoso.com\"\n  delegate  = \"amy@contoso.com\"\n  rationale = \"known\"\n}\n"
	r := newRepository(t, files)
	r.write("bob.hcl", inTurn)
	r.write("new.hcl", strings.ReplaceAll(files["known.hcl"], "amy@", "bob@"))
	r.write("grants.hcl", "# hybridlint:ignore HYB301 -- known\n"+files["grants.hcl"])
	r.write(settingsFileName, "")
	c := r.compared(ExitFindings, "--base", "main")
	if c.Summary.Suppressed != 1 || c.Summary.Change.New < 2 || len(c.Relaxed) == 0 {
		t.Errorf("%+v, relaxed %+v", c.Summary, c.Relaxed)
	}
}

// TestBaselineOfExports: what is new since the export of last week, whose folder is read as the one of today.
func TestBaselineOfExports(t *testing.T) {
	r := newRepository(t, crossPremises())
	for name, text := range crossPremises() {
		r.write("last/"+filepath.Base(name), text)
	}
	exports := []string{"--from", "e", "--side", "corp", "--baseline", "last"}
	if c := r.compared(ExitClean, exports...); c.Summary.Change.New+c.Summary.Change.Worse+c.Summary.Change.Fixed != 0 || c.Summary.Change.Unchanged == 0 || c.Base.File != "last" {
		t.Errorf("the same exports: %+v", c.Summary)
	}
	r.edit("e/corp.csv", "\"bob\",\"UserMailbox\"", "\"bob\",\"RemoteUserMailbox\"")
	c := r.compared(ExitClean, append(exports, "--fail-on", "none")...)
	if c.Summary.Change.New == 0 || len(c.Changes["recipients"]) == 0 {
		t.Errorf("somebody has moved since: %+v %+v", c.Summary, c.Changes)
	}
	for _, f := range c.Findings {
		if f.Change == "new" && len(f.Because) == 0 {
			t.Errorf("it does not say why this is new: %+v", f)
		}
	}
}
