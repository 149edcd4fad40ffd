package exports

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestLists: a text is tried as one name before it is taken apart, and is a list only where every part is somebody in exactly one way.
func TestLists(t *testing.T) {
	const people = "PrimarySmtpAddress,Alias,SamAccountName,Name,DisplayName,RecipientTypeDetails,DistinguishedName,Identity\n" +
		"amy@x.com,amy,amy,\"Alberts, Amy\",\"Alberts, Amy\",UserMailbox,\"CN=Alberts\\, Amy,OU=U,DC=x,DC=com\",\"x.com/U/Alberts, Amy\"\n" +
		"bob@x.com,bob,bob,Bob Baker,Bob Baker,UserMailbox,\"CN=Bob Baker,CN=Users,DC=x,DC=com\",x.com/Users/Bob Baker\n" +
		"alberts@x.com,alberts,alberts,Alberts,Max,UserMailbox,\"CN=Alberts,OU=U,DC=x,DC=com\",x.com/U/Alberts\n" +
		"first@x.com,amy2,amy2,Amy Two,Amy Two,UserMailbox,\"CN=Amy Two,OU=U,DC=x,DC=com\",x.com/U/Amy Two\n"
	for text, want := range map[string]string{
		"{}": "", "amy@x.com": "amy", "{amy, bob}": "amy bob", "amy@x.com;bob@x.com": "amy bob", "Bob Baker": "bob", "amy@x.com bob@x.com": "amy bob", "amy@x.com, bob@x.com": "amy bob",
		"Bob <bob@x.com>": "bob", "Alberts, Amy": "amy", "alberts,  AMY": "amy", "{Alberts, Amy}": "amy", "Alberts, Amy; Bob Baker": "amy bob", "Alberts, Amy (amy@x.com), Baker, Bob (bob@x.com)": "amy bob",
		"Bob Baker, Alberts, Amy": "amy bob", `X\amy, X\bob`: "amy bob", `X\bob;amy@x.com`: "amy bob", "bob, amy": "amy bob",
		"x.com/U/Alberts, Amy": "amy", "{x.com/U/Alberts, Amy, x.com/Users/Bob Baker}": "amy bob",
		`CN=Alberts\, Amy,OU=U,DC=x,DC=com`: "amy", `CN=Alberts\2C Amy, OU=U, DC=x, DC=com`: "amy", `CN="Alberts, Amy",OU=U,DC=x,DC=com`: "amy",
		`CN=Alberts\, Amy,OU=U,DC=x,DC=com, CN=Bob Baker,CN=Users,DC=x,DC=com`: "amy bob", `CN=Bob Baker,CN=Users,DC=x,DC=com;CN=Alberts\, Amy,OU=U,DC=x,DC=com`: "amy bob",
		"Amy, Bob Baker, Alberts":     "", // of the parts, two could be one name
		"Bob Baker, Nobody":           "",
		"Alberts, Amy, Nobody Else":   "",
		"bob@x.com, Nobody":           "",
		"Baker, Bob":                  "",
		"Alberts, Amy (amy@gone.com)": "",
	} {
		t.Run(text, func(t *testing.T) {
			report := "Mailbox,Full Access\nbob2@x.com,\"" + strings.ReplaceAll(text, `"`, `""`) + "\"\n"
			box := "bob2@x.com,bob2,bob2,Box,Box,SharedMailbox,\"CN=Box,OU=U,DC=x,DC=com\",x.com/U/Box\n"
			c, problems := importOf(t, map[string]string{"people.csv": people + box, "report.csv": report}, SideOf{Side: "corp"})
			var expected []string
			for name := range strings.FieldsSeq(want) {
				expected = append(expected, `"full_access" bob2@x.com `+name+"@x.com")
			}
			if diff := cmp.Diff(expected, grantsIn(c), cmpopts.EquateEmpty()); diff != "" || len(problems) > 0 || (want == "" && text != "{}") != (c.Account.Lost() == 1) {
				t.Errorf("%v %+v %s", problems, c.Account.Losses, diff)
			}
		})
	}
}
