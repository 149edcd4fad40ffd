package lsp

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/report"
)

// state is all texts at one time.
type state struct {
	number   int
	root     string
	texts    map[string]string // by file, as reports name it
	versions map[string]int
	uris     map[string]string
	encoding encoding
	// changed are the files that were changed since all files were read last.
	changed []string
}

// result is what was found in a state.
type result struct {
	// read is the state that problems are of, and evaluated that of the findings.
	read, evaluated int

	model *model.Model
	// rules are those that ran.
	rules []*report.Rule
	// problems and findings are by file. Findings are those of the state before until the rules were
	// evaluated.
	problems map[string][]report.Problem
	findings map[string][]*report.Finding
	// elsewhere are the problems that lie in no file.
	elsewhere []report.Problem
}

// work checks the newest state as long as there is one.
func (s *server) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
			s.mu.Lock()
			now := s.snapshot()
			s.mu.Unlock()
			s.examine(ctx, now)
		}
	}
}

func (s *server) snapshot() state {
	now := state{s.number, s.root, map[string]string{}, map[string]int{}, map[string]string{}, s.encoding, nil}
	for uri, d := range s.documents {
		if d.file != "" {
			now.texts[d.file], now.versions[d.file], now.uris[d.file] = d.content, d.version, uri
		}
	}
	for _, file := range sortedKeys(s.touched) {
		if s.touched[file] > s.allRead {
			now.changed = append(now.changed, file)
		}
	}
	return now
}

// uriOf is the URI of a file as reports name it: that of the editor where the file is open.
func (now *state) uriOf(file string) string {
	if uri := now.uris[file]; uri != "" {
		return uri
	}
	return fileURI(filepath.Join(now.root, filepath.FromSlash(file)))
}

// examine checks a state and publishes what is different: first the problems of the files that were
// changed, which are read alone where that is possible, then those of all, and then the findings. Where
// the first has been shown the rest is cut short by a newer state. Else reading is not, so that problems
// show however fast somebody types.
func (s *server) examine(ctx context.Context, now state) {
	root, err := os.OpenRoot(now.root)
	if err != nil {
		return // there is no folder yet, or no longer
	}
	defer root.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if s.glance(ctx, &now) {
		s.mayEnd(now.number, cancel)
	}
	tree := &loader.Tree{FS: overlay{root, now.texts}, Top: now.root}
	var loaded *model.Model
	checked := s.linter.Check(ctx, now.root, tree, func(m *model.Model, declared *loader.Declared, problems []report.Problem) {
		if loaded = m; ctx.Err() != nil {
			return
		}
		s.mayEnd(now.number, cancel)
		s.mu.Lock()
		s.declared, s.allRead = declared, now.number
		s.mu.Unlock()
		r := s.read(&now, m, problems)
		s.show(&now, r, m.Sources, s.different(r))
	})
	if loaded != nil {
		defer loaded.Sources.Close()
	}
	s.mu.Lock()
	s.cancel = nil
	s.mu.Unlock()
	if ctx.Err() == nil {
		r := s.evaluated(&now, loaded, checked)
		s.show(&now, r, checked.Sources, nil)
	}
}

// glance reads the files that were changed, and nothing else, and shows their problems. It is false
// where they cannot be read without the others.
func (s *server) glance(ctx context.Context, now *state) bool {
	if s.latest == nil || s.declared == nil || len(now.changed) == 0 {
		return false
	}
	var documents []loader.Document
	for _, file := range now.changed {
		text, open := now.texts[file]
		if !open || !s.declared.Has(file) || !loader.Alone(text) {
			return false
		}
		documents = append(documents, loader.Document{Name: file, Text: text})
	}
	m, problems := s.linter.Glance(ctx, documents, s.declared)
	if m == nil || ctx.Err() != nil {
		return false
	}
	defer m.Sources.Close()
	r := *s.latest
	r.read, r.problems, r.findings = now.number, map[string][]report.Problem{}, map[string][]*report.Finding{}
	found := byFile(problems)
	maps.Copy(r.problems, s.latest.problems)
	maps.Copy(r.findings, s.latest.findings)
	for _, file := range now.changed {
		if r.problems[file] = found[file]; len(found[file]) > 0 {
			delete(r.findings, file)
		} else {
			delete(r.problems, file)
		}
	}
	s.show(now, &r, m.Sources, now.changed)
	return true
}

// mayEnd notes how to end the evaluation of a state, and ends it where there is a newer one.
func (s *server) mayEnd(number int, cancel func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cancel = cancel
	if s.number != number {
		cancel()
	}
}

// read is the result of reading alone: its problems, with the findings that there were.
func (s *server) read(now *state, m *model.Model, problems []report.Problem) *result {
	r := &result{read: now.number, model: s.useful(m), findings: map[string][]*report.Finding{}}
	r.addProblems(problems)
	if s.latest == nil {
		return r
	}
	r.rules, r.evaluated = s.latest.rules, s.latest.evaluated
	for file, found := range s.latest.findings {
		if len(r.problems[file]) == 0 {
			r.findings[file] = found
		}
	}
	return r
}

// useful is a model, or the one before where nearly nothing could be read: names are looked up in it.
// There is never more than one but while files are read.
func (s *server) useful(m *model.Model) *model.Model {
	if s.latest != nil && s.latest.model != nil && (m == nil || len(m.Recipients)+len(m.Forests) == 0) {
		return s.latest.model
	}
	return m
}

// evaluated is the result of a check. Where something was not understood, files that are what they
// were in the good state keep its findings: what is broken elsewhere says nothing about them.
func (s *server) evaluated(now *state, m *model.Model, checked *report.Report) *result {
	r := &result{read: now.number, evaluated: now.number, model: s.useful(m), rules: checked.Rules, findings: map[string][]*report.Finding{}}
	r.addProblems(checked.Problems)
	for _, f := range checked.Findings {
		if f.Suppressed == nil {
			r.findings[f.Location.File] = append(r.findings[f.Location.File], f)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if m == nil && s.latest != nil { // the settings are wrong: nothing was read
		s.declared = nil
	}
	if checked.Complete {
		s.good = r.findings
		for file, number := range s.touched {
			if number <= now.number {
				delete(s.touched, file)
			}
		}
		return r
	}
	if s.good == nil {
		return r
	}
	for file := range r.findings {
		if s.touched[file] == 0 && len(r.problems[file]) == 0 {
			delete(r.findings, file)
		}
	}
	for file, found := range s.good {
		if s.touched[file] == 0 && len(r.problems[file]) == 0 {
			r.findings[file] = found
		}
	}
	return r
}

func (r *result) addProblems(problems []report.Problem) {
	r.problems = byFile(problems)
	r.elsewhere = r.problems[""]
	delete(r.problems, "")
}

// byFile puts the problems of each file together; those in no file are those of "".
func byFile(problems []report.Problem) map[string][]report.Problem {
	of := map[string][]report.Problem{}
	for _, p := range problems {
		file := p.Location.File
		if p.Location.IsZero() {
			file = ""
		}
		of[file] = append(of[file], p)
	}
	return of
}

// tellElsewhere says what is wrong and lies in no file, once.
func (s *server) tellElsewhere(problems []report.Problem) {
	const most = 5
	var told []string
	for _, p := range problems[:min(len(problems), most)] {
		told = append(told, p.Summary+": "+p.Detail)
	}
	message := strings.Join(told, "\n")
	if message != s.told && message != "" {
		s.tell(messageWarning, message)
	}
	s.told = message
}
