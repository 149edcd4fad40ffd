package exports

import (
	"strings"

	"hybridlint/loader"
)

// mailboxColumns name the mailbox of a permission; the collector script writes Mailbox, cmdlets Identity.
var mailboxColumns = []string{"mailbox", "mailboxidentity", "recipient", "identity", "primarysmtpaddress", "userprincipalname"}

// rightRow is what the rows of all cmdlets about rights have.
type rightRow struct {
	mailbox, trustee, sid string
	inherited, deny       bool
	rights                []string
}

// right reads what is common; ok is false where the row has been settled.
func (r *reading) right(row *Row, trustee string, rights ...string) (rightRow, bool) {
	out := rightRow{
		mailbox: row.Text(mailboxColumns...), trustee: row.Text(trustee), sid: row.Text("usersid", "trusteesidstring", "trusteesid"),
		inherited: boolOf(row, "isinherited") == loader.True,
		deny:      boolOf(row, "deny") == loader.True || plain(row.Text("accesscontroltype")) == "deny",
	}
	if out.mailbox == "" {
		r.lose(r.row, noMailboxColumn, "a right of "+out.trustee)
		return out, false
	}
	for _, column := range append(rights, trustee) {
		if r.lostIn(row, column) {
			return out, false
		}
	}
	for _, column := range rights {
		for _, word := range r.rights(row.Value(column)) {
			if strings.Trim(word, "0123456789") == "" {
				r.lose(r.row, "the right is a number; export with ConvertTo-Json -EnumsAsStrings, Export-Csv or Export-Clixml", row.column(column)+" "+word+" on "+out.mailbox+" for "+out.trustee)
				return out, false
			}
			out.rights = append(out.rights, word)
		}
	}
	return out, true
}

func (r *reading) addEntry(p loader.Permission, right rightRow) {
	r.entries.add(entry{row: r.row, file: r.file, side: r.side, permission: p, recipient: identity{name: r.name(right.mailbox)},
		trustee: r.name(right.trustee), trusteeSID: r.name(right.sid), inherited: right.inherited, deny: right.deny})
}

func readMailboxPermission(r *reading, row *Row) {
	r.exported(loader.FullAccess, r.side, r.file)
	right, ok := r.right(row, "user", "accessrights")
	if !ok {
		return
	}
	full := false
	for _, word := range right.rights {
		full = full || permissionNames[plain(word)] == loader.FullAccess
		if permissionNames[plain(word)] == loader.SendAs { // on-premises of old, and reports of that shape
			r.addEntry(loader.SendAs, right)
			return
		}
	}
	if !full {
		r.ignore(r.row, otherRight)
		return
	}
	r.addEntry(loader.FullAccess, right)
}

func readRecipientPermission(r *reading, row *Row) {
	r.exported(loader.SendAs, r.side, r.file)
	right, ok := r.right(row, "trustee", "accessrights")
	if !ok {
		return
	}
	for _, word := range right.rights {
		if permissionNames[plain(word)] == loader.SendAs {
			r.addEntry(loader.SendAs, right)
			return
		}
	}
	r.ignore(r.row, otherRight)
}

func readADPermission(r *reading, row *Row) {
	r.exported(loader.SendAs, r.side, r.file)
	right, ok := r.right(row, "user", "extendedrights")
	if !ok {
		return
	}
	for _, word := range right.rights {
		if permissionNames[plain(word)] == loader.SendAs {
			r.addEntry(loader.SendAs, right)
			return
		}
	}
	r.ignore(r.row, otherRight)
}

// folderPrincipals are Default and Anonymous in the languages of mailboxes.
var folderPrincipals = map[string]string{
	"default": "Default", "standard": "Default", "pardéfaut": "Default", "predeterminado": "Default", "padrão": "Default", "predefinito": "Default", "standaard": "Default",
	"anonymous": "Anonymous", "anonym": "Anonymous", "anonyme": "Anonymous", "anónimo": "Anonymous", "anônimo": "Anonymous", "anonimo": "Anonymous", "anoniem": "Anonymous",
}

func readFolderPermission(r *reading, row *Row) {
	r.exported(loader.Folder, r.side, r.file)
	mailbox, folder := folderIdentity(row)
	if mailbox == "" {
		r.lose(r.row, noMailboxColumn, "a right on "+folder+" of "+row.Text("user"))
		return
	}
	if r.lostIn(row, "accessrights", "sharingpermissionflags", "user") {
		return
	}
	user := row.Get("user")
	r.addFolderEntry(folderEntry{
		mailbox: mailbox, folder: folder, trustee: folderUser(user), principal: folderPrincipal(user),
		rights: r.rights(row.Value("accessrights")), flags: r.rights(row.Value("sharingpermissionflags")),
	})
}

// folderEntry is a right on a folder before it is checked.
type folderEntry struct {
	mailbox, folder, trustee, principal string
	rights, flags                       []string
}

