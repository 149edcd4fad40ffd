package policies

import (
	"iter"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
	"hybridlint/policies/organization"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// Recipients yields everybody who is declared, in order of the files.
func (r *Result) Recipients() iter.Seq[report.Recipient] {
	return func(yield func(report.Recipient) bool) {
		if r.organization == nil {
			return
		}
		for _, recipient := range r.organization.Model.Recipients {
			home := r.organization.Model.ForestName(recipient.Home)
			if !yield(report.Recipient{Name: recipient.ID, Type: subjects.TypeName(recipient.Type), Home: home, Department: recipient.Department}) {
				return
			}
		}
	}
}

// Delegations yields who may do what on whom: grants in order of the files, then Outlook delegates. What is denied is not
// among them, nor what the product and Windows hold on everything, but security identifiers that nobody can resolve are.
func (r *Result) Delegations() iter.Seq[report.Delegation] {
	return func(yield func(report.Delegation) bool) {
		if r.organization == nil {
			return
		}
		var g model.Grant
		for i := range r.organization.Model.Grants.Len() {
			g = r.organization.Model.Grants.At(i)
			if g.Deny != model.True && !organization.HoldsEverything(g.Delegate) && !yield(subjects.Names{Organization: r.organization}.Delegation(organization.GrantOf(&g))) {
				return
			}
		}
		for _, d := range r.organization.Model.OutlookDelegates {
			if !organization.HoldsEverything(d.Delegate) && !yield(subjects.Names{Organization: r.organization}.Delegation(&organization.Entry{Kind: facts.OutlookDelegateEntry, Outlook: d})) {
				return
			}
		}
	}
}
