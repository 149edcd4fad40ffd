package exports

import (
	"strings"

	"hybridlint/loader"
)

// readNothing reads exports of which the language has no fact.
func readNothing(r *reading, _ *Row) { r.ignore(r.row, nothingSaid) }

func (r *reading) identities(row *Row) *sighting {
	s := &sighting{
		row: r.row, file: r.file, side: r.side, details: typeDetails(row.Text("recipienttypedetails")),
		dn:      row.Text("distinguishedname"),
		primary: bareAddress(row.Text("primarysmtpaddress", "windowsemailaddress", "mail", "emailaddress")), legacyDN: row.Text("legacyexchangedn"),
		upn: row.Text("userprincipalname"), alias: row.Text("alias", "mailnickname"), sam: row.Text("samaccountname"), sid: row.Text("sid", "objectsid"),
		name: row.Text("name", "cn"), displayName: row.Text("displayname"), linkedMaster: row.Text("linkedmasteraccount"),
	}
	if isCanonicalName(row.Text("identity", "canonicalname")) {
		s.canonical = row.Text("identity", "canonicalname")
	}
	for _, name := range []string{"guid", "exchangeguid", "externaldirectoryobjectid", "objectguid", "exchangeobjectid"} {
		if id := row.Text(name); isGUID(id) {
			s.guids = append(s.guids, strings.ToLower(id))
		}
	}
	if row.Has("emailaddresses", "proxyaddresses") {
		s.hasAddresses = true
		s.addresses = proxyAddresses(row.Get("emailaddresses", "proxyaddresses"))
		if s.primary == "" {
			s.primary = primaryOf(s.addresses)
		}
	}
	r.lostIn(row, "emailaddresses")
	return s
}

// bareAddress takes a prefix off.
func bareAddress(text string) string {
	if len(text) > 5 && strings.EqualFold(text[:5], "smtp:") {
		return text[5:]
	}
	return text
}

func primaryOf(addresses []string) string {
	for _, a := range addresses {
		if address, ok := strings.CutPrefix(a, "SMTP:"); ok {
			return address
		}
	}
	return ""
}

// isGUID knows a GUID that is not all zeros.
func isGUID(text string) bool {
	text = strings.Trim(text, "{}")
	if len(text) != 36 || strings.Trim(text, "0-") == "" {
		return false
	}
	for i, c := range text {
		dash := i == 8 || i == 13 || i == 18 || i == 23
		if dash != (c == '-') || !dash && !strings.ContainsRune("0123456789abcdefABCDEF", c) {
			return false
		}
	}
	return true
}

// readRecipient reads a row of Get-Mailbox, Get-RemoteMailbox, Get-MailUser, Get-Recipient and the cmdlets of groups.
func readRecipient(r *reading, row *Row) {
	s := r.identities(row)
	if s.details == "" {
		s.details = r.impliedDetails(row)
	}
	switch {
	case systemType(s.details) || boolOf(row, "arbitration") == loader.True && s.details == "":
		r.leaveOut(s, systemMailbox)
		return
	case recipientTypes[s.details] == 0 && remoteTypes[s.details] == 0:
		if s.details == "" {
			r.lose(r.row, "the row does not say which type of recipient it is; export the column RecipientTypeDetails as well", s.known())
			return
		}
		r.leaveOut(s, unmappedType)
		return
	case s.known() == "":
		r.lose(r.row, "the row has neither an address nor a name", "a recipient")
		return
	}
	r.readMailSettings(row, s)
	r.sightings = append(r.sightings, s)
	r.readSendOnBehalf(row, s, "grantsendonbehalfto")
	r.readAttachedLists(row, s)
}

// leaveOut ignores a recipient, and the permissions on it.
func (r *reading) leaveOut(s *sighting, reason string) {
	r.ignore(r.row, reason)
	for _, name := range append([]string{s.primary, s.dn, s.canonical, s.name, s.alias}, s.guids...) {
		if name != "" {
			r.importer.leftOut[strings.ToLower(name)] = reason
		}
	}
}

