package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"hybridlint/report/visible"

	"github.com/spf13/cobra"
)

const aboutFacts = `Lists what the rules of a scope can read: facts of the input with their types or all of their words, and inferences, what the
program makes of the facts. A fact that is not declared is undefined in Rego, except where it is a boolean that is always known.

A rule sees facts and no names: who a finding is about enters its message from the METADATA.`

// facts are what rules of a scope can read.
type facts struct {
	// Lines say how METADATA refers to them, and then one for each fact.
	Lines []string
	// Schema is the JSON Schema of the input.
	Schema map[string]any
	// Scopes are all scopes; the others are empty where the scope is none of them.
	Scopes []string
}

func (p *program) factsCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:     "facts SCOPE",
		Short:   "List the facts that rules of a scope can read",
		Long:    aboutFacts,
		Example: "  hybridlint facts grant\n  hybridlint facts grant --format schema > entry.json",
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) == 1 {
				return nil
			}
			all, err := p.linter.Facts("")
			if err != nil {
				return incomplete(err)
			}
			return fmt.Errorf("facts takes one scope: %s", list(all.Scopes))
		},
		ValidArgsFunction: func(_ *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			all, err := p.linter.Facts("")
			if err != nil {
				return nil, cobra.ShellCompDirectiveError
			}
			return all.Scopes, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, arguments []string) error { return p.facts(arguments[0], format) },
	}
	c.Flags().StringVar(&format, "format", "text", "text or schema, a JSON Schema")
	complete(c, "format", factFormats())
	return c
}

func factFormats() []string { return []string{"text", "schema"} }

func (p *program) facts(scope, format string) error {
	f, err := p.linter.Facts(scope)
	if err != nil {
		return incomplete(err)
	}
	switch {
	case !slices.Contains(f.Scopes, scope):
		return unknown("scope", scope, f.Scopes)
	case format == "schema":
		encoder := json.NewEncoder(p.stdout)
		encoder.SetIndent("", "  ")
		return written(encoder.Encode(f.Schema))
	case format != "text":
		return unknown("format", format, factFormats())
	}
	for _, line := range f.Lines {
		if _, err := io.WriteString(visible.Log(p.stdout), visible.Text(line)+"\n"); err != nil {
			return written(err)
		}
	}
	return nil
}
