package wording

import (
	"strings"

	"hybridlint/report/tally"
)

// mostUndeclared is how many facts the summary asks to declare.
const mostUndeclared = 5

// Undeclared says, of each fact that is not declared, how many findings depend on it, those with most findings first.
func Undeclared(facts []tally.Fact) []string {
	var lines []string
	for i, f := range facts {
		if i == mostUndeclared {
			lines = append(lines, "And "+Count(len(facts)-i, "fact")+" more that are not declared.")
			break
		}
		verb := " depend on it"
		if f.Findings == 1 {
			verb = " depends on it"
		}
		lines = append(lines, "Declare "+f.Name+" to be sure: "+Count(f.Findings, "finding")+verb+" ("+strings.Join(f.Rules, ", ")+").")
	}
	return lines
}
