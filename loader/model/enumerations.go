package model

import "strings"

// An enumeration is a small number with a table of the words of the language. Zero always means "not declared", and its
// word is "".

// Bool is a truth value that may be absent; absent is not false.
type Bool uint8

// The truth values.
const (
	Undeclared Bool = iota
	False
	True
)

// BoolOf is the declared value of a Go truth value.
func BoolOf(b bool) Bool {
	if b {
		return True
	}
	return False
}

// Or is the value, or the default where none is declared.
func (b Bool) Or(otherwise bool) bool {
	if b == Undeclared {
		return otherwise
	}
	return b == True
}

// Words gives the words of the enumeration; the first, "", stands for a value that is not declared.
func (Bool) Words() []string { return boolWords }

// RecipientType is the block type of a recipient.
type RecipientType uint8

// The recipient types.
const (
	NoRecipientType RecipientType = iota
	UserMailbox
	LinkedMailbox
	SharedMailbox
	RoomMailbox
	EquipmentMailbox
	ArbitrationMailbox
	DiscoveryMailbox
	MailUser
	MailContact
	DistributionGroup
	DynamicDistributionGroup
	MailEnabledSecurityGroup
	M365Group
	MailPublicFolder
	UserAccount
	SecurityGroup
)

// Words gives the words of the enumeration.
func (RecipientType) Words() []string { return recipientTypeWords }

func (t RecipientType) String() string { return recipientTypeWords[t] }

// IsMailbox tells whether recipients of the type have a mailbox of their own.
func (t RecipientType) IsMailbox() bool { return t >= UserMailbox && t <= DiscoveryMailbox }

// IsResource tells a room or equipment mailbox.
func (t RecipientType) IsResource() bool { return t == RoomMailbox || t == EquipmentMailbox }

// IsSystem tells an arbitration or discovery mailbox: every organization has those, so they are never counted.
func (t RecipientType) IsSystem() bool { return t == ArbitrationMailbox || t == DiscoveryMailbox }

// IsGroup tells a recipient that has members; everything else is an individual.
func (t RecipientType) IsGroup() bool {
	return t >= DistributionGroup && t <= M365Group || t == SecurityGroup
}

// IsMailEnabled is false for what exists in Active Directory only.
func (t RecipientType) IsMailEnabled() bool { return t != UserAccount && t != SecurityGroup }

// Permission is the label of a grant.
type Permission uint8

// The permissions.
const (
	NoPermission Permission = iota
	FullAccess
	SendAs
	SendOnBehalf
	Folder
)

// Words gives the words of the enumeration.
func (Permission) Words() []string { return permissionWords }

func (p Permission) String() string { return permissionWords[p] }

// The remaining enumerations of the language, each with the words of its table.
type (
	// Offering is the kind of tenant.
	Offering uint8
	// PublicFolders says where public folders live.
	PublicFolders uint8
	// FreeBusyLevel is the level of an organization relationship.
	FreeBusyLevel uint8
	// ExchangeVersion is the newest Exchange of a forest, in order of age.
	ExchangeVersion uint8
	// Currency says how old a cumulative update is.
	Currency uint8
	// Engine is a synchronization engine.
	Engine uint8
	// UsedBy says who opens a mailbox.
	UsedBy uint8
	// ManagedIn says where Exchange attributes are managed.
	ManagedIn uint8
	// ProvisionedBy says how a cloud mailbox came to be.
	ProvisionedBy uint8
	// GroupScope is the scope of an Active Directory group.
	GroupScope uint8
	// RecipientTypeDetails is the kind of object that stands for a recipient.
	RecipientTypeDetails uint8
	// AccessMethod is how a mailbox is opened.
	AccessMethod uint8
	// Replication is how an entry is expected to reach the other side.
	Replication uint8
	// ChangeMode is how a list is changed.
	ChangeMode uint8
	// State tells a wish from an entry that a server has.
	State uint8
	// Client is a program that opens mailboxes.
	Client uint8
	// Channel is the tool through which a change is made.
	Channel uint8
	// IdentityKind is the kind of value given to -Identity.
	IdentityKind uint8
	// GrantedVia is how the grantor opened the mailbox.
	GrantedVia uint8
	// Expectation is what a grant is expected to allow.
	Expectation uint8
	// OutlookVersion is the version of Outlook for Windows.
	OutlookVersion uint8
	// FolderRight is a folder permission, a role or a single right.
	FolderRight uint8
	// SharingFlag is one of Exchange Online's SharingPermissionFlags.
	SharingFlag uint8
	// DeliveryScope says who receives meeting requests.
	DeliveryScope uint8
	// ManagedBy says who manages the delegates of a mailbox.
	ManagedBy uint8
	// OutlookChannel is the update channel of Outlook for Windows.
	OutlookChannel uint8
	// SharingLevel is the level of a sharing invitation, in rising order.
	SharingLevel uint8
	// Direction is the direction of a batch.
	Direction uint8
	// BatchStatus is Exchange's MigrationBatchStatus.
	BatchStatus uint8
)

