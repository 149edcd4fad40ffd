package organization

import (
	"hybridlint/loader/model"
	"hybridlint/policies/facts"
)

// Organization is a configuration with everything looked up that a subject needs, so that a policy
// compares facts and never searches a table. It is made once and then only read.
type Organization struct {
	Model          *model.Model
	Whole          facts.Organization
	ForestFacts    []facts.Forest // by ForestID; the cloud's is empty
	RecipientFacts []facts.Recipient
	// parents are the groups that name a recipient as a member.
	parents [][]model.RecipientID
	// above are the groups above those recipients who are in nested groups, in order; nil for
	// others.
	above [][]model.RecipientID
	// ActingForests are the forests in which a recipient works: its home, or of a group the homes
	// of the people in it. In order.
	ActingForests [][]model.ForestID
	held          heldGrants
	// CalendarDefaultGrants are the grants for Default on calendars, by recipient.
	CalendarDefaultGrants map[model.RecipientID]*model.Grant
	// heldByGroups tells on which recipients a group holds anything.
	heldByGroups []bool
	// outlookDelegates are what Outlook delegates hold as such.
	outlookDelegates map[Pair]outlookPair
	// hasOutlookDelegates are the recipients of whom there are any.
	hasOutlookDelegates []bool
	// cloudHoldsMailbox and onPremisesHoldsMailbox count without arbitration and discovery
	// mailboxes.
	cloudHoldsMailbox, onPremisesHoldsMailbox bool
}

// New looks everything up in a model.
func New(config *model.Model) *Organization {
	org := &Organization{Model: config}
	org.fillForests()
	org.fillGroups()
	org.fillHeld()
	org.fillCalendarDefaults()
	org.fillRecipients()
	org.fillLongPairs()
	org.fillWhole()
	return org
}

// Recipient is a recipient by its number; nil for none.
func (org *Organization) Recipient(id model.RecipientID) *model.Recipient {
	if id == model.NoRecipient {
		return nil
	}
	return org.Model.Recipients[id]
}
