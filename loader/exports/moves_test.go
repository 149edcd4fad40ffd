package exports

import (
	"strings"
	"testing"

	"hybridlint/loader"
)

// TestMovedOn: the day of a completed move to the cloud, where it can be read in one way.
func TestMovedOn(t *testing.T) {
	const mailbox = "PrimarySmtpAddress,Alias,DisplayName,RecipientTypeDetails,ExchangeGuid,OriginatingServer\n" +
		"amy@contoso.com,amy,Amy,UserMailbox,11111111-1111-1111-1111-111111111111,X.PROD.OUTLOOK.COM\n"
	const header = "ExchangeGuid,Status,Flags,Direction,WorkloadType,CompletionTimestamp,HybridlintSide\n"
	row := func(status, flags, direction, workload, when string) string {
		return "11111111-1111-1111-1111-111111111111," + status + ",\"" + flags + "\"," + direction + "," + workload + "," + when + ",cloud\n"
	}
	for name, test := range map[string]struct {
		rows, want string
		lost       int
	}{
		"onboarding":         {row("Completed", "CrossOrg, Pull", "Pull", "Onboarding", "2025-05-17"), "2025-05-17", 0},
		"by direction":       {row("CompletedWithWarning", "CrossOrg, Pull", "", "", "2025-05-17T22:01:02.1234567+02:00"), "2025-05-17", 0},
		"ConvertTo-Json":     {row("Completed", "CrossOrg, Pull", "", "", "/Date(1747519200000)/"), "2025-05-17", 0},
		"German":             {row("Completed", "CrossOrg, Pull", "", "", "07.05.2025 22:01:02"), "2025-05-07", 0},
		"American":           {row("Completed", "CrossOrg, Pull", "", "", "5/17/2025 10:01:02 PM"), "2025-05-17", 0},
		"British":            {row("Completed", "CrossOrg, Pull", "", "", "17/05/2025 22:01:02"), "2025-05-17", 0},
		"either":             {row("Completed", "CrossOrg, Pull", "", "", "5/7/2025 10:01:02 PM"), "", 1},
		"no date":            {row("Completed", "CrossOrg, Pull", "", "", "soon"), "", 1},
		"no such day":        {row("Completed", "CrossOrg, Pull", "", "", "2025-02-30"), "", 1},
		"the last one":       {row("Completed", "CrossOrg, Pull", "", "", "2025-05-17") + row("Completed", "CrossOrg, Pull", "", "", "2024-05-17"), "2025-05-17", 0},
		"offboarding":        {row("Completed", "CrossOrg, Push", "Push", "Offboarding", "2025-05-17"), "", 0},
		"between databases":  {row("Completed", "IntraOrg, Pull", "Pull", "LoadBalancing", "2025-05-17"), "", 0},
		"not completed":      {row("InProgress", "CrossOrg, Pull", "Pull", "Onboarding", "2025-05-17"), "", 0},
		"nobody knows where": {row("Completed", "CrossOrg", "", "", "2025-05-17"), "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := importOf(t, map[string]string{"a.csv": mailbox, "moves.csv": header + test.rows})
			text := written(t, c)
			want := test.want == "" && !strings.Contains(text, "moved_on") || test.want != "" && strings.Contains(text, `moved_on             = "`+test.want+`"`)
			if len(problems) > 0 || !want || c.Account.Lost() != test.lost {
				t.Errorf("%v %+v\n%s", problems, c.Account, text)
			}
		})
	}
}

// TestDayOf: no text is a day that is in no calendar.
func TestDayOf(t *testing.T) {
	for _, text := range []string{"", "0000-00-00", "2025-13-01", "31.02.2025", "13/13/2025", "/Date(x)/", "/Date(-99999999999999)/", "2025-05-17X"} {
		if day, _ := dayOf(text); day != 0 {
			t.Errorf("%q is %d", text, day)
		}
	}
	if day, sure := dayOf("/Date(1747519200000+0200)/"); day != loader.Date(20250517) || !sure {
		t.Errorf("%d %v", day, sure)
	}
}

// TestResourceForest: linked mailboxes make a forest one, and a trust counts where it is in the domain of their accounts.
func TestResourceForest(t *testing.T) {
	const plain = "PrimarySmtpAddress,Alias,RecipientTypeDetails,LinkedMasterAccount,DistinguishedName\namy@contoso.com,amy,UserMailbox,,\"CN=amy,DC=contoso,DC=com\"\n"
	const linked = plain + "bob@contoso.com,bob,LinkedMailbox,ACCOUNTS\\bob,\"CN=bob,DC=contoso,DC=com\"\n"
	const trusts = "Name,Source,Target,Direction,ForestTransitive,IntraForest\na,\"DC=contoso,DC=com\",accounts.fabrikam.com,Outbound,True,False\n"
	for name, test := range map[string]struct {
		mailboxes, trusts string
		resource, trusted bool
	}{
		"accounts of its own": {plain, trusts, false, false},
		"linked mailboxes":    {linked, "", true, false},
		"and a trust":         {linked, trusts, true, true},
		"of another domain":   {linked, strings.Replace(trusts, "accounts.", "others.", 1), true, false},
		"the other way":       {linked, strings.Replace(trusts, "Outbound", "Inbound", 1), true, false},
	} {
		t.Run(name, func(t *testing.T) {
			files := map[string]string{"m.csv": test.mailboxes}
			if test.trusts != "" {
				files["t.csv"] = test.trusts
			}
			c, problems := importOf(t, files, SideOf{Side: "corp"})
			text := written(t, c)
			if len(problems) > 0 || strings.Contains(text, "is_resource_forest") != test.resource || strings.Contains(text, "trusts_logon_forest = true") != test.trusted {
				t.Errorf("%v\n%s", problems, text)
			}
		})
	}
}
