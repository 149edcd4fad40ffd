package exports

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"sort"

	"hybridlint/loader/exports/rows"
	"hybridlint/report"
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
	line int32
	// column, lines and endColumn are those of the span; where they are large the ledger has it elsewhere.
	column, lines, endColumn uint16
	reason                   uint16
	kind                     uint8
	outcome
}

// Place is where a row stands.
type Place struct {
	File string
	rows.Span
}

// Location is a place as reports name it.
func (p Place) Location() report.Location {
	if p.File == "" {
		return report.Location{}
	}
	l := report.Location{File: p.File, Start: report.Position{Line: max(p.Line, 1), Column: max(p.Column, 1)}}
	l.End = l.Start
	if p.EndColumn > 0 {
		l.End = report.Position{Line: l.Start.Line + p.Lines, Column: p.EndColumn}
	}
	return l
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

// FileAccount says what became of a file.
type FileAccount struct {
	Name string
	// Kinds are the cmdlets and reports that its rows are of, Sides the places that they come from.
	Kinds, Sides []string
	Rows         int
	// NotRead is why it was not read, or not to its end; empty where it was. Data says that it looks like data, so that
	// something is missing.
	NotRead string
	Data    bool
}

// Account says what became of every file and every row.
type Account struct {
	// Files are by name.
	Files   []FileAccount
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
		for _, read := range t.NotUnderstood {
			n += read
		}
	}
	return n
}

// FilesRead counts the files that were read.
func (a *Account) FilesRead() int {
	n := 0
	for _, f := range a.Files {
		if f.NotRead == "" || f.Rows > 0 {
			n++
		}
	}
	return n
}

// NotRead counts the files that were not read and do not look like data.
func (a *Account) NotRead() int {
	n := 0
	for _, f := range a.Files {
		if f.NotRead != "" && !f.Data {
			n++
		}
	}
	return n
}

// fileRecord is what is noted of a file while it is read.
type fileRecord struct {
	rows    int
	kinds   []string
	notRead *notRead
}

// kind notes that a row is of a kind.
func (f *fileRecord) kind(name string) {
	if len(f.kinds) == 0 || f.kinds[len(f.kinds)-1] != name && !slices.Contains(f.kinds, name) {
		f.kinds = append(f.kinds, name)
	}
}

// accountOfFiles says what became of the files.
func (j *join) accountOfFiles() []FileAccount {
	forest := j.sides.settle()
	var files []FileAccount
	for i, record := range j.records {
		f := FileAccount{Name: j.files[i], Rows: record.rows, Kinds: record.kinds}
		slices.Sort(f.Kinds)
		if record.notRead != nil {
			f.NotRead, f.Data = record.notRead.reason, record.notRead.data
		}
		of := &j.fileSides[i]
		for told := range of.told {
			if s := j.sides.settled(told); s == onPremises {
				f.Sides = append(f.Sides, j.sideName(forest))
			} else if s != anySide {
				f.Sides = append(f.Sides, j.sideName(s))
			}
		}
		if len(f.Sides) == 0 && of.settled != anySide {
			f.Sides = []string{j.sideName(of.settled)}
		}
		slices.Sort(f.Sides)
		f.Sides = slices.Compact(f.Sides)
		files = append(files, f)
	}
	return files
}

// ledger keeps the account while files are read and joined.
type ledger struct {
	files []string
	// firstRows are the first rows of the files.
	firstRows []rowRef
	rows      chunks[rowState]
	// large are the spans of which a number is large: ConvertTo-Json -Compress writes everything on one line.
	large   map[rowRef]rows.Span
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

func (l *ledger) add(row *rows.Row, kind string) rowRef {
	r := rowRef(l.rows.len())
	state := rowState{line: int32(row.Line), kind: uint8(l.kinds.number(kind))} // there are a few dozen kinds
	if max(row.Column, row.Lines, row.EndColumn) > math.MaxUint16 {
		if l.large == nil {
			l.large = map[rowRef]rows.Span{}
		}
		l.large[r] = row.Span
	} else {
		state.column, state.lines, state.endColumn = uint16(row.Column), uint16(row.Lines), uint16(row.EndColumn)
	}
	l.rows.add(state)
	return r
}

// addFile begins the rows of a file.
func (l *ledger) addFile(name string) {
	l.files = append(l.files, name)
	l.firstRows = append(l.firstRows, rowRef(l.rows.len()))
}

// fileOf is the file of a row, as an index.
func (l *ledger) fileOf(r rowRef) int {
	return sort.Search(len(l.firstRows), func(i int) bool { return l.firstRows[i] > r }) - 1
}

func (l *ledger) place(r rowRef) Place {
	if r == noRow {
		return Place{}
	}
	file := l.files[l.fileOf(r)]
	if at, large := l.large[r]; large {
		return Place{file, at}
	}
	state := l.rows.at(int(r))
	return Place{file, rows.Span{Line: int(state.line), Column: int(state.column), Lines: int(state.lines), EndColumn: int(state.endColumn)}}
}

// source is the kind of export that a row belongs to.
func (l *ledger) source(r rowRef) string { return l.kinds.list[l.rows.at(int(r)).kind] }

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
	if s := l.rows.at(int(r)); o > s.outcome {
		s.outcome, s.reason = o, l.reasons.number(reason)
	}
}

// account sums up.
func (l *ledger) account() *Account {
	tallies := map[uint8]*Tally{}
	for row := range l.rows.all() {
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
	a := &Account{Losses: l.losses}
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
	foreignTrustee    = "the trustee's account is of a domain that is none of those that were exported"
	noWindowsAccount  = "the trustee has the domain of a principal of Windows, and Windows has none of that name"
	inheritedSide     = "the row does not tell its side, and the side of the other rows of its file is not where the mailbox lives"
	unknownMailbox    = "the mailbox is none that was exported"
	ambiguousMailbox  = "several recipients have the mailbox's name"
	valueLost         = "the value was lost in the export"
	valueCut          = "the list was cut off in the export (...); export it with Export-Csv, not with Format-List or Format-Table"
	wrongValue        = "a value is none that Exchange writes"
	brokenRow         = "the row could not be read"
	noTrustee         = "the row states a right, and nobody who has it"
	noRight           = "the row states somebody, and no right"
	noMailboxColumn   = "no column names the mailbox"
	noFolderColumn    = "no column names the folder"
	noGroupColumn     = "no column names the group"
	noSide            = "the file does not tell which side it comes from"
)
