package text

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/snippet"
	"hybridlint/report/tally"
	"hybridlint/report/terminal"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// Writer is the format for people: where, what, the line of the file, what to do about it, and a summary at the end.
type Writer struct{}

// Write implements Writer.
func (Writer) Write(w io.Writer, r *report.Report, o report.Options) error {
	t := newTextWriter(w, r.Sources, o)
	if wording.WithoutEffect(r) && !o.ShowUnchanged && !o.ShowChanges {
		if !o.Quiet {
			t.line(wording.NothingChanges(r))
		}
		return t.w.Flush()
	}
	if state := wording.State(r.State); state != "" {
		t.begin()
		t.line(state)
	}
	r = folding.Judged(r, o)
	counted := tally.New()
	for _, f := range r.Findings {
		counted.Count(f)
	}
	if o.Summary {
		t.rest(r, o, counted)
		return t.w.Flush()
	}
	t.findings(r, o, roomBeside(func(t *textWriter) { t.rest(r, o, counted) }, r.Sources, o))
	t.rest(r, o, counted)
	return t.w.Flush()
}

// rest is everything but the findings.
func (t *textWriter) rest(r *report.Report, o report.Options, counted *tally.Tally) {
	for i := range r.Problems {
		t.problem(&r.Problems[i])
	}
	if c := r.Comparison; c != nil {
		t.comparison(c, o)
	}
	if !o.Quiet {
		t.tally(counted)
		t.closing(r, o)
	}
}

// maxRelated is how many related places of a finding are shown.
const maxRelated = 5

// margin stands before what explains a finding; it is as wide as the margin of a snippet.
const margin = "     "

type textWriter struct {
	w       *bufio.Writer
	sources report.Sources
	style   terminal.Style
	// width is where messages break, 0 nowhere; folder is what places lead to.
	width  int
	folder string
	// quiet says that there is no summary, which tells once what is not declared.
	quiet bool
	began bool
	// listing is true behind an entry of one line.
	listing bool
}

func newTextWriter(w io.Writer, sources report.Sources, o report.Options) *textWriter {
	return &textWriter{w: bufio.NewWriterSize(visible.Log(w), 1<<16), sources: sources, style: terminal.Style{Color: o.Color}, width: o.Width, folder: o.Folder, quiet: o.Quiet}
}

