package lsp

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"hybridlint/report"
	"hybridlint/report/visible"
)

// mostOfFile is how many diagnostics of one file an editor is given.
const mostOfFile = 1000

// source is who speaks.
const source = "hybridlint"

// digest tells two sets of diagnostics apart.
type digest [sha256.Size]byte

// nothing is the digest of no diagnostics, which is what an editor has at first.
var nothing digest

// different are the files of which a result says something else than the latest: of both the problems
// are compared, and whether there are findings.
func (s *server) different(r *result) []string {
	files := []string{} // not nil, which is all
	was := &result{}
	if s.latest != nil {
		was = s.latest
	}
	for _, found := range []map[string][]report.Problem{r.problems, was.problems} {
		for file := range found {
			if !reflect.DeepEqual(r.problems[file], was.problems[file]) || len(r.findings[file]) != len(was.findings[file]) {
				files = append(files, file)
			}
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// show makes a result the latest and publishes what is different in some files, or with nil in all. Only
// the worker calls it, one state after the other, so that nothing older comes after something newer.
func (s *server) show(now *state, r *result, sources report.Sources, files []string) {
	s.mu.Lock()
	s.latest = r
	s.mu.Unlock()
	uris := map[string]string{} // files by URI
	for _, file := range files {
		uris[now.uriOf(file)] = file
	}
	if files == nil {
		for file := range r.problems {
			uris[now.uriOf(file)] = file
		}
		for file := range r.findings {
			uris[now.uriOf(file)] = file
		}
		for uri := range s.published {
			if _, ok := uris[uri]; !ok {
				uris[uri] = ""
			}
		}
	}
	for _, uri := range sortedKeys(uris) {
		s.publish(placer{now, sources}, uri, uris[uri], r)
	}
	s.tellElsewhere(r.elsewhere)
}

func (s *server) publish(at placer, uri, file string, r *result) {
	shown := []diagnostic{} // not null: that would leave the old ones where they are
	problems, findings := r.problems[file], r.findings[file]
	for i := range problems[:min(len(problems), mostOfFile)] {
		shown = append(shown, at.problem(&problems[i]))
	}
	for _, f := range findings[:min(len(findings), mostOfFile-len(shown))] {
		shown = append(shown, at.finding(f))
	}
	if more := len(problems) + len(findings) - len(shown); more > 0 {
		shown = append(shown, diagnostic{Severity: severityInformation, Source: source,
			Message: fmt.Sprintf("There are %d more in this file. The command hybridlint check shows all.", more)})
	}
	sum := digestOf(shown)
	if s.published[uri] == sum {
		return
	}
	s.published[uri] = sum
	if sum == nothing {
		delete(s.published, uri)
	}
	p := publishDiagnosticsParams{URI: uri, Diagnostics: shown}
	if version, open := at.now.versions[file]; open {
		p.Version = &version
	}
	s.notify("textDocument/publishDiagnostics", p)
}

// digestOf is made of everything that is sent, without writing JSON of it: most sets are not sent.
func digestOf(shown []diagnostic) (sum digest) {
	if len(shown) == 0 {
		return nothing
	}
	h := sha256.New()
	var b []byte
	text := func(t string) { b = append(binary.AppendUvarint(b, uint64(len(t))), t...) }
	place := func(r textRange) {
		for _, n := range []int{r.Start.Line, r.Start.Character, r.End.Line, r.End.Character} {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	for i := range shown {
		d := &shown[i]
		b = b[:0]
		place(d.Range)
		text(d.Message)
		text(string(d.Code))
		if d.CodeDescription != nil {
			text(d.CodeDescription.Href)
		}
		b = append(b, byte(d.Severity), byte(len(d.Tags)), byte(len(d.RelatedInformation)))
		for _, r := range d.RelatedInformation {
			text(r.Location.URI)
			place(r.Location.Range)
			text(r.Message)
		}
		_, _ = h.Write(b) // a hash takes everything
	}
	h.Sum(sum[:0])
	return sum
}

// placer turns the places of a report into those of an editor.
type placer struct {
	now     *state
	sources lines
}

// lines gives the lines of files, counted from 1.
type lines interface {
	Line(file string, line int) (text string, ok bool)
}

func (p placer) position(file string, at report.Position) position {
	line, character := max(at.Line-1, 0), max(at.Column-1, 0)
	if whole, ok := p.sources.(report.WholeSources); ok && whole.ASCII(file, at.Line) {
		return position{line, character}
	}
	text, ok := "", false
	if p.sources != nil {
		text, ok = p.sources.Line(file, at.Line)
	}
	if !ok {
		return position{line, character}
	}
	runes := []rune(text)
	return position{line, units(string(runes[:min(character, len(runes))]), p.now.encoding)}
}

func (p placer) textRange(l report.Location) textRange {
	return textRange{p.position(l.File, l.Start), p.position(l.File, l.End)}
}

func (p placer) location(l report.Location) location {
	return location{p.now.uriOf(l.File), p.textRange(l)}
}

func (p placer) problem(of *report.Problem) diagnostic {
	return diagnostic{Range: p.textRange(of.Location), Severity: severityOf(of.Severity), Source: source, Message: visible.Text(of.Summary + ": " + of.Detail)}
}

// unusedException is the rule whose findings are about what can be removed.
const unusedException = "HYB001"

func (p placer) finding(f *report.Finding) diagnostic {
	d := diagnostic{Range: p.textRange(f.Location), Severity: severityOf(f.Severity), Source: source, Message: visible.Text(f.Message)}
	d.Code, _ = json.Marshal(f.Rule.ID)
	if page := f.Rule.HelpURI(); page != "" {
		d.CodeDescription = &codeDescription{page}
	}
	if f.Rule.ID == unusedException {
		d.Tags = []int{tagUnnecessary}
	}
	for _, r := range f.Related {
		if !r.Location.IsZero() {
			d.RelatedInformation = append(d.RelatedInformation, relatedInformation{p.location(r.Location), visible.Text(r.Message)})
		}
	}
	return d
}

func severityOf(s report.Severity) diagnosticSeverity {
	switch s {
	case report.Error:
		return severityError
	case report.Warning:
		return severityWarning
	default:
		return severityInformation
	}
}
