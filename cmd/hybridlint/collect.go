package main

import (
	"io"

	"github.com/spf13/cobra"

	"hybridlint/loader/exports"
)

const aboutCollect = `Prints the script that collects what import and check --from read: a script for PowerShell, which is run where the servers
are. It calls nothing that changes anything, and says at its top which roles it needs and how it is called.`

const collectExamples = `  hybridlint collect --output collect.ps1
  hybridlint collect > collect.ps1`

func (p *program) collectCommand() *cobra.Command {
	var output string
	c := &cobra.Command{
		Use:     "collect",
		Short:   "Print the script that collects exports",
		Long:    aboutCollect,
		Example: collectExamples,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return written(p.write(output, func(w io.Writer) error {
				_, err := io.WriteString(w, exports.Collector)
				return err
			}))
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "write the script to this file")
	return c
}
