package html

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"hybridlint/report"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// SimulationWriter writes a simulation as one page for a meeting: a timeline of what is open, then the list of every step.
// It opens offline, and prints as a page of summary and ten findings per rule and step.
type SimulationWriter struct{}

//go:embed simulation/page.tmpl
var simulationMarkup string

//go:embed simulation/page.css
var simulationStyle string

//go:embed simulation/page.js
var simulationScript string

// Write implements report.Writer.
func (SimulationWriter) Write(w io.Writer, r *report.Report, _ report.Options) error {
	markup, err := template.New("page").Parse(simulationMarkup)
	if err != nil {
		return err
	}
	return markup.Execute(w, simulationPageOf(r))
}

type simulationPage struct {
	Tool     string
	Policy   string
	Style    template.CSS
	Script   template.JS
	Complete bool
	// Plan is what the plan behind the batches says of them, line by line; empty for batches that nothing has planned.
	Plan     []string
	Problems []simulationProblem
	Start    simulationOpen
	Steps    []simulationStep
	Stays    simulationList
	// Persons, Rules and Forests are what can be filtered by.
	Persons, Rules, Forests []string
}

type simulationProblem struct{ Severity, Place, Summary, Detail string }

// simulationOpen counts what is open, with the widths of the bars in pixels.
type simulationOpen struct {
	Errors, Warnings, Notes  int
	ErrorWidth, WarningWidth int
}

type simulationStep struct {
	Number               int
	Batches, Date, Names string
	Moves                []string
	Breaks, Heals        simulationList
	Suppressed           int
	Open                 simulationOpen
}

type simulationFinding struct {
	What, Severity, Message, Rule, Place, Until string
	// Person and Forest are for the filter. Beyond says that ten findings of the rule stand before it in its step.
	Person, Forest string
	Beyond         bool
}

// simulationList is what a step breaks or heals, or what stays.
type simulationList []simulationFinding

// LeftOut counts the findings that are not printed.
func (l simulationList) LeftOut() int {
	n := 0
	for _, f := range l {
		if f.Beyond {
			n++
		}
	}
	return n
}

func simulationPageOf(r *report.Report) *simulationPage {
	p := &simulationPage{
		Tool: r.Tool.Name, Complete: r.Complete, Style: template.CSS(simulationStyle), Script: template.JS(simulationScript),
		Policy: strings.Join([]string{
			"default-src 'none'", "script-src '" + digest(simulationScript) + "'", "style-src '" + digest(simulationStyle) + "'",
			"base-uri 'none'", "form-action 'none'",
		}, "; "),
	}
	p.Plan = planLines(r.Plan)
	for _, problem := range r.Problems {
		place := ""
		if !problem.Location.IsZero() {
			place = wording.Place(problem.Location)
		}
		p.Problems = append(p.Problems, simulationProblem{
			problem.Severity.String(), place, visible.Text(problem.Summary), visible.Text(problem.Detail),
		})
	}
	if r.Simulation != nil {
		p.fill(r.Simulation)
	}
	return p
}

// planLines tells what a plan costs, what others would cost, and what each wave does.
func planLines(p *report.Plan) []string {
	if p == nil {
		return nil
	}
	lines := []string{fmt.Sprintf("Plan %s: %s, cost %s, of which %s are of what is apart at the start.",
		visible.Text(p.Name), wording.Count(len(p.Waves), "wave"), p.Cost, p.AtStart)}
	for _, a := range p.Alternatives {
		lines = append(lines, fmt.Sprintf("Instead, %s: cost %s.", a.Name, a.Cost))
	}
	for _, price := range p.Prices {
		lines = append(lines, fmt.Sprintf("Without %s it would cost %s less.", visible.Text(price.Constraint), price.Saves))
	}
	for i := range p.Waves {
		w := &p.Waves[i]
		lines = append(lines, fmt.Sprintf("%s, %s: %d mailboxes; %d pairs come apart, %d heal, %d stay together; cost %s.",
			visible.Text(w.Name), w.Date, len(w.Members), w.Split, w.Heals, w.Together, w.Cost))
	}
	return lines
}

func (p *simulationPage) fill(s *report.Simulation) {
	most := max(s.Start.Errors, s.Start.Warnings, 1)
	for _, step := range s.Steps {
		most = max(most, step.Open.Errors, step.Open.Warnings)
	}
	p.Start = simulationOpenOf(s.Start, most)
	persons, rules, forests := map[string]bool{}, map[string]bool{}, map[string]bool{}
	list := func(findings iter.Seq2[int, report.StepFinding], heals bool, perRule map[string]int) simulationList {
		var shown simulationList
		for _, f := range findings {
			perRule[f.Rule.ID]++
			shown = append(shown, simulationFindingOf(f, heals, perRule[f.Rule.ID] > printedPerRule))
			persons[f.About.Recipient], persons[f.About.Delegate] = true, true
			rules[f.Rule.ID], forests[f.About.Forest] = true, true
		}
		return shown
	}
	for _, step := range s.ShownSteps() {
		perRule := map[string]int{}
		p.Steps = append(p.Steps, simulationStep{
			Number: step.Number, Batches: visible.Text(wording.List(step.Batches)), Date: dateOf(step.CompleteAfter),
			Moves: step.Moves, Names: visible.Text(wording.List(step.Moves)), Suppressed: step.Suppressed,
			Breaks: list(step.Breaks.All(), false, perRule), Heals: list(step.Heals.All(), true, perRule), Open: simulationOpenOf(step.Open, most),
		})
	}
	var stays []report.StepFinding
	for _, f := range s.Stays {
		stays = append(stays, report.StepFinding{Finding: f})
	}
	p.Stays = list(slices.All(stays), false, map[string]int{})
	p.Persons, p.Rules, p.Forests = namesOf(persons), namesOf(rules), namesOf(forests)
}

// printedPerRule is how many findings of a rule a printed list has.
const printedPerRule = 10

func namesOf(set map[string]bool) []string {
	delete(set, "")
	return slices.Sorted(maps.Keys(set))
}

func simulationOpenOf(s report.Summary, most int) simulationOpen {
	const widest = 160
	return simulationOpen{s.Errors, s.Warnings, s.Notes, s.Errors * widest / most, s.Warnings * widest / most}
}

func simulationFindingOf(f report.StepFinding, heals, beyond bool) simulationFinding {
	shown := simulationFinding{
		What: "breaks", Severity: f.Severity.String(), Message: visible.Text(f.Message), Rule: f.Rule.ID,
		Place: wording.Place(f.Location), Person: visible.Text(f.About.Recipient + " " + f.About.Delegate),
		Forest: f.About.Forest, Beyond: beyond,
	}
	switch {
	case heals:
		shown.What = "heals"
	case f.Until != "":
		shown.Until = "until " + visible.Text(f.Until)
	default:
		shown.Until = "until the end"
	}
	return shown
}

// dateOf is a day where the time is its midnight in UTC.
func dateOf(t *time.Time) string {
	if t == nil {
		return ""
	}
	utc := t.UTC()
	if utc.Equal(utc.Truncate(24 * time.Hour)) {
		return utc.Format(time.DateOnly)
	}
	return utc.Format("2006-01-02 15:04 UTC")
}
