package exports

import (
	"cmp"
	"maps"
	"slices"
)

// rowRef is a row of some file, counted over all files.
type rowRef int32

// noRow stands where a fact comes from no row.
const noRow rowRef = -1

// outcome is what became of a row, in rising order: what was lost of a row weighs more than what was used.
type outcome uint8

const (
	unread outcome = iota
	ignored
	used
	notUnderstood
)

// rowState is what is remembered of every row.
type rowState struct {
	line   int32
	file   int32
	kind   uint16
	reason uint16
	outcome
}

// Place is a row of a file.
type Place struct {
	File string
	Line int
}

// Loss is something of a row that was not understood.
type Loss struct {
	Place
	// What is the statement of the row, Reason why it was not understood; neither ends with a full stop.
	What, Reason string
}

// Tally is the account of the rows of one kind: Read = Used + the sums of Ignored and NotUnderstood.
type Tally struct {
	// Kind is a cmdlet, or what a report script writes.
	Kind       string
	Read, Used int
	// Ignored and NotUnderstood are by reason.
	Ignored, NotUnderstood map[string]int
}

// Account says what became of every row.
type Account struct {
	Files   int
	Tallies []Tally
	// Losses are by file and line.
	Losses []Loss
	// Remarks say what was concluded, and what conflicts were met.
	Remarks []string
}

// Lost counts the rows that were not understood.
func (a *Account) Lost() int {
	n := 0
	for _, t := range a.Tallies {
		for _, rows := range t.NotUnderstood {
			n += rows
		}
	}
	return n
}

// ledger keeps the account while files are read and joined.
type ledger struct {
	files   []string
	rows    []rowState
	kinds   words
	reasons words
	losses  []Loss
}

// words numbers texts of which there are few; 0 is "".
type words struct {
	list    []string
	numbers map[string]uint16
}

func (w *words) number(text string) uint16 {
	if w.numbers == nil {
		w.list, w.numbers = []string{""}, map[string]uint16{"": 0}
	}
	n, known := w.numbers[text]
	if !known {
		n = uint16(len(w.list))
		w.list = append(w.list, text)
		w.numbers[text] = n
	}
	return n
}

func (l *ledger) add(line int, kind string) rowRef {
	l.rows = append(l.rows, rowState{file: int32(len(l.files) - 1), line: int32(line), kind: l.kinds.number(kind)})
	return rowRef(len(l.rows) - 1)
}

func (l *ledger) place(r rowRef) Place {
	if r == noRow {
		return Place{}
	}
	return Place{l.files[l.rows[r].file], int(l.rows[r].line)}
}

// source is the kind of export that a row belongs to.
func (l *ledger) source(r rowRef) string { return l.kinds.list[l.rows[r].kind] }

// use notes that something of a row is in the configuration.
func (l *ledger) use(r rowRef) { l.settle(r, used, "") }

// ignore notes why something of a row is not in the configuration, and need not be.
func (l *ledger) ignore(r rowRef, reason string) { l.settle(r, ignored, reason) }

// lose notes something of a row that should be in the configuration and is not.
func (l *ledger) lose(r rowRef, reason, what string) {
	if r == noRow {
		return
	}
	l.settle(r, notUnderstood, reason)
	l.losses = append(l.losses, Loss{Place: l.place(r), What: what, Reason: reason})
}

func (l *ledger) settle(r rowRef, o outcome, reason string) {
	if r == noRow {
		return
	}
	if s := &l.rows[r]; o > s.outcome {
		s.outcome, s.reason = o, l.reasons.number(reason)
	}
}

// account sums up.
func (l *ledger) account() *Account {
	tallies := map[uint16]*Tally{}
	for _, row := range l.rows {
		t := tallies[row.kind]
		if t == nil {
			t = &Tally{Kind: l.kinds.list[row.kind], Ignored: map[string]int{}, NotUnderstood: map[string]int{}}
			tallies[row.kind] = t
		}
		t.Read++
		switch row.outcome {
		case used:
			t.Used++
		case notUnderstood:
			t.NotUnderstood[l.reasons.list[row.reason]]++
		case unread:
			t.Ignored[nothingSaid]++
		default:
			t.Ignored[l.reasons.list[row.reason]]++
		}
	}
	a := &Account{Files: len(l.files), Losses: l.losses}
	for _, t := range slices.SortedFunc(maps.Values(tallies), func(a, b *Tally) int { return cmp.Compare(a.Kind, b.Kind) }) {
		a.Tallies = append(a.Tallies, *t)
	}
	slices.SortStableFunc(a.Losses, func(a, b Loss) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.What, b.What))
	})
	return a
}

// Reasons for which a row is not in the configuration.
const (
	nothingSaid       = "says nothing that the rules ask for"
	isSelf            = "is everybody's right to their own mailbox"
	isBuiltIn         = "is a principal of Windows or Exchange, which the rules ignore"
	noPermission      = "says that there is no permission"
	otherRight        = "is a right that is neither Full Access, Send As nor Send on Behalf"
	defaultCalendar   = "is what everybody may see of a folder anyway"
	systemMailbox     = "is a mailbox of the system"
	unmappedType      = "is a type of recipient that the language does not have"
	notReferred       = "is an account without mail that no permission names"
	notExported       = "is about an account whose recipient was not exported"
	otherSide         = "is on the object that stands for a mailbox of another side"
	otherOrganization = "is about another organization"
	unknownTrustee    = "the trustee is nobody who was exported"
	ambiguousTrustee  = "several recipients have the trustee's name"
	unknownMailbox    = "the mailbox is none that was exported"
	ambiguousMailbox  = "several recipients have the mailbox's name"
	valueLost         = "the value was lost in the export"
	wrongValue        = "a value is none that Exchange writes"
	brokenRow         = "the row could not be read"
	noMailboxColumn   = "no column names the mailbox"
	noGroupColumn     = "no column names the group"
	noSide            = "the file does not tell which side it comes from"
)
