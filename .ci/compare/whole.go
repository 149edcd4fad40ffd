package main

import (
	"fmt"
	"slices"
	"time"

	"hybridlint/report/formats"
)

// The sizes for which there are targets.
const (
	large  = 500_000 // grants
	middle = 50_000
)

// compareSmall measures what a pull request with one small file waits for.
func (c *comparison) compareSmall() error {
	const most = 100 * time.Millisecond
	for _, small := range []struct {
		mailboxes int
		judged    bool
	}{{4, true}, {20, false}} {
		f, err := c.generate(single, small.mailboxes)
		if err != nil {
			return err
		}
		results, err := c.race(2*c.rounds, c.hybridlint(f, &stages{}))
		if err != nil {
			return err
		}
		u := typical(results, 0)
		g := goal{}
		if small.judged {
			g = goal{"≤ 100 ms of CPU", u.cpu <= most}
		}
		c.table.row(fmt.Sprintf("one small file, %s mailboxes", grouped(small.mailboxes)), u.String(), g)
		if err := f.remove(); err != nil {
			return err
		}
	}
	return nil
}

// compareWhole measures whole runs against hcl's parser alone.
func (c *comparison) compareWhole() error {
	var evaluations []int
	for _, mailboxes := range c.mailboxes {
		for i, s := range c.shapes {
			n, err := c.compareWith(s, mailboxes)
			if err != nil {
				return err
			}
			if i == 0 {
				evaluations = append(evaluations, n)
			}
		}
	}
	if len(c.mailboxes) > 1 {
		c.table.row("evaluations in all, by size", fmt.Sprint(evaluations), goal{"the same", len(slices.Compact(evaluations)) == 1})
	}
	return nil
}

func (c *comparison) compareWith(s shape, mailboxes int) (evaluations int, err error) {
	f, err := c.generate(s, mailboxes)
	if err != nil {
		return 0, err
	}
	var last stages
	var shares []float64
	ours := c.hybridlint(f, &last)
	ours.after = func(u usage) { shares = append(shares, quotient(last.evaluation, u.cpu)) }
	results, err := c.race(c.rounds, ours, c.parser(f), c.hybridlint(f, &stages{}, "--no-fast-reader"))
	if err != nil {
		return 0, err
	}
	c.table.row(f.title(s), "", goal{})
	c.table.row("  hybridlint", typical(results, 0).String(), goal{})
	c.table.row("  hcl's parser alone", typical(results, 1).String(), goal{})
	r := ratioOf(results, 0, 1)
	c.table.ratio("  whole ÷ parse", r, wholeGoal(s, f, r))
	without := ratioOf(results, 2, 1)
	c.table.ratio("  whole ÷ parse, with --no-fast-reader", without, f.from(middle, without.atMost(1.4)))
	c.memory("  peak memory", f, typical(results, 0).peak)
	share, perRule := median(shares), float64(last.evaluations)/float64(last.rules)
	c.table.row("  evaluation, share of the run", fmt.Sprintf("%.1f %%", 100*share), f.from(middle, goal{"≤ 5 %", share <= 0.05}))
	c.table.row("  evaluations per rule", fmt.Sprintf("%.1f (%d in all)", perRule, last.evaluations), goal{"≤ 150", perRule <= 150})
	return last.evaluations, f.remove()
}

func (f *folder) title(s shape) string {
	return fmt.Sprintf("%s grants in %s (%s in %s)", grouped(f.grants), s, megabytes(f.bytes), counted(f.files, "file"))
}

func counted(n int, word string) string {
	if n != 1 {
		word += "s"
	}
	return grouped(n) + " " + word
}

// wholeGoal is that of a reader that hands little to hcl's parser. Opening many files costs what no reader saves.
func wholeGoal(s shape, f folder, r ratio) goal {
	switch {
	case s == many:
		return f.from(middle, r.cpuAtMost(0.7))
	case f.grants >= large:
		return r.cpuAtMost(0.3)
	}
	return f.from(middle, r.cpuAtMost(0.45))
}

