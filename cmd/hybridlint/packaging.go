package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"hybridlint/loader/exports"
)

// packagingCommand writes what an archive or a package holds beside the program. It is for releases, so that no help lists it.
func (p *program) packagingCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:    "packaging",
		Short:  "Write man pages, completions and collect.ps1 for a release",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			files, err := p.packaged(c.Root())
			if err != nil {
				return incomplete(err)
			}
			return written(p.writePackaged(out, files))
		},
	}
	c.Flags().StringVarP(&out, "out", "o", "packaging", "the folder to write them to")
	return c
}

// packagedFile is a file of a release; its name has "/" between its parts.
type packagedFile struct{ name, text string }

// packaged are the files, the same for the same commit on every system.
func (p *program) packaged(root *cobra.Command) ([]packagedFile, error) {
	root.InitDefaultCompletionCmd()
	files := []packagedFile{{"collect.ps1", exports.Collector}}
	completions := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"hybridlint.bash", func(w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
		{"_hybridlint", root.GenZshCompletion},
		{"hybridlint.fish", func(w io.Writer) error { return root.GenFishCompletion(w, true) }},
		{"hybridlint.ps1", root.GenPowerShellCompletionWithDesc},
	}
	for _, completion := range completions {
		var b bytes.Buffer
		if err := completion.write(&b); err != nil {
			return nil, err
		}
		files = append(files, packagedFile{"completions/" + completion.name, b.String()})
	}
	made, err := p.sourceDate()
	if err != nil {
		return nil, err
	}
	root.DisableAutoGenTag = true // it has the day of today
	for _, command := range withPages(root) {
		var b bytes.Buffer
		if err := doc.GenMan(command, &doc.GenManHeader{Section: "1", Source: p.tool.Name + " " + p.tool.Version, Date: &made}, &b); err != nil {
			return nil, err
		}
		files = append(files, packagedFile{"man/" + strings.ReplaceAll(command.CommandPath(), " ", "-") + ".1", b.String()})
	}
	slices.SortFunc(files, func(x, y packagedFile) int { return bytes.Compare([]byte(x.name), []byte(y.name)) })
	return files, nil
}

// withPages are a command and those below it that help lists; topics are texts of help.
func withPages(command *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{command}
	for _, c := range command.Commands() {
		if c.IsAvailableCommand() && !c.IsAdditionalHelpTopicCommand() {
			all = append(all, withPages(c)...)
		}
	}
	return all
}

// sourceDate is the day that a build says of its source, as https://reproducible-builds.org/specs/source-date-epoch/ has it: seconds
// since 1970. The clock is not asked, as two builds of a commit are to give the same bytes.
func (p *program) sourceDate() (time.Time, error) {
	said := p.getenv("SOURCE_DATE_EPOCH")
	if said == "" {
		return time.Unix(0, 0).UTC(), nil
	}
	seconds, err := strconv.ParseInt(said, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH is %q; it is the seconds since 1970", said)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

func (p *program) writePackaged(out string, files []packagedFile) error {
	folder, err := makeFolder(p.directory, out)
	if err != nil {
		return err
	}
	defer folder.Close()
	for _, f := range files {
		if err := writeBelow(folder, f.name, func(w io.Writer) error { _, err := io.WriteString(w, f.text); return err }); err != nil {
			return err
		}
	}
	return nil
}
