package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"hybridlint/loader"
	"hybridlint/loader/model"
)

// compareChanges measures what it costs to carry steps out, and to compare with a base, against one check of the same files.
func (c *comparison) compareChanges() error {
	type plan struct {
		mailboxes, steps int
		most             float64
	}
	plans := []plan{{min(c.mailboxes[0], 10_000), 12, 3}}
	if c.full {
		plans = append(plans, plan{50_000, 100, 12})
	}
	for _, p := range plans {
		f, err := c.generate(few, p.mailboxes)
		if err != nil {
			return err
		}
		if _, err := measure(exec.CommandContext(c.ctx, c.self, "waves", f.path, strconv.Itoa(p.steps)), 0); err != nil {
			return err
		}
		results, err := c.race(c.rounds, c.command(f, "simulate"), c.command(f, "check"))
		if err != nil {
			return err
		}
		what := fmt.Sprintf("%d steps over %s mailboxes: simulate ÷ check", p.steps, grouped(p.mailboxes))
		r := ratioOf(results, 0, 1)
		c.table.ratio(what, r, f.from(middle, r.cpuAtMost(p.most)))
		const mostMemory = 1.5
		memory := float64(typical(results, 0).peak) / float64(typical(results, 1).peak)
		c.table.row("  peak memory", fmt.Sprintf("× %.2f", memory), f.from(middle, goal{"≤ 1.5", memory <= mostMemory}))
		if p.mailboxes == plans[0].mailboxes {
			if err := c.compareBase(f); err != nil {
				return err
			}
		}
		if err := f.remove(); err != nil {
			return err
		}
	}
	return nil
}

// compareBase measures a check against the last commit, behind which one mailbox has moved.
func (c *comparison) compareBase(f folder) error {
	for _, arguments := range [][]string{
		{"init", "--quiet"}, {"add", "."}, {"-c", "user.name=a", "-c", "user.email=a@contoso.com", "commit", "--quiet", "--message", "base"},
	} {
		git := exec.CommandContext(c.ctx, "git", arguments...)
		git.Dir = f.path
		if text, err := git.CombinedOutput(); err != nil {
			return fmt.Errorf("git %s: %w\n%s", arguments[0], err, text)
		}
	}
	name := filepath.Join(f.path, "part-1.hcl")
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	moved := strings.Replace(string(text), `= "corp"`, `= "cloud"`, 1)
	if err := os.WriteFile(name, []byte(moved), 0o600); err != nil {
		return err
	}
	results, err := c.race(c.rounds, c.command(f, "check", "--base", "HEAD"), c.command(f, "check"))
	if err != nil {
		return err
	}
	const most = 2.2
	r := ratioOf(results, 0, 1)
	c.table.ratio("  with --base ÷ without", r, f.from(middle, r.cpuAtMost(most)))
	return nil
}

// command is a run of hybridlint that writes JSON to a file.
func (c *comparison) command(f folder, command string, further ...string) contestant {
	out := c.path("report")
	return contestant{name: command, run: func() (usage, error) {
		arguments := []string{command, "--today", "2026-06-15", "--jobs", strconv.Itoa(c.jobs), "--quiet", "--format", "json", "--output", out}
		run := exec.CommandContext(c.ctx, c.program, slices.Concat(arguments, further, []string{"."})...)
		run.Dir, run.Env = f.path, plainEnvironment()
		const found = 1
		return measure(run, 0, found)
	}}
}

// planWaves is the child that puts the on-premises mailboxes of a folder into batches, as a file beside them.
func planWaves(arguments []string) error {
	if len(arguments) != 2 {
		return fmt.Errorf("waves takes a folder and a number")
	}
	n, err := strconv.Atoi(arguments[1])
	if err != nil || n < 1 {
		return fmt.Errorf("%q is no number of waves", arguments[1])
	}
	config, _ := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: arguments[0]})
	members := make([][]string, n)
	const forest model.ForestID = 1
	for i, r := range config.Recipients {
		if r.Type.IsMailbox() && r.Home == forest {
			members[i%n] = append(members[i%n], strconv.Quote(r.ID))
		}
	}
	var text strings.Builder
	for i, names := range members {
		fmt.Fprintf(&text, "migration_batch \"step-%d\" {\n  direction = \"onboarding\"\n  source_forest = %q\n  members = [%s]\n}\n",
			i+1, config.ForestName(forest), strings.Join(names, ", "))
	}
	return os.WriteFile(filepath.Join(arguments[0], "waves.hcl"), []byte(text.String()), 0o600)
}
