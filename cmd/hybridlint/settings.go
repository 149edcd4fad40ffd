package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hybridlint/report/visible"

	"hybridlint/loader"
	"hybridlint/report"
)

// sourced is a value with where it comes from: a flag, a place in the settings file, or the defaults.
type sourced[T any] struct {
	value  T
	origin string
}

const byDefault = "default"

// settings are what is in force.
type settings struct {
	// file is the settings file; empty where there is none.
	file       string
	failOn     sourced[report.Severity]
	fold       sourced[int]
	profiles   []sourced[report.Profile]
	enable     []sourced[string] // ids of rules, as are those below
	disable    []sourced[string]
	severities []ruleSeverity
	exclude    []sourced[string]
	policies   []sourced[string] // folders, relative to the working directory
	exceptions exceptionSettings
	limits     map[string]sourced[int]
	// tree is where the settings and what they name in the repository are read from; nil for the files of the machine.
	tree *loader.Tree
}

// ruleSeverity is the severity that a rule is to have.
type ruleSeverity struct {
	rule     string
	severity sourced[report.Severity]
}

const defaultFold = 50

func defaultSettings() *settings {
	return &settings{
		failOn:   sourced[report.Severity]{report.Error, byDefault},
		fold:     sourced[int]{defaultFold, byDefault},
		profiles: []sourced[report.Profile]{{report.DefaultProfile, byDefault}},
		limits:   standardLimits(), exceptions: defaultExceptions(),
	}
}

func values[T any](list []sourced[T]) []T {
	out := make([]T, len(list))
	for i, s := range list {
		out[i] = s.value
	}
	return out
}

// severityByRule is the form in which the rules are told.
func (s *settings) severityByRule() map[string]report.Severity {
	m := make(map[string]report.Severity, len(s.severities))
	for _, r := range s.severities {
		m[r.rule] = r.severity.value
	}
	return m
}

// inForce is what reports say of the settings.
func (s *settings) inForce(known ruleSet) report.Settings {
	rulesOf := func(ids []sourced[string]) []*report.Rule {
		return slices.DeleteFunc(slices.Clone(known), func(r *report.Rule) bool { return !slices.Contains(values(ids), r.ID) })
	}
	told := report.Settings{File: s.file, FailOn: s.failOn.value, Enabled: rulesOf(s.enable), Disabled: rulesOf(s.disable)}
	for _, profile := range values(s.profiles) {
		if profile != report.DefaultProfile {
			told.Profiles = append(told.Profiles, profile)
		}
	}
	severities := s.severityByRule()
	for _, rule := range known {
		if severity, ok := severities[rule.ID]; ok && severity != rule.Severity {
			told.Severities = append(told.Severities, report.ChangedSeverity{Rule: rule, Severity: severity})
		}
	}
	return told
}

// switchRules turns rules on and off. What was said of the same rule before no longer counts.
func (s *settings) switchRules(enable, disable []sourced[string]) {
	said := func(r sourced[string]) bool {
		same := func(other sourced[string]) bool { return other.value == r.value }
		return slices.ContainsFunc(enable, same) || slices.ContainsFunc(disable, same)
	}
	s.enable = append(slices.DeleteFunc(s.enable, said), enable...)
	s.disable = append(slices.DeleteFunc(s.disable, said), disable...)
}

// String writes the settings as a settings file, each value with its origin.
func (s *settings) String() string {
	var b strings.Builder
	if s.file == "" {
		b.WriteString("# no " + settingsFileName + " in this folder or above\n")
	} else {
		fmt.Fprintf(&b, "# %s\n", visible.Text(s.file))
	}
	fmt.Fprintf(&b, "fail_on = %q # %s\n", cmp.Or(s.failOn.value.String(), never), visible.Text(s.failOn.origin))
	fmt.Fprintf(&b, "fold    = %d # %s\n", s.fold.value, visible.Text(s.fold.origin))
	writeList(&b, "profiles", s.profiles)
	writeList(&b, "enable", s.enable)
	writeList(&b, "disable", s.disable)
	writeList(&b, "exclude", s.exclude)
	writeList(&b, "policies", s.policies)
	b.WriteString("\nlimits {\n")
	for _, name := range limitNames() {
		fmt.Fprintf(&b, "  %-*s = %d # %s\n", longest(limitNames()), name, s.limits[name].value, visible.Text(s.limits[name].origin))
	}
	b.WriteString("}\n")
	s.exceptions.write(&b)
	for _, r := range s.severities {
		fmt.Fprintf(&b, "\nrule %q {\n  severity = %q # %s\n}\n", r.rule, r.severity.value, visible.Text(r.severity.origin))
	}
	return b.String()
}

func writeList[T ~string](b *strings.Builder, name string, list []sourced[T]) {
	if len(list) == 0 {
		fmt.Fprintf(b, "%s = [] # %s\n", name, byDefault)
		return
	}
	fmt.Fprintf(b, "%s = [\n", name)
	for _, e := range list {
		fmt.Fprintf(b, "  %s, # %s\n", hclString(string(e.value)), visible.Text(e.origin))
	}
	b.WriteString("]\n")
}
