package report

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// What a result holds at most; the message of a line with more findings says so.
const (
	maxMerged           = 100
	maxRelatedLocations = 100
)

type sarifResult struct {
	RuleID              string                 `json:"ruleId"`
	RuleIndex           *int                   `json:"ruleIndex,omitempty"`
	Kind                string                 `json:"kind"`
	Level               string                 `json:"level"`
	Message             sarifMessage           `json:"message"`
	Locations           []sarifLocation        `json:"locations,omitempty"`
	RelatedLocations    []sarifLocation        `json:"relatedLocations,omitempty"`
	PartialFingerprints map[string]string      `json:"partialFingerprints,omitempty"`
	Suppressions        []sarifSuppression     `json:"suppressions,omitempty"`
	Properties          *sarifResultProperties `json:"properties,omitempty"`
}

type sarifSuppression struct {
	Kind          string         `json:"kind"`
	Status        string         `json:"status"`
	Justification string         `json:"justification"`
	Location      *sarifLocation `json:"location,omitempty"`
}

type sarifResultProperties struct {
	Subject     string            `json:"subject,omitempty"`
	Assumed     []string          `json:"assumed,omitempty"`
	Remediation []jsonRemediation `json:"remediation,omitempty"`
}

// sarifRun makes the results of one report.
type sarifRun struct {
	r         *Report
	o         Options
	templates map[*Rule]*messageTemplate
	indexes   map[*Rule]int
	hashes    fileHashes
}

func newSARIFRun(r *Report, o Options) *sarifRun {
	run := &sarifRun{r: r, o: o, templates: map[*Rule]*messageTemplate{}, indexes: map[*Rule]int{}, hashes: fileHashes{sources: r.Sources}}
	for i, rule := range r.Rules {
		run.indexes[rule] = i
		run.templates[rule] = newMessageTemplate(rule.Message)
	}
	return run
}

// results yields what code scanning can take. Where that is not everything, it is folded as for people, then the worst
// come first, and the rest is left out with a notice.
func (run *sarifRun) results(yield func(*sarifResult)) {
	findings := shownFindings(run.r, run.o)
	fold := newFolding(0)
	total := length(merged(fold.shown(findings)))
	if total <= maxShown {
		for group := range merged(fold.shown(findings)) {
			yield(run.result(group))
		}
		return
	}
	fold = newFolding(run.o.Fold)
	for f := range findings {
		fold.count(f)
	}
	fold.collect(findings)
	written := 0
	for _, level := range []Severity{Error, Warning, Note} {
		for group := range merged(fold.shown(findings)) {
			if worst(group) != level {
				continue
			}
			if written++; written <= maxResults {
				yield(run.result(group))
			}
		}
	}
	run.o.notice(fmt.Sprintf("%s are more than code scanning shows (%s): SARIF has them folded and the worst first, %s in all",
		count(total, "result"), thousands(maxShown), thousands(min(written, maxResults))))
	if written > maxResults {
		run.o.notice(fmt.Sprintf("%s left out of SARIF: code scanning refuses a run of more than %s",
			count(written-maxResults, "result"), thousands(maxResults)))
	}
}

// merged yields the entries of one rule on one line together. They come by file and line already.
func merged(entries iter.Seq[entry]) iter.Seq[[]entry] {
	return func(yield func([]entry) bool) {
		var line [][]entry // of one line, by rule
		flush := func() bool {
			for _, group := range line {
				if !yield(group) {
					return false
				}
			}
			line = line[:0]
			return true
		}
		for e := range entries {
			if len(line) > 0 && !sameLine(line[0][0], e) && !flush() {
				return
			}
			i := slices.IndexFunc(line, func(group []entry) bool { return sameResult(group[0], e) })
			if i < 0 {
				line = append(line, []entry{e})
			} else {
				line[i] = append(line[i], e)
			}
		}
		flush()
	}
}

func sameLine(a, b entry) bool {
	return !a.Location.IsZero() && a.Location.File == b.Location.File && a.Location.Start.Line == b.Location.Start.Line
}

func sameResult(a, b entry) bool {
	return a.Rule == b.Rule && (a.Suppressed == nil) == (b.Suppressed == nil)
}

func length[T any](seq iter.Seq[T]) (n int) {
	for range seq {
		n++
	}
	return n
}

func worst(group []entry) Severity {
	return slices.MaxFunc(group, func(a, b entry) int { return int(a.Severity) - int(b.Severity) }).Severity
}

