// Package json writes a report for programs. Its keys are a contract, and schema.json states it.
//
// The way of the data: the head of the run, every finding, every problem, one a line. The same
// package lists rules for programs.
package json
