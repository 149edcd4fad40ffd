package exports

import (
	"strings"
	"testing"
)

// TestValuesOfTheOrganization: what an export says in another way than the language, and what it does not say enough of.
func TestValuesOfTheOrganization(t *testing.T) {
	const relationship = "Name,DomainNames,FreeBusyAccessEnabled,FreeBusyAccessLevel,DistinguishedName\nA,contoso.mail.onmicrosoft.com,True,LEVEL,\"CN=1,DC=contoso,DC=com\"\n"
	for name, test := range map[string]struct {
		file, want, remark string
		lost               int
	}{
		"a level":             {file: strings.Replace(relationship, "LEVEL", "limiteddetails", 1), want: `free_busy_access_level   = "LimitedDetails"`},
		"its number":          {file: strings.Replace(relationship, "LEVEL", "1", 1), want: `free_busy_access_level   = "AvailabilityOnly"`},
		"no such level":       {file: strings.Replace(relationship, "LEVEL", "Everything", 1), want: "free_busy_access_enabled = true", lost: 1},
		"public folders":      {file: "Name,PublicFoldersEnabled,OriginatingServer\ncontoso.onmicrosoft.com,Remote,X.PROD.OUTLOOK.COM\n", want: `tenant "contoso"`, remark: "Declare public_folders"},
		"a batch of old":      {file: "Identity,Status,MigrationType\nwave,Syncing,ExchangeRemoteMove\n", want: `direction = "onboarding"`, remark: "direction of the batch wave"},
		"a batch of no state": {file: "Identity,Status,MigrationType\nwave,7,ExchangeRemoteMove\n", want: "amy", lost: 1},
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := importOf(t, map[string]string{"people.csv": people, "org.csv": test.file, "users.csv": "Identity,BatchId\namy@contoso.com,wave\n"}, SideOf{Path: "people.csv", Side: "corp"}, SideOf{Path: "users.csv", Side: "cloud"})
			text := written(t, c)
			if len(problems) > 0 || !strings.Contains(text, test.want) || c.Account.Lost() != test.lost || !strings.Contains(strings.Join(c.Account.Remarks, "\n"), test.remark) {
				t.Errorf("%v %+v\n%s", problems, c.Account, text)
			}
		})
	}
}
