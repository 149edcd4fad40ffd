package organization

import (
	"hybridlint/loader/model"
	"hybridlint/policies/facts"
)

// BulkChangeFacts are the facts of a change over several recipients.
func (org *Organization) BulkChangeFacts(c *model.BulkChange) facts.Entry {
	given := facts.Entry{
		Kind: facts.BulkChangeEntry, Permission: c.Permission, State: model.Planned, Channel: c.Channel, AppliedOn: facts.SideOf(c.AppliedOn),
		Operator: operatorOf(c.OperatorRoleGroups, c.OperatorHasCustomRole),
	}
	for i, id := range c.Recipients {
		r := org.Model.Recipients[id]
		given.MixedTypes = given.MixedTypes || r.Type != org.Model.Recipients[c.Recipients[0]].Type
		switch {
		case c.AppliedOn != model.NoForest:
		case i == 0:
			given.AppliedOn = facts.SideOf(r.Home)
		case given.AppliedOn != facts.SideOf(r.Home):
			given.AppliedOn = facts.NoSide
		}
	}
	return given
}
