package policies

import (
	"fmt"
	"slices"
	"strings"

	"hybridlint/loader"
	"hybridlint/report"
)

// batchEntrySubject is an entry that a batch touches: it lies in the batch, the entry is its first related place.
type batchEntrySubject struct {
	entrySubject
}

func (s batchEntrySubject) block() *loader.Block { return &s.batch.batch.Block }

// locate points at the member that is decisive: the recipient where it moves, else the delegate, else the first of the
// group who is separated.
func (s batchEntrySubject) locate([]string, []loader.ForestID) report.Location {
	return s.block().Locate("members", s.member())
}

func (s batchEntrySubject) member() int {
	if place, ok := s.batch.places[s.base().Recipient]; ok {
		return place
	}
	if s.trustee().Recipient == loader.NoRecipient {
		return -1
	}
	return s.cuts(s.batch, s.base().Recipient, s.trustee().Recipient).place
}

func (s batchEntrySubject) describe() string {
	return fmt.Sprintf("migration_batch %s, %s", s.batch.batch.Name, s.entrySubject.describe())
}

func (s batchEntrySubject) key() string {
	return strings.ToLower("batch\x00"+s.batch.batch.Name+"\x00") + s.entrySubject.key()
}

func (s batchEntrySubject) text(name string, forests []loader.ForestID) string {
	switch name {
	case "batch":
		return s.batch.batch.Name
	case "target":
		return s.placeName(s.batch.target)
	case "moving", "staying":
		moving, staying := s.name(s.base().Recipient), s.trustee().Text
		if !s.batch.members[s.base().Recipient] {
			moving, staying = staying, moving
		}
		if name == "moving" {
			return moving
		}
		return staying
	default:
		return s.entrySubject.text(name, forests)
	}
}

func (s batchEntrySubject) side(where string, forests []loader.ForestID) side {
	if where == whereActingForest {
		return sideOf(s.batch.target)
	}
	return s.entrySubject.side(where, forests)
}

func (s batchEntrySubject) related() []report.Related {
	entry := report.Related{Message: s.entrySubject.describe(), Location: s.entrySubject.locate(nil, nil)}
	return append([]report.Related{entry}, s.entrySubject.related()...)
}

func (s batchEntrySubject) concerns() concerns {
	c := s.entrySubject.concerns()
	c.batch = s.batch.batch
	c.forests = append(c.forests, s.batch.batch.SourceForest)
	return c
}

// batchSubject is a batch as a whole.
type batchSubject struct {
	plainSubject
	batch *loader.MigrationBatch
}

func (s batchSubject) block() *loader.Block { return &s.batch.Block }
func (s batchSubject) locate(at []string, _ []loader.ForestID) report.Location {
	return locateIn(s.block(), at)
}
func (s batchSubject) describe() string { return "migration_batch " + s.batch.Name }
func (s batchSubject) key() string      { return strings.ToLower("batch\x00" + s.batch.Name) }

func (s batchSubject) text(name string, _ []loader.ForestID) string {
	if name == "batch" {
		return s.batch.Name
	}
	return s.placeName(s.batch.SourceForest)
}

func (s batchSubject) concerns() concerns {
	return concerns{batch: s.batch, recipients: s.batch.Members, forests: []loader.ForestID{s.batch.SourceForest}}
}

// personSubject is somebody whose set of mailboxes a batch tears apart.
type personSubject struct {
	plainSubject
	move *batchMove
	set  *batchPerson
	// standsFor are the rules whose findings this one replaced; filled while findings are put together.
	standsFor *[]string
}

func (s personSubject) block() *loader.Block { return &s.move.batch.Block }

func (s personSubject) locate([]string, []loader.ForestID) report.Location {
	if place, ok := s.move.places[s.set.person]; ok {
		return s.block().Locate("members", place)
	}
	first := -1
	for _, id := range s.set.granting {
		if place, ok := s.move.places[id]; ok && (first < 0 || place < first) {
			first = place
		}
	}
	return s.block().Locate("members", first)
}

func (s personSubject) describe() string {
	return fmt.Sprintf("migration_batch %s, %s", s.move.batch.Name, s.name(s.set.person))
}

func (s personSubject) key() string {
	return strings.ToLower("batch person\x00" + s.move.batch.Name + "\x00" + s.name(s.set.person))
}

// missing are the mailboxes of the set, the person among them, that would have to be in the batch.
func (s personSubject) missing() []loader.RecipientID {
	var missing []loader.RecipientID
	for _, id := range slices.Concat([]loader.RecipientID{s.set.person}, s.set.granting) {
		if !s.move.members[id] && s.model.Recipients[id].Home != s.move.target {
			missing = append(missing, id)
		}
	}
	return missing
}

func (s personSubject) text(name string, _ []loader.ForestID) string {
	switch name {
	case "batch":
		return s.move.batch.Name
	case "person":
		return s.name(s.set.person)
	case "missing":
		return s.names(s.missing())
	case "includes":
		if len(*s.standsFor) == 0 {
			return ""
		}
		return " (includes " + strings.Join(*s.standsFor, ", ") + ")"
	default:
		return ""
	}
}

func (s personSubject) identity(name string) (string, bool) {
	return s.mailIdentity(s.set.person), name == "person"
}

func (s personSubject) fold(report.Fold, []loader.ForestID) string { return s.name(s.set.person) }

func (s personSubject) related() []report.Related {
	related := []report.Related{s.declared(s.set.person)}
	for i, id := range s.set.granting {
		related = append(related, report.Related{
			Message:  s.name(id) + " gives permissions here",
			Location: s.set.reasons[i].Locate("recipient", -1),
		})
	}
	return related
}

func (s personSubject) culprits() []string { return []string{s.name(s.set.person)} }

func (s personSubject) concerns() concerns {
	return concerns{
		recipients: append([]loader.RecipientID{s.set.person}, s.set.granting...), delegates: []loader.RecipientID{s.set.person},
		batch: s.move.batch, forests: []loader.ForestID{s.model.Recipients[s.set.person].Home, s.move.batch.SourceForest},
	}
}
