package hostile

import (
	"fmt"
	"strings"
)

// bytesPerThing is how many bytes of the size that is asked for stand for one mailbox, grant or group: 10 MB make 100,000.
const bytesPerThing = 105

// organizations are configurations in which nothing is wrong, of a shape that nobody's has. What joins their blocks must not need
// time by the square of them.
func organizations() []Input {
	organization := func(name string, build func(b *strings.Builder, n int)) Input {
		return Input{Name: "organization: " + name, Arguments: check, Statuses: []int{clean, findings}, Small: 1 << 20, Files: func(size int) map[string]string {
			var b strings.Builder
			b.WriteString("forest \"corp\" {\n  exchange_version = \"SE\"\n}\n")
			build(&b, size/bytesPerThing)
			return map[string]string{"a.hcl": b.String()}
		}}
	}
	tooMuch := func(i Input, setting string) Input {
		i.Statuses, i.Setting = []int{incomplete}, setting
		return i
	}
	return []Input{
		organization("a mailbox with all grants", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "cloud")
			for i := range n {
				mailbox(b, user(i), "corp")
				grant(b, "full_access", "boss", user(i))
			}
		}),
		organization("somebody with grants on all mailboxes", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "cloud")
			for i := range n {
				mailbox(b, user(i), "corp")
				grant(b, "send_as", user(i), "boss")
			}
		}),
		organization("one name as long as may be, in every grant", func(b *strings.Builder, n int) {
			boss := strings.Repeat("b", 490)
			mailbox(b, boss, "cloud")
			for i := range n / 5 {
				mailbox(b, user(i), "corp")
				grant(b, "send_as", boss, user(i))
			}
		}),
		organization("the same grant again and again", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "cloud")
			mailbox(b, "amy", "corp")
			for range n {
				grant(b, "full_access", "boss", "amy")
			}
		}),
		organization("the same Send As again and again", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "cloud")
			mailbox(b, "amy", "corp")
			for range n {
				grant(b, "send_as", "boss", "amy")
			}
		}),
		organization("a grant with all delegates", func(b *strings.Builder, n int) {
			users(b, n)
			mailbox(b, "boss", "cloud")
			fmt.Fprintf(b, "grant \"send_as\" {\n  recipient = \"boss@a.b\"\n  delegates = [%s]\n}\n", names(n))
		}),
		tooMuch(organization("groups in each other", func(b *strings.Builder, n int) {
			chain(b, n/2, false)
			mailbox(b, "boss", "cloud")
			grant(b, "send_as", "boss", "g0")
		}), "memberships"),
		tooMuch(organization("groups in each other, in a circle", func(b *strings.Builder, n int) {
			chain(b, n/2, true)
			mailbox(b, "boss", "cloud")
			grant(b, "send_as", "boss", "g0")
		}), "memberships"),
		tooMuch(organization("grants for all of the groups in each other", func(b *strings.Builder, n int) {
			chain(b, n/2, false)
			mailbox(b, "boss", "cloud")
			for i := range n / 2 {
				grant(b, "send_as", "boss", fmt.Sprintf("g%d", i))
			}
		}), "memberships"),
		organization("a large group in twenty others", func(b *strings.Builder, n int) {
			users(b, n)
			mailbox(b, "boss", "cloud")
			group(b, "g20", names(n))
			for i := range 20 {
				group(b, fmt.Sprintf("g%d", i), fmt.Sprintf(`"g%d@a.b"`, i+1))
				grant(b, "send_as", "boss", fmt.Sprintf("g%d", i))
			}
		}),
		organization("a large group in other groups", func(b *strings.Builder, n int) {
			users(b, n)
			mailbox(b, "boss", "cloud")
			group(b, "all", names(n))
			for i := range 50 {
				group(b, fmt.Sprintf("g%d", i), `"all@a.b"`)
				grant(b, "full_access", "boss", fmt.Sprintf("g%d", i))
			}
		}),
		tooMuch(organization("groups of twice the same group", func(b *strings.Builder, n int) {
			for i := range n {
				group(b, fmt.Sprintf("g%d", i), fmt.Sprintf(`"g%d@a.b", "g%d@a.b"`, min(i+1, n-1), min(i+2, n-1)))
			}
			mailbox(b, "boss", "cloud")
			grant(b, "send_as", "boss", "g0")
		}), "memberships"),
		organization("a batch with everybody", func(b *strings.Builder, n int) {
			n &^= 1
			users(b, n)
			for i := range n {
				grant(b, "full_access", user(i), user(i^1))
			}
			batch(b, "wave", names(n))
		}),
		organization("a batch of half of the pairs", func(b *strings.Builder, n int) {
			n &^= 1
			users(b, n)
			var half []string
			for i := 0; i < n; i += 2 {
				grant(b, "full_access", user(i), user(i+1))
				half = append(half, fmt.Sprintf("%q", user(i)+"@a.b"))
			}
			batch(b, "wave", strings.Join(half, ","))
		}),
		organization("a batch for each mailbox", func(b *strings.Builder, n int) {
			n &^= 3
			users(b, n/2)
			for i := range n / 2 {
				batch(b, user(i), fmt.Sprintf("%q", user(i)+"@a.b"))
				grant(b, "full_access", user(i), user(i^1))
			}
		}),
		organization("a batch with everybody, and all grants on one mailbox", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "corp")
			users(b, n)
			for i := range n {
				grant(b, "full_access", "boss", user(i))
			}
			batch(b, "wave", names(n))
		}),
		organization("an exception for each finding", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "cloud")
			for i := range n / 2 {
				mailbox(b, user(i), "corp")
				grant(b, "full_access", "boss", user(i))
				fmt.Fprintf(b, "exception \"HYB206\" {\n  delegate = \"%s@a.b\"\n  rationale = \"x\"\n}\n", user(i))
			}
		}),
		organization("exceptions for every finding", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "cloud")
			for i := range n / 2 {
				mailbox(b, user(i), "corp")
				grant(b, "full_access", "boss", user(i))
				fmt.Fprintf(b, "exception \"HYB206\" {\n  recipient = \"boss@a.b\"\n  rationale = \"%d\"\n}\n", i)
			}
		}),
		organization("exceptions for nothing", func(b *strings.Builder, n int) {
			for i := range n {
				fmt.Fprintf(b, "exception \"HYB206\" {\n  rationale = \"%d\"\n}\n", i)
			}
		}),
		organization("a comment for each grant", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "cloud")
			mailbox(b, "amy", "corp")
			for range n {
				b.WriteString("# hybridlint:ignore HYB206 -- x\n")
				grant(b, "full_access", "boss", "amy")
			}
		}),
		organization("comments above one grant", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "cloud")
			mailbox(b, "amy", "corp")
			for range n / 2 {
				b.WriteString("# hybridlint:ignore HYB206 -- x\n")
			}
			grant(b, "full_access", "boss", "amy")
		}),
		organization("a mailbox with all addresses", func(b *strings.Builder, n int) {
			b.WriteString("user_mailbox \"boss@a.b\" {\n  home = \"cloud\"\n  email_addresses = [\"SMTP:boss@a.b\"")
			for i := range n {
				fmt.Fprintf(b, `, "smtp:boss%d@a.b"`, i)
			}
			b.WriteString("]\n}\n")
		}),
		organization("a delegate with all managers", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "cloud")
			for i := range n {
				mailbox(b, user(i), "corp")
				fmt.Fprintf(b, "outlook_delegate {\n  manager = \"%s@a.b\"\n  delegate = \"boss@a.b\"\n}\n", user(i))
			}
		}),
		organization("a change for everybody", func(b *strings.Builder, n int) {
			users(b, n)
			fmt.Fprintf(b, "bulk_change \"x\" {\n  recipients = [%s]\n  permission = \"full_access\"\n}\n", names(n))
		}),
		tooMuch(organization("many forests", func(b *strings.Builder, n int) {
			for i := range n / 2 {
				fmt.Fprintf(b, "forest \"f%d\" {\n  exchange_version = \"SE\"\n}\n", i)
				mailbox(b, user(i), fmt.Sprintf("f%d", i))
				grant(b, "full_access", user(i), user(i/2))
			}
		}), "forests"),
		tooMuch(organization("a mailbox known in all forests", func(b *strings.Builder, n int) {
			var objects strings.Builder
			for i := range n / 4 {
				fmt.Fprintf(b, "forest \"f%d\" {\n  exchange_version = \"SE\"\n}\n", i)
				fmt.Fprintf(&objects, "  object \"f%d\" {\n    exists = true\n  }\n", i)
			}
			fmt.Fprintf(b, "user_mailbox \"boss@a.b\" {\n  home = \"cloud\"\n%s}\n", objects.String())
		}), "forests"),
		organization("folders of one mailbox", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "cloud")
			mailbox(b, "amy", "corp")
			for i := range n {
				fmt.Fprintf(b, "grant \"folder\" {\n  recipient = \"boss@a.b\"\n  delegate = \"amy@a.b\"\n  folder = \"Inbox/%d\"\n  access_rights = [\"Editor\"]\n}\n", i)
			}
		}),
		organization("folders in each other", func(b *strings.Builder, n int) {
			mailbox(b, "boss", "cloud")
			mailbox(b, "amy", "corp")
			for i := range n / 50 {
				fmt.Fprintf(b, "grant \"folder\" {\n  recipient = \"boss@a.b\"\n  delegate = \"amy@a.b\"\n  folder = \"%s\"\n  access_rights = [\"Editor\"]\n}\n", strings.Repeat("/a", i+1))
			}
		}),
	}
}

