package exports

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// Permission reports of published scripts differ in what they call a column, and say the same. UserPrincipalName is
// always the mailbox, never the trustee.
var (
	reportMailboxes = []string{"grantorprimarysmtp", "targetprimarysmtpaddress", "mailboxaddress", "recipientaddress", "primarysmtpaddress", "emailaddress",
		"mailboxemail", "email", "userprincipalname", "upn", "delegatedmailboxname", "mailboxidentity", "mailbox", "identity", "mailboxname", "alias", "displayname"}
	reportTrustees = []string{"trusteeprimarysmtp", "trusteeprimarysmtpaddress", "delegateemail", "trusteeidentity", "userwithaccess", "usergivenaccess",
		"assignedto", "delegate", "sharedto", "trustee", "trusteeoriginalidentity", "samofuserwithaccess", "nameofuserwithaccess", "grantsendonbehalfto", "user"}
	reportRights  = []string{"permissiontype", "accesstype", "permission", "delegateaccess", "accessrights", "delegatetype"}
	reportFolders = []string{"targetfolderpath", "folderpath", "folderlocation", "folder", "calendarname", "foldername"}
)

// listColumns hold in wide reports the trustees of one right.
var listColumns = map[string]model.Permission{
	"fullaccess": model.FullAccess, "fullaccessusers": model.FullAccess, "fullaccesspermissions": model.FullAccess, "readandmanage": model.FullAccess, "mbxaccess": model.FullAccess,
	"sendas": model.SendAs, "sendasusers": model.SendAs, "sendaspermissions": model.SendAs, "sendaccess": model.SendAs,
	"sendonbehalf": model.SendOnBehalf, "sendonbehalfof": model.SendOnBehalf, "sendonbehalfusers": model.SendOnBehalf, "sendonbehalfpermissions": model.SendOnBehalf,
}

// listColumnNames are the list columns in the order in which they are read; users before permissions, which repeat them.
var listColumnNames = []string{"fullaccessusers", "fullaccess", "readandmanage", "mbxaccess", "fullaccesspermissions",
	"sendasusers", "sendas", "sendaccess", "sendaspermissions", "sendonbehalfusers", "sendonbehalf", "sendonbehalfof", "sendonbehalfpermissions"}

func reportColumns() []string {
	return slices.Concat(reportTrustees, listColumnNames, []string{"delegatedmailboxname"})
}

// isReport tells that a row names a mailbox and, in a column for each right or in one, who may do what.
func isReport(r *rows.Row) bool {
	// A group has an AccessType and GrantSendOnBehalfTo, and is no report.
	isRecipient := r.Has("emailaddresses", "proxyaddresses") && r.Has("recipienttypedetails") && r.Has("legacyexchangedn", "exchangeguid", "guid", "externaldirectoryobjectid")
	if isRecipient || !r.Has(reportMailboxes...) {
		return false
	}
	return r.Has(listColumnNames...) && !r.Has("groupscope") || r.Has("delegatedmailboxname") || r.Has(reportTrustees...) && (r.Has(reportRights...) || r.Has("samofuserwithaccess", "sidofuserwithaccess") || r.Has(reportFolders...))
}

// readReport reads a row of any permission report.
func readReport(r *reading, row *rows.Row) {
	if r.saysNothing(row) || r.lostIn(row, reportMailboxes...) || r.lostIn(row, reportTrustees...) {
		return
	}
	mailbox := row.Text(reportMailboxes...)
	if mailbox == "" || row.Has("emailaddress") && row.Has("readandmanage") && row.Text("emailaddress") == "" {
		// LazyAdmin writes the further trustees of a mailbox into rows without it.
		mailbox = r.lastMailbox
	}
	r.lastMailbox = r.keep(mailbox)
	if mailbox != "" {
		r.noteReported(row, mailbox)
	}
	switch {
	case isPivot(row):
		r.readPivot(row)
	case row.Has(listColumnNames...):
		r.readWideReport(row, mailbox)
	default:
		r.readLongReport(row, mailbox)
	}
}

// pivotTrustees name in a pivot report who has the rights that are True.
var pivotTrustees = []string{"delegateuser", "delegate", "delegatename", "delegateemail", "trustee", "trusteeidentity", "user", "userwithaccess", "assignedto", "username"}

// isPivot tells a row with a truth for each right, in place of the names of those who have it.
func isPivot(row *rows.Row) bool {
	if !row.Has(pivotTrustees...) {
		return false
	}
	for _, column := range listColumnNames {
		text := row.Value(column).String()
		if text == "" {
			continue
		}
		if _, known := rows.TruthOf(text); known || strings.EqualFold(text, "x") {
			return true
		}
	}
	return row.Has("delegateuser")
}

