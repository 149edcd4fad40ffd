package main

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hybridlint/report/text"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hybridlint/loader"
	"hybridlint/report"
)

// ownPolicies are the folders with rules of the user's own, and what these may take.
type ownPolicies struct {
	// Directory is the working directory, to which the folders are relative.
	Directory string
	Folders   []string
	Limits    limitValues
	// Tree is where folders of the repository are read from; nil for the files of the machine.
	Tree *loader.Tree
}

// knownRules are all rules, and what is wrong with those of the user's own.
type knownRules struct {
	// Rules are in the order of their ids. One that cannot be evaluated is among them.
	Rules    ruleSet
	Problems []report.Problem
	Sources  report.Sources
}

// ownFlags say where the settings are, and where the rules of the user's own.
type ownFlags struct {
	policies []string
	limits   []string
	config   string
}

func (f *ownFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringArrayVar(&f.policies, "policies", nil, "run the rules in this folder of your own too; may be repeated")
	flags.StringArrayVar(&f.limits, "limit", nil, limitsHelp())
	flags.StringVar(&f.config, "config", "", "the settings file; by default "+settingsFileName+" in this folder or the nearest above")
	var names []string
	for _, name := range limitNames() {
		names = append(names, name+"=")
	}
	if err := c.RegisterFlagCompletionFunc("limit", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoSpace|cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag does not exist: a mistake of the programmer
	}
	if err := c.MarkFlagDirname("policies"); err != nil {
		panic(err)
	}
}

// override puts the flags over what the settings file says. Folders are added to those of the file: who tries one more rule
// still wants the others.
func (f *ownFlags) override(p *program, s *settings) error {
	for _, folder := range f.policies {
		if folder == "" {
			return fmt.Errorf("--policies is the name of a folder")
		}
		s.addPolicies(sourced[string]{relativeTo(p.directory, p.inDirectory(folder)), "--policies"})
	}
	return overrideLimits(s.limits, f.limits)
}

func (s *settings) addPolicies(folder sourced[string]) {
	if !slices.Contains(values(s.policies), folder.value) {
		s.policies = append(s.policies, folder)
	}
}

func (p *program) ownPolicies(s *settings) ownPolicies {
	return ownPolicies{Directory: p.directory, Folders: values(s.policies), Limits: s.limitValues(), Tree: s.tree}
}

// readPolicies reads the setting policies: folders, relative to that of the settings file.
func (f *settingsFile) readPolicies(a *hclsyntax.Attribute) {
	for _, e := range f.strings(a) {
		if e.text == "" || strings.ContainsRune(e.text, 0) {
			f.problem(e.at, "Invalid folder", "Here belongs the name of a folder, relative to that of "+f.name+".")
			continue
		}
		folder := filepath.ToSlash(e.text)
		if !filepath.IsAbs(e.text) {
			folder = path.Join(path.Dir(f.name), folder)
		}
		f.settings.addPolicies(sourced[string]{path.Clean(folder), f.origin(e.at)})
	}
}

// rulesWithOwn are all rules for a command that needs nothing else of the settings: other mistakes in the file are not
// its business.
func (p *program) rulesWithOwn(ctx context.Context, f *ownFlags, given *pflag.FlagSet) (*knownRules, error) {
	file, err := p.openSettings(f.config, given.Changed("config"))
	if err != nil {
		return nil, err
	}
	if len(file.problems) > 0 {
		return nil, p.wrongSettings(file)
	}
	if err := f.override(p, file.settings); err != nil {
		return nil, err
	}
	return p.rules(ctx, p.ownPolicies(file.settings))
}

// tellProblems tells what is wrong with the user's own rules, where there is no report for that, and ends the command as a
// run that was not complete.
func (p *program) tellProblems(known *knownRules) error {
	if len(known.Problems) == 0 {
		return nil
	}
	color, _ := p.paints("auto", p.stderr)
	if err := text.WriteProblems(p.stderr, known.Problems, known.Sources, color); err != nil {
		return err
	}
	return status(ExitIncomplete)
}

// casesOf are the folders with cases of the user's own rules, which are no part of a configuration unless a path leads to test
// data. Whatever else lies in test data is read: nothing hides in it.
func (p *program) casesOf(known ruleSet, folders, paths []string) []string {
	var cases []string
	for _, folder := range folders {
		testdata := path.Join(relativeTo(p.directory, p.inDirectory(folder)), "testdata")
		named := func(word string) bool {
			return strings.HasPrefix(relativeTo(p.directory, p.inDirectory(word))+"/", testdata+"/")
		}
		if slices.ContainsFunc(paths, named) {
			continue
		}
		for _, rule := range known {
			if !strings.HasPrefix(rule.ID, report.ProgramPrefix) {
				cases = append(cases, path.Join(testdata, "rules", rule.ID))
			}
		}
	}
	return cases
}