func user(i int) string { return fmt.Sprintf("u%d", i) }

func mailbox(b *strings.Builder, name, home string) {
	fmt.Fprintf(b, "user_mailbox \"%s@a.b\" {\n  home = %q\n}\n", name, home)
}

// users are mailboxes of the forest.
func users(b *strings.Builder, n int) {
	for i := range n {
		mailbox(b, user(i), "corp")
	}
}

// names are those of users, as the elements of a list.
func names(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `"%s@a.b",`, user(i))
	}
	return b.String()
}

func grant(b *strings.Builder, permission, recipient, delegate string) {
	fmt.Fprintf(b, "grant %q {\n  recipient = \"%s@a.b\"\n  delegate = \"%s@a.b\"\n}\n", permission, recipient, delegate)
}

func group(b *strings.Builder, name, members string) {
	fmt.Fprintf(b, "mail_enabled_security_group \"%s@a.b\" {\n  home = \"corp\"\n  members = [%s]\n}\n", name, members)
}

func batch(b *strings.Builder, name, members string) {
	fmt.Fprintf(b, "migration_batch %q {\n  direction = \"onboarding\"\n  source_forest = \"corp\"\n  members = [%s]\n}\n", name, members)
}

// chain are groups each of which has the next one as its only member.
func chain(b *strings.Builder, n int, circle bool) {
	mailbox(b, "amy", "corp")
	for i := range n {
		next := fmt.Sprintf(`"g%d@a.b"`, i+1)
		if i == n-1 {
			next = `"amy@a.b"`
			if circle {
				next = `"g0@a.b"`
			}
		}
		group(b, fmt.Sprintf("g%d", i), next)
	}
}
