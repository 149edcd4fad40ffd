package main

import (
	"maps"
	"path/filepath"
	"strings"
	"testing"
)

const (
	atHome = "user_mailbox \"bob@contoso.com\" {\n  home = \"corp\"\n}\n"
	inTurn = "user_mailbox \"bob@contoso.com\" {\n  home           = \"cloud\"\n  provisioned_by = \"migration\"\n}\n"
)

// movable is a repository with one finding that fails, and somebody whose move breaks a grant in another file.
func movable() map[string]string {
	files := oneError()
	files["bob.hcl"] = atHome
	files["grants.hcl"] = "grant \"send_as\" {\n  recipient  = \"sales@contoso.com\"\n  delegate   = \"bob@contoso.com\"\n  present_in = [\"corp\"]\n}\n"
	return files
}

// TestPipelinesJudgeChanges: in a pull request, what ships for pipelines passes what was wrong before and fails what is new, whatever
// else the change says.
func TestPipelinesJudgeChanges(t *testing.T) {
	m := newMachine(t, nil)
	move := func(r *repository) { r.write("bob.hcl", inTurn) }
	for _, test := range []struct {
		name   string
		change func(r *repository)
		clone  []string
		status int
		says   string
	}{
		{"harmless", func(r *repository) { r.write("eve.hcl", strings.Replace(atHome, "bob", "eve", 1)) }, nil, ExitClean, ""},
		{"moves a mailbox", move, nil, ExitFindings, "bob@contoso.com now lives in the cloud"},
		{"edits settings", func(r *repository) {
			move(r)
			r.write(settingsFileName, "disable = [\"HYB302\"]\nexclude = [\"grants.hcl\"]\n")
		}, nil, ExitFindings, "HYB302"},
		{"adds exceptions", func(r *repository) {
			move(r)
			r.write("exceptions.hcl", "exception \"HYB302\" {\n  recipient = \"sales@contoso.com\"\n  rationale = \"known\"\n}\n")
		}, nil, ExitClean, "exception HYB302 on sales@contoso.com was added, which hides 2 findings"},
		{"is merged from a fork", func(r *repository) {
			move(r)
			r.commit("move")
			r.git("checkout", "-q", "main")
			r.write("eve.hcl", strings.Replace(atHome, "bob", "eve", 1))
			r.commit("main goes on")
			r.git("checkout", "-qb", "merged")
			r.git("merge", "-q", "--no-ff", "-m", "merge", "change")
		}, nil, ExitFindings, "bob@contoso.com now lives in the cloud"},
		{"is cloned shallow", move, []string{"--depth=1", "--no-single-branch"}, ExitUsage, "fetch-depth: 0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := newRepository(t, movable())
			test.change(r)
			r.commit(test.name)
			m.folder = filepath.Join(t.TempDir(), "clone")
			r.git(append(append([]string{"clone", "-q"}, test.clone...), "file://"+r.dir, m.folder)...)
			m.judges(t, r.git("merge-base", "main", "HEAD"), test.status, test.says)
		})
	}
}

// judges runs what ships for three kinds of pipelines on the checkout of a pull request.
func (m *machine) judges(t *testing.T, base string, want int, says string) {
	t.Helper()
	expect := func(name, output string, status int) {
		t.Helper()
		if status != want || !strings.Contains(strings.ReplaceAll(output, "`", ""), says) {
			t.Errorf("%s: %d, want %d and %q: %s", name, status, want, says, output)
		}
	}
	m.variables = map[string]string{"TMPDIR": m.temp, "GITHUB_BASE_REF": "main"}
	output, status := m.runAction(t, map[string]string{"sarif": filepath.Join(m.temp, "out.sarif")})
	expect("the action", output, status)

	gitlab := readYAML[map[string]struct{ Script []string }](t, ".ci/examples/gitlab.yml")["hybridlint"]
	m.variables = map[string]string{"TMPDIR": m.temp, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "PATH": m.temp + ":/usr/bin:/bin"}
	maps.Copy(m.variables, gitLab())
	output, status = m.run(t, strings.Join(gitlab.Script, "\n")+"\n")
	expect("GitLab", output, status)

	pipeline := readYAML[struct{ Steps []struct{ Bash string } }](t, ".ci/examples/azure.yml")
	m.run(t, "mkdir -p \"$TMPDIR/bin\" && cp \"$TMPDIR/hybridlint\" \"$TMPDIR/bin/\"; rm -f hybridlint.sarif hybridlint.json hybridlint.xml")
	m.variables = map[string]string{"TMPDIR": m.temp, "SYSTEM_PULLREQUEST_TARGETBRANCHNAME": "main", "AGENT_TEMPDIRECTORY": m.temp, "BUILD_ARTIFACTSTAGINGDIRECTORY": t.TempDir()}
	maps.Copy(m.variables, azure())
	output, status = m.run(t, pipeline.Steps[len(pipeline.Steps)-3].Bash)
	expect("Azure", output, status)
}

// TestHookOfAChange: the hook judges what is about to be committed, in a repository with findings that are known already.
func TestHookOfAChange(t *testing.T) {
	r := newRepository(t, movable())
	m := newMachine(t, nil)
	m.folder = r.dir
	m.cloneFrom(t, checkoutRoot(t))
	hooks := readYAML[[]struct{ Entry string }](t, ".pre-commit-hooks.yaml")
	// pre-commit installs every program of the repository.
	if output, status := m.run(t, "go install -C '"+checkoutRoot(t)+"' ./cmd/hybridlint"); status != 0 {
		t.Fatal(output)
	}
	hook := func(what string, want int) {
		t.Helper()
		r.git("add", "-A")
		if output, status := m.run(t, hooks[1].Entry); status != want {
			t.Errorf("%s: %d, want %d: %s", what, status, want, output)
		}
	}
	hook("nothing changed", ExitClean)
	r.write("bob.hcl", inTurn)
	hook("a move that breaks a grant", ExitFindings)
	r.commit("as it is")
	hook("what was committed", ExitClean)
}

// TestActionWithExports: exports are no part of a repository, so with them a pull request is judged by its state.
func TestActionWithExports(t *testing.T) {
	m := newMachine(t, crossPremises())
	m.variables["GITHUB_BASE_REF"] = "main"
	if output, status := m.runAction(t, map[string]string{"paths": "", "from": "e", "side": "corp"}); status != ExitFindings || !strings.Contains(output, "e/mailbox.csv") {
		t.Errorf("%d: %s", status, output)
	}
}
