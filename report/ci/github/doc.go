// Package github writes the workflow commands of GitHub Actions.
//
// The way of the data: problems, then folded findings, the worst first, become an annotation each;
// the outcome of the run ends the log. An annotation is what GitHub shows beside a line of a file.
package github
