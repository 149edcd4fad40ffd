package facts

import (
	"strings"

	"hybridlint/loader/model"
)

// CmdletOf finds the cmdlet without case, as PowerShell does.
func CmdletOf(name string) Cmdlet {
	if name == "" {
		return 0
	}
	for i, word := range cmdletWords {
		if i > 1 && strings.EqualFold(word, name) {
			return Cmdlet(i)
		}
	}
	return 1
}

// DirectionOf is the arrow from an acting forest to the home of the recipient.
func DirectionOf(acting, home model.ForestID) Direction {
	switch {
	case acting == home:
		return sameForest
	case acting == model.Cloud:
		return cloudToOnPremises
	case home == model.Cloud:
		return onPremisesToCloud
	default:
		return betweenOnPremisesForests
	}
}

// Number is an integer that may be absent.
type Number struct {
	known bool
	Value int32
}

// NumberOf is a number that is declared.
func NumberOf(value int32) Number { return Number{known: true, Value: value} }

// Side is where something is.
type Side uint8

// The sides.
const (
	NoSide Side = iota
	CloudSide
	OnPremisesSide
)

func (Side) Words() []string { return sideWords }

// Direction is the arrow from the acting delegate to the recipient acted on.
type Direction uint8

// The directions.
const (
	noDirection Direction = iota
	sameForest
	cloudToOnPremises
	onPremisesToCloud
	betweenOnPremisesForests
)

func (Direction) Words() []string { return directionWords }

// EntryKind tells the blocks apart that share the facts of an entry.
type EntryKind uint8

// The kinds of entries.
const (
	noEntryKind EntryKind = iota
	GrantEntry
	DerivedGrantEntry
	FolderGrantEntry
	OutlookDelegateEntry
	BulkChangeEntry
	InvitationEntry
	BulkChangeRecipientEntry
)

func (EntryKind) Words() []string { return entryKindWords }

// Answer is a three-valued fact.
type Answer uint8

// The answers.
const (
	noAnswer Answer = iota
	Yes
	No
	Unknown
)

func (Answer) Words() []string { return answerWords }

// AddressMatch compares an address with those of the mailbox it should lead to.
type AddressMatch uint8

// What an address can be.
const (
	NoAddress AddressMatch = iota
	EmptyAddress
	OwnAddress
	ForeignAddress
	UncheckedAddress // the mailbox's addresses are not declared
)

func (AddressMatch) Words() []string { return addressMatchWords }

// Grantor says who gave a permission, seen from the recipient.
type Grantor uint8

// Who may have given a permission.
const (
	NoGrantor Grantor = iota
	GrantedByOwner
	GrantedByRecipient
	SameForestGrantor
	OtherForestGrantor
)

func (Grantor) Words() []string { return grantorWords }

// MemberPlace is where a member of a batch lives, seen from the batch.
type MemberPlace uint8

// Where a member may live.
const (
	noPlace MemberPlace = iota
	AtSource
	AtTarget
	Elsewhere
)

func (MemberPlace) Words() []string { return memberPlaceWords }

// Cmdlet is one of the cmdlets that the documents name, or another.
type Cmdlet uint8

func (Cmdlet) Words() []string { return cmdletWords }

// InvitationRelation says how far an invitation goes.
type InvitationRelation uint8

// How far an invitation may go.
const (
	noRelation InvitationRelation = iota
	SameSideInvitation
	OtherSideInvitation
	OtherOrganizationInvitation
)

func (InvitationRelation) Words() []string { return invitationRelationWords }

var (
	sideWords      = []string{"", "cloud", "on_premises"}
	directionWords = []string{"", "same", "cloud_to_on_premises", "on_premises_to_cloud",
		"on_premises_to_on_premises"}
	entryKindWords = []string{"", "grant", "derived_grant", "folder_grant", "outlook_delegate", "bulk_change",
		"sharing_invitation", "bulk_change_recipient"}
	answerWords             = []string{"", "yes", "no", "unknown"}
	addressMatchWords       = []string{"", "empty", "own", "foreign", "unchecked"}
	memberPlaceWords        = []string{"", "source", "target", "elsewhere"}
	grantorWords            = []string{"", "owner", "recipient", "same_forest", "other_forest"}
	invitationRelationWords = []string{"", "same_side", "other_side", "other_organization"}
	cmdletWords             = []string{"", "other", "Add-MailboxPermission", "Remove-MailboxPermission",
		"Add-RecipientPermission", "Remove-RecipientPermission", "Add-ADPermission", "Remove-ADPermission",
		"Set-Mailbox", "Set-RemoteMailbox", "Set-MailUser", "Set-DistributionGroup",
		"Set-DynamicDistributionGroup", "Set-UnifiedGroup", "Set-MailContact", "Set-MailPublicFolder",
		"Add-MailboxFolderPermission", "Set-MailboxFolderPermission", "Remove-MailboxFolderPermission"}
)

// SideOf is the side of a forest; NoSide where it is none.
func SideOf(f model.ForestID) Side {
	switch {
	case f == model.Cloud:
		return CloudSide
	case f.OnPremises():
		return OnPremisesSide
	default:
		return NoSide
	}
}
