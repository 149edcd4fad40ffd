package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// policies are ten rules of ours as conftest and opa take them.
//
//go:embed conftest/*.rego
var policies embed.FS

// ids are the rules that the policies rewrite.
func ids() []string {
	return []string{"HYB201", "HYB206", "HYB207", "HYB301", "HYB302", "HYB303", "HYB406", "HYB501", "HYB804", "HYB902"}
}

// peers are the programs to compare with.
type peers struct{ conftest, opa string }

// The versions that are built: the newest ones when this was written.
const (
	conftestModule, conftestVersion = "github.com/open-policy-agent/conftest", "v0.71.1"
	opaModule, opaVersion           = "github.com/open-policy-agent/opa", "v1.22.2"
)

// install builds a program into a folder of its own, unless it is there.
func (c *comparison) install(module, version string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(cache, "hybridlint-compare", version)
	program := filepath.Join(folder, filepath.Base(module))
	if _, err := os.Stat(program); err == nil {
		return program, nil
	}
	c.say("building %s %s, which takes minutes", module, version)
	command := exec.CommandContext(c.ctx, "go", "install", module+"@"+version)
	command.Dir = c.work // outside of our module
	command.Env = append(os.Environ(), "GOBIN="+folder)
	_, err = measure(command, 0)
	return program, err
}

// comparePeers measures conftest and opa with ten rules against hybridlint with all of its own.
func (c *comparison) comparePeers() error {
	var p peers
	var err error
	if p.conftest, err = c.install(conftestModule, conftestVersion); err != nil {
		return err
	}
	if p.opa, err = c.install(opaModule, opaVersion); err != nil {
		return err
	}
	named, err := c.writePolicies(func(text string) string { return text })
	if err != nil {
		return err
	}
	if err := c.checkPeers(p, named); err != nil {
		return err
	}
	if err := c.compareOneFile(p, named); err != nil {
		return err
	}
	return c.compareManyFiles(p, named)
}

// writePolicies writes the policies to a folder.
func (c *comparison) writePolicies(change func(text string) string) (string, error) {
	target := c.path("policies")
	if err := os.MkdirAll(target, 0o755); err != nil {
		return "", err
	}
	names, err := fs.Glob(policies, "conftest/*.rego")
	if err != nil {
		return "", err
	}
	for _, name := range names {
		text, err := policies.ReadFile(name)
		if err == nil {
			err = os.WriteFile(filepath.Join(target, filepath.Base(name)), []byte(change(string(text))), 0o600)
		}
		if err != nil {
			return "", err
		}
	}
	return target, nil
}

// withOneName gives all rules the same name.
func withOneName(text string) string {
	return regexp.MustCompile(`deny_HYB\d+`).ReplaceAllString(text, "deny")
}

// runConftest tests files with the policies of a folder. What it says goes to a file.
func (c *comparison) runConftest(p peers, policies, out string, arguments ...string) contestant {
	return contestant{name: "conftest", run: func() (usage, error) {
		command := exec.CommandContext(c.ctx, p.conftest, append([]string{"test", "--policy", policies, "--output", "json"}, arguments...)...)
		command.Env = plainEnvironment()
		return intoFile(command, out, 0, 1)
	}}
}

// runOPA evaluates the policies of a folder on a file of JSON.
func (c *comparison) runOPA(p peers, policies, out, input string) contestant {
	return contestant{name: "opa", run: func() (usage, error) {
		return intoFile(exec.CommandContext(c.ctx, p.opa, "eval", "--format", "json", "--data", policies, "--input", input, "data.main"), out, 0)
	}}
}

func intoFile(command *exec.Cmd, name string, wanted ...int) (usage, error) {
	out, err := os.Create(name)
	if err != nil {
		return usage{}, err
	}
	defer out.Close()
	command.Stdout = out
	return measure(command, wanted...)
}

// checkPeers makes sure that the peers do the same work: their ten rules fire where ours do.
func (c *comparison) checkPeers(p peers, policies string) error {
	const mailboxes = 1_000
	one, err := c.generate(single, mailboxes)
	if err != nil {
		return err
	}
	split, err := c.generate(few, mailboxes)
	if err != nil {
		return err
	}
	ours, err := c.foundByUs(one)
	if err != nil {
		return err
	}
	for _, test := range []struct {
		name  string
		found func() ([]string, error)
	}{
		{"conftest", func() ([]string, error) { return c.foundByConftest(p, policies, one.path) }},
		{"conftest --combine", func() ([]string, error) { return c.foundByConftest(p, policies, "--combine", split.path) }},
		{"opa", func() ([]string, error) { return c.foundByOPA(p, policies, one) }},
	} {
		theirs, err := test.found()
		if err != nil {
			return err
		}
		if !slices.Equal(ours, theirs) {
			return fmt.Errorf("%s finds %d things where hybridlint finds %d: the policies do not do the same any more", test.name, len(theirs), len(ours))
		}
	}
	c.table.row("conftest and opa: ten rules fire on the same blocks", fmt.Sprintf("%s findings", grouped(len(ours))), goal{})
	return nil
}

