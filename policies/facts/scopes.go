package facts

import (
	"slices"
	"sync"

	"hybridlint/loader/model"
)

// Scope is what a rule is evaluated on; the names are those of the metadata.
type Scope string

// The scopes.
const (
	GrantScope           Scope = "grant"
	DerivedGrantScope    Scope = "derived_grant"
	FolderGrantScope     Scope = "folder_grant"
	OutlookDelegateScope Scope = "outlook_delegate"
	BatchEntryScope      Scope = "batch_entry"
	RecipientScope       Scope = "recipient"
	ForestScope          Scope = "forest"
	DirectorySyncScope   Scope = "directory_sync"
	RelationshipScope    Scope = "organization_relationship"
	InvitationScope      Scope = "sharing_invitation"
	InvitedPersonScope   Scope = "invited_person"
	BatchScope           Scope = "migration_batch"
	BatchPersonScope     Scope = "batch_person"
	BatchMemberScope     Scope = "batch_member"
	BulkChangeScope      Scope = "bulk_change"
	// BulkChangeRecipientScope is an element of the recipients of a bulk change.
	BulkChangeRecipientScope Scope = "bulk_change_recipient"
	ResourceDelegateScope    Scope = "resource_delegate"
	ExceptionScope           Scope = "exception"
	TrusteeScope             Scope = "trustee"
	DeclarationScope         Scope = "declaration"
)

// Shapes gives the shape of every scope; several scopes share the shape of an entry. Shapes follow
// from types alone, so they are made once.
var Shapes = sync.OnceValue(func() map[Scope]*Shape {
	entry := newShape("entry", EntryInput{})
	return map[Scope]*Shape{
		GrantScope: entry, DerivedGrantScope: entry, FolderGrantScope: entry, OutlookDelegateScope: entry,
		BatchEntryScope: entry, BulkChangeScope: entry,
		BulkChangeRecipientScope: entry, InvitedPersonScope: entry,
		RecipientScope:        newShape("recipient", RecipientInput{}),
		ForestScope:           newShape("forest", ForestInput{}),
		DirectorySyncScope:    newShape("directory_sync", DirectorySyncInput{}),
		RelationshipScope:     newShape("organization_relationship", RelationshipInput{}),
		InvitationScope:       newShape("sharing_invitation", InvitationInput{}),
		BatchScope:            newShape("migration_batch", BatchInput{}),
		BatchPersonScope:      newShape("batch_person", BatchPersonInput{}),
		BatchMemberScope:      newShape("batch_member", BatchMemberInput{}),
		ResourceDelegateScope: newShape("resource_delegate", ResourceDelegateInput{}),
		ExceptionScope:        newShape("exception", ExceptionInput{}),
		TrusteeScope:          newShape("trustee", TrusteeInput{}),
		DeclarationScope:      newShape("declaration", DeclarationInput{}),
	}
})

// Scope is the scope of the rules that look at entries of a kind.
func (k EntryKind) Scope() Scope {
	return Scope(model.Word(k))
}

// ScopeNames are the names of the scopes, in the order of the alphabet.
func ScopeNames() []string {
	var names []string
	for s := range Shapes() {
		names = append(names, string(s))
	}
	slices.Sort(names)
	return names
}