func (r *reading) addFolderEntry(f folderEntry) {
	fact, wrong := r.folderFactOf(f)
	switch {
	case wrong != "":
		r.lose(r.row, wrongValue, "folder right on "+f.mailbox+" of "+f.trustee+": "+wrong)
	case fact.path == "":
		r.lose(r.row, noFolderColumn, "folder right on "+f.mailbox+" of "+f.trustee)
	case len(fact.rights) == 0, len(fact.rights) == 1 && fact.rights[0] == "None" && fact.principal == "":
		r.ignore(r.row, noPermission)
	default:
		r.entries.add(entry{row: r.row, file: r.file, side: r.side, permission: loader.Folder, recipient: identity{name: r.name(f.mailbox)}, trustee: r.name(f.trustee), folder: fact})
	}
}

// folderFactOf is what an entry says of the folder, or the word in it that is none of Exchange's.
func (r *reading) folderFactOf(f folderEntry) (fact *folderFact, wrong string) {
	path := strings.Trim(f.folder, `\/`)
	if path == "" && f.folder != "" {
		path = root
	}
	key := strings.Join([]string{path, f.principal, strings.Join(f.rights, ","), strings.Join(f.flags, ",")}, "\x00")
	if known := r.folders[key]; known != nil {
		return known, ""
	}
	fact = &folderFact{path: strings.Clone(path), principal: f.principal}
	fact.folded = foldedPath(fact.path)
	for _, word := range f.rights {
		right := folderRight(word)
		if right == 0 {
			return nil, word
		}
		fact.rights = append(fact.rights, loader.Word(right))
	}
	for _, word := range f.flags {
		flag := enumerated[loader.SharingFlag](word)
		if flag == "" {
			return nil, word
		}
		if flag != "None" {
			fact.flags = append(fact.flags, flag)
		}
	}
	r.folders[key] = fact
	return fact, ""
}

// root is the path of the folder that holds all others of a mailbox.
const root = `\`

// foldedPath is the path of a folder as it is compared: permissions write it with another slash than statistics.
func foldedPath(path string) string {
	return strings.ReplaceAll(strings.ToLower(strings.Trim(path, `\/`)), "/", `\`)
}

// folderIdentity is the mailbox and the folder of "amy@contoso.com:\Calendar".
func folderIdentity(row *Row) (mailbox, folder string) {
	text := row.Text("identity")
	if before, after, found := strings.Cut(strings.ReplaceAll(text, ":/", `:\`), `:\`); found {
		mailbox, folder = before, root+after
	}
	if given := row.Text("mailbox", "mailboxidentity", "recipient"); given != "" {
		mailbox = given
	}
	if given := row.Text("folderpath", "folder"); given != "" {
		folder = given
	}
	if folder == "" {
		folder = row.Text("foldername")
	}
	return mailbox, folder
}

// folderUser is the name of the user of a folder permission, which is an object with what is known of them.
func folderUser(v Value) string {
	for _, name := range []string{"recipientprincipal", "adrecipient"} {
		if f := v.Fields[name]; f.Fields != nil && f.String() != "" {
			return f.String()
		}
	}
	return v.String()
}

func folderPrincipal(v Value) string {
	if kind := folderPrincipals[plain(v.Fields["usertype"].String())]; kind != "" {
		return kind
	}
	return folderPrincipals[plain(v.String())]
}

func readCalendarProcessing(r *reading, row *Row) {
	list := row.Get("resourcedelegates")
	if r.lostIn(row, "resourcedelegates") {
		return
	}
	delegates := r.namesIn(list)
	if len(delegates) == 0 {
		r.ignore(r.row, nothingSaid)
		return
	}
	r.attachments.add(attachment{row: r.row, file: r.file, side: r.side, recipient: identity{name: r.name(row.Text(mailboxColumns...))}, resourceDelegates: delegates})
}

func readCASMailbox(r *reading, row *Row) {
	access := boolOf(row, "publicfolderclientaccess")
	if access == loader.Undeclared {
		r.ignore(r.row, nothingSaid)
		return
	}
	r.attachments.add(attachment{row: r.row, file: r.file, side: r.side, publicFolder: access,
		recipient: identity{name: r.name(row.Text("primarysmtpaddress", "distinguishedname", "guid", "identity"))}})
}

// readFolderStatistics reads of which type a folder is: it may be called Kalender.
func readFolderStatistics(r *reading, row *Row) {
	path := strings.Trim(row.Text("folderpath"), `\/`)
	mailbox := row.Text("mailbox", "mailboxidentity", "recipient", "contentmailboxguid")
	if mailbox == "" {
		mailbox, _, _ = strings.Cut(row.Text("identity"), `\`)
	}
	folderType := row.Text("foldertype")
	if mailbox == "" {
		r.lose(r.row, noMailboxColumn, "the type of the folder "+path)
		return
	}
	if path == "" || folderType == "" || strings.EqualFold(path, folderType) || strings.EqualFold(folderType, "User Created") {
		r.ignore(r.row, nothingSaid)
		return
	}
	r.attachments.add(attachment{row: r.row, file: r.file, side: r.side, recipient: identity{name: r.name(mailbox)}, folderPath: r.keep(path), folderType: r.word(folderType)})
}
