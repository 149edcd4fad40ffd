package exports

import (
	"regexp"
	"strings"
	"testing"
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

// TestTimes: a time is read in one way, or not at all.
func TestTimes(t *testing.T) {
	for text, want := range map[string]string{
		"2026-12-05": "2026-12-05", "2026-12-05T22:00:00Z": "2026-12-05T22:00:00Z", "2026-12-05T22:00:00+01:00": "2026-12-05T21:00:00Z", "2026/12/5 9:03": "2026-12-05T09:03:00Z",
		"/Date(1747519200000+0200)/": "2025-05-17T22:00:00Z", "07.05.2025 22:01:02": "2025-05-07T22:01:02Z", "5/17/2025 10:01:02 PM": "2025-05-17T22:01:02Z", "17/05/2025 22:01": "2025-05-17T22:01:00Z",
		"Saturday, December 5, 2026 10:00:00 PM": "2026-12-05T22:00:00Z", "5 December 2026 22:00": "2026-12-05T22:00:00Z", "Samstag, 5. Dezember 2026 22:00:00": "2026-12-05T22:00:00Z",
		"05-Dec-2026": "2026-12-05", "5 de diciembre de 2026": "2026-12-05", "2026. 12. 05. 22:00": "2026-12-05T22:00:00Z", "5/5/2026": "2026-05-05", "12/31/2026 12:00 AM": "2026-12-31",
		"5/7/2025": eitherOrder, "12/31/9999 11:59:59 PM": "", "0001-01-01T00:00:00": "",
		"2025-13-01": wrongValue, "31.02.2025": wrongValue, "13/13/2025": wrongValue, "/Date(-99999999999999)/": wrongValue,
	} {
		w, known := timeOf(text)
		im := newImporter(Options{})
		im.noteOrder(dateColumn{}, w)
		got, ok, reason := im.timeIn(dateColumn{}, w)
		if ok {
			reason = instantText(got)
		}
		if !known || reason != want {
			t.Errorf("%q is %q", text, reason)
		}
	}
	for _, text := range []string{"", "soon", "/Date(x)/", "2025-05-17X", "25:00", "2025-05-17 25:00", "5 Foo 2026", "2025-05-17 13:00 PM"} {
		if w, known := timeOf(text); known {
			t.Errorf("%q is %+v", text, w)
		}
	}
}

// TestBatches: what a batch is planned for, as far as it can be read; one date above 12 shows how a whole column is written.
func TestBatches(t *testing.T) {
	const people = "PrimarySmtpAddress,Alias,DisplayName,RecipientTypeDetails,DistinguishedName\namy@contoso.com,amy,Amy,UserMailbox,\"CN=amy,DC=contoso,DC=com\"\n"
	const users = "Identity,BatchId\namy@contoso.com,wave-1\namy@contoso.com,wave-2\n"
	const header = "Identity,Status,BatchDirection,TotalCount,CompleteAfter,StartAfter\n"
	for name, test := range map[string]struct {
		rows  string
		wants []string
		lost  int
	}{
		"proven":     {"wave-1,Synced,Onboarding,1,12/5/2026 10:00:00 PM,\nwave-2,Syncing,Onboarding,1,12/31/2026 10:00:00 PM,\n", []string{`complete_after = "2026-12-05T22:00:00Z"`, `complete_after = "2026-12-31T22:00:00Z"`}, 0},
		"not proven": {"wave-1,Synced,Onboarding,1,12/5/2026 10:00:00 PM,\nwave-2,Syncing,Onboarding,1,,12/31/2026\n", []string{`start_after = "2026-12-31"`}, 1},
		"never":      {"wave-1,Synced,Onboarding,1,12/31/9999 11:59:59 PM,0001-01-01\nwave-2,Synced,Onboarding,1,,\n", nil, 0},
		"no time":    {"wave-1,Synced,Onboarding,1,soon,\nwave-2,Synced,Onboarding,1,,\n", nil, 1},
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := importOf(t, map[string]string{"a.csv": people, "b.csv": header + test.rows, "u.csv": users}, SideOf{Side: "corp"})
			text := regexp.MustCompile(` +=`).ReplaceAllString(written(t, c), " =")
			for _, want := range test.wants {
				if !strings.Contains(text, want) {
					t.Errorf("%s is not in\n%s", want, text)
				}
			}
			if got := strings.Count(text, "_after ="); len(problems) > 0 || c.Account.Lost() != test.lost || got != len(test.wants) {
				t.Errorf("%v %+v\n%s", problems, c.Account, text)
			}
		})
	}
}

// TestPlanningFacts: what people plan with stands in the blocks of mailboxes.
func TestPlanningFacts(t *testing.T) {
	c, problems := importOf(t, map[string]string{
		"a.csv": "PrimarySmtpAddress,Alias,DisplayName,RecipientTypeDetails,DistinguishedName\namy@contoso.com,amy,Amy,UserMailbox,\"CN=amy,DC=contoso,DC=com\"\n",
		"u.csv": "UserPrincipalName,WindowsEmailAddress,DistinguishedName,AccountDisabled,RecipientTypeDetails,Department,Office\namy@contoso.com,amy@contoso.com,\"CN=amy,DC=contoso,DC=com\",False,UserMailbox,Sales,Berlin\n",
		"s.csv": "Mailbox,TotalItemSize,ItemCount\namy@contoso.com,\"11.2 GB (12,025,908,428 bytes)\",48000\n",
	}, SideOf{Side: "corp"})
	text := regexp.MustCompile(` +=`).ReplaceAllString(written(t, c), " =")
	for _, want := range []string{`department = "Sales"`, `office = "Berlin"`, "size_gb = 12", "items = 48000"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
	if len(problems) > 0 || c.Account.Lost() > 0 {
		t.Errorf("%v %+v", problems, c.Account)
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
