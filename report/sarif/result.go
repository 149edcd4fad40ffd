package sarif

import (
	"fmt"
	"iter"
	"slices"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/tables/json"
	"hybridlint/report/wording"
)

// What a result holds at most; the message of a line with more findings says so.
const (
	maxMerged           = 100
	maxRelatedLocations = 100
)

// maxRich is how many results carry the text of their related locations and the fix in full. GitLab refuses a file of more
// than 10 MB, and so does the official validator as it comes: 5,000 results have to do with less than 2 KB each. The fix of
// each is in the other formats, that of a rule in its help.
const maxRich = 2_500

type sarifResult struct {
	RuleID              string                 `json:"ruleId"`
	RuleIndex           *int                   `json:"ruleIndex,omitempty"`
	Kind                string                 `json:"kind"`
	Level               string                 `json:"level"`
	Message             sarifMessage           `json:"message"`
	Locations           []sarifLocation        `json:"locations,omitempty"`
	RelatedLocations    []sarifLocation        `json:"relatedLocations,omitempty"`
	PartialFingerprints map[string]string      `json:"partialFingerprints,omitempty"`
	BaselineState       string                 `json:"baselineState,omitempty"`
	Suppressions        []sarifSuppression     `json:"suppressions,omitempty"`
	Fixes               []sarifFix             `json:"fixes,omitempty"`
	Properties          *sarifResultProperties `json:"properties,omitempty"`
}

type sarifSuppression struct {
	Kind          string         `json:"kind"`
	Status        string         `json:"status"`
	Justification string         `json:"justification"`
	Location      *sarifLocation `json:"location,omitempty"`
}

// sarifResultProperties are what no other property of a result has a place for.
type sarifResultProperties struct {
	Assumed     []string           `json:"assumed,omitempty"`
	Remediation []json.Remediation `json:"remediation,omitempty"`
	// Others are the other findings of the result, so that a later run can be compared with all of them; Folded counts those that are not there.
	Others []sarifOther `json:"others,omitempty"`
	Folded int          `json:"folded,omitempty"`
}

// sarifRun makes the results of one report.
type sarifRun struct {
	r *report.Report
	o report.Options
	// groups are the findings of each result.
	groups   [][]folding.Entry
	messages map[*report.Rule]*messageStrings
	indexes  map[*report.Rule]int
	hashes   placeHashes
	// rich tells whether a result holds all that is known of it; detail is how much of the files' text goes with it,
	// relatedDetail with its related locations.
	rich                  bool
	detail, relatedDetail sarifDetail
}

// newSARIFRun merges findings to results, and makes fewer of more than code scanning shows.
func newSARIFRun(r *report.Report, o report.Options) *sarifRun {
	run := &sarifRun{r: r, o: o, messages: map[*report.Rule]*messageStrings{}, indexes: map[*report.Rule]int{}, hashes: placeHashes{}}
	for i, rule := range r.Rules {
		run.indexes[rule] = i
		run.messages[rule] = newMessageStrings(rule)
	}
	findings := folding.Shown(r, o)
	run.groups = merged(folding.Fold(findings, 0))
	if len(run.groups) > maxShown {
		run.reduce(findings)
	}
	run.setDetail()
	for _, group := range run.groups {
		run.hashes.want(group[0].Location)
	}
	run.hashes.fill(r.Sources)
	return run
}

// setDetail says how much there is room for.
func (run *sarifRun) setDetail() {
	run.rich = len(run.groups) <= maxRich
	run.detail, run.relatedDetail = withContext, withContext
	if !run.rich {
		run.relatedDetail = placeAlone
	}
	if run.o.SARIF.Profile == report.GitLabSARIF { // it does not look at more
		run.rich, run.detail, run.relatedDetail = false, withSnippet, placeAlone
	}
}

// reduce folds the findings, puts the gravest results first and leaves out what no consumer takes.
func (run *sarifRun) reduce(findings []*report.Finding) {
	total, limit := len(run.groups), maxResults(run.o.SARIF.Profile)
	run.groups = merged(folding.Fold(findings, run.o.Fold))
	slices.SortStableFunc(run.groups, func(a, b []folding.Entry) int { return int(worst(b)) - int(worst(a)) })
	left, how := len(run.groups), "the worst first"
	if left < total {
		how = fmt.Sprintf("them folded to %s, and the worst first", wording.Thousands(left))
	}
	run.o.Tell(fmt.Sprintf("%s are more than code scanning shows (%s): SARIF has %s",
		wording.Count(total, "result"), wording.Thousands(maxShown), how))
	if left > limit {
		run.o.Tell(fmt.Sprintf("%s left out of SARIF: code scanning takes no more than %s of a run",
			wording.Count(left-limit, "result"), wording.Thousands(limit)))
		run.groups = run.groups[:limit]
	}
}

// merged puts the entries of one rule on one line together. They come by file and line already.
func merged(entries []folding.Entry) (results [][]folding.Entry) {
	line := 0 // where the results of the present line begin
	for i, e := range entries {
		if i > 0 && !sameLine(entries[i-1].Location, e.Location) {
			line = len(results)
		}
		at := slices.IndexFunc(results[line:], func(group []folding.Entry) bool { return sameResult(group[0], e) })
		if at < 0 {
			results = append(results, []folding.Entry{e})
		} else {
			results[line+at] = append(results[line+at], e)
		}
	}
	return results
}

