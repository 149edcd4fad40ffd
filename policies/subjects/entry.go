package subjects

import (
	"fmt"
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/policies/organization"
	"hybridlint/report"
)

// Entry is a grant, a folder grant or an Outlook delegate, derived grant included.
type Entry struct {
	Names
	*organization.Entry
}

func (s Entry) Block() *model.Block { return &s.Base().Block }

func (s Entry) Body() any {
	if s.Outlook != nil {
		return s.Outlook
	}
	return s.Grant
}

func (s Entry) Locate(at []string, _ []model.ForestID) report.Location {
	block := s.Block()
	if element := s.Base().Element; element >= 0 {
		return block.Locate("delegates", int(element))
	}
	attribute := "delegate"
	if len(at) > 0 {
		attribute = at[0]
	}
	if s.Outlook != nil && attribute == "recipient" {
		attribute = "manager"
	}
	if attribute == "update_date" && s.Grant != nil && s.Grant.OutlookWindows != nil {
		return s.Grant.OutlookWindows.Locate(attribute, -1)
	}
	if !block.Declares(attribute) {
		attribute = "delegate"
	}
	return block.Locate(attribute, -1)
}

func (s Entry) Describe() string {
	recipient, delegate := s.Name(s.Base().Recipient), s.Trustee().Text
	switch s.Kind {
	case facts.FolderGrantEntry:
		return fmt.Sprintf(
			"grant folder %s on %s:\\%s",
			delegate,
			recipient,
			strings.Join(organization.FolderParts(s.Grant.Folder.Path), `\`),
		)
	case facts.OutlookDelegateEntry, facts.DerivedGrantEntry:
		return fmt.Sprintf("outlook_delegate %s of %s", delegate, recipient)
	default:
		return fmt.Sprintf("grant %s %s on %s", s.Permission(), delegate, recipient)
	}
}

func (s Entry) Key() string {
	delegate := s.Trustee().Text
	if id := s.Trustee().Recipient; id != model.NoRecipient {
		delegate = s.Name(id)
	}
	parts := []string{"entry", model.Word(s.Kind), s.Permission().String(), s.Name(s.Base().Recipient), delegate}
	if s.Grant != nil && s.Grant.Folder != nil {
		parts = append(parts, strings.Join(organization.FolderParts(s.Grant.Folder.Path), `\`))
	}
	return strings.ToLower(strings.Join(parts, "\x00"))
}

func (s Entry) Text(name string, forests []model.ForestID) string {
	base := s.Base()
	switch name {
	case "recipient", "manager":
		return s.Name(base.Recipient)
	case "delegate":
		return s.Trustee().Text
	case "stored_x500":
		text, _ := s.Argument(name)
		return text
	case "delegate_people", "delegate_works":
		return s.delegatePeople(name)
	case "recipient_routing_address":
		text, _ := s.routingAddress(base.Recipient)
		return text
	case "delegate_routing_address":
		text, _ := s.routingAddress(s.Trustee().Recipient)
		return text
	case "acting":
		return s.placeNames(forests)
	case "home":
		return s.placeName(s.Model.Recipients[base.Recipient].Home)
	case "delegate_home":
		if r := s.Recipient(s.Trustee().Recipient); r != nil {
			return s.placeName(r.Home)
		}
		return ""
	case "permission":
		return permissionName(s.Permission())
	case "recipient_type", "a_recipient_type":
		return typeText(name, s.Model.Recipients[base.Recipient].Type)
	case "delegate_type", "a_delegate_type":
		if r := s.Recipient(s.Trustee().Recipient); r != nil {
			return typeText(name, r.Type)
		}
		return ""
	case "primary_address":
		for _, f := range slices.Concat(forests, []model.ForestID{s.Model.Recipients[base.Recipient].Home}) {
			if primary := s.PrimaryAddress(base.Recipient, f); primary != "" {
				return organization.Address(primary)
			}
		}
		return ""
	default:
		return s.grantText(name)
	}
}

// grantText is the value of a placeholder that only a grant block has.
func (s Entry) grantText(name string) string {
	g := s.Grant
	if g == nil {
		if name == "folder" {
			return "the mailbox folders"
		}
		return ""
	}
	switch name {
	case "replication":
		return strings.ReplaceAll(model.Word(g.Replication), "_", " ")
	case "others":
		return s.namesOf(s.Overwritten(g))
	case "folder", "parent_folder", "access_rights", "parent_rights", "flags", "recipient_folder", "recipient_root":
		return s.folderText(name)
	case "send_from_address":
		if g.Procedure != nil && g.Procedure.SendFromAddress != "" {
			return organization.Address(g.Procedure.SendFromAddress)
		}
		return organization.Address(s.Model.Recipients[g.Recipient].PrimarySMTPAddress)
	case "outlook_version", "outlook_update_date":
		if g.OutlookWindows == nil {
			return ""
		}
		if name == "outlook_version" {
			return model.Word(g.OutlookWindows.Version)
		}
		return DateText(g.OutlookWindows.UpdateDate)
	case "applied_on":
		if g.Procedure != nil && g.Procedure.AppliedOn != model.NoForest {
			return s.placeName(g.Procedure.AppliedOn)
		}
		return s.placeName(s.Model.Recipients[g.Recipient].Home)
	}
	if g.Procedure == nil {
		return ""
	}
	switch name {
	case "cmdlet":
		return g.Procedure.Cmdlet
	case "identity_kind":
		return model.Word(g.Procedure.IdentityKind)
	case "granted_by":
		return s.Name(g.Procedure.GrantedBy)
	case "operator_groups":
		if len(g.Procedure.OperatorRoleGroups) == 0 {
			return "no role group"
		}
		return Listed(g.Procedure.OperatorRoleGroups)
	}
	return ""
}

// delegatePeople is the delegate as somebody who does something: of a group it is people of it.
func (s Entry) delegatePeople(name string) string {
	people, verb := s.Trustee().Text, " works"
	if r := s.Recipient(s.Trustee().Recipient); r != nil && r.Type.IsGroup() {
		people, verb = "people of "+people, " work"
	}
	if name == "delegate_people" {
		return people
	}
	return people + verb
}

func (s Entry) folderText(name string) string {
	f := s.Grant.Folder
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
		parts := organization.FolderParts(f.Path)
		return strings.Join(parts[:max(len(parts)-1, 0)], `\`)
	default:
		return ""
	}
}

func (s Entry) Argument(name string) (string, bool) {
	mailbox := s.mailIdentity(s.Base().Recipient)
	switch name {
	case "recipient", "manager":
		return mailbox, true
	case "delegate":
		if id := s.Trustee().Recipient; id != model.NoRecipient {
			return s.mailIdentity(id), true
		}
		return s.Trustee().Text, true
	case "stored_x500":
		if s.Outlook == nil {
			return "", false
		}
		return "X500:" + s.Outlook.StoredLegacyExchangeDN, true
	case "delegate_account":
		return s.account(s.Trustee()), true
	case "recipient_any_folder":
		return mailbox + `:\<folder>`, true
	case "recipient_folder":
		return mailbox + `:\` + strings.Join(s.folderPath(), `\`), true
	case "recipient_calendar":
		if s.Grant != nil && s.Grant.Folder != nil && s.Grant.Folder.Calendar() == model.True {
			return mailbox + `:\` + strings.Join(s.folderPath(), `\`), true
		}
		return s.calendarOf(s.Base().Recipient), true
	case "recipient_root":
		return mailbox + `:\`, true
	case "parent_folder":
		return mailbox + `:\` + s.folderText("parent_folder"), true
	default:
		return "", false
	}
}

func (s Entry) Literal(name string) (string, bool) {
	switch name {
	case "delegate_routing_address":
		return s.RoutingArgument(s.Trustee().Recipient), true
	case "delegate_name":
		return s.nameArgument(s.Trustee().Recipient), true
	case "parent_rights":
		return strings.ReplaceAll(s.folderText(name), ", ", ","), s.Grant != nil && s.Grant.Folder != nil
	case "access_rights":
		// Words of an enumeration; a quoted list would be one word.
		return strings.ReplaceAll(s.folderText(name), ", ", ","), s.Grant != nil && s.Grant.Folder != nil
	default:
		return s.RecipientLiteral(s.Base().Recipient, name)
	}
}

func (s Entry) folderPath() []string {
	if s.Grant == nil || s.Grant.Folder == nil {
		return []string{"Calendar"}
	}
	return organization.FolderParts(s.Grant.Folder.Path)
}

func (s Entry) Side(where string, forests []model.ForestID) facts.Side {
	if where == metadata.WhereActingForest && len(forests) > 0 {
		return facts.SideOf(forests[0])
	}
	return facts.SideOf(s.Model.Recipients[s.Base().Recipient].Home)
}

func (s Entry) FoldKey(key report.Fold, forests []model.ForestID) string {
	switch key {
	case report.FoldDelegate:
		return s.Trustee().Text
	case report.FoldForest:
		for _, f := range slices.Concat([]model.ForestID{s.Model.Recipients[s.Base().Recipient].Home}, forests) {
			if f.OnPremises() {
				return s.Model.ForestName(f)
			}
		}
		return ""
	default:
		return s.Name(s.Base().Recipient)
	}
}

func (s Entry) Related() []report.Related {
	related := []report.Related{s.declared(s.Base().Recipient)}
	if id := s.Trustee().Recipient; id != model.NoRecipient && id != s.Base().Recipient {
		related = append(related, s.declared(id))
	}
	return related
}

// declared points at where a recipient is declared.
func (n Names) declared(id model.RecipientID) report.Related {
	r := n.Model.Recipients[id]
	return report.Related{Message: r.ID + " is declared here", Location: r.Location()}
}

func (s Entry) Culprits() []string {
	return []string{s.Name(s.Base().Recipient), s.Trustee().Text}
}

func (s Entry) Concerns() Concerns {
	c := Concerns{
		Recipients: []model.RecipientID{s.Base().Recipient},
		Forests:    []model.ForestID{s.Model.Recipients[s.Base().Recipient].Home},
	}
	if id := s.Trustee().Recipient; id != model.NoRecipient {
		c.Delegates = []model.RecipientID{id}
		c.Forests = append(c.Forests, s.ActingForests[id]...)
	} else {
		c.Trustee = s.Trustee().Text
	}
	return c
}
