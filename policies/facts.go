package policies

import "hybridlint/loader"

// The facts that policies see. Each scope has one struct, and everything else is made from it: the JSON schema against
// which policies are compiled, the input of an evaluation, and the key under which an answer is remembered. A fact that
// is not declared is undefined in Rego; truth values written as Go bools are always defined. No fact is a name: names
// enter a finding afterwards.
//
// The structs hold small comparable values only, so that a whole subject is a map key.

// number is an integer that may be absent.
type number struct {
	known bool
	value int32
}

func numberOf(value int32) number { return number{known: true, value: value} }

// side is where something is.
type side uint8

const (
	noSide side = iota
	cloudSide
	onPremisesSide
)

func (side) Words() []string { return sideWords }

// direction is the arrow from the acting delegate to the recipient acted on.
type direction uint8

const (
	noDirection direction = iota
	sameForest
	cloudToOnPremises
	onPremisesToCloud
	betweenOnPremisesForests
)

func (direction) Words() []string { return directionWords }

// entryKind tells the blocks apart that share the facts of an entry.
type entryKind uint8

const (
	noEntryKind entryKind = iota
	grantEntry
	derivedGrantEntry
	folderGrantEntry
	outlookDelegateEntry
	bulkChangeEntry
	invitationEntry
	bulkChangeRecipientEntry
)

func (entryKind) Words() []string { return entryKindWords }

// answer is a three-valued fact.
type answer uint8

const (
	noAnswer answer = iota
	yes
	no
	unknown
)

func (answer) Words() []string { return answerWords }

// addressMatch compares an address with those of the mailbox it should lead to.
type addressMatch uint8

const (
	noAddress addressMatch = iota
	emptyAddress
	ownAddress
	foreignAddress
	uncheckedAddress // the mailbox's addresses are not declared
)

func (addressMatch) Words() []string { return addressMatchWords }

// grantor says who gave a permission, seen from the recipient.
type grantor uint8

const (
	noGrantor grantor = iota
	owner
	recipientItself
	sameForestGrantor
	otherForestGrantor
)

func (grantor) Words() []string { return grantorWords }

// memberPlace is where a member of a batch lives, seen from the batch.
type memberPlace uint8

const (
	noPlace memberPlace = iota
	atSource
	atTarget
	elsewhere
)

func (memberPlace) Words() []string { return memberPlaceWords }

// cmdlet is one of the cmdlets that the documents name, or another.
type cmdlet uint8

func (cmdlet) Words() []string { return cmdletWords }

// invitationRelation says how far an invitation goes.
type invitationRelation uint8

const (
	noRelation invitationRelation = iota
	sameSideInvitation
	otherSideInvitation
	otherOrganizationInvitation
)

func (invitationRelation) Words() []string { return invitationRelationWords }

var (
	sideWords               = []string{"", "cloud", "on_premises"}
	directionWords          = []string{"", "same", "cloud_to_on_premises", "on_premises_to_cloud", "on_premises_to_on_premises"}
	entryKindWords          = []string{"", "grant", "derived_grant", "folder_grant", "outlook_delegate", "bulk_change", "sharing_invitation", "bulk_change_recipient"}
	answerWords             = []string{"", "yes", "no", "unknown"}
	addressMatchWords       = []string{"", "empty", "own", "foreign", "unchecked"}
	memberPlaceWords        = []string{"", "source", "target", "elsewhere"}
	grantorWords            = []string{"", "owner", "recipient", "same_forest", "other_forest"}
	invitationRelationWords = []string{"", "same_side", "other_side", "other_organization"}
	cmdletWords             = []string{"", "other", "Add-MailboxPermission", "Remove-MailboxPermission", "Add-RecipientPermission",
		"Remove-RecipientPermission", "Add-ADPermission", "Remove-ADPermission", "Set-Mailbox", "Set-RemoteMailbox", "Set-MailUser",
		"Set-DistributionGroup", "Set-DynamicDistributionGroup", "Set-UnifiedGroup", "Set-MailContact", "Set-MailPublicFolder",
		"Add-MailboxFolderPermission", "Set-MailboxFolderPermission", "Remove-MailboxFolderPermission"}
)

