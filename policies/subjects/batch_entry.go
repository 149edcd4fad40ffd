package subjects

import (
	"fmt"
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/organization"
	"hybridlint/policies/sequence"
	"hybridlint/report"
)

// BatchEntry is an entry that a step touches: it lies in the batch that moves somebody of it, the
// entry is its first related place.
type BatchEntry struct {
	Entry
}

// decisive is the move at which a finding lies: of the recipient and those whom the step parts from
// it or who leave, the one in the batch whose name comes first.
func (s BatchEntry) decisive() sequence.Move {
	all := []model.RecipientID{s.Base().Recipient}
	if _, moves := s.Step.Move(s.Base().Recipient); !moves || len(s.Step.Batches) > 1 {
		all = append(append(all, s.Step.Cut.Parted...), s.Step.Cut.Leaving...)
	}
	m, ok := s.Step.First(all...)
	if !ok { // the step brings them together
		m, _ = s.Step.First(s.Step.Cut.Joining...)
	}
	return m
}

func (s BatchEntry) batch() *model.MigrationBatch { return s.decisive().Batch }
func (s BatchEntry) Block() *model.Block          { return &s.batch().Block }

func (s BatchEntry) Locate([]string, []model.ForestID) report.Location {
	return locateMove(s.decisive())
}

// locateMove is the element of `members` that moves.
func locateMove(m sequence.Move) report.Location {
	return m.Batch.Locate("members", m.Batch.Element(m.Place))
}

func (s BatchEntry) Describe() string {
	return fmt.Sprintf("migration_batch %s, %s", s.batch().Name, s.Entry.Describe())
}

func (s BatchEntry) Key() string {
	return strings.ToLower("batch\x00"+s.batch().Name+"\x00") + s.Entry.Key()
}

func (s BatchEntry) Text(name string, forests []model.ForestID) string {
	switch name {
	case "batch":
		return s.batch().Name
	case "recipient_batch":
		return s.batchOf(s.Base().Recipient)
	case "sender_batch":
		return s.batchOf(s.Step.Cut.Leaving...)
	case "target":
		return s.placeNames(forests)
	case "moving", "staying":
		moving, staying := s.Name(s.Base().Recipient), s.Trustee().Text
		if s.decisive().Recipient != s.Base().Recipient {
			moving, staying = staying, moving
		}
		if name == "moving" {
			return moving
		}
		return staying
	case "until":
		return s.until()
	case "together":
		return s.together()
	default:
		return s.Entry.Text(name, forests)
	}
}

// batchOf is the batch that moves the first of some people; that of the finding where none of them
// moves. Where batches of one step move both ends, the finding lies in one of them only.
func (s BatchEntry) batchOf(people ...model.RecipientID) string {
	if m, ok := s.Step.First(people...); ok {
		return m.Batch.Name
	}
	return s.batch().Name
}

// apart are the people about whom a finding is: those whom the step parts from the recipient, else
// those who leave.
func (s BatchEntry) apart() []model.RecipientID {
	if len(s.Step.Cut.Parted) > 0 {
		return s.Step.Cut.Parted
	}
	return s.Step.Cut.Leaving
}

func (s BatchEntry) until() string {
	return untilTogether(s.Step.Step, s.Base().Recipient, s.apart())
}

// untilTogether says how long people are apart from a recipient.
func untilTogether(s *organization.Step, recipient model.RecipientID, people []model.RecipientID) string {
	if m, ok := s.Sequence.Together(s.Number, recipient, people); ok {
		return "until " + m.Batch.Name
	}
	return "and no batch brings them together"
}

// together says what would keep them together.
func (s BatchEntry) together() string {
	recipient, who := s.Base().Recipient, s.Trustee().Text
	others := slices.DeleteFunc(slices.Clone(s.apart()), func(id model.RecipientID) bool {
		m, moves := s.Step.Move(id)
		return moves && m.Batch == s.batch()
	})
	if s.Model.Recipients[s.Trustee().Recipient].Type.IsGroup() {
		who = "people of " + who
	}
	moving := s.Name(recipient)
	if _, moves := s.Step.Move(recipient); !moves {
		moving, who, others = who, moving, []model.RecipientID{recipient}
	}
	if !slices.ContainsFunc(others, func(id model.RecipientID) bool { return s.Model.Recipients[id].Type.IsMailbox() }) {
		return fmt.Sprintf("Leave %s out of %s, as there is no mailbox of %s to move", moving, s.batch().Name, who)
	}
	return howToMove(s.Step.Step, s.batch(), who, others)
}

// howToMove says how others get into a batch. Nobody is put into a batch who is in another open
// one.
func howToMove(s *organization.Step, batch *model.MigrationBatch, who string, others []model.RecipientID) string {
	var in []string
	for _, id := range others {
		if b := s.Sequence.BatchOf(id); b != nil && b != batch && !slices.Contains(in, b.Name) {
			in = append(in, b.Name)
		}
	}
	if len(in) == 0 {
		return fmt.Sprintf("Put %s into %s too", who, batch.Name)
	}
	slices.SortFunc(in, sequence.CompareNames)
	return fmt.Sprintf("Move %s to %s from %s, or give both the same complete_after", who, batch.Name, Listed(in))
}

func (s BatchEntry) Related() []report.Related {
	entry := report.Related{Message: s.Entry.Describe(), Location: s.Entry.Locate(nil, nil)}
	return append([]report.Related{entry}, s.Entry.Related()...)
}

func (s BatchEntry) Concerns() Concerns {
	c := s.Entry.Concerns()
	c.Batch = s.batch()
	c.Forests = append(c.Forests, c.Batch.SourceForest)
	return c
}
