package subjects

import (
	"fmt"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
	"hybridlint/report"
)

// Invitation is a sharing invitation.
type Invitation struct {
	Defaults
	Invitation *model.SharingInvitation
}

func (s Invitation) Block() *model.Block { return &s.Invitation.Block }

func (s Invitation) Body() any { return s.Invitation }

func (s Invitation) Locate(at []string, _ []model.ForestID) report.Location {
	if len(at) > 0 && at[0] == "clients" {
		at = []string{"viewing_clients"}
		if !s.Invitation.ViewingClients.Has(model.NewOutlookWindows) {
			at = []string{"accepting_client"}
		}
	}
	if len(at) > 0 && s.Block().Declares(at[0]) {
		return s.Block().Locate(at[0], -1)
	}
	return s.Block().Locate("recipient", -1)
}

func (s Invitation) Describe() string {
	return fmt.Sprintf("sharing_invitation of %s to %s", s.Name(s.Invitation.Owner), s.Invitation.RecipientText)
}

func (s Invitation) Key() string { return strings.ToLower(s.Describe()) }

func (s Invitation) Text(name string, _ []model.ForestID) string {
	switch name {
	case "owner":
		return s.Name(s.Invitation.Owner)
	case "recipient", "delegate":
		return s.Invitation.RecipientText
	case "accepting_client":
		return model.Word(s.Invitation.AcceptingClient)
	case "level":
		return model.Word(s.Invitation.Level)
	case "policy_max_level":
		return model.Word(s.Invitation.PolicyMaxLevel)
	default:
		return ""
	}
}

func (s Invitation) Argument(name string) (string, bool) {
	switch name {
	case "owner":
		return s.mailIdentity(s.Invitation.Owner), true
	case "recipient":
		return s.Invitation.RecipientText, true
	default:
		return "", false
	}
}

func (s Invitation) Side(string, []model.ForestID) facts.Side {
	return facts.SideOf(s.Model.Recipients[s.Invitation.Owner].Home)
}

func (s Invitation) FoldKey(report.Fold, []model.ForestID) string {
	return s.Name(s.Invitation.Owner)
}

func (s Invitation) Related() []report.Related {
	return []report.Related{s.declared(s.Invitation.Owner)}
}

func (s Invitation) Culprits() []string { return []string{s.Name(s.Invitation.Owner)} }

func (s Invitation) Concerns() Concerns {
	c := Concerns{
		Recipients: []model.RecipientID{s.Invitation.Owner},
		Forests:    []model.ForestID{s.Model.Recipients[s.Invitation.Owner].Home},
	}
	if id := s.Invitation.Recipient; id != model.NoRecipient {
		c.Delegates = []model.RecipientID{id}
		c.Forests = append(c.Forests, s.Model.Recipients[id].Home)
	}
	return c
}
