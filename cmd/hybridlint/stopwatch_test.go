package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// TestLogOfStages: the log tells what each stage has cost, which measurements take their shares from.
func TestLogOfStages(t *testing.T) {
	got := runInFolder(t, newLinter(), "../../testdata/contoso", "check", "--log-level", "debug")
	type line struct {
		Message       string
		Evaluations   int
		Rules         int
		ProcessorTime float64 `json:"processor_time"`
	}
	var messages []string
	last := 0.0
	for text := range strings.Lines(got.stderr) {
		var l line
		if err := json.Unmarshal([]byte(text), &l); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		messages = append(messages, l.Message)
		if l.ProcessorTime <= 0 || l.ProcessorTime < last {
			t.Errorf("%s: %g ms of processor time, after %g ms", l.Message, l.ProcessorTime, last)
		}
		last = l.ProcessorTime
		if l.Message == "evaluated" && (l.Evaluations == 0 || l.Rules == 0) {
			t.Errorf("%q has no counts", text)
		}
	}
	if want := []string{"checking", "loaded", "evaluated", "checked", "written"}; !slices.Equal(messages, want) {
		t.Errorf("logged %q, want %q", messages, want)
	}
}