// writeFramed writes the problems, what a command has found, and whether that is all of it.
func writeFramed(w io.Writer, r *report.Report, o report.Options, found func(*textWriter)) error {
	t := newTextWriter(w, r.Sources, o)
	for i := range r.Problems {
		t.problem(&r.Problems[i])
	}
	found(t)
	if !r.Complete {
		t.begin()
		t.line("The run was not complete: ", wording.Count(len(r.Problems), "problem"), ".")
	}
	return t.w.Flush()
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
func (t *textWriter) brief(e folding.Entry) {
	if !t.listing {
		t.begin()
	}
	t.listing = true
	t.header(e)
	if e.Group != nil {
		t.placesInShort(e.Group)
	}
}

func (t *textWriter) entry(e folding.Entry) {
	t.begin()
	t.header(e)
	t.explanation(e)
}

func (t *textWriter) header(e folding.Entry) {
	label := e.Severity.String()
	if e.Suppressed != nil {
		label = "suppressed " + label
	}
	label = wording.ChangeLabel(e.Finding) + label
	rule := "[" + visible.Text(e.Rule.ID+" "+e.Rule.Name) + "]"
	t.wrapped([]piece{t.place(e.Location), {label + ":", t.style.Severity(e.Severity, label) + ":"}}, visible.Text(t.message(e.Finding)), piece{rule, t.style.Dim(rule)})
}

// message is that of a finding. What it says of facts that are not declared is said once, in the summary.
func (t *textWriter) message(f *report.Finding) string {
	if t.quiet {
		return f.Message
	}
	return strings.TrimSuffix(f.Message, report.AssumedNote(f.Assumed))
}

func (t *textWriter) explanation(e folding.Entry) {
	t.snippet(e.Location)
	if t.quiet {
		t.assumed(e.Finding)
	}
	for _, l := range wording.BecauseLines(e.Finding) {
		t.line(margin, l)
	}
	if e.Group != nil {
		t.places(e.Group)
	} else {
		t.related(e.Related)
	}
	if s := e.Suppressed; s != nil {
		t.line(margin, "suppressed by ", visible.Text(s.Kind), " at ", wording.Place(s.Location), ": ", visible.Text(s.Rationale))
		return
	}
	for i, r := range e.Remediation {
		t.remediation(r, wording.FixLead(e.Remediation, i))
	}
	if uri := e.Rule.HelpURI(); uri != "" {
		t.line(margin, t.style.Dim("see "+visible.Text(uri)))
	}
}

// lead is the place that a line begins with, if there is one.
func (t *textWriter) lead(at report.Location) string {
	if at.IsZero() {
		return ""
	}
	return t.place(at).painted + " "
}

func (t *textWriter) snippet(at report.Location) {
	for _, l := range snippet.At(t.sources, at, t.style) {
		t.line(l)
	}
}

// assumed says which facts to declare, unless the message does.
func (t *textWriter) assumed(f *report.Finding) {
	for _, fact := range f.Assumed {
		if !strings.Contains(f.Message, fact) {
			t.line(margin, visible.Text(strings.Trim(report.AssumedNote(f.Assumed), " ()")))
			return
		}
	}
}

func (t *textWriter) related(related []report.Related) {
	for i, r := range related {
		if i == maxRelated {
			t.line(margin, "and ", wording.Count(len(related)-i, "related place"), " more")
			return
		}
		t.line(margin, t.lead(r.Location), visible.Text(r.Message))
	}
}

// places lists where a folded group has its findings.
func (t *textWriter) places(g *folding.Group) {
	t.line(margin, wording.Count(g.Size(), "finding"), " like this (", wording.Severities(g.Errors, g.Warnings, g.Notes), "), at:")
	shown := make([]string, len(g.Places))
	for i, p := range g.Places {
		shown[i] = wording.Place(p)
	}
	for _, l := range wording.Wrap(strings.Join(shown, " "), snippet.Width) {
		t.line(margin, "  ", l)
	}
	if more := g.Size() - len(g.Places); more > 0 {
		t.line(margin, "  and ", wording.Thousands(more), " more; --fold 0 shows them")
	}
}

// remediation writes one item of a fix. Without a lead it goes on below the one before it.
func (t *textWriter) remediation(r report.Remediation, lead string) {
	lines := strings.Split(strings.TrimSpace(r.Command+r.Text), "\n")
	if r.Intro != "" {
		lines = append([]string{r.Intro + ":"}, lines...)
	}
	for _, l := range lines {
		t.line(margin, cmp.Or(lead, "  "), visible.Text(strings.TrimSpace(l)))
		lead = ""
	}
}

func (t *textWriter) problem(p *report.Problem) {
	t.begin()
	label := p.Severity.String()
	t.wrapped([]piece{t.place(p.Location), {label + ":", t.style.Severity(p.Severity, label) + ":"}}, visible.Text(p.Summary))
	t.snippet(p.Location)
	if strings.TrimSpace(p.Detail) == "" {
		return
	}
	for l := range strings.SplitSeq(strings.TrimSpace(p.Detail), "\n") {
		t.wrapped(nil, margin+visible.Text(l))
	}
}

func (t *textWriter) tally(counted *tally.Tally) {
	rules := counted.ByWeight()
	if len(rules) == 0 {
		return
	}
	t.begin()
	width, idWidth := 0, 0
	for _, r := range rules {
		width, idWidth = max(width, utf8.RuneCountInString(r.Rule.Name)), max(idWidth, len(r.Rule.ID))
	}
	for _, r := range rules {
		t.line(fmt.Sprintf("%-*s  %-*s  %s", idWidth, visible.Text(r.Rule.ID), width, visible.Text(r.Rule.Name), wording.Severities(r.Errors, r.Warnings, r.Notes)))
	}
	if top := counted.Top(); len(top) > 0 {
		names := make([]string, len(top))
		for i, c := range top {
			names[i] = visible.Text(c.Name) + " (" + wording.Thousands(c.Findings) + ")"
		}
		t.line("Behind most of them: ", wording.List(names))
	}
	for _, l := range wording.Undeclared(counted.Assumed()) {
		t.line(visible.Text(l))
	}
}

// closing says in one sentence how the run ended, and loudly where it did not end well.
func (t *textWriter) closing(r *report.Report, o report.Options) {
	t.begin()
	s := r.Summary
	t.line(t.style.Bold(wording.Found(s)), ": ", wording.Looked(s), ".")
	if c := r.Comparison; c != nil && r.Complete {
		hint := ""
		if !o.ShowUnchanged && c.Changed.Unchanged+c.Changed.Better > 0 {
			hint = "; --show-unchanged shows all"
		}
		t.line(wording.Against(c), hint, ".")
	}
	for _, l := range wording.Settings(r.Settings) {
		t.line(l)
	}
	if s.UndeclaredMembers > 0 {
		t.line(wording.Count(s.UndeclaredMembers, "group member"), " without a declaration: where they work is not known.")
	}
	if s.Suppressed > 0 {
		hint := ""
		if !o.ShowSuppressed {
			hint = "; --show-suppressed lists them"
		}
		t.line(wording.Count(s.Suppressed, "more finding"), " suppressed by exceptions and comments", hint, ".")
	}
	if !r.Complete {
		t.line(t.style.Severity(report.Error, "THE RUN WAS NOT COMPLETE"), ": ", wording.Count(len(r.Problems), "problem"),
			" above. What could not be read or evaluated has not been checked.")
	}
}
