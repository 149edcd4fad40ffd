package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hybridlint/loader"
)

const aboutHelp = `Tells about a command, about a topic, or about a word of the language: a block, with all of its attributes, their values and
their defaults, or an attribute, in every block that has it.`

const helpExamples = `  hybridlint help check
  hybridlint help language
  hybridlint help grant
  hybridlint help present_in`

// helpCommand is cobra's, with the words of the language, and a topic that does not exist is an error.
func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND or TOPIC or WORD]",
		Short:   "Help about a command, a topic, or a block or attribute of the language",
		Long:    aboutHelp,
		Example: helpExamples,
		ValidArgsFunction: func(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			return slices.Concat(commandNames(c.Root()), loader.Describable()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, arguments []string) error {
			found, rest, err := c.Root().Find(arguments)
			if err == nil && len(rest) == 0 && found != nil {
				found.InitDefaultHelpFlag()
				return written(found.Help())
			}
			if len(arguments) == 1 {
				if described := loader.Describe(arguments[0]); described != nil {
					return written(describe(p.stdout, described))
				}
			}
			return fmt.Errorf("there is no help about %q%s", strings.Join(arguments, " "), didYouMean(arguments[0], slices.Concat(commandNames(c.Root()), loader.Describable())))
		},
	}
}

// describe writes parts of the language's reference, each below the blocks that it stands in.
func describe(w io.Writer, parts []loader.Described) error {
	for i, part := range parts {
		text := part.Text + "\n"
		if len(part.Within) > 0 {
			text = "# in " + strings.Join(part.Within, ", ") + "\n" + text
		}
		if i > 0 {
			text = "\n" + text
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	return nil
}

func languageTopic() *cobra.Command {
	return topic("language", "Every block and attribute of a configuration", func() string { return strings.TrimSpace(loader.Page()) + "\n" })
}
