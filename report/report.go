// Package report is the vocabulary of hybridlint and the place where it becomes text: what a rule is, what a finding
// says and where, what went wrong in a run, and one writer per output format. It knows neither HCL nor Rego.
package report

import (
	"cmp"
	"iter"
	"slices"
)

// Tool names the program in every format that has a place for it.
type Tool struct {
	Name    string
	Version string
}

// Severity says how bad a finding is. The zero value is no severity at all.
type Severity uint8

// The severities, in rising order, so that they compare with < and >.
const (
	NoSeverity Severity = iota
	Note                // good to know, or redundant
	Warning             // works partly, or is unsupported
	Error               // will not work, or mail bounces
)

var severityNames = [...]string{"", "note", "warning", "error"}

// String gives the name that rules, settings and reports use.
func (s Severity) String() string { return severityNames[s] }

// Lowered is one level down; a note stays a note.
func (s Severity) Lowered() Severity { return max(s-1, Note) }

// ParseSeverity reads the name of a severity; ok is false for anything else.
func ParseSeverity(name string) (s Severity, ok bool) {
	i := slices.Index(severityNames[:], name)
	return Severity(max(i, 0)), i > 0
}

// Position is a place in a file. Line and Column count from 1; Column counts Unicode code points.
type Position struct {
	Line   int
	Column int
}

// Location is a stretch of a file. End is exclusive. File is relative to the working directory, with "/"; standard
// input is "-". The zero Location is no place.
type Location struct {
	File       string
	Start, End Position
}

// IsZero tells whether the location names no place.
func (l Location) IsZero() bool { return l.File == "" }

// Compare orders locations by file, line and column, start before end.
func (l Location) Compare(other Location) int {
	return cmp.Or(
		cmp.Compare(l.File, other.File),
		cmp.Compare(l.Start.Line, other.Start.Line), cmp.Compare(l.Start.Column, other.Start.Column),
		cmp.Compare(l.End.Line, other.End.Line), cmp.Compare(l.End.Column, other.End.Column))
}

// Related is another place that a finding is about.
type Related struct {
	Message  string
	Location Location
}

// Place is where a fix is carried out; its text is the `where` of the JSON contract.
type Place string

// The places.
const (
	ExchangeOnPremises Place = "exchange_on_premises"
	ExchangeOnline     Place = "exchange_online"
	ActiveDirectory    Place = "active_directory"
	EntraConnect       Place = "entra_connect"
	EntraAdminCenter   Place = "entra_admin_center"
	Outlook            Place = "outlook"
)

// Title is the place as a heading for people, as what runs a command.
func (p Place) Title() string {
	switch p {
	case ExchangeOnPremises:
		return "Exchange Management Shell (on-premises)"
	case ExchangeOnline:
		return "Exchange Online PowerShell"
	case ActiveDirectory:
		return "Active Directory module (on-premises)"
	case EntraConnect:
		return "Entra Connect"
	case EntraAdminCenter:
		return "Entra admin center"
	case Outlook:
		return "Outlook"
	default:
		return string(p)
	}
}

// System is the place as a heading for people, as what is changed there without a command.
func (p Place) System() string {
	switch p {
	case ExchangeOnPremises:
		return "Exchange on-premises"
	case ExchangeOnline:
		return "Exchange Online"
	case ActiveDirectory:
		return "Active Directory"
	default:
		return p.Title()
	}
}

// Remediation is one item of what mends a finding: a command to run or a text to follow, never both. The items are steps,
// to be taken in their order, up to one that is an Alternative: that one and what follows it replace all before it.
type Remediation struct {
	Where Place
	// Alternative: here begins another way; never true of the first item.
	Alternative bool
	// Intro says before the item what it is for, without a colon; it may be empty.
	Intro   string
	Command string
	Text    string
}

// Edit declares another value of an attribute.
type Edit struct {
	Attribute string
	// Location is that of the value, Text what to write there instead, as HCL.
	Location Location
	Text     string
}

// Suppression says why a finding is not counted. Kind is "exception" or "comment".
type Suppression struct {
	Kind      string
	Rationale string
	Location  Location
}

