package subjects

import (
	"fmt"
	"strconv"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/organization"
)

// ForestNamed is the name of a forest as it was declared.
func (n Names) ForestNamed(forest model.ForestID) string { return n.Model.ForestName(forest) }

// permissionInWords names the folder and the rights too: "Calendar: Editor".
func permissionInWords(e *organization.Entry) string {
	switch {
	case e.Outlook != nil:
		return "Delegate in Outlook"
	case e.Grant.Folder != nil:
		folder := strings.Join(organization.FolderParts(e.Grant.Folder.Path), `\`)
		if folder == "" {
			folder = "All of the mailbox"
		}
		return folder + ": " + words(e.Grant.Folder.AccessRights.Values())
	default:
		return permissionName(e.Permission())
	}
}

// DateText is a day as people write it: 2026-05-31.
func DateText(d model.Date) string { return fmt.Sprintf("%04d-%02d-%02d", d/10000, d/100%100, d%100) }

func plural(n int, one, many string) string {
	if n == 1 {
		return strconv.Itoa(n) + " " + one
	}
	return strconv.Itoa(n) + " " + many
}

// Names says what the things of an organization are called.
type Names struct{ *organization.Organization }

// OnPremises is a forest as it was declared; nil for the cloud.
func (n Names) OnPremises(id model.ForestID) *model.Forest { return n.Model.Forest(id) }

// Origin is the forest that a recipient comes from; nil where it is not known.
func (n Names) Origin(id model.RecipientID) *model.Forest {
	if r := n.Recipient(id); r != nil {
		return n.Model.Forest(r.Origin)
	}
	return nil
}

// Name is what the configuration calls a recipient; "" for none.
func (n Names) Name(id model.RecipientID) string {
	if id == model.NoRecipient {
		return ""
	}
	return n.Model.Recipients[id].ID
}

// mailIdentity is how a cmdlet finds a recipient: by its address where one is declared.
func (n Names) mailIdentity(id model.RecipientID) string {
	if id == model.NoRecipient {
		return ""
	}
	if r := n.Model.Recipients[id]; r.PrimarySMTPAddress != "" {
		return organization.Address(r.PrimarySMTPAddress)
	}
	return n.Model.Recipients[id].ID
}

func (n Names) namesOf(ids []model.RecipientID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = n.Name(id)
	}
	return Listed(names)
}

// placeName is a forest in a sentence.
func (n Names) placeName(id model.ForestID) string {
	if id == model.Cloud {
		return "the cloud"
	}
	return n.Model.ForestName(id)
}

func (n Names) placeNames(ids []model.ForestID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = n.placeName(id)
	}
	return Listed(names)
}

// Listed joins names for a sentence; of a long list, the first ten.
func Listed(names []string) string {
	const most = 10
	if len(names) > most {
		return strings.Join(names[:most], ", ") + " and " + plural(len(names)-most, "other", "others")
	}
	return strings.Join(names, ", ")
}

// TypeName says a type as people do.
func TypeName(t model.RecipientType) string {
	switch t {
	case model.M365Group:
		return "Microsoft 365 group"
	case model.MailEnabledSecurityGroup:
		return "mail-enabled security group"
	case model.SecurityGroup:
		return "security group that is not mail-enabled"
	case model.UserAccount:
		return "user account that is not mail-enabled"
	case model.MailPublicFolder:
		return "mail-enabled public folder"
	default:
		return strings.ReplaceAll(t.String(), "_", " ")
	}
}

// typeText is a type in a sentence, with an article where the name of the placeholder has one.
func typeText(placeholder string, t model.RecipientType) string {
	text := TypeName(t)
	switch {
	case !strings.HasPrefix(placeholder, "a_"):
		return text
	case strings.ContainsRune("aeio", rune(text[0])):
		return "an " + text
	default:
		return "a " + text
	}
}

func permissionName(p model.Permission) string {
	switch p {
	case model.FullAccess:
		return "Full Access"
	case model.SendAs:
		return "Send As"
	case model.SendOnBehalf:
		return "Send on Behalf"
	case model.Folder:
		return "folder permission"
	default:
		return "delegate permission"
	}
}

// words joins the words of a list of an enumeration.
func words[E model.Enumeration](values []E) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = model.Word(v)
	}
	return strings.Join(texts, ", ")
}

// calendarOf is the path of a mailbox's calendar, as far as the Default entry declares it.
func (n Names) calendarOf(id model.RecipientID) string {
	path := "Calendar"
	if g := n.CalendarDefaultGrants[id]; g != nil {
		path = strings.Join(organization.FolderParts(g.Folder.Path), `\`)
	}
	return n.mailIdentity(id) + `:\` + path
}
