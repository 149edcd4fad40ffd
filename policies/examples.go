package policies

import (
	"regexp"

	"hybridlint/report"
	"hybridlint/testdata"
)

// expectations are for the tests, not for readers.
var expectationComment = regexp.MustCompile(`[ \t]*# want [A-Z]{2,8}[0-9]{3}[^\n]*`)

// example is one of a rule's fixtures; a rule without fixtures, as one that somebody is just writing, has no example.
func example(id, name string) report.Example {
	text, err := testdata.Rules.ReadFile("rules/" + id + "/" + name + ".hcl")
	if err != nil {
		return report.Example{}
	}
	return report.Example{HCL: string(expectationComment.ReplaceAll(text, nil))}
}
