// Package tally counts the findings of a run by rule, and by the recipients and delegates behind
// them.
package tally
