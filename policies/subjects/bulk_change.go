package subjects

import (
	"fmt"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
	"hybridlint/report"
)

// BulkChange is one change over several recipients.
type BulkChange struct {
	Defaults
	Change *model.BulkChange
}

func (s BulkChange) Block() *model.Block { return &s.Change.Block }

func (s BulkChange) Locate(at []string, _ []model.ForestID) report.Location {
	return LocateIn(s.Block(), at)
}

func (s BulkChange) Describe() string { return "bulk_change " + s.Change.Name }

func (s BulkChange) Key() string { return strings.ToLower("bulk_change\x00" + s.Change.Name) }

func (s BulkChange) FoldKey(report.Fold, []model.ForestID) string { return s.Change.Name }

func (s BulkChange) Text(name string, _ []model.ForestID) string {
	switch name {
	case "change":
		return s.Change.Name
	case "permission":
		return permissionName(s.Change.Permission)
	case "operator_groups":
		if len(s.Change.OperatorRoleGroups) == 0 {
			return "no role group"
		}
		return Listed(s.Change.OperatorRoleGroups)
	case "types":
		return s.types()
	default:
		return ""
	}
}

// Side is where the change is made: where it is declared to be, else at the home of the first
// recipient.
func (s BulkChange) Side(string, []model.ForestID) facts.Side {
	if s.Change.AppliedOn != model.NoForest || len(s.Change.Recipients) == 0 {
		return facts.SideOf(s.Change.AppliedOn)
	}
	return facts.SideOf(s.Model.Recipients[s.Change.Recipients[0]].Home)
}

func (s BulkChange) types() string {
	var seen [256]bool
	var names []string
	for _, id := range s.Change.Recipients {
		if t := s.Model.Recipients[id].Type; !seen[t] {
			seen[t] = true
			names = append(names, TypeName(t))
		}
	}
	return strings.Join(names, ", ")
}

func (s BulkChange) Concerns() Concerns {
	c := Concerns{Recipients: s.Change.Recipients}
	for _, id := range s.Change.Recipients {
		c.Forests = append(c.Forests, s.Model.Recipients[id].Home)
	}
	return c
}

// BulkChangeRecipient is an element of the recipients of a bulk change.
type BulkChangeRecipient struct {
	Defaults
	Change *model.BulkChange
	Place  int
}

func (s BulkChangeRecipient) id() model.RecipientID { return s.Change.Recipients[s.Place] }

func (s BulkChangeRecipient) Block() *model.Block { return &s.Change.Block }

func (s BulkChangeRecipient) Locate([]string, []model.ForestID) report.Location {
	return s.Change.Locate("recipients", s.Place)
}

func (s BulkChangeRecipient) Describe() string {
	return fmt.Sprintf("bulk_change %s, %s on %s", s.Change.Name, s.Change.Permission, s.Name(s.id()))
}

func (s BulkChangeRecipient) Key() string {
	return strings.ToLower("bulk_change recipient\x00" + s.Change.Name + "\x00" + s.Name(s.id()))
}

func (s BulkChangeRecipient) Text(name string, _ []model.ForestID) string {
	switch name {
	case "change":
		return s.Change.Name
	case "permission":
		return permissionName(s.Change.Permission)
	case "recipient":
		return s.Name(s.id())
	case "delegate":
		return "<delegate>"
	case "recipient_type", "a_recipient_type":
		return typeText(name, s.Model.Recipients[s.id()].Type)
	default:
		return ""
	}
}

func (s BulkChangeRecipient) Argument(name string) (string, bool) {
	return s.mailIdentity(s.id()), name == "recipient"
}

func (s BulkChangeRecipient) Literal(name string) (string, bool) {
	if name == "delegate" {
		return "<delegate>", true
	}
	return s.RecipientLiteral(s.id(), name)
}

func (s BulkChangeRecipient) Side(string, []model.ForestID) facts.Side {
	return facts.SideOf(s.Model.Recipients[s.id()].Home)
}

func (s BulkChangeRecipient) FoldKey(report.Fold, []model.ForestID) string {
	return s.Name(s.id())
}

func (s BulkChangeRecipient) Related() []report.Related {
	return []report.Related{s.declared(s.id())}
}

func (s BulkChangeRecipient) Culprits() []string { return []string{s.Name(s.id())} }

func (s BulkChangeRecipient) Concerns() Concerns {
	return Concerns{
		Recipients: []model.RecipientID{s.id()},
		Forests:    []model.ForestID{s.Model.Recipients[s.id()].Home},
	}
}