// entryFacts is what a grant, folder grant or Outlook delegate declares (or a defaults block for it).
type entryFacts struct {
	Kind       entryKind         `rego:"kind"`
	Permission loader.Permission `rego:"permission"` // of grants, derived ones and folder grants
	State      loader.State      `rego:"state"`
	// Application: the delegate is an application, or only applications use the entry.
	Application           bool                           `rego:"application"`
	EstablishedBeforeMove loader.Bool                    `rego:"established_before_move"`
	Clients               loader.Set[loader.Client]      `rego:"clients"`
	Channel               loader.Channel                 `rego:"channel"`
	Expects               loader.Set[loader.Expectation] `rego:"expects"`

	AutoMapping    loader.Bool           `rego:"auto_mapping"`
	AccessMethod   loader.AccessMethod   `rego:"access_method"`
	Inherited      bool                  `rego:"inherited"`
	Replication    loader.Replication    `rego:"replication"`
	OutlookVersion loader.OutlookVersion `rego:"outlook_version"`
	// OutlookUpdateDate is "YYYY-MM-DD" in Rego.
	OutlookUpdateDate loader.Date `rego:"outlook_update_date"`
	// DerivedByDefault: a derived grant whose outlook_delegate does not declare send_on_behalf.
	DerivedByDefault bool `rego:"derived_by_default"`

	PresentIn entrySides `rego:"present_in"` // by default the recipient's home
	UnknownIn entrySides `rego:"unknown_in"`

	// SendFromAddressIsPrimary compares send_from_address with the primary address of the recipient's object in the acting
	// forest, or of the mailbox where none is declared there.
	SendFromAddressIsPrimary loader.Bool         `rego:"send_from_address_is_primary"`
	Cmdlet                   cmdlet              `rego:"cmdlet"`
	IdentityKind             loader.IdentityKind `rego:"identity_kind"`
	// AppliedOn is where the cmdlet is run, by default the recipient's home; of a bulk change, where they share one.
	AppliedOn        side                   `rego:"applied_on"`
	AppliedAtHome    bool                   `rego:"applied_at_home"`
	AppliedOnVersion loader.ExchangeVersion `rego:"applied_on_exchange_version"`
	GrantedBy        grantor                `rego:"granted_by"`
	GrantedVia       loader.GrantedVia      `rego:"granted_via"`
	ChangeMode       loader.ChangeMode      `rego:"change_mode"`
	Operator         operatorFacts          `rego:"operator"`

	// Folder grants only. Default and Anonymous are no delegates: the folder rules look at named delegates.
	NamedDelegate bool `rego:"named_delegate"`
	// Calendar is undefined where nobody knows what the folder is.
	Calendar loader.Bool `rego:"calendar"`
	// DefaultLevel is the level that the rights of Default amount to, undefined for others and where they are none.
	DefaultLevel           loader.FolderRight             `rego:"default_level"`
	Subfolder              bool                           `rego:"subfolder"`
	AccessRights           loader.Set[loader.FolderRight] `rego:"access_rights"`
	AccessRightsCount      number                         `rego:"access_rights_count"`
	SharingPermissionFlags loader.Set[loader.SharingFlag] `rego:"sharing_permission_flags"`
	ParentAccessRights     loader.Set[loader.FolderRight] `rego:"parent_access_rights"`

	// Bulk changes only. MixedTypes: the recipients are of more than one type.
	MixedTypes bool `rego:"mixed_types"`
}

// entrySides tells on which sides an entry is listed.
type entrySides struct {
	ActingForest bool `rego:"acting_forest"`
	Home         bool `rego:"home"`
	Cloud        bool `rego:"cloud"`
	OnPremises   bool `rego:"on_premises"`  // any on-premises forest
	BatchTarget  bool `rego:"batch_target"` // where people of the delegate move
}

// operatorFacts is who makes a change.
type operatorFacts struct {
	Declared               bool `rego:"declared"`
	OrganizationManagement bool `rego:"organization_management"`
	RecipientManagement    bool `rego:"recipient_management"`
	// EntraAdministrator: Exchange or Global Administrator, or a group that stands for them in Exchange Online.
	EntraAdministrator     bool `rego:"entra_administrator"`
	HelpDesk               bool `rego:"help_desk"`
	PublicFolderManagement bool `rego:"public_folder_management"`
	SSASERemoteMailbox     bool `rego:"ssa_se_remote_mailbox"`
	CustomRole             bool `rego:"custom_role"`
}

