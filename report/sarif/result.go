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
	r        *report.Report
	o        report.Options
	messages map[*report.Rule]*messageStrings
	indexes  map[*report.Rule]int
	hashes   placeHashes
	// fold and worstFirst say how more results than code scanning shows are made fewer.
	fold       *folding.Folding
	worstFirst bool
	// rich tells whether a result holds all that is known of it; detail is how much of the files' text goes with it,
	// relatedDetail with its related locations.
	rich                  bool
	detail, relatedDetail sarifDetail
	// limit is how many results are written, and room how many of them of each severity.
	limit int
	room  map[report.Severity]int
	// levels are the severities of the results that the entries belong to, in the order of the entries.
	levels []report.Severity
}

// newSARIFRun looks at the results before they are written: their number decides about folding.
func newSARIFRun(r *report.Report, o report.Options) *sarifRun {
	run := &sarifRun{r: r, o: o, messages: map[*report.Rule]*messageStrings{}, indexes: map[*report.Rule]int{},
		fold: folding.New(0), limit: maxResults(o.SARIF.Profile), room: map[report.Severity]int{}}
	for i, rule := range r.Rules {
		run.indexes[rule] = i
		run.messages[rule] = newMessageStrings(rule)
	}
	findings := folding.ScanShown(r, o)
	fewer := folding.New(o.Fold)
	total := length(outlines(run.fold.Entries(counted(findings, fewer))))
	if total > maxShown {
		run.fold, run.worstFirst = fewer, true
		fewer.Collect(findings)
	}
	left := run.look(findings)
	run.tell(total, left)
	run.setDetail(left)
	return run
}

// setDetail says how much there is room for.
func (run *sarifRun) setDetail(results int) {
	run.rich = results <= maxRich
	run.detail, run.relatedDetail = withContext, withContext
	if !run.rich {
		run.relatedDetail = placeAlone
	}
	if run.o.SARIF.Profile == report.GitLabSARIF { // it does not look at more
		run.rich, run.detail, run.relatedDetail = false, withSnippet, placeAlone
	}
}

// counted counts findings in a folding on the way.
func counted(findings iter.Seq[*report.Finding], fold *folding.Folding) iter.Seq[*report.Finding] {
	return func(yield func(*report.Finding) bool) {
		for f := range findings {
			fold.Count(f)
			if !yield(f) {
				return
			}
		}
	}
}

// look counts the results, gives the room there is to the gravest of them, and hashes their lines.
func (run *sarifRun) look(findings iter.Seq[*report.Finding]) (left int) {
	lines := placeHashes{}
	for o := range outlines(run.fold.Entries(findings)) {
		run.room[o.level]++
		left++
		lines.want(o.at)
		for _, entry := range o.entries {
			for len(run.levels) <= entry {
				run.levels = append(run.levels, report.NoSeverity)
			}
			run.levels[entry] = o.level
		}
	}
	room := run.limit
	for _, level := range levels {
		run.room[level] = min(run.room[level], room)
		room -= run.room[level]
	}
	lines.fill(run.r.Sources)
	run.hashes = lines
	return left
}

// levels are the severities of results, the worst first.
var levels = []report.Severity{report.Error, report.Warning, report.Note}

// tell says what became of more results than code scanning shows.
func (run *sarifRun) tell(total, left int) {
	if !run.worstFirst {
		return
	}
	how := "the worst first"
	if left < total {
		how = fmt.Sprintf("them folded to %s, and the worst first", wording.Thousands(left))
	}
	run.o.Tell(fmt.Sprintf("%s are more than code scanning shows (%s): SARIF has %s", wording.Count(total, "result"), wording.Thousands(maxShown), how))
	if left > run.limit {
		run.o.Tell(fmt.Sprintf("%s left out of SARIF: code scanning takes no more than %s of a run",
			wording.Count(left-run.limit, "result"), wording.Thousands(run.limit)))
	}
}

// groups yields the findings of each result.
func (run *sarifRun) groups(yield func([]folding.Entry) bool) {
	if !run.worstFirst {
		merged(run.fold.Entries(folding.Shown(run.r, run.o)))(yield)
		return
	}
	for _, level := range levels {
		left := run.room[level]
		if left == 0 {
			continue
		}
		for group := range merged(run.ofLevel(level)) {
			if !yield(group) {
				return
			}
			if left--; left == 0 {
				break
			}
		}
	}
}

// ofLevel yields the entries of the results of a severity, which may be kept.
func (run *sarifRun) ofLevel(level report.Severity) iter.Seq[folding.Entry] {
	return func(yield func(folding.Entry) bool) {
		number := 0
		for e := range run.fold.Entries(folding.ScanShown(run.r, run.o)) {
			if run.levels[number] == level {
				kept := *e.Finding
				e.Finding = &kept
				if !yield(e) {
					return
				}
			}
			number++
		}
	}
}

// merged yields the entries of one rule on one line together. They come by file and line already.
func merged(entries iter.Seq[folding.Entry]) iter.Seq[[]folding.Entry] {
	return func(yield func([]folding.Entry) bool) {
		var line [][]folding.Entry // of one line, by rule
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
			if len(line) > 0 && !sameLine(line[0][0].Location, e.Location) && !flush() {
				return
			}
			i := slices.IndexFunc(line, func(group []folding.Entry) bool { return sameResult(group[0], e) })
			if i < 0 {
				line = append(line, []folding.Entry{e})
			} else {
				line[i] = append(line[i], e)
			}
		}
		flush()
	}
}

func sameLine(a, b report.Location) bool {
	return !a.IsZero() && a.File == b.File && a.Start.Line == b.Start.Line
}

func sameResult(a, b folding.Entry) bool {
	return a.Rule == b.Rule && (a.Suppressed == nil) == (b.Suppressed == nil)
}

func length[T any](seq iter.Seq[T]) (n int) {
	for range seq {
		n++
	}
	return n
}

func worst(group []folding.Entry) report.Severity {
	return slices.MaxFunc(group, func(a, b folding.Entry) int { return int(a.Severity) - int(b.Severity) }).Severity
}

// result is one result for the findings of one rule on one line.
func (run *sarifRun) result(group []folding.Entry) *sarifResult {
	for _, e := range group {
		e.Told()
		if len(e.Because) > 0 {
			e.Related = append(slices.Clip(e.Related), e.Because...)
		}
	}
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
