package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"hybridlint/report/text"
	"hybridlint/report/visible"

	"github.com/spf13/cobra"

	"hybridlint/loader/exports"
)

const aboutImport = `Reads exports of Exchange, Active Directory and Entra Connect - Export-Csv, ConvertTo-Json or Export-Clixml of Get-
cmdlets, and the CSV files of published permission reports - and writes them as a configuration into a folder. Exports
are known by what is in them, whatever they are called. A folder that has been imported into before is brought up to date:
blocks that you wrote, your comments, and what you added to imported blocks stay.

The account says what became of every row. What could not be made a block of is kept as comments in not_understood.hcl.`

const importExamples = `  hybridlint import exports --out contoso
  hybridlint import cloud.csv onprem.csv --side cloud.csv=cloud --side onprem.csv=corp --out contoso
  hybridlint import exports --out contoso --strict`

// sideFlag is what --side means.
const sideFlag = "where exports come from that do not tell: cloud, the name of a forest, or PATH=cloud, PATH=FOREST for a file or folder"

// exportFlags are the flags of check about exports.
type exportFlags struct {
	from, sides []string
	lenient     bool
}

func (f *exportFlags) add(c *cobra.Command) {
	c.Flags().StringSliceVar(&f.from, "from", nil, "check what these exports say, as import reads them, beside the paths")
	c.Flags().StringArrayVar(&f.sides, "side", nil, sideFlag)
	c.Flags().BoolVar(&f.lenient, "lenient", false, "accept rows of exports that were not understood: the exit status is that of the findings")
}

// importFlags are the flags of import.
type importFlags struct {
	out    string
	sides  []string
	strict bool
	quiet  bool
	color  string
}

func (p *program) importCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:     "import EXPORT... --out FOLDER",
		Short:   "Make a configuration of exports",
		Long:    aboutImport,
		Example: importExamples,
		RunE:    func(c *cobra.Command, paths []string) error { return p.importExports(c.Context(), &f, paths) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.out, "out", "o", "", "the folder for the configuration; it is made where there is none")
	flags.StringArrayVar(&f.sides, "side", nil, sideFlag)
	flags.BoolVar(&f.strict, "strict", false, "fail when a row was not understood")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "no account, only problems")
	addColorFlag(c, &f.color)
	return c
}

func (p *program) importExports(ctx context.Context, f *importFlags, paths []string) error {
	switch {
	case len(paths) == 0:
		return errors.New("import needs the files or folders to read; the script that hybridlint collect prints makes them")
	case f.out == "":
		return errors.New("import needs --out, the folder for the configuration")
	}
	sides, err := sidesOf(f.sides)
	if err != nil {
		return err
	}
	painted, err := p.paints(f.color, p.stderr)
	if err != nil {
		return err
	}
	progress := p.newProgress()
	defer keepMemoryLimit()()
	configuration, problems, err := exports.Import(ctx, exports.Options{Paths: paths, Dir: p.directory, Sides: sides, Begin: memoryForExports, Progress: progress.stage("reading exports")})
	if ctx.Err() != nil || err != nil {
		progress.stop()
		return cmp.Or(ctx.Err(), err)
	}
	changed, taken, err := p.writeConfiguration(ctx, f.out, configuration, progress.stage("writing"))
	progress.stop()
	if err != nil {
		return incomplete(err)
	}
	if len(problems) > 0 {
		if err := text.WriteProblems(p.stderr, problems, configuration.Lines, painted); err != nil {
			return incomplete(err)
		}
	}
	if !f.quiet {
		if err := writeAccount(visible.Log(p.stdout), configuration, f.out, changed, taken); err != nil {
			return incomplete(err)
		}
	}
	lost, notRead := configuration.Account.Lost(), configuration.Account.NotRead()
	switch {
	case f.strict && lost > 0:
		return incomplete(fmt.Errorf("%s not understood, and --strict was given", were(lost, "row")))
	case f.strict && notRead > 0:
		return incomplete(fmt.Errorf("%s no export, and --strict was given", is(notRead, "file")))
	case len(problems) > 0:
		return incomplete(fmt.Errorf("the import is not complete: %s", counted(len(problems), "problem")))
	}
	return nil
}

// is is "1 file is" and "2 files are".
func is(n int, noun string) string {
	if n == 1 {
		return "1 " + noun + " is"
	}
	return counted(n, noun) + " are"
}

// were is "1 row was" and "2 rows were".
func were(n int, noun string) string {
	if n == 1 {
		return "1 " + noun + " was"
	}
	return counted(n, noun) + " were"
}

