package exports

import (
	"bytes"
	"errors"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
)

var errNotHCL = errors.New("the imported block that begins here is no longer valid; mend it, or delete it to have it imported anew")

// importedAttributes are those that an import writes. Every other one in an imported block is somebody's own.
var importedAttributes = map[string]bool{
	"home": true, "origin": true, "exchange_attributes_managed_in": true, "name": true, "display_name": true, "distinguished_name": true,
	"primary_smtp_address": true, "email_addresses": true, "is_dir_synced": true, "provisioned_by": true, "moved_on": true, "hidden_from_address_lists_enabled": true,
	"account_enabled": true, "linked_master_account": true, "legacy_exchange_dn": true, "calendar_default_permission": true, "resource_delegates": true,
	"public_folder_client_access": true, "members": true, "group_scope": true,
	"recipient_type_details": true, "recipient_display_type": true, "target_address": true,
	"recipient": true, "delegate": true, "manager": true, "folder": true, "folder_type": true, "access_rights": true, "sharing_permission_flags": true,
	"state": true, "present_in": true, "unknown_in": true, "auto_mapping": true, "inherited": true, "deny": true,
	"folder_access_rights": true, "send_on_behalf": true, "receives_meeting_requests": true, "private_items": true,
	"routing_domain": true, "modern_auth": true, "send_from_alias_enabled": true, "public_folders": true, "public_folder_client_control": true,
	"enabled": true, "free_busy_access_enabled": true, "free_busy_access_level": true, "free_busy_access_scope": true, "domain_names": true,
	"exchange_version": true, "cumulative_update": true, "aclable_synced_object_enabled": true, "trusts_logon_forest": true, "is_resource_forest": true,
	"version": true, "exchange_hybrid_deployment": true, "excluded_attributes": true, "direction": true, "source_forest": true, "status": true,
}

// seldomImported are attributes that an import writes only where an export has them, and that people add where none has.
var seldomImported = map[string]bool{"auto_mapping": true, "provisioned_by": true, "moved_on": true, "is_resource_forest": true, "public_folders": true, "cumulative_update": true,
	"exchange_version": true, "trusts_logon_forest": true, "account_enabled": true, "recipient_display_type": true, "calendar_default_permission": true,
	"exchange_hybrid_deployment": true, "version": true, "excluded_attributes": true, "modern_auth": true, "aclable_synced_object_enabled": true}

// update brings an imported block up to date, and leaves in it what somebody added: comments and attributes.
func update(old, imported string) (string, error) {
	if old == imported {
		return old, nil
	}
	before, diagnostics := hclwrite.ParseConfig([]byte(old+"\n"), "", hcl.InitialPos)
	if diagnostics.HasErrors() || len(before.Body().Blocks()) != 1 {
		return "", errNotHCL
	}
	after, diagnostics := hclwrite.ParseConfig([]byte(imported+"\n"), "", hcl.InitialPos)
	if diagnostics.HasErrors() {
		return "", errNotHCL
	}
	if !hasOwn(before) {
		return imported, nil
	}
	changed := updateBody(before.Body().Blocks()[0].Body(), after.Body().Blocks()[0].Body())
	text := old
	if changed {
		text = strings.TrimRight(string(hclwrite.Format(before.Bytes())), "\n")
	}
	// The mark and the type of the block are the import's.
	text = replaceLine(text, 0, firstLine(imported))
	return replaceHeader(text, imported), nil
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

func replaceLine(text string, number int, with string) string {
	lines := strings.Split(text, "\n")
	lines[number] = with
	return strings.Join(lines, "\n")
}

// replaceHeader gives a block the header that was imported: a user mailbox may have become a shared one.
func replaceHeader(text, imported string) string {
	header := ""
	for line := range strings.Lines(imported) {
		if _, _, ok := headerOf(line); ok {
			header = strings.TrimSuffix(line, "\n")
			break
		}
	}
	for i, line := range strings.Split(text, "\n") {
		kind, label, ok := headerOf(line)
		if !ok {
			continue
		}
		old := kind + " {"
		if label != "" {
			old = kind + " " + label + " {"
		}
		return replaceLine(text, i, header+strings.TrimPrefix(line, old))
	}
	return text
}

// hasOwn tells whether somebody added anything to an imported block.
func hasOwn(file *hclwrite.File) bool {
	comments := 0
	for _, t := range file.BuildTokens(nil) {
		if t.Type == hclsyntax.TokenComment {
			comments++
		}
	}
	return comments > 1 || bodyHasOwn(file.Body().Blocks()[0].Body())
}

func bodyHasOwn(body *hclwrite.Body) bool {
	for name := range body.Attributes() {
		if !importedAttributes[name] || seldomImported[name] {
			return true
		}
	}
	for _, b := range body.Blocks() {
		if !importedBlocks(b) || bodyHasOwn(b.Body()) {
			return true
		}
	}
	return false
}

func importedBlocks(b *hclwrite.Block) bool {
	switch b.Type() {
	case "object", "organization_relationship", "intra_organization_connector":
		return true
	default:
		return false
	}
}

// updateBody brings the attributes of a block up to date, and tells whether any was another one.
func updateBody(old, imported *hclwrite.Body) bool {
	changed := false
	for name := range old.Attributes() {
		if importedAttributes[name] && !seldomImported[name] && imported.GetAttribute(name) == nil {
			old.RemoveAttribute(name)
			changed = true
		}
	}
	for _, name := range attributesInOrder(imported) {
		want := imported.GetAttribute(name).Expr().BuildTokens(nil)
		if is := old.GetAttribute(name); is != nil && sameTokens(is.Expr().BuildTokens(nil), want) {
			continue
		}
		old.SetAttributeRaw(name, want)
		changed = true
	}
	return updateInner(old, imported) || changed
}

func updateInner(old, imported *hclwrite.Body) bool {
	changed := false
	for _, b := range old.Blocks() {
		if importedBlocks(b) && imported.FirstMatchingBlock(b.Type(), b.Labels()) == nil && !bodyHasOwn(b.Body()) {
			old.RemoveBlock(b)
			changed = true
		}
	}
	for _, b := range imported.Blocks() {
		if is := old.FirstMatchingBlock(b.Type(), b.Labels()); is != nil {
			changed = updateBody(is.Body(), b.Body()) || changed
			continue
		}
		old.AppendNewline()
		old.AppendBlock(b)
		changed = true
	}
	return changed
}

// attributesInOrder are the names of a body's attributes as they stand, so that the same import gives the same text.
func attributesInOrder(body *hclwrite.Body) []string {
	var names []string
	depth := 0
	tokens := body.BuildTokens(nil)
	for i, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack:
			depth--
		case hclsyntax.TokenIdent:
			if depth == 0 && i+1 < len(tokens) && tokens[i+1].Type == hclsyntax.TokenEqual {
				names = append(names, string(t.Bytes))
			}
		}
	}
	return names
}

func sameTokens(a, b hclwrite.Tokens) bool {
	return bytes.Equal(squeezed(a), squeezed(b))
}

// squeezed are the bytes of tokens without line ends and commas that make no difference.
func squeezed(tokens hclwrite.Tokens) []byte {
	var out []byte
	for _, t := range tokens {
		if t.Type != hclsyntax.TokenNewline && t.Type != hclsyntax.TokenComma {
			out = append(append(out, t.Bytes...), 0)
		}
	}
	return out
}
