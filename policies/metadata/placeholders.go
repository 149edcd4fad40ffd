package metadata

import (
	"slices"

	"hybridlint/policies/facts"
)

// Where a fix is made, where that depends on whom a finding is about.
const (
	WhereRecipientHome = "recipient_home"
	WhereActingForest  = "acting_forest"
)

// placeholdersOf lists what the templates of rules of the scopes can name: what every one of the
// scopes has.
func placeholdersOf(scopes []facts.Scope) []string {
	var common []string
	for i, s := range scopes {
		names := Placeholders(s)
		if i == 0 {
			common = names
			continue
		}
		common = slices.DeleteFunc(common, func(name string) bool { return !slices.Contains(names, name) })
	}
	return common
}

// Placeholders lists what the templates of rules of a scope can name.
func Placeholders(s facts.Scope) []string {
	entry := []string{
		"recipient",
		"manager",
		"delegate",
		"acting",
		"home",
		"delegate_home",
		"permission",
		"recipient_type",
		"delegate_type",
		"folder",
		"recipient_folder",
		"recipient_calendar",
		"recipient_root",
		"parent_folder",
		"access_rights",
		"flags",
		"cmdlet",
		"identity_kind",
		"replication",
		"granted_by",
		"send_from_address",
		"primary_address",
		"others",
		"operator_groups",
		"applied_on",
		"outlook_version",
		"outlook_update_date",
		"a_recipient_type",
		"a_delegate_type",
		"stored_x500",
		"parent_rights",
		"delegate_people",
		"delegate_works",
		"delegate_account",
		"recipient_name",
		"delegate_name",
		"recipient_directory_name",
		"recipient_mailbox",
		"recipient_routing_address",
		"delegate_routing_address",
		"recipient_any_folder",
	}
	switch s {
	case facts.GrantScope, facts.DerivedGrantScope, facts.FolderGrantScope, facts.OutlookDelegateScope:
		return entry
	case facts.BatchEntryScope:
		return append(entry, "batch", "recipient_batch", "sender_batch", "target", "moving", "staying", "until", "together")
	case facts.RecipientScope:
		return []string{
			"recipient",
			"home",
			"forest",
			"recipient_type",
			"a_recipient_type",
			"legacy_x500",
			"entries",
			"calendar_default_permission",
			"recipient_calendar",
			"moved_on",
			"aclable_enabled_on",
			"recipient_name",
			"recipient_directory_name",
			"recipient_routing_address",
		}
	case facts.ForestScope:
		return []string{"forest", "exchange_version", "cumulative_update"}
	case facts.DirectorySyncScope:
		return []string{"engine", "version", "count"}
	case facts.RelationshipScope:
		return []string{"requesting", "answering"}
	case facts.InvitationScope:
		return []string{"owner", "recipient", "accepting_client", "level", "policy_max_level"}
	case facts.InvitedPersonScope:
		return []string{"owner", "recipient", "delegate"}
	case facts.BatchScope:
		return []string{"batch", "forest", "more"}
	case facts.BatchPersonScope:
		return []string{"batch", "person", "missing", "stands_for", "until", "together"}
	case facts.BatchMemberScope:
		return []string{"batch", "member", "status", "home", "source", "a_recipient_type", "first", "moves_with"}
	case facts.BulkChangeScope:
		return []string{"change", "types", "permission", "operator_groups"}
	case facts.BulkChangeRecipientScope:
		return []string{
			"change",
			"permission",
			"recipient",
			"delegate",
			"recipient_type",
			"a_recipient_type",
			"recipient_directory_name",
			"recipient_mailbox",
		}
	case facts.ResourceDelegateScope:
		return []string{"recipient", "group", "member"}
	case facts.ExceptionScope:
		return []string{"rule", "expiration"}
	case facts.DeclarationScope:
		return []string{"recipient", "delegate", "permission", "folder"}
	case facts.TrusteeScope:
		return []string{"trustee", "recipient", "permission", "recipient_folder", "recipient_directory_name", "recipient_mailbox"}
	default:
		return nil
	}
}
