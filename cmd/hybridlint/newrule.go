package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"hybridlint/report"
	"hybridlint/report/visible"
)

//go:embed scaffold/*.tmpl
var scaffold embed.FS

const aboutNewRule = `Writes a new rule into a checkout of hybridlint, with its tests and fixtures:

  policies/FAMILY/NAME.rego          the condition, with METADATA above it
  policies/FAMILY/NAME_test.rego     its tests
  testdata/rules/ID/bad.hcl          a configuration that it reports
  testdata/rules/ID/good.hcl         one that it does not

With --policies DIR it writes a rule of your own instead, into a folder for "hybridlint check --policies DIR":

  DIR/FAMILY/NAME.rego, DIR/FAMILY/NAME_test.rego, DIR/testdata/rules/ID/bad.hcl and good.hcl

"hybridlint test DIR" tests it; "hybridlint facts SCOPE" lists what it can read.

A rule works as it is written. Change it from there to what it is to find. In a checkout, what is
written from the rules, as pages and goldens, takes it in with

  go test ./policies ./cmd/hybridlint -update

and then go test ./... passes. Run that in the folder that holds policies.`

func (p *program) newRuleCommand() *cobra.Command {
	var folder string
	c := &cobra.Command{
		Use:     "new-rule FAMILY NAME",
		Short:   "Write the files of a new rule, of your own or into a checkout of hybridlint",
		Long:    aboutNewRule,
		Example: "  hybridlint new-rule --policies rules contoso full-access-by-legacy-name\n  hybridlint new-rule send_as send-as-of-a-former-employee",
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) != 2 {
				return errors.New("new-rule takes a family and a name")
			}
			return nil
		},
		ValidArgsFunction: func(c *cobra.Command, arguments []string, _ string) ([]string, cobra.ShellCompDirective) {
			known, err := p.linter.Rules(c.Context(), ownPolicies{})
			if err != nil || len(arguments) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return known.Rules.families(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, arguments []string) error {
			if c.Flags().Changed("policies") {
				return p.writeOwnRule(c.Context(), folder, arguments[0], arguments[1])
			}
			known, err := p.rules(c.Context(), ownPolicies{})
			if err != nil {
				return err
			}
			rule, err := newRule(known.Rules, arguments[0], arguments[1], p.now())
			if err != nil {
				return err
			}
			if info, err := os.Stat(p.inDirectory(filepath.Join("policies", rule.Family))); err != nil || !info.IsDir() {
				return fmt.Errorf("there is no folder policies/%s here; run this in a checkout of hybridlint, or name a folder for rules of your own with --policies", rule.Family)
			}
			return p.writeRule(rule, "policies", "testdata")
		},
	}
	c.Flags().StringVar(&folder, "policies", "", "write a rule of your own into this folder")
	if err := c.MarkFlagDirname("policies"); err != nil {
		panic(err) // the flag does not exist: a mistake of the programmer
	}
	return c
}

// ruleToBe is what the templates of a rule are filled with.
type ruleToBe struct {
	ID, Family, Title, Tag, Today string
	// Package is the rule's name with underscores: that of its file. Path is that of its Rego package.
	Package, Path string
	Profile       report.Profile
}

var ruleName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)+$`)

func newRule(rules ruleSet, family, name string, today time.Time) (*ruleToBe, error) {
	if !slices.Contains(rules.families(), family) {
		return nil, unknown("family", family, rules.families())
	}
	r, err := namedRule(rules, family, name, today)
	if err != nil {
		return nil, err
	}
	r.Path, r.Profile = "hybridlint."+r.Path, report.ExtendedProfile
	r.ID, err = rules.freeID(family)
	return r, err
}

// namedRule is a rule that has no id yet.
func namedRule(rules ruleSet, family, name string, today time.Time) (*ruleToBe, error) {
	name = strings.ReplaceAll(name, "_", "-")
	if !ruleName.MatchString(name) {
		return nil, fmt.Errorf("%q is no name of a rule; write a few words in lower case, joined by dashes", name)
	}
	if _, err := rules.find(name); err == nil {
		return nil, fmt.Errorf("there is a rule %q already", name)
	}
	words, file := strings.ReplaceAll(name, "-", " "), strings.ReplaceAll(name, "-", "_")
	return &ruleToBe{
		Family: family, Title: string(unicode.ToUpper(rune(words[0]))) + words[1:], Package: file, Path: family + "." + file,
		Tag: strings.ReplaceAll(family, "_", "-"), Today: today.Format(time.DateOnly),
	}, nil
}

func (s ruleSet) families() []string {
	var families []string
	for _, r := range s {
		families = append(families, r.Family)
	}
	slices.Sort(families)
	return slices.Compact(families)
}

// freeID is the one behind the last of a family. A gap may be a rule that is gone, and an id is never used again.
func (s ruleSet) freeID(family string) (string, error) {
	last := ""
	for _, r := range s {
		if r.Family == family {
			last = max(last, r.ID)
		}
	}
	prefix := last[:max(0, len(last)-3)]
	number, err := strconv.Atoi(last[len(prefix):])
	switch {
	case err != nil:
		return "", fmt.Errorf("the id %q of a rule does not end in three digits", last)
	case number%100 == 99:
		return "", fmt.Errorf("the family %s has no free id behind %s", family, last)
	default:
		return fmt.Sprintf("%s%03d", prefix, number+1), nil
	}
}

// writeRule writes the files of a rule into a folder for policies and one for fixtures.
func (p *program) writeRule(r *ruleToBe, policies, fixtures string) error {
	files := map[string]string{
		"rule.rego.tmpl":      filepath.Join(policies, r.Family, r.Package+".rego"),
		"rule_test.rego.tmpl": filepath.Join(policies, r.Family, r.Package+"_test.rego"),
		"bad.hcl.tmpl":        filepath.Join(fixtures, "rules", r.ID, "bad.hcl"),
		"good.hcl.tmpl":       filepath.Join(fixtures, "rules", r.ID, "good.hcl"),
	}
	templates, err := template.ParseFS(scaffold, "scaffold/*.tmpl")
	if err != nil {
		return err
	}
	for _, name := range keysOf(files) {
		var content bytes.Buffer
		if err := templates.ExecuteTemplate(&content, name, r); err != nil {
			return err
		}
		if err := p.createFile(files[name], content.Bytes()); err != nil {
			return incomplete(err)
		}
	}
	for _, file := range slices.Sorted(maps.Values(files)) {
		if _, err := fmt.Fprintln(visible.Log(p.stdout), filepath.ToSlash(file)); err != nil {
			return written(err)
		}
	}
	return nil
}

// createFile never writes over a file.
func (p *program) createFile(file string, content []byte) error {
	folder, err := makeFolder(p.directory, filepath.Dir(file))
	if err != nil {
		return err
	}
	defer folder.Close()
	f, err := folder.OpenFile(filepath.Base(file), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}
