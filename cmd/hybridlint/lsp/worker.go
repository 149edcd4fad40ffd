package lsp

import (
	"context"
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
	problems, findings map[string][]item
	// elsewhere are the problems that lie in no file.
	elsewhere []report.Problem
}

// item is what is shown at one place: a finding or a problem.
type item struct {
	diagnostic
	finding *report.Finding
	problem *report.Problem
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
	now := state{s.number, s.root, map[string]string{}, map[string]int{}, map[string]string{}, s.encoding}
	for uri, d := range s.documents {
		if d.file != "" {
			now.texts[d.file], now.versions[d.file], now.uris[d.file] = d.content, d.version, uri
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

// examine checks a state and publishes what is different. Reading is never cut short, so that
// problems are shown however fast somebody types; the evaluation of rules is.
func (s *server) examine(ctx context.Context, now state) {
	root, err := os.OpenRoot(now.root)
	if err != nil {
		return // there is no folder yet, or no longer
	}
	defer root.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	tree := &loader.Tree{FS: overlay{root, now.texts}, Top: now.root}
	var loaded *model.Model
	checked := s.linter.Check(ctx, now.root, tree, func(m *model.Model, problems []report.Problem) {
		loaded = m
		s.mayEnd(now.number, cancel)
		s.show(&now, s.read(&now, m, problems))
	})
	if loaded != nil {
		defer loaded.Sources.Close()
	}
	s.mu.Lock()
	s.cancel = nil
	s.mu.Unlock()
	if ctx.Err() == nil {
		s.show(&now, s.evaluated(&now, loaded, checked))
	}
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
	r := &result{read: now.number, model: m, findings: map[string][]item{}}
	r.addProblems(now, m.Sources, problems)
	if s.latest == nil {
		return r
	}
	r.rules, r.evaluated = s.latest.rules, s.latest.evaluated
	for file, items := range s.latest.findings {
		if len(r.problems[file]) == 0 {
			r.findings[file] = items
		}
	}
	return r
}

// evaluated is the result of a check. Where something was not understood, files that are what they
// were in the good state keep its findings: what is broken elsewhere says nothing about them.
func (s *server) evaluated(now *state, m *model.Model, checked *report.Report) *result {
	if m == nil && s.latest != nil { // the settings are wrong: nothing was read
		m = s.latest.model
	}
	r := &result{read: now.number, evaluated: now.number, model: m, rules: checked.Rules, findings: map[string][]item{}}
	r.addProblems(now, checked.Sources, checked.Problems)
	shown := placer{now, checked.Sources}
	for _, f := range checked.Findings {
		if f.Suppressed == nil {
			r.findings[f.Location.File] = append(r.findings[f.Location.File], item{diagnostic: shown.finding(f), finding: f})
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if checked.Complete {
		s.good = r
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
	for file, items := range s.good.findings {
		if s.touched[file] == 0 && len(r.problems[file]) == 0 {
			r.findings[file] = items
		}
	}
	return r
}

func (r *result) addProblems(now *state, sources report.Sources, problems []report.Problem) {
	r.problems = map[string][]item{}
	shown := placer{now, sources}
	for _, p := range problems {
		if p.Location.IsZero() {
			r.elsewhere = append(r.elsewhere, p)
			continue
		}
		r.problems[p.Location.File] = append(r.problems[p.Location.File], item{diagnostic: shown.problem(&p), problem: &p})
	}
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
