package exports

import (
	"strconv"
	"strings"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// readNothing reads exports of which the language has no fact.
func readNothing(r *reading, _ *rows.Row) { r.ignore(r.row, nothingSaid) }

func (r *reading) identities(row *rows.Row) *sighting {
	text := func(columns ...string) string { return r.kept(row, longestName, columns...) }
	long := func(columns ...string) string { return r.kept(row, longestText, columns...) }
	s := &sighting{
		row: r.row, file: r.file, side: r.side, details: r.word(typeDetails(row.Text("recipienttypedetails"))),
		dn: long("distinguishedname", "dn"), primary: strings.TrimSpace(bareAddress(text("primarysmtpaddress", "windowsemailaddress", "mail", "emailaddress"))),
		legacyDN: long("legacyexchangedn"), upn: text("userprincipalname"), alias: text("alias", "mailnickname"), sam: text("samaccountname"),
		name: text("name", "cn"), displayName: text("displayname"), linkedMaster: text("linkedmasteraccount"),
		department: r.word(clean(row.Text("department"))), office: r.word(clean(row.Text("office", "physicaldeliveryofficename"))),
	}
	s.domain = r.domainOf(row, s)
	if sid := row.Text("sid", "objectsid"); sid != "" {
		s.sid = r.directory.key(bySID, sid)
	}
	if identity := canonicalOf(row); identity != "" {
		s.canonical = r.directory.key(byCanonical, identity)
	}
	r.readGUIDs(row, s)
	if row.Has("emailaddresses", "proxyaddresses") && !r.lostIn(row, "emailaddresses", "proxyaddresses") {
		s.hasAddresses = true
		s.addresses = r.keptAddresses(rows.ProxyAddresses(row.Get("emailaddresses", "proxyaddresses")))
		if s.primary == "" {
			s.primary = primaryOf(s.addresses)
		}
	}
	return s
}

// canonicalOf is the canonical name of a row's object, "contoso.com/People/Amy"; empty where it has none.
func canonicalOf(row *rows.Row) string {
	if identity := row.Text("identity", "canonicalname"); rows.IsCanonicalName(identity) {
		return identity
	}
	return ""
}

// domainOf is the domain of a row's object, which is one of a forest where the row is not of the cloud. A canonical name shows it
// where it ends with the name of the object.
func (r *reading) domainOf(row *rows.Row, s *sighting) string {
	domain := domainOfDN(s.dn)
	if domain == "" {
		canonical := canonicalOf(row)
		name, below, _ := strings.Cut(canonical, "/")
		if canonical == "" || s.name == "" || !strings.HasSuffix(strings.ToLower("/"+below), strings.ToLower("/"+s.name)) || !isDNSName(strings.ToLower(name)) {
			return ""
		}
		domain = strings.ToLower(name)
	}
	domain = r.word(domain)
	if r.side != cloud {
		r.sides.prove(domain, r.side)
	}
	return domain
}

func (r *reading) readGUIDs(row *rows.Row, s *sighting) {
	var found [5]guid
	n := 0
	for _, name := range [...]string{"guid", "exchangeguid", "externaldirectoryobjectid", "objectguid", "exchangeobjectid"} {
		if g, ok := guidOf(row.Text(name)); ok {
			found[n] = g
			n++
		}
	}
	s.guids = append(s.guids, found[:n]...)
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

// readRecipient reads a row of Get-Mailbox, Get-RemoteMailbox, Get-MailUser, Get-Recipient and the cmdlets of groups.
func readRecipient(r *reading, row *rows.Row) {
	s := r.identities(row)
	if s.details == "" {
		s.details = r.impliedDetails(row)
	}
	switch {
	case systemType(s.details) || r.truth(row, "arbitration") == model.True && s.details == "":
		r.leaveOut(row, s, systemMailbox, false)
		return
	case s.details == "":
		r.lose(r.row, "the row does not say which type of recipient it is; export the column RecipientTypeDetails as well", s.known())
		return
	case unmappedTypes[s.details]:
		r.leaveOut(row, s, unmappedType, false)
		return
	case recipientTypes[s.details] == 0 && remoteTypes[s.details] == 0:
		r.leaveOut(row, s, "RecipientTypeDetails "+row.Text("recipienttypedetails", "recipienttype")+" is none that Exchange has", true)
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

// leaveOut leaves a recipient out, and with it the permissions on it. Lost says that the row was not understood.
func (r *reading) leaveOut(row *rows.Row, s *sighting, reason string, lost bool) {
	if lost {
		r.lose(r.row, reason, s.known())
	} else {
		r.ignore(r.row, reason)
	}
	out := leftOut{reason, lost}
	for _, name := range []string{s.primary, s.dn, canonicalOf(row), s.name, s.alias} {
		if name != "" {
			r.importer.leftOut[strings.ToLower(name)] = out
		}
	}
	for _, g := range s.guids {
		r.importer.leftOut[g.String()] = out
	}
}

// namesOf are the names of the object of a row that is left out.
func (r *reading) namesOf(row *rows.Row) *sighting {
	s := &sighting{dn: row.Text("distinguishedname", "dn"), primary: bareAddress(row.Text("primarysmtpaddress", "windowsemailaddress", "mail")), name: row.Text("name", "cn"),
		alias: row.Text("alias", "mailnickname")}
	if row.Has("accessrights", "trustee") {
		return &sighting{} // a permission, which is not about itself
	}
	r.readGUIDs(row, s)
	return s
}

// impliedDetails is the type that the cmdlet implies where the column is not there.
func (r *reading) impliedDetails(row *rows.Row) string {
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
	return r.word(rows.Plain(row.Text("recipienttype")))
}

func (r *reading) readMailSettings(row *rows.Row, s *sighting) {
	if row.Has("remoteroutingaddress", "externalemailaddress") {
		s.hasTarget, s.target = true, r.kept(row, longestText, "remoteroutingaddress", "externalemailaddress")
	}
	s.provisionedBy = provisionedBy(row.Text("remoterecipienttype"))
	s.dirSynced = r.truth(row, "isdirsynced")
	s.hidden = r.truth(row, "hiddenfromaddresslistsenabled")
	s.cloudManaged = r.truth(row, "isexchangecloudmanaged")
	r.readDisplayType(row, s)
	if disabled := r.truth(row, "accountdisabled"); disabled != model.Undeclared {
		s.enabled = model.BoolOf(disabled == model.False)
	}
}

func (r *reading) readAttachedLists(row *rows.Row, s *sighting) {
	if row.Has("resourcedelegates") {
		if list := r.namesIn(row.Get("resourcedelegates")); len(list) > 0 {
			r.attachments.add(attachment{row: r.row, file: r.file, side: r.side, recipient: identity{on: s}, resourceDelegates: list})
		}
	}
	if row.Has("members", "member") && !r.lostIn(row, "members", "member") {
		for _, m := range row.Get("members", "member").Texts() {
			r.memberships.add(membership{row: r.row, group: identity{on: s}, member: r.name(m)})
		}
	}
}

// readSendOnBehalf reads the delegates that a recipient lists.
func (r *reading) readSendOnBehalf(row *rows.Row, s *sighting, column string) {
	if !row.Has(column) {
		return
	}
	r.exported(model.SendOnBehalf, r.side, r.file)
	if r.lostIn(row, column) {
		return
	}
	for _, trustee := range r.namesIn(row.Get(column)) {
		r.entries.add(entry{row: r.row, file: r.file, side: r.side, permission: model.SendOnBehalf, recipient: identity{on: s}, trustee: trustee, list: true})
	}
}

// namesIn are the names of a list; nil for an empty one.
func (r *reading) namesIn(v rows.Value) []*named {
	var list []*named
	for _, text := range v.Texts() {
		list = append(list, r.name(text))
	}
	return list
}

// lostIn notes a value that the export replaced with the name of its type.
func (r *reading) lostIn(row *rows.Row, names ...string) bool {
	for _, n := range names {
		if v := row.Value(n); v.Lost() {
			column := row.Heading(n)
			text := v.LostPart()
			if rows.IsCut(text) {
				r.lose(r.row, valueCut, column+" is "+text)
				return true
			}
			r.lose(r.row, valueLost, column+" is "+text)
			r.lostColumn(column, text, row.Line)
			return true
		}
	}
	return false
}

// known is what a recipient is called in messages; empty where it has no name at all.
func (s *sighting) known() string {
	for _, name := range []string{s.primary, s.upn, s.dn, s.alias, s.sam, s.name, s.displayName} {
		if name != "" {
			return name
		}
	}
	return ""
}

// readUser reads Get-User, for what it says of the account.
func readUser(r *reading, row *rows.Row) {
	s := r.identities(row)
	if s.known() == "" {
		r.lose(r.row, "the row has neither an address nor a name", "a user")
		return
	}
	switch disabled := r.truth(row, "accountdisabled"); {
	case disabled != model.Undeclared:
		s.enabled = model.BoolOf(disabled == model.False)
	case row.Has("useraccountcontrol"):
		s.enabled = model.BoolOf(!strings.Contains(rows.Plain(row.Text("useraccountcontrol")), "accountdisable"))
	}
	// The type is that of the account's recipient, which Get-Mailbox tells better.
	if t := recipientTypes[s.details]; t != model.UserAccount {
		s.details = ""
	}
	r.sightings = append(r.sightings, s)
}

// readADUser reads attributes of Active Directory that no cmdlet of Exchange shows.
func readADUser(r *reading, row *rows.Row) {
	s := r.identities(row)
	if s.known() == "" {
		r.lose(r.row, "the row has neither an address nor a name", "an account")
		return
	}
	s.details = r.word(typeDetails(row.Text("msexchrecipienttypedetails")))
	if recipientTypes[s.details] == 0 && remoteTypes[s.details] == 0 {
		s.details = ""
	}
	r.readDisplayType(row, s)
	if row.Has("targetaddress") {
		s.hasTarget, s.target = true, r.kept(row, longestText, "targetaddress")
	}
	s.provisionedBy = provisionedBy(row.Text("msexchremoterecipienttype"))
	s.hidden = r.truth(row, "msexchhidefromaddresslists")
	s.enabled = r.truth(row, "enabled")
	if s.details == "" && s.primary == "" && !s.hasDisplayType {
		s.details = "user"
	}
	if row.Has("msexchdelegatelistlink") && !r.lostIn(row, "msexchdelegatelistlink") {
		s.links = append([]*named{}, r.namesIn(row.Get("msexchdelegatelistlink"))...)
	}
	r.sightings = append(r.sightings, s)
	r.readSendOnBehalf(row, s, "publicdelegates")
	r.readAttachedLists(row, s)
}

// readDisplayType reads msExchRecipientDisplayType, a number.
func (r *reading) readDisplayType(row *rows.Row, s *sighting) {
	text := row.Text("msexchrecipientdisplaytype")
	if text == "" {
		return
	}
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		r.lose(r.row, wrongValue, "msExchRecipientDisplayType "+text+" of "+s.known())
		return
	}
	s.hasDisplayType, s.displayType, s.displayRow = true, number, r.row
}

// provisionedBy reads RemoteRecipientType, words or the bits of msExchRemoteRecipientType. A mailbox that was made by
// Enable-RemoteMailbox has the same as one that was made by New-RemoteMailbox.
func provisionedBy(text string) model.ProvisionedBy {
	const provisioned, migrated = 1, 4
	bits := 0
	if strings.Trim(text, "0123456789") == "" {
		bits, _ = strconv.Atoi(text)
	}
	for word := range strings.SplitSeq(text, ",") {
		switch rows.Plain(word) {
		case "migrated":
			bits |= migrated
		case "provisionmailbox":
			bits |= provisioned
		}
	}
	switch {
	case bits&migrated != 0:
		return model.ProvisionedByMigration
	case bits&provisioned != 0:
		return model.ProvisionedByNewRemoteMailbox
	default:
		return 0
	}
}

// readADGroup reads a group of Active Directory. One with mail is known from Exchange; the others may hold permissions.
func readADGroup(r *reading, row *rows.Row) {
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

// groupScopeOf reads GroupScope, or the bits of groupType.
func groupScopeOf(row *rows.Row) model.GroupScope {
	switch scope := rows.Plain(row.Text("groupscope")); {
	case strings.Contains(scope, "universal"), scope == "2":
		return model.UniversalScope
	case strings.Contains(scope, "domainlocal"), scope == "0":
		return model.DomainLocalScope
	case strings.Contains(scope, "global"), scope == "1":
		return model.GlobalScope
	}
	const global, domainLocal, universal = 2, 4, 8
	switch bits, err := strconv.ParseInt(row.Text("grouptype"), 10, 64); {
	case err != nil:
		return 0
	case bits&universal != 0:
		return model.UniversalScope
	case bits&domainLocal != 0:
		return model.DomainLocalScope
	case bits&global != 0:
		return model.GlobalScope
	default:
		return 0
	}
}

var (
	groupColumns  = []string{"group", "groupname", "groupidentity", "distributiongroup", "groupprimarysmtpaddress", "groupemail"}
	memberColumns = []string{"member", "membername", "primarysmtpaddress", "distinguishedname", "samaccountname", "memberprimarysmtpaddress", "memberemail"}
)

// isMember tells that a row is about a member: it names a group, and is no permission.
func isMember(r *rows.Row) bool {
	return !r.Has("accessrights", "user", "trustee", "permission")
}

func readMember(r *reading, row *rows.Row) {
	group := row.Text(groupColumns...)
	member := row.Text("memberprimarysmtpaddress", "memberemail", "primarysmtpaddress", "windowsliveid", "distinguishedname", "member", "samaccountname", "membername", "name")
	if group == "" || member == "" {
		r.lose(r.row, noGroupColumn, "a member of a group")
		return
	}
	r.memberships.add(membership{row: r.row, group: identity{name: r.name(group)}, member: r.name(member)})
}
