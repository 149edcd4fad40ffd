package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// What hybridlint ships for pipelines is run here as far as a machine without those services can: the steps of the
// action, the scripts of the examples and the entry of the hook are executed as they are written.

// delegationWithAnError is a configuration with a finding that fails.
const delegationWithAnError = `forest "corp" {
  exchange_version = "2019"
}
user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}
shared_mailbox "sales@contoso.com" {
  home = "corp"
}
grant "send_as" {
  recipient  = "sales@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp"]
}
`

const delegationWithAWarning = `forest "corp" {
  exchange_version = "2019"
}
exception "HYB302" {
  rationale = "there is nothing that it hides"
}
`

const delegationWithoutOne = `forest "corp" {
  exchange_version = "SE"
}
`

// checkoutRoot is the folder of the project.
func checkoutRoot(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func readYAML[T any](t *testing.T, file string) (document T) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(checkoutRoot(t), file))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(text, &document); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return document
}

// machine is a runner of pipelines: a folder with the configuration, and variables.
type machine struct {
	folder    string
	temp      string
	variables map[string]string
}

func newMachine(t *testing.T, files map[string]string) *machine {
	t.Helper()
	if _, err := exec.LookPath("bash"); err != nil || runtime.GOOS == "windows" {
		t.Skip("there is no bash")
	}
	temp := t.TempDir()
	return &machine{folder: folder(t, files), temp: temp, variables: map[string]string{"TMPDIR": temp}}
}

