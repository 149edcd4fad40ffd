package json

import (
	"encoding/json"
	"io"

	"hybridlint/report"
)

// PlanWriter writes planned waves for programs. Its keys are a contract like those of Writer.
type PlanWriter struct{}

// Write implements report.Writer.
func (PlanWriter) Write(w io.Writer, r *report.Report, _ report.Options) error {
	s := begun(w, r, "plan")
	writeProblems(s, r.Problems)
	s.Raw(",\n")
	p := r.Plan
	if p == nil { // nothing was planned
		p = &report.Plan{}
	}
	s.Member("  ", "plan", orNull(p.Name))
	s.Member("  ", "seed", p.Seed)
	s.Member("  ", "effort", p.Effort)
	s.Member("  ", "cost", jsonCost(p.Cost))
	s.Member("  ", "cost_at_start", jsonCost(p.AtStart))
	s.Member("  ", "open_at_start", p.OpenAtStart)
	s.Member("  ", "open_at_end", p.OpenAtEnd)
	s.Member("  ", "alternatives", jsonAlternativesOf(p.Alternatives))
	s.Member("  ", "not_together", orEmpty(p.Apart))
	s.Member("  ", "changed_dates", p.Changed)
	s.Member("  ", "cost_of_changed_dates", jsonCost(p.ChangedCost))
	s.Member("  ", "exchange_partners", p.Partners)
	s.Member("  ", "step_left", jsonPlanStepOf(p.Left))
	s.Member("  ", "breaches", orEmpty(p.Breaches))
	s.Member("  ", "prices", jsonPricesOf(p.Prices))
	s.Member("  ", "explained", jsonExplainedOf(p.Explained))
	s.Member("  ", "what_if", jsonWhatIfOf(p.WhatIf))
	s.Raw("  \"waves\": ")
	s.Array("  ", func(element func(any)) {
		for i := range p.Waves {
			element(jsonWaveOf(&p.Waves[i]))
		}
	})
	s.Raw("\n}\n")
	return s.Close()
}

// jsonCost is a number with at most three places behind the point.
func jsonCost(c report.Cost) json.Number { return json.Number(c.String()) }

type jsonPlanStep struct {
	Mailbox string      `json:"mailbox"`
	With    *string     `json:"with"`
	To      string      `json:"to"`
	Saves   json.Number `json:"saves"`
}

// jsonPlanStepOf is null where the verifier has found no step.
func jsonPlanStepOf(s *report.PlanStep) *jsonPlanStep {
	if s == nil {
		return nil
	}
	return &jsonPlanStep{s.Mailbox, orNull(s.With), s.To, jsonCost(s.Saves)}
}

type jsonEnd struct {
	Name string      `json:"name"`
	Wave string      `json:"wave"`
	With int         `json:"with"`
	Of   int         `json:"of"`
	More json.Number `json:"more"`
	Not  *string     `json:"not"`
}

type jsonTorn struct {
	Mailbox  jsonEnd     `json:"mailbox"`
	Delegate jsonEnd     `json:"delegate"`
	Cost     json.Number `json:"cost"`
}

func jsonEndOf(e *report.PlanEnd) jsonEnd {
	return jsonEnd{e.Name, e.Wave, e.With, e.Of, jsonCost(e.More), orNull(e.Not)}
}

type jsonAlternative struct {
	Name  string      `json:"name"`
	Cost  json.Number `json:"cost"`
	Holds bool        `json:"holds"`
}

func jsonAlternativesOf(all []report.PlanAlternative) []jsonAlternative {
	list := make([]jsonAlternative, len(all))
	for i, a := range all {
		list[i] = jsonAlternative{a.Name, jsonCost(a.Cost), a.Holds}
	}
	return list
}

type jsonPrice struct {
	Constraint string      `json:"constraint"`
	Saves      json.Number `json:"saves"`
}

// jsonPricesOf is null where nobody asked.
func jsonPricesOf(all []report.PlanPrice) []jsonPrice {
	if all == nil {
		return nil
	}
	list := make([]jsonPrice, len(all))
	for i, p := range all {
		list[i] = jsonPrice{p.Constraint, jsonCost(p.Saves)}
	}
	return list
}

type jsonLoad struct {
	Mailboxes int64 `json:"mailboxes"`
	Gigabytes int64 `json:"gigabytes"`
	Items     int64 `json:"items"`
}

