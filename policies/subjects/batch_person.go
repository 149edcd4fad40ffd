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

// BatchPerson is somebody whose set of mailboxes a step tears apart.
type BatchPerson struct {
	Defaults
	Step *organization.Step
	Set  *organization.PermissionSet
	// StandsFor are the rules whose findings this one replaced; filled while findings are put
	// together.
	StandsFor *[]string
}

// decisive is the person's own move, else that of the first of the set.
func (s BatchPerson) decisive() sequence.Move {
	if m, moves := s.Step.Move(s.Set.Person); moves {
		return m
	}
	m, _ := s.Step.First(s.Set.Granting...)
	return m
}

func (s BatchPerson) batch() *model.MigrationBatch { return s.decisive().Batch }

func (s BatchPerson) Block() *model.Block { return &s.batch().Block }

func (s BatchPerson) Locate([]string, []model.ForestID) report.Location {
	return locateMove(s.decisive())
}

func (s BatchPerson) Describe() string {
	return fmt.Sprintf("migration_batch %s, %s", s.batch().Name, s.Name(s.Set.Person))
}

func (s BatchPerson) Key() string {
	return strings.ToLower("batch person\x00" + s.batch().Name + "\x00" + s.Name(s.Set.Person))
}

// missing are the mailboxes of the set, the person among them, that are not at the target of the
// step after it.
func (s BatchPerson) missing() []model.RecipientID {
	var missing []model.RecipientID
	for _, id := range slices.Concat([]model.RecipientID{s.Set.Person}, s.Set.Granting) {
		if s.Step.After(id) != s.decisive().To {
			missing = append(missing, id)
		}
	}
	return missing
}

func (s BatchPerson) Text(name string, _ []model.ForestID) string {
	switch name {
	case "batch":
		return s.batch().Name
	case "person":
		return s.Name(s.Set.Person)
	case "missing":
		names := make([]string, 0, len(s.Set.Granting)+1)
		for _, id := range s.missing() {
			if id == s.Set.Person {
				names = append(names, s.Name(id)+" itself")
			} else {
				names = append(names, s.Name(id))
			}
		}
		return Listed(names)
	case "stands_for":
		if len(*s.StandsFor) == 0 {
			return ""
		}
		return " (stands for " + strings.Join(*s.StandsFor, ", ") + ")"
	case "until":
		return s.until()
	case "together":
		return s.together()
	default:
		return ""
	}
}

// until looks at those of the set that the step parts from the person.
func (s BatchPerson) until() string {
	parted := slices.DeleteFunc(slices.Clone(s.Set.Granting), func(id model.RecipientID) bool {
		return s.Step.After(id) == s.Step.After(s.Set.Person)
	})
	return untilTogether(s.Step, s.Set.Person, parted)
}

// together says for each of the missing how it gets into the batch.
func (s BatchPerson) together() string {
	var put, texts []string
	for _, id := range s.missing() {
		if b := s.Step.Sequence.BatchOf(id); b != nil && b != s.batch() {
			texts = append(texts, howToMove(s.Step, s.batch(), s.Name(id), []model.RecipientID{id}))
		} else {
			put = append(put, s.Name(id))
		}
	}
	if len(put) > 0 {
		texts = append([]string{fmt.Sprintf("Put %s into %s too", Listed(put), s.batch().Name)}, texts...)
	}
	const most = 10
	if len(texts) > most {
		texts = append(texts[:most:most], "The others likewise")
	}
	return strings.Join(texts, ". ")
}

func (s BatchPerson) Argument(name string) (string, bool) {
	return s.mailIdentity(s.Set.Person), name == "person"
}

func (s BatchPerson) FoldKey(report.Fold, []model.ForestID) string { return s.Name(s.Set.Person) }

func (s BatchPerson) Related() []report.Related {
	related := []report.Related{s.declared(s.Set.Person)}
	for i, id := range s.Set.Granting {
		related = append(related, report.Related{
			Message:  s.Name(id) + " gives permissions here",
			Location: s.Set.Reasons[i].Locate("recipient", -1),
		})
	}
	return related
}

func (s BatchPerson) Culprits() []string { return []string{s.Name(s.Set.Person)} }

func (s BatchPerson) Concerns() Concerns {
	return Concerns{
		Recipients: append(
			[]model.RecipientID{s.Set.Person},
			s.Set.Granting...), Delegates: []model.RecipientID{s.Set.Person},
		Batch: s.batch(), Forests: []model.ForestID{s.Model.Recipients[s.Set.Person].Home, s.batch().SourceForest},
	}
}
