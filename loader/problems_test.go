package loader_test

import (
	"strings"
	"testing"
)

// Every mistake is a problem with its place and with what to do about it.
func TestProblems(t *testing.T) {
	tests := []struct {
		name string
		text string
		want []string // place in a.hcl, summary, words of the detail
	}{
		// Blocks and labels.
		{"unknown block", `tenat "x" {}`, []string{`1:1-6 Unknown block: Did you mean "tenant"?`}},
		{"unknown block in another notation", `UserMailbox "x" {}`, []string{`1:1-12 Unknown block: Did you mean "user_mailbox"?`}},
		{"unknown block far from any", `nothing_alike {}`, []string{`1:1-14 Unknown block: "nothing_alike" | hybridlint help language`}},
		{"word of Exchange for a block", `remote_mailbox "x" {}`, []string{`1:1-15 Unknown block: Did you mean "user_mailbox"?`}},
		{"another", `batch "x" {}`, []string{`1:1-6 Unknown block: Did you mean "migration_batch"?`}},
		{"and another", `distribution_list "x" {}`, []string{`1:1-18 Unknown block: Did you mean "distribution_group"?`}},
		{"words of Exchange for attributes", `grant "send_as" {
  identity = "sales"
  trustee  = "amy"
}`, []string{`1:1-16 Missing attribute: "recipient"`, `1:1-16 Missing attribute: "delegate"`,
			`2:3-11 Unknown attribute: Did you mean "recipient"?`, `3:3-10 Unknown attribute: Did you mean "delegate"?`}},
		{"inner block outside", `object "cloud" {}`, []string{`1:1-7 Block in the wrong place: inside a recipient block`}},
		{"attribute outside", `home = "corp"`, []string{`1:1-5 Attribute outside a block: "home"`}},
		{"no label", `forest {}`, []string{`1:1-7 Missing label: the forest's name`}},
		{"two labels", `forest "a" "b" {}`, []string{`1:12-15 Unexpected label: one label`}},
		{"label where none is", `defaults "a" {}`, []string{`1:10-13 Unexpected label: no label`}},
		{"empty label", `user_mailbox "" { home = "corp" }`, []string{`1:14-16 Empty label: the recipient's name`}},
		{"unknown permission", `grant "fullaccess" {
  recipient = "sales"
  delegate  = "amy@contoso.com"
}`, []string{`1:7-19 Unknown label: Did you mean "full_access"?`}},
		{"unknown engine", `directory_sync "dirsync" {}`, []string{`1:16-25 Unknown label: Write "entra_connect", "cloud_sync" or "none"`}},
		{"reserved forest", `forest "Cloud" {}`, []string{`1:8-15 Reserved name: Exchange Online`}},
		{"second tenant", "tenant \"fabrikam\" {}\n\ntenant \"b\" {}", []string{
			`3:1-11 Second tenant: "fabrikam" | a.hcl:1`, `organization.hcl:2:1-17 Second tenant: a.hcl:1`}},
		{"second defaults", "defaults {}\ndefaults {}", []string{`2:1-9 Second defaults block: a.hcl:1`}},
		{"second engine", "directory_sync \"cloud_sync\" {}\ndirectory_sync \"cloud_sync\" {}", []string{`2:1-28 Duplicate label: "cloud_sync" | a.hcl:1`}},
		{"no engine beside one", "directory_sync \"none\" {}\ndirectory_sync \"cloud_sync\" {}", []string{`1:1-22 Contradiction: "cloud_sync" | a.hcl:2`}},
		{"duplicate recipients of two types", "user_mailbox \"x\" { home = \"corp\" }\nmail_user \"X\" { home = \"corp\" }", []string{`2:1-14 Duplicate label: "X" | a.hcl:1 | case`}},
		{"duplicate forest", "forest \"a\" {}\nforest \"A\" {}", []string{`2:1-11 Duplicate label: "A" | a.hcl:1`}},
		{"duplicate batch", `migration_batch "w" {
  direction = "onboarding"
  members   = ["sales"]
}
migration_batch "W" {
  direction = "onboarding"
  members   = ["sales"]
}`, []string{`5:1-20 Duplicate label: "W" | a.hcl:1`}},
		{"duplicate bulk change", `bulk_change "t" {
  recipients = []
  permission = "send_as"
}
bulk_change "t" {
  recipients = []
  permission = "send_as"
}`, []string{`5:1-16 Duplicate label: "t" | a.hcl:1`}},

		// Attributes.
		{"unknown attribute", `forest "a" { exchange_verson = "2019" }`, []string{`1:14-29 Unknown attribute: forest | Did you mean "exchange_version"?`}},
		{"unknown attribute in another notation", `forest "a" { ExchangeVersion = "2019" }`, []string{`1:14-29 Unknown attribute: Did you mean "exchange_version"?`}},
		{"unknown attribute of a small block", `defaults { colour = "red" }`, []string{`1:12-18 Unknown attribute: Write "clients", "access_method" or "channel"`}},
		{"attribute twice", "forest \"a\" {\n  modern_auth = true\n  modern_auth = true\n}", []string{`3:3-14 Duplicate attribute: "modern_auth"`}},
		{"missing home", `user_mailbox "x" {}`, []string{`1:1-17 Missing attribute: "home"`}},
		{"home is null", `user_mailbox "x" { home = null }`, []string{`1:1-17 Missing attribute: "home"`}},
		{"home comes to null", `user_mailbox "x" { home = true ? null : "corp" }`, []string{`1:1-17 Missing attribute: "home"`}},
		{"missing recipient and delegate", `grant "send_as" {}`, []string{
			`1:1-16 Missing attribute: "recipient"`, `1:1-16 Missing attribute: either "delegate" or "delegates"`}},
		{"delegate and delegates", `grant "send_as" {
  recipient = "sales"
  delegate  = "amy@contoso.com"
  delegates = ["boss@contoso.com"]
}`, []string{`4:15-35 Too many attributes: not both`}},
		{"no delegates", `grant "send_as" {
  recipient = "sales"
  delegates = []
}`, []string{`3:15-17 Empty list: "delegates"`}},
		{"folder grant without folder", `grant "folder" {
  recipient = "sales"
  delegate  = "amy@contoso.com"
}`, []string{`1:1-15 Missing attribute: "folder"`, `1:1-15 Missing attribute: "access_rights"`}},
		{"empty folder and rights", `grant "folder" {
  recipient     = "sales"
  delegate      = "amy@contoso.com"
  folder        = " "
  access_rights = []
}`, []string{`4:19-22 Empty text: "folder"`, `5:19-21 Empty list: "access_rights"`}},
		{"empty outlook delegate", `outlook_delegate {}`, []string{`1:1-17 Missing attribute: "manager"`, `1:1-17 Missing attribute: "delegate"`}},
		{"empty invitation", `sharing_invitation {}`, []string{`1:1-19 Missing attribute: "owner"`, `1:1-19 Missing attribute: "recipient"`}},
		{"empty batch", `migration_batch "w" {}`, []string{`1:1-20 Missing attribute: "direction"`, `1:1-20 Missing attribute: "members"`}},
		{"batch without members", `migration_batch "w" {
  direction = "onboarding"
  members   = []
}`, []string{`3:15-17 Empty list: "members" | at least one`}},
		{"planned for an account without a name", `grant "send_as" {
  recipient = "sales"
  delegates = ["amy@contoso.com", "NT:S-1-5-21-1-2-3-1104"]
}
outlook_delegate {
  manager  = "sales"
  delegate = "S-1-5-21-1-2-3-1104"
}
grant "send_as" {
  state     = "existing"
  recipient = "sales"
  delegates = ["S-1-5-21-1-2-3-1104", "S-1-5-21-1-2-3-500"]
}`, []string{`3:35-59 Account without a name: "NT:S-1-5-21-1-2-3-1104" | state = "existing"`, `7:14-35 Account without a name: "S-1-5-21-1-2-3-1104"`}},
		{"attributes of mailboxes", `mail_user "x" {
  home       = "corp"
  department = "Sales"
  size_gb    = 3
}
user_mailbox "y" {
  home    = "corp"
  size_gb = 1.5
  items   = -1
}`, []string{`3:3-13 Attribute in the wrong place: mailboxes`, `4:3-10 Attribute in the wrong place: mailboxes`, `8:13-16 Wrong number: "size_gb"`, `9:13-15 Wrong number: "items"`}},
		{"empty bulk change", `bulk_change "t" {}`, []string{`1:1-16 Missing attribute: "recipients"`, `1:1-16 Missing attribute: "permission"`}},
		{"exception without rationale", `exception "HYB301" {}`, []string{`1:1-19 Missing attribute: "rationale"`}},
		{"exception with an empty rationale", `exception "HYB301" { rationale = "  " }`, []string{`1:34-38 Empty text: "rationale"`}},
		{"members of no group", `user_mailbox "x" {
  home        = "corp"
  members     = []
  group_scope = "global"
}`, []string{`3:3-10 Attribute in the wrong place: "members" belongs to groups`, `4:3-14 Attribute in the wrong place: "group_scope" belongs to groups`}},
		{"attributes of the other engine", `directory_sync "cloud_sync" {
  version                    = "1.1"
  exchange_hybrid_deployment = true
}`, []string{`2:3-10 Attribute in the wrong place: "entra_connect"`, `3:3-29 Attribute in the wrong place: "entra_connect"`}},
		{"attributes of the first engine", `directory_sync "entra_connect" {
  agent_version             = "1.1"
  exchange_hybrid_writeback = true
}`, []string{`2:3-16 Attribute in the wrong place: "cloud_sync"`, `3:3-28 Attribute in the wrong place: "cloud_sync"`}},
		{"attributes of no engine", `directory_sync "none" { excluded_attributes = [] }`, []string{`1:25-44 Attribute in the wrong place: "entra_connect"`}},
		{"attributes of other permissions", `grant "send_on_behalf" {
  recipient                = "sales"
  delegate                 = "amy@contoso.com"
  auto_mapping             = true
  access_method            = "automap"
  deny                     = true
  inherited                = true
  replication              = "manual"
  send_from_address        = "x@y.com"
  folder                   = "Calendar"
  folder_type              = "Calendar"
  access_rights            = ["Editor"]
  parent_access_rights     = ["Editor"]
  sharing_permission_flags = []
  outlook_windows {}
}`, []string{
			`4:3-15 Attribute in the wrong place: full_access`, `5:3-16 Attribute in the wrong place: full_access`,
			`6:3-7 Attribute in the wrong place: full_access | send_as`, `7:3-12 Attribute in the wrong place: full_access | send_as`,
			`8:3-14 Attribute in the wrong place: send_as`, `9:3-20 Attribute in the wrong place: send_as`,
			`10:3-9 Attribute in the wrong place: folder`, `11:3-14 Attribute in the wrong place: folder`,
			`12:3-16 Attribute in the wrong place: folder`, `13:3-23 Attribute in the wrong place: folder`,
			`14:3-27 Attribute in the wrong place: folder`, `15:3-18 Block in the wrong place: full_access`}},
		{"attributes of Send on Behalf elsewhere", `grant "full_access" {
  recipient   = "sales"
  delegate    = "amy@contoso.com"
  present_in  = ["corp"]
  change_mode = "add"
  new_list    = []
}`, []string{
			`4:3-13 Attribute in the wrong place: send_as | send_on_behalf`,
			`5:3-14 Attribute in the wrong place: send_on_behalf`, `6:3-11 Attribute in the wrong place: send_on_behalf`}},
		{"block written as attribute", `user_mailbox "x" {
  home   = "corp"
  object = {}
}`, []string{`3:3-9 Block written as an attribute: without "="`}},
		{"attribute written as block", `user_mailbox "x" {
  home = "corp"
  email_addresses {}
}`, []string{`3:3-18 Attribute written as a block: write email_addresses =`}},
		{"unknown inner block", `user_mailbox "x" {
  home = "corp"
  objekt "cloud" {}
}`, []string{`3:3-9 Unknown block: Did you mean "object"?`}},
		{"two blocks where one is allowed", `forest "a" {
  organization_relationship {}
  organization_relationship {}
  intra_organization_connector {}
  intra_organization_connector {}
}`, []string{`3:3-28 Duplicate block: a.hcl:2`, `5:3-31 Duplicate block: a.hcl:4`}},
		{"labels of inner blocks", `forest "a" {
  organization_relationship "cloud" {}
  intra_organization_connector "cloud" {}
}`, []string{`2:29-36 Unexpected label: no label`, `3:32-39 Unexpected label: no label`}},

		// Values.
		{"address without quotes", "grant \"send_as\" {\n  recipient = amy.b@contoso.com\n  delegates = [bob@contoso.com, @x]\n}", []string{
			`2:20-21 Text without quotes: write "amy.b@contoso.com"`, `3:19-20 Text without quotes: write "bob@contoso.com"`, `3:33-34 Invalid character`,
		}},
		{"home is missing", `shared_mailbox "x" {}`, []string{`1:1-19 Missing attribute: "home". Add it ("cloud" or a forest), like home = "cloud".`}},
		{"text without quotes", `user_mailbox "x" { home = corp }`, []string{`1:27-31 Text without quotes: write "corp"`}},
		{"path without quotes", `user_mailbox "x" { home = forest.corp }`, []string{`1:27-38 Unknown name: "forest" | local.NAME`}},
		{"number for text", `forest "a" { exchange_version = 2019 }`, []string{`1:33-37 Wrong type: text in quotes | a number | Write "2019"`}},
		{"text for truth", `forest "a" { modern_auth = "true" }`, []string{`1:28-34 Wrong type: without quotes | Write true.`}},
		{"text for a list", `user_mailbox "x" {
  home            = "corp"
  email_addresses = "smtp:x@y.com"
}`, []string{`3:21-35 Wrong type: a list | Write ["smtp:x@y.com"]`}},
		{"number in a list", `user_mailbox "x" {
  home            = "corp"
  email_addresses = ["smtp:x@y.com", 7]
}`, []string{`3:38-39 Wrong type: texts in quotes | a number`}},
		{"list for text", `user_mailbox "x" { home = ["corp"] }`, []string{`1:27-35 Wrong type: text in quotes | a list`}},
		{"object for text", `user_mailbox "x" { home = {} }`, []string{`1:27-29 Wrong type: an object`}},
		{"unknown word", `forest "a" { exchange_version = "2018" }`, []string{`1:33-39 Unknown value: "2018" is no value of "exchange_version" | Did you mean "2010"? There are "2003", | "2019" and "SE".`}},
		{"unknown word far from any", `tenant "contoso" { offering = "gratis" }`, []string{
			`1:31-39 Unknown value: Write "multi_tenant" or "dedicated_itar"`, `organization.hcl:2:1-17 Second tenant: a.hcl`}},
		{"unknown word in a list", `defaults { clients = ["owa", "outlook_window"] }`, []string{`1:30-46 Unknown value: Did you mean "outlook_windows"?`}},
		{"words have their case", `forest "a" { exchange_version = "se" }`, []string{`1:33-37 Unknown value: Did you mean "SE"?`}},
		{"broken number", `forest "a" { cumulative_update = 14.5 }`, []string{`1:34-38 Wrong number: whole number`}},
		{"negative number", `forest "a" { cumulative_update = -1 }`, []string{`1:34-36 Wrong number: from 0`}},
		{"huge number", `forest "a" { cumulative_update = 1e1000000000 }`, []string{`1:34-46 Wrong number: whole number`}},
		{"display type out of range", `user_mailbox "x" {
  home = "corp"
  object "cloud" { recipient_display_type = 4294967296 }
}`, []string{`3:45-55 Wrong number: -2147483648`}},
		{"day that is none", `forest "a" { aclable_enabled_on = "2024-02-30" }`, []string{`1:35-47 Wrong date: YYYY-MM-DD`}},
		{"day in another notation", `forest "a" { aclable_enabled_on = "1.2.2024" }`, []string{`1:35-45 Wrong date: YYYY-MM-DD`}},
		{"version with letters", `directory_sync "entra_connect" { version = "v2.4" }`, []string{`1:44-50 Wrong version: dots`}},
		{"version of five parts", `directory_sync "entra_connect" { version = "1.2.3.4.5" }`, []string{`1:44-55 Wrong version: up to four`}},
		{"rights as a list", `outlook_delegate {
  manager              = "sales"
  delegate             = "amy@contoso.com"
  folder_access_rights = ["Editor"]
}`, []string{`4:26-36 Wrong type: an object`}},
		{"unknown right", `outlook_delegate {
  manager              = "sales"
  delegate             = "amy@contoso.com"
  folder_access_rights = { Calendar = "Editer", calendar = "Editor" }
}`, []string{`4:39-47 Unknown value: Did you mean "Editor"?`, `4:49-68 Duplicate folder: "calendar"`}},

		// References.
		{"unknown recipient", `grant "send_as" {
  recipient = "sale"
  delegate  = "amy@contoso.con"
}`, []string{`2:15-21 Unknown recipient: Did you mean "sales"?`, `3:15-32 Unknown recipient: Did you mean "amy@contoso.com"?`}},
		{"a folder of a cmdlet", `grant "send_as" {
  recipient = "sales:\\Calendar"
  delegate  = "amy@contoso.com"
}`, []string{`2:15-33 Unknown recipient: grant "folder" | recipient = "sales" | folder = "Calendar"`}},
		{"unknown recipient far from any", `grant "send_as" {
  recipient = "sales"
  delegates = ["amy@contoso.com", "somebody.else@fabrikam.com"]
}`, []string{`3:35-63 Unknown recipient: "somebody.else@fabrikam.com" | Declare it`}},
		{"Default belongs to folders", `grant "send_as" {
  recipient = "sales"
  delegate  = "Default"
}`, []string{`3:15-24 Unknown recipient: "Default"`}},
		{"empty name", `grant "send_as" {
  recipient = ""
  delegate  = " "
}`, []string{`2:15-17 Empty name: "recipient"`, `3:15-18 Hidden character: begins with a blank, U+0020`}},
		{"address of another recipient", `mail_contact "one" {
  home                 = "corp"
  primary_smtp_address = "both@contoso.com"
}
mail_contact "two" {
  home                 = "corp"
  primary_smtp_address = "BOTH@contoso.com"
}
mail_contact "three" {
  home            = "corp"
  email_addresses = ["X500:/o=x", "smtp:three@contoso.com", "smtp:both@contoso.com"]
}
grant "send_as" {
  recipient = "both@contoso.com"
  delegate  = "two"
}`, []string{
			`7:26-44 Duplicate address: "BOTH@contoso.com" | "one" | a.hcl:1`,
			`11:61-84 Duplicate address: "both@contoso.com" | "one" | a.hcl:1`}},
		{"label that is an address", `mail_contact "one" {
  home            = "corp"
  email_addresses = ["smtp:both@contoso.com"]
}
security_group "Both@contoso.com" {
  home    = "corp"
  members = ["both@contoso.com"]
}`, []string{`5:1-34 Duplicate address: "Both@contoso.com" | address of the recipient "one" | a.hcl:1`}},
		{"address that is a label", `user_mailbox "both@contoso.com" { home = "corp" }
mail_contact "two" {
  home                 = "corp"
  primary_smtp_address = "both@contoso.com"
}`, []string{`4:26-44 Duplicate address: "both@contoso.com" | a.hcl:1`}},
		{"addresses of objects are nobody's", `user_mailbox "x" {
  home                 = "corp"
  primary_smtp_address = "x@contoso.com"
  email_addresses      = ["x@contoso.com", "SMTP:X@contoso.com"]
  object "cloud" { email_addresses = ["smtp:amy@contoso.com"] }
}`, nil},
		{"planned for an account that is gone", `grant "send_as" {
  recipient = "sales"
  delegates = ["S-1-5-21-1-2-3-1104", "nt:s-1-5-21-1-2-3-512", "S-1-5-10"]
}
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "S-1-5-21-1-2-3-1104"
}
grant "folder" {
  state         = "existing"
  recipient     = "boss@contoso.com"
  delegate      = "S-1-5-21-1-2-3-1104"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}`, []string{`3:16-37 Account without a name: "S-1-5-21-1-2-3-1104" | existing`, `7:14-35 Account without a name: existing`}},
		{"names that begin like built-in principals", `grant "send_as" {
  recipient = "sales"
  delegates = ["NT AUTHORITY\\amy", "S-1-5-amy@contoso.com", "CONTOSO\\self", "NT AUTHORITY\\SELF", "CONTOSO\\Domain Admins"]
}`, []string{`3:16-35 Unknown recipient: amy`, `3:37-60 Unknown recipient: S-1-5-amy`, `3:62-77 Unknown recipient: self`}},
		{"a recipient that is called like a principal of folders", `user_mailbox "Default" { home = "corp" }
grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "default"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}`, []string{`4:19-28 Ambiguous delegate: "Default" | another label`}},
		{"an address that is nobody's", `user_mailbox "bob.becker@contoso.com" { home = "corp" }
bulk_change "b" {
  recipients = ["sam.becker@contoso.com", "ben@contoso.com", "bob.bekcer@contoso.com", "bobbecker@contoso.com", "bob.becker@contso.com"]
  permission = "send_as"
}`, []string{
			`3:17-41 Unknown recipient: "sam.becker@contoso.com", and none has this address. Declare it`,
			`3:43-60 Unknown recipient: "ben@contoso.com", and none has this address. Declare it`,
			`3:62-86 Unknown recipient: Did you mean "bob.becker@contoso.com"?`, `3:88-111 Unknown recipient: Did you mean "bob.becker@contoso.com"?`,
			`3:113-136 Unknown recipient: Did you mean "bob.becker@contoso.com"?`}},
		{"a recipient in a block of a wrong type", `UserMailbox "sam@contoso.com" { home = "corp" }
bulk_change "b" {
  recipients = ["sam@contoso.com"]
  permission = "send_as"
}`, []string{`1:1-12 Unknown block: Did you mean "user_mailbox"?`}},
		{"undeclared forests everywhere", `user_mailbox "x" {
  home   = "crop"
  origin = "fabrikam"
  object "corpo" {}
}
grant "send_as" {
  recipient  = "sales"
  delegate   = "amy@contoso.com"
  present_in = ["corp", "emea"]
  unknown_in = ["cloudy"]
  applied_on = "emea"
}
migration_batch "w" {
  direction     = "onboarding"
  source_forest = "emea"
  members       = ["sales"]
}
bulk_change "b" {
  applied_on = "emea"
  permission = "send_as"
  recipients = []
}
exception "HYB301" {
  forest    = "emea"
  rationale = "x"
}`, []string{
			`2:12-18 Unknown forest: Did you mean "corp"?`, `3:12-22 Unknown forest: Write "cloud" or "corp"`, `4:10-17 Unknown forest: Did you mean "corp"?`,
			`9:25-31 Unknown forest: "emea"`, `10:17-25 Unknown forest: Did you mean "cloud"?`, `11:16-22 Unknown forest: "emea"`,
			`15:19-25 Unknown forest: "emea"`, `19:16-22 Unknown forest: "emea"`, `24:15-21 Unknown forest: "emea"`}},
		{"cloud where a forest is meant", `user_mailbox "x" {
  home   = "corp"
  origin = "cloud"
}
migration_batch "w" {
  direction     = "onboarding"
  source_forest = "Cloud"
  members       = ["sales"]
}`, []string{`3:12-19 Not a forest: on-premises`, `7:19-26 Not a forest: on-premises`}},
		{"source forest with several", `forest "emea" {}
migration_batch "w" {
  direction = "onboarding"
  members   = ["sales"]
}`, []string{`2:1-20 Missing attribute: several forests | "source_forest"`}},
		{"object of the own home", `user_mailbox "x" {
  home = "corp"
  object "CORP" {}
}`, []string{`3:10-16 Object in its own home: "CORP"`}},
		{"two objects of one forest", `user_mailbox "x" {
  home = "corp"
  object "cloud" {}
  object "Cloud" {}
}`, []string{`4:10-17 Duplicate label: a.hcl:3`}},
		{"object without a label", `user_mailbox "x" {
  home = "corp"
  object {}
}`, []string{`3:3-9 Missing label: a forest's name`}},
		{"unknown names of an exception", `exception "HYB301" {
  recipient       = "sale"
  delegate        = "ami@contoso.com"
  migration_batch = "wave"
  rationale       = "x"
}`, []string{`2:21-27 Unknown recipient: "sales"`, `3:21-38 Unknown recipient: "ami@contoso.com" | Declare it`, `4:21-27 Unknown migration batch: "wave"`}},
		{"near batch", `migration_batch "wave-3" {
  direction = "onboarding"
  members   = ["sales"]
}
exception "HYB301" {
  migration_batch = "waev-3"
  rationale       = "x"
}`, []string{`6:21-29 Unknown migration batch: Did you mean "wave-3"?`}},
		{"invitation to an undeclared colleague", `sharing_invitation {
  owner     = "sales"
  recipient = "nobody@contoso.com"
}`, []string{`3:15-35 Unknown recipient: "nobody@contoso.com"`}},
		{"invitation to no address", `sharing_invitation {
  owner     = "sales"
  recipient = "Nobody"
}`, []string{`3:15-23 Unknown recipient: "Nobody"`}},
		{"resource delegates, new list, grantor and members must be declared", `room_mailbox "r" {
  home               = "corp"
  resource_delegates = ["nobody1"]
}
grant "send_on_behalf" {
  recipient  = "sales"
  delegate   = "amy@contoso.com"
  new_list   = ["nobody2"]
  granted_by = "Owner"
}
migration_batch "w" {
  direction = "onboarding"
  members   = ["sales", "nobody3"]
}
bulk_change "b" {
  permission = "send_as"
  recipients = ["nobody4"]
}`, []string{
			`3:25-34 Unknown recipient: "nobody1"`, `8:17-26 Unknown recipient: "nobody2"`, `9:16-23 Unknown recipient: "Owner"`,
			`13:25-34 Unknown recipient: "nobody3"`, `17:17-26 Unknown recipient: "nobody4"`}},

		// Columns are code points.
		{"place after text that is not ASCII", `user_mailbox "ünï" { home = "çorp" }`, []string{`1:29-35 Unknown forest: "çorp"`}},
		{"place after text beyond the BMP", `user_mailbox "😀" { home = "x" }`, []string{`1:27-30 Unknown forest: "x"`}},
		{"place after a combining mark", "user_mailbox \"e\u0301\" { home = \"x\" }", []string{`1:28-31 Unknown forest: "x"`}},

		// Syntax.
		{"attribute without a value", "forest \"a\" {\n  modern_auth =\n}", []string{`2:16-3:1 Invalid expression: `}},
		{"block without an end", "forest \"a\" {", []string{`1:12-13 Unclosed configuration block: closing brace`}},
		{"text without an end", "forest \"a\" {\n  exchange_version = \"20\n}", []string{`2:25-3:1 Invalid multi-line string: `}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := loadText(t, test.text)
			var want []string
			for _, w := range test.want {
				if !strings.HasPrefix(w, "organization.hcl") {
					w = "a.hcl:" + w
				}
				want = append(want, w)
			}
			expectProblems(t, problems, want...)
		})
	}
}