// impliedDetails is the type that the cmdlet implies where the column is not there.
func (r *reading) impliedDetails(row *Row) string {
	switch r.source(r.row) {
	case "Get-RemoteMailbox":
		return "remoteusermailbox"
	case "Get-UnifiedGroup":
		return "groupmailbox"
	case "Get-DynamicDistributionGroup":
		return "dynamicdistributiongroup"
	case "Get-MailUser":
		return "mailuser"
	case "Get-MailContact":
		return "mailcontact"
	case "Get-MailPublicFolder":
		return "publicfolder"
	}
	return plain(row.Text("recipienttype"))
}

func (r *reading) readMailSettings(row *Row, s *sighting) {
	if row.Has("remoteroutingaddress", "externalemailaddress") {
		s.hasTarget, s.target = true, row.Text("remoteroutingaddress", "externalemailaddress")
	}
	s.remoteType = row.Text("remoterecipienttype")
	s.dirSynced = boolOf(row, "isdirsynced")
	s.hidden = boolOf(row, "hiddenfromaddresslistsenabled")
	s.cloudManaged = boolOf(row, "isexchangecloudmanaged")
	s.displayType = row.Text("msexchrecipientdisplaytype")
	if disabled := boolOf(row, "accountdisabled"); disabled != loader.Undeclared {
		s.enabled = loader.BoolOf(disabled == loader.False)
	}
}

func (r *reading) readAttachedLists(row *Row, s *sighting) {
	if row.Has("resourcedelegates") {
		if list := row.Get("resourcedelegates").Texts(); len(list) > 0 {
			r.attachments = append(r.attachments, attachment{row: r.row, file: r.file, side: r.side, recipient: identity{on: s}, resourceDelegates: list})
		}
	}
	if row.Has("members", "member") && !r.lostIn(row, "members", "member") {
		for _, m := range row.Get("members", "member").Texts() {
			r.memberships = append(r.memberships, membership{row: r.row, group: identity{on: s}, member: m})
		}
	}
}

// readSendOnBehalf reads the delegates that a recipient lists.
func (r *reading) readSendOnBehalf(row *Row, s *sighting, column string) {
	if !row.Has(column) {
		return
	}
	r.exported(loader.SendOnBehalf, r.side, r.file)
	if r.lostIn(row, column) {
		return
	}
	for _, trustee := range row.Get(column).Texts() {
		r.entries = append(r.entries, entry{row: r.row, file: r.file, side: r.side, permission: loader.SendOnBehalf, recipient: identity{on: s}, trustee: trustee})
	}
}

// lostIn notes a value that the export replaced with the name of its type.
func (r *reading) lostIn(row *Row, names ...string) bool {
	for _, n := range names {
		if v := row.Values[n]; v.lost() {
			column := row.column(n)
			r.lose(r.row, valueLost, column+" is "+v.Text)
			r.lostColumn(column, v.Text, row.Line)
			return true
		}
	}
	return false
}

func boolOf(row *Row, name string) loader.Bool {
	if truth, known := row.Values[name].Truth(); known {
		return loader.BoolOf(truth)
	}
	return loader.Undeclared
}

// known is what a recipient is called in messages; empty where it has no name at all.
func (s *sighting) known() string {
	for _, name := range []string{s.primary, s.upn, s.dn, s.canonical, s.alias, s.sam, s.name, s.displayName} {
		if name != "" {
			return name
		}
	}
	return ""
}

// readUser reads Get-User, for what it says of the account.
func readUser(r *reading, row *Row) {
	s := r.identities(row)
	if s.known() == "" {
		r.lose(r.row, "the row has neither an address nor a name", "a user")
		return
	}
	switch disabled := boolOf(row, "accountdisabled"); {
	case disabled != loader.Undeclared:
		s.enabled = loader.BoolOf(disabled == loader.False)
	case row.Has("useraccountcontrol"):
		s.enabled = loader.BoolOf(!strings.Contains(plain(row.Text("useraccountcontrol")), "accountdisable"))
	}
	// The type is that of the account's recipient, which Get-Mailbox tells better.
	if t := recipientTypes[s.details]; t != loader.UserAccount {
		s.details = ""
	}
	r.sightings = append(r.sightings, s)
}

