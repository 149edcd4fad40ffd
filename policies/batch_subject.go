package policies

import (
	"fmt"
	"slices"
	"strings"

	"hybridlint/loader"
	"hybridlint/policies/sequence"
	"hybridlint/report"
)

// batchEntrySubject is an entry that a step touches: it lies in the batch that moves somebody of it, the entry is its
// first related place.
type batchEntrySubject struct {
	entrySubject
}

// decisive is the move at which a finding lies: of the recipient and those whom the step parts from it or who leave, the
// one in the batch whose name comes first.
func (s batchEntrySubject) decisive() sequence.Move {
	all := []loader.RecipientID{s.base().Recipient}
	if _, moves := s.step.move(s.base().Recipient); !moves || len(s.step.Batches) > 1 {
		all = append(append(all, s.step.cut.parted...), s.step.cut.leaving...)
	}
	m, ok := s.step.first(all...)
	if !ok { // the step brings them together
		m, _ = s.step.first(s.step.cut.joining...)
	}
	return m
}

func (s batchEntrySubject) batch() *loader.MigrationBatch { return s.decisive().Batch }
func (s batchEntrySubject) block() *loader.Block          { return &s.batch().Block }

func (s batchEntrySubject) locate([]string, []loader.ForestID) report.Location {
	return locateMove(s.decisive())
}

// locateMove is the element of `members` that moves.
func locateMove(m sequence.Move) report.Location {
	return m.Batch.Locate("members", m.Batch.Element(m.Place))
}

func (s batchEntrySubject) describe() string {
	return fmt.Sprintf("migration_batch %s, %s", s.batch().Name, s.entrySubject.describe())
}

func (s batchEntrySubject) key() string {
	return strings.ToLower("batch\x00"+s.batch().Name+"\x00") + s.entrySubject.key()
}