func sameLine(a, b report.Location) bool {
	return !a.IsZero() && a.File == b.File && a.Start.Line == b.Start.Line
}

func sameResult(a, b folding.Entry) bool {
	return a.Rule == b.Rule && (a.Suppressed == nil) == (b.Suppressed == nil)
}

func worst(group []folding.Entry) report.Severity {
	return slices.MaxFunc(group, func(a, b folding.Entry) int { return int(a.Severity) - int(b.Severity) }).Severity
}

// result is one result for the findings of one rule on one line.
func (run *sarifRun) result(group []folding.Entry) *sarifResult {
	first, related := group[0], run.related(group)
	res := &sarifResult{
		RuleID: first.Rule.ID, Kind: "fail", Level: worst(group).String(), Message: run.message(group, related),
		RelatedLocations:    run.relatedLocations(related),
		PartialFingerprints: run.fingerprints(first), BaselineState: baselineState(group),
	}
	if i, ok := run.indexes[first.Rule]; ok {
		res.RuleIndex = &i
	}
	at := sarifLocation{LogicalLocations: logicalLocations(group)}
	if !first.Location.IsZero() {
		at.PhysicalLocation = physicalLocation(run.r.Sources, first.Location, run.detail)
	}
	if at.PhysicalLocation != nil || at.LogicalLocations != nil {
		res.Locations = []sarifLocation{at}
	}
	properties := sarifResultProperties{Assumed: assumptions(group)}
	properties.Others, properties.Folded = others(group)
	if run.rich {
		properties.Remediation = remediations(group)
	}
	if run.o.SARIF.Profile != report.GitLabSARIF {
		res.Fixes = run.fixes(group)
	}
	if properties.Assumed != nil || properties.Remediation != nil || properties.Others != nil || properties.Folded > 0 {
		res.Properties = &properties
	}
	if s := first.Suppressed; s != nil {
		res.Suppressions = []sarifSuppression{run.suppression(s)}
	}
	return res
}

// logicalLocations are the subjects of the findings.
func logicalLocations(group []folding.Entry) []sarifLogicalLocation {
	var subjects []sarifLogicalLocation
	for _, e := range group[:min(len(group), maxMerged)] {
		subject := sarifLogicalLocation{e.Subject, "resource"}
		if e.Subject != "" && !slices.Contains(subjects, subject) {
			subjects = append(subjects, subject)
		}
	}
	return subjects
}

func (run *sarifRun) fingerprints(e folding.Entry) map[string]string {
	prints := map[string]string{}
	if e.Fingerprint != "" {
		prints["hybridlint/v1"] = e.Fingerprint
	}
	if hash := run.hashes[e.Location.File][e.Location.Start.Line]; hash != "" {
		prints["primaryLocationLineHash"] = hash
	}
	return prints
}

func (run *sarifRun) suppression(s *report.Suppression) sarifSuppression {
	kind := "external"
	if s.Kind == "comment" {
		kind = "inSource"
	}
	out := sarifSuppression{Kind: kind, Status: "accepted", Justification: s.Rationale}
	if !s.Location.IsZero() {
		out.Location = &sarifLocation{PhysicalLocation: physicalLocation(run.r.Sources, s.Location, run.relatedDetail)}
	}
	return out
}

// assumptions are the facts that any finding of a group assumed.
func assumptions(group []folding.Entry) []string {
	var all []string
	for _, e := range group {
		all = append(all, e.Assumed...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// remediations are the different ones of a group.
func remediations(group []folding.Entry) []json.Remediation {
	var all []json.Remediation
	for _, e := range group[:min(len(group), maxMerged)] {
		for _, r := range e.Remediation {
			j := json.RemediationOf(r)
			if !slices.Contains(all, j) {
				all = append(all, j)
			}
		}
	}
	return all
}

// placeHashes are line hashes by file and line.
type placeHashes map[string]map[int]string

func (h placeHashes) want(at report.Location) {
	if at.IsZero() {
		return
	}
	if h[at.File] == nil {
		h[at.File] = map[int]string{}
	}
	h[at.File][at.Start.Line] = ""
}

// fill finds the hashes that are wanted. A file is read once for all of them.
func (h placeHashes) fill(sources report.Sources) {
	if sources == nil {
		return
	}
	hasher := newLineHasher()
	for file, lines := range h {
		numberHashes(hasher.lines(textOf(sources, file)), lines)
	}
}

// textOf gives a file in pieces. What its line ends were makes no difference to a hash; GitHub does not know a byte order mark
// from a character.
func textOf(sources report.Sources, file string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		if sources.ByteOrderMark(file) && !yield([]byte("\ufeff")) {
			return
		}
		if whole, ok := sources.(report.WholeSources); ok {
			if text := whole.Text(file); text != nil {
				text(yield)
				return
			}
		}
		for n := 1; ; n++ {
			line, ok := sources.Line(file, n)
			if !ok || n > 1 && !yield([]byte{'\n'}) || !yield([]byte(line)) {
				return
			}
		}
	}
}