// readADUser reads attributes of Active Directory that no cmdlet of Exchange shows.
func readADUser(r *reading, row *Row) {
	s := r.identities(row)
	if s.known() == "" {
		r.lose(r.row, "the row has neither an address nor a name", "an account")
		return
	}
	s.details = typeDetails(row.Text("msexchrecipienttypedetails"))
	if recipientTypes[s.details] == 0 && remoteTypes[s.details] == 0 {
		s.details = ""
	}
	s.displayType = row.Text("msexchrecipientdisplaytype")
	if row.Has("targetaddress") {
		s.hasTarget, s.target = true, row.Text("targetaddress")
	}
	s.remoteType = remoteTypeOf(row.Text("msexchremoterecipienttype"))
	s.hidden = boolOf(row, "msexchhidefromaddresslists")
	s.enabled = boolOf(row, "enabled")
	if s.details == "" && s.primary == "" && s.displayType == "" {
		s.details = "user"
	}
	if row.Has("msexchdelegatelistlink") && !r.lostIn(row, "msexchdelegatelistlink") {
		s.links = append([]string{}, row.Get("msexchdelegatelistlink").Texts()...)
	}
	r.sightings = append(r.sightings, s)
	r.readSendOnBehalf(row, s, "publicdelegates")
	r.readAttachedLists(row, s)
}

// remoteTypeOf reads the bits of msExchRemoteRecipientType.
func remoteTypeOf(text string) string {
	const migrated = 4
	number := 0
	for _, c := range text {
		if c < '0' || c > '9' || number > 1<<20 {
			return text
		}
		number = number*10 + int(c-'0')
	}
	switch {
	case number == 0:
		return ""
	case number&migrated != 0:
		return "Migrated"
	default:
		return "ProvisionMailbox"
	}
}

// readADGroup reads a group of Active Directory. One with mail is known from Exchange; the others may hold permissions.
func readADGroup(r *reading, row *Row) {
	s := r.identities(row)
	if s.known() == "" {
		r.lose(r.row, "the row has neither an address nor a name", "a group")
		return
	}
	s.groupScope = groupScopeOf(row)
	if s.primary == "" {
		s.details = "universalsecuritygroup"
	}
	r.sightings = append(r.sightings, s)
	r.readSendOnBehalf(row, s, "publicdelegates")
	r.readAttachedLists(row, s)
}

func groupScopeOf(row *Row) string {
	switch scope := plain(row.Text("groupscope")); {
	case strings.Contains(scope, "universal"), scope == "2":
		return "universal"
	case strings.Contains(scope, "domainlocal"), scope == "0":
		return "domain_local"
	case strings.Contains(scope, "global"), scope == "1":
		return "global"
	}
	return ""
}

var (
	groupColumns  = []string{"group", "groupname", "groupidentity", "distributiongroup", "groupprimarysmtpaddress", "groupemail"}
	memberColumns = []string{"member", "membername", "primarysmtpaddress", "distinguishedname", "samaccountname", "memberprimarysmtpaddress", "memberemail"}
)

// isMember tells that a row is about a member: it names a group, and is no permission.
func isMember(r *Row) bool {
	return !r.Has("accessrights", "user", "trustee", "permission")
}

func readMember(r *reading, row *Row) {
	group := row.Text(groupColumns...)
	member := row.Text("memberprimarysmtpaddress", "memberemail", "primarysmtpaddress", "windowsliveid", "distinguishedname", "member", "samaccountname", "membername", "name")
	if group == "" || member == "" {
		r.lose(r.row, noGroupColumn, "a member of a group")
		return
	}
	r.memberships = append(r.memberships, membership{row: r.row, group: identity{text: group}, member: member})
}
