package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Text is the format for people: where, what, the line of the file, what to do about it, and a summary at the end.
type Text struct{}

// Write implements Writer.
func (Text) Write(w io.Writer, r *Report, o Options) error {
	t := newTextWriter(w, r.Sources, o)
	counted := newTally()
	for f := range scan(r) {
		counted.count(f)
	}
	t.findings(r, o, roomBeside(func(t *textWriter) { t.rest(r, o, counted) }, r.Sources, o))
	t.rest(r, o, counted)
	return t.w.Flush()
}

// rest is everything but the findings.
func (t *textWriter) rest(r *Report, o Options, counted *tally) {
	for i := range r.Problems {
		t.problem(&r.Problems[i])
	}
	if !o.Quiet {
		t.tally(counted)
		t.closing(r, o)
	}
}

// WriteProblems writes problems as the text format does, each with its line of the file.
func WriteProblems(w io.Writer, problems []Problem, sources Sources, color bool) error {
	t := newTextWriter(w, sources, Options{Color: color})
	for i := range problems {
		t.problem(&problems[i])
	}
	return t.w.Flush()
}

// maxRelated is how many related places of a finding are shown.
const maxRelated = 5

// margin stands before what explains a finding; it is as wide as the margin of a snippet.
const margin = "     "

type textWriter struct {
	w       *bufio.Writer
	sources Sources
	style   style
	began   bool
	// listing is true behind an entry of one line.
	listing bool
}

func newTextWriter(w io.Writer, sources Sources, o Options) *textWriter {
	return &textWriter{w: bufio.NewWriterSize(w, 1<<16), sources: sources, style: style{color: o.Color}}
}

// line writes text that is visible already. The bufio.Writer keeps the first error for Flush.
func (t *textWriter) line(parts ...string) {
	for _, p := range parts {
		t.w.WriteString(p)
	}
	t.w.WriteByte('\n')
}

// begin separates what follows from what came before.
func (t *textWriter) begin() {
	if t.began {
		t.line()
	}
	t.began, t.listing = true, false
}

// brief is an entry without an explanation; several stand together.
func (t *textWriter) brief(e entry) {
	if !t.listing {
		t.begin()
	}
	t.listing = true
	t.header(e)
	if e.group != nil {
		t.placesInShort(e.group)
	}
}

func (t *textWriter) entry(e entry) {
	t.begin()
	t.header(e)
	t.explanation(e)
}

func (t *textWriter) header(e entry) {
	e.Told()
	label := e.Severity.String()
	if e.Suppressed != nil {
		label = "suppressed " + label
	}
	t.line(t.lead(e.Location), t.style.severity(e.Severity, label), ": ", Visible(e.Message), " ",
		t.style.dim("["+Visible(e.Rule.ID+" "+e.Rule.Name)+"]"))
}

func (t *textWriter) explanation(e entry) {
	t.snippet(e.Location)
	t.assumed(e.Finding)
	if e.group != nil {
		t.places(e.group)
	} else {
		t.related(e.Related)
	}
	if s := e.Suppressed; s != nil {
		t.line(margin, "suppressed by ", Visible(s.Kind), " at ", place(s.Location), ": ", Visible(s.Rationale))
		return
	}
	for i, r := range e.Remediation {
		t.remediation(r, remediationLead(e.Remediation, i))
	}
	if uri := e.Rule.HelpURI(); uri != "" {
		t.line(margin, t.style.dim("see "+Visible(uri)))
	}
}

// lead is the place that a line begins with, if there is one.
func (t *textWriter) lead(at Location) string {
	if at.IsZero() {
		return ""
	}
	return t.style.bold(place(at)) + ": "
}

func (t *textWriter) snippet(at Location) {
	for _, l := range snippetAt(t.sources, at, t.style) {
		t.line(l)
	}
}

// assumed says which facts to declare, unless the message does.
func (t *textWriter) assumed(f *Finding) {
	for _, fact := range f.Assumed {
		if !strings.Contains(f.Message, fact) {
			t.line(margin, Visible(strings.Trim(AssumedNote(f.Assumed), " ()")))
			return
		}
	}
}

