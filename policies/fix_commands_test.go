package policies_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"

	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/report"
)

// TestCommandsMend carries out, on every fixture, every way of every fix whose commands change facts of the language, and finds that the
// finding is gone and no other has come. It knows of Exchange what cmdlets do to the facts, and nothing of rules.
func TestCommandsMend(t *testing.T) {
	catalog := newCatalog(t)
	carriedOut, mended := 0, map[string]bool{}
	for _, file := range glob(t, filepath.Join(fixturesFolder, "*", "*.hcl")) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		before := checkFiles(t, catalog, file)
		for _, f := range before.Findings {
			for _, way := range ways(f) {
				after, ok := mend(t, string(text), way)
				if f.Suppressed != nil || !ok {
					continue
				}
				carriedOut++
				mended[f.Rule.ID] = true
				for _, wrong := range wrongAfter(f, way, before, checkModel(t, catalog, load(t, after), policies.Options{})) {
					t.Errorf("%s: %s (%s): %s\ncommands: %v", file, f.Rule.ID, f.Subject, wrong, way)
				}
			}
		}
	}
	t.Logf("%d fixes of %d rules", carriedOut, len(mended))
	if carriedOut < 300 || len(mended) < 25 {
		t.Errorf("only %d fixes of %d rules were carried out", carriedOut, len(mended))
	}
}

// wrongAfter says what a way to mend a finding has left, and what it has brought. Send As between the sides is not supported however well
// it is set, what another finding stood for was there before, and a rule that the words of the way name is a condition to look at first.
func wrongAfter(mended *report.Finding, way []report.Remediation, before, after *policies.Result) []string {
	// An inherited entry ends with the move, so that rules about what outlives it are silent until it is made explicit.
	revealed := map[string][]string{"HYB707": {"HYB701", "HYB710", "HYB712"}}
	key := func(f *report.Finding) string { return f.Rule.ID + " " + f.Subject }
	known, masked := map[string]bool{}, map[string]bool{}
	for _, f := range before.Findings {
		known[key(f)] = true
		for _, id := range f.Rule.Supersedes {
			masked[id] = true
		}
	}
	conditions := ""
	for _, item := range way {
		conditions += item.Intro
	}
	var wrong []string
	for _, f := range after.Findings {
		switch {
		case key(f) == key(mended):
			wrong = append(wrong, "is still found: "+f.Message)
		case !known[key(f)] && !masked[f.Rule.ID] && !slices.Contains(revealed[mended.Rule.ID], f.Rule.ID) && f.Severity > report.Note && f.Suppressed == nil && !strings.Contains(conditions, f.Rule.ID) && f.Rule.ID != "HYB301" && f.Rule.ID != "HYB001":
			wrong = append(wrong, "brings "+f.Rule.ID+": "+f.Message)
		}
	}
	return wrong
}

// ways are the alternatives of a fix, without those of which something is done by hand.
func ways(f *report.Finding) (ways [][]report.Remediation) {
	for i, item := range f.Remediation {
		if i == 0 || item.Alternative {
			ways = append(ways, nil)
		}
		ways[len(ways)-1] = append(ways[len(ways)-1], item)
	}
	return slices.DeleteFunc(ways, func(way []report.Remediation) bool {
		return slices.ContainsFunc(way, func(item report.Remediation) bool { return item.Command == "" })
	})
}

// mend carries out one way of a fix in a configuration; not ok where a command changes nothing that the language knows.
func mend(t *testing.T, text string, way []report.Remediation) (mended string, ok bool) {
	t.Helper()
	parsed, diagnostics := hclwrite.ParseConfig([]byte(text), "config.hcl", hcl.InitialPos)
	if diagnostics.HasErrors() {
		return "", false
	}
	e := &exchange{file: parsed, removed: map[*hclwrite.Block]bool{}}
	e.forest = e.onlyForest()
	for _, item := range way {
		for line := range strings.SplitSeq(strings.TrimSpace(item.Command), "\n") {
			if !e.run(parseCommand(line), item.Where == "exchange_online") {
				return "", false
			}
		}
	}
	if e.unclear {
		return "", false
	}
	for b := range e.removed {
		parsed.Body().RemoveBlock(b)
	}
	return string(parsed.Bytes()), true
}

// psCommand is a command of PowerShell: a cmdlet with parameters, "" for switches.
type psCommand struct {
	cmdlet     string
	parameters map[string]string
}

var psWord = regexp.MustCompile(`@\{[^}]*\}|"[^"]*"|'(?:[^']|'')*'|[^\s]+`)