// outlookDelegateFacts is what only an outlook_delegate declares.
type outlookDelegateFacts struct {
	// CalendarRight is the right on the folder with the name of a calendar.
	CalendarRight           loader.FolderRight   `rego:"calendar_right"`
	ReceivesMeetingRequests bool                 `rego:"receives_meeting_requests"`
	PrivateItems            bool                 `rego:"private_items"`
	DeliveryScope           loader.DeliveryScope `rego:"delivery_scope"`
	ManagedBy               loader.ManagedBy     `rego:"managed_by"`
	MovedSeparately         loader.Bool          `rego:"moved_separately"`
	ReconfiguredAfterMove   bool                 `rego:"reconfigured_after_move"`
	// StoredLegacyExchangeDNIsCurrent compares the stored DN with the delegate's current one in the manager's forest, seen
	// from the acting forest.
	StoredLegacyExchangeDNIsCurrent loader.Bool `rego:"stored_legacy_exchange_dn_is_current"`
	ListedTwice                     bool        `rego:"listed_twice"`
	ListedWithNone                  bool        `rego:"listed_with_permission_none"`
	X500WrittenBack                 bool        `rego:"x500_written_back"`
}

// recipientFacts is a recipient, or the delegate as a recipient. Mailbox, ResourceMailbox, SystemMailbox and Group follow
// from the type.
type recipientFacts struct {
	Declared                    bool                 `rego:"declared"` // false for Default and Anonymous
	Type                        loader.RecipientType `rego:"type"`
	Mailbox                     bool                 `rego:"mailbox"`
	ResourceMailbox             bool                 `rego:"resource_mailbox"`
	SystemMailbox               bool                 `rego:"system_mailbox"`
	Group                       bool                 `rego:"group"`
	Home                        side                 `rego:"home"`
	ProvisionedBy               loader.ProvisionedBy `rego:"provisioned_by"`
	IsDirSynced                 loader.Bool          `rego:"is_dir_synced"`
	ExchangeAttributesManagedIn loader.ManagedIn     `rego:"exchange_attributes_managed_in"`
	Hidden                      loader.Bool          `rego:"hidden_from_address_lists_enabled"`
	AccountEnabled              loader.Bool          `rego:"account_enabled"`
	LinkedMasterAccount         bool                 `rego:"linked_master_account_declared"`
	PublicFolderClientAccess    loader.Bool          `rego:"public_folder_client_access"`
	CalendarDefaultPermission   loader.FolderRight   `rego:"calendar_default_permission"`
	DisplayNameIsName           bool                 `rego:"display_name_is_name"`
	GroupScope                  loader.GroupScope    `rego:"group_scope"`
	// ExplicitFullAccessEntries counts allow and deny entries that are not inherited; what is declared again counts once.
	ExplicitFullAccessEntries number `rego:"explicit_full_access_entries"`
	// OtherSideHoldsMailbox: the side that is not its home holds a mailbox that counts.
	OtherSideHoldsMailbox bool `rego:"other_side_holds_mailbox"`
	// OnPremisesMailbox: it is a mailbox with an on-premises home, or has one among its declared members.
	OnPremisesMailbox bool `rego:"on_premises_mailbox"`
	// OnPremisesObjectDeclared: an object block for an on-premises forest says that the object exists.
	OnPremisesObjectDeclared bool `rego:"on_premises_object_declared"`
	// OnPremisesObjectMissing: one says that it does not.
	OnPremisesObjectMissing bool `rego:"on_premises_object_missing"`
	// OriginObjectMissing: one for the origin says that it does not.
	OriginObjectMissing bool `rego:"origin_object_missing"`
}

// objectFacts is how a recipient is represented in one forest, which the section's place names.
type objectFacts struct {
	// AtHome: the forest is the recipient's home, there is no other object.
	AtHome  bool   `rego:"at_home"`
	InCloud bool   `rego:"in_cloud"`
	Origin  answer `rego:"forest_is_origin"`
	// Exists is what the object block says: true by default, undefined where there is no block.
	Exists                   loader.Bool                 `rego:"exists"`
	RecipientTypeDetails     loader.RecipientTypeDetails `rego:"recipient_type_details"`
	RecipientDisplayType     number                      `rego:"recipient_display_type"`
	CreatedWithACLableSwitch bool                        `rego:"created_with_aclable_switch"`
	TargetAddress            addressMatch                `rego:"target_address"`
	// PrimaryAddressDiffers compares the declared primary addresses of mailbox and object.
	PrimaryAddressDiffers loader.Bool `rego:"primary_smtp_address_differs"`
	// LegacyExchangeDNIsX500 : the mailbox's legacyExchangeDN is an X500 address of the object; undefined where one of the two
	// is not declared.
	LegacyExchangeDNIsX500 loader.Bool `rego:"legacy_exchange_dn_is_x500_address"`
	// MovedBeforeACLable: moved_on is before aclable_enabled_on of the forest, both declared.
	MovedBeforeACLable bool `rego:"moved_before_aclable_enabled"`
}