// readPivot reads who has which of the rights.
func (r *reading) readPivot(row *rows.Row) {
	trustee := trusteeText(row.Get(pivotTrustees...))
	mailbox := ""
	for _, column := range reportMailboxes {
		if text := row.Text(column); text != "" && !slices.Contains(pivotTrustees, column) {
			mailbox = text
			break
		}
	}
	read := map[model.Permission]bool{}
	for _, column := range listColumnNames {
		p := listColumns[column]
		if !row.Has(column) || read[p] {
			continue
		}
		read[p] = true
		r.exported(p, r.side, r.file)
		text := row.Value(column).String()
		has := strings.EqualFold(text, "x")
		if !has {
			has = r.truth(row, column) == model.True
		}
		if has && r.complete(mailbox, trustee, true, column) {
			r.addEntry(p, rightRow{mailbox: mailbox, trustee: trustee})
		}
	}
	r.ignore(r.row, noPermission) // unless a right was read
}

// saysNothing settles rows that say that there is nothing.
func (r *reading) saysNothing(row *rows.Row) bool {
	for _, column := range slices.Concat(reportRights, reportTrustees) {
		switch rows.Plain(row.Value(column).Text) {
		case "none", "nodefinedpermissions":
			r.ignore(r.row, noPermission)
			return true
		case "trusteenotfound":
			r.lose(r.row, unknownTrustee, "a permission on "+row.Text(reportMailboxes...))
			return true
		}
	}
	return false
}

// noteReported remembers that there is a mailbox, for exports that have no other list of them.
func (r *reading) noteReported(row *rows.Row, mailbox string) {
	details := typeDetails(row.Text("recipienttypedetails", "mailboxtype", "targetrecipienttypedetails", "grantorrecipienttype", "recipienttype"))
	if at := strings.LastIndexByte(row.Text("grantorrecipienttype"), '/'); at >= 0 {
		details = typeDetails(row.Text("grantorrecipienttype")[at+1:])
	}
	switch {
	case recipientTypes[details] != 0 || remoteTypes[details] != 0:
	case details == "" || unmappedTypes[details] || systemType(details):
		details = "usermailbox"
	default:
		if stated := row.Text("recipienttypedetails", "targetrecipienttypedetails"); stated != "" {
			r.wrongWord(row, "recipienttypedetails", stated)
		}
		details = "usermailbox"
	}
	if key := rows.SMTPOf(mailbox); key != "" && !r.reported[key] {
		r.reported[strings.Clone(key)] = true
		r.sightings = append(r.sightings, &sighting{row: noRow, file: r.file, side: r.side, details: r.word(details), primary: r.keep(mailbox),
			upn: r.keep(row.Text("userprincipalname", "upn")), displayName: r.keep(row.Text("displayname", "mailboxdisplayname")), report: true})
	}
}

func (r *reading) readWideReport(row *rows.Row, mailbox string) {
	read := map[model.Permission]bool{}
	found := false
	for _, column := range listColumnNames {
		p := listColumns[column]
		if !row.Has(column) || read[p] {
			continue
		}
		read[p] = true
		r.exported(p, r.side, r.file)
		if r.lostIn(row, column) {
			found = true
			continue
		}
		for _, trustee := range row.Value(column).Texts() {
			if found = true; mailbox == "" {
				continue
			}
			r.addEntry(p, rightRow{mailbox: mailbox, trustee: trustee, list: true})
		}
	}
	found = r.readFolderColumns(row, mailbox) || found
	switch {
	case !found:
		r.ignore(r.row, noPermission)
	case mailbox == "":
		r.lose(r.row, noMailboxColumn, "a permission")
	}
}

// readFolderColumns reads LazyAdmin's "Calendar", "Calendar Permission", "Calendar Delegated".
func (r *reading) readFolderColumns(row *rows.Row, mailbox string) bool {
	found := false
	for _, f := range []struct{ folder, trustee, right, delegated string }{
		{"Inbox", "inboxfolder", "inboxfolderpermission", "inboxfolderdelegated"}, {"Calendar", "calendar", "calendarpermission", "calendardelegated"},
	} {
		trustee := row.Get(f.trustee)
		if !row.Has(f.right) || trustee.String() == "" {
			continue
		}
		found = true
		r.addFolderEntry(folderEntry{mailbox: mailbox, folder: f.folder, trustee: trustee.String(), principal: folderPrincipal(trustee),
			rights: r.rights(row.Value(f.right))})
	}
	return found
}

func (r *reading) readLongReport(row *rows.Row, mailbox string) {
	p, words := r.reportedPermission(row)
	trustees := r.reportedTrustees(row)
	if !r.complete(mailbox, strings.Join(trustees, "; "), words != "" || p != model.NoPermission, cmp.Or(words, p.String())) {
		return
	}
	deny, inherited := r.denied(row), r.truth(row, "inherited", "isinherited") == model.True
	switch {
	case r.wrong:
	case p == model.NoPermission && rows.Plain(row.Text("permissiontype")) == "automapping":
		r.ignore(r.row, "says that a mailbox opens by itself, as the row about Full Access does")
	case p == model.NoPermission:
		r.ignore(r.row, otherRight)
	case p == model.Folder:
		r.readReportedFolder(row, mailbox, trustees)
	default:
		r.exported(p, r.side, r.file)
		for _, trustee := range trustees {
			e := entry{row: r.row, file: r.file, side: r.side, permission: p, recipient: identity{name: r.name(mailbox)}, trustee: r.name(trustee), list: true,
				trusteeSID: r.name(row.Text("usersid", "sidofuserwithaccess")), inherited: inherited, deny: deny}
			if p == model.FullAccess && row.Has("isautomapped") {
				e.autoMapping = r.truth(row, "isautomapped")
			}
			r.entries.add(e)
		}
	}
}

