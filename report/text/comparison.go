package text

import (
	"hybridlint/report"
	"hybridlint/report/wording"
)

// comparison is what a run with a base says beside findings: what the change alters, loosens and hides.
func (t *textWriter) comparison(c *report.Comparison, o report.Options) {
	if o.ShowChanges && len(c.Declarations) > 0 {
		t.begin()
		t.line(t.style.Bold("What changes"), ":")
		for i := range c.Declarations {
			t.line(margin, wording.DeclarationLine(&c.Declarations[i]))
		}
	}
	if waivers := wording.Waivers(c); len(waivers) > 0 {
		t.begin()
		t.line(t.style.Bold("What this change hides"), ":")
		for i := range waivers {
			t.line(margin, wording.WaiverLine(&waivers[i]))
		}
	}
	if len(c.Relaxed) > 0 {
		t.begin()
		t.line(t.style.Bold("What this change relaxes"), ":")
		for i := range c.Relaxed {
			t.line(margin, wording.RelaxedLine(&c.Relaxed[i]))
		}
		if would := wording.WouldBe(c); would != "" {
			t.line(margin, would)
		}
	}
}