// forestFacts is an on-premises forest. Declared is false for the cloud.
type forestFacts struct {
	Declared                   bool                   `rego:"declared"`
	ExchangeVersion            loader.ExchangeVersion `rego:"exchange_version"`
	CumulativeUpdate           number                 `rego:"cumulative_update"`
	CumulativeUpdateCurrency   loader.Currency        `rego:"cumulative_update_currency"`
	ACLableSyncedObjectEnabled loader.Bool            `rego:"aclable_synced_object_enabled"`
	IsResourceForest           loader.Bool            `rego:"is_resource_forest"`
	TrustsLogonForest          loader.Bool            `rego:"trusts_logon_forest"`
	ModernAuth                 loader.Bool            `rego:"modern_auth"`
	DedicatedHybridApp         loader.Bool            `rego:"dedicated_hybrid_app"`
	// HoldsMailbox counts without arbitration and discovery mailboxes.
	HoldsMailbox bool `rego:"holds_mailbox"`
	// OnboardingPlanned: an onboarding batch out of the forest is not over.
	OnboardingPlanned bool `rego:"onboarding_planned"`
	// HoldsCloudMailboxObject: the object of a cloud mailbox exists there.
	HoldsCloudMailboxObject bool `rego:"holds_cloud_mailbox_object"`
}

// actingFacts is one forest in which the people behind a delegate work. Undefined where a group has no declared member.
type actingFacts struct {
	Side          side      `rego:"side"`
	Direction     direction `rego:"direction"`
	CrossForest   bool      `rego:"cross_forest"`
	CrossPremises bool      `rego:"cross_premises"`
	// AnyCrossForest: the delegate acts in some forest that is not the recipient's home.
	AnyCrossForest bool `rego:"any_cross_forest"`
	// AnyCrossPremises: in some forest of the other side.
	AnyCrossPremises bool `rego:"any_cross_premises"`
	// ActsOnPremises: the delegate acts in some on-premises forest.
	ActsOnPremises bool `rego:"acts_on_premises"`
}

// pairFacts is what else the same delegate holds on the same recipient. Fields that begin with holds count what comes
// through declared groups too; the others mean the same delegate literally. Denied entries count for Denied… only.
type pairFacts struct {
	FullAccess           bool `rego:"full_access"`
	AutomappedFullAccess bool `rego:"explicit_automapped_full_access"`
	// SecondAccount: an explicit one declares additional_account as its access method.
	SecondAccount          bool            `rego:"explicit_full_access_as_second_account"`
	FullAccessEntry        fullAccessFacts `rego:"full_access_entry"`
	OutlookDelegate        bool            `rego:"outlook_delegate"`
	PrivateItemsDelegate   bool            `rego:"private_items_outlook_delegate"`
	PrivateItemsFlags      bool            `rego:"private_items_sharing_flags"`
	ExplicitEntry          bool            `rego:"explicit_entry_of_same_permission"`
	DeniedExplicitly       bool            `rego:"denied_explicitly"`
	DeniedByInheritance    bool            `rego:"denied_by_inheritance"`
	ResourceDelegate       bool            `rego:"resource_delegate"`
	OverwritesSendOnBehalf bool            `rego:"other_send_on_behalf_delegate_not_in_new_list"`

	SendAs          sendAsFacts `rego:"send_as"`
	HoldsSendAs     sendAsFacts `rego:"holds_send_as"`
	HoldsFullAccess bool        `rego:"holds_full_access"`
	// HoldsSendOnBehalf counts derived grants.
	HoldsSendOnBehalf  bool `rego:"holds_send_on_behalf"`
	HoldsReadingFolder bool `rego:"holds_folder_grant_that_reads"`
}

