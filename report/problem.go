package report

// Problem is something that kept the run from doing its job somewhere. It is not a finding.
type Problem struct {
	Severity Severity
	// Summary could be a heading; Detail is full sentences to whoever wrote the file, with what to do.
	Summary  string
	Detail   string
	Location Location
}

// ProblemID is the notification for a Problem.
const ProblemID = "incomplete-run"
