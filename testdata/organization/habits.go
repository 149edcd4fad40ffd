package organization

// habits are how people in an organization work, as probabilities.
type habits struct {
	// apart is that a mailbox is not on the side of its team.
	apart float64
	// wave is that an on-premises team moves next, forgotten that one of its mailboxes was left out of the batch.
	wave, forgotten float64
	// outside is that a permission goes to somebody of another team on the other side.
	outside float64
	// careful is that a permission between the sides is made in the way that works.
	careful float64
	// existing is that an entry was read from a server.
	existing float64
	// helpdesk is that the helpdesk has Full Access to a mailbox.
	helpdesk float64
	// slip is that something else is wrong with a permission; slips say with what.
	slip        float64
	slips       []weighted[slip]
	provenances []weighted[provenance]
}

func habitsOf(u Upkeep) habits {
	if u == Maintained {
		return habits{
			apart: 0.01, wave: 0.08, forgotten: 0.04, outside: 0.02, careful: 0.96, existing: 1, helpdesk: 0.7,
			slip: 0.012,
			slips: []weighted[slip]{{0.4, sendAsBeside}, {0.3, folderBeside}, {0.1, leaverAsDelegate}, {0.15, orphan}, {0.04, groupAutomapped},
				{0.01, distributionGroup}},
			provenances: []weighted[provenance]{{0.84, migrated}, {0.12, createdACLable}, {0.015, created}, {0.005, createdInCloud}, {0.02, undeclared}},
		}
	}
	return habits{
		apart: 0.03, wave: 0.05, forgotten: 0.12, outside: 0.16, careful: 0.4, existing: 0.4, helpdesk: 0.6,
		slip: 0.07,
		slips: []weighted[slip]{{0.14, sendAsBeside}, {0.14, folderBeside}, {0.06, leaverAsDelegate}, {0.03, orphan}, {0.08, groupAutomapped},
			{0.04, distributionGroup}, {0.12, expectedToSend}, {0.08, givenInOutlook}, {0.1, savedInAdminCenter}, {0.08, wrongIdentity}, {0.07, privateItems},
			{0.06, sharedAsDelegate}},
		provenances: []weighted[provenance]{{0.7, migrated}, {0.12, createdACLable}, {0.08, created}, {0.04, createdInCloud}, {0.06, undeclared}},
	}
}

// slip is a mistake that has nothing to do with where mailboxes are.
type slip uint8

const (
	sendAsBeside slip = iota
	folderBeside
	leaverAsDelegate
	orphan
	groupAutomapped
	distributionGroup
	expectedToSend
	givenInOutlook
	savedInAdminCenter
	wrongIdentity
	privateItems
	sharedAsDelegate
)
