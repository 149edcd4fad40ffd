package facts

import (
	"hybridlint/loader/model"
)

// Entry is what a grant, folder grant or Outlook delegate declares (or a defaults block for it).
type Entry struct {
	Kind       EntryKind        `rego:"kind"`
	Permission model.Permission `rego:"permission"` // of grants, derived ones and folder grants
	State      model.State      `rego:"state"`
	// Application: the delegate is an application, or only applications use the entry. ApplicationAccount: the
	// delegate is one.
	ApplicationAccount    bool                         `rego:"application_account"`
	Application           bool                         `rego:"application"`
	EstablishedBeforeMove model.Bool                   `rego:"established_before_move"`
	Clients               model.Set[model.Client]      `rego:"clients"`
	Channel               model.Channel                `rego:"channel"`
	Expects               model.Set[model.Expectation] `rego:"expects"`

	AutoMapping    model.Bool           `rego:"auto_mapping"`
	AccessMethod   model.AccessMethod   `rego:"access_method"`
	Inherited      bool                 `rego:"inherited"`
	Replication    model.Replication    `rego:"replication"`
	OutlookVersion model.OutlookVersion `rego:"outlook_version"`
	// OutlookUpdateDate is "YYYY-MM-DD" in Rego.
	OutlookUpdateDate model.Date `rego:"outlook_update_date"`
	// DerivedByDefault: a derived grant whose outlook_delegate does not declare send_on_behalf.
	DerivedByDefault bool `rego:"derived_by_default"`

	PresentIn EntrySides `rego:"present_in"` // by default the recipient's home
	UnknownIn EntrySides `rego:"unknown_in"`

	// SendFromAddressIsPrimary compares send_from_address with the primary address of the
	// recipient's object in the acting forest, or of the mailbox where none is declared there.
	SendFromAddressIsPrimary model.Bool         `rego:"send_from_address_is_primary"`
	Cmdlet                   Cmdlet             `rego:"cmdlet"`
	IdentityKind             model.IdentityKind `rego:"identity_kind"`
	// AppliedOn is where the cmdlet is run, by default the recipient's home; of a bulk change,
	// where they share one.
	AppliedOn        Side                  `rego:"applied_on"`
	AppliedAtHome    bool                  `rego:"applied_at_home"`
	AppliedOnVersion model.ExchangeVersion `rego:"applied_on_exchange_version"`
	GrantedBy        Grantor               `rego:"granted_by"`
	GrantedVia       model.GrantedVia      `rego:"granted_via"`
	ChangeMode       model.ChangeMode      `rego:"change_mode"`
	Operator         Operator              `rego:"operator"`

	// Folder grants only. Default and Anonymous are no delegates: the folder rules look at named
	// delegates.
	NamedDelegate bool `rego:"named_delegate"`
	// Calendar is undefined where nobody knows what the folder is.
	Calendar model.Bool `rego:"calendar"`
	// DefaultLevel is the level that the rights of Default amount to, undefined for others and
	// where they are none.
	DefaultLevel           model.FolderRight            `rego:"default_level"`
	Subfolder              bool                         `rego:"subfolder"`
	AccessRights           model.Set[model.FolderRight] `rego:"access_rights"`
	AccessRightsCount      Number                       `rego:"access_rights_count"`
	SharingPermissionFlags model.Set[model.SharingFlag] `rego:"sharing_permission_flags"`
	ParentAccessRights     model.Set[model.FolderRight] `rego:"parent_access_rights"`

	// Bulk changes only. MixedTypes: the recipients are of more than one type.
	MixedTypes bool `rego:"mixed_types"`
}

// EntrySides tells on which sides an entry is listed.
type EntrySides struct {
	ActingForest bool `rego:"acting_forest"`
	Home         bool `rego:"home"`
	Cloud        bool `rego:"cloud"`
	OnPremises   bool `rego:"on_premises"`  // any on-premises forest
	BatchTarget  bool `rego:"batch_target"` // where people of the delegate move
}

// BothSides are the sides of entries, any of them.
type BothSides struct {
	Cloud      bool `rego:"cloud"`
	OnPremises bool `rego:"on_premises"` // any on-premises forest
}

