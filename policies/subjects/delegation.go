package subjects

import (
	"hybridlint/loader/model"
	"hybridlint/policies/organization"
	"hybridlint/report"
)

// Delegation says who may do what on whom by an entry.
func (n Names) Delegation(e *organization.Entry) report.Delegation {
	d := report.Delegation{
		Subject:   Entry{n, e}.Describe(),
		Recipient: n.Name(e.Base().Recipient), Delegate: e.Trustee().Text,
		Permission: permissionInWords(e),
	}
	if id := e.Trustee().Recipient; id != model.NoRecipient {
		d.Delegate = n.Name(id)
	}
	return d
}
