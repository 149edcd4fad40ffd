// Package compare says what a change does to the findings: which are new, worse, better, unchanged and fixed.
//
// The way of the data: the findings of the base are grouped by what makes two findings the same; those of the run are set
// against them group by group, and the run is yielded again with what became of each. Findings are the same where their rule and
// subject are, whatever their files, lines and order; of several that are the same, the gravest are set against the gravest.
package compare