func parseCommand(line string) psCommand {
	c := psCommand{parameters: map[string]string{}}
	name := ""
	for i, word := range psWord.FindAllString(line, -1) {
		switch {
		case i == 0:
			c.cmdlet = word
		case strings.HasPrefix(word, "-") && !regexp.MustCompile(`^-\d`).MatchString(word):
			var value string
			name, value, _ = strings.Cut(word[1:], ":")
			c.parameters[name] = value
		case c.parameters[name] == "":
			c.parameters[name] = unquotedPS(word)
		default:
			c.parameters[name] += " " + word
		}
	}
	return c
}

func unquotedPS(word string) string {
	if strings.HasPrefix(word, "'") {
		return strings.ReplaceAll(strings.Trim(word, "'"), "''", "'")
	}
	return strings.Trim(word, `"`)
}

// exchange is a configuration that cmdlets change.
type exchange struct {
	file    *hclwrite.File
	removed map[*hclwrite.Block]bool
	// forest is that in which cmdlets run on-premises; empty where there are several.
	forest string
	// unclear says that a command is about one of several blocks.
	unclear bool
}

func (e *exchange) onlyForest() string {
	var forests []string
	for _, b := range e.file.Body().Blocks() {
		if b.Type() == "forest" {
			forests = append(forests, b.Labels()[0])
		}
	}
	if len(forests) != 1 {
		return ""
	}
	return forests[0]
}

// run carries a command out; false where it changes nothing that the language knows, or nobody knows what.
func (e *exchange) run(c psCommand, online bool) bool {
	side := e.forest
	if online {
		side = "cloud"
	}
	if side == "" || strings.Contains(fmt.Sprint(c.parameters), "<") {
		return false
	}
	id := c.parameters["Identity"]
	switch _, denied := c.parameters["Deny"]; {
	case c.cmdlet == "Add-RecipientPermission":
		return e.enter("send_as", id, c.parameters["Trustee"], side)
	case c.cmdlet == "Add-ADPermission":
		return e.enter("send_as", e.named(id), c.parameters["User"], side)
	case c.cmdlet == "Remove-RecipientPermission":
		return e.leave("send_as", id, c.parameters["Trustee"], side, denied)
	case c.cmdlet == "Remove-ADPermission":
		return e.leave("send_as", e.named(id), c.parameters["User"], side, denied)
	case c.cmdlet == "Remove-MailboxPermission":
		return e.leave("full_access", id, c.parameters["User"], "", denied)
	case c.cmdlet == "Add-MailboxPermission":
		return e.addFullAccess(id, c.parameters["User"], c.parameters["AutoMapping"])
	case c.cmdlet == "Set-OrganizationConfig":
		return e.setOrganization(c.parameters, online)
	case strings.HasSuffix(c.cmdlet, "-MailboxFolderPermission"):
		return e.setFolder(c)
	case strings.HasPrefix(c.cmdlet, "Set-"):
		return e.set(c, side)
	default:
		return false
	}
}

// set changes an attribute of a recipient.
func (e *exchange) set(c psCommand, side string) bool {
	b := e.recipient(c.parameters["Identity"])
	if b == nil {
		return false
	}
	if change := c.parameters["GrantSendOnBehalfTo"]; change != "" {
		return e.setSendOnBehalf(b, change, side)
	}
	if _, ok := c.parameters["ACLableSyncedObjectEnabled"]; ok && c.cmdlet == "Set-RemoteMailbox" {
		off := c.parameters["ACLableSyncedObjectEnabled"] == "$false"
		displayType := map[bool]int64{false: -1073741818, true: -2147483642}[off]
		e.object(b).SetAttributeValue("recipient_display_type", cty.NumberIntVal(displayType))
		return true
	}
	body := b.Body()
	switch {
	case c.parameters["HiddenFromAddressListsEnabled"] == "$false":
		body.SetAttributeValue("hidden_from_address_lists_enabled", cty.False)
	case c.parameters["GroupScope"] != "":
		body.SetAttributeValue("group_scope", cty.StringVal(strings.ToLower(c.parameters["GroupScope"])))
	case c.parameters["PublicFolderClientAccess"] != "":
		body.SetAttributeValue("public_folder_client_access", cty.BoolVal(c.parameters["PublicFolderClientAccess"] == "$true"))
	case c.parameters["Type"] != "" && c.cmdlet == "Set-RemoteMailbox":
		kind := map[string]string{"Shared": "Shared", "Room": "Room", "Equipment": "Equipment", "Regular": "User"}[c.parameters["Type"]]
		e.object(b).SetAttributeValue("recipient_type_details", cty.StringVal("Remote"+kind+"Mailbox"))
		if displayType := map[string]int64{"Room": -2147481850, "Equipment": -2147481594}[kind]; displayType != 0 {
			e.object(b).SetAttributeValue("recipient_display_type", cty.NumberIntVal(displayType))
		}
	case c.parameters["RemoteRoutingAddress"] != "":
		e.object(b).SetAttributeValue("target_address", cty.StringVal("SMTP:"+c.parameters["RemoteRoutingAddress"]))
	default:
		return false
	}
	return true
}

