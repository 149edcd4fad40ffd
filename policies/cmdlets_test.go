package policies_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/report"
	"hybridlint/testdata/organization"
)

// cmdletEntry is what testdata/cmdlets.json says of a cmdlet: where it exists, from which Exchange on, and its parameters, with the
// Exchange from which one exists where that is a later one, or onlineOnly.
type cmdletEntry struct {
	OnPremises string            `json:"on_premises"` // the first Exchange; "" where it does not exist
	Online     bool              `json:"online"`
	Module     string            `json:"module"` // "ActiveDirectory" for cmdlets of Active Directory, "" for those of Exchange
	Parameters map[string]string `json:"parameters"`
}

// onlineOnly stands in place of the Exchange from which a parameter exists, of those of Exchange Online.
const onlineOnly = "online"

func cmdletTable(t *testing.T) map[string]cmdletEntry {
	t.Helper()
	text, err := os.ReadFile("testdata/cmdlets.json")
	if err != nil {
		t.Fatal(err)
	}
	table := map[string]cmdletEntry{}
	if err := json.Unmarshal(text, &table); err != nil {
		t.Fatal(err)
	}
	return table
}

var (
	cmdletName    = regexp.MustCompile(`^(?:Add|Remove|Get|Set|New|Enable)-[A-Za-z]+$`)
	parameterName = regexp.MustCompile(`^-[A-Z][A-Za-z]+(:\$(true|false))?$`)
	quotedText    = regexp.MustCompile(`'(?:[^']|'')*'|"[^"]*"|<[^>]*>`)
	innermost     = regexp.MustCompile(`\(([^()]*)\)`)
	identityOf    = regexp.MustCompile(`^([A-Z][a-z]+-[A-Za-z]+) -Identity '((?:[^']|'')*)'`)
)

// invocation is a cmdlet with the parameters that a command gives it.
type invocation struct {
	cmdlet     string
	parameters []string
}

// invocationsIn takes a command apart: pipelines, script blocks and parentheses begin another cmdlet.
func invocationsIn(command string) []invocation {
	var all []invocation
	plain := quotedText.ReplaceAllString(command, "_")
	for nested := innermost.FindStringSubmatch(plain); nested != nil; nested = innermost.FindStringSubmatch(plain) {
		all = append(all, invocationsIn(nested[1])...)
		plain = strings.Replace(plain, nested[0], "_", 1)
	}
	for _, part := range regexp.MustCompile(`[|({;]`).Split(plain, -1) {
		for word := range strings.FieldsSeq(strings.NewReplacer(")", " ", "}", " ").Replace(part)) {
			switch {
			case cmdletName.MatchString(word):
				all = append(all, invocation{cmdlet: word})
			case parameterName.MatchString(word) && len(all) > 0:
				name, _, _ := strings.Cut(word[1:], ":")
				last := &all[len(all)-1]
				last.parameters = append(last.parameters, name)
			}
		}
	}
	return all
}

// runnable tells what is wrong with a command where it is to be run, "" for nothing. version is that of the only forest.
func runnable(table map[string]cmdletEntry, where report.Place, command string, version model.ExchangeVersion) string {
	invocations := invocationsIn(command)
	if len(invocations) == 0 {
		return "there is no cmdlet in it"
	}
	for _, i := range invocations {
		entry, known := table[i.cmdlet]
		if !known {
			if i.cmdlet == "Where-Object" || i.cmdlet == "ForEach-Object" {
				continue
			}
			return i.cmdlet + " is not in the table"
		}
		switch {
		case entry.Module != "": // runs wherever the module is; the filter of HYB110 has it beside Exchange's
			if where == report.ExchangeOnline {
				return i.cmdlet + " is of the module " + entry.Module
			}
		case where == report.ExchangeOnline && !entry.Online:
			return i.cmdlet + " does not exist in Exchange Online"
		case where == report.ExchangeOnPremises && entry.OnPremises == "":
			return i.cmdlet + " does not exist on-premises"
		case where == report.ExchangeOnPremises && isOlder(version, entry.OnPremises):
			return i.cmdlet + " does not exist in Exchange " + model.Word(version)
		}
		for _, parameter := range i.parameters {
			since, known := entry.Parameters[parameter]
			if !known {
				return i.cmdlet + " has no parameter " + parameter
			}
			if where == report.ExchangeOnPremises && since == onlineOnly {
				return i.cmdlet + " has the parameter " + parameter + " in Exchange Online only"
			}
			if where == report.ExchangeOnPremises && isOlder(version, since) {
				return i.cmdlet + " has no parameter " + parameter + " in Exchange " + model.Word(version)
			}
		}
		if strings.HasPrefix(i.cmdlet, "Remove-") && !slices.Contains(i.parameters, "Confirm") {
			return i.cmdlet + " asks for a confirmation"
		}
	}
	return ""
}

