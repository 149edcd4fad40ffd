package exports

// attribute is one that an import writes. A block is made of these alone, so that what an import writes, and may take back when
// it is no longer so, is never written down twice.
type attribute struct{ name string }

var (
	// importedAttributes are those that an import writes. Every other one in an imported block is somebody's own.
	importedAttributes = map[string]bool{}
	// seldomImported are attributes that an import writes only where an export has them, and that people add where none has.
	seldomImported = map[string]bool{}
	// importedBlocks are the blocks inside of others that an import writes.
	importedBlocks = map[string]bool{}
)

// imports is an attribute of which the exports say all there is.
func imports(name string) attribute {
	importedAttributes[name] = true
	return attribute{name}
}

// importsSeldom is an attribute that stays where an import does not have it.
func importsSeldom(name string) attribute {
	seldomImported[name] = true
	return imports(name)
}

// innerBlock is a type of block inside of others.
type innerBlock struct{ name string }

func importsBlock(name string) innerBlock {
	importedBlocks[name] = true
	return innerBlock{name}
}

var (
	innerObject                     = importsBlock("object")
	innerOrganizationRelationship   = importsBlock("organization_relationship")
	innerIntraOrganizationConnector = importsBlock("intra_organization_connector")
)

// The attributes.
var (
	attrAccessRights                  = imports("access_rights")
	attrAccountEnabled                = importsSeldom("account_enabled")
	attrAclableSyncedObjectEnabled    = importsSeldom("aclable_synced_object_enabled")
	attrAutoMapping                   = importsSeldom("auto_mapping")
	attrCalendarDefaultPermission     = importsSeldom("calendar_default_permission")
	attrCompleteAfter                 = importsSeldom("complete_after")
	attrCumulativeUpdate              = importsSeldom("cumulative_update")
	attrDelegate                      = imports("delegate")
	attrDeny                          = imports("deny")
	attrDepartment                    = importsSeldom("department")
	attrDirection                     = imports("direction")
	attrDisplayName                   = imports("display_name")
	attrDistinguishedName             = imports("distinguished_name")
	attrDomainNames                   = imports("domain_names")
	attrEmailAddresses                = imports("email_addresses")
	attrEnabled                       = imports("enabled")
	attrExchangeAttributesManagedIn   = imports("exchange_attributes_managed_in")
	attrExchangeHybridDeployment      = importsSeldom("exchange_hybrid_deployment")
	attrExchangeVersion               = importsSeldom("exchange_version")
	attrExcludedAttributes            = importsSeldom("excluded_attributes")
	attrFolder                        = imports("folder")
	attrFolderAccessRights            = imports("folder_access_rights")
	attrFolderType                    = imports("folder_type")
	attrFreeBusyAccessEnabled         = imports("free_busy_access_enabled")
	attrFreeBusyAccessLevel           = imports("free_busy_access_level")
	attrFreeBusyAccessScope           = imports("free_busy_access_scope")
	attrGroupScope                    = imports("group_scope")
	attrHiddenFromAddressListsEnabled = imports("hidden_from_address_lists_enabled")
	attrHome                          = imports("home")
	attrInherited                     = imports("inherited")
	attrIsDirSynced                   = imports("is_dir_synced")
	attrIsResourceForest              = importsSeldom("is_resource_forest")
	attrItems                         = importsSeldom("items")
	attrLegacyExchangeDN              = imports("legacy_exchange_dn")
	attrLinkedMasterAccount           = imports("linked_master_account")
	attrManager                       = imports("manager")
	attrMembers                       = imports("members")
	attrModernAuth                    = importsSeldom("modern_auth")
	attrMovedOn                       = importsSeldom("moved_on")
	attrName                          = imports("name")
	attrOffice                        = importsSeldom("office")
	attrOrigin                        = importsSeldom("origin")
	attrPresentIn                     = imports("present_in")
	attrPrimarySMTPAddress            = imports("primary_smtp_address")
	attrPrivateItems                  = imports("private_items")
	attrProvisionedBy                 = importsSeldom("provisioned_by")
	attrPublicFolderClientAccess      = imports("public_folder_client_access")
	attrPublicFolderClientControl     = imports("public_folder_client_control")
	attrPublicFolders                 = importsSeldom("public_folders")
	attrReceivesMeetingRequests       = imports("receives_meeting_requests")
	attrRecipient                     = imports("recipient")
	attrRecipientDisplayType          = importsSeldom("recipient_display_type")
	attrRecipientTypeDetails          = imports("recipient_type_details")
	attrResourceDelegates             = imports("resource_delegates")
	attrRoutingDomain                 = imports("routing_domain")
	attrSendFromAliasEnabled          = imports("send_from_alias_enabled")
	attrSendOnBehalf                  = imports("send_on_behalf")
	attrSharingPermissionFlags        = imports("sharing_permission_flags")
	attrSizeGB                        = importsSeldom("size_gb")
	attrSourceForest                  = imports("source_forest")
	attrStartAfter                    = importsSeldom("start_after")
	attrState                         = imports("state")
	attrStatus                        = imports("status")
	attrTargetAddress                 = imports("target_address")
	attrTrustsLogonForest             = importsSeldom("trusts_logon_forest")
	attrUnknownIn                     = imports("unknown_in")
	attrVersion                       = importsSeldom("version")
)
