package policies

import "sync"

// scope is what a rule is evaluated on; the names are those of the metadata.
type scope string

const (
	grantScope           scope = "grant"
	derivedGrantScope    scope = "derived_grant"
	folderGrantScope     scope = "folder_grant"
	outlookDelegateScope scope = "outlook_delegate"
	batchEntryScope      scope = "batch_entry"
	recipientScope       scope = "recipient"
	forestScope          scope = "forest"
	directorySyncScope   scope = "directory_sync"
	relationshipScope    scope = "organization_relationship"
	invitationScope      scope = "sharing_invitation"
	invitedPersonScope   scope = "invited_person"
	batchScope           scope = "migration_batch"
	batchPersonScope     scope = "batch_person"
	batchMemberScope     scope = "batch_member"
	bulkChangeScope      scope = "bulk_change"
	// An element of the recipients of a bulk change.
	bulkChangeRecipientScope scope = "bulk_change_recipient"
	resourceDelegateScope    scope = "resource_delegate"
	exceptionScope           scope = "exception"
	trusteeScope             scope = "trustee"
	declarationScope         scope = "declaration"
)

// shapes holds the shape of every scope; several scopes share the shape of an entry.
type shapes map[scope]*shape

// The shapes follow from types alone, so they are made once.
var allShapes = sync.OnceValue(func() shapes {
	entry := newShape("entry", entryInput{})
	return shapes{
		grantScope: entry, derivedGrantScope: entry, folderGrantScope: entry, outlookDelegateScope: entry, batchEntryScope: entry, bulkChangeScope: entry,
		bulkChangeRecipientScope: entry, invitedPersonScope: entry,
		recipientScope:        newShape("recipient", recipientInput{}),
		forestScope:           newShape("forest", forestInput{}),
		directorySyncScope:    newShape("directory_sync", directorySyncInput{}),
		relationshipScope:     newShape("organization_relationship", relationshipInput{}),
		invitationScope:       newShape("sharing_invitation", invitationInput{}),
		batchScope:            newShape("migration_batch", batchInput{}),
		batchPersonScope:      newShape("batch_person", batchPersonInput{}),
		batchMemberScope:      newShape("batch_member", batchMemberInput{}),
		resourceDelegateScope: newShape("resource_delegate", resourceDelegateInput{}),
		exceptionScope:        newShape("exception", exceptionInput{}),
		trusteeScope:          newShape("trustee", trusteeInput{}),
		declarationScope:      newShape("declaration", declarationInput{}),
	}
})
