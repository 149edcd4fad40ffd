package model

import (
	"time"

	"hybridlint/loader/sources"
	"hybridlint/report"
)

// ForestID names a forest of a Model: Cloud, or the index into Model.Forests plus one.
type ForestID int16

// The forests that are no index.
const (
	NoForest ForestID = -1 // not declared, or nothing to derive it from
	Cloud    ForestID = 0
)

// OnPremises tells whether the forest is a known one other than the cloud.
func (f ForestID) OnPremises() bool { return f > Cloud }

// RecipientID is an index into Model.Recipients.
type RecipientID int32

// NoRecipient stands where no declared recipient is meant.
const NoRecipient RecipientID = -1

// Date is a calendar day as the number YYYYMMDD; zero is not declared.
type Date int32

// DateOf is a day of the calendar.
func DateOf(day time.Time) Date { return Date(day.Year()*10000 + int(day.Month())*100 + day.Day()) }

// Version is up to four dotted numbers, missing parts 0.
type Version [4]int32

// Model is a configuration that was understood: every reference resolved, every value of its type. Blocks with an error
// are not in it.
type Model struct {
	// Files counts the files that were read.
	Files int
	// Excluded counts the files that were not read, by what excludes them: the patterns as they were given, then cases of rules.
	Excluded []report.Exclusion
	Tenant   *Tenant // nil where none is declared
	// Forests are in the order of their names.
	Forests    []*Forest
	Syncs      []*DirectorySync
	Recipients []*Recipient
	// Grants holds one element per delegate, folder grants among them, in order of files and places.
	Grants           Grants
	OutlookDelegates []*OutlookDelegate
	Invitations      []*SharingInvitation
	Batches          []*MigrationBatch
	BulkChanges      []*BulkChange
	Exceptions       []*Exception
	Plans            []*MigrationPlan
	Ignores          []*Ignore
	// UndeclaredMembers counts the members of groups that name nobody who is declared.
	UndeclaredMembers int
	// Sources are the files that were read, for the text of their lines.
	Sources *sources.Sources
}

// ForestName is the name of a forest as it was declared; "cloud" for the cloud.
func (m *Model) ForestName(f ForestID) string {
	switch {
	case f == Cloud:
		return "cloud"
	case f.OnPremises():
		return m.Forests[f-1].Name
	default:
		return ""
	}
}

// Forest is the on-premises forest; nil for the cloud and for none.
func (m *Model) Forest(f ForestID) *Forest {
	if !f.OnPremises() {
		return nil
	}
	return m.Forests[f-1]
}

// Tenant is the Exchange Online side.
type Tenant struct {
	Block
	Name                      string
	Offering                  Offering
	RoutingDomain             string // by default <label>.mail.onmicrosoft.com
	ModernAuth                Bool
	SendFromAliasEnabled      Bool
	PublicFolders             PublicFolders
	PublicFolderClientControl Bool
	// ExchangeAttributesCloudManagedByDefault is BlockExchangeProvisioningFromOnPremEnabled of the organization.
	ExchangeAttributesCloudManagedByDefault Bool
	Relationships                           []*OrganizationRelationship
	Connectors                              []*IntraOrganizationConnector
}

// OrganizationRelationship is what Holder keeps about Target: it answers requests of Target's users.
type OrganizationRelationship struct {
	Block
	Holder, Target        ForestID
	Exists                Bool
	Enabled               Bool
	FreeBusyAccessEnabled Bool
	FreeBusyAccessLevel   FreeBusyLevel
	FreeBusyAccessScope   string
	DomainNames           []string // nil where not declared
}

// IntraOrganizationConnector is Holder's connector to Target.
type IntraOrganizationConnector struct {
	Block
	Holder, Target ForestID
	Enabled        Bool
}

// Forest is an on-premises Exchange organization.
type Forest struct {
	Block
	Name                       string
	ExchangeVersion            ExchangeVersion
	CumulativeUpdate           int32 // -1 where not declared
	CumulativeUpdateCurrency   Currency
	ACLableSyncedObjectEnabled Bool
	ACLableEnabledOn           Date
	IsResourceForest           Bool
	TrustsLogonForest          Bool
	ModernAuth                 Bool
	DedicatedHybridApp         Bool                        // created and enabled
	Relationship               *OrganizationRelationship   // nil where not declared
	Connector                  *IntraOrganizationConnector // nil where not declared
}

