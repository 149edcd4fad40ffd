package exports

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shuffledTables are tables of a random organization with everything that exports can have twice, and in two ways.
func shuffledTables(r *rand.Rand) map[string][]string {
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	name := func() string { return one("amy", "bob", "carl", "dora", "eve") }
	dn := func(n string) string {
		return one(`"CN=`+n+`,OU=P,DC=contoso,DC=com"`, `"CN=`+n+`,OU=x.onmicrosoft.com,OU=Microsoft Exchange Hosted Organizations,DC=EURPR01A001,DC=PROD,DC=OUTLOOK,DC=COM"`, `"CN=`+n+`,DC=fabrikam,DC=local"`, "")
	}
	tables := map[string][]string{
		"mailboxes":  {"Name,Alias,DisplayName,PrimarySmtpAddress,RecipientTypeDetails,DistinguishedName,Guid,SamAccountName,EmailAddresses,IsDirSynced,GrantSendOnBehalfTo"},
		"users":      {"UserPrincipalName,WindowsEmailAddress,SamAccountName,AccountDisabled,RecipientTypeDetails,Department,Office"},
		"access":     {"Identity,User,AccessRights,IsInherited,Deny"},
		"send":       {"Identity,Trustee,AccessControlType,AccessRights,IsInherited"},
		"directory":  {"Identity,User,ExtendedRights,IsInherited,Deny"},
		"folders":    {"Identity,FolderName,User,AccessRights,SharingPermissionFlags"},
		"types":      {"Mailbox,FolderPath,FolderType"},
		"batches":    {"Identity,Status,BatchDirection,TotalCount,CompleteAfter"},
		"members":    {"Identity,BatchId"},
		"config":     {"Name,ACLableSyncedObjectEnabled,OAuth2ClientProfileEnabled,PublicFoldersEnabled,HybridlintSide"},
		"domains":    {"DomainName,DomainType,InitialDomain,HybridlintSide"},
		"sizes":      {"Mailbox,TotalItemSize,ItemCount"},
		"report":     {"Mailbox,User,AccessRights"},
		"moves":      {"ExchangeGuid,Status,Flags,CompletionTimestamp,HybridlintSide"},
		"processing": {"Identity,ResourceDelegates"},
		"groups":     {"Group,PrimarySmtpAddress"},
	}
	add := func(table string, cells ...string) { tables[table] = append(tables[table], strings.Join(cells, ",")) }
	for range 14 {
		n := name()
		guid := fmt.Sprintf("%08d-1111-1111-1111-111111111111", r.IntN(9)+1)
		add("mailboxes", one(n, n+"2"), one(n, ""), one(n, strings.ToUpper(n), "Same"), one(n+"@contoso.com", n+"2@contoso.com", ""), one("UserMailbox", "SharedMailbox", "MailUser", "RemoteUserMailbox", "MailUniversalSecurityGroup", "Wrong"),
			dn(n), one(guid, ""), one(n, name(), ""), one("SMTP:"+n+"@contoso.com", "SMTP:"+n+"@contoso.com;smtp:"+name()+"@fabrikam.com", ""), one("True", "False", ""), one(name(), name()+";"+name(), ""))
		add("users", n+"@contoso.com", n+"@contoso.com", n, one("True", "False"), "UserMailbox", one("Sales", "IT", ""), one("Berlin", "Rome", ""))
		add("access", one(n, "contoso.com/P/"+n, n+"@contoso.com"), one(name(), `CONTOSO\`+name(), `FABRIKAM\`+name(), `NORTH\`+name(), "Same"), "FullAccess", one("False", "True"), one("False", "True", "maybe"))
		add("send", n, one(name(), name()+"@contoso.com"), one("Allow", "Deny"), "SendAs", "False")
		add("directory", "contoso.com/P/"+n, `CONTOSO\`+name(), one("Send-As", "Receive-As"), "False", "False")
		add("folders", n+`:\`+one("Kalender", "Termine", "Inbox"), "x", one(name(), "Default", "Standard"), one("Editor", "Reviewer", "None", "AvailabilityOnly"), one("", "Delegate"))
		add("types", n, "/"+one("Termine", "Inbox", "Eingang"), one("Calendar", "Inbox"))
		add("batches", one("wave-1", "wave-2"), one("Synced", "Syncing", "Completed"), one("Onboarding", "Offboarding", ""), "1", one("12/5/2026", "12/31/2026", "2026-12-06", ""))
		add("members", n, one("wave-1", "wave-2", ""))
		add("config", "Contoso", one("True", "False", ""), one("True", "False"), one("Local", "None"), one("cloud", "corp", "hq"))
		add("domains", one("contoso.onmicrosoft.com", "fabrikam.onmicrosoft.com", "contoso.mail.onmicrosoft.com", "x.mail.onmicrosoft.com"), "Authoritative", one("True", "False", ""), one("cloud", "corp"))
		add("sizes", n, one(`"1 GB (1,073,741,824 bytes)"`, `"9 GB (9,663,676,416 bytes)"`), fmt.Sprint(r.IntN(99)))
		add("report", one(n+"@contoso.com", "new-"+n+"@contoso.com"), one(name()+"@contoso.com", name()), one("Full Access", "Send As", "SendOnBehalfTo"))
		add("moves", guid, "Completed", "\"CrossOrg, Pull\"", one("2025-05-17", "2024-05-17", "5/7/2025", "5/17/2025"), "cloud")
		add("processing", n, one(name(), name()+";"+name()))
		add("groups", n, name()+"@contoso.com")
	}
	return tables
}

// told is everything that an import says, but for the places.
func told(t *testing.T, c *Configuration) string {
	var out strings.Builder
	for line := range strings.Lines(written(t, c)) {
		if !strings.HasPrefix(line, "# ") || !strings.Contains(line, ".csv:") {
			out.WriteString(line)
		}
	}
	for _, remark := range c.Account.Remarks {
		out.WriteString("note: " + remark + "\n")
	}
	var losses []string
	for _, l := range c.Account.Losses {
		losses = append(losses, l.What+": "+l.Reason+"\n")
	}
	slices.Sort(losses)
	for _, tally := range c.Account.Tallies {
		fmt.Fprintf(&out, "%+v\n", tally)
	}
	return out.String() + strings.Join(losses, "")
}

// TestOrderSaysNothing: rows in another order, in files of other names, say the same.
func TestOrderSaysNothing(t *testing.T) {
	for seed := range uint64(25) {
		r := rand.New(rand.NewPCG(seed, 7))
		tables := shuffledTables(r)
		first := ""
		for round := range 3 {
			files := map[string]string{}
			names := slices.Sorted(maps.Keys(tables))
			r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
			for i, name := range names {
				rows := slices.Clone(tables[name][1:])
				if round > 0 {
					r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
				}
				files[fmt.Sprintf("%02d.csv", i)] = tables[name][0] + "\n" + strings.Join(rows, "\n") + "\n"
			}
			c, problems := importOf(t, files)
			for i, p := range problems {
				problems[i].Location.File = p.Summary
			}
			got := told(t, c)
			if round == 0 {
				first = got
			} else if got != first {
				t.Fatalf("seed %d: %s", seed, cmp.Diff(first, got))
			}
		}
	}
}
