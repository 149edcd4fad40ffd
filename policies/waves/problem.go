package waves

// Dimensions of a load.
const (
	Mailboxes = iota
	Gigabytes
	Items
	Dimensions
)

// Load is what a mover takes of a wave, or what a wave holds at most.
type Load [Dimensions]int64

// Unlimited is a cap that nothing reaches.
const Unlimited = int64(1) << 60

func (l *Load) add(other *Load) {
	for d := range l {
		l[d] += other[d]
	}
}

func (l *Load) remove(other *Load) {
	for d := range l {
		l[d] -= other[d]
	}
}

// fits tells whether another load has room beside this one.
func (l *Load) fits(other, most *Load) bool {
	for d := range l {
		if other[d] > 0 && l[d]+other[d] > most[d] {
			return false
		}
	}
	return true
}

func (l *Load) within(most *Load) bool {
	for d := range l {
		if l[d] > most[d] {
			return false
		}
	}
	return true
}

// Slot is a day.
type Slot struct {
	// Day counts from any day; several slots may have the same one.
	Day int64
	// Wave says that movers may be put here who are not fixed to it.
	Wave bool
	// Only says that nobody is put here but those who may be nowhere else.
	Only bool
	Most Load
}

// Mover is put into one of the slots from First to Last. One with a single slot is fixed.
type Mover struct {
	Load        Load
	First, Last int32
	// Stay is the slot that it has been promised, with the price of any other; no price promises nothing.
	Stay      int32
	StayPrice int64
}

// Pair costs AFirst for every day that A's slot is before B's, and BFirst for every day that B's is before A's.
type Pair struct {
	A, B           int32
	AFirst, BFirst int64
	// AFirstError and BFirstError say that what it costs has an error in it: among plans of one cost, fewer of them win.
	AFirstError, BFirstError bool
}

// Group stands for pairs of every recipient with every member: RecipientFirst and MemberFirst are the rates of one pair.
type Group struct {
	Members    []int32
	Recipients []GroupRecipient
}

// GroupRecipient is who a group has something to do with.
type GroupRecipient struct {
	Mover                       int32
	RecipientFirst, MemberFirst int64
}

// Near costs Price for every day between the first and the last of some movers.
type Near struct {
	Movers []int32
	Price  int64
}

// Problem is what to put into waves. Slots are in the order of their days.
type Problem struct {
	Slots  []Slot
	Movers []Mover
	Pairs  []Pair
	Groups []Group
	// Together are sets of movers that share a slot.
	Together [][]int32
	Near     []Near
}

// Plan is the slot of every mover.
type Plan []int32

// fixed tells whether a mover has no choice.
func (m *Mover) fixed() bool { return m.First == m.Last }
