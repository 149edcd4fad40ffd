package subjects

import (
	"fmt"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/sequence"
	"hybridlint/report"
)

// Batch is a batch as a whole.
type Batch struct {
	Defaults
	Batch *model.MigrationBatch
	More  int // batches of the same forest that follow
}

func (s Batch) Block() *model.Block { return &s.Batch.Block }

func (s Batch) Locate(at []string, _ []model.ForestID) report.Location {
	return LocateIn(s.Block(), at)
}

func (s Batch) Describe() string { return "migration_batch " + s.Batch.Name }

func (s Batch) Key() string { return strings.ToLower("batch\x00" + s.Batch.Name) }

func (s Batch) Text(name string, _ []model.ForestID) string {
	switch name {
	case "batch":
		return s.Batch.Name
	case "more":
		switch s.More {
		case 0:
			return ""
		case 1:
			return " and 1 more follows"
		default:
			return fmt.Sprintf(" and %d more follow", s.More)
		}
	case "forest":
		return s.placeName(s.Batch.SourceForest)
	default:
		return ""
	}
}

func (s Batch) Concerns() Concerns {
	return Concerns{Batch: s.Batch, Recipients: s.Batch.Members, Forests: []model.ForestID{s.Batch.SourceForest}}
}

// BatchMember is an element of the members of a batch.
type BatchMember struct {
	Defaults
	Batch *model.MigrationBatch
	Place int
	// First is the earlier element that names the same; its batch is nil where there is none.
	First sequence.Move
	// MovesWith is the batch that moves the member, nil where none does.
	MovesWith *model.MigrationBatch
}

func (s BatchMember) id() model.RecipientID { return s.Batch.Members[s.Place] }

func (s BatchMember) Block() *model.Block { return &s.Batch.Block }

func (s BatchMember) Locate([]string, []model.ForestID) report.Location {
	return locateMove(sequence.Move{Batch: s.Batch, Place: s.Place})
}

func (s BatchMember) Describe() string {
	return fmt.Sprintf("migration_batch %s, member %s", s.Batch.Name, s.Name(s.id()))
}

func (s BatchMember) Key() string {
	return strings.ToLower("batch member\x00" + s.Batch.Name + "\x00" + s.Name(s.id()))
}

func (s BatchMember) Text(name string, _ []model.ForestID) string {
	r := s.Model.Recipients[s.id()]
	switch name {
	case "batch":
		return s.Batch.Name
	case "member":
		return r.ID
	case "status":
		return model.Word(s.Batch.Status)
	case "home":
		return s.placeName(r.Home)
	case "source":
		return s.placeName(sequence.Source(s.Batch))
	case "a_recipient_type":
		return typeText(name, r.Type)
	case "first":
		if s.First.Batch != nil {
			return s.First.Batch.Name
		}
	case "moves_with":
		if s.MovesWith != nil {
			return s.MovesWith.Name
		}
	}
	return ""
}

func (s BatchMember) Argument(name string) (string, bool) {
	return s.mailIdentity(s.id()), name == "member"
}

func (s BatchMember) Related() []report.Related {
	if s.First.Batch == nil {
		return nil
	}
	return []report.Related{
		{Message: s.Name(s.id()) + " is in " + s.First.Batch.Name + " here", Location: locateMove(s.First)},
	}
}

func (s BatchMember) Culprits() []string { return []string{s.Name(s.id())} }

func (s BatchMember) Concerns() Concerns {
	return Concerns{
		Recipients: []model.RecipientID{s.id()}, Batch: s.Batch,
		Forests: []model.ForestID{s.Model.Recipients[s.id()].Home, s.Batch.SourceForest},
	}
}
