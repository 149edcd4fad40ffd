package main

import (
	"context"
	"fmt"
	"strings"

	"hybridlint/report/explain"
	"hybridlint/report/tables/json"

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
func (p *program) rules(ctx context.Context, own ownPolicies) (*knownRules, error) {
	known, err := p.linter.Rules(ctx, own)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, incomplete(fmt.Errorf("the rules of this program are broken: %w", err))
	}
	return known, nil
}

func (p *program) rulesCommand() *cobra.Command {
	var format string
	var own ownFlags
	c := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			known, err := p.rulesWithOwn(c.Context(), &own, c.Flags())
			if err != nil {
				return err
			}
			switch format {
			case "text":
				err = explain.List(p.stdout, known.Rules)
			case "json":
				err = json.Rules(p.stdout, known.Rules)
			case "markdown":
				err = explain.ListMarkdown(p.stdout, known.Rules)
			default:
				return unknown("format", format, listingFormats())
			}
			if err != nil {
				return written(err)
			}
			return p.tellProblems(known)
		},
	}
	own.add(c)
	c.Flags().StringVar(&format, "format", "text", "text, json or markdown")
	complete(c, "format", listingFormats())
	return c
}

func listingFormats() []string { return []string{"text", "json", "markdown"} }

func (p *program) explainCommand() *cobra.Command {
	var color string
	var own ownFlags
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
		ValidArgsFunction: func(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			known, err := p.rulesWithOwn(c.Context(), &own, c.Flags())
			if err != nil {
				return nil, cobra.ShellCompDirectiveError
			}
			return known.Rules.identifiers(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, arguments []string) error {
			painted, err := p.paints(color, p.stdout)
			if err != nil {
				return err
			}
			known, err := p.rulesWithOwn(c.Context(), &own, c.Flags())
			if err != nil {
				return err
			}
			rule, err := known.Rules.find(arguments[0])
			if err != nil {
				_ = p.tellProblems(known) // the rule may be one of those that cannot be read
				return err
			}
			if err := explain.Text(p.stdout, rule, painted); err != nil {
				return written(err)
			}
			return p.tellProblems(known)
		},
	}
	own.add(c)
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