// from leaves a goal out that is meant for larger organizations.
func (f *folder) from(grants int, g goal) goal {
	if f.grants < grants {
		return goal{}
	}
	return g
}

// memory prints the most memory of a run: what a run takes whatever it reads, and the rest by byte of input.
func (c *comparison) memory(what string, f folder, peak int64) {
	const base = 60 * megabyte
	most := base + 4*f.bytes
	beyond := max(0, float64(peak-base)/float64(f.bytes))
	c.table.row(what, fmt.Sprintf("%s (%.2f B/B above 60 MB)", megabytes(peak), beyond), f.from(middle, goal{"≤ " + megabytes(most), peak <= most}))
}

// compareSingle looks at the memory that one large file takes.
func (c *comparison) compareSingle() error {
	f, err := c.generate(single, slices.Max(c.mailboxes))
	if err != nil {
		return err
	}
	var s stages
	results, err := c.race(c.rounds, c.hybridlint(f, &s))
	if err != nil {
		return err
	}
	c.table.row(f.title(single), "", goal{})
	c.table.row("  hybridlint", typical(results, 0).String(), goal{})
	c.memory("  peak memory", f, typical(results, 0).peak)
	return f.remove()
}

// compareOdd measures organizations without a block that is plain.
func (c *comparison) compareOdd() error {
	for _, odd := range oddDomains() {
		f, err := c.generate(few, c.mailboxes[0], func(r *recipe) { r.Odd = odd })
		if err != nil {
			return err
		}
		var s stages
		results, err := c.race(c.rounds, c.hybridlint(f, &s), c.parser(f))
		if err != nil {
			return err
		}
		r := ratioOf(results, 0, 1)
		c.table.ratio(fmt.Sprintf("%s grants, %s in every block: whole ÷ parse", grouped(f.grants), odd), r, f.from(middle, r.atMost(1)))
		if err := f.remove(); err != nil {
			return err
		}
	}
	return nil
}

// compareGrowth measures what twice as much input costs, in SARIF and in all formats at once.
func (c *comparison) compareGrowth() error {
	sizes := c.doublings()
	var folders []folder
	for _, mailboxes := range sizes {
		f, err := c.generate(few, mailboxes)
		if err != nil {
			return err
		}
		folders = append(folders, f)
	}
	for _, output := range []struct {
		name  string
		flags []string
	}{{"SARIF", nil}, {"all formats", c.allFormats()}} {
		var contestants []contestant
		for _, f := range folders {
			contestants = append(contestants, c.hybridlint(f, &stages{}, output.flags...))
		}
		c.say("growth, %s", output.name)
		results, err := c.race(min(c.rounds, 3), contestants...)
		if err != nil {
			return err
		}
		c.growth(output.name, folders, results)
	}
	for _, f := range folders {
		if err := f.remove(); err != nil {
			return err
		}
	}
	return nil
}

// allFormats are the flags that write every format to a file.
func (c *comparison) allFormats() []string {
	var flags []string
	for _, format := range formats.All() {
		flags = append(flags, "--report", format.Name+"="+c.path("report."+format.Name))
	}
	return flags
}

// growth prints the steepest step.
func (c *comparison) growth(name string, folders []folder, results [][]usage) {
	const noise = 1.1
	var worst ratio
	for i := range folders[1:] {
		step := ratioOf(results, i+1, i)
		worst.cpu, worst.wall = max(worst.cpu, step.cpu), max(worst.wall, step.wall)
	}
	c.table.ratio(fmt.Sprintf("%s to %s grants, each doubling at most, %s", grouped(folders[0].grants), grouped(folders[len(folders)-1].grants), name),
		worst, worst.atMost(2*noise))
}

// doublings are sizes each of which is twice the one before.
func (c *comparison) doublings() []int {
	largest, steps := slices.Max(c.mailboxes), 3
	if c.full {
		largest, steps = 2*largest, 8
	}
	sizes := make([]int, steps)
	for i := range sizes {
		sizes[i] = max(1, largest>>(steps-1-i))
	}
	return sizes
}