func (s batchEntrySubject) text(name string, forests []loader.ForestID) string {
	switch name {
	case "batch":
		return s.batch().Name
	case "target":
		return s.placeNames(forests)
	case "moving", "staying":
		moving, staying := s.name(s.base().Recipient), s.trustee().Text
		if _, moves := s.step.move(s.base().Recipient); !moves {
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
		return s.entrySubject.text(name, forests)
	}
}

// apart are the people about whom a finding is: those whom the step parts from the recipient, else those who leave.
func (s batchEntrySubject) apart() []loader.RecipientID {
	if len(s.step.cut.parted) > 0 {
		return s.step.cut.parted
	}
	return s.step.cut.leaving
}

func (s batchEntrySubject) until() string { return s.step.until(s.base().Recipient, s.apart()) }

// until says how long people are apart from a recipient.
func (s *batchStep) until(recipient loader.RecipientID, people []loader.RecipientID) string {
	if m, ok := s.sequence.Together(s.number, recipient, people); ok {
		return "until " + m.Batch.Name
	}
	return "and no batch brings them together"
}

// together says what would keep them together.
func (s batchEntrySubject) together() string {
	recipient := s.base().Recipient
	if _, moves := s.step.move(recipient); !moves {
		return s.step.joinText(s.batch(), s.name(recipient), []loader.RecipientID{recipient})
	}
	others := slices.DeleteFunc(slices.Clone(s.apart()), func(id loader.RecipientID) bool {
		m, moves := s.step.move(id)
		return moves && m.Batch == s.batch()
	})
	who := s.trustee().Text
	if s.model.Recipients[s.trustee().Recipient].Type.IsGroup() {
		who = "people of " + who
	}
	return s.step.joinText(s.batch(), who, others)
}

// joinText says how others get into a batch. Nobody is put into a batch who is in another open one.
func (s *batchStep) joinText(batch *loader.MigrationBatch, who string, others []loader.RecipientID) string {
	var in []string
	for _, id := range others {
		if b := s.sequence.BatchOf(id); b != nil && b != batch && !slices.Contains(in, b.Name) {
			in = append(in, b.Name)
		}
	}
	if len(in) == 0 {
		return fmt.Sprintf("Put %s into %s too", who, batch.Name)
	}
	slices.SortFunc(in, sequence.CompareNames)
	return fmt.Sprintf("Move %s to %s from %s, or give both the same complete_after", who, batch.Name, listed(in))
}

func (s batchEntrySubject) related() []report.Related {
	entry := report.Related{Message: s.entrySubject.describe(), Location: s.entrySubject.locate(nil, nil)}
	return append([]report.Related{entry}, s.entrySubject.related()...)
}

func (s batchEntrySubject) concerns() concerns {
	c := s.entrySubject.concerns()
	c.batch = s.batch()
	c.forests = append(c.forests, c.batch.SourceForest)
	return c
}

// batchSubject is a batch as a whole.
type batchSubject struct {
	plainSubject
	batch *loader.MigrationBatch
	more  int // batches of the same forest that follow
}

func (s batchSubject) block() *loader.Block { return &s.batch.Block }
func (s batchSubject) locate(at []string, _ []loader.ForestID) report.Location {
	return locateIn(s.block(), at)
}
func (s batchSubject) describe() string { return "migration_batch " + s.batch.Name }
func (s batchSubject) key() string      { return strings.ToLower("batch\x00" + s.batch.Name) }

func (s batchSubject) text(name string, _ []loader.ForestID) string {
	switch name {
	case "batch":
		return s.batch.Name
	case "more":
		switch s.more {
		case 0:
			return ""
		case 1:
			return " and 1 more follows"
		default:
			return fmt.Sprintf(" and %d more follow", s.more)
		}
	case "forest":
		return s.placeName(s.batch.SourceForest)
	default:
		return ""
	}
}

func (s batchSubject) concerns() concerns {
	return concerns{batch: s.batch, recipients: s.batch.Members, forests: []loader.ForestID{s.batch.SourceForest}}
}

// memberSubject is an element of the members of a batch.
type memberSubject struct {
	plainSubject
	batch *loader.MigrationBatch
	place int
	// first is the earlier element that names the same; its batch is nil where there is none.
	first sequence.Move
	// movesWith is the batch that moves the member, nil where none does.
	movesWith *loader.MigrationBatch
}

func (s memberSubject) id() loader.RecipientID { return s.batch.Members[s.place] }
func (s memberSubject) block() *loader.Block   { return &s.batch.Block }

func (s memberSubject) locate([]string, []loader.ForestID) report.Location {
	return locateMove(sequence.Move{Batch: s.batch, Place: s.place})
}

func (s memberSubject) describe() string {
	return fmt.Sprintf("migration_batch %s, member %s", s.batch.Name, s.name(s.id()))
}

func (s memberSubject) key() string {
	return strings.ToLower("batch member\x00" + s.batch.Name + "\x00" + s.name(s.id()))
}

func (s memberSubject) text(name string, _ []loader.ForestID) string {
	r := s.model.Recipients[s.id()]
	switch name {
	case "batch":
		return s.batch.Name
	case "member":
		return r.ID
	case "status":
		return loader.Word(s.batch.Status)
	case "home":
		return s.placeName(r.Home)
	case "source":
		return s.placeName(sequence.Source(s.batch))
	case "a_recipient_type":
		return typeText(name, r.Type)
	case "first":
		if s.first.Batch != nil {
			return s.first.Batch.Name
		}
	case "moves_with":
		if s.movesWith != nil {
			return s.movesWith.Name
		}
	}
	return ""
}

func (s memberSubject) identity(name string) (string, bool) {
	return s.mailIdentity(s.id()), name == "member"
}

func (s memberSubject) related() []report.Related {
	if s.first.Batch == nil {
		return nil
	}
	return []report.Related{{Message: s.name(s.id()) + " is in " + s.first.Batch.Name + " here", Location: locateMove(s.first)}}
}

func (s memberSubject) culprits() []string { return []string{s.name(s.id())} }

func (s memberSubject) concerns() concerns {
	return concerns{
		recipients: []loader.RecipientID{s.id()}, batch: s.batch,
		forests: []loader.ForestID{s.model.Recipients[s.id()].Home, s.batch.SourceForest},
	}
}

// personSubject is somebody whose set of mailboxes a step tears apart.
type personSubject struct {
	plainSubject
	step *batchStep
	set  *batchPerson
	// standsFor are the rules whose findings this one replaced; filled while findings are put together.
	standsFor *[]string
}

// decisive is the person's own move, else that of the first of the set.
func (s personSubject) decisive() sequence.Move {
	if m, moves := s.step.move(s.set.person); moves {
		return m
	}
	m, _ := s.step.first(s.set.granting...)
	return m
}

func (s personSubject) batch() *loader.MigrationBatch { return s.decisive().Batch }
func (s personSubject) block() *loader.Block          { return &s.batch().Block }

func (s personSubject) locate([]string, []loader.ForestID) report.Location {
	return locateMove(s.decisive())
}

func (s personSubject) describe() string {
	return fmt.Sprintf("migration_batch %s, %s", s.batch().Name, s.name(s.set.person))
}

func (s personSubject) key() string {
	return strings.ToLower("batch person\x00" + s.batch().Name + "\x00" + s.name(s.set.person))
}

// missing are the mailboxes of the set, the person among them, that are not at the target of the step after it.
func (s personSubject) missing() []loader.RecipientID {
	var missing []loader.RecipientID
	for _, id := range slices.Concat([]loader.RecipientID{s.set.person}, s.set.granting) {
		if s.step.after(id) != s.decisive().To {
			missing = append(missing, id)
		}
	}
	return missing
}

func (s personSubject) text(name string, _ []loader.ForestID) string {
	switch name {
	case "batch":
		return s.batch().Name
	case "person":
		return s.name(s.set.person)
	case "missing":
		names := make([]string, 0, len(s.set.granting)+1)
		for _, id := range s.missing() {
			if id == s.set.person {
				names = append(names, s.name(id)+" itself")
			} else {
				names = append(names, s.name(id))
			}
		}
		return listed(names)
	case "stands_for":
		if len(*s.standsFor) == 0 {
			return ""
		}
		return " (stands for " + strings.Join(*s.standsFor, ", ") + ")"
	case "until":
		return s.until()
	case "together":
		return s.together()
	default:
		return ""
	}
}

// until looks at those of the set that the step parts from the person.
func (s personSubject) until() string {
	parted := slices.DeleteFunc(slices.Clone(s.set.granting), func(id loader.RecipientID) bool {
		return s.step.after(id) == s.step.after(s.set.person)
	})
	return s.step.until(s.set.person, parted)
}

// together says for each of the missing how it gets into the batch.
func (s personSubject) together() string {
	var put, texts []string
	for _, id := range s.missing() {
		if b := s.step.sequence.BatchOf(id); b != nil && b != s.batch() {
			texts = append(texts, s.step.joinText(s.batch(), s.name(id), []loader.RecipientID{id}))
		} else {
			put = append(put, s.name(id))
		}
	}
	if len(put) > 0 {
		texts = append([]string{fmt.Sprintf("Put %s into %s too", listed(put), s.batch().Name)}, texts...)
	}
	const most = 10
	if len(texts) > most {
		texts = append(texts[:most:most], "The others likewise")
	}
	return strings.Join(texts, ". ")
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
		batch: s.batch(), forests: []loader.ForestID{s.model.Recipients[s.set.person].Home, s.batch().SourceForest},
	}
}