// The values that Go code, not only policies, has to know.
const (
	MultiTenant Offering = 1

	EntraConnect Engine = 1
	CloudSync    Engine = 2
	NoEngine     Engine = 3

	UsedByApplication UsedBy = 2

	ProvisionedByMigration        ProvisionedBy = 1
	ProvisionedByNewRemoteMailbox ProvisionedBy = 2
	ProvisionedByCloudDirect      ProvisionedBy = 4

	UniversalScope   GroupScope = 1
	GlobalScope      GroupScope = 2
	DomainLocalScope GroupScope = 3

	Planned  State = 1
	Existing State = 2

	Onboarding  Direction = 1
	Offboarding Direction = 2

	// Syncing is the status of a batch that declares none.
	Syncing BatchStatus = 3
	// BatchCompleting is that of a batch which is moving them, and some have moved.
	BatchCompleting BatchStatus = 8
	// BatchCompleted is that of a batch whose mailboxes have moved.
	BatchCompleted BatchStatus = 9

	// MailUserObject is a mail user that stands for a mailbox.
	MailUserObject RecipientTypeDetails = 5

	Exchange2007 ExchangeVersion = 2
	Exchange2010 ExchangeVersion = 3
	Exchange2013 ExchangeVersion = 4
	Exchange2016 ExchangeVersion = 5

	NewOutlookWindows Client = 2

	ContributorRight   FolderRight = 4
	OwnerRight         FolderRight = 11 // the last level; single rights follow
	CreateItemsRight   FolderRight = 12
	FolderVisibleRight FolderRight = 21

	DelegateFlag            SharingFlag = 2
	CanViewPrivateItemsFlag SharingFlag = 3
)

// Words of the enumerations.
func (Offering) Words() []string             { return offeringWords }
func (PublicFolders) Words() []string        { return publicFoldersWords }
func (FreeBusyLevel) Words() []string        { return freeBusyLevelWords }
func (ExchangeVersion) Words() []string      { return exchangeVersionWords }
func (Currency) Words() []string             { return currencyWords }
func (Engine) Words() []string               { return engineWords }
func (UsedBy) Words() []string               { return usedByWords }
func (ManagedIn) Words() []string            { return managedInWords }
func (ProvisionedBy) Words() []string        { return provisionedByWords }
func (GroupScope) Words() []string           { return groupScopeWords }
func (RecipientTypeDetails) Words() []string { return recipientTypeDetailsWords }
func (AccessMethod) Words() []string         { return accessMethodWords }
func (Replication) Words() []string          { return replicationWords }
func (ChangeMode) Words() []string           { return changeModeWords }
func (State) Words() []string                { return stateWords }
func (Client) Words() []string               { return clientWords }
func (Channel) Words() []string              { return channelWords }
func (IdentityKind) Words() []string         { return identityKindWords }
func (GrantedVia) Words() []string           { return grantedViaWords }
func (Expectation) Words() []string          { return expectationWords }
func (OutlookVersion) Words() []string       { return outlookVersionWords }
func (FolderRight) Words() []string          { return folderRightWords }
func (SharingFlag) Words() []string          { return sharingFlagWords }
func (DeliveryScope) Words() []string        { return deliveryScopeWords }
func (ManagedBy) Words() []string            { return managedByWords }
func (OutlookChannel) Words() []string       { return outlookChannelWords }
func (SharingLevel) Words() []string         { return sharingLevelWords }
func (Direction) Words() []string            { return directionWords }
func (BatchStatus) Words() []string          { return batchStatusWords }

// Over tells a batch that nobody needs to look at any more.
func (s BatchStatus) Over() bool {
	switch batchStatusWords[s] {
	case "Completed", "CompletedWithErrors", "CompletedWithWarnings", "Removing", "Removed", "Stopped", "Failed", "Corrupted":
		return true
	default:
		return false
	}
}

// Completed tells a batch that has moved what it could.
func (s BatchStatus) Completed() bool { return strings.HasPrefix(batchStatusWords[s], "Completed") }

// Enumeration is every type of this file.
type Enumeration interface {
	~uint8
	Words() []string
}

// Set is a list of values of one enumeration, without order. The zero Set is a list that is not declared; an empty list
// that is declared is another value.
type Set[E Enumeration] uint64

const declaredList = 1 << 63

// SetOf is the declared list of the values.
func SetOf[E Enumeration](values ...E) Set[E] {
	s := Set[E](declaredList)
	for _, v := range values {
		s |= 1 << v
	}
	return s
}

