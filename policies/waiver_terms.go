package policies

import (
	"fmt"
	"slices"
	"time"

	"hybridlint/loader/model"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// WaiverTerms say what exceptions and ignore comments must be like to hide findings. The zero value asks for nothing.
type WaiverTerms struct {
	// Require are attributes that every exception must have.
	Require []string
	// MaxDays is how many days after today an exception may expire at most; 0 is no limit.
	MaxDays int
	// InFiles tells whether exceptions may stand in a file, as the model names it; nil allows all.
	InFiles func(file string) bool
	// NoComments says that ignore comments hide nothing.
	NoComments bool
	// WarnDays is how many days before its end an exception is told; 0 tells none.
	WarnDays int
	// NewExceptions and NewComments hide nothing, because the base that a change is compared with does not have them.
	NewExceptions map[*model.Exception]bool
	NewComments   map[*model.Ignore]bool
}

// faults are what is wrong with an exception, which then hides nothing.
func (t *WaiverTerms) faults(x *model.Exception, today model.Date) []report.Problem {
	var faults []report.Problem
	fault := func(at report.Location, summary, detail string, args ...any) {
		faults = append(faults, report.Problem{Severity: report.Error, Summary: summary, Detail: fmt.Sprintf(detail, args...), Location: at})
	}
	for _, name := range t.Require {
		if !x.Declares(name) {
			fault(x.Location(), "Missing attribute", "The settings want %q in every exception. Add it.", name)
		}
	}
	switch {
	case t.MaxDays == 0:
	case x.Expiration == 0:
		if !t.requires("expiration") {
			fault(x.Location(), "Missing attribute",
				"The settings want every exception to end within %d days, and this one has no \"expiration\". Add it.", t.MaxDays)
		}
	case daysBetween(today, x.Expiration) > t.MaxDays:
		fault(x.Locate("expiration", -1), "Expiration too far away",
			"The settings want every exception to end within %d days, and this one ends on %s. Choose an earlier day.",
			t.MaxDays, subjects.DateText(x.Expiration))
	}
	if t.InFiles != nil && !t.InFiles(x.Location().File) {
		fault(x.Location(), "Exception in the wrong file", "The settings name the files in which exceptions may stand, and this is none of them. Move it.")
	}
	return faults
}

func (t *WaiverTerms) requires(attribute string) bool { return slices.Contains(t.Require, attribute) }

// endsSoon tells whether an exception that still hides something is to be told.
func (t *WaiverTerms) endsSoon(x *model.Exception, today model.Date) bool {
	if t.WarnDays == 0 || x.Expiration == 0 {
		return false
	}
	left := daysBetween(today, x.Expiration)
	return 0 <= left && left <= t.WarnDays
}

// daysBetween counts the days from one to another; it is negative where the other is before.
func daysBetween(from, to model.Date) int {
	day := func(d model.Date) time.Time {
		return time.Date(int(d)/10000, time.Month(d/100%100), int(d)%100, 0, 0, 0, 0, time.UTC)
	}
	return int(day(to).Sub(day(from)) / (24 * time.Hour))
}