func isOlder(version model.ExchangeVersion, since string) bool {
	return version != 0 && since != "" && version < exchangeNamed(since)
}

func exchangeNamed(word string) model.ExchangeVersion {
	return model.ExchangeVersion(slices.Index(model.ExchangeVersion(0).Words(), word))
}

// onRightObject tells what is wrong with the object that a command names, "" for nothing.
func onRightObject(config *model.Model, where report.Place, command string) string {
	match := identityOf.FindStringSubmatch(command)
	if match == nil {
		return ""
	}
	name := strings.ReplaceAll(match[2], "''", "'")
	i := slices.IndexFunc(config.Recipients, func(r *model.Recipient) bool { return r.ID == name || r.PrimarySMTPAddress == name })
	if i < 0 {
		return ""
	}
	r := config.Recipients[i]
	home := (r.Home == model.Cloud) == (where == report.ExchangeOnline)
	switch match[1] {
	case "Set-RemoteMailbox":
		if r.Home != model.Cloud || !r.Type.IsMailbox() {
			return "it is no remote mailbox"
		}
	case "Set-Mailbox", "Add-MailboxPermission", "Remove-MailboxPermission", "Set-CASMailbox":
		if !home {
			return "it is not at home there"
		}
		if match[1] == "Set-Mailbox" && !r.Type.IsMailbox() {
			return "it is no mailbox"
		}
		if strings.HasSuffix(match[1], "-MailboxPermission") && strings.Contains(command, "-GroupMailbox") != (r.Type == model.M365Group) {
			return "-GroupMailbox is for Microsoft 365 groups, and needed there"
		}
	case "Set-UnifiedGroup":
		if r.Type != model.M365Group {
			return "it is no Microsoft 365 group"
		}
	case "Set-DistributionGroup":
		if !r.Type.IsGroup() || r.Type == model.M365Group {
			return "it is no distribution group"
		}
	}
	return ""
}

// combined writes a configuration in which recipients of every type and home meet delegates of both sides with every permission, for one
// version of Exchange and one engine.
func combined(version, engine string) string {
	var b strings.Builder
	b.WriteString("tenant \"contoso\" {\n  public_folders = \"onprem_legacy\"\n}\nforest \"corp\" {\n")
	if version != "" {
		fmt.Fprintf(&b, "  exchange_version = %q\n", version)
	}
	b.WriteString("}\n")
	if engine != "" {
		fmt.Fprintf(&b, "directory_sync %q {}\n", engine)
	}
	for _, home := range []string{"corp", "cloud"} {
		fmt.Fprintf(&b, "user_mailbox \"stays in %s\" { home = %q }\n", home, home)
	}
	fmt.Fprintf(&b, "mail_enabled_security_group \"both\" {\n  home = \"corp\"\n  members = [\"stays in corp\", \"stays in cloud\"]\n}\n")
	b.WriteString("room_mailbox \"room delegate\" {\n  home = \"cloud\"\n  provisioned_by = \"new_remote_mailbox\"\n}\n")
	b.WriteString("user_mailbox \"made delegate\" {\n  home = \"cloud\"\n  provisioned_by = \"cloud_direct\"\n  exchange_attributes_managed_in = \"cloud\"\n}\n")
	delegates := []string{"stays in corp", "stays in cloud", "both", "room delegate", "made delegate"}
	for _, kind := range model.RecipientType(0).Words()[1:] {
		for i, facts := range []string{
			`home = "corp"`,
			"home = \"corp\"\n  is_dir_synced = false",
			"home = \"cloud\"\n  provisioned_by = \"cloud_direct\"",
			"home = \"cloud\"\n  provisioned_by = \"migration\"\n  exchange_attributes_managed_in = \"cloud\"",
			"home = \"cloud\"\n  provisioned_by = \"new_remote_mailbox\"\n  hidden_from_address_lists_enabled = true",
		} {
			name := fmt.Sprintf("%s %d", kind, i)
			fmt.Fprintf(&b, "%s %q {\n  %s\n  primary_smtp_address = \"%s.%d@contoso.com\"\n}\n", kind, name, facts, kind, i)
			for _, state := range []string{"planned", "existing"} {
				list := strings.Join(quotedAll(delegates), ", ")
				fmt.Fprintf(&b, "grant \"full_access\" {\n  state = %q\n  recipient = %q\n  delegates = [%s]\n  expects = [\"send\"]\n}\n", state, name, list)
				fmt.Fprintf(&b, "grant \"full_access\" {\n  state = %q\n  recipient = %q\n  delegates = [%s]\n  access_method = \"additional_account\"\n  auto_mapping = true\n  expects = [\"send\"]\n}\n", state, name, list)
				fmt.Fprintf(&b, "grant \"send_as\" {\n  state = %q\n  recipient = %q\n  delegates = [%s]\n  expects = [\"read\", \"show_delegate\"]\n  send_from_address = \"other@contoso.com\"\n}\n", state, name, list)
				fmt.Fprintf(&b, "grant \"send_on_behalf\" {\n  state = %q\n  recipient = %q\n  delegates = [%s]\n  expects = [\"read\"]\n}\n", state, name, list)
				fmt.Fprintf(&b, "grant \"folder\" {\n  state = %q\n  recipient = %q\n  delegates = [%s]\n  folder = \"Calendar\"\n  access_rights = [\"LimitedDetails\"]\n  expects = [\"private_items\", \"calendar_details\"]\n}\n", state, name, list)
				fmt.Fprintf(&b, "outlook_delegate {\n  state = %q\n  manager = %q\n  delegate = %q\n  receives_meeting_requests = true\n}\n", state, name, delegates[i%len(delegates)])
			}
		}
	}
	return b.String()
}

