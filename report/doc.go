// Package report is the vocabulary of a run's result: what a rule is, what a finding says and
// where, and what went wrong.
//
// The way of the data: policies makes a Report, cmd/hybridlint hands it to a Writer, and a Writer
// is one of the packages below this one. This package knows none of them, neither HCL nor Rego, and
// nothing but the standard library.
//
// A Finding is the answer of a Rule about a subject: it has a Severity, a message, a Location, and
// a Remediation. A Problem is something that kept the run from doing its job somewhere; it is not a
// finding. A run with a problem is not Complete. A finding that an exception or a comment
// suppresses is reported where a format has a place for it, and not counted.
package report