// Finding is one answer of one rule about one subject.
type Finding struct {
	Rule     *Rule
	Severity Severity
	// Assumed names the facts that were not declared and lowered the severity; sorted.
	Assumed  []string
	Location Location
	// FoldKey is what findings of one rule have in common where people read them; empty where the rule never folds.
	FoldKey string
	// Culprits are the recipients and delegates behind the finding, for the summary; the recipient is the first.
	Culprits   []string
	Suppressed *Suppression

	// What follows is there when the finding was told. Most findings of a large run are counted and never shown.

	// Message has no full stop.
	Message string
	// Arguments are what stands in the placeholders of the rule's message; nil where nobody knows.
	Arguments []string
	// Subject is what the finding is about, in words: "grant send_as amy@contoso.com on sales@contoso.com".
	Subject     string
	Related     []Related
	Remediation []Remediation
	// Edits are made in the files themselves, where they mend the finding; mostly there are none.
	Edits []Edit
	// Fingerprint stays the same when lines move, blocks are reordered or files renamed: it is keyed by the rule and the
	// logical subject. Hexadecimal.
	Fingerprint string

	// Teller knows the texts; nil where they are there.
	Teller Teller
}

// Teller puts the texts of a finding in.
type Teller interface{ Tell(f *Finding) }

// Told is the finding with its texts.
func (f *Finding) Told() *Finding {
	if f.Teller != nil {
		f.Teller.Tell(f)
		f.Teller = nil
	}
	return f
}

// Problem is something that kept the run from doing its job somewhere. It is not a finding.
type Problem struct {
	Severity Severity
	// Summary could be a heading; Detail is full sentences to whoever wrote the file, with what to do.
	Summary  string
	Detail   string
	Location Location
}

// Recipient is somebody or something that a run knows, as far as a picture of delegations needs it.
type Recipient struct {
	Name string
	// Type is in words: "shared mailbox".
	Type string
	// Home is the forest it lives in, or "cloud".
	Home string
}

// Delegation says that somebody may do something on a recipient.
type Delegation struct {
	// Subject is that of the findings about it.
	Subject string
	// Recipient is the name of a Recipient. Delegate is too, or what stands for somebody without a home: Default,
	// Anonymous, a security identifier.
	Recipient, Delegate string
	// Permission is in words: "Send As".
	Permission string
}

// Summary counts a run. Suppressed findings are not among errors, warnings and notes.
type Summary struct {
	Files             int
	Recipients        int
	Grants            int
	Rules             int
	UndeclaredMembers int
	Errors            int
	Warnings          int
	Notes             int
	Suppressed        int
}

// Count adds one finding.
func (s *Summary) Count(severity Severity, suppressed bool) {
	switch {
	case suppressed:
		s.Suppressed++
	case severity == Error:
		s.Errors++
	case severity == Warning:
		s.Warnings++
	default:
		s.Notes++
	}
}

// Sources gives the text of one line of a file that was read, without its line end; ok is false where there is none. A
// file that ends with a line end has an empty last line.
type Sources interface {
	Line(file string, line int) (text string, ok bool)
	// ByteOrderMark tells whether the file began with one. It is no part of any line.
	ByteOrderMark(file string) bool
}

// WholeSources are Sources that can do better than line by line.
type WholeSources interface {
	Sources
	// Text gives a file in pieces of whole lines with their ends, each of which is gone when the next one is asked for. Nil where
	// only its lines are known.
	Text(file string) iter.Seq[[]byte]
	// ASCII tells that a line has nothing but ASCII; false where nobody knows.
	ASCII(file string, line int) bool
}

// Report is everything a run gives to a writer.
type Report struct {
	Tool Tool
	// Complete is false where something was not understood or not evaluated: then no result is a clean one.
	Complete bool
	Summary  Summary
	// Rules are the rules that ran, by id.
	Rules []*Rule
	// Findings yields every finding, suppressed ones included, ordered by file, line, column and rule. It may be ranged
	// over any number of times; each finding is made when it is asked for, and its texts when it is told, so that a report is
	// never a tree in memory.
	Findings iter.Seq[*Finding]
	// Scan yields what Findings does, in less time: the same memory is used for all of them, so that each is gone when the next
	// one is asked for. Nil where nobody can do better than Findings.
	Scan iter.Seq[*Finding]
	// Recipients yields everybody who is declared, Delegations who may do what on whom, whether or not something is wrong
	// with it. Both may be nil, and ranged over any number of times.
	Recipients  iter.Seq[Recipient]
	Delegations iter.Seq[Delegation]
	Problems    []Problem
	Sources     Sources
}
