package markdown

import (
	"hybridlint/report"
	"hybridlint/report/wording"
)

// comparison is what a reviewer of a change looks at beside the findings: what it hides and relaxes in the open, and what it
// alters to unfold.
func (m *markdownWriter) comparison(c *report.Comparison) {
	waivers := wording.Waivers(c)
	m.list("\n### What this change hides\n", "", len(waivers), func(i int) string { return wording.WaiverLine(&waivers[i]) })
	m.list("\n### What this change relaxes\n", "", len(c.Relaxed), func(i int) string { return wording.RelaxedLine(&c.Relaxed[i]) })
	if would := wording.WouldBe(c); would != "" && m.fits(would) {
		m.line("\n", EscapedText(would))
	}
	m.list("\n<details><summary>"+wording.Count(len(c.Declarations), "declaration")+" changed</summary>\n", "\n</details>", len(c.Declarations),
		func(i int) string { return wording.DeclarationLine(&c.Declarations[i]) })
	m.list("\n<details><summary>"+wording.Count(len(c.Fixed), "finding")+" fixed</summary>\n", "\n</details>", len(c.Fixed), func(i int) string {
		f := c.Fixed[i]
		return wording.RuleTitle(f.Rule) + ": " + f.Message
	})
}

// list is a section, which is left out where it has nothing or where there is no room for it.
func (m *markdownWriter) list(heading, end string, n int, item func(int) string) {
	if n == 0 || !m.fits(heading+end) {
		return
	}
	m.line(heading)
	for i := range n {
		text := "- " + EscapedText(item(i))
		if !m.fits(text + end) {
			m.line("- and ", wording.Thousands(n-i), " more, which the other reports have")
			break
		}
		m.line(text)
	}
	if end != "" {
		m.line(end)
	}
}
