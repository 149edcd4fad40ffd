package main

import (
	"bytes"
	"strings"
	"testing"

	"hybridlint/report"
)

// moving are sources of which one has changed.
type moving struct {
	report.Sources
	closed bool
	err    error
}

func (*moving) Changed() []string { return []string{"a.hcl"} }

func (m *moving) Close() error {
	m.closed = true
	return m.err
}

func TestChangedSourcesAreNamed(t *testing.T) {
	var said bytes.Buffer
	p := &program{stderr: &said}
	m := &moving{}
	p.remarkChanged(m)
	if !m.closed || !strings.Contains(said.String(), "a.hcl") {
		t.Errorf("closed %v, said %q", m.closed, said.String())
	}
	said.Reset()
	p.remarkChanged(nil)
	if said.Len() > 0 {
		t.Errorf("said %q", said.String())
	}
}
