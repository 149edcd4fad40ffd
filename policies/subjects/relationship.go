package subjects

import (
	"fmt"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
	"hybridlint/report"
)

// Relationship is an organization relationship; its holder answers.
type Relationship struct {
	Defaults
	Relationship *model.OrganizationRelationship
}

func (s Relationship) Block() *model.Block { return &s.Relationship.Block }

func (s Relationship) Locate(at []string, _ []model.ForestID) report.Location {
	return LocateIn(s.Block(), at)
}

func (s Relationship) Describe() string {
	return fmt.Sprintf(
		"organization_relationship of %s to %s",
		s.Model.ForestName(s.Relationship.Holder),
		s.Model.ForestName(s.Relationship.Target),
	)
}

func (s Relationship) Key() string { return strings.ToLower(s.Describe()) }

func (s Relationship) Text(name string, _ []model.ForestID) string {
	switch name {
	case "answering":
		return s.placeName(s.Relationship.Holder)
	case "requesting":
		return s.placeName(s.Relationship.Target)
	default:
		return ""
	}
}

func (s Relationship) Side(string, []model.ForestID) facts.Side {
	return facts.SideOf(s.Relationship.Holder)
}

func (s Relationship) FoldKey(report.Fold, []model.ForestID) string {
	if s.Relationship.Holder.OnPremises() {
		return s.Model.ForestName(s.Relationship.Holder)
	}
	return s.Model.ForestName(s.Relationship.Target)
}

func (s Relationship) Concerns() Concerns {
	return Concerns{Forests: []model.ForestID{s.Relationship.Holder, s.Relationship.Target}}
}
