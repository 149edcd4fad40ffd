package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// companyOptions are the settings of an organization whose mailboxes are all still to move, and the plan of them.
const companyOptions = `tenant "contoso" {
  routing_domain = "contoso.mail.onmicrosoft.com"
  modern_auth    = true
}

forest "corp" {
  exchange_version              = "SE"
  cumulative_update_currency    = "current"
  aclable_synced_object_enabled = true
  modern_auth                   = true
}

directory_sync "entra_connect" {
  version                    = "2.5.79.0"
  exchange_hybrid_deployment = true
}

migration_plan "all" {
  source_forest = "corp"
  mailboxes     = ["all"]
  first_wave    = "2027-01-15"
  every_days    = 7
  waves_max     = 1000
  mailboxes_max = %d
  exclude {
    mailboxes = [%s]
    reason    = "applications"
  }
}
`

// writeBlocks writes a company as a configuration, cut into as many files as an import writes.
func (o *company) writeBlocks(folder string, most int) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	var applications []string
	for v := range o.boxes {
		if o.boxes[v].kind == application {
			applications = append(applications, strconv.Quote(o.address(v)))
		}
	}
	head := fmt.Sprintf(companyOptions, most, strings.Join(applications, ", "))
	if err := os.WriteFile(filepath.Join(folder, "organization.hcl"), []byte(head), 0o600); err != nil {
		return err
	}
	on := make([][]arc, len(o.boxes))
	for _, a := range o.arcs {
		on[a.mailbox] = append(on[a.mailbox], a)
	}
	const files = 8
	for part := range files {
		from, to := part*len(o.boxes)/files, (part+1)*len(o.boxes)/files
		if err := o.writePart(filepath.Join(folder, fmt.Sprintf("part-%d.hcl", part+1)), on, from, to); err != nil {
			return err
		}
	}
	return nil
}

func (o *company) writePart(name string, on [][]arc, from, to int) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	for v := from; v < to; v++ {
		o.boxes[v].writeBlock(w, o.address(v))
		seen := map[arc]bool{}
		for _, a := range on[v] {
			if !seen[a] { // an entry that is there twice is one
				seen[a] = true
				a.writeBlock(w, o)
			}
		}
	}
	err = w.Flush()
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

// address is that of a mailbox: its name is drawn, and may be another's too.
func (o *company) address(v int) string {
	return fmt.Sprintf("m%08x-%d@%s", o.boxes[v].name, v, domain)
}

func (b *box) writeBlock(w *bufio.Writer, address string) {
	word := map[kind]string{sharedMailbox: "shared_mailbox", room: "room_mailbox", equipment: "equipment_mailbox"}[b.kind]
	if word == "" {
		word = "user_mailbox"
	}
	fmt.Fprintf(w, "%s %q {\n  home = \"corp\"\n  primary_smtp_address = %q\n  department = \"department-%d\"\n  office = \"site-%d\"\n",
		word, address, address, b.department, b.site)
	switch b.kind {
	case leaver:
		fmt.Fprint(w, "  account_enabled = false\n")
	case application:
		fmt.Fprint(w, "  used_by = \"application\"\n")
	}
	fmt.Fprint(w, "}\n\n")
}

func (a arc) writeBlock(w *bufio.Writer, o *company) {
	mailbox, delegate := o.address(a.mailbox), o.address(a.delegate)
	if a.permission == outlookDelegate {
		fmt.Fprintf(w, "outlook_delegate {\n  state = \"existing\"\n  manager = %q\n  delegate = %q\n  folder_access_rights = { Calendar = \"Editor\" }\n  send_on_behalf = false\n}\n\n",
			mailbox, delegate)
		return
	}
	kind, further := "full_access", ""
	switch a.permission {
	case fullAccess:
		further = "  auto_mapping = false\n"
	case sendAs:
		kind = "send_as"
	case sendOnBehalf:
		kind = "send_on_behalf"
	case folderRight:
		kind, further = "folder", "  folder = \"Calendar\"\n  access_rights = [\"Reviewer\"]\n"
	default:
		further = "  auto_mapping = true\n"
	}
	fmt.Fprintf(w, "grant %q {\n  state = \"existing\"\n  recipient = %q\n  delegate = %q\n%s}\n\n", kind, mailbox, delegate, further)
}
