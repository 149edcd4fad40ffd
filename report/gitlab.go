package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// CodeQuality is GitLab's format: the JSON of a code quality report, which a merge request shows beside its changes.
type CodeQuality struct{}

// Write implements Writer. Problems come first, so that a run that was not complete never looks like a clean one.
func (CodeQuality) Write(w io.Writer, r *Report, o Options) error {
	s := newStream(w)
	s.array("", func(element func(any)) {
		for i := range r.Problems {
			element(qualityProblem(&r.Problems[i]))
		}
		for f := range Told(shownFindings(r, o)) {
			element(qualityFinding(f))
		}
	})
	s.raw("\n")
	return s.close()
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

func qualityFinding(f *Finding) *qualityIssue {
	q := &qualityIssue{Description: Visible(f.Message), CheckName: f.Rule.ID, Fingerprint: f.Fingerprint,
		Severity: qualitySeverity(f.Severity), Location: qualityLocationOf(f.Location)}
	if f.Suppressed != nil {
		q.Description += " (" + suppressedBy(f.Suppressed) + ")"
		q.Severity = qualitySeverity(Note)
	}
	if q.Fingerprint == "" {
		q.Fingerprint = fingerprintOf(f.Rule.ID, f.Subject, f.Message)
	}
	return q
}

func qualityProblem(p *Problem) *qualityIssue {
	description := strings.Join(append([]string{sentence(Visible(p.Summary))}, detailLines(p)...), " ")
	return &qualityIssue{Description: sentence(description), CheckName: incompleteRunID, Severity: "blocker",
		Fingerprint: fingerprintOf(incompleteRunID, p.Summary, p.Detail, fmt.Sprint(p.Location)), Location: qualityLocationOf(p.Location)}
}

// qualityLocationOf is a location as GitLab demands it of every issue: one that has none is about the project.
func qualityLocationOf(l Location) qualityLocation {
	if l.IsZero() {
		return qualityLocation{".", qualityLines{1, 1}}
	}
	begin := max(l.Start.Line, 1)
	return qualityLocation{l.File, qualityLines{begin, max(l.End.Line, begin)}}
}

func qualitySeverity(s Severity) string {
	switch s {
	case Error:
		return "critical"
	case Warning:
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
