package markdown

import (
	"fmt"
	"io"

	"hybridlint/report"
	"hybridlint/report/wording"
)

// PlanWriter writes planned waves for a meeting or a ticket: a table of the waves, and what others would cost. It stays below the size
// of a comment.
type PlanWriter struct{}

// Write implements report.Writer.
func (PlanWriter) Write(w io.Writer, r *report.Report, _ report.Options) error {
	return writeFramed(w, r, "planned waves", func(m *markdownWriter) {
		if r.Plan != nil {
			m.plan(r.Plan)
		}
	})
}

func (m *markdownWriter) plan(p *report.Plan) {
	m.line("| Wave | Date | Mailboxes | Come apart | Heal | Cost | Run before |")
	m.line("| --- | --- | --- | --- | --- | --- | --- |")
	for i := range p.Waves {
		w := &p.Waves[i]
		row := fmt.Sprintf("| %s | %s | %d | %d | %d | %s | %s |", Cell(w.Name), w.Date, len(w.Members), w.Split, w.Heals, w.Cost,
			wording.Thousands(len(w.Fixes)))
		if m.fits(row) {
			m.line(row)
		}
	}
	m.line()
	m.line("Plan ", EscapedText(p.Name), " costs ", p.Cost.String(), ", of which ", p.AtStart.String(), " are of what is apart at the start.")
	m.line()
	list := func(text string) {
		if m.fits(text) {
			m.line("- ", text)
		}
	}
	for _, a := range p.Alternatives {
		list(fmt.Sprintf("instead, %s: %s", EscapedText(a.Name), a.Cost))
	}
	for _, price := range p.Prices {
		list(fmt.Sprintf("without %s it would cost %s less", EscapedText(price.Constraint), price.Saves))
	}
	for _, b := range p.Breaches {
		list("does not hold: " + EscapedText(b))
	}
}
