package policies

import (
	"hybridlint/policies/facts"

	"strings"

	"hybridlint/loader"
	"hybridlint/report"
)

// subject is what a rule was evaluated on: it knows where it stands, what it is called, and the names that enter a message.
type subject interface {
	// locate finds the place of an attribute of the subject's block; what is not declared falls back to something near.
	// forests are those in which the rule fired.
	locate(at []string, forests []loader.ForestID) report.Location
	// describe says what the subject is, in words.
	describe() string
	// key says the same so that it does not change with case, lines or files.
	key() string
	// body is what was declared, as the loader read it; nil where the key tells all subjects apart.
	body() any
	// block is where the subject was declared, for comments that waive a rule there.
	block() *loader.Block
	// text is the value of a placeholder in a message; forests are those in which the rule fired.
	text(name string, forests []loader.ForestID) string
	// identity is the value of a placeholder as an argument of a cmdlet; ok is false where the text serves as well.
	identity(name string) (text string, ok bool)
	// literal is the value of a placeholder that stands in a command as it is; ok is false for all others.
	literal(name string) (text string, ok bool)
	// side is where a fix is made.
	side(where string, forests []loader.ForestID) facts.Side
	// onPremises is a forest as it was declared; nil for the cloud.
	onPremises(id loader.ForestID) *loader.Forest
	// origin is the forest that a recipient comes from; nil where it is not known.
	origin(id loader.RecipientID) *loader.Forest
	// fold is the value of a fold key.
	fold(key report.Fold, forests []loader.ForestID) string
	related() []report.Related
	// culprits are the recipients and delegates behind a finding.
	culprits() []string
	// concerns are what an exception can be narrowed by.
	concerns() concerns
}

// concerns is whom and what a subject is about.
type concerns struct {
	recipients []loader.RecipientID // the recipient, manager, owner or the subject itself
	delegates  []loader.RecipientID
	trustee    string // a delegate that is no declared recipient
	batch      *loader.MigrationBatch
	forests    []loader.ForestID
}

func (j *join) onPremises(id loader.ForestID) *loader.Forest { return j.model.Forest(id) }

func (j *join) origin(id loader.RecipientID) *loader.Forest {
	if r := j.recipient(id); r != nil {
		return j.model.Forest(r.Origin)
	}
	return nil
}

func (j *join) name(id loader.RecipientID) string {
	if id == loader.NoRecipient {
		return ""
	}
	return j.model.Recipients[id].ID
}

// mailIdentity is how a cmdlet finds a recipient: by its address where one is declared.
func (j *join) mailIdentity(id loader.RecipientID) string {
	if id == loader.NoRecipient {
		return ""
	}
	if r := j.model.Recipients[id]; r.PrimarySMTPAddress != "" {
		return address(r.PrimarySMTPAddress)
	}
	return j.model.Recipients[id].ID
}

func (j *join) names(ids []loader.RecipientID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = j.name(id)
	}
	return listed(names)
}

// placeName is a forest in a sentence.
func (j *join) placeName(id loader.ForestID) string {
	if id == loader.Cloud {
		return "the cloud"
	}
	return j.model.ForestName(id)
}

func (j *join) placeNames(ids []loader.ForestID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = j.placeName(id)
	}
	return listed(names)
}

// listed joins names for a sentence; of a long list, the first ten.
func listed(names []string) string {
	const most = 10
	if len(names) > most {
		return strings.Join(names[:most], ", ") + " and " + plural(len(names)-most, "other", "others")
	}
	return strings.Join(names, ", ")
}

// typeNames say a type as people do.
func typeName(t loader.RecipientType) string {
	switch t {
	case loader.M365Group:
		return "Microsoft 365 group"
	case loader.MailEnabledSecurityGroup:
		return "mail-enabled security group"
	case loader.SecurityGroup:
		return "security group that is not mail-enabled"
	case loader.UserAccount:
		return "user account that is not mail-enabled"
	case loader.MailPublicFolder:
		return "mail-enabled public folder"
	default:
		return strings.ReplaceAll(t.String(), "_", " ")
	}
}

// typeText is a type in a sentence, with an article where the name of the placeholder has one.
func typeText(placeholder string, t loader.RecipientType) string {
	text := typeName(t)
	switch {
	case !strings.HasPrefix(placeholder, "a_"):
		return text
	case strings.ContainsRune("aeio", rune(text[0])):
		return "an " + text
	default:
		return "a " + text
	}
}

func permissionName(p loader.Permission) string {
	switch p {
	case loader.FullAccess:
		return "Full Access"
	case loader.SendAs:
		return "Send As"
	case loader.SendOnBehalf:
		return "Send on Behalf"
	case loader.Folder:
		return "folder permission"
	default:
		return "delegate permission"
	}
}

// words joins the words of a list of an enumeration.
func words[E loader.Enumeration](values []E) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = loader.Word(v)
	}
	return strings.Join(texts, ", ")
}