// run runs a script as a runner does: in a shell that stops at the first mistake.
func (m *machine) run(t *testing.T, script string) (output string, status int) {
	t.Helper()
	c := exec.Command("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script)
	c.Dir = m.folder
	c.Env = os.Environ()
	for name, value := range m.variables {
		c.Env = append(c.Env, name+"="+value)
	}
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	var failed *exec.ExitError
	if err := c.Run(); err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	return out.String(), c.ProcessState.ExitCode()
}

// cloneFrom puts a git in front of the path whose repositories are all this checkout.
func (m *machine) cloneFrom(t *testing.T, root string) {
	t.Helper()
	bin := filepath.Join(m.temp, "bin")
	if err := os.MkdirAll(bin, 0o755); err != nil {
		t.Fatal(err)
	}
	stub := "#!/bin/bash\n[ \"$1\" != init ] || ln -s '" + root + "' \"${@: -1}\"\n"
	if err := os.WriteFile(filepath.Join(bin, "git"), []byte(stub), 0o755); err != nil {
		t.Fatal(err)
	}
	m.variables["PATH"] = bin + string(os.PathListSeparator) + os.Getenv("PATH")
	m.variables["GOBIN"] = bin
	m.variables["GOFLAGS"] = "-buildvcs=false"
	m.variables["HYBRIDLINT_COMMIT"], m.variables["HYBRIDLINT_REPOSITORY"] = strings.Repeat("0", 40), "somewhere"
}

func (m *machine) read(t *testing.T, name string) string {
	t.Helper()
	if !filepath.IsAbs(name) {
		name = filepath.Join(m.folder, name)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// built tells whether a script builds the program and the machine has it already.
func (m *machine) built(script string) bool {
	_, err := os.Stat(filepath.Join(m.temp, "hybridlint"))
	return err == nil && strings.Contains(script, "go build ")
}

// rest makes a machine as good as new, but for what was built on it.
func (m *machine) rest(t *testing.T, files map[string]string) {
	t.Helper()
	m.folder = folder(t, files)
	for _, name := range []string{"output", "summary"} {
		if err := os.RemoveAll(filepath.Join(m.temp, name)); err != nil {
			t.Fatal(err)
		}
	}
}

type action struct {
	Inputs map[string]struct {
		Description, Default string
	}
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Using string
		Steps []actionStep
	}
}

type actionStep struct {
	Name, ID, Uses, Shell, Run string
	With, Env                  map[string]string
}

var expression = regexp.MustCompile(`\$\{\{\s*(.*?)\s*\}\}`)

// runAction runs the steps of the action up to the first that fails.
func (m *machine) runAction(t *testing.T, inputs map[string]string) (output string, status int) {
	t.Helper()
	a := readYAML[action](t, "action.yml")
	m.variables["GITHUB_ACTION_PATH"], m.variables["RUNNER_TEMP"] = checkoutRoot(t), m.temp
	m.variables["GITHUB_OUTPUT"], m.variables["GITHUB_STEP_SUMMARY"] = filepath.Join(m.temp, "output"), filepath.Join(m.temp, "summary")
	for _, step := range a.Runs.Steps {
		if step.Run == "" || step.ID == "" && m.built(step.Run) {
			continue // somebody else's action, or what was built before
		}
		if strings.Contains(step.Run, "${{") || step.Shell != "bash" {
			t.Errorf("%s: an input would become part of the script", step.Name)
		}
		for name, value := range step.Env {
			m.variables[name] = expression.ReplaceAllStringFunc(value, func(e string) string {
				if e == "${{ github.action_ref }}" {
					return "v1.2.3"
				}
				input, ok := strings.CutPrefix(expression.FindStringSubmatch(e)[1], "inputs.")
				declared, known := a.Inputs[input]
				if !ok || !known {
					t.Fatalf("%s: there is no %s", step.Name, e)
				}
				if given, ok := inputs[input]; ok {
					return given
				}
				return declared.Default
			})
		}
		said, status := m.run(t, step.Run)
		if output += said; status != 0 {
			return output, status
		}
	}
	return output, 0
}

func TestAction(t *testing.T) {
	tests := map[string]struct {
		files  map[string]string
		inputs map[string]string
		status int
		want   []string
	}{
		"nothing found":        {map[string]string{"a.hcl": delegationWithoutOne}, nil, ExitClean, []string{"No findings: "}},
		"an error":             {map[string]string{"a.hcl": delegationWithAnError}, nil, ExitFindings, []string{"::error file=a.hcl,line=13,"}},
		"a warning":            {map[string]string{"a.hcl": delegationWithAWarning}, nil, ExitClean, []string{"::warning file=a.hcl,line=4,"}},
		"a warning that fails": {map[string]string{"a.hcl": delegationWithAWarning}, map[string]string{"fail-on": "warning"}, ExitFindings, nil},
		"a mistake":            {map[string]string{"a.hcl": "forst \"corp\" {}\n"}, nil, ExitIncomplete, []string{"::error file=a.hcl,line=1,", "THE RUN WAS NOT COMPLETE"}},
		"a wrong input":        {map[string]string{"a.hcl": delegationWithoutOne}, map[string]string{"fail-on": "never"}, ExitUsage, []string{"--fail-on"}},
		"several paths": {map[string]string{"a b/a.hcl": delegationWithoutOne, "-c/c.hcl": "tenant \"t\" {}\n", "d/d.hcl": "forst {}\n"},
			map[string]string{"paths": "a b\n-c\n", "profile": "extended\nverbose"}, ExitClean, []string{" in 2 files"}},
		"a script as an input": {map[string]string{"a.hcl": delegationWithoutOne}, map[string]string{"paths": "$(touch injected)", "sarif": "; touch injected"}, ExitIncomplete, nil},
	}
	m := newMachine(t, nil)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m.rest(t, test.files)
			output, status := m.runAction(t, test.inputs)
			if status != test.status {
				t.Errorf("status %d, want %d: %s", status, test.status, output)
			}
			for _, want := range test.want {
				if !strings.Contains(output, want) {
					t.Errorf("%q is not in %s", want, output)
				}
			}
			if outputs := m.read(t, filepath.Join(m.temp, "output")); !strings.Contains(outputs, fmt.Sprintf("exit-code=%d\n", test.status)) {
				t.Errorf("the outputs are %s", outputs)
			}
			if _, err := os.Stat(filepath.Join(m.folder, "injected")); err == nil {
				t.Error("an input was executed")
			}
		})
	}
	t.Run("reports", func(t *testing.T) { testActionReports(t, m) })
}

