package main

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"hybridlint/report"
)

// judged are the settings in force and the check to make. With a revision as the base, settings and rules are those of the base,
// so that no change switches off the check that judges it; what the change would have them be is noted.
func (p *program) judged(c *cobra.Command, f *checkFlags, paths []string, a *against) (*settings, request, error) {
	s, known, err := p.loadSettingsOf(c.Context(), &f.settingFlags, c.Flags(), a.was())
	if err != nil {
		return nil, request{}, firstOf(a.missing(), err)
	}
	r, err := p.requestOf(f, s, known, paths)
	if err != nil || a.was() == nil {
		return s, r, err
	}
	own, known, err := p.loadSettings(c.Context(), &f.settingFlags, c.Flags())
	if err != nil {
		return nil, request{}, err
	}
	a.relaxed = p.relaxed(c.Context(), s, own)
	if len(a.relaxed) > 0 {
		next, err := p.requestOf(f, own, known, paths)
		if err != nil {
			return nil, request{}, err
		}
		a.next = &next
	}
	return s, r, a.missing()
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// setting is one value of the settings, in a form that two of them can be compared in.
type setting struct{ name, value, origin string }

// all are all values of the settings that decide about findings.
func (s *settings) all() []setting {
	list := []setting{{"fail_on", s.failOn.value.String(), s.failOn.origin}}
	add := func(name string, values []sourced[string]) {
		for _, v := range values {
			list = append(list, setting{name, v.value, v.origin})
		}
	}
	for _, v := range s.profiles {
		list = append(list, setting{"profiles", string(v.value), v.origin})
	}
	add("enable", s.enable)
	add("disable", s.disable)
	add("exclude", s.exclude)
	add("policies", s.policies)
	for _, r := range s.severities {
		list = append(list, setting{"severity of " + r.rule, r.severity.value.String(), r.severity.origin})
	}
	list = append(list, s.exceptions.all()...)
	for _, name := range limitNames() {
		list = append(list, setting{"limit " + name, strconv.Itoa(s.limits[name].value), s.limits[name].origin})
	}
	return list
}

// relaxed says what the change alters about the settings and rules that judge it.
func (p *program) relaxed(ctx context.Context, judging, own *settings) []report.Relaxed {
	without := func(list, other []setting) []setting {
		return slices.DeleteFunc(slices.Clone(list), func(v setting) bool {
			return slices.ContainsFunc(other, func(o setting) bool { return o.name == v.name && o.value == v.value })
		})
	}
	was, is := judging.all(), own.all()
	gone, come := without(was, is), without(is, was)
	var said []report.Relaxed
	for _, v := range come {
		what := fmt.Sprintf("%s is %s", v.name, v.value)
		if i := slices.IndexFunc(gone, func(o setting) bool { return o.name == v.name && single(o.name) }); i >= 0 {
			what += ", was " + gone[i].value
			gone = slices.Delete(gone, i, i+1)
		}
		said = append(said, report.Relaxed{What: what, Location: locationOf(v.origin)})
	}
	for _, v := range gone {
		said = append(said, report.Relaxed{What: fmt.Sprintf("%s is no longer %s", v.name, v.value), Location: locationOf(v.origin)})
	}
	return append(said, p.relaxedRules(ctx, judging, own)...)
}

// single tells a setting with one value from a list.
func single(name string) bool {
	return !slices.Contains([]string{"profiles", "enable", "disable", "exclude", "policies", requireSetting, filesSetting}, name)
}

// locationOf is the place that an origin names; none where it is a flag or the default.
func locationOf(origin string) report.Location {
	file, column, _ := cutLast(origin, ":")
	file, line, ok := cutLast(file, ":")
	l, errLine := strconv.Atoi(line)
	c, errColumn := strconv.Atoi(column)
	if !ok || errLine != nil || errColumn != nil {
		return report.Location{}
	}
	at := report.Position{Line: l, Column: c}
	return report.Location{File: file, Start: at, End: at}
}

func cutLast(text, sep string) (before, after string, found bool) {
	i := strings.LastIndex(text, sep)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+len(sep):], true
}

// relaxedRules says which files of the user's own rules the change alters. Rules that it adds apply from the next change on.
func (p *program) relaxedRules(ctx context.Context, judging, own *settings) []report.Relaxed {
	was, is := p.filesOf(ctx, judging), p.filesOf(ctx, own)
	var said []report.Relaxed
	for _, name := range slices.Sorted(maps.Keys(is)) {
		text, there := was[name]
		switch {
		case !there:
			said = append(said, report.Relaxed{What: name + " was added, and applies from the next change on", Location: startOfFile(name)})
		case text != is[name]:
			said = append(said, report.Relaxed{What: name + " was changed, and applies as it is now from the next change on", Location: startOfFile(name)})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(was)) {
		if _, there := is[name]; !there {
			said = append(said, report.Relaxed{What: name + " was removed, and applies until the next change"})
		}
	}
	return said
}

func startOfFile(name string) report.Location {
	at := report.Position{Line: 1, Column: 1}
	return report.Location{File: name, Start: at, End: at}
}

// filesOf are the texts of the user's own rules, by name.
func (p *program) filesOf(_ context.Context, s *settings) map[string]string {
	own := p.ownPolicies(s)
	folders, opened := openFolders(own)
	defer opened.close()
	files := map[string]string{}
	for _, folder := range folders {
		_ = fs.WalkDir(folder.Files, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !slices.Contains([]string{".rego", ".json", ".yaml", ".yml"}, filepath.Ext(name)) {
				return nil //nolint:nilerr // what cannot be read is a problem of the run itself
			}
			text, err := fs.ReadFile(folder.Files, name)
			if err == nil {
				files[filepath.ToSlash(filepath.Join(folder.Name, name))] = string(text)
			}
			return nil
		})
	}
	return files
}