func (e *exchange) setOrganization(parameters map[string]string, online bool) bool {
	attributes := map[string]string{"ACLableSyncedObjectEnabled": "aclable_synced_object_enabled", "SendFromAliasEnabled": "send_from_alias_enabled",
		"PublicFolderShowClientControl": "public_folder_client_control"}
	for name, value := range parameters {
		for _, b := range e.file.Body().Blocks() {
			if attributes[name] != "" && (online && b.Type() == "tenant" || !online && b.Type() == "forest" && b.Labels()[0] == e.forest) {
				b.Body().SetAttributeValue(attributes[name], cty.BoolVal(value == "$true"))
				return true
			}
		}
	}
	return false
}

// setFolder changes the rights of one person on a folder.
func (e *exchange) setFolder(c psCommand) bool {
	mailbox, folder, ok := strings.Cut(c.parameters["Identity"], `:\`)
	if !ok || folder == "" {
		return false
	}
	b := e.entry("folder", mailbox, c.parameters["User"], folder)
	if c.cmdlet == "Remove-MailboxFolderPermission" {
		if b != nil {
			e.removed[b] = true
		}
		return b != nil
	}
	if b == nil {
		recipient := e.recipient(mailbox)
		if recipient == nil || c.parameters["User"] != "Default" || !strings.EqualFold(folder, "Calendar") {
			return false
		}
		recipient.Body().SetAttributeValue("calendar_default_permission", cty.StringVal(c.parameters["AccessRights"]))
		return true
	}
	b.Body().SetAttributeValue("access_rights", texts(strings.Split(c.parameters["AccessRights"], ",")))
	if flags := c.parameters["SharingPermissionFlags"]; flags != "" {
		b.Body().SetAttributeValue("sharing_permission_flags", texts(strings.Split(flags, ",")))
	}
	return true
}

var changedList = regexp.MustCompile(`^@\{(Add|Remove)='((?:[^']|'')*)'\}$`)

func (e *exchange) setSendOnBehalf(b *hclwrite.Block, change, side string) bool {
	m := changedList.FindStringSubmatch(change)
	if m == nil {
		return false
	}
	delegate := strings.ReplaceAll(m[2], "''", "'")
	if m[1] == "Remove" {
		return e.leave("send_on_behalf", b.Labels()[0], delegate, side, false)
	}
	return e.enter("send_on_behalf", b.Labels()[0], delegate, side)
}

// enter adds an entry on a side.
func (e *exchange) enter(permission, recipient, delegate, side string) bool {
	b := e.entry(permission, recipient, delegate, "")
	if b == nil {
		if e.recipient(recipient) == nil || e.recipient(delegate) == nil {
			return false
		}
		body := e.file.Body().AppendNewBlock("grant", []string{permission}).Body()
		body.SetAttributeValue("recipient", cty.StringVal(recipient))
		body.SetAttributeValue("delegate", cty.StringVal(delegate))
		body.SetAttributeValue("present_in", texts([]string{side}))
		return true
	}
	if b.Body().GetAttribute("send_on_behalf") != nil {
		b.Body().SetAttributeValue("send_on_behalf", cty.True)
	}
	if !slices.Contains(e.presentIn(b), side) {
		b.Body().SetAttributeValue("present_in", texts(append(e.presentIn(b), side)))
	}
	return true
}

// leave removes an entry from a side, and where it is on no other the whole of it.
func (e *exchange) leave(permission, recipient, delegate, side string, denied bool) bool {
	b := e.entryOf(permission, recipient, delegate, "", denied)
	if b == nil || b.Type() != "grant" {
		return false
	}
	rest := slices.DeleteFunc(e.presentIn(b), func(s string) bool { return s == side })
	if permission == "full_access" || len(rest) == 0 {
		e.removed[b] = true
	} else {
		b.Body().SetAttributeValue("present_in", texts(rest))
	}
	return true
}

func (e *exchange) addFullAccess(recipient, delegate, autoMapping string) bool {
	b := e.entry("full_access", recipient, delegate, "")
	if b == nil {
		b = e.file.Body().AppendNewBlock("grant", []string{"full_access"})
		b.Body().SetAttributeValue("recipient", cty.StringVal(recipient))
		b.Body().SetAttributeValue("delegate", cty.StringVal(delegate))
	}
	delete(e.removed, b)
	b.Body().RemoveAttribute("inherited")
	if autoMapping != "" {
		b.Body().SetAttributeValue("auto_mapping", cty.BoolVal(autoMapping == "$true"))
	}
	return true
}