func testActionReports(t *testing.T, m *machine) {
	m.rest(t, map[string]string{"a.hcl": delegationWithAnError})
	output, status := m.runAction(t, map[string]string{"reports": "junit=out.xml\njson=out.json", "sarif": "out.sarif", "sarif-category": "contoso"})
	if status != ExitFindings {
		t.Fatal(output)
	}
	outputs := regexp.MustCompile(`^exit-code=1\nsarif=(.*/out\.sarif)\nerrors=1\nwarnings=\d+\n$`).FindStringSubmatch(m.read(t, filepath.Join(m.temp, "output")))
	if outputs == nil || !strings.HasPrefix(outputs[1], m.temp) {
		t.Fatalf("the outputs are %s", m.read(t, filepath.Join(m.temp, "output")))
	}
	if !strings.HasPrefix(m.read(t, filepath.Join(m.temp, "summary")), "## hybridlint: 1 error") {
		t.Error("the summary of the job does not tell what was found")
	}
	if !json.Valid([]byte(m.read(t, "out.json"))) || !strings.Contains(m.read(t, outputs[1]), `"id":"hybridlint/contoso/"`) || !strings.Contains(m.read(t, "out.xml"), "<testsuites") {
		t.Error("the reports are not what was asked for")
	}
	m.rest(t, map[string]string{"a.hcl": delegationWithoutOne})
	if output, status = m.runAction(t, map[string]string{"sarif": "", "summary": "false"}); status != ExitClean {
		t.Fatal(output)
	}
	if outputs := m.read(t, filepath.Join(m.temp, "output")); outputs != "exit-code=0\nerrors=0\nwarnings=0\n" {
		t.Errorf("the outputs are %s", outputs)
	}
	if _, err := os.Stat(filepath.Join(m.temp, "summary")); err == nil {
		t.Error("there is a summary")
	}
}

// What a pull request brings passes for no report of the run: neither as a file, as a link nor as a folder, whatever the run comes to.
func TestActionHandsOutItsOwnReports(t *testing.T) {
	const forged = `{"forged": true}`
	m := newMachine(t, nil)
	for settings, want := range map[string]int{"": ExitFindings, "bogus = 1\n": ExitUsage} {
		for name, files := range map[string]map[string]string{
			"a file": {"out.sarif": forged, "out.xml": forged}, "a folder": {"out.sarif/x.sarif": forged, "out.xml": forged}, "a link": {"x": forged},
		} {
			files["a.hcl"], files[".hybridlint.hcl"] = delegationWithAnError, settings
			m.rest(t, files)
			if name == "a link" {
				for _, report := range []string{"out.sarif", "out.xml"} {
					if err := os.Symlink("x", filepath.Join(m.folder, report)); err != nil {
						t.Skip(err)
					}
				}
			}
			output, status := m.runAction(t, map[string]string{"sarif": "out.sarif", "reports": "junit=out.xml"})
			if status != want || strings.Contains(output, "The check is not complete") != (want == ExitUsage) {
				t.Errorf("%s, %q: status %d: %s", name, settings, status, output)
			}
			if handed := regexp.MustCompile(`(?m)^sarif=(.*)$`).FindStringSubmatch(m.read(t, filepath.Join(m.temp, "output"))); (handed == nil) != (want == ExitUsage) {
				t.Errorf("%s, %q: SARIF is %v", name, settings, handed)
			} else if handed != nil && strings.Contains(m.read(t, handed[1]), "forged") {
				t.Errorf("%s, %q: SARIF of the pull request", name, settings)
			}
			if written, err := os.ReadFile(filepath.Join(m.folder, "out.xml")); err == nil && strings.Contains(string(written), "forged") {
				t.Errorf("%s, %q: a report of the pull request", name, settings)
			}
		}
	}
}