// fullAccessFacts is what is known of the Full Access grants of a pair: of the grant itself, where it is one.
type fullAccessFacts struct {
	Declared       bool `rego:"declared"`
	OutlookWindows bool `rego:"outlook_windows"` // among the declared clients
	// WebClientsOnly: clients are declared, and all of them are web clients.
	WebClientsOnly    bool `rego:"web_clients_only"`
	AdditionalAccount bool `rego:"additional_account"` // the declared access method
}

// sendAsFacts is what is known of the Send As grants of a pair, any of them.
type sendAsFacts struct {
	Declared bool `rego:"declared"`
	// ListedInActingForest: the acting forest is in present_in; likewise UnknownInActingForest in unknown_in.
	ListedInActingForest  bool `rego:"listed_in_acting_forest"`
	UnknownInActingForest bool `rego:"unknown_in_acting_forest"`
	EstablishedBeforeMove bool `rego:"established_before_move"`
}

// batchFacts is what a step of the sequence of batches does to an entry; undefined outside the scope batch_entry.
type batchFacts struct {
	// Target is where the delegate, or people of a group, move in the step, apart from the recipient; undefined where nobody
	// does.
	Target side `rego:"target"`
	// TargetIsOrigin: the target is the recipient's origin.
	TargetIsOrigin answer `rego:"target_is_recipient_origin"`
	// RecipientMovesTo is undefined where the recipient stays.
	RecipientMovesTo side `rego:"recipient_moves_to"`
	// Parts: recipient and delegate, or one of the people of a group, have one home before the step and two after it.
	Parts bool `rego:"parts"`
	// MovesAway: the delegate, or one of the people of a group, moves in the step and is apart from the recipient after it.
	MovesAway bool `rego:"moves_away"`
	// EntryTravels: the recipient moves in the step or before it, and the target is one end of its move.
	EntryTravels bool `rego:"entry_travels_to_target"`
	// Predicted: the rule that is predicted fires on the entry after the step. Asked for resource mailboxes only.
	Predicted bool `rego:"predicted"`
}

// directorySyncFacts is what is known about the synchronization engines.
type directorySyncFacts struct {
	// Declared: there is a directory_sync block, be it "none".
	Declared     bool              `rego:"declared"`
	EntraConnect entraConnectFacts `rego:"entra_connect"`
	CloudSync    cloudSyncFacts    `rego:"cloud_sync"`
}

type entraConnectFacts struct {
	Declared bool `rego:"declared"`
	// The four numbers of the version; undefined where it is not declared.
	Version                  versionFacts `rego:"version"`
	ExchangeHybridDeployment loader.Bool  `rego:"exchange_hybrid_deployment"`
	GroupWriteback           loader.Bool  `rego:"group_writeback"`
	ExcludesPublicDelegates  bool         `rego:"excludes_public_delegates"`
}

type versionFacts struct {
	Major    number `rego:"major"`
	Minor    number `rego:"minor"`
	Build    number `rego:"build"`
	Revision number `rego:"revision"`
}

type cloudSyncFacts struct {
	Declared                bool        `rego:"declared"`
	ExchangeHybridWriteback loader.Bool `rego:"exchange_hybrid_writeback"`
	ExcludesPublicDelegates bool        `rego:"excludes_public_delegates"`
}

// organizationFacts is what holds for the whole configuration.
type organizationFacts struct {
	Offering                  loader.Offering      `rego:"offering"` // multi_tenant by default
	ModernAuth                loader.Bool          `rego:"modern_auth"`
	SendFromAliasEnabled      bool                 `rego:"send_from_alias_enabled"`
	PublicFolders             loader.PublicFolders `rego:"public_folders"`
	PublicFolderClientControl bool                 `rego:"public_folder_client_control"`
	MailboxesOnBothSides      bool                 `rego:"mailboxes_on_both_sides"`
	CloudHoldsMailbox         bool                 `rego:"cloud_holds_mailbox"`
	// OnPremisesForest: a forest is declared.
	OnPremisesForest bool               `rego:"on_premises_forest"`
	DirectorySync    directorySyncFacts `rego:"directory_sync"`
	// ExchangeAttributesCloudManagedByDefault is of new recipients.
	ExchangeAttributesCloudManagedByDefault bool `rego:"exchange_attributes_cloud_managed_by_default"`
}

