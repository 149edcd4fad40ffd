package main

import (
	"path/filepath"
	"slices"

	"hybridlint/loader"
	"hybridlint/loader/difference"
	"hybridlint/loader/model"
	"hybridlint/policies"
)

// waiverTerms are what the rules are told of the settings about exceptions. Files are named from the working directory, patterns from
// the settings file.
func waiverTerms(r *request, head *model.Model) policies.WaiverTerms {
	e := &r.Exceptions
	t := policies.WaiverTerms{Require: values(e.require), MaxDays: e.maxDays.value, WarnDays: e.warnDays.value, NoComments: !e.comments.value}
	if len(e.files) > 0 {
		directory := loader.Absolute(r.Directory, "")
		folder := filepath.Dir(loader.Absolute(directory, filepath.FromSlash(r.SettingsFile)))
		patterns := patternsOf(e.files)
		t.InFiles = func(file string) bool {
			relative, err := filepath.Rel(folder, loader.Absolute(directory, filepath.FromSlash(file)))
			return err == nil && slices.ContainsFunc(patterns, func(p loader.Pattern) bool { return p.Matches(relative) })
		}
	}
	if r.base != nil && e.from.value == fromBase {
		onlyOfBase(&t, r.base, head)
	}
	return t
}

// patternsOf are patterns that were valid when the settings were read.
func patternsOf(texts []sourced[string]) (patterns []loader.Pattern) {
	for _, text := range values(texts) {
		if p, err := loader.ParsePattern(text); err == nil {
			patterns = append(patterns, p)
		}
	}
	return patterns
}

// onlyOfBase lets exceptions and comments hide nothing that a change adds or alters.
func onlyOfBase(terms *policies.WaiverTerms, base, head *model.Model) {
	d := difference.Between(base, head)
	terms.NewExceptions, terms.NewComments = map[*model.Exception]bool{}, map[*model.Ignore]bool{}
	for _, x := range d.Exceptions {
		terms.NewExceptions[x] = true
	}
	for _, x := range d.Comments {
		terms.NewComments[x] = true
	}
}