// result is one result for the findings of one rule on one line.
func (run *sarifRun) result(group []entry) *sarifResult {
	first := group[0]
	res := &sarifResult{
		RuleID: first.Rule.ID, Kind: "fail", Level: worst(group).String(), Message: run.message(group),
		RelatedLocations:    run.related(group),
		PartialFingerprints: run.fingerprints(first),
		Properties:          &sarifResultProperties{Subject: first.Subject, Assumed: assumptions(group), Remediation: remediations(group)},
	}
	if i, ok := run.indexes[first.Rule]; ok {
		res.RuleIndex = &i
	}
	if !first.Location.IsZero() {
		location := sarifLocation{PhysicalLocation: physicalLocation(run.r.Sources, first.Location)}
		if first.Subject != "" {
			location.LogicalLocations = []sarifLogicalLocation{{first.Subject, "resource"}}
		}
		res.Locations = []sarifLocation{location}
	}
	if s := first.Suppressed; s != nil {
		res.Suppressions = []sarifSuppression{run.suppression(s)}
	}
	return res
}

// message lists what all the findings say.
func (run *sarifRun) message(group []entry) sarifMessage {
	first := group[0]
	if len(group) == 1 && first.group == nil {
		if t := run.templates[first.Rule]; t != nil {
			return t.message(first.Finding)
		}
	}
	var said []string
	for i, e := range group {
		if i == maxMerged {
			said = append(said, "and "+thousands(len(group)-i)+" more")
			break
		}
		text := e.Message
		if e.group != nil {
			text += " (and " + thousands(e.group.size()-1) + " more like this)"
		}
		if !slices.Contains(said, text) {
			said = append(said, text)
		}
	}
	text := plainText(strings.Join(said, "; "))
	if len(group) > 1 {
		text = count(len(group), "finding") + " on this line: " + text
	}
	return sarifMessage{Text: sentence(text)}
}

func (run *sarifRun) related(group []entry) []sarifLocation {
	var locations []sarifLocation
	add := func(message string, at Location) {
		if at.IsZero() || len(locations) == maxRelatedLocations {
			return
		}
		id := len(locations) + 1
		l := sarifLocation{ID: &id, PhysicalLocation: physicalLocation(run.r.Sources, at)}
		if message != "" {
			l.Message = &sarifText{sentence(plainText(message))}
		}
		locations = append(locations, l)
	}
	for i, e := range group {
		if i > 0 {
			add(e.Message, e.Location)
		}
		for _, r := range e.Related {
			add(r.Message, r.Location)
		}
		if e.group != nil {
			for _, at := range e.group.places[1:] {
				add("The same is found here", at)
			}
		}
	}
	return locations
}

func (run *sarifRun) fingerprints(e entry) map[string]string {
	prints := map[string]string{}
	if e.Fingerprint != "" {
		prints["hybridlint/v1"] = e.Fingerprint
	}
	if hash, ok := run.hashes.of(e.Location); ok {
		prints["primaryLocationLineHash"] = hash
	}
	return prints
}

func (run *sarifRun) suppression(s *Suppression) sarifSuppression {
	kind := "external"
	if s.Kind == "comment" {
		kind = "inSource"
	}
	out := sarifSuppression{Kind: kind, Status: "accepted", Justification: s.Rationale}
	if !s.Location.IsZero() {
		out.Location = &sarifLocation{PhysicalLocation: physicalLocation(run.r.Sources, s.Location)}
	}
	return out
}

// assumptions are the facts that any finding of a group assumed.
func assumptions(group []entry) []string {
	var all []string
	for _, e := range group {
		all = append(all, e.Assumed...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// remediations are the different ones of a group.
func remediations(group []entry) []jsonRemediation {
	var all []jsonRemediation
	for _, e := range group[:min(len(group), maxMerged)] {
		for _, r := range e.Remediation {
			j := jsonRemediationOf(r)
			if !slices.Contains(all, j) {
				all = append(all, j)
			}
		}
	}
	return all
}

// fileHashes knows the line hashes of one file at a time: results come file by file.
type fileHashes struct {
	sources Sources
	file    string
	hashes  []lineHash
}

func (h *fileHashes) of(at Location) (hash string, ok bool) {
	if h.sources == nil || at.IsZero() {
		return "", false
	}
	if at.File != h.file {
		h.file, h.hashes = at.File, lineHashes(textOf(h.sources, at.File))
	}
	if at.Start.Line < 1 || at.Start.Line > len(h.hashes) {
		return "", false
	}
	return h.hashes[at.Start.Line-1].String(), true
}

// textOf puts a file together from its lines. What its line ends were makes no difference to a hash.
func textOf(sources Sources, file string) string {
	var b strings.Builder
	for n := 1; ; n++ {
		line, ok := sources.Line(file, n)
		if !ok {
			return b.String()
		}
		if n > 1 {
			b.WriteByte('\n')
		}
		b.WriteString(line)
	}
}
