package policies

import (
	"slices"

	"hybridlint/loader"
	"hybridlint/report"
)

// about says whom and what a finding is about.
func (f *finding) about() report.About {
	c := f.subject.concerns()
	about := report.About{Forest: f.forestConcerned(c)}
	if c.batch != nil {
		about.Batch = c.batch.Name
	}
	switch s := f.subject.(type) {
	case *entrySubject:
		s.describeAbout(&about)
	case batchEntrySubject:
		s.entrySubject.describeAbout(&about)
	case trusteeSubject:
		s.entrySubject.describeAbout(&about)
	case recipientSubject:
		about.Recipient = s.declaration().ID
	case resourceDelegateSubject:
		about.Recipient, about.Delegate = s.declaration().ID, s.name(s.delegate())
	case invitationSubject:
		about.Recipient, about.Delegate, about.Permission = s.name(s.invitation.Owner), s.invitation.RecipientText, report.SharingInvitationPermission
		if id := s.invitation.Recipient; id != loader.NoRecipient {
			about.Delegate = s.name(id)
		}
	case personSubject:
		about.Recipient = s.name(s.set.person)
	case memberSubject:
		about.Recipient = s.name(s.id())
	case bulkChangeRecipientSubject:
		about.Recipient, about.Permission = s.name(s.id()), s.change.Permission.String()
	}
	return about
}

func (s entrySubject) describeAbout(about *report.About) {
	about.Recipient, about.Delegate = s.name(s.base().Recipient), s.trustee().Text
	if id := s.trustee().Recipient; id != loader.NoRecipient {
		about.Delegate = s.name(id)
	}
	about.Permission = report.OutlookDelegatePermission
	if s.grant != nil {
		about.Permission = s.grant.Permission.String()
		if s.grant.Folder != nil {
			about.Folder = s.grant.Folder.Path
		}
	}
}

// forestConcerned is that of the fold key, else the on-premises home of whom the finding is about.
func (f *finding) forestConcerned(c concerns) string {
	if f.rule.Fold == report.FoldForest || f.rule.Fold == report.FoldHome {
		return f.foldKey()
	}
	for _, forest := range slices.Concat(c.forests, f.forests) {
		if forest.OnPremises() {
			return f.forestName(forest)
		}
	}
	return ""
}

func (f *finding) forestName(forest loader.ForestID) string {
	if named, ok := f.subject.(interface{ forestNamed(loader.ForestID) string }); ok {
		return named.forestNamed(forest)
	}
	return ""
}

func (j *join) forestNamed(forest loader.ForestID) string { return j.model.ForestName(forest) }
