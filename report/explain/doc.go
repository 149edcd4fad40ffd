// Package explain writes what is known of rules, without a run: for a terminal, as pages in
// Markdown, as lists.
//
// The way of the data: a Rule comes from the catalog of policies with all that its metadata says;
// the commands rules and explain, the pages beside the rules and the help of a rule in SARIF are
// written from it here.
package explain