// entryInput is the input of the scopes grant, derived_grant, folder_grant, outlook_delegate and batch_entry, evaluated
// once per acting forest of the delegate. In the scope bulk_change, which has no single recipient or delegate, it holds
// Organization and of Entry what a bulk change declares: Kind, Permission, Channel, AppliedOn, Operator and MixedTypes. In the
// scope invited_person it holds Organization, the person as Delegate, and of Entry Kind, Application and Clients.
type entryInput struct {
	Organization organizationFacts `rego:"organization"`
	Entry        entryFacts        `rego:"entry"`
	// OutlookDelegate is filled for outlook_delegate entries.
	OutlookDelegate outlookDelegateFacts `rego:"outlook_delegate"`
	Recipient       recipientFacts       `rego:"recipient"`
	// RecipientObject stands for the recipient in the acting forest.
	RecipientObject objectFacts    `rego:"recipient_object"`
	Delegate        recipientFacts `rego:"delegate"`
	// DelegateObject stands for the delegate in the recipient's home; in the scope batch_entry, in the batch's target.
	DelegateObject objectFacts `rego:"delegate_object"`
	// DelegateAtRecipientsHome: the delegate object's own home is the recipient's.
	DelegateAtRecipientsHome bool        `rego:"delegate_at_recipients_home"`
	Acting                   actingFacts `rego:"acting"`
	HomeForest               forestFacts `rego:"home_forest"`   // of the recipient
	ActingForest             forestFacts `rego:"acting_forest"` // of the delegate
	Pair                     pairFacts   `rego:"pair"`
	Batch                    batchFacts  `rego:"batch"`
}

// recipientInput is the input of the scope recipient, evaluated once per forest in which the recipient may have an object:
// every on-premises forest, and the cloud where an object is declared there. Without any, Forest and Object are empty.
type recipientInput struct {
	Organization organizationFacts `rego:"organization"`
	Recipient    recipientFacts    `rego:"recipient"`
	// Viewed: there is a forest to look at.
	Viewed bool        `rego:"viewed"`
	Object objectFacts `rego:"object"`
	Forest forestFacts `rego:"forest"`
}

// forestInput is the input of the scope forest.
type forestInput struct {
	Organization organizationFacts `rego:"organization"`
	Forest       forestFacts       `rego:"forest"`
}

// directorySyncInput is the input of the scope directory_sync.
type directorySyncInput struct {
	Organization organizationFacts `rego:"organization"`
	Engine       loader.Engine     `rego:"engine"`
	// SendOnBehalfUnknownOnPremises counts the Send on Behalf grants (derived ones too) of cloud owners that are not present
	// in an on-premises acting forest.
	SendOnBehalfUnknownOnPremises number `rego:"send_on_behalf_unknown_on_premises"`
}

// relationshipInput is the input of the scope organization_relationship.
type relationshipInput struct {
	Organization organizationFacts `rego:"organization"`
	Relationship relationshipFacts `rego:"relationship"`
}

type relationshipFacts struct {
	Holder side `rego:"holder"` // the answering side
	// BothHoldMailbox: the forest and the cloud hold one each, arbitration and discovery mailboxes aside.
	BothHoldMailbox       bool                 `rego:"both_hold_mailbox"`
	Exists                bool                 `rego:"exists"`
	Enabled               bool                 `rego:"enabled"`
	FreeBusyAccessEnabled loader.Bool          `rego:"free_busy_access_enabled"`
	FreeBusyAccessLevel   loader.FreeBusyLevel `rego:"free_busy_access_level"`
	// ConnectorEnabled: an enabled intra_organization_connector of the same holder to the same target is declared.
	ConnectorEnabled bool `rego:"connector_enabled"`
	// RequesterOutsideDomainNames: some requesting mailbox has declared addresses, none of them in domain_names.
	RequesterOutsideDomainNames bool `rego:"requester_outside_domain_names"`
}

// invitationInput is the input of the scope sharing_invitation.
type invitationInput struct {
	Invitation invitationFacts `rego:"invitation"`
}

