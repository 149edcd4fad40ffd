package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hybridlint/loader"
	"hybridlint/report"
	"hybridlint/report/explain"
	"hybridlint/report/tables/json"
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

// matching are the rules whose id or name begins with what stands before a * at the end of the word; else the one rule that it is.
func (s ruleSet) matching(word string) (ruleSet, error) {
	prefix, many := strings.CutSuffix(strings.ToLower(word), "*")
	if !many {
		one, err := s.find(word)
		return ruleSet{one}, err
	}
	begins := func(text string) bool { return strings.HasPrefix(strings.ToLower(text), prefix) }
	found := s.where(func(r *report.Rule) bool { return begins(r.ID) || begins(r.Name) })
	if len(found) == 0 {
		return nil, fmt.Errorf("no rule begins with %q; hybridlint rules lists them", prefix)
	}
	return found, nil
}

func (s ruleSet) where(holds func(*report.Rule) bool) ruleSet {
	return slices.DeleteFunc(slices.Clone(s), func(r *report.Rule) bool { return !holds(r) })
}

// about are the rules that say all of the words, in whatever form a word has there: send_as is "Send As", too.
func (s ruleSet) about(text string) ruleSet {
	spaces := strings.NewReplacer("_", " ", "-", " ")
	words := strings.Fields(spaces.Replace(strings.ToLower(text)))
	return s.where(func(r *report.Rule) bool {
		said := spaces.Replace(strings.ToLower(strings.Join([]string{r.ID, r.Name, r.Title, r.Description, r.Message, strings.Join(r.Scopes, " ")}, "\n")))
		return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(said, word) })
	})
}

// inFamily are the rules of a family.
func (s ruleSet) inFamily(name string) (ruleSet, error) {
	found := s.where(func(r *report.Rule) bool { return strings.EqualFold(r.Family, name) })
	if len(found) == 0 {
		var families []string
		for _, r := range s {
			families = append(families, r.Family)
		}
		slices.Sort(families)
		return nil, fmt.Errorf("--family: %w", unknown("family", name, slices.Compact(families)))
	}
	return found, nil
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
	var format, family, search string
	var own ownFlags
	c := &cobra.Command{
		Use:     "rules",
		Short:   "List the rules",
		Example: "  hybridlint rules\n  hybridlint rules --family batches\n  hybridlint rules --search 'send as group'",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			known, err := p.rulesWithOwn(c.Context(), &own, c.Flags())
			if err != nil {
				return err
			}
			listed := known.Rules
			if family != "" {
				if listed, err = listed.inFamily(family); err != nil {
					return err
				}
			}
			if listed = listed.about(search); len(listed) == 0 {
				return fmt.Errorf("--search: no rule is about %q", search)
			}
			switch format {
			case "text":
				err = explain.List(p.stdout, listed)
			case "json":
				err = json.Rules(p.stdout, listed)
			case "markdown":
				err = explain.ListMarkdown(p.stdout, listed)
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
	c.Flags().StringVar(&family, "family", "", "only the rules of this family, which is the folder that they are in")
	c.Flags().StringVar(&search, "search", "", "only the rules that say all of these words")
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
		Long:    aboutExplain,
		Example: "  hybridlint explain HYB302\n  hybridlint explain 'HYB7*'\n  hybridlint explain grant",
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
			found, err := known.Rules.matching(arguments[0])
			if described := loader.Describe(arguments[0]); err != nil && described != nil {
				return written(p.explainWord(arguments[0], described, known.Rules))
			}
			if err != nil {
				_ = p.tellProblems(known) // the rule may be one of those that cannot be read
				return err
			}
			if err := p.explainRules(found, painted); err != nil {
				return written(err)
			}
			return p.tellProblems(known)
		},
	}
	own.add(c)
	addColorFlag(c, &color)
	return c
}

const aboutExplain = `Explains a rule by its id or its name, and all whose id or name begins with what stands before a * at the end. Of a word of the
language, a block or an attribute, it tells what help tells, and lists the rules that speak of it.`

// explainRules explains one rule after the other, with a line between them.
func (p *program) explainRules(rules ruleSet, painted bool) error {
	for i, rule := range rules {
		if i > 0 {
			if _, err := fmt.Fprint(p.stdout, "\n----\n\n"); err != nil {
				return err
			}
		}
		if err := explain.Text(p.stdout, rule, painted); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) explainWord(word string, described []loader.Described, rules ruleSet) error {
	if err := describe(p.stdout, described); err != nil {
		return err
	}
	about := rules.about(word)
	if len(about) == 0 {
		return nil
	}
	if _, err := fmt.Fprintf(p.stdout, "\nRules that speak of it:\n\n"); err != nil {
		return err
	}
	return explain.List(p.stdout, about)
}

// written turns an error of writing into the end of the program.
func written(err error) error {
	if err == nil {
		return nil
	}
	return incomplete(fmt.Errorf("the output could not be written: %w", err))
}
