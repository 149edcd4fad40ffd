package report

import (
	"bytes"
	"compress/flate"
	"encoding/gob"
	"fmt"
	"iter"
	"slices"
)

// StepFindings are what a step breaks, or what it heals, in the order of a report; the zero StepFindings are none. They are kept
// compressed: the steps of a plan have many times the findings of a check, and are written one after the other.
type StepFindings struct {
	packed []byte
	rules  []*Rule
	until  []string
	counts Summary
}

// packedFinding is a finding in the bytes, where rules are places in the list of them.
type packedFinding struct {
	Finding Finding
	Rule    int
	Other   Severity
}

// PackedFindings keeps findings; each is asked for, and let go, before the next one.
func PackedFindings(findings iter.Seq[StepFinding]) StepFindings {
	var l StepFindings
	var packed bytes.Buffer
	compressed, err := flate.NewWriter(&packed, flate.BestSpeed)
	must(err)
	encoder := gob.NewEncoder(compressed)
	for f := range findings {
		rule := slices.Index(l.rules, f.Rule)
		if rule < 0 {
			rule, l.rules = len(l.rules), append(l.rules, f.Rule)
		}
		l.until = append(l.until, f.Until)
		l.counts.Count(f.Severity, false)
		p := packedFinding{Finding: *f.Finding, Rule: rule, Other: f.Other}
		p.Finding.Rule = nil
		must(encoder.Encode(&p))
	}
	must(compressed.Close())
	l.packed = packed.Bytes()
	return l
}

// Len is how many there are.
func (l *StepFindings) Len() int { return len(l.until) }

// Until is the batch that ends one of them, by its place; empty where none does.
func (l *StepFindings) Until(i int) string { return l.until[i] }

// End says which batch does.
func (l *StepFindings) End(i int, batch string) { l.until[i] = batch }

// All gives the findings, each time anew.
func (l *StepFindings) All() iter.Seq2[int, StepFinding] {
	return func(yield func(int, StepFinding) bool) {
		decoder := gob.NewDecoder(flate.NewReader(bytes.NewReader(l.packed)))
		for i, until := range l.until {
			var p packedFinding
			must(decoder.Decode(&p))
			p.Finding.Rule = l.rules[p.Rule]
			if !yield(i, StepFinding{Finding: &p.Finding, Other: p.Other, Until: until}) {
				return
			}
		}
	}
}

// must is for what happens in memory only, with types that do not change.
func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("findings cannot be packed: %v", err))
	}
}
