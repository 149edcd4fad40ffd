package policies

import (
	"hybridlint/policies/metadata"

	"hybridlint/policies/facts"

	"fmt"
	"slices"
	"strings"

	"hybridlint/loader"
	"hybridlint/report"
)

// entrySubject is a grant, a folder grant or an Outlook delegate, derived grant included.
type entrySubject struct {
	*join
	*entry
}

func (s entrySubject) block() *loader.Block { return &s.base().Block }

func (s entrySubject) body() any {
	if s.outlook != nil {
		return s.outlook
	}
	return s.grant
}

func (s entrySubject) locate(at []string, _ []loader.ForestID) report.Location {
	block := s.block()
	if element := s.base().Element; element >= 0 {
		return block.Locate("delegates", int(element))
	}
	attribute := "delegate"
	if len(at) > 0 {
		attribute = at[0]
	}
	if s.outlook != nil && attribute == "recipient" {
		attribute = "manager"
	}
	if attribute == "update_date" && s.grant != nil && s.grant.OutlookWindows != nil {
		return s.grant.OutlookWindows.Locate(attribute, -1)
	}
	if !block.Declares(attribute) {
		attribute = "delegate"
	}
	return block.Locate(attribute, -1)
}

func (s entrySubject) describe() string {
	recipient, delegate := s.name(s.base().Recipient), s.trustee().Text
	switch s.kind {
	case facts.FolderGrantEntry:
		return fmt.Sprintf("grant folder %s on %s:\\%s", delegate, recipient, strings.Join(folderParts(s.grant.Folder.Path), `\`))
	case facts.OutlookDelegateEntry, facts.DerivedGrantEntry:
		return fmt.Sprintf("outlook_delegate %s of %s", delegate, recipient)
	default:
		return fmt.Sprintf("grant %s %s on %s", s.permission(), delegate, recipient)
	}
}

func (s entrySubject) key() string {
	delegate := s.trustee().Text
	if id := s.trustee().Recipient; id != loader.NoRecipient {
		delegate = s.name(id)
	}
	parts := []string{"entry", loader.Word(s.kind), s.permission().String(), s.name(s.base().Recipient), delegate}
	if s.grant != nil && s.grant.Folder != nil {
		parts = append(parts, strings.Join(folderParts(s.grant.Folder.Path), `\`))
	}
	return strings.ToLower(strings.Join(parts, "\x00"))
}

func (s entrySubject) text(name string, forests []loader.ForestID) string {
	base := s.base()
	switch name {
	case "recipient", "manager":
		return s.name(base.Recipient)
	case "delegate":
		return s.trustee().Text
	case "stored_x500":
		text, _ := s.identity(name)
		return text
	case "delegate_people", "delegate_works":
		return s.delegatePeople(name)
	case "recipient_routing_address":
		text, _ := s.routingAddress(base.Recipient)
		return text
	case "delegate_routing_address":
		text, _ := s.routingAddress(s.trustee().Recipient)
		return text
	case "acting":
		return s.placeNames(forests)
	case "home":
		return s.placeName(s.model.Recipients[base.Recipient].Home)
	case "delegate_home":
		if r := s.recipient(s.trustee().Recipient); r != nil {
			return s.placeName(r.Home)
		}
		return ""
	case "permission":
		return permissionName(s.permission())
	case "recipient_type", "a_recipient_type":
		return typeText(name, s.model.Recipients[base.Recipient].Type)
	case "delegate_type", "a_delegate_type":
		if r := s.recipient(s.trustee().Recipient); r != nil {
			return typeText(name, r.Type)
		}
		return ""
	case "primary_address":
		for _, f := range slices.Concat(forests, []loader.ForestID{s.model.Recipients[base.Recipient].Home}) {
			if primary := s.primaryAddress(base.Recipient, f); primary != "" {
				return address(primary)
			}
		}
		return ""
	default:
		return s.grantText(name)
	}
}

// grantText is the value of a placeholder that only a grant block has.
func (s entrySubject) grantText(name string) string {
	g := s.grant
	if g == nil {
		if name == "folder" {
			return "the mailbox folders"
		}
		return ""
	}
	switch name {
	case "replication":
		return strings.ReplaceAll(loader.Word(g.Replication), "_", " ")
	case "others":
		return s.names(s.overwritten(g))
	case "folder", "parent_folder", "access_rights", "parent_rights", "flags", "recipient_folder", "recipient_root":
		return s.folderText(name)
	case "send_from_address":
		if g.Procedure != nil && g.Procedure.SendFromAddress != "" {
			return address(g.Procedure.SendFromAddress)
		}
		return address(s.model.Recipients[g.Recipient].PrimarySMTPAddress)
	case "outlook_version", "outlook_update_date":
		if g.OutlookWindows == nil {
			return ""
		}
		if name == "outlook_version" {
			return loader.Word(g.OutlookWindows.Version)
		}
		return dateText(g.OutlookWindows.UpdateDate)
	case "applied_on":
		if g.Procedure != nil && g.Procedure.AppliedOn != loader.NoForest {
			return s.placeName(g.Procedure.AppliedOn)
		}
		return s.placeName(s.model.Recipients[g.Recipient].Home)
	}
	if g.Procedure == nil {
		return ""
	}
	switch name {
	case "cmdlet":
		return g.Procedure.Cmdlet
	case "identity_kind":
		return loader.Word(g.Procedure.IdentityKind)
	case "granted_by":
		return s.name(g.Procedure.GrantedBy)
	case "operator_groups":
		if len(g.Procedure.OperatorRoleGroups) == 0 {
			return "no role group"
		}
		return listed(g.Procedure.OperatorRoleGroups)
	}
	return ""
}

// delegatePeople is the delegate as somebody who does something: of a group it is people of it.
func (s entrySubject) delegatePeople(name string) string {
	people, verb := s.trustee().Text, " works"
	if r := s.recipient(s.trustee().Recipient); r != nil && r.Type.IsGroup() {
		people, verb = "people of "+people, " work"
	}
	if name == "delegate_people" {
		return people
	}
	return people + verb
}

func dateText(d loader.Date) string { return fmt.Sprintf("%04d-%02d-%02d", d/10000, d/100%100, d%100) }

func (s entrySubject) folderText(name string) string {
	f := s.grant.Folder
	if f == nil {
		return ""
	}
	switch name {
	case "folder":
		return f.Path
	case "access_rights":
		return words(f.AccessRights.Values())
	case "parent_rights":
		return words(f.ParentAccessRights.Values())
	case "flags":
		return words(f.SharingPermissionFlags.Values())
	case "parent_folder":
		parts := folderParts(f.Path)
		return strings.Join(parts[:max(len(parts)-1, 0)], `\`)
	default:
		return ""
	}
}

func (s entrySubject) identity(name string) (string, bool) {
	mailbox := s.mailIdentity(s.base().Recipient)
	switch name {
	case "recipient", "manager":
		return mailbox, true
	case "delegate":
		if id := s.trustee().Recipient; id != loader.NoRecipient {
			return s.mailIdentity(id), true
		}
		return s.trustee().Text, true
	case "stored_x500":
		if s.outlook == nil {
			return "", false
		}
		return "X500:" + s.outlook.StoredLegacyExchangeDN, true
	case "delegate_account":
		return s.account(s.trustee()), true
	case "recipient_any_folder":
		return mailbox + `:\<folder>`, true
	case "recipient_folder":
		return mailbox + `:\` + strings.Join(s.folderPath(), `\`), true
	case "recipient_calendar":
		if s.grant != nil && s.grant.Folder != nil && s.grant.Folder.Calendar() == loader.True {
			return mailbox + `:\` + strings.Join(s.folderPath(), `\`), true
		}
		return mailbox + `:\Calendar`, true
	case "recipient_root":
		return mailbox + `:\`, true
	case "parent_folder":
		return mailbox + `:\` + s.folderText("parent_folder"), true
	default:
		return "", false
	}
}

func (s entrySubject) literal(name string) (string, bool) {
	switch name {
	case "delegate_routing_address":
		return s.routingArgument(s.trustee().Recipient), true
	case "delegate_name":
		return s.nameArgument(s.trustee().Recipient), true
	case "parent_rights":
		return strings.ReplaceAll(s.folderText(name), ", ", ","), s.grant != nil && s.grant.Folder != nil
	case "access_rights":
		// Words of an enumeration; a quoted list would be one word.
		return strings.ReplaceAll(s.folderText(name), ", ", ","), s.grant != nil && s.grant.Folder != nil
	default:
		return s.recipientLiteral(s.base().Recipient, name)
	}
}

func (s entrySubject) folderPath() []string {
	if s.grant == nil || s.grant.Folder == nil {
		return []string{"Calendar"}
	}
	return folderParts(s.grant.Folder.Path)
}

func (s entrySubject) side(where string, forests []loader.ForestID) facts.Side {
	if where == metadata.WhereActingForest && len(forests) > 0 {
		return facts.SideOf(forests[0])
	}
	return facts.SideOf(s.model.Recipients[s.base().Recipient].Home)
}

func (s entrySubject) fold(key report.Fold, forests []loader.ForestID) string {
	switch key {
	case report.FoldDelegate:
		return s.trustee().Text
	case report.FoldForest:
		for _, f := range slices.Concat([]loader.ForestID{s.model.Recipients[s.base().Recipient].Home}, forests) {
			if f.OnPremises() {
				return s.model.ForestName(f)
			}
		}
		return ""
	default:
		return s.name(s.base().Recipient)
	}
}

func (s entrySubject) related() []report.Related {
	related := []report.Related{s.declared(s.base().Recipient)}
	if id := s.trustee().Recipient; id != loader.NoRecipient && id != s.base().Recipient {
		related = append(related, s.declared(id))
	}
	return related
}

// declared points at where a recipient is declared.
func (j *join) declared(id loader.RecipientID) report.Related {
	r := j.model.Recipients[id]
	return report.Related{Message: r.ID + " is declared here", Location: r.Location()}
}

func (s entrySubject) culprits() []string {
	return []string{s.name(s.base().Recipient), s.trustee().Text}
}

func (s entrySubject) concerns() concerns {
	c := concerns{recipients: []loader.RecipientID{s.base().Recipient}, forests: []loader.ForestID{s.model.Recipients[s.base().Recipient].Home}}
	if id := s.trustee().Recipient; id != loader.NoRecipient {
		c.delegates = []loader.RecipientID{id}
		c.forests = append(c.forests, s.acting[id]...)
	} else {
		c.trustee = s.trustee().Text
	}
	return c
}
