package policies

import (
	"hybridlint/policies/facts"

	"iter"
	"strings"

	"hybridlint/loader"
	"hybridlint/report"
)

// Recipients yields everybody who is declared, in order of the files.
func (r *Result) Recipients() iter.Seq[report.Recipient] {
	return func(yield func(report.Recipient) bool) {
		if r.join == nil {
			return
		}
		for _, recipient := range r.join.model.Recipients {
			home := r.join.model.ForestName(recipient.Home)
			if !yield(report.Recipient{Name: recipient.ID, Type: typeName(recipient.Type), Home: home, Department: recipient.Department}) {
				return
			}
		}
	}
}

// Delegations yields who may do what on whom: grants in order of the files, then Outlook delegates. What is denied is not
// among them, nor what the product and Windows hold on everything, but security identifiers that nobody can resolve are.
func (r *Result) Delegations() iter.Seq[report.Delegation] {
	return func(yield func(report.Delegation) bool) {
		if r.join == nil {
			return
		}
		var g loader.Grant
		for i := range r.join.model.Grants.Len() {
			g = r.join.model.Grants.At(i)
			if g.Deny != loader.True && !holdsEverything(g.Delegate) && !yield(r.join.delegation(grantOf(&g))) {
				return
			}
		}
		for _, d := range r.join.model.OutlookDelegates {
			if !holdsEverything(d.Delegate) && !yield(r.join.delegation(&entry{kind: facts.OutlookDelegateEntry, outlook: d})) {
				return
			}
		}
	}
}

func holdsEverything(t *loader.Trustee) bool {
	return t.BuiltIn && !t.Orphaned()
}

func grantOf(g *loader.Grant) *entry {
	if g.Permission == loader.Folder {
		return &entry{kind: facts.FolderGrantEntry, grant: g}
	}
	return &entry{kind: facts.GrantEntry, grant: g}
}

func (j *join) delegation(e *entry) report.Delegation {
	d := report.Delegation{
		Subject:   entrySubject{j, e}.describe(),
		Recipient: j.name(e.base().Recipient), Delegate: e.trustee().Text,
		Permission: permissionInWords(e),
	}
	if id := e.trustee().Recipient; id != loader.NoRecipient {
		d.Delegate = j.name(id)
	}
	return d
}

// permissionInWords names the folder and the rights too: "Calendar: Editor".
func permissionInWords(e *entry) string {
	switch {
	case e.outlook != nil:
		return "Delegate in Outlook"
	case e.grant.Folder != nil:
		folder := strings.Join(folderParts(e.grant.Folder.Path), `\`)
		if folder == "" {
			folder = "All of the mailbox"
		}
		return folder + ": " + words(e.grant.Folder.AccessRights.Values())
	default:
		return permissionName(e.permission())
	}
}