// A run that is no result says so in the log of the pipeline, however it ended: 134 is how a crash ends.
func TestEveryOtherExitCodeIsNotComplete(t *testing.T) {
	m := newMachine(t, map[string]string{"a.hcl": delegationWithoutOne})
	if err := os.WriteFile(filepath.Join(m.temp, "hybridlint"), []byte("#!/bin/bash\nkill -ABRT $$\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	output, status := m.runAction(t, nil)
	if status != 134 || !strings.Contains(output, "The check is not complete (exit code 134)") {
		t.Errorf("status %d: %s", status, output)
	}
	if outputs := m.read(t, filepath.Join(m.temp, "output")); outputs != "exit-code=134\n" {
		t.Errorf("the outputs are %s", outputs)
	}
}

var pinned = regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40}$`)

// An action that somebody else can change is pinned by its commit, and the outputs are those of a step that there is.
func TestActionIsPinned(t *testing.T) {
	a := readYAML[action](t, "action.yml")
	steps := map[string]bool{}
	for _, s := range a.Runs.Steps {
		if steps[s.ID] = true; s.Uses != "" && !pinned.MatchString(s.Uses) {
			t.Errorf("%s is not pinned", s.Uses)
		}
	}
	for name, o := range a.Outputs {
		parts := strings.Split(expression.FindStringSubmatch(o.Value)[1], ".")
		if len(parts) != 4 || parts[0] != "steps" || !steps[parts[1]] || parts[3] != name {
			t.Errorf("the output %s is %s", name, o.Value)
		}
	}
	for name, i := range a.Inputs {
		if i.Description == "" {
			t.Errorf("the input %s has no description", name)
		}
	}
}

// Everything that is shipped builds with one version of Go, which is one that the module accepts.
func TestOneVersionOfGo(t *testing.T) {
	versions := map[string]string{}
	a := readYAML[action](t, "action.yml")
	versions["action.yml"] = a.Runs.Steps[0].With["go-version"]
	for file, pattern := range map[string]string{
		"Dockerfile": `FROM golang:(\S+) AS`, ".ci/examples/gitlab.yml": `image: golang:(\S+)`, ".ci/examples/azure.yml": `version: (\S+)`,
	} {
		text, err := os.ReadFile(filepath.Join(checkoutRoot(t), file))
		if err != nil {
			t.Fatal(err)
		}
		match := regexp.MustCompile(pattern).FindSubmatch(text)
		if match == nil {
			t.Fatalf("%s names no version of Go", file)
		}
		versions[file] = string(match[1])
	}
	module, err := os.ReadFile(filepath.Join(checkoutRoot(t), "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	language := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindSubmatch(module)
	for file, version := range versions {
		if version != versions["action.yml"] || !strings.HasPrefix(version, string(language[1])+".") {
			t.Errorf("%s has Go %s; action.yml has %s, go.mod %s", file, version, versions["action.yml"], language[1])
		}
	}
}

func TestHook(t *testing.T) {
	hooks := readYAML[[]struct {
		ID, Name, Language, Entry, Files string
		PassFilenames                    bool `yaml:"pass_filenames"`
		AlwaysRun                        bool `yaml:"always_run"`
	}](t, ".pre-commit-hooks.yaml")
	if len(hooks) != 2 || hooks[0].ID != "hybridlint" || hooks[1].ID != "hybridlint-change" {
		t.Fatalf("%+v", hooks)
	}
	for _, hook := range hooks {
		if hook.Language != "golang" || hook.PassFilenames || !hook.AlwaysRun || hook.Files != "" {
			t.Errorf("%+v", hook)
		}
	}
	example := readYAML[struct {
		Repos []struct {
			Hooks []struct {
				ID   string
				Args []string
			}
		}
	}](t, ".ci/examples/pre-commit.yaml").Repos[0].Hooks[0]
	if example.ID != hooks[0].ID {
		t.Errorf("the example uses a hook %s", example.ID)
	}
	for content, want := range map[string]int{delegationWithoutOne: ExitClean, delegationWithAnError: ExitFindings} {
		m := newMachine(t, map[string]string{"a.hcl": content})
		m.cloneFrom(t, checkoutRoot(t))
		// pre-commit installs every program of the repository.
		if output, status := m.run(t, "go install -C '"+checkoutRoot(t)+"' ./... && "+hooks[0].Entry+" "+strings.Join(example.Args, " ")); status != want {
			t.Errorf("status %d, want %d: %s", status, want, output)
		}
	}
}

func TestGitLabExample(t *testing.T) {
	job := readYAML[map[string]struct {
		BeforeScript []string `yaml:"before_script"`
		Script       []string
		Artifacts    struct {
			When    string
			Paths   []string
			Reports map[string]string
		}
	}](t, ".ci/examples/gitlab.yml")["hybridlint"]
	m := newMachine(t, map[string]string{"a.hcl": delegationWithAnError})
	m.cloneFrom(t, checkoutRoot(t))
	maps.Copy(m.variables, gitLab())
	output, status := m.run(t, strings.Join(append(job.BeforeScript, job.Script...), "\n"))
	if status != ExitFindings || job.Artifacts.When != "always" {
		t.Fatalf("status %d: %s", status, output)
	}
	for _, file := range append(job.Artifacts.Paths, job.Artifacts.Reports["codequality"], job.Artifacts.Reports["junit"]) {
		if !strings.Contains(m.read(t, file), "HYB302") {
			t.Errorf("%s does not have the finding", file)
		}
	}
	if !strings.Contains(m.read(t, "hybridlint.sarif"), `"repositoryUri":"https://gitlab.example/contoso/mail"`) {
		t.Error("SARIF does not name the repository")
	}
}

func TestAzureExample(t *testing.T) {
	pipeline := readYAML[struct {
		Steps []struct {
			Bash, Task, Condition string
			Inputs                map[string]string
		}
	}](t, ".ci/examples/azure.yml")
	m := newMachine(t, map[string]string{"a.hcl": delegationWithAnError})
	m.cloneFrom(t, checkoutRoot(t))
	maps.Copy(m.variables, azure())
	staging := t.TempDir()
	m.variables["AGENT_TEMPDIRECTORY"], m.variables["BUILD_ARTIFACTSTAGINGDIRECTORY"] = m.temp, staging
	var output string
	status := 0
	for _, step := range pipeline.Steps {
		if step.Bash != "" {
			var said string
			said, status = m.run(t, step.Bash)
			output += said
			continue
		}
		for _, value := range step.Inputs {
			if file, ok := strings.CutPrefix(value, "$(Build.ArtifactStagingDirectory)"); ok {
				if _, err := os.Stat(staging + file); err != nil || step.Condition != "succeededOrFailed()" {
					t.Errorf("%s: %v, condition %q", step.Task, err, step.Condition)
				}
			}
		}
	}
	if status != ExitFindings || !strings.Contains(output, "##vso[task.logissue type=error;sourcepath=a.hcl;linenumber=13;") || !strings.Contains(output, "##vso[task.uploadsummary]"+staging) {
		t.Errorf("status %d: %s", status, output)
	}
	if !strings.Contains(m.read(t, filepath.Join(staging, "hybridlint.sarif")), "azuredevops/pipeline/build/contoso/") {
		t.Error("SARIF does not name the pipeline")
	}
}

// Whichever way the program is run, the same findings fail.
func TestExamplesFailOnTheSame(t *testing.T) {
	for _, file := range []string{".ci/examples/github.yml", ".ci/examples/gitlab.yml", ".ci/examples/azure.yml", ".ci/examples/pre-commit.yaml"} {
		text, err := os.ReadFile(filepath.Join(checkoutRoot(t), file))
		if err != nil {
			t.Fatal(err)
		}
		levels := regexp.MustCompile(`fail-on[:, ]+(\w+)`).FindAllSubmatch(text, -1)
		if len(levels) == 0 {
			t.Errorf("%s does not say what fails", file)
		}
		for _, level := range levels {
			if string(level[1]) != "error" {
				t.Errorf("%s fails on %s", file, level[1])
			}
		}
	}
}

func TestGitHubExample(t *testing.T) {
	workflow := readYAML[struct {
		Jobs map[string]struct {
			Steps []struct {
				ID, Uses string
				With     map[string]string
			}
		}
	}](t, ".ci/examples/github.yml")
	a := readYAML[action](t, "action.yml")
	used := false
	for _, step := range workflow.Jobs["hybridlint"].Steps {
		if step.ID != "hybridlint" {
			continue
		}
		used = true
		for input := range step.With {
			if _, ok := a.Inputs[input]; !ok {
				t.Errorf("the action has no input %s", input)
			}
		}
	}
	if !used {
		t.Error("the example does not use the action")
	}
}

// The image holds the program alone, which is static, and nobody in it is root.
func TestDockerfile(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(checkoutRoot(t), "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	build, image, ok := strings.Cut(string(text), "FROM scratch")
	if !ok || !strings.Contains(build, "CGO_ENABLED=0") || !regexp.MustCompile(`(?m)^USER [1-9]\d*:[1-9]\d*$`).MatchString(image) {
		t.Errorf("%s", text)
	}
	if entry := regexp.MustCompile(`(?m)^ENTRYPOINT \["(.*)"\]$`).FindStringSubmatch(image); entry == nil || !strings.Contains(image, "COPY --from=build "+entry[1]+" "+entry[1]) {
		t.Error("the entry point is not the program that was built")
	}
}
