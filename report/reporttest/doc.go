// Package reporttest has what tests of formats share: reports to write, hostile ones among them,
// and what reads the result.
package reporttest
