package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hybridlint/loader/suggest"
	"hybridlint/report/tables/json"
)

const aboutProgram = `hybridlint reads the delegation of a Microsoft 365 hybrid Exchange organization, written down in HCL, and reports
what will not work, is not supported, or breaks with the next migration batch, with the fix and Microsoft's page.

It reads files and writes a report. It never connects to anything.`

func (p *program) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "hybridlint",
		Short: "Check the delegation of a hybrid Exchange organization",
		Long:  aboutProgram,
		// Errors are said in one place, run.
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       p.tool.Version,
		Args:          cobra.ArbitraryArgs,
		RunE:          p.withoutCommand,
	}
	root.AddCommand(p.checkCommand(), p.simulateCommand(), p.planCommand(), p.fixCommand(), p.importCommand(), p.collectCommand(), p.rulesCommand(), p.explainCommand(), p.settingsCommand(), p.testCommand(), p.factsCommand(), p.newRuleCommand(), p.lspCommand(), p.packagingCommand(), p.versionCommand(), exitCodesTopic(), limitsTopic(), p.metadataTopic(), jsonTopic(), languageTopic())
	root.SetHelpCommand(p.helpCommand())
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveDefault)
	return root
}

// withoutCommand is what the program does when it is not told what to do: nothing, and that is no success.
func (p *program) withoutCommand(c *cobra.Command, arguments []string) error {
	if len(arguments) > 0 {
		return fmt.Errorf("there is no command %q%s", arguments[0], didYouMean(arguments[0], commandNames(c)))
	}
	c.SetOut(p.stderr)
	if err := c.Help(); err != nil {
		return err
	}
	return status(ExitUsage)
}

func commandNames(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if !sub.Hidden {
			names = append(names, sub.Name())
		}
	}
	return names
}

func exitCodesTopic() *cobra.Command {
	return &cobra.Command{Use: "exit-codes", Short: "What the exit codes mean", Long: exitCodesHelp()}
}

func jsonTopic() *cobra.Command {
	return topic("json", "The JSON Schemas of check, simulate and plan --format json", func() string {
		var schemas []string
		for _, schema := range []string{json.Schema(), json.SimulationSchema(), json.PlanSchema()} {
			schemas = append(schemas, strings.TrimSpace(schema))
		}
		return strings.Join(schemas, "\n\n") + "\n"
	})
}

func (p *program) metadataTopic() *cobra.Command {
	return topic("metadata", "What stands above a rule of your own", p.linter.MetadataHelp)
}

// topic is a page of help. Its text is made when it is asked for, as making it would take a part of every start.
func topic(name, about string, text func() string) *cobra.Command {
	c := &cobra.Command{Use: name, Short: about}
	c.SetHelpFunc(func(c *cobra.Command, _ []string) { c.Print(text()) })
	return c
}

func (p *program) versionCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "version",
		Short: "Tell the version and how it was built",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "text":
				_, err := fmt.Fprintln(p.stdout, readBuild())
				return written(err)
			case "json":
				return written(readBuild().writeJSON(p.stdout))
			default:
				return unknown("format", format, versionFormats())
			}
		},
	}
	c.Flags().StringVar(&format, "format", "text", list(versionFormats()))
	complete(c, "format", versionFormats())
	return c
}

func versionFormats() []string { return []string{"text", "json"} }

func noArguments(c *cobra.Command, arguments []string) error {
	if len(arguments) > 0 {
		return fmt.Errorf("%s takes no arguments, and was given %q", c.Name(), arguments[0])
	}
	return nil
}

// flagError adds the flag that may have been meant.
func flagError(c *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	if !errors.As(err, &missing) {
		return err
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := suggest.Nearest(missing.GetSpecifiedName(), names); near != "" && missing.GetSpecifiedShortnames() == "" {
		return fmt.Errorf("%w; did you mean --%s?", err, near)
	}
	return err
}

// complete offers the values of a flag to a shell.
func complete(c *cobra.Command, flag string, values []string) {
	err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag does not exist: a mistake of the programmer
	}
}
