package subjects

import (
	"hybridlint/loader/model"
	"hybridlint/policies/facts"
	"hybridlint/report"
)

// Subject is what a rule was evaluated on: it knows where it stands, what it is called, and the
// names that enter a message.
type Subject interface {
	// Locate finds the place of an attribute of the subject's block; what is not declared falls
	// back to something near. forests are those in which the rule fired.
	Locate(at []string, forests []model.ForestID) report.Location
	// Describe says what the subject is, in words.
	Describe() string
	// Key says the same so that it does not change with case, lines or files.
	Key() string
	// Body is what was declared, as the loader read it; nil where the key tells all subjects apart.
	Body() any
	// Block is where the subject was declared, for comments that waive a rule there.
	Block() *model.Block
	// Text is the value of a placeholder in a message; forests are those in which the rule fired.
	Text(name string, forests []model.ForestID) string
	// Argument is the value of a placeholder as an argument of a cmdlet; ok is false where the text
	// serves as well.
	Argument(name string) (text string, ok bool)
	// Literal is the value of a placeholder that stands in a command as it is; ok is false for all
	// others.
	Literal(name string) (text string, ok bool)
	// Side is where a fix is made.
	Side(where string, forests []model.ForestID) facts.Side
	// OnPremises is a forest as it was declared; nil for the cloud.
	OnPremises(id model.ForestID) *model.Forest
	// Origin is the forest that a recipient comes from; nil where it is not known.
	Origin(id model.RecipientID) *model.Forest
	// ForestNamed is the name of a forest.
	ForestNamed(id model.ForestID) string
	// People are the individuals behind somebody: of a group, its declared members.
	People(id model.RecipientID) []model.RecipientID
	// FoldKey is the value of a fold key.
	FoldKey(key report.Fold, forests []model.ForestID) string
	Related() []report.Related
	// Culprits are the recipients and delegates behind a finding.
	Culprits() []string
	// Concerns are what an exception can be narrowed by.
	Concerns() Concerns
}

// Concerns is whom and what a subject is about.
type Concerns struct {
	Recipients []model.RecipientID // the recipient, manager, owner or the subject itself
	Delegates  []model.RecipientID
	Trustee    string // a delegate that is no declared recipient
	Batch      *model.MigrationBatch
	Forests    []model.ForestID
}
