package lsp

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
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

// show makes a result the latest and publishes what is different. Only the worker calls it, one
// state after the other, so that nothing older comes after something newer.
func (s *server) show(now *state, r *result) {
	s.mu.Lock()
	s.latest = r
	s.mu.Unlock()
	uris := map[string]string{} // files by URI
	for _, found := range []map[string][]item{r.problems, r.findings} {
		for file := range found {
			uris[now.uriOf(file)] = file
		}
	}
	for uri := range s.published {
		if _, ok := uris[uri]; !ok {
			uris[uri] = ""
		}
	}
	for _, uri := range sortedKeys(uris) {
		s.publish(now, uri, uris[uri], r)
	}
	s.tellElsewhere(r.elsewhere)
}

func (s *server) publish(now *state, uri, file string, r *result) {
	shown := []diagnostic{} // not null: that would leave the old ones where they are
	items := slices.Concat(r.problems[file], r.findings[file])
	for _, i := range items[:min(len(items), mostOfFile)] {
		shown = append(shown, i.diagnostic)
	}
	if more := len(items) - mostOfFile; more > 0 {
		shown = append(shown, diagnostic{Severity: severityInformation, Source: source,
			Message: fmt.Sprintf("There are %d more in this file. The command hybridlint check shows all.", more)})
	}
	body, err := json.Marshal(shown)
	if err != nil {
		return
	}
	sum := digest(sha256.Sum256(body))
	if len(shown) == 0 {
		sum = nothing
	}
	if s.published[uri] == sum {
		return
	}
	s.published[uri] = sum
	if sum == nothing {
		delete(s.published, uri)
	}
	p := publishDiagnosticsParams{URI: uri, Diagnostics: shown}
	if version, open := now.versions[file]; open {
		p.Version = &version
	}
	s.notify("textDocument/publishDiagnostics", p)
}

// placer turns the places of a report into those of an editor.
type placer struct {
	now     *state
	sources report.Sources
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
