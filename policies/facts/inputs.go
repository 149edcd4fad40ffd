package facts

import (
	"hybridlint/loader/model"
)

// InvitationInput is the input of the scope sharing_invitation.
type InvitationInput struct {
	Invitation Invitation `rego:"invitation"`
}

// Invitation is a sharing invitation.
type Invitation struct {
	Relation      InvitationRelation `rego:"relation"`
	OwnerHome     Side               `rego:"owner_home"`
	RecipientHome Side               `rego:"recipient_home"`
	// RecipientOnPremisesMailbox: whoever is invited is a mailbox with an on-premises home.
	RecipientOnPremisesMailbox bool                    `rego:"recipient_on_premises_mailbox"`
	AcceptingClient            model.Client            `rego:"accepting_client"`
	ViewingClients             model.Set[model.Client] `rego:"viewing_clients"`
	OutlookChannel             model.OutlookChannel    `rego:"outlook_channel"`
	SenderClientUpdated        model.Bool              `rego:"sender_client_updated"`
	Level                      model.SharingLevel      `rego:"level"`
	PolicyMaxLevel             model.SharingLevel      `rego:"policy_max_level"`
}

// BatchInput is the input of the scope migration_batch: an open batch in its step.
type BatchInput struct {
	Organization Organization    `rego:"organization"`
	Direction    model.Direction `rego:"direction"`
	SourceForest Forest          `rego:"source_forest"`
	// FirstOnboarding: no open onboarding batch comes before it in the sequence.
	FirstOnboarding bool `rego:"first_onboarding"`
	// FirstNonResource: it moves a mailbox that is no room or equipment, and none before it moves
	// one of this forest.
	FirstNonResource bool `rego:"first_to_move_non_resource"`
}

// BatchMemberInput is the input of the scope batch_member: an element of the members of a batch,
// open or over.
type BatchMemberInput struct {
	Direction model.Direction `rego:"direction"`
	Open      bool            `rego:"open"`
	Completed bool            `rego:"completed"`
	// Completing: the status says that it is being completed.
	Completing bool                `rego:"completing"`
	Type       model.RecipientType `rego:"type"`
	Mailbox    bool                `rego:"mailbox"`
	// Place is where the member lives before the step, seen from the batch; of a batch that is
	// over, where it lives.
	Place MemberPlace `rego:"place"`
	// InEarlierBatch: an open batch before it in the sequence has the same member; ListedBefore: an
	// element before it does.
	InEarlierBatch bool `rego:"in_earlier_batch"`
	ListedBefore   bool `rego:"listed_before"`
	Moves          bool `rego:"moves"` // some open batch moves it
	// TriedAgain: it is in an open batch of the same direction. CameBack: in a completed one of the
	// other direction.
	TriedAgain bool `rego:"tried_again"`
	CameBack   bool `rego:"came_back"`
}

// BatchPersonInput is the input of the scope batch_person: an individual with a mailbox who
// receives permissions from mailboxes that are together with it before a step.
type BatchPersonInput struct {
	// GrantingMailboxes counts these mailboxes.
	GrantingMailboxes Number `rego:"granting_mailboxes"`
	// Parts: the step parts the person from one of them.
	Parts bool `rego:"parts"`
	// Application: the person is an application.
	Application bool `rego:"application"`
}

// ResourceDelegateInput is the input of the scope resource_delegate: an element of
// resource_delegates.
type ResourceDelegateInput struct {
	Recipient Recipient `rego:"recipient"`
	Delegate  Recipient `rego:"delegate"`
	// MemberInCloud: a declared member of the group, nested ones too, is a mailbox in the cloud.
	MemberInCloud bool `rego:"member_in_cloud"`
}

// ExceptionInput is the input of the scope exception: an exception block or an ignore comment.
type ExceptionInput struct {
	Exception Exception `rego:"exception"`
}

// Exception is an exception block or an ignore comment.
type Exception struct {
	// Expired: the expiration is before today, which the command line says.
	Expired bool `rego:"expired"`
	// EndsSoon: it hides findings still, and the settings want it to be told so many days before
	// its end.
	EndsSoon bool `rego:"ends_soon"`
	// Used: it matches a finding. Judged: its rule ran and the run was complete, or the settings
	// let no comment hide anything.
	Used   bool `rego:"used"`
	Judged bool `rego:"judged"`
}

// DeclarationInput is the input of the scope declaration: an entry as it is declared, be it denied,
// inherited or of an account that is gone.
type DeclarationInput struct {
	// Repeated: the same entry is declared before; names are compared resolved.
	Repeated bool `rego:"repeated"`
}

// TrusteeInput is the input of the scope trustee: an entry's delegate that is no declared
// recipient.
type TrusteeInput struct {
	// OrphanedIdentifier: the delegate is only the security identifier of a domain account.
	OrphanedIdentifier bool `rego:"orphaned_identifier"`
	// Permission, the recipient's home and the sides of the entry choose the cmdlet that removes it.
	Permission model.Permission `rego:"permission"`
	Home       Side             `rego:"home"`
	PresentIn  BothSides        `rego:"present_in"`
}