// DirectorySync is one synchronization engine, or the statement that there is none.
type DirectorySync struct {
	Block
	Engine                   Engine
	HasVersion               bool // of Entra Connect
	Version                  Version
	AgentVersion             string
	ExchangeHybridDeployment Bool
	GroupWriteback           Bool // of Entra Connect, version 1
	ExchangeHybridWriteback  Bool
	ExcludedAttributes       []string
}

// Recipient is somebody or something with an address, or an account or group of Active Directory.
type Recipient struct {
	Block
	// ID is the label as written.
	ID                 string
	PrimarySMTPAddress string
	DisplayName        string
	EmailAddresses     []string // nil where not declared
	Objects            []*Object
	// RecipientDetails is never nil; the recipients that declare nothing of it share one.
	*RecipientDetails

	MovedOn Date
	Home    ForestID
	// Origin is the forest a cloud recipient comes from: the declared one, else the only one, else NoForest.
	Origin                        ForestID
	Type                          RecipientType
	UsedBy                        UsedBy
	ExchangeAttributesManagedIn   ManagedIn
	IsDirSynced                   Bool
	ProvisionedBy                 ProvisionedBy
	HiddenFromAddressListsEnabled Bool
	AccountEnabled                Bool
	CalendarDefaultPermission     FolderRight
	PublicFolderClientAccess      Bool
	GroupScope                    GroupScope
}

// RecipientDetails is what few recipients declare.
type RecipientDetails struct {
	Name                string
	DistinguishedName   string
	LinkedMasterAccount string
	LegacyExchangeDN    string
	ResourceDelegates   []RecipientID
	Members             []RecipientID // declared members, without repetition
	// The next four are those of mailboxes. No rule reads them.
	Department, Office string
	SizeGB             int32 // in gigabytes; 0 where not known
	Items              int64 // 0 where not known
}

// Object is how a recipient is represented in another forest.
type Object struct {
	Block
	Forest                   ForestID
	Exists                   Bool
	RecipientTypeDetails     RecipientTypeDetails
	HasDisplayType           bool
	RecipientDisplayType     int64
	CreatedWithACLableSwitch Bool
	HasTargetAddress         bool // declared, perhaps empty
	TargetAddress            string
	PrimarySMTPAddress       string
	EmailAddresses           []string // nil where not declared
	LegacyExchangeDN         string
}

// Entry is what grants, folder grants and Outlook delegates have in common.
type Entry struct {
	Block
	Recipient RecipientID
	// Element is the place of the delegate in `delegates`; -1 where the block names one `delegate`.
	Element int32
	*EntryTerms
}

// EntryTerms are what an entry says beside the two whom it is about. Entries that say the same share them.
type EntryTerms struct {
	State                 State // never zero: planned by default
	UnknownIn             Sides
	PresentIn             Sides
	Clients               Set[Client]
	EstablishedBeforeMove Bool
	// Channel is the declared one or that of the defaults block.
	Channel Channel
}

// Trustee is whom an entry names. Entries that name the same may share one.
type Trustee struct {
	// Text is the delegate as written.
	Text string
	// Recipient is NoRecipient for built-in principals, orphaned security identifiers, Default and Anonymous.
	Recipient RecipientID
	// BuiltIn is what BuiltInPrincipal says of the text.
	BuiltIn bool
}

// Grant is one permission of one delegate; a block with several is as many grants.
type Grant struct {
	Entry
	*GrantTerms
	Delegate *Trustee
}

// GrantTerms are what a grant says beside what every entry says. Grants that say the same share them.
type GrantTerms struct {
	Permission     Permission
	Inherited      Bool
	Deny           Bool
	AutoMapping    Bool
	AccessMethod   AccessMethod // the declared one or that of the defaults block
	Replication    Replication
	Expects        Set[Expectation]
	Procedure      *Procedure      // nil where nothing of it is declared
	OutlookWindows *OutlookWindows // nil where not declared
	Folder         *FolderGrant    // nil but for folder grants
}