func (t *textWriter) related(related []Related) {
	for i, r := range related {
		if i == maxRelated {
			t.line(margin, "and ", count(len(related)-i, "related place"), " more")
			return
		}
		t.line(margin, t.lead(r.Location), Visible(r.Message))
	}
}

// places lists where a folded group has its findings.
func (t *textWriter) places(g *group) {
	t.line(margin, count(g.size(), "finding"), " like this (", severities(g.errors, g.warnings, g.notes), "), at:")
	shown := make([]string, len(g.places))
	for i, p := range g.places {
		shown[i] = place(p)
	}
	for _, l := range wrap(strings.Join(shown, " "), snippetWidth) {
		t.line(margin, "  ", l)
	}
	if more := g.size() - len(g.places); more > 0 {
		t.line(margin, "  and ", thousands(more), " more; --fold 0 shows them")
	}
}

// remediation writes one item of a fix. Without a lead it goes on below the one before it.
func (t *textWriter) remediation(r Remediation, lead string) {
	lines := strings.Split(strings.TrimSpace(r.Command+r.Text), "\n")
	if r.Intro != "" {
		lines = append([]string{r.Intro + ":"}, lines...)
	}
	for _, l := range lines {
		t.line(margin, cmp.Or(lead, "  "), Visible(strings.TrimSpace(l)))
		lead = ""
	}
}

// remediationLead says whether an item is the first, a step after others or another way, and where it is carried out. It
// is empty for a step at the place of the one before it.
func remediationLead(fix []Remediation, i int) string {
	r := fix[i]
	place := r.Where.System()
	if r.Command != "" {
		place = r.Where.Title()
	}
	switch {
	case i == 0:
		return "fix in " + Visible(place) + ": "
	case r.Alternative:
		return "or in " + Visible(place) + ": "
	case fix[i-1].Where != r.Where:
		return "then in " + Visible(place) + ": "
	default:
		return ""
	}
}

func (t *textWriter) problem(p *Problem) {
	t.begin()
	t.line(t.lead(p.Location), t.style.severity(p.Severity, p.Severity.String()), ": ", Visible(p.Summary))
	t.snippet(p.Location)
	if strings.TrimSpace(p.Detail) == "" {
		return
	}
	for l := range strings.SplitSeq(strings.TrimSpace(p.Detail), "\n") {
		t.line(margin, Visible(l))
	}
}

func (t *textWriter) tally(counted *tally) {
	rules := counted.byWeight()
	if len(rules) == 0 {
		return
	}
	t.begin()
	width, idWidth := 0, 0
	for _, r := range rules {
		width, idWidth = max(width, utf8.RuneCountInString(r.rule.Name)), max(idWidth, len(r.rule.ID))
	}
	for _, r := range rules {
		t.line(fmt.Sprintf("%-*s  %-*s  %s", idWidth, Visible(r.rule.ID), width, Visible(r.rule.Name), severities(r.errors, r.warnings, r.notes)))
	}
	if top := counted.top(); len(top) > 0 {
		names := make([]string, len(top))
		for i, c := range top {
			names[i] = Visible(c.name) + " (" + thousands(c.findings) + ")"
		}
		t.line("Behind most of them: ", list(names))
	}
}

// closing says in one sentence how the run ended, and loudly where it did not end well.
func (t *textWriter) closing(r *Report, o Options) {
	t.begin()
	s := r.Summary
	t.line(t.style.bold(found(s)), ": ", looked(s), ".")
	if s.UndeclaredMembers > 0 {
		t.line(count(s.UndeclaredMembers, "group member"), " without a declaration: where they work is not known.")
	}
	if s.Suppressed > 0 {
		hint := ""
		if !o.ShowSuppressed {
			hint = "; --show-suppressed lists them"
		}
		t.line(count(s.Suppressed, "more finding"), " suppressed by exceptions and comments", hint, ".")
	}
	if !r.Complete {
		t.line(t.style.severity(Error, "THE RUN WAS NOT COMPLETE"), ": ", count(len(r.Problems), "problem"),
			" above. What could not be read or evaluated has not been checked.")
	}
}

// place is a location as editors and terminals understand it.
func place(l Location) string {
	return fmt.Sprintf("%s:%d:%d", Visible(l.File), l.Start.Line, l.Start.Column)
}
