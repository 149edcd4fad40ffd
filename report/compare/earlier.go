package compare

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"hybridlint/report"
)

// IncompleteError says that an earlier report does not tell all that there was.
type IncompleteError struct{ reason string }

// Error implements error.
func (e IncompleteError) Error() string { return e.reason }

const toolName = "hybridlint"

// ReadReport reads an earlier report of this program, JSON or SARIF. An IncompleteError says that it is no baseline because it does not
// tell all; any other error that it is none at all.
func ReadReport(r io.Reader) (*Base, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var kind struct {
		SchemaVersion int             `json:"schema_version"`
		Version       string          `json:"version"`
		Runs          json.RawMessage `json:"runs"`
	}
	if err := json.Unmarshal(text, &kind); err != nil {
		return nil, fmt.Errorf("it is no JSON, and a baseline is a report of --format json or sarif: %w", err)
	}
	switch {
	case kind.SchemaVersion == 1:
		return readJSON(text)
	case kind.Version == "2.1.0" && kind.Runs != nil:
		return readSARIF(text)
	default:
		return nil, errors.New("it is no report of this program; a baseline is a report of --format json or sarif")
	}
}

// earlierJSON is what is read of our JSON.
type earlierJSON struct {
	Tool     struct{ Name string }
	Command  string
	Complete bool
	Rules    []string
	Findings []struct {
		Rule, Name, Severity, Message, Subject, Fingerprint string
		Suppressed                                          json.RawMessage
		Location                                            *struct {
			File       string
			Start, End report.Position
		}
	}
}

func readJSON(text []byte) (*Base, error) {
	var doc earlierJSON
	if err := json.Unmarshal(text, &doc); err != nil {
		return nil, fmt.Errorf("it is no report of this program: %w", err)
	}
	switch {
	case doc.Tool.Name != toolName || doc.Command != "" && doc.Command != "check":
		return nil, errors.New("it is no report of hybridlint check")
	case !doc.Complete:
		return nil, IncompleteError{"the run that it is of was not complete, so nobody knows what is new since; make it again"}
	}
	e := &earlier{rules: map[string]*report.Rule{}}
	for _, f := range doc.Findings {
		var at report.Location
		if f.Location != nil {
			at = report.Location{File: f.Location.File, Start: f.Location.Start, End: f.Location.End}
		}
		suppressed := len(f.Suppressed) > 0 && string(f.Suppressed) != "null"
		if err := e.add(f.Rule, f.Name, f.Severity, f.Fingerprint, suppressed, report.Finding{Message: f.Message, Subject: f.Subject, Location: at}); err != nil {
			return nil, err
		}
	}
	return e.base(doc.Rules), nil
}

// earlierSARIF is what is read of our SARIF.
type earlierSARIF struct {
	Runs []struct {
		Tool struct {
			Driver struct {
				Name  string
				Rules []struct {
					ID                   string
					Name                 string
					DefaultConfiguration struct{ Enabled *bool }
				}
			}
		}
		Invocations []struct{ ExecutionSuccessful bool }
		Results     []struct {
			RuleID, Level, BaselineState string
			Message                      struct{ Text string }
			PartialFingerprints          map[string]string
			Suppressions                 []struct{}
			Properties                   struct {
				Others []struct{ Fingerprint, Level string }
				Folded int
			}
		}
	}
}

func readSARIF(text []byte) (*Base, error) {
	var doc earlierSARIF
	if err := json.Unmarshal(text, &doc); err != nil {
		return nil, fmt.Errorf("it is no report of this program: %w", err)
	}
	if len(doc.Runs) != 1 || doc.Runs[0].Tool.Driver.Name != toolName {
		return nil, errors.New("it is no report of hybridlint check")
	}
	run := doc.Runs[0]
	for _, i := range run.Invocations {
		if !i.ExecutionSuccessful {
			return nil, IncompleteError{"the run that it is of was not complete, so nobody knows what is new since; make it again"}
		}
	}
	e := &earlier{rules: map[string]*report.Rule{}}
	var ran []string
	names := map[string]string{}
	for _, rule := range run.Tool.Driver.Rules {
		names[rule.ID] = rule.Name
		if rule.DefaultConfiguration.Enabled == nil || *rule.DefaultConfiguration.Enabled {
			ran = append(ran, rule.ID)
		}
	}
	for _, res := range run.Results {
		if res.Properties.Folded > 0 {
			return nil, IncompleteError{"it has so many findings that some are folded into others; take a report of --format json as the baseline"}
		}
		if res.BaselineState == "absent" {
			continue
		}
		suppressed := len(res.Suppressions) > 0
		if err := e.add(res.RuleID, names[res.RuleID], res.Level, res.PartialFingerprints["hybridlint/v1"], suppressed, report.Finding{Message: res.Message.Text}); err != nil {
			return nil, err
		}
		for _, other := range res.Properties.Others {
			if err := e.add(res.RuleID, names[res.RuleID], other.Level, other.Fingerprint, suppressed, report.Finding{Message: res.Message.Text}); err != nil {
				return nil, err
			}
		}
	}
	return e.base(ran), nil
}

// earlier gathers the findings of an earlier report.
type earlier struct {
	rules    map[string]*report.Rule
	findings []*report.Finding
}

func (e *earlier) add(id, name, severity, fingerprint string, suppressed bool, f report.Finding) error {
	level, ok := report.ParseSeverity(severity)
	if id == "" || !ok || fingerprint == "" {
		return fmt.Errorf("the finding of %q in it has no severity or no fingerprint, so it is no report of hybridlint check", id)
	}
	if e.rules[id] == nil {
		e.rules[id] = &report.Rule{ID: id, Name: name}
	}
	f.Rule, f.Severity, f.Fingerprint = e.rules[id], level, fingerprint
	if suppressed {
		f.Suppressed = &report.Suppression{}
	}
	e.findings = append(e.findings, &f)
	return nil
}

func (e *earlier) base(rules []string) *Base {
	return &Base{Findings: e.findings, Rules: rules, ByFingerprint: true}
}