// Words gives the words of the list's enumeration.
func (s Set[E]) Words() []string {
	var e E
	return e.Words()
}

// Declared tells an absent list from an empty one.
func (s Set[E]) Declared() bool { return s&declaredList != 0 }

// Has tells whether the value is in the list.
func (s Set[E]) Has(v E) bool { return s&(1<<v) != 0 }

// Values lists the values in the order of their table.
func (s Set[E]) Values() []E {
	var values []E
	var e E
	for i := range e.Words() {
		if i > 0 && s.Has(E(i)) {
			values = append(values, E(i))
		}
	}
	return values
}

// Word is the word of a value.
func Word[E Enumeration](v E) string { return v.Words()[v] }

var (
	boolWords          = []string{"", "false", "true"}
	recipientTypeWords = []string{"", "user_mailbox", "linked_mailbox", "shared_mailbox", "room_mailbox", "equipment_mailbox",
		"arbitration_mailbox", "discovery_mailbox", "mail_user", "mail_contact", "distribution_group", "dynamic_distribution_group",
		"mail_enabled_security_group", "m365_group", "mail_public_folder", "user_account", "security_group"}
	permissionWords           = []string{"", "full_access", "send_as", "send_on_behalf", "folder"}
	offeringWords             = []string{"", "multi_tenant", "dedicated_itar"}
	publicFoldersWords        = []string{"", "none", "local", "onprem_legacy", "onprem_modern"}
	freeBusyLevelWords        = []string{"", "None", "AvailabilityOnly", "LimitedDetails"}
	exchangeVersionWords      = []string{"", "2003", "2007", "2010", "2013", "2016", "2019", "SE"}
	currencyWords             = []string{"", "current", "previous", "older"}
	engineWords               = []string{"", "entra_connect", "cloud_sync", "none"}
	usedByWords               = []string{"", "people", "application"}
	managedInWords            = []string{"", "on_premises", "cloud"}
	provisionedByWords        = []string{"", "migration", "new_remote_mailbox", "enable_remote_mailbox", "cloud_direct"}
	groupScopeWords           = []string{"", "universal", "global", "domain_local"}
	recipientTypeDetailsWords = []string{"", "RemoteUserMailbox", "RemoteSharedMailbox", "RemoteRoomMailbox", "RemoteEquipmentMailbox", "MailUser"}
	accessMethodWords         = []string{"", "automap", "additional_mailbox", "additional_account", "owa_explicit_url", "legacy_dn", "calendar_only"}
	replicationWords          = []string{"", "manual", "entra_connect", "cloud_sync", "directory_sync"}
	changeModeWords           = []string{"", "add", "remove", "replace"}
	stateWords                = []string{"", "planned", "existing"}
	clientWords               = []string{"", "outlook_windows", "new_outlook_windows", "owa", "outlook_mac", "outlook_ios", "outlook_android",
		"scheduling_assistant", "smtp", "application"}
	channelWords        = []string{"", "eac", "powershell", "m365_admin_center", "outlook", "owa"}
	identityKindWords   = []string{"", "name", "dn", "email", "upn", "alias", "sam_account_name", "guid", "display_name", "legacy_dn"}
	grantedViaWords     = []string{"", "additional_account"}
	expectationWords    = []string{"", "send", "read", "show_delegate", "replies_to_delegate", "private_items", "calendar_details", "scheduling_assistant_details"}
	outlookVersionWords = []string{"", "2010", "2013", "2016", "2019", "2021", "2024", "m365"}
	folderRightWords    = []string{"", "None", "AvailabilityOnly", "LimitedDetails", "Contributor", "Reviewer", "NonEditingAuthor", "Author", "Editor",
		"PublishingAuthor", "PublishingEditor", "Owner", "CreateItems", "ReadItems", "EditOwnedItems", "EditAllItems", "DeleteOwnedItems",
		"DeleteAllItems", "CreateSubfolders", "FolderOwner", "FolderContact", "FolderVisible"}
	sharingFlagWords    = []string{"", "None", "Delegate", "CanViewPrivateItems"}
	deliveryScopeWords  = []string{"", "delegates_only", "delegates_and_me", "delegates_and_send_information_to_me"}
	managedByWords      = []string{"", "owner", "admin"}
	outlookChannelWords = []string{"", "msi", "c2r_semi_annual", "c2r_monthly"}
	sharingLevelWords   = []string{"", "AvailabilityOnly", "LimitedDetails", "Reviewer"}
	directionWords      = []string{"", "onboarding", "offboarding"}
	batchStatusWords    = []string{"", "Created", "Starting", "Syncing", "IncrementalSyncing", "Synced", "SyncedWithErrors", "Waiting",
		"Completing", "Completed", "CompletedWithErrors", "CompletedWithWarnings", "Stopping", "Stopped", "Removing", "Removed", "Failed", "Corrupted"}
)
