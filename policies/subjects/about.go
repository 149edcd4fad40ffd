package subjects

import (
	"hybridlint/loader/model"
	"hybridlint/report"
)

// Describe says whom and what a finding on a subject is about, but for batch and forest.
func Describe(about Subject, into *report.About) {
	switch s := about.(type) {
	// All that is about an entry: alone, in a batch, declared again, or its trustee.
	case interface{ describeAbout(into *report.About) }:
		s.describeAbout(into)
	case Recipient:
		into.Recipient = s.declaration().ID
	case ResourceDelegate:
		into.Recipient, into.Delegate = s.declaration().ID, s.Name(s.delegate())
	case Invitation:
		into.Recipient, into.Delegate, into.Permission = s.Name(s.Invitation.Owner), s.Invitation.RecipientText, report.SharingInvitationPermission
		if id := s.Invitation.Recipient; id != model.NoRecipient {
			into.Delegate = s.Name(id)
		}
	case BatchPerson:
		into.Recipient = s.Name(s.Set.Person)
	case BatchMember:
		into.Recipient = s.Name(s.id())
	case BulkChange:
		into.Permission = s.Change.Permission.String()
	case BulkChangeRecipient:
		into.Recipient, into.Permission = s.Name(s.id()), s.Change.Permission.String()
	}
}

func (s Entry) describeAbout(about *report.About) {
	about.Recipient, about.Delegate = s.Name(s.Base().Recipient), s.Trustee().Text
	if id := s.Trustee().Recipient; id != model.NoRecipient {
		about.Delegate = s.Name(id)
	}
	about.Permission = report.OutlookDelegatePermission
	if s.Grant != nil {
		about.Permission = s.Grant.Permission.String()
		if s.Grant.Folder != nil {
			about.Folder = s.Grant.Folder.Path
		}
	}
}