// presentIn are the declared sides of an entry, else the home of its recipient.
func (e *exchange) presentIn(b *hclwrite.Block) []string {
	if b.Body().GetAttribute("present_in") != nil {
		return strings.FieldsFunc(literal(b, "present_in"), func(r rune) bool { return strings.ContainsRune(`[]", `, r) })
	}
	recipient := literal(b, "recipient")
	if recipient == "" {
		recipient = literal(b, "manager")
	}
	if of := e.recipient(recipient); of != nil {
		return []string{literal(of, "home")}
	}
	return nil
}

// entry finds the block of an entry that allows.
func (e *exchange) entry(permission, recipient, delegate, folder string) *hclwrite.Block {
	return e.entryOf(permission, recipient, delegate, folder, false)
}

// entryOf finds the block of one entry; nil where there is none. Of several nobody can tell which one a finding is about.
func (e *exchange) entryOf(permission, recipient, delegate, folder string, denied bool) *hclwrite.Block {
	same := func(a, b string) bool {
		one, other := e.recipient(a), e.recipient(b)
		return one != nil && one == other || strings.EqualFold(a, b)
	}
	var found []*hclwrite.Block
	for _, b := range e.file.Body().Blocks() {
		several := b.Body().GetAttribute("delegates") != nil
		if b.Type() == "grant" && b.Labels()[0] == permission && several && same(literal(b, "recipient"), recipient) {
			e.unclear = true
		}
	}
	for _, b := range e.file.Body().Blocks() {
		switch {
		case e.removed[b] || denied != (literal(b, "deny") == "true"):
		case b.Type() == "grant" && b.Labels()[0] == permission && same(literal(b, "recipient"), recipient) && same(literal(b, "delegate"), delegate) &&
			(folder == "" || strings.EqualFold(strings.Trim(literal(b, "folder"), `\/`), folder)):
			found = append(found, b)
		case b.Type() == "outlook_delegate" && permission == "send_on_behalf" && same(literal(b, "manager"), recipient) && same(literal(b, "delegate"), delegate):
			found = append(found, b)
		}
	}
	if len(found) > 1 {
		e.unclear = true
	}
	if len(found) != 1 {
		return nil
	}
	e.made(found[0])
	return found[0]
}

// made forgets how a change was made before: now the command of the fix makes it.
func (e *exchange) made(b *hclwrite.Block) {
	if b.Type() == "grant" {
		b.Body().SetAttributeValue("channel", cty.StringVal("powershell"))
	}
	for _, name := range []string{"cmdlet", "applied_on", "granted_by", "granted_via", "identity_kind", "change_mode", "new_list"} {
		b.Body().RemoveAttribute(name)
	}
}

// recipient finds the block of a recipient by its label or its address.
func (e *exchange) recipient(name string) *hclwrite.Block {
	for _, b := range e.file.Body().Blocks() {
		if !slices.Contains(model.NoRecipientType.Words()[1:], b.Type()) {
			continue
		}
		if strings.EqualFold(b.Labels()[0], name) || name != "" && strings.EqualFold(literal(b, "primary_smtp_address"), name) {
			return b
		}
	}
	return nil
}

// named is the label of the recipient with a name of the directory.
func (e *exchange) named(name string) string {
	for _, b := range e.file.Body().Blocks() {
		if slices.Contains(model.NoRecipientType.Words()[1:], b.Type()) && (literal(b, "name") == name || literal(b, "distinguished_name") == name) {
			return b.Labels()[0]
		}
	}
	return name
}

// object is what stands for a recipient in the forest.
func (e *exchange) object(b *hclwrite.Block) *hclwrite.Body {
	for _, inner := range b.Body().Blocks() {
		if inner.Type() == "object" && inner.Labels()[0] == e.forest {
			return inner.Body()
		}
	}
	return b.Body().AppendNewBlock("object", []string{e.forest}).Body()
}

// literal is the value of an attribute as it is written, without quotes.
func literal(b *hclwrite.Block, name string) string {
	a := b.Body().GetAttribute(name)
	if a == nil {
		return ""
	}
	return strings.ReplaceAll(strings.Trim(strings.TrimSpace(string(a.Expr().BuildTokens(nil).Bytes())), `"`), `\\`, `\`)
}

func texts(list []string) cty.Value {
	values := make([]cty.Value, len(list))
	for i, text := range list {
		values[i] = cty.StringVal(text)
	}
	return cty.TupleVal(values)
}