// reportedPermission is the right of a row: said in a column, or in what else is there; and the words that say it.
func (r *reading) reportedPermission(row *rows.Row) (p model.Permission, words string) {
	unknown, unknownIn := "", ""
	for _, column := range reportRights {
		for _, word := range r.rights(row.Value(column)) {
			words = row.Text(column)
			if p := permissionNames[rows.Plain(word)]; p != model.NoPermission {
				return p, words
			}
			switch rows.Plain(word) {
			case "folder", "calendarfolder":
				return model.Folder, words
			}
			if unknown == "" && column != "delegatetype" && !isOtherRight(word) {
				unknown, unknownIn = word, column
			}
		}
	}
	switch {
	case row.Text(reportFolders...) != "":
		return model.Folder, words
	case row.Has("grantsendonbehalfto"):
		return model.SendOnBehalf, words
	case words == "" && row.Has("samofuserwithaccess", "sidofuserwithaccess"):
		return model.FullAccess, words
	}
	if unknown != "" {
		r.wrongWord(row, unknownIn, unknown)
	}
	return model.NoPermission, words
}

func (r *reading) reportedTrustees(row *rows.Row) []string {
	if row.Has("delegatedmailboxname") {
		return row.Get("username", "user").Texts()
	}
	if trustee := row.Get(reportTrustees...); trustee.String() != "" || trustee.List != nil {
		return trustee.Texts()
	}
	return nil
}

// readReportedFolder reads the right on a folder that a report names.
func (r *reading) readReportedFolder(row *rows.Row, mailbox string, trustees []string) {
	r.exported(model.Folder, r.side, r.file)
	folder := row.Text(reportFolders...)
	rights := r.rights(row.Get("folderaccessrights", "accessrights", "permission", "permissions", "delegateaccess"))
	if folder == "" && rows.Plain(row.Text("accessrights")) == "calendarfolder" {
		for _, trustee := range trustees {
			r.lose(r.row, "says that there is a right on the calendar, and not which", "folder right on "+mailbox+" of "+trustee)
		}
		return
	}
	for _, trustee := range trustees {
		r.addFolderEntry(folderEntry{mailbox: mailbox, folder: folder, trustee: trustee, principal: folderPrincipal(rows.Value{Text: trustee}),
			rights: rights, flags: r.rights(row.Value("sharingpermissionflags"))})
	}
}

// readSuggestedBatch reads the batches that Find-MailboxDelegates suggests.
func readSuggestedBatch(r *reading, row *rows.Row) {
	r.planned(clean(row.Text("batch")), row.Text("user"))
}

// readSchedule reads the schedule of Find-MailboxDelegates, once somebody has filled in the groups.
func readSchedule(r *reading, row *rows.Row) {
	r.planned(clean(row.Text("migrationgroup")), row.Text("primarysmtpaddress"))
}

// planned adds a member to a batch that somebody plans.
func (r *reading) planned(name, member string) {
	if name == "" || member == "" {
		r.ignore(r.row, "names no batch")
		return
	}
	b := r.batch(name)
	b.planned, b.plannedOnboarding = true, true
	b.members = append(b.members, batchMember{r.row, r.name(member)})
}

// batchColumns are those that New-MigrationBatch takes in its CSV.
var batchColumns = []string{"emailaddress", "mailboxtype", "baditemlimit", "largeitemlimit", "targetdatabase", "targetarchivedatabase", "archiveonly", "username", "password", "userroot",
	"targetdeliverydomain", "hybridlintside"}

// isBatchCSV tells the CSV of New-MigrationBatch, which has no other columns.
func isBatchCSV(r *rows.Row) bool {
	return !slices.ContainsFunc(r.Columns, func(c string) bool { return !slices.Contains(batchColumns, rows.Plain(c)) })
}

// readBatchCSV reads the CSV from which a batch will be made. It is called as its file is.
func readBatchCSV(r *reading, row *rows.Row) {
	file := r.files[r.file]
	name := cmp.Or(clean(strings.TrimSuffix(path.Base(file), path.Ext(file))), "batch")
	member := row.Text("emailaddress")
	if member == "" {
		r.lose(r.row, noMailboxColumn, "a member of the batch "+name)
		return
	}
	b := r.batch(name)
	b.planned = true
	b.members = append(b.members, batchMember{r.row, r.name(member)})
}
