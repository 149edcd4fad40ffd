package html

import (
	"hybridlint/report"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// htmlChange is a section about a change: what it hides, relaxes, alters or fixes.
type htmlChange struct {
	Title string
	Open  bool
	Items []string
}

// htmlChangeItems is how many items of a section are shown; JSON has all of them.
const htmlChangeItems = 500

// compare adds what a run with a base says beside findings.
func (p *htmlPage) compare(r *report.Report) {
	c := r.Comparison
	if c == nil {
		return
	}
	if r.Complete {
		p.Scope = append(p.Scope, wording.Sentence(wording.Against(c)))
	}
	waivers := wording.Waivers(c)
	p.changes("What this change hides", true, len(waivers), func(i int) string { return wording.WaiverLine(&waivers[i]) })
	p.changes("What this change relaxes", true, len(c.Relaxed), func(i int) string { return wording.RelaxedLine(&c.Relaxed[i]) })
	if would := wording.WouldBe(c); would != "" {
		p.Scope = append(p.Scope, would)
	}
	p.changes(wording.Count(len(c.Declarations), "declaration")+" changed", false, len(c.Declarations), func(i int) string { return wording.DeclarationLine(&c.Declarations[i]) })
	p.changes(wording.Count(len(c.Fixed), "finding")+" fixed", false, len(c.Fixed), func(i int) string {
		return wording.RuleTitle(c.Fixed[i].Rule) + ": " + visible.Text(c.Fixed[i].Message)
	})
}

func (p *htmlPage) changes(title string, open bool, n int, item func(int) string) {
	if n == 0 {
		return
	}
	section := htmlChange{Title: title, Open: open}
	for i := range min(n, htmlChangeItems) {
		section.Items = append(section.Items, item(i))
	}
	if more := n - htmlChangeItems; more > 0 {
		section.Items = append(section.Items, "and "+wording.Thousands(more)+" more; --format json holds all of them")
	}
	p.Change = append(p.Change, section)
}