func (c *comparison) foundByUs(f folder) ([]string, error) {
	out := c.path("findings.json")
	command := exec.CommandContext(c.ctx, c.program, "check", "--format", "json", "--output", out, ".")
	command.Dir, command.Env = f.path, plainEnvironment()
	if _, err := measure(command, 1); err != nil {
		return nil, err
	}
	var read struct {
		Findings []struct{ Rule, Subject string }
	}
	if err := readJSON(out, &read); err != nil {
		return nil, err
	}
	var found []string
	for _, finding := range read.Findings {
		if slices.Contains(ids(), finding.Rule) {
			found = append(found, finding.Rule+" "+finding.Subject)
		}
	}
	return distinct(found), nil
}

func (c *comparison) foundByConftest(p peers, policies string, arguments ...string) ([]string, error) {
	out := c.path("conftest.json")
	if _, err := c.runConftest(p, policies, out, arguments...).run(); err != nil {
		return nil, err
	}
	var read []struct{ Failures []struct{ Msg string } }
	if err := readJSON(out, &read); err != nil {
		return nil, err
	}
	var found []string
	for _, file := range read {
		for _, failure := range file.Failures {
			found = append(found, failure.Msg)
		}
	}
	return distinct(found), nil
}

func (c *comparison) foundByOPA(p peers, policies string, f folder) ([]string, error) {
	input, err := c.asJSON(f)
	if err != nil {
		return nil, err
	}
	out := c.path("opa.json")
	if _, err := c.runOPA(p, policies, out, input).run(); err != nil {
		return nil, err
	}
	var read struct {
		Result []struct {
			Expressions []struct{ Value map[string]any }
		}
	}
	if err := readJSON(out, &read); err != nil {
		return nil, err
	}
	if len(read.Result) != 1 || len(read.Result[0].Expressions) != 1 {
		return nil, fmt.Errorf("opa gives no result")
	}
	return distinct(denied(read.Result[0].Expressions[0].Value)), nil
}

// denied are the messages of a document of the package main.
func denied(document map[string]any) []string {
	var found []string
	for name, value := range document {
		if messages, ok := value.([]any); ok && strings.HasPrefix(name, "deny_") {
			for _, message := range messages {
				found = append(found, fmt.Sprint(message))
			}
		}
	}
	return found
}

func readJSON(file string, into any) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

// distinct sorts texts, and drops what is there twice: two blocks may say the same.
func distinct(texts []string) []string {
	slices.Sort(texts)
	return slices.Compact(texts)
}

// Both comparisons are made with organizations of this size, or less where less was asked for.
const (
	mailboxesInOneFile = 20_000
	mailboxesInFiles   = 10_000
)

func (c *comparison) peerRounds() int { return min(c.rounds, 3) }

func (c *comparison) compareOneFile(p peers, policies string) error {
	mailboxes := min(mailboxesInOneFile, 2*slices.Max(c.mailboxes))
	f, err := c.generate(single, mailboxes)
	if err != nil {
		return err
	}
	input, err := c.asJSON(f)
	if err != nil {
		return err
	}
	var s stages
	out := c.path("found")
	c.say("conftest and opa on one file")
	results, err := c.race(c.peerRounds(), c.hybridlint(f, &s), c.runConftest(p, policies, out, f.path), c.runOPA(p, policies, out, input))
	if err != nil {
		return err
	}
	c.table.row(f.title(single), "", goal{})
	c.table.row("  hybridlint, all rules", typical(results, 0).String(), goal{})
	c.table.row("  conftest, ten rules", typical(results, 1).String(), goal{})
	c.table.row("  opa eval on it as JSON, ten rules", typical(results, 2).String(), goal{})
	r := ratioOf(results, 1, 0)
	c.table.ratio("  conftest ÷ hybridlint", r, f.from(grantsPerMailbox*mailboxesInOneFile, r.atLeast(3)))
	c.table.ratio("  opa ÷ hybridlint", ratioOf(results, 2, 0), goal{})
	return f.remove()
}

func (c *comparison) compareManyFiles(p peers, named string) error {
	mailboxes := min(mailboxesInFiles, slices.Max(c.mailboxes))
	f, err := c.generate(many, mailboxes, func(r *recipe) { r.Files = mailboxes })
	if err != nil {
		return err
	}
	unnamed, err := c.writePolicies(withOneName)
	if err != nil {
		return err
	}
	var s stages
	out := c.path("found")
	c.say("conftest on many files")
	results, err := c.race(c.peerRounds(), c.hybridlint(f, &s), c.runConftest(p, named, out, f.path), c.runConftest(p, unnamed, out, f.path),
		c.runConftest(p, named, out, "--combine", f.path))
	if err != nil {
		return err
	}
	c.table.row(f.title(many), "", goal{})
	c.table.row("  hybridlint, all rules", typical(results, 0).String(), goal{})
	c.table.row("  conftest, ten rules, file by file", typical(results, 1).String(), goal{})
	r := ratioOf(results, 1, 0)
	c.table.ratio("  conftest ÷ hybridlint", r, f.from(grantsPerMailbox*mailboxesInFiles, r.atLeast(30)))
	c.table.ratio("  the same with one name for all ten rules", ratioOf(results, 2, 0), goal{})
	c.table.ratio("  the same with --combine, which alone sees across files", ratioOf(results, 3, 0), goal{})
	return f.remove()
}