// sidesOf reads the values of --side.
func sidesOf(flags []string) ([]exports.SideOf, error) {
	var sides []exports.SideOf
	general := ""
	for _, value := range flags {
		path, side, found := strings.Cut(value, "=")
		if !found {
			path, side = "", value
		}
		side = strings.TrimSpace(side)
		switch {
		case side == "" || found && path == "":
			return nil, fmt.Errorf("--side is cloud, the name of a forest, or PATH=SIDE, and not %q", value)
		case !found && general != "" && !strings.EqualFold(general, side):
			return nil, fmt.Errorf("--side was given as %q and as %q; say which files are from which: --side PATH=%s", general, side, side)
		case !found:
			general = side
		}
		sides = append(sides, exports.SideOf{Path: path, Side: side})
	}
	return sides, nil
}

// writeAccount says what became of every row.
func writeAccount(w io.Writer, c *exports.Configuration, out string, changed []string, taken exports.Changes) error {
	var b strings.Builder
	read, used := 0, 0
	for _, f := range c.Account.Files {
		writeFileAccount(&b, f)
	}
	for _, t := range c.Account.Tallies {
		read, used = read+t.Read, used+t.Used
		fmt.Fprintf(&b, "%s: %s read, %d used\n", visible.Text(t.Kind), counted(t.Read, "row"), t.Used)
		writeReasons(&b, "ignored", t.Ignored)
		writeReasons(&b, "not understood", t.NotUnderstood)
	}
	for _, remark := range c.Account.Remarks {
		fmt.Fprintf(&b, "note: %s\n", visible.Text(remark))
	}
	fmt.Fprintf(&b, "%s, %s: %d used, %d not understood\n", counted(c.Account.FilesRead(), "file"), counted(read, "row"), used, c.Account.Lost())
	blocks := c.Blocks()
	for _, group := range slices.Sorted(maps.Keys(blocks)) {
		fmt.Fprintf(&b, "  %s: %s\n", group, counted(blocks[group], "block"))
	}
	writeTaken(&b, taken)
	switch len(changed) {
	case 0:
		fmt.Fprintf(&b, "%s is up to date\n", visible.Text(filepath.ToSlash(out)))
	default:
		fmt.Fprintf(&b, "changed in %s: %s\n", visible.Text(filepath.ToSlash(out)), visible.Text(strings.Join(changed, ", ")))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// mostTaken is how many blocks are named that were removed.
const mostTaken = 100

// writeTaken says which blocks the exports no longer have.
func writeTaken(b *strings.Builder, taken exports.Changes) {
	for _, list := range []struct {
		what   string
		blocks []string
	}{{"removed, as the exports no longer have", taken.Removed}, {"kept as a comment, as the exports no longer have but somebody added to", taken.KeptAside}} {
		if len(list.blocks) == 0 {
			continue
		}
		fmt.Fprintf(b, "%s %s:\n", list.what, counted(len(list.blocks), "block"))
		for _, block := range list.blocks[:min(len(list.blocks), mostTaken)] {
			fmt.Fprintf(b, "  %s\n", visible.Text(block))
		}
		if more := len(list.blocks) - mostTaken; more > 0 {
			fmt.Fprintf(b, "  and %d more\n", more)
		}
	}
	if taken.Kept > 0 {
		fmt.Fprintf(b, "%s that these exports do not have stay: not everything that they were made of was exported and understood this time\n", counted(taken.Kept, "block"))
	}
}

// writeFileAccount says what became of a file.
func writeFileAccount(b *strings.Builder, f exports.FileAccount) {
	fmt.Fprintf(b, "%s: ", visible.Text(f.Name))
	if f.NotRead != "" {
		fmt.Fprintf(b, "not read: %s\n", visible.Text(f.NotRead))
		return
	}
	b.WriteString(counted(f.Rows, "row"))
	if len(f.Kinds) > 0 {
		fmt.Fprintf(b, " of %s", visible.Text(strings.Join(f.Kinds, ", ")))
	}
	if len(f.Sides) > 0 {
		fmt.Fprintf(b, ", from %s", visible.Text(strings.Join(f.Sides, ", ")))
	}
	b.WriteByte('\n')
}

func writeReasons(b *strings.Builder, what string, reasons map[string]int) {
	sorted := slices.SortedFunc(maps.Keys(reasons), func(x, y string) int { return cmp.Or(cmp.Compare(reasons[y], reasons[x]), cmp.Compare(x, y)) })
	for _, reason := range sorted {
		fmt.Fprintf(b, "  %d %s: %s\n", reasons[reason], what, visible.Text(reason))
	}
}
