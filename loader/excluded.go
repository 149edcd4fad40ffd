package loader

import (
	"path"
	"slices"

	"hybridlint/report"
)

// exclusions are the files that walks come by and do not read.
type exclusions struct {
	// given are the patterns as they were given; patterns are those that can be understood.
	given    []string
	patterns []exclusion
	// cases are folders whose files are cases of rules.
	cases []string
	// leftOut are the files by name, with the number of their pattern in given, or, behind all of these, in cases.
	leftOut map[string]int
}

// exclusion is a pattern with its number in exclusions.given.
type exclusion struct {
	Pattern
	number int
}

// matches tells whether a file, or a folder that it is in, matches the pattern.
func (e exclusion) matches(name string) bool {
	for part := name; part != "." && part != "/" && part != ""; part = path.Dir(part) {
		if e.Matches(part) {
			return true
		}
	}
	return false
}

// below are the patterns that count below a folder that was named. What is named is read: a pattern that excludes the
// folder itself, or one above it, is for walks that come by.
func (e *exclusions) below(folder string) []exclusion {
	return slices.DeleteFunc(slices.Clone(e.patterns), func(x exclusion) bool { return x.matches(folder) })
}

// by is the number of what leaves a name out; negative where nothing does.
func (w *walk) by(name string) int {
	for _, x := range w.exclude {
		if x.matches(name) {
			return x.number
		}
	}
	if i, ok := slices.BinarySearch(w.left.cases, path.Dir(name)); ok {
		return len(w.left.given) + i
	}
	return -1
}

func (w *walk) leavesOut(name string) bool { return w.by(name) >= 0 }

// leaveOut notes a file that is not read: whoever reads the report has to know what it is not about.
func (w *walk) leaveOut(name string) {
	w.excluded++
	w.left.leftOut[name] = w.by(name)
}

// counts are the numbers of files that no path has led to. Every pattern is there, and every folder of cases that has any.
func (e *exclusions) counts(read []input) []report.Exclusion {
	var all []report.Exclusion
	for _, pattern := range e.given {
		all = append(all, report.Exclusion{Pattern: pattern})
	}
	for _, folder := range e.cases {
		all = append(all, report.Exclusion{Pattern: folder + "/*" + extension})
	}
	for _, in := range read {
		delete(e.leftOut, in.name)
	}
	for _, number := range e.leftOut {
		all[number].Files++
	}
	none := func(x report.Exclusion) bool { return x.Files == 0 }
	patterns, cases := all[:len(e.given)], all[len(e.given):]
	return slices.Concat(patterns, slices.DeleteFunc(cases, none))
}
