package main

import (
	"maps"
	"path/filepath"
	"strings"
	"testing"
)

// TestPipelinesJudgeChanges: in a pull request, what ships for pipelines passes what was wrong before, and fails what is new.
func TestPipelinesJudgeChanges(t *testing.T) {
	r := newRepository(t, oneError())
	r.write("b.hcl", "user_mailbox \"bob@contoso.com\" {\n  home           = \"cloud\"\n  provisioned_by = \"migration\"\n}\n")
	r.commit("harmless")
	clone := filepath.Join(t.TempDir(), "clone")
	r.git("clone", "-q", r.dir, clone)
	base := r.git("rev-parse", "main")
	m := newMachine(t, nil)
	gitlab := readYAML[map[string]struct{ Script []string }](t, ".ci/examples/gitlab.yml")["hybridlint"]
	azurePipeline := readYAML[struct{ Steps []struct{ Bash string } }](t, ".ci/examples/azure.yml")
	hooks := readYAML[[]struct{ Entry string }](t, ".pre-commit-hooks.yaml")
	check := func(name string, want int) {
		t.Helper()
		m.folder = clone
		m.variables = map[string]string{"TMPDIR": m.temp, "GITHUB_BASE_REF": "main"}
		if output, status := m.runAction(t, map[string]string{"sarif": filepath.Join(m.temp, "out.sarif")}); status != want {
			t.Errorf("%s, the action: %d, want %d: %s", name, status, want, output)
		}
		m.variables = map[string]string{"TMPDIR": m.temp, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "PATH": m.temp + ":/usr/bin:/bin"}
		maps.Copy(m.variables, gitLab())
		if output, status := m.run(t, strings.Join(gitlab.Script, "\n")+"\n"); status != want {
			t.Errorf("%s, GitLab: %d, want %d: %s", name, status, want, output)
		}
		m.run(t, "mkdir -p \"$TMPDIR/bin\" && cp \"$TMPDIR/hybridlint\" \"$TMPDIR/bin/\"; rm -f hybridlint.sarif hybridlint.json hybridlint.xml")
		m.variables = map[string]string{"TMPDIR": m.temp, "SYSTEM_PULLREQUEST_TARGETBRANCHNAME": "main", "AGENT_TEMPDIRECTORY": m.temp, "BUILD_ARTIFACTSTAGINGDIRECTORY": t.TempDir()}
		maps.Copy(m.variables, azure())
		if output, status := m.run(t, azurePipeline.Steps[len(azurePipeline.Steps)-3].Bash); status != want {
			t.Errorf("%s, Azure: %d, want %d: %s", name, status, want, output)
		}
	}
	check("harmless", ExitClean)
	r.T.Setenv("PATH", m.temp+":/usr/bin:/bin")
	m.variables = map[string]string{}
	if output, status := m.run(t, hooks[1].Entry); status != ExitClean {
		t.Errorf("the hook: %d: %s", status, output)
	}
	cloned := &repository{t, clone}
	cloned.write("c.hcl", "grant \"send_as\" {\n  recipient  = \"sales@contoso.com\"\n  delegate   = \"bob@contoso.com\"\n  present_in = [\"corp\"]\n}\n")
	if output, status := m.run(t, hooks[1].Entry); status != ExitFindings {
		t.Errorf("the hook: %d: %s", status, output)
	}
	cloned.commit("breaks")
	check("broken", ExitFindings)
}
