package facts

import (
	"hybridlint/loader/model"
)

// Recipient is a recipient, or the delegate as a recipient. Mailbox, ResourceMailbox, SystemMailbox
// and Group follow from the type.
type Recipient struct {
	Declared                    bool                `rego:"declared"` // false for Default and Anonymous
	Type                        model.RecipientType `rego:"type"`
	Mailbox                     bool                `rego:"mailbox"`
	ResourceMailbox             bool                `rego:"resource_mailbox"`
	SystemMailbox               bool                `rego:"system_mailbox"`
	Group                       bool                `rego:"group"`
	Home                        Side                `rego:"home"`
	ProvisionedBy               model.ProvisionedBy `rego:"provisioned_by"`
	IsDirSynced                 model.Bool          `rego:"is_dir_synced"`
	ExchangeAttributesManagedIn model.ManagedIn     `rego:"exchange_attributes_managed_in"`
	Hidden                      model.Bool          `rego:"hidden_from_address_lists_enabled"`
	AccountEnabled              model.Bool          `rego:"account_enabled"`
	LinkedMasterAccount         bool                `rego:"linked_master_account_declared"`
	PublicFolderClientAccess    model.Bool          `rego:"public_folder_client_access"`
	CalendarDefaultPermission   model.FolderRight   `rego:"calendar_default_permission"`
	DisplayNameIsName           bool                `rego:"display_name_is_name"`
	GroupScope                  model.GroupScope    `rego:"group_scope"`
	// ExplicitFullAccessEntries counts allow and deny entries that are not inherited; what is
	// declared again counts once.
	ExplicitFullAccessEntries Number `rego:"explicit_full_access_entries"`
	// OtherSideHoldsMailbox: the side that is not its home holds a mailbox that counts.
	OtherSideHoldsMailbox bool `rego:"other_side_holds_mailbox"`
	// OnPremisesMailbox: it is a mailbox with an on-premises home, or has one among its declared
	// members.
	OnPremisesMailbox bool `rego:"on_premises_mailbox"`
	// OnPremisesObjectDeclared: an object block for an on-premises forest says that the object
	// exists.
	OnPremisesObjectDeclared bool `rego:"on_premises_object_declared"`
	// OnPremisesObjectMissing: one says that it does not.
	OnPremisesObjectMissing bool `rego:"on_premises_object_missing"`
	// OriginObjectMissing: one for the origin says that it does not.
	OriginObjectMissing bool `rego:"origin_object_missing"`
}

// Object is how a recipient is represented in one forest, which the section's place names.
type Object struct {
	// AtHome: the forest is the recipient's home, there is no other object.
	AtHome  bool   `rego:"at_home"`
	InCloud bool   `rego:"in_cloud"`
	Origin  Answer `rego:"forest_is_origin"`
	// Exists is what the object block says: true by default, undefined where there is no block.
	Exists                   model.Bool                 `rego:"exists"`
	RecipientTypeDetails     model.RecipientTypeDetails `rego:"recipient_type_details"`
	RecipientDisplayType     Number                     `rego:"recipient_display_type"`
	CreatedWithACLableSwitch bool                       `rego:"created_with_aclable_switch"`
	TargetAddress            AddressMatch               `rego:"target_address"`
	// PrimaryAddressDiffers compares the declared primary addresses of mailbox and object.
	PrimaryAddressDiffers model.Bool `rego:"primary_smtp_address_differs"`
	// LegacyExchangeDNIsX500 : the mailbox's legacyExchangeDN is an X500 address of the object;
	// undefined where one of the two is not declared.
	LegacyExchangeDNIsX500 model.Bool `rego:"legacy_exchange_dn_is_x500_address"`
	// MovedBeforeACLable: moved_on is before aclable_enabled_on of the forest, both declared.
	MovedBeforeACLable bool `rego:"moved_before_aclable_enabled"`
}

// Forest is an on-premises forest. Declared is false for the cloud.
type Forest struct {
	Declared                   bool                  `rego:"declared"`
	ExchangeVersion            model.ExchangeVersion `rego:"exchange_version"`
	CumulativeUpdate           Number                `rego:"cumulative_update"`
	CumulativeUpdateCurrency   model.Currency        `rego:"cumulative_update_currency"`
	ACLableSyncedObjectEnabled model.Bool            `rego:"aclable_synced_object_enabled"`
	IsResourceForest           model.Bool            `rego:"is_resource_forest"`
	TrustsLogonForest          model.Bool            `rego:"trusts_logon_forest"`
	ModernAuth                 model.Bool            `rego:"modern_auth"`
	DedicatedHybridApp         model.Bool            `rego:"dedicated_hybrid_app"`
	// HoldsMailbox counts without arbitration and discovery mailboxes.
	HoldsMailbox bool `rego:"holds_mailbox"`
	// OnboardingPlanned: an onboarding batch out of the forest is not over.
	OnboardingPlanned bool `rego:"onboarding_planned"`
	// HoldsCloudMailboxObject: the object of a cloud mailbox exists there.
	HoldsCloudMailboxObject bool `rego:"holds_cloud_mailbox_object"`
}

// RecipientInput is the input of the scope recipient, evaluated once per forest in which the
// recipient may have an object: every on-premises forest, and the cloud where an object is declared
// there. Without any, Forest and Object are empty.
type RecipientInput struct {
	Organization Organization `rego:"organization"`
	Recipient    Recipient    `rego:"recipient"`
	// Viewed: there is a forest to look at.
	Viewed bool   `rego:"viewed"`
	Object Object `rego:"object"`
	Forest Forest `rego:"forest"`
}

// ForestInput is the input of the scope forest.
type ForestInput struct {
	Organization Organization `rego:"organization"`
	Forest       Forest       `rego:"forest"`
}
