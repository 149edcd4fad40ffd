package report

import (
	"fmt"
	"slices"
	"strings"
)

// Change says how a finding of a run differs from those of the base: the state that a change began from, or an earlier report.
type Change uint8

// The changes.
const (
	// NoChange is that of every finding of a run without a base.
	NoChange Change = iota
	// New is in the run, and not in the base.
	New
	// Worse has a higher level than in the base.
	Worse
	// Better has a lower level than in the base.
	Better
	// Unchanged has the same level, or nobody knows better: its rule did not run for the base.
	Unchanged
	// Fixed is in the base, and not in the run.
	Fixed
)

var changeNames = [...]string{"", "new", "worse", "better", "unchanged", "fixed"}

// String gives the name that reports and filters use.
func (c Change) String() string { return changeNames[c] }

// ParseChange reads the name of a change; ok is false for anything else.
func ParseChange(name string) (c Change, ok bool) {
	i := slices.Index(changeNames[:], name)
	return Change(max(i, 0)), i > 0
}

// Gates tells what a change is judged by: what is new or worse, and everything where there is no base.
func (c Change) Gates() bool { return c <= Worse }

// Base is what a run was compared with.
type Base struct {
	// Revision is the hash of a commit; empty where the base is no revision.
	Revision string
	// File is an earlier report, or a folder; empty where the base is a revision.
	File string
	// Others are the hashes of merge bases that were as good and are older.
	Others []string
}

// Name is the base for people.
func (b Base) Name() string {
	const short = 12
	if b.Revision != "" {
		return b.Revision[:min(len(b.Revision), short)]
	}
	return b.File
}

// Changed counts the findings that are not suppressed by how they differ from those of the base. RuleIsNew counts those of
// Unchanged whose rule did not run for the base.
type Changed struct {
	New, Worse, Better, Unchanged, Fixed, RuleIsNew int
}

// Count adds one finding.
func (c *Changed) Count(f *Finding) {
	switch f.Change {
	case New:
		c.New++
	case Worse:
		c.Worse++
	case Better:
		c.Better++
	case Unchanged:
		c.Unchanged++
	case Fixed:
		c.Fixed++
	case NoChange:
	}
	if f.RuleIsNew {
		c.RuleIsNew++
	}
}

// Comparison is what a run with a base says beside its findings.
type Comparison struct {
	Base    Base
	Changed Changed
	// Gating counts what is new or worse by level.
	Gating Summary
	// Fixed yields what is in the base and not in the run, in the order of the base. It may be ranged over any number of times.
	Fixed []*Finding
	// Declarations are what the change adds, removes and alters, ordered by kind and name.
	Declarations []DeclarationChange
	// Relaxed are what the change would have loosened if it judged itself.
	Relaxed []Relaxed
}

// DeclarationKind groups declarations.
type DeclarationKind string

// The kinds of declarations, in the order in which they are listed.
const (
	RecipientDeclaration    DeclarationKind = "recipients"
	EntryDeclaration        DeclarationKind = "entries"
	OrganizationDeclaration DeclarationKind = "organization"
	BatchDeclaration        DeclarationKind = "batches"
	ExceptionDeclaration    DeclarationKind = "exceptions"
)

// DeclarationKinds are all kinds, in order.
func DeclarationKinds() []DeclarationKind {
	return []DeclarationKind{RecipientDeclaration, EntryDeclaration, OrganizationDeclaration, BatchDeclaration, ExceptionDeclaration}
}

// The words for what happened to a declaration.
const (
	Added   = "added"
	Removed = "removed"
	// Moved is said of a recipient that lives elsewhere now.
	Moved   = "moved"
	Altered = "changed"
)

// DeclarationChange is one declaration that is different from the base.
type DeclarationChange struct {
	Kind DeclarationKind
	// Change is Added, Removed, Moved or Altered.
	Change string
	// Block is the type of the block, Name what is declared: "amy@contoso.com", "send_as amy@contoso.com on sales@contoso.com".
	Block, Name string
	// Attributes are those that differ, of what is changed or moved; by name.
	Attributes []AttributeChange
	// Location is where it stands, or where it stood in the base.
	Location Location
	// Hides counts the findings that an exception or a comment hides, of one that is added or wider.
	Hides int
}

// AttributeChange is one attribute with its value before and now; empty is not declared.
type AttributeChange struct{ Name, Was, Now string }

// Relaxed is something that would have been judged less strictly if the change judged itself: its own settings and rules
// apply from the next change on.
type Relaxed struct {
	// What is a sentence without a full stop.
	What string
	// WouldBe counts what the run would have found; nil where it makes no difference to that.
	WouldBe  *Summary
	Location Location
}

// Sentence says what happened to a declaration, without a full stop.
func (c *DeclarationChange) Sentence() string {
	switch c.Change {
	case Added:
		if c.Kind == RecipientDeclaration {
			return c.Name + " was added, a " + strings.ReplaceAll(c.Block, "_", " ")
		}
		return c.Name + " was added"
	case Removed:
		return c.Name + " was removed"
	case Moved:
		for _, a := range c.Attributes {
			if a.Name == "home" {
				return fmt.Sprintf("%s now lives in %s, was in %s", c.Name, place(a.Now), place(a.Was))
			}
		}
	}
	const most = 3
	var said []string
	for i, a := range c.Attributes {
		if i == most {
			said = append(said, fmt.Sprintf("and %d attributes more", len(c.Attributes)-most))
			break
		}
		said = append(said, fmt.Sprintf("%s is now %s, was %s", a.Name, clipped(a.Now), clipped(a.Was)))
	}
	return c.Name + ": " + strings.Join(said, "; ")
}

func place(home string) string {
	if home == "cloud" {
		return "the cloud"
	}
	return home
}

// clipped is a value for a sentence.
func clipped(value string) string {
	const most = 80
	switch runes := []rune(value); {
	case value == "":
		return "not declared"
	case len(runes) > most:
		return string(runes[:most-1]) + "…"
	default:
		return value
	}
}
