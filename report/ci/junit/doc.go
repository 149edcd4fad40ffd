// Package junit writes the XML in which test runners report.
//
// The way of the data: a first pass counts, because the counts stand before the test cases; then
// problems are tests with an error, findings tests that failed, file by file, and rules that found
// nothing tests that passed.
package junit