// jsonMost has null where there is no limit.
type jsonMost struct {
	Mailboxes *int64 `json:"mailboxes"`
	Gigabytes *int64 `json:"gigabytes"`
	Items     *int64 `json:"items"`
}

func jsonMostOf(most [3]int64) jsonMost {
	limit := func(n int64) *int64 {
		if n == 0 {
			return nil
		}
		return &n
	}
	return jsonMost{limit(most[0]), limit(most[1]), limit(most[2])}
}

type jsonPlanBreak struct {
	Rule     string  `json:"rule"`
	Severity string  `json:"severity"`
	Entries  int     `json:"entries"`
	Until    *string `json:"until"`
}

type jsonWave struct {
	Name     string          `json:"name"`
	Date     string          `json:"date"`
	Held     jsonLoad        `json:"held"`
	Most     jsonMost        `json:"most"`
	Cost     json.Number     `json:"cost"`
	Split    int             `json:"split"`
	Heals    int             `json:"heals"`
	Together int             `json:"together"`
	Breaks   []jsonPlanBreak `json:"breaks"`
	Torn     []jsonTorn      `json:"dearest"`
	Fixes    []*jsonFinding  `json:"fixes"`
	Members  []string        `json:"members"`
}

func jsonWaveOf(w *report.PlanWave) jsonWave {
	j := jsonWave{
		Name: w.Name, Date: w.Date, Held: jsonLoad{w.Held[0], w.Held[1], w.Held[2]}, Most: jsonMostOf(w.Most), Cost: jsonCost(w.Cost),
		Split: w.Split, Heals: w.Heals, Together: w.Together, Members: orEmpty(w.Members),
		Breaks: make([]jsonPlanBreak, len(w.Breaks)), Torn: []jsonTorn{}, Fixes: make([]*jsonFinding, len(w.Fixes)),
	}
	for i := range w.Torn {
		x := &w.Torn[i]
		j.Torn = append(j.Torn, jsonTorn{jsonEndOf(&x.Mailbox), jsonEndOf(&x.Delegate), jsonCost(x.Cost)})
	}
	for i, b := range w.Breaks {
		j.Breaks[i] = jsonPlanBreak{b.Rule.ID, b.Severity.String(), b.Entries, orNull(b.Until)}
	}
	for i, f := range w.Fixes {
		j.Fixes[i] = jsonFindingOf(f)
	}
	return j
}

type jsonChoice struct {
	Wave string      `json:"wave"`
	More json.Number `json:"more"`
	Not  *string     `json:"not"`
}

type jsonNeighbour struct {
	Name  string   `json:"name"`
	Wave  string   `json:"wave"`
	Rules []string `json:"rules"`
}

type jsonExplained struct {
	Mailbox    string          `json:"mailbox"`
	Wave       string          `json:"wave"`
	Neighbours []jsonNeighbour `json:"neighbours"`
	Choices    []jsonChoice    `json:"choices"`
}

func jsonExplainedOf(e *report.PlanExplanation) *jsonExplained {
	if e == nil {
		return nil
	}
	j := &jsonExplained{Mailbox: e.Mailbox, Wave: e.Wave, Neighbours: []jsonNeighbour{}, Choices: []jsonChoice{}}
	for _, n := range e.Neighbours {
		j.Neighbours = append(j.Neighbours, jsonNeighbour{n.Name, n.Wave, orEmpty(n.Rules)})
	}
	for _, c := range e.Choices {
		j.Choices = append(j.Choices, jsonChoice{c.Wave, jsonCost(c.More), orNull(c.Not)})
	}
	return j
}

type jsonWhatIf struct {
	Mailbox  string      `json:"mailbox"`
	From     string      `json:"from"`
	To       string      `json:"to"`
	More     json.Number `json:"more"`
	Breaches []string    `json:"breaches"`
	Waves    []jsonWave  `json:"waves"`
}

func jsonWhatIfOf(w *report.PlanWhatIf) *jsonWhatIf {
	if w == nil {
		return nil
	}
	j := &jsonWhatIf{Mailbox: w.Mailbox, From: w.From, To: w.To, More: jsonCost(w.More), Breaches: orEmpty(w.Breaches), Waves: []jsonWave{}}
	for i := range w.Waves {
		j.Waves = append(j.Waves, jsonWaveOf(&w.Waves[i]))
	}
	return j
}
