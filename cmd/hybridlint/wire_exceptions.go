package main

import (
	"path/filepath"
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"hybridlint/loader"
	"hybridlint/loader/difference"
	"hybridlint/policies"
)

// waiverTerms are what the rules are told of the settings about exceptions. Files are named from the working directory, patterns from
// the settings file.
func waiverTerms(r *request, head *loader.Model) policies.WaiverTerms {
	e := &r.Exceptions
	t := policies.WaiverTerms{Require: values(e.require), MaxDays: e.maxDays.value, WarnDays: e.warnDays.value, NoComments: !e.comments.value}
	if len(e.files) > 0 {
		directory := loader.Absolute(r.Directory, "")
		folder := filepath.Dir(loader.Absolute(directory, filepath.FromSlash(r.SettingsFile)))
		t.InFiles = func(file string) bool {
			relative, err := filepath.Rel(folder, loader.Absolute(directory, filepath.FromSlash(file)))
			return err == nil && slices.ContainsFunc(e.files, func(pattern sourced[string]) bool {
				return doublestar.MatchUnvalidated(pattern.value, filepath.ToSlash(relative))
			})
		}
	}
	if r.base != nil && e.from.value == fromBase {
		onlyOfBase(&t, r.base, head)
	}
	return t
}

// onlyOfBase lets exceptions and comments hide nothing that a change adds or alters.
func onlyOfBase(terms *policies.WaiverTerms, base, head *loader.Model) {
	d := difference.Between(base, head)
	terms.NewExceptions, terms.NewComments = map[*loader.Exception]bool{}, map[*loader.Ignore]bool{}
	for _, x := range d.Exceptions {
		terms.NewExceptions[x] = true
	}
	for _, x := range d.Comments {
		terms.NewComments[x] = true
	}
}
