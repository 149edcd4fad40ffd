package facts

import (
	"hybridlint/loader/model"
)

// DirectorySync is what is known about the synchronization engines.
type DirectorySync struct {
	// Declared: there is a directory_sync block, be it "none".
	Declared     bool         `rego:"declared"`
	EntraConnect EntraConnect `rego:"entra_connect"`
	CloudSync    CloudSync    `rego:"cloud_sync"`
}

// EntraConnect is the Entra Connect of the organization.
type EntraConnect struct {
	Declared bool `rego:"declared"`
	// The four numbers of the version; undefined where it is not declared.
	Version                  Version    `rego:"version"`
	ExchangeHybridDeployment model.Bool `rego:"exchange_hybrid_deployment"`
	GroupWriteback           model.Bool `rego:"group_writeback"`
	ExcludesPublicDelegates  bool       `rego:"excludes_public_delegates"`
}

// Version is a version of four numbers.
type Version struct {
	Major    Number `rego:"major"`
	Minor    Number `rego:"minor"`
	Build    Number `rego:"build"`
	Revision Number `rego:"revision"`
}

// CloudSync is the cloud sync of the organization.
type CloudSync struct {
	Declared                bool       `rego:"declared"`
	ExchangeHybridWriteback model.Bool `rego:"exchange_hybrid_writeback"`
	ExcludesPublicDelegates bool       `rego:"excludes_public_delegates"`
}

// Organization is what holds for the whole configuration.
type Organization struct {
	Offering                  model.Offering      `rego:"offering"` // multi_tenant by default
	ModernAuth                model.Bool          `rego:"modern_auth"`
	SendFromAliasEnabled      bool                `rego:"send_from_alias_enabled"`
	PublicFolders             model.PublicFolders `rego:"public_folders"`
	PublicFolderClientControl bool                `rego:"public_folder_client_control"`
	MailboxesOnBothSides      bool                `rego:"mailboxes_on_both_sides"`
	CloudHoldsMailbox         bool                `rego:"cloud_holds_mailbox"`
	// OnPremisesForest: a forest is declared.
	OnPremisesForest bool          `rego:"on_premises_forest"`
	DirectorySync    DirectorySync `rego:"directory_sync"`
	// ExchangeAttributesCloudManagedByDefault is of new recipients.
	ExchangeAttributesCloudManagedByDefault bool `rego:"exchange_attributes_cloud_managed_by_default"`
}

// DirectorySyncInput is the input of the scope directory_sync.
type DirectorySyncInput struct {
	Organization Organization `rego:"organization"`
	Engine       model.Engine `rego:"engine"`
	// SendOnBehalfUnknownOnPremises counts the Send on Behalf grants (derived ones too) of cloud
	// owners that are not present in an on-premises acting forest.
	SendOnBehalfUnknownOnPremises Number `rego:"send_on_behalf_unknown_on_premises"`
}

// RelationshipInput is the input of the scope organization_relationship.
type RelationshipInput struct {
	Organization Organization `rego:"organization"`
	Relationship Relationship `rego:"relationship"`
}

// Relationship is an organization relationship, seen from its holder.
type Relationship struct {
	Holder Side `rego:"holder"` // the answering side
	// BothHoldMailbox: the forest and the cloud hold one each, arbitration and discovery mailboxes
	// aside.
	BothHoldMailbox       bool                `rego:"both_hold_mailbox"`
	Exists                bool                `rego:"exists"`
	Enabled               bool                `rego:"enabled"`
	FreeBusyAccessEnabled model.Bool          `rego:"free_busy_access_enabled"`
	FreeBusyAccessLevel   model.FreeBusyLevel `rego:"free_busy_access_level"`
	// ConnectorEnabled: an enabled intra_organization_connector of the same holder to the same
	// target is declared.
	ConnectorEnabled bool `rego:"connector_enabled"`
	// RequesterOutsideDomainNames: some requesting mailbox has declared addresses, none of them in
	// domain_names.
	RequesterOutsideDomainNames bool `rego:"requester_outside_domain_names"`
}
