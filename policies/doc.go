// Package policies holds the rules and evaluates them: one Rego file per rule, found by its place,
// described by its METADATA, compiled against the JSON schema of its input and against pure
// built-ins only.
//
// This is the face: a Catalog of rules, Check and Simulate. What they need is in packages below, of
// which each knows only those before it: facts, metadata, engine, sequence, organization, subjects
// and userrules. Check takes a model.Model, has an organization made of it, asks the rules about
// the facts of every subject, merges what fires on a subject's views into findings, drops those
// that others explain or exceptions waive, and renders the rest for package report.
//
// README.md defines the words, and follows a grant from the bytes of a file to a result in SARIF.
package policies
