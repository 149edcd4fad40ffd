package exports

import (
	"slices"
	"strings"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// mailboxColumns name the mailbox of a permission; the collector script writes Mailbox, cmdlets Identity.
var mailboxColumns = []string{"mailbox", "mailboxidentity", "recipient", "identity", "primarysmtpaddress", "userprincipalname"}

// rightRow is what the rows of all cmdlets about rights have.
type rightRow struct {
	mailbox, trustee, sid string
	inherited, deny       bool
	// list says that the trustee may be a list of names.
	list   bool
	rights []string
}

// right reads what is common; ok is false where the row has been settled.
func (r *reading) right(row *rows.Row, trustee string, column string) (rightRow, bool) {
	out := rightRow{mailbox: row.Text(mailboxColumns...), trustee: trusteeText(row.Value(trustee)), sid: row.Text("usersid", "trusteesidstring", "trusteesid"),
		inherited: r.truth(row, "isinherited") == model.True, deny: r.denied(row)}
	if r.wrong || r.lostIn(row, column, trustee) || r.lostIn(row, mailboxColumns...) {
		return out, false
	}
	stated := false
	for _, word := range r.rights(row.Value(column)) {
		switch {
		case isNone(word):
			continue
		case strings.Trim(word, "0123456789") == "":
			r.lose(r.row, "the right is a number; export with ConvertTo-Json -EnumsAsStrings, Export-Csv or Export-Clixml", row.Heading(column)+" "+word+" on "+out.mailbox+" for "+out.trustee)
			return out, false
		case permissionNames[rows.Plain(word)] == model.NoPermission && !isOtherRight(word):
			r.wrongWord(row, column, word+" on "+out.mailbox+" for "+out.trustee)
		}
		stated = true
		out.rights = append(out.rights, word)
	}
	return out, r.complete(out.mailbox, out.trustee+out.sid, stated, strings.Join(out.rights, ", "))
}

// complete makes sure that a row about a right names a mailbox, a trustee and a right: what names none of these says nothing, and
// what names only some of them was not understood.
func (r *reading) complete(mailbox, trustee string, stated bool, rights string) bool {
	none := isNone(trustee)
	switch {
	case (trustee == "" || none) && !stated, isNullIdentifier(trustee), none && mailbox != "":
		r.ignore(r.row, noPermission)
	case mailbox == "":
		r.lose(r.row, noMailboxColumn, "a right of "+trustee)
	case trustee == "":
		r.lose(r.row, noTrustee, rights+" on "+mailbox)
	case !stated:
		r.lose(r.row, noRight, "a permission on "+mailbox+" of "+trustee)
	default:
		return true
	}
	return false
}

// isNone tells the words that say that there is no permission.
func isNone(text string) bool { return isWord(text, "none") || isWord(text, "nodefinedpermissions") }

// isNullIdentifier tells the identifier that stands where there is nobody.
func isNullIdentifier(text string) bool { return isWord(text, "nullsid") }

// isWord tells whether a text is a word that is given as it is compared; names are many, and mostly longer.
func isWord(text, word string) bool {
	const around = 8 // blanks and signs between and around
	return len(text) >= len(word) && len(text) <= len(word)+around && rows.Plain(text) == word
}

// trusteeText is the name of a trustee. Outlook's "NT User:" stands before an account or an identifier.
func trusteeText(v rows.Value) string {
	text := v.String()
	if len(text) > len("NT User:") && strings.EqualFold(text[:len("NT User:")], "NT User:") {
		return text[len("NT User:"):]
	}
	return text
}

func (r *reading) addEntry(p model.Permission, right rightRow) {
	r.entries.add(entry{row: r.row, file: r.file, side: r.side, permission: p, recipient: identity{name: r.name(right.mailbox)},
		trustee: r.name(right.trustee), trusteeSID: r.name(right.sid), inherited: right.inherited, deny: right.deny, list: right.list})
}

// addRight adds the first right of a row that is one of these permissions.
func (r *reading) addRight(right rightRow, permissions ...model.Permission) {
	for _, word := range right.rights {
		if p := permissionNames[rows.Plain(word)]; slices.Contains(permissions, p) {
			r.addEntry(p, right)
			return
		}
	}
	r.ignore(r.row, otherRight)
}

func readMailboxPermission(r *reading, row *rows.Row) {
	if right, ok := r.right(row, "user", "accessrights"); ok {
		r.addRight(right, model.SendAs, model.FullAccess) // Send As is among them on-premises of old, and in reports of that shape
	}
}

func readRecipientPermission(r *reading, row *rows.Row) {
	if right, ok := r.right(row, "trustee", "accessrights"); ok {
		r.addRight(right, model.SendAs)
	}
}

// readADPermission reads Get-ADPermission, of which most rows are no extended rights.
func readADPermission(r *reading, row *rows.Row) {
	if row.Text("extendedrights") == "" && row.Text("user") != "" {
		r.ignore(r.row, otherRight)
		return
	}
	if right, ok := r.right(row, "user", "extendedrights"); ok {
		r.addRight(right, model.SendAs)
	}
}

// folderPrincipals are Default and Anonymous in the languages of mailboxes.
var folderPrincipals = map[string]string{
	"default": "Default", "standard": "Default", "pardéfaut": "Default", "predeterminado": "Default", "padrão": "Default", "predefinito": "Default", "standaard": "Default",
	"anonymous": "Anonymous", "anonym": "Anonymous", "anonyme": "Anonymous", "anónimo": "Anonymous", "anônimo": "Anonymous", "anonimo": "Anonymous", "anoniem": "Anonymous",
}

func readFolderPermission(r *reading, row *rows.Row) {
	if users := row.Value("userpermissions"); len(users.List) > 0 || users.Fields != nil {
		r.readFolderPermissions(row, users)
		return
	}
	mailbox, folder := folderIdentity(row)
	if r.lostIn(row, "accessrights", "sharingpermissionflags", "user") || r.lostIn(row, mailboxColumns...) {
		return
	}
	user := row.Get("user")
	if !r.complete(mailbox, user.String(), len(r.rights(row.Value("accessrights"))) > 0, row.Text("accessrights")+" on "+folder) {
		return
	}
	r.addFolderEntry(folderEntry{
		mailbox: mailbox, folder: folder, trustee: folderUser(user), principal: folderPrincipal(user),
		rights: r.rights(row.Value("accessrights")), flags: r.rights(row.Value("sharingpermissionflags")),
	})
}

// readFolderPermissions reads a resource of Microsoft365DSC, which has all permissions on a folder.
func (r *reading) readFolderPermissions(row *rows.Row, users rows.Value) {
	mailbox, folder := folderIdentity(row)
	list := users.List
	if users.Fields != nil {
		list = []rows.Value{users}
	}
	for _, u := range list {
		user := u.Fields["user"]
		r.addFolderEntry(folderEntry{mailbox: mailbox, folder: folder, trustee: folderUser(user), principal: folderPrincipal(user),
			rights: r.rights(u.Fields["accessrights"]), flags: r.rights(u.Fields["sharingpermissionflags"])})
	}
}

// folderEntry is a right on a folder before it is checked.
type folderEntry struct {
	mailbox, folder, trustee, principal string
	rights, flags                       []string
}

func (r *reading) addFolderEntry(f folderEntry) {
	fact, wrong := r.folderFactOf(f)
	switch {
	case !fits(f.folder, longestName):
		r.lose(r.row, tooLong, "the folder of a right on "+f.mailbox)
	case wrong != "":
		r.lose(r.row, wrongValue, "folder right on "+f.mailbox+" of "+f.trustee+": "+wrong)
	case fact.path == "":
		r.lose(r.row, noFolderColumn, "folder right on "+f.mailbox+" of "+f.trustee)
	case len(fact.rights) == 0, len(fact.rights) == 1 && fact.rights[0] == "None" && fact.principal == "":
		r.ignore(r.row, noPermission)
	default:
		r.entries.add(entry{row: r.row, file: r.file, side: r.side, permission: model.Folder, recipient: identity{name: r.name(f.mailbox)}, trustee: r.name(f.trustee), folder: fact})
	}
}

// folderFactOf is what an entry says of the folder, or the word in it that is none of Exchange's.
func (r *reading) folderFactOf(f folderEntry) (fact *folderFact, wrong string) {
	path := strings.Trim(f.folder, `\/`)
	if path == "" && f.folder != "" {
		path = root
	}
	path = clean(path)
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
		fact.rights = append(fact.rights, model.Word(right))
	}
	for _, word := range f.flags {
		flag := enumerated[model.SharingFlag](word)
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
	return strings.ReplaceAll(rows.FoldedText(strings.Trim(path, `\/`)), "/", `\`)
}

// folderIdentity is the mailbox and the folder of "amy@contoso.com:\Calendar".
func folderIdentity(row *rows.Row) (mailbox, folder string) {
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
func folderUser(v rows.Value) string {
	for _, name := range []string{"recipientprincipal", "adrecipient"} {
		if f := v.Fields[name]; f.Fields != nil && f.String() != "" {
			return f.String()
		}
	}
	return trusteeText(v)
}

func folderPrincipal(v rows.Value) string {
	if kind := folderPrincipals[rows.Plain(v.Fields["usertype"].String())]; kind != "" {
		return kind
	}
	return folderPrincipals[rows.Plain(v.String())]
}

func readCalendarProcessing(r *reading, row *rows.Row) {
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

func readCASMailbox(r *reading, row *rows.Row) {
	access := r.truth(row, "publicfolderclientaccess")
	if access == model.Undeclared {
		r.ignore(r.row, nothingSaid)
		return
	}
	r.attachments.add(attachment{row: r.row, file: r.file, side: r.side, publicFolder: access,
		recipient: identity{name: r.name(row.Text("primarysmtpaddress", "distinguishedname", "guid", "identity"))}})
}

// readFolderStatistics reads of which type a folder is: it may be called Kalender.
func readFolderStatistics(r *reading, row *rows.Row) {
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
