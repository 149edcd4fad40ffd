package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"hybridlint/loader"
)

// planRunSize is the number of mailboxes for which there are targets of runs of the program.
const planRunSize = 50_000

// comparePlanRuns measures runs of the program that plan, against one check of the same files. Nobody has moved yet in a company; in
// the organizations of the other comparisons most have, and much is apart whatever the plan.
func (c *comparison) comparePlanRuns() error {
	for _, n := range c.mailboxes {
		folders := map[string]func(string) error{
			"company":     func(path string) error { return c.child("company", strconv.Itoa(n), path) },
			"half a move": func(path string) error { return c.halfMoved(n, path) },
		}
		for _, name := range []string{"company", "half a move"} {
			path := c.path("plan")
			if err := folders[name](path); err != nil {
				return err
			}
			f := folder{path: path}
			c.table.row(fmt.Sprintf("%s mailboxes, %s", grouped(n), name), "", goal{})
			if err := c.comparePlanRun(f, n, name == "company"); err != nil {
				return err
			}
			if err := f.remove(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *comparison) child(arguments ...string) error {
	_, err := measure(exec.CommandContext(c.ctx, c.self, arguments...), 0)
	return err
}

func (c *comparison) halfMoved(n int, path string) error {
	f, err := c.generate(few, n)
	if err != nil {
		return err
	}
	if err := os.Rename(f.path, path); err != nil {
		return err
	}
	text := fmt.Sprintf(planOfRest, planCap)
	return os.WriteFile(filepath.Join(path, "plan.hcl"), []byte(text), 0o600)
}

const planCap = 250

const planOfRest = `migration_plan "rest" {
  source_forest = "corp"
  mailboxes     = ["all"]
  first_wave    = "2027-01-15"
  every_days    = 7
  waves_max     = 1000
  mailboxes_max = %d
}
`

func (c *comparison) comparePlanRun(f folder, n int, judged bool) error {
	var costs planCosts
	if err := c.costs(f, &costs); err != nil {
		return err
	}
	c.table.row("  cost ÷ components and first fit, by department, alphabet", costs.String(), goal{})
	c.table.row("  the same, without what no plan avoids", costs.without(costs.Unavoidable).String(), goal{})
	results, err := c.race(min(c.rounds, 3), c.command(f, "check"), c.command(f, "plan", "--effort", "fast"), c.command(f, "plan"), c.loading(f))
	if err != nil {
		return err
	}
	goalOf := func(g goal) goal {
		if n < planRunSize || !judged {
			return goal{}
		}
		return g
	}
	fast, normal := ratioOf(results, 1, 0), ratioOf(results, 2, 0)
	c.table.row("  one check", typical(results, 0).String(), goal{})
	c.table.row("  a fast plan", typical(results, 1).String(), goal{})
	c.table.row("  a normal plan", typical(results, 2).String(), goal{})
	c.table.ratio("  fast ÷ check", fast, goalOf(fast.cpuAtMost(3)))
	c.table.ratio("  normal ÷ check", normal, goalOf(normal.cpuAtMost(25)))
	const most = 150 * megabyte
	above := max(typical(results, 1).peak, typical(results, 2).peak) - typical(results, 3).peak
	c.table.row("  peak memory above that of loading", megabytes(above), goalOf(goal{"≤ " + megabytes(most), above <= most}))
	return nil
}

// loading is a run that loads a folder and ends.
func (c *comparison) loading(f folder) contestant {
	return contestant{name: "load", run: func() (usage, error) {
		return measure(exec.CommandContext(c.ctx, c.self, "load", f.path, strconv.Itoa(c.jobs)), 0)
	}}
}

// load is the child that loads a folder.
func load(arguments []string) error {
	if len(arguments) != 2 {
		return fmt.Errorf("load takes a folder and a number of workers")
	}
	jobs, err := strconv.Atoi(arguments[1])
	if err != nil {
		return err
	}
	_, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: arguments[0], Jobs: jobs})
	if len(problems) > 0 {
		return fmt.Errorf("%s: %s", problems[0].Summary, problems[0].Detail)
	}
	return nil
}

// writeCompany is the child that writes a company to a folder.
func writeCompany(arguments []string) error {
	if len(arguments) != 2 {
		return fmt.Errorf("company takes a number of mailboxes and a folder")
	}
	n, err := strconv.Atoi(arguments[0])
	if err != nil {
		return err
	}
	return realistic(n, 1).writeBlocks(arguments[1], planCap)
}

// costs plans a folder in a process of its own.
func (c *comparison) costs(f folder, into *planCosts) error {
	out := c.path("costs.json")
	if err := c.child("costs", f.path, strconv.Itoa(c.jobs), out); err != nil {
		return err
	}
	text, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}
