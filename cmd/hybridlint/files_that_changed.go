package main

import (
	"io"
	"strings"

	"hybridlint/report"
)

// remarkChanged tells of the files that were changed after they had been read: the report is about what was read, and shows
// no lines of them.
func (p *program) remarkChanged(sources report.Sources) {
	s, ok := sources.(interface {
		io.Closer
		Changed() []string
	})
	if !ok {
		return
	}
	_ = s.Close() // nothing was written
	if changed := s.Changed(); len(changed) > 0 {
		p.say("changed since it was read, so that the report shows no lines of it: " + strings.Join(changed, ", "))
	}
}
