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
)

//go:embed scaffold/*.tmpl
var scaffold embed.FS

const aboutNewRule = `Writes a new rule into a checkout of hybridlint, with its tests and fixtures:

  policies/FAMILY/NAME.rego          the condition, with METADATA above it
  policies/FAMILY/NAME_test.rego     its tests
  testdata/rules/ID/bad.hcl          a configuration that it reports
  testdata/rules/ID/good.hcl         one that it does not

It works as it is. Change it from there to what it is to find. What is written from the rules, as pages and goldens, takes it
in with

  go test ./policies ./cmd/hybridlint -update

and then go test ./... passes. Run this in the folder that holds policies.`

func (p *program) newRuleCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "new-rule FAMILY NAME",
		Short:   "Write the files of a new rule into a checkout of hybridlint",
		Long:    aboutNewRule,
		Example: "  hybridlint new-rule send_as send-as-of-a-former-employee",
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) != 2 {
				return errors.New("new-rule takes a family and a name")
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, arguments []string, _ string) ([]string, cobra.ShellCompDirective) {
			rules, err := p.linter.Rules()
			if err != nil || len(arguments) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return ruleSet(rules).families(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, arguments []string) error {
			rules, err := p.rules()
			if err != nil {
				return err
			}
			rule, err := newRule(rules, arguments[0], arguments[1], p.now())
			if err != nil {
				return err
			}
			return p.writeRule(rule)
		},
	}
}

// ruleToBe is what the templates of a rule are filled with.
type ruleToBe struct {
	ID, Family, Title, Tag, Today string
	// Package is the rule's name with underscores: that of its file and of its Rego package.
	Package string
}

var ruleName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)+$`)

func newRule(rules ruleSet, family, name string, today time.Time) (*ruleToBe, error) {
	if !slices.Contains(rules.families(), family) {
		return nil, unknown("family", family, rules.families())
	}
	name = strings.ReplaceAll(name, "_", "-")
	if !ruleName.MatchString(name) {
		return nil, fmt.Errorf("%q is no name of a rule; write a few words in lower case, joined by dashes", name)
	}
	if _, err := rules.find(name); err == nil {
		return nil, fmt.Errorf("there is a rule %q already", name)
	}
	id, err := rules.freeID(family)
	if err != nil {
		return nil, err
	}
	words := strings.ReplaceAll(name, "-", " ")
	return &ruleToBe{
		ID: id, Family: family, Title: string(unicode.ToUpper(rune(words[0]))) + words[1:], Package: strings.ReplaceAll(name, "-", "_"),
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

func (p *program) writeRule(r *ruleToBe) error {
	if info, err := os.Stat(p.inDirectory(filepath.Join("policies", r.Family))); err != nil || !info.IsDir() {
		return fmt.Errorf("there is no folder policies/%s here; run this in a checkout of hybridlint", r.Family)
	}
	files := map[string]string{
		"rule.rego.tmpl":      filepath.Join("policies", r.Family, r.Package+".rego"),
		"rule_test.rego.tmpl": filepath.Join("policies", r.Family, r.Package+"_test.rego"),
		"bad.hcl.tmpl":        filepath.Join("testdata", "rules", r.ID, "bad.hcl"),
		"good.hcl.tmpl":       filepath.Join("testdata", "rules", r.ID, "good.hcl"),
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
		if err := createFile(p.inDirectory(files[name]), content.Bytes()); err != nil {
			return incomplete(err)
		}
	}
	for _, file := range slices.Sorted(maps.Values(files)) {
		if _, err := fmt.Fprintln(p.stdout, filepath.ToSlash(file)); err != nil {
			return written(err)
		}
	}
	return nil
}

// createFile never writes over a file.
func createFile(file string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}