func quotedAll(names []string) []string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = fmt.Sprintf("%q", name)
	}
	return quoted
}

// TestCommandsCanRun: in whatever organization a rule fires, its commands are cmdlets that exist where they are run, with parameters that
// they have there, on objects that are what the cmdlet takes; and without a forest nothing is to be done on-premises.
func TestCommandsCanRun(t *testing.T) {
	table, catalog := cmdletTable(t), newCatalog(t)
	used, told := map[string]bool{}, map[string]int{}
	check := func(text, from string) {
		config := load(t, text)
		version := model.ExchangeVersion(0)
		if len(config.Forests) == 1 {
			version = config.Forests[0].ExchangeVersion
		}
		result := checkModel(t, catalog, config, policies.Options{Profiles: []report.Profile{report.ExtendedProfile, report.VerboseProfile}})
		for _, f := range result.Findings {
			for _, r := range f.Remediation {
				if r.Command == "" || strings.HasPrefix(r.Command, hybridApplicationScript) {
					continue
				}
				for _, i := range invocationsIn(r.Command) {
					used[i.cmdlet] = true
				}
				wrong := runnable(table, r.Where, r.Command, version)
				if wrong == "" && r.Where == report.ExchangeOnPremises && len(config.Forests) == 0 {
					wrong = "there is no forest"
				}
				if wrong == "" {
					wrong = onRightObject(config, r.Where, r.Command)
				}
				key := f.Rule.ID + wrong
				if told[key]++; wrong != "" && told[key] == 1 {
					t.Errorf("%s in %s, %s: %s: %s (%s)", f.Rule.ID, from, r.Where, r.Command, wrong, f.Subject)
				}
			}
		}
	}
	for _, engine := range []string{"", "none", "entra_connect", "cloud_sync"} {
		for _, version := range model.ExchangeVersion(0).Words() {
			if engine == "" || version == "SE" || version == "2010" { // the two say little about each other
				check(combined(version, engine), fmt.Sprintf("Exchange %q with %q", version, engine))
			}
		}
	}
	for seed := range uint64(60) {
		check(organization.Random(seed).String(), fmt.Sprintf("random organization %d", seed))
	}
	for _, cmdlet := range slices.Sorted(maps.Keys(table)) {
		if !used[cmdlet] {
			t.Errorf("no rule printed %s: take it out of the table, or let a configuration fire that rule", cmdlet)
		}
	}
}

// hybridApplicationScript is a script of Microsoft's (aka.ms/ConfigureExchangeHybridApplication): it is downloaded, and no cmdlet.
const hybridApplicationScript = `.\ConfigureExchangeHybridApplication.ps1 -`