type invitationFacts struct {
	Relation      invitationRelation `rego:"relation"`
	OwnerHome     side               `rego:"owner_home"`
	RecipientHome side               `rego:"recipient_home"`
	// RecipientOnPremisesMailbox: whoever is invited is a mailbox with an on-premises home.
	RecipientOnPremisesMailbox bool                      `rego:"recipient_on_premises_mailbox"`
	AcceptingClient            loader.Client             `rego:"accepting_client"`
	ViewingClients             loader.Set[loader.Client] `rego:"viewing_clients"`
	OutlookChannel             loader.OutlookChannel     `rego:"outlook_channel"`
	SenderClientUpdated        loader.Bool               `rego:"sender_client_updated"`
	Level                      loader.SharingLevel       `rego:"level"`
	PolicyMaxLevel             loader.SharingLevel       `rego:"policy_max_level"`
}

// batchInput is the input of the scope migration_batch: an open batch in its step.
type batchInput struct {
	Organization organizationFacts `rego:"organization"`
	Direction    loader.Direction  `rego:"direction"`
	SourceForest forestFacts       `rego:"source_forest"`
	// FirstOnboarding: no open onboarding batch comes before it in the sequence.
	FirstOnboarding bool `rego:"first_onboarding"`
	// FirstNonResource: it moves a mailbox that is no room or equipment, and none before it moves one of this forest.
	FirstNonResource bool `rego:"first_to_move_non_resource"`
}

// batchMemberInput is the input of the scope batch_member: an element of the members of a batch, open or over.
type batchMemberInput struct {
	Direction loader.Direction `rego:"direction"`
	Open      bool             `rego:"open"`
	Completed bool             `rego:"completed"`
	// Completing: the status says that it is being completed.
	Completing bool                 `rego:"completing"`
	Type       loader.RecipientType `rego:"type"`
	Mailbox    bool                 `rego:"mailbox"`
	// Place is where the member lives before the step, seen from the batch; of a batch that is over, where it lives.
	Place memberPlace `rego:"place"`
	// InEarlierBatch: an open batch before it in the sequence has the same member; ListedBefore: an element before it does.
	InEarlierBatch bool `rego:"in_earlier_batch"`
	ListedBefore   bool `rego:"listed_before"`
	Moves          bool `rego:"moves"` // some open batch moves it
	// TriedAgain: it is in an open batch of the same direction. CameBack: in a completed one of the other direction.
	TriedAgain bool `rego:"tried_again"`
	CameBack   bool `rego:"came_back"`
}

// batchPersonInput is the input of the scope batch_person: an individual with a mailbox who receives permissions from
// mailboxes that are together with it before a step.
type batchPersonInput struct {
	// GrantingMailboxes counts these mailboxes.
	GrantingMailboxes number `rego:"granting_mailboxes"`
	// Parts: the step parts the person from one of them.
	Parts bool `rego:"parts"`
	// Application: the person is an application.
	Application bool `rego:"application"`
}

// resourceDelegateInput is the input of the scope resource_delegate: an element of resource_delegates.
type resourceDelegateInput struct {
	Recipient recipientFacts `rego:"recipient"`
	Delegate  recipientFacts `rego:"delegate"`
	// MemberInCloud: a declared member of the group, nested ones too, is a mailbox in the cloud.
	MemberInCloud bool `rego:"member_in_cloud"`
}

// exceptionInput is the input of the scope exception: an exception block or an ignore comment.
type exceptionInput struct {
	Exception exceptionFacts `rego:"exception"`
}

type exceptionFacts struct {
	// Expired: the expiration is before today, which the command line says.
	Expired bool `rego:"expired"`
	// EndsSoon: it hides findings still, and the settings want it to be told so many days before its end.
	EndsSoon bool `rego:"ends_soon"`
	// Used: it matches a finding. Judged: its rule ran and the run was complete, or the settings let no comment hide anything.
	Used   bool `rego:"used"`
	Judged bool `rego:"judged"`
}

// declarationInput is the input of the scope declaration: an entry as it is declared, be it denied, inherited or of an account that is
// gone.
type declarationInput struct {
	// Repeated: the same entry is declared before; names are compared resolved.
	Repeated bool `rego:"repeated"`
}

// trusteeInput is the input of the scope trustee: an entry's delegate that is no declared recipient.
type trusteeInput struct {
	// OrphanedIdentifier: the delegate is only the security identifier of a domain account.
	OrphanedIdentifier bool `rego:"orphaned_identifier"`
	// Permission and the recipient's home choose the cmdlet that removes the entry.
	Permission loader.Permission `rego:"permission"`
	Home       side              `rego:"home"`
}
