package sarif

import (
	"hybridlint/report"
	"hybridlint/report/folding"
)

// baselineStates are the words of the standard. What is worse or better is there in both runs, and not the same.
var baselineStates = map[report.Change]string{
	report.New: "new", report.Worse: "updated", report.Better: "updated", report.Unchanged: "unchanged", report.Fixed: "absent",
}

// baselineState is that of a result: what is new about any of its findings is new about it. It is empty where there is no base.
func baselineState(group []folding.Entry) string {
	state := ""
	for _, e := range group {
		switch s := baselineStates[e.Change]; {
		case s == "new", state == "", state == "unchanged":
			state = s
		}
		if state == "new" {
			return state
		}
	}
	return state
}

// sarifOther is another finding of a result.
type sarifOther struct {
	Fingerprint string `json:"fingerprint"`
	Level       string `json:"level"`
}

// others are the findings of a result beside the first, and how many more are folded into them.
func others(group []folding.Entry) (list []sarifOther, folded int) {
	for i, e := range group {
		if e.Group != nil {
			folded += e.Group.Size() - 1
		}
		if i > 0 {
			list = append(list, sarifOther{e.Fingerprint, e.Severity.String()})
		}
	}
	return list, folded
}

// absent are the results that are gone since the base. Only Azure DevOps knows them: GitHub would open an alert for each.
func (run *sarifRun) absent(element func(any)) {
	c := run.r.Comparison
	if c == nil || run.o.SARIF.Profile != report.AzureDevOpsSARIF {
		return
	}
	for _, f := range c.Fixed {
		if run.messages[f.Rule] == nil {
			continue // its rule did not run, which is no reason to say that it is gone
		}
		gone := *f
		gone.Related, gone.Edits = nil, nil
		element(run.result([]folding.Entry{{Finding: &gone}}))
	}
}