// Operator is who makes a change.
type Operator struct {
	Declared               bool `rego:"declared"`
	OrganizationManagement bool `rego:"organization_management"`
	RecipientManagement    bool `rego:"recipient_management"`
	// EntraAdministrator: Exchange or Global Administrator, or a group that stands for them in
	// Exchange Online.
	EntraAdministrator     bool `rego:"entra_administrator"`
	HelpDesk               bool `rego:"help_desk"`
	PublicFolderManagement bool `rego:"public_folder_management"`
	SSASERemoteMailbox     bool `rego:"ssa_se_remote_mailbox"`
	CustomRole             bool `rego:"custom_role"`
}

// OutlookDelegate is what only an outlook_delegate declares.
type OutlookDelegate struct {
	// CalendarRight is the right on the folder with the name of a calendar.
	CalendarRight           model.FolderRight   `rego:"calendar_right"`
	ReceivesMeetingRequests bool                `rego:"receives_meeting_requests"`
	PrivateItems            bool                `rego:"private_items"`
	DeliveryScope           model.DeliveryScope `rego:"delivery_scope"`
	ManagedBy               model.ManagedBy     `rego:"managed_by"`
	MovedSeparately         model.Bool          `rego:"moved_separately"`
	ReconfiguredAfterMove   bool                `rego:"reconfigured_after_move"`
	// StoredLegacyExchangeDNIsCurrent compares the stored DN with the delegate's current one in the
	// manager's forest, seen from the acting forest.
	StoredLegacyExchangeDNIsCurrent model.Bool `rego:"stored_legacy_exchange_dn_is_current"`
	ListedTwice                     bool       `rego:"listed_twice"`
	ListedWithNone                  bool       `rego:"listed_with_permission_none"`
	X500WrittenBack                 bool       `rego:"x500_written_back"`
}

// Acting is one forest in which the people behind a delegate work. Undefined where a group has no
// declared member.
type Acting struct {
	Side          Side      `rego:"side"`
	Direction     Direction `rego:"direction"`
	CrossForest   bool      `rego:"cross_forest"`
	CrossPremises bool      `rego:"cross_premises"`
	// AnyCrossForest: the delegate acts in some forest that is not the recipient's home.
	AnyCrossForest bool `rego:"any_cross_forest"`
	// AnyCrossPremises: in some forest of the other side.
	AnyCrossPremises bool `rego:"any_cross_premises"`
	// ActsOnPremises: the delegate acts in some on-premises forest.
	ActsOnPremises bool `rego:"acts_on_premises"`
}

// Pair is what else the same delegate holds on the same recipient. Fields that begin with holds
// count what comes through declared groups too; the others mean the same delegate literally. Denied
// entries count for Denied… only.
type Pair struct {
	FullAccess           bool `rego:"full_access"`
	AutomappedFullAccess bool `rego:"explicit_automapped_full_access"`
	// SecondAccount: an explicit one declares additional_account as its access method.
	SecondAccount        bool       `rego:"explicit_full_access_as_second_account"`
	FullAccessEntry      FullAccess `rego:"full_access_entry"`
	OutlookDelegate      bool       `rego:"outlook_delegate"`
	PrivateItemsDelegate bool       `rego:"private_items_outlook_delegate"`
	PrivateItemsFlags    bool       `rego:"private_items_sharing_flags"`
	ExplicitEntry        bool       `rego:"explicit_entry_of_same_permission"`
	DeniedExplicitly     bool       `rego:"denied_explicitly"`
	DeniedByInheritance  bool       `rego:"denied_by_inheritance"`
	// FullAccessDenied: an explicit Deny entry of Full Access, whatever this entry is; likewise SendAsDenied.
	FullAccessDenied bool `rego:"full_access_denied_explicitly"`
	SendAsDenied     bool `rego:"send_as_denied_explicitly"`
	// SendAsDeniedIn are the sides of the Deny entries of Send As, inherited ones too.
	SendAsDeniedIn         BothSides `rego:"send_as_denied_in"`
	ResourceDelegate       bool      `rego:"resource_delegate"`
	OverwritesSendOnBehalf bool      `rego:"other_send_on_behalf_delegate_not_in_new_list"`

	SendAs          SendAs `rego:"send_as"`
	HoldsSendAs     SendAs `rego:"holds_send_as"`
	HoldsFullAccess bool   `rego:"holds_full_access"`
	// HoldsSendOnBehalf counts derived grants.
	HoldsSendOnBehalf  bool `rego:"holds_send_on_behalf"`
	HoldsReadingFolder bool `rego:"holds_folder_grant_that_reads"`
}