// Procedure is how a change is made.
type Procedure struct {
	Cmdlet       string
	IdentityKind IdentityKind
	AppliedOn    ForestID
	// GrantedBy is the declared recipient; GrantedByOwner says that "owner" was written instead.
	GrantedBy             RecipientID
	GrantedByOwner        bool
	GrantedVia            GrantedVia
	SendFromAddress       string
	ChangeMode            ChangeMode
	NewList               []RecipientID // nil where not declared
	OperatorRoleGroups    []string      // nil where not declared
	OperatorHasCustomRole Bool
}

// OutlookWindows is the Outlook for Windows in use.
type OutlookWindows struct {
	Block
	Version    OutlookVersion
	UpdateDate Date
}

// FolderGrant is what only a folder grant has.
type FolderGrant struct {
	Path string
	// Type is FolderType of the mailbox folder statistics; "" where it is not declared.
	Type                   string
	AccessRights           Set[FolderRight]
	SharingPermissionFlags Set[SharingFlag]
	ParentAccessRights     Set[FolderRight]
}

// OutlookDelegate is a manager's delegate.
type OutlookDelegate struct {
	Entry    // Recipient is the manager
	Delegate *Trustee
	// FolderAccessRights in order of the file; names as written.
	FolderAccessRights      []FolderAccessRight
	SendOnBehalf            Bool
	ReceivesMeetingRequests Bool
	PrivateItems            Bool
	DeliveryScope           DeliveryScope
	ManagedBy               ManagedBy
	MovedSeparately         Bool
	ReconfiguredAfterMove   Bool
	StoredLegacyExchangeDN  string
	ListedTwice             Bool
	ListedPermission        string
	X500WrittenBack         Bool
}

// FolderAccessRight is the right of a delegate on one folder.
type FolderAccessRight struct {
	Folder string
	Right  FolderRight
}

// SharingInvitation is an invitation to a calendar.
type SharingInvitation struct {
	Block
	Owner RecipientID
	// Recipient is NoRecipient for an address outside; RecipientText is what was written.
	Recipient           RecipientID
	RecipientText       string
	AcceptingClient     Client
	ViewingClients      Set[Client]
	OutlookChannel      OutlookChannel
	SenderClientUpdated Bool
	Level               SharingLevel
	PolicyMaxLevel      SharingLevel
}

// MigrationBatch is a planned move.
type MigrationBatch struct {
	Block
	Name      string
	Direction Direction
	// SourceForest is the declared one, else the only one, else NoForest.
	SourceForest ForestID
	Members      []RecipientID // as listed, at least one
	// elements are the places of Members in `members`, as written; nil where they are the same.
	elements []int32
	// StartAfter and CompleteAfter are in UTC; nil where they are not declared.
	StartAfter, CompleteAfter *time.Time
	// After are the batches that complete before this one, as listed: element i of `after` is After[i].
	After  []*MigrationBatch
	Status BatchStatus
}

// BulkChange is one change over several recipients.
type BulkChange struct {
	Block
	Name                  string
	Channel               Channel
	AppliedOn             ForestID
	Recipients            []RecipientID
	Permission            Permission
	OperatorRoleGroups    []string // nil where not declared
	OperatorHasCustomRole Bool
}

// Exception is a waiver. What is not declared does not narrow it.
type Exception struct {
	Block
	Rule           string // as written: an id or a name
	Recipient      RecipientID
	Delegate       RecipientID
	DelegateText   string // of a delegate that is no declared recipient
	MigrationBatch *MigrationBatch
	Forest         ForestID
	Rationale      string
	Owner          string
	Expiration     Date
}

// Ignore is a comment `# hybridlint:ignore RULE -- reason` that waives a rule for the block it belongs to.
type Ignore struct {
	Rule      string // as written
	Rationale string
	Location  report.Location
	// Within is the stretch of the block.
	Within report.Location
}
