// Command compare measures hybridlint against yardsticks in the same run, and prints ratios that another machine should come to as
// well:
//
//	go run ./.ci/compare                  # 50,000 grants, some minutes
//	go run ./.ci/compare -full            # 500,000 grants too, most of an hour
//	go run ./.ci/compare -peers           # conftest and opa too, which are built the first time
//	go run ./.ci/compare -changes         # only simulate and --base, against one check
//	go run ./.ci/compare -editor          # only what a keystroke costs the language server, against one check; on Linux
//	go run ./.ci/compare -plan            # the waves of plan, against what people do without it
//	go run ./.ci/compare -plan -full      # 50,000 mailboxes too, and once 500,000
//	go run ./.ci/compare -plan -instances FOLDER  # and against small problems with proven optima
//
// The yardsticks are hcl's parser alone on the same files with as many workers, conftest with ten rules of ours rewritten for it, and
// opa with the same ten on the files as JSON. Every ratio is that of two runs of the same round, which follow each other, and of these
// the median. Nothing that it finds makes it fail; a run that does not end as it should does.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGPIPE)
	err := run(ctx, os.Args[1:])
	stop()
	switch {
	case errors.Is(err, flag.ErrHelp):
	case err != nil:
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

// run is this program, or one of its children: what takes much memory runs in a process of its own, because a process is never said to
// have needed less memory than the one that started it.
func run(ctx context.Context, arguments []string) error {
	if len(arguments) > 0 {
		if child := children()[arguments[0]]; child != nil {
			return child(arguments[1:])
		}
	}
	o, err := optionsOf(arguments)
	if err != nil {
		return err
	}
	if o.instances != "" {
		return compareInstances(ctx, o.instances, os.Stdout)
	}
	work, err := os.MkdirTemp("", "compare")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }() // it is in the folder for what is temporary
	c := &comparison{ctx: ctx, options: o, work: work, table: newTable(os.Stdout), progress: os.Stderr}
	if c.self, err = os.Executable(); err != nil {
		return err
	}
	return c.run()
}

func children() map[string]func(arguments []string) error {
	return map[string]func([]string) error{
		"generate": generate, "parse": parse, "dump": dump, "waves": planWaves,
		"company": writeCompany, "load": load, "costs": writeCosts,
	}
}

// options are what was asked for on the command line.
type options struct {
	// mailboxes are the sizes of the organizations, and shapes how they are cut into files.
	mailboxes []int
	shapes    []shape
	rounds    int
	// seeds is how many organizations of each size are planned, each with a seed of its own.
	seeds int
	jobs  int
	full  bool
	peers bool
	// changes compares nothing but steps and bases with a check.
	changes bool
	// editor compares nothing but the language server with a check.
	editor bool
	// plan compares plans of waves; instances is a folder with problems whose optima are proven.
	plan      bool
	instances string
}

func optionsOf(arguments []string) (options, error) {
	o := options{}
	flags := flag.NewFlagSet("compare", flag.ContinueOnError)
	mailboxes := flags.String("mailboxes", "", "numbers of mailboxes, each with 5 grants (default 10000, and with -full 10000,100000)")
	shapes := flags.String("shape", "few,many", "few large files, many small ones, or both")
	flags.IntVar(&o.rounds, "rounds", 5, "how often everything is measured")
	flags.IntVar(&o.seeds, "seeds", 5, "with -plan: how many organizations of each size are planned")
	flags.IntVar(&o.jobs, "jobs", runtime.NumCPU(), "number of workers of hybridlint and of hcl's parser")
	flags.BoolVar(&o.full, "full", false, "up to 1,000,000 grants")
	flags.BoolVar(&o.peers, "peers", false, "compare with conftest and opa, which are built if they have not been yet")
	flags.BoolVar(&o.changes, "changes", false, "compare only simulate and --base with one check")
	flags.BoolVar(&o.editor, "editor", false, "compare only what a keystroke costs the language server with one check")
	flags.BoolVar(&o.plan, "plan", false, "compare waves that are planned with what people do without a plan")
	flags.StringVar(&o.instances, "instances", "", "with -plan: a folder with small problems whose optima are proven, *.tsv")
	if err := flags.Parse(arguments); err != nil {
		return o, err
	}
	if o.instances != "" && !o.plan {
		return o, fmt.Errorf("-instances goes with -plan")
	}
	if flags.NArg() > 0 || o.rounds < 1 || o.jobs < 1 || o.seeds < 1 {
		return o, fmt.Errorf("there are no arguments but flags, and -rounds, -seeds and -jobs are 1 or more")
	}
	switch {
	case *mailboxes != "":
	case o.plan && o.full:
		*mailboxes = "2000,5752,50000"
	case o.plan:
		*mailboxes = "2000,5752"
	case o.full:
		*mailboxes = "10000,100000"
	default:
		*mailboxes = "10000"
	}
	for word := range strings.SplitSeq(*mailboxes, ",") {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 {
			return o, fmt.Errorf("-mailboxes is numbers like 10000,100000, and not %q", *mailboxes)
		}
		o.mailboxes = append(o.mailboxes, n)
	}
	for word := range strings.SplitSeq(*shapes, ",") {
		s := shape(word)
		if _, known := layouts()[s]; !known || s == single {
			return o, fmt.Errorf("-shape is few, many or few,many, and not %q", *shapes)
		}
		o.shapes = append(o.shapes, s)
	}
	return o, nil
}

// comparison is one run.
type comparison struct {
	options
	ctx context.Context
	// self is this program, and program hybridlint.
	self, program string
	// work is a folder for what is generated and written.
	work     string
	table    *table
	progress *os.File
	made     int
}

func (c *comparison) run() error {
	c.say("building hybridlint")
	if err := c.build(); err != nil {
		return err
	}
	steps := []func() error{c.compareSmall, c.compareWhole, c.compareSingle, c.compareOdd, c.compareGrowth, c.compareChanges}
	switch {
	case c.editor:
		steps = []func() error{c.compareEditor}
	case c.changes:
		steps = []func() error{c.compareChanges}
	case c.plan:
		steps = []func() error{c.comparePlans}
	}
	if c.peers {
		steps = append(steps, c.comparePeers)
	}
	c.table.head(fmt.Sprintf("%d workers, medians of %d rounds, %s", c.jobs, c.rounds, runtime.Version()))
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// say tells what is going on.
func (c *comparison) say(format string, arguments ...any) {
	_, _ = fmt.Fprintf(c.progress, "  … "+format+"\n", arguments...)
}

// path is a new name in the folder for what is generated and written.
func (c *comparison) path(name string) string {
	c.made++
	return filepath.Join(c.work, fmt.Sprintf("%d-%s", c.made, name))
}