// FullAccess is what is known of the Full Access grants of a pair: of the grant itself, where it is
// one.
type FullAccess struct {
	Declared       bool `rego:"declared"`
	OutlookWindows bool `rego:"outlook_windows"` // among the declared clients
	// WebClientsOnly: clients are declared, and all of them are web clients.
	WebClientsOnly    bool `rego:"web_clients_only"`
	AdditionalAccount bool `rego:"additional_account"` // the declared access method
}

// SendAs is what is known of the Send As grants of a pair, any of them.
type SendAs struct {
	Declared bool `rego:"declared"`
	// ListedInActingForest: the acting forest is in present_in; likewise UnknownInActingForest in
	// unknown_in.
	ListedInActingForest  bool `rego:"listed_in_acting_forest"`
	UnknownInActingForest bool `rego:"unknown_in_acting_forest"`
	EstablishedBeforeMove bool `rego:"established_before_move"`
}

// Batch is what a step of the sequence of batches does to an entry; undefined outside the scope
// batch_entry.
type Batch struct {
	// Target is where the delegate, or people of a group, move in the step, apart from the
	// recipient; undefined where nobody does.
	Target Side `rego:"target"`
	// TargetIsOrigin: the target is the recipient's origin.
	TargetIsOrigin Answer `rego:"target_is_recipient_origin"`
	// RecipientMovesTo is undefined where the recipient stays.
	RecipientMovesTo Side `rego:"recipient_moves_to"`
	// Parts: recipient and delegate, or one of the people of a group, have one home before the step
	// and two after it.
	Parts bool `rego:"parts"`
	// MovesAway: the delegate, or one of the people of a group, moves in the step and is apart from
	// the recipient after it.
	MovesAway bool `rego:"moves_away"`
	// EntryTravels: the recipient moves in the step or before it, and the target is one end of its
	// move.
	EntryTravels bool `rego:"entry_travels_to_target"`
	// Predicted: the rule that is predicted fires on the entry after the step. Asked for resource
	// mailboxes only.
	Predicted bool `rego:"predicted"`
}

// EntryInput is the input of the scopes grant, derived_grant, folder_grant, outlook_delegate and
// batch_entry, evaluated once per acting forest of the delegate. In the scope bulk_change, which
// has no single recipient or delegate, it holds Organization and of Entry what a bulk change
// declares: Kind, Permission, Channel, AppliedOn, Operator and MixedTypes. In the scope
// invited_person it holds Organization, the person as Delegate, and of Entry Kind, Application and
// Clients.
type EntryInput struct {
	Organization Organization `rego:"organization"`
	Entry        Entry        `rego:"entry"`
	// OutlookDelegate is filled for outlook_delegate entries.
	OutlookDelegate OutlookDelegate `rego:"outlook_delegate"`
	Recipient       Recipient       `rego:"recipient"`
	// RecipientObject stands for the recipient in the acting forest.
	RecipientObject Object    `rego:"recipient_object"`
	Delegate        Recipient `rego:"delegate"`
	// DelegateObject stands for the delegate in the recipient's home; in the scope batch_entry, in
	// the batch's target.
	DelegateObject Object `rego:"delegate_object"`
	// DelegateAtRecipientsHome: the delegate object's own home is the recipient's.
	DelegateAtRecipientsHome bool   `rego:"delegate_at_recipients_home"`
	Acting                   Acting `rego:"acting"`
	HomeForest               Forest `rego:"home_forest"`   // of the recipient
	ActingForest             Forest `rego:"acting_forest"` // of the delegate
	Pair                     Pair   `rego:"pair"`
	Batch                    Batch  `rego:"batch"`
}
