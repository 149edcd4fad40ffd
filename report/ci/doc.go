// Package ci is what the formats for CI systems have in common: what they say of a finding in a few
// lines.
//
// The way of the data: a Report is folded to entries (package folding), an entry becomes lines
// here, and the packages below escape the lines as their system demands: github and azure write
// commands into a log, gitlab, junit and checkstyle files.
package ci
