package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hybridlint/report"
)

// ruleSet is all rules, by id.
type ruleSet []*report.Rule

// find is the rule with the id or the name, without case.
func (s ruleSet) find(word string) (*report.Rule, error) {
	for _, r := range s {
		if strings.EqualFold(r.ID, word) || strings.EqualFold(r.Name, word) {
			return r, nil
		}
	}
	return nil, fmt.Errorf("there is no rule %q%s", word, didYouMean(word, s.identifiers()))
}

func (s ruleSet) identifiers() []string {
	var all []string
	for _, r := range s {
		all = append(all, r.Name, r.ID)
	}
	return all
}

// rules are the rules of the program. Where they cannot be read the program is broken, and nothing can be checked.
func (p *program) rules() (ruleSet, error) {
	rules, err := p.linter.Rules()
	if err != nil {
		return nil, incomplete(fmt.Errorf("the rules of this program are broken: %w", err))
	}
	return rules, nil
}

func (p *program) rulesCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			rules, err := p.rules()
			if err != nil {
				return err
			}
			switch format {
			case "text":
				err = report.ListText(p.stdout, rules)
			case "json":
				err = report.ListJSON(p.stdout, rules)
			case "markdown":
				err = report.ListMarkdown(p.stdout, rules)
			default:
				return unknown("format", format, listingFormats())
			}
			return written(err)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text, json or markdown")
	complete(c, "format", listingFormats())
	return c
}

func listingFormats() []string { return []string{"text", "json", "markdown"} }

func (p *program) explainCommand() *cobra.Command {
	var color string
	c := &cobra.Command{
		Use:     "explain RULE",
		Short:   "Explain a rule: what, why, when, an example, the fix and Microsoft's pages",
		Example: "  hybridlint explain HYB302\n  hybridlint explain send-as-missing-on-other-side",
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) != 1 {
				return fmt.Errorf("explain takes one rule, by its id or its name; hybridlint rules lists them")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			rules, err := p.linter.Rules()
			if err != nil {
				return nil, cobra.ShellCompDirectiveError
			}
			return ruleSet(rules).identifiers(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, arguments []string) error {
			painted, err := p.paints(color, p.stdout)
			if err != nil {
				return err
			}
			rules, err := p.rules()
			if err != nil {
				return err
			}
			rule, err := rules.find(arguments[0])
			if err != nil {
				return err
			}
			return written(report.Explain(p.stdout, rule, painted))
		},
	}
	addColorFlag(c, &color)
	return c
}

// written turns an error of writing into the end of the program.
func written(err error) error {
	if err == nil {
		return nil
	}
	return incomplete(fmt.Errorf("the output could not be written: %w", err))
}
