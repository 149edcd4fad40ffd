package gitlab

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/stream"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// Writer writes GitLab's format: the JSON of a code quality report, which a merge request shows beside its changes.
type Writer struct{}

// Write implements Writer. Problems come first, so that a run that was not complete never looks like a clean one.
func (Writer) Write(w io.Writer, r *report.Report, o report.Options) error {
	s := stream.NewJSON(w)
	s.Array("", func(element func(any)) {
		for i := range r.Problems {
			element(qualityProblem(&r.Problems[i]))
		}
		for _, f := range folding.Shown(folding.Judged(r, all(o)), o) {
			element(qualityFinding(f))
		}
	})
	s.Raw("\n")
	return s.Close()
}

// all are the options for every finding. GitLab compares the report of a merge request with that of the branch it goes to, by
// fingerprint: one that is left out here would be shown as fixed there. What is new stands first.
func all(o report.Options) report.Options {
	o.ShowUnchanged = true
	return o
}

type qualityIssue struct {
	Description string          `json:"description"`
	CheckName   string          `json:"check_name"`
	Fingerprint string          `json:"fingerprint"`
	Severity    string          `json:"severity"`
	Location    qualityLocation `json:"location"`
}

type qualityLocation struct {
	Path  string       `json:"path"`
	Lines qualityLines `json:"lines"`
}

type qualityLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

func qualityFinding(f *report.Finding) *qualityIssue {
	q := &qualityIssue{Description: visible.Text(f.Message), CheckName: f.Rule.ID, Fingerprint: f.Fingerprint,
		Severity: qualitySeverity(f.Severity), Location: qualityLocationOf(f.Location)}
	if f.Suppressed != nil {
		q.Description += " (" + wording.SuppressedBy(f.Suppressed) + ")"
		q.Severity = qualitySeverity(report.Note)
	}
	q.Description = wording.ChangeNote(f) + q.Description
	if q.Fingerprint == "" {
		q.Fingerprint = fingerprintOf(f.Rule.ID, f.Subject, f.Message)
	}
	return q
}

func qualityProblem(p *report.Problem) *qualityIssue {
	description := strings.Join(append([]string{wording.Sentence(visible.Text(p.Summary))}, wording.DetailLines(p)...), " ")
	severity := "blocker"
	if p.Severity == report.Note { // a remark keeps nothing from being complete
		severity = qualitySeverity(report.Note)
	}
	return &qualityIssue{Description: wording.Sentence(description), CheckName: report.ProblemID, Severity: severity,
		Fingerprint: fingerprintOf(report.ProblemID, p.Summary, p.Detail, fmt.Sprint(p.Location)), Location: qualityLocationOf(p.Location)}
}

// qualityLocationOf is a location as GitLab demands it of every issue: one that has none is about the project.
func qualityLocationOf(l report.Location) qualityLocation {
	if l.IsZero() {
		return qualityLocation{".", qualityLines{1, 1}}
	}
	begin := max(l.Start.Line, 1)
	return qualityLocation{l.File, qualityLines{begin, max(l.End.Line, begin)}}
}

func qualitySeverity(s report.Severity) string {
	switch s {
	case report.Error:
		return "critical"
	case report.Warning:
		return "major"
	default:
		return "info"
	}
}

func fingerprintOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p + "\x00"))
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
