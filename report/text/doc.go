// Package text writes a report for people at a terminal or in a log.
//
// The way of the data: findings are folded, explained as far as three screens allow, and given a
// line each beyond that; problems, the counts of each rule and the outcome of the run follow.
package text
