package model

import "time"

// MigrationPlan is what somebody wants of waves that are not planned yet.
type MigrationPlan struct {
	Block
	Name         string
	SourceForest ForestID
	// All says that every mailbox of the source forest is planned; else Mailboxes are, groups by their members.
	All       bool
	Mailboxes []RecipientID
	// FirstWave and EveryDays are the rhythm; Dates are given instead of it.
	FirstWave Date
	EveryDays int32
	Dates     []Date
	// WavesMax is the largest number of waves; 0 where nothing says so.
	WavesMax int32
	// PlanCaps are those of every wave that does not say otherwise.
	PlanCaps
	ManagerAndDelegate PlanBond
	AssumeFixed        Set[FixedRule]
	// NeverMovesDays is how long after the last wave a pair stays apart of which one never moves; -1 where not declared.
	NeverMovesDays int32
	// GroupPeople is for how many people a group counts at most; 0 where not declared.
	GroupPeople int32
	// Stay is the price of another date than the one of a batch that has not started.
	Stay int64
	// Seed is -1 where not declared.
	Seed     int64
	Waves    []*PlanWave
	Freezes  []*PlanFreeze
	Pins     []*PlanPin
	Excludes []*PlanMailboxes
	Together []*PlanMailboxes
	Prefer   []*PlanPreference
	Ignore   []*PlanIgnore
	Weights  *PlanWeights // nil where not declared
}

// PlanCaps are what a wave holds at most; 0 where nothing says so.
type PlanCaps struct {
	MailboxesMax, GigabytesMax, ItemsMax int64
}

// PlanWave is a wave of its own name.
type PlanWave struct {
	Block
	Name string
	Date Date
	PlanCaps
	// Only are those who are in it and nobody else; nil where everybody may be.
	Only []RecipientID
}

// PlanFreeze is a time without waves, both days included.
type PlanFreeze struct {
	Block
	From, To Date
	Reason   string
}

// PlanPin binds mailboxes to some of the waves.
type PlanPin struct {
	Block
	Mailboxes           []RecipientID
	Last                Bool
	NotBefore, NotAfter Date
	// Wave is the name of a wave block, or a date.
	Wave string
}

// PlanMailboxes are mailboxes of an exclude or together block.
type PlanMailboxes struct {
	Block
	Mailboxes []RecipientID
	Reason    string
}

// PlanPreference is what is better moved in waves near each other.
type PlanPreference struct {
	Block
	By     PlanAttribute
	Weight int64
}

// PlanIgnore are delegates whose entries cost nothing.
type PlanIgnore struct {
	Block
	Delegates []RecipientID
	Reason    string
}

// PlanWeights are what a finding costs a day; -1 where not declared.
type PlanWeights struct {
	Block
	Error, Warning, Note int64
}

// Enumerations of plans.
type (
	// PlanBond says how firmly managers and their delegates belong together.
	PlanBond uint8
	// PlanAttribute is an attribute of mailboxes that plans know.
	PlanAttribute uint8
	// FixedRule is a rule about batches whose fix a plan may count on.
	FixedRule uint8
)

// The values that Go code has to know.
const (
	BondTogether PlanBond = 1
	BondPrefer   PlanBond = 2

	ByDepartment PlanAttribute = 1
	ByOffice     PlanAttribute = 2

	FixedSendAs    FixedRule = 1 // HYB703
	FixedInherited FixedRule = 2 // HYB707
	FixedTrustee   FixedRule = 3 // HYB708
	FixedACLable   FixedRule = 4 // HYB709
)

// Words of the enumerations.
func (PlanBond) Words() []string      { return planBondWords }
func (PlanAttribute) Words() []string { return planAttributeWords }
func (FixedRule) Words() []string     { return fixedRuleWords }

var (
	planBondWords      = []string{"", "together", "prefer"}
	planAttributeWords = []string{"", "department", "office"}
	fixedRuleWords     = []string{"", "HYB703", "HYB707", "HYB708", "HYB709"}
)

// WaveDate is the day that a name of a wave block stands for, or a day itself.
func (p *MigrationPlan) WaveDate(name string) (Date, bool) {
	for _, w := range p.Waves {
		if Fold(w.Name) == Fold(name) {
			return w.Date, true
		}
	}
	day, err := time.Parse(time.DateOnly, name)
	if err != nil {
		return 0, false
	}
	return DateOf(day), true
}
