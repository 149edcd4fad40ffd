package policies

import (
	"hybridlint/policies/userrules"
	"hybridlint/report"
	"hybridlint/testdata"
)

// example is one of a rule's fixtures; a rule without fixtures, as one that somebody is just writing, has no example.
func example(id, name string) report.Example {
	text, err := testdata.Rules.ReadFile("rules/" + id + "/" + name + ".hcl")
	if err != nil {
		return report.Example{}
	}
	return report.Example{HCL: userrules.WithoutExpectations(string(text))}
}
