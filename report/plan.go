package report

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// Plan is waves that were planned, with what they cost.
type Plan struct {
	Name, Effort string
	Seed         int64
	Waves        []PlanWave
	// Cost is that of all waves and of what is apart at the start, AtStart the latter.
	Cost, AtStart Cost
	// OpenAtStart and OpenAtEnd count the entries that are split then.
	OpenAtStart, OpenAtEnd int
	// Alternatives are what others would cost.
	Alternatives []PlanAlternative
	// Apart names managers and delegates who do not fit into one wave.
	Apart []string
	// Changed counts mailboxes that get another day than a batch told them, and ChangedCost is the price of that.
	Changed     int
	ChangedCost Cost
	// Left is a step that would make the plan cheaper; nil where the verifier has found none. Partners is with how many of a wave it has
	// looked for exchanges.
	Left     *PlanStep
	Partners int
	// Prices are what constraints cost; nil where nobody asked.
	Prices []PlanPrice
	// Breaches are what the plan does not hold to; a plan that was found holds to everything.
	Breaches []string
	// Explained is a mailbox that was asked for; nil where none was.
	Explained *PlanExplanation
	// WhatIf is what a change would do; nil where nobody asked.
	WhatIf *PlanWhatIf
	// Beside names the files of batches that have started, without what follows the point.
	Beside []string
	// Files are what is handed out: batches, lists of mailboxes, commands.
	Files []PlanFile
	// Graph is the graph of what belongs together, as GraphML; empty where nobody asked.
	Graph string
}

// PlanFile is a file of a plan.
type PlanFile struct{ Name, Text string }

// Cost is in thousandths.
type Cost int64

// costScale is how many parts a unit of a cost has.
const costScale = 1000

// String is the number without zeros at its end.
func (c Cost) String() string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	text := fmt.Sprintf("%s%d.%03d", sign, c/costScale, c%costScale)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// PlanWave is one wave.
type PlanWave struct {
	Name string
	// Date is YYYY-MM-DD.
	Date string
	// Members are in the order of the alphabet.
	Members []string
	// Held is what it holds, and Most at most: mailboxes, gigabytes, items. A Most of 0 is no limit.
	Held, Most [3]int64
	// Split, Heals and Together count entries: those that come apart in it, those that come together, those that move as a whole.
	Split, Heals, Together int
	Breaks                 []PlanBreak
	Cost                   Cost
	// Torn are a few of what costs most, the dearest first.
	Torn []PlanTorn
	// Fixes are to be carried out before it.
	Fixes []*Finding
}

// PlanStep is a move of a mailbox, or an exchange with another one.
type PlanStep struct {
	Mailbox string
	// With is empty in a move.
	With, To string
	Saves    Cost
}

// PlanTorn is the dearest that a wave leaves behind, or goes without: a mailbox and a delegate in different waves.
type PlanTorn struct {
	Mailbox, Delegate PlanEnd
	Cost              Cost
}

// PlanEnd is one end of what a wave splits.
type PlanEnd struct {
	Name, Wave string
	// With and Of count those whom it shares an entry with: in its wave, and in all.
	With, Of int
	// More is what the plan would cost more with it in the wave of the other end; Not says why it may not be there, where it may not.
	More Cost
	Not  string
}

// PlanBreak counts the entries that a wave splits alike.
type PlanBreak struct {
	Rule     *Rule
	Severity Severity
	// Until is the wave that ends it; empty where none does.
	Until   string
	Entries int
}

// PlanAlternative is what another order would cost.
type PlanAlternative struct {
	Name string
	Cost Cost
	// Holds is false where it does not keep to what is asked for.
	Holds bool
}

// PlanPrice is what a plan without a constraint would save.
type PlanPrice struct {
	Constraint string
	Saves      Cost
}

// PlanExplanation is why a mailbox is in its wave.
type PlanExplanation struct {
	Mailbox, Wave string
	Choices       []PlanChoice
	Neighbours    []PlanNeighbour
}

// PlanChoice is another wave, with what the plan would cost more.
type PlanChoice struct {
	Wave string
	More Cost
	// Not says why it may not be there; empty where it may.
	Not string
}

// PlanNeighbour is somebody whom a mailbox shares an entry with.
type PlanNeighbour struct {
	Name, Wave string
	// Rules are those that fire while the two are apart.
	Rules []string
}

// PlanWhatIf is what moving a mailbox, and those that share its wave, to another wave would do.
type PlanWhatIf struct {
	Mailbox, From, To string
	More              Cost
	Breaches          []string
	// Waves are the two, as they would be.
	Waves []PlanWave
}

// DaysUntil counts the days from a wave to the one that ends something; what nothing ends takes longer than anything.
func (p *Plan) DaysUntil(w *PlanWave, until string) int {
	for i := range p.Waves {
		if p.Waves[i].Name != until {
			continue
		}
		from, errFrom := time.Parse(time.DateOnly, w.Date)
		to, errTo := time.Parse(time.DateOnly, p.Waves[i].Date)
		if errFrom == nil && errTo == nil {
			return int(to.Sub(from) / (24 * time.Hour))
		}
	}
	return math.MaxInt
}
