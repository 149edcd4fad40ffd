package subjects

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/organization"
	"hybridlint/report"
)

// Recipient is a recipient, seen in the forests in which a rule fired.
type Recipient struct {
	Defaults
	ID model.RecipientID
}

func (s Recipient) declaration() *model.Recipient { return s.Model.Recipients[s.ID] }

func (s Recipient) Block() *model.Block { return &s.declaration().Block }

func (s Recipient) Locate(at []string, forests []model.ForestID) report.Location {
	if len(at) == 2 && at[0] == "object" {
		for _, f := range forests {
			if o := organization.ObjectBlock(s.declaration(), f); o != nil && o.Declares(at[1]) {
				return o.Locate(at[1], -1)
			}
		}
	}
	if g := s.CalendarDefaultGrants[s.ID]; len(at) == 1 && at[0] == "calendar_default_permission" && g != nil &&
		!s.Block().Declares(at[0]) {
		return g.Locate("access_rights", -1)
	}
	return LocateIn(s.Block(), at)
}

func (s Recipient) Describe() string {
	return s.declaration().Type.String() + " " + s.declaration().ID
}

func (s Recipient) Key() string { return strings.ToLower("recipient\x00" + s.declaration().ID) }

func (s Recipient) Text(name string, forests []model.ForestID) string {
	r := s.declaration()
	switch name {
	case "recipient":
		return r.ID
	case "home":
		return s.placeName(r.Home)
	case "forest":
		return s.placeNames(forests)
	case "recipient_type", "a_recipient_type":
		return typeText(name, r.Type)
	case "legacy_x500":
		return "X500:" + r.LegacyExchangeDN
	case "moved_on":
		return DateText(r.MovedOn)
	case "aclable_enabled_on":
		return s.aclableEnabledOn(forests)
	case "entries":
		return strconv.Itoa(int(s.RecipientFacts[s.ID].ExplicitFullAccessEntries.Value))
	case "calendar_default_permission":
		return model.Word(s.CalendarDefault(s.ID))
	default:
		return ""
	}
}

// aclableEnabledOn is when the forests began to stamp what moves.
func (s Recipient) aclableEnabledOn(forests []model.ForestID) string {
	for _, f := range forests {
		if forest := s.Model.Forest(f); forest != nil && forest.ACLableEnabledOn != 0 {
			return DateText(forest.ACLableEnabledOn)
		}
	}
	return ""
}

func (s Recipient) Argument(name string) (string, bool) {
	switch name {
	case "recipient":
		return s.mailIdentity(s.ID), true
	case "recipient_calendar":
		return s.calendarOf(s.ID), true
	case "legacy_x500":
		return s.Text(name, nil), true
	default:
		return "", false
	}
}

func (s Recipient) Literal(name string) (string, bool) { return s.RecipientLiteral(s.ID, name) }

func (s Recipient) Side(where string, forests []model.ForestID) facts.Side {
	if where == metadata.WhereActingForest && len(forests) > 0 {
		return facts.SideOf(forests[0])
	}
	return facts.SideOf(s.declaration().Home)
}

func (s Recipient) FoldKey(key report.Fold, forests []model.ForestID) string {
	switch key {
	case report.FoldForest:
	case report.FoldHome:
		return s.Model.ForestName(s.declaration().Home)
	default:
		return s.declaration().ID
	}
	for _, f := range append(slices.Clip(forests), s.declaration().Origin, s.declaration().Home) {
		if f.OnPremises() {
			return s.Model.ForestName(f)
		}
	}
	return s.Model.ForestName(s.declaration().Home)
}

func (s Recipient) Culprits() []string { return []string{s.declaration().ID} }

func (s Recipient) Concerns() Concerns {
	return Concerns{
		Recipients: []model.RecipientID{s.ID},
		Forests:    []model.ForestID{s.declaration().Home, s.declaration().Origin},
	}
}

// ResourceDelegate is an element of the resource delegates of a recipient.
type ResourceDelegate struct {
	Recipient
	Place int
	// Member is the first of a group who is in the cloud, NoRecipient where nobody is.
	Member model.RecipientID
}

func (s ResourceDelegate) delegate() model.RecipientID {
	return s.declaration().ResourceDelegates[s.Place]
}

func (s ResourceDelegate) Locate([]string, []model.ForestID) report.Location {
	return s.Block().Locate("resource_delegates", s.Place)
}

func (s ResourceDelegate) Describe() string {
	return fmt.Sprintf("resource delegate %s of %s", s.Name(s.delegate()), s.declaration().ID)
}

func (s ResourceDelegate) Key() string {
	return strings.ToLower("resource delegate\x00" + s.declaration().ID + "\x00" + s.Name(s.delegate()))
}

func (s ResourceDelegate) Text(name string, forests []model.ForestID) string {
	switch name {
	case "group":
		return s.Name(s.delegate())
	case "member":
		return s.Name(s.Member)
	default:
		return s.Recipient.Text(name, forests)
	}
}

func (s ResourceDelegate) Culprits() []string {
	return []string{s.declaration().ID, s.Name(s.delegate())}
}

func (s ResourceDelegate) Concerns() Concerns {
	c := s.Recipient.Concerns()
	c.Delegates = []model.RecipientID{s.delegate()}
	return c
}
