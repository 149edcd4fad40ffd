package exports

import (
	"cmp"
	"slices"
	"strings"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// grant is a permission, joined from all rows of all sides that say it.
type grant struct {
	recipient *person
	// trustee is nil for Default, Anonymous and security identifiers of nobody.
	trustee *person
	// delegate is how the trustee is written.
	delegate        string
	folder          *folderFact
	folderType      string
	permission      model.Permission
	inherited, deny bool
	autoMapping     model.Bool
	row             rowRef
	// rows are the other rows that say the same.
	rows  []rowRef
	sides []side
}

// joinEntries are the grants in the order of permission, recipient, delegate and folder, each once.
func (j *join) joinEntries() []*grant {
	var all chunks[grant]
	for e := range j.entries.all() {
		trustee := e.trustee
		for _, e.trustee = range j.trusteesOf(e) {
			if g, ok := j.understand(e); ok {
				all.add(g)
			}
		}
		e.trustee = trustee
	}
	grants := make([]*grant, 0, all.len())
	for g := range all.all() {
		grants = append(grants, g)
	}
	slices.SortFunc(grants, func(a, b *grant) int {
		if c := a.compare(b); c != 0 {
			return c
		}
		return cmp.Compare(a.row, b.row)
	})
	joined := grants[:0]
	for _, g := range grants {
		if n := len(joined); n > 0 && joined[n-1].compare(g) == 0 {
			joined[n-1].join(g)
		} else {
			joined = append(joined, g)
		}
	}
	return joined
}

// trusteesOf are the names of the trustees of an entry.
func (j *join) trusteesOf(e *entry) []*named {
	if e.list {
		return j.partsOf(e.trustee)
	}
	j.single1[0] = e.trustee
	return j.single1[:]
}

// compare is 0 for two that are the same permission.
func (g *grant) compare(o *grant) int {
	if c := cmp.Or(cmp.Compare(g.permission, o.permission), strings.Compare(g.recipient.label, o.recipient.label),
		strings.Compare(g.delegate, o.delegate)); c != 0 {
		return c
	}
	if g.folder != o.folder && g.folder != nil && o.folder != nil {
		if c := strings.Compare(g.folder.folded, o.folder.folded); c != 0 {
			return c
		}
	}
	return cmp.Or(compareBools(g.inherited, o.inherited), compareBools(g.deny, o.deny))
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	default:
		return 1
	}
}

// join adds what another row says of the same permission.
func (g *grant) join(other *grant) {
	g.sides = union(g.sides, other.sides)
	g.rows = append(g.rows, other.row)
	g.autoMapping = max(g.autoMapping, other.autoMapping)
	if g.folder != nil && g.folder != other.folder {
		joined := *g.folder // others share it
		joined.rights = union(joined.rights, other.folder.rights)
		joined.flags = union(joined.flags, other.folder.flags)
		g.folder = &joined
	}
}

// union adds what is new to a list that may be shared.
func union[T comparable](a, b []T) []T {
	for _, e := range b {
		if !slices.Contains(a, e) {
			a = append(slices.Clip(a), e)
		}
	}
	return a
}

// understand resolves what a row says; ok is false where that does not become a grant.
func (j *join) understand(e *entry) (g grant, ok bool) {
	if reason := noPerson(e); reason != "" {
		j.ignore(e.row, reason)
		return g, false
	}
	p := j.resolve(e.recipient, e.side)
	if !p.placeable() {
		if out, left := j.leftOutReason(e.recipient.name); left && out.lost {
			j.lose(e.row, "the mailbox is of a type that was not understood", j.sayEntry(e, nil))
		} else if left {
			j.ignore(e.row, out.reason)
		} else {
			j.lose(e.row, missing(p, unknownMailbox, ambiguousMailbox), j.sayEntry(e, nil))
		}
		return g, false
	}
	if e.side == anySide {
		e.side = p.home
		if e.permission == model.SendAs || e.permission == model.SendOnBehalf {
			j.fromHome++
		}
	}
	if (e.permission == model.FullAccess || e.permission == model.Folder) && e.side != p.home {
		if e.inheritedSide {
			j.lose(e.row, inheritedSide, j.sayEntry(e, p))
		} else {
			j.ignore(e.row, otherSide)
		}
		return g, false
	}
	g = grant{permission: e.permission, recipient: p, inherited: e.inherited, deny: e.deny, autoMapping: e.autoMapping, sides: j.onlySide(e.side), folder: e.folder, row: e.row}
	if e.folder != nil {
		g.folderType = p.typeOfFolder(e.folder)
		if e.folder.principal != "" {
			return g, j.understandEverybody(e, &g)
		}
	}
	return g, j.understandTrustee(e, &g)
}

// onlySide is a list of one side, which all who need it share.
func (j *join) onlySide(s side) []side {
	list := j.single[s]
	if list == nil {
		list = []side{s}
		j.single[s] = list
	}
	return list
}

// leftOutReason is why the recipient of that name is not in the configuration; ok is false where it was not left out.
func (j *join) leftOutReason(n *named) (out leftOut, ok bool) {
	if g, isGUID := guidOf(n.String()); isGUID {
		out, ok = j.leftOut[g.String()]
		return out, ok
	}
	out, ok = j.leftOut[strings.ToLower(n.String())]
	return out, ok
}

// noPerson is the reason why a trustee is certain to be no person; empty for people and for what may be one.
func noPerson(e *entry) string {
	trustee, sid := e.trustee.String(), strings.ToUpper(e.trusteeSID.String())
	switch {
	case trustee == "" && sid == "", isNullIdentifier(trustee):
		return noPermission
	case sid == "S-1-5-10" || strings.EqualFold(trustee, "S-1-5-10") || isLocalizedSelf(trustee):
		return isSelf
	case isWindowsIdentifier(sid), isAdministrative(sid), isWindowsAccount(trustee), isWindowsIdentifier(strings.ToUpper(trustee)):
		return isBuiltIn
	case rows.IsSID(trustee) && model.BuiltInPrincipal(trustee) && !model.OrphanedIdentifier(trustee):
		return isBuiltIn
	default:
		return ""
	}
}

// isAdministrative knows the administrator and the administrators' groups of a domain, whatever Windows calls them there.
func isAdministrative(sid string) bool {
	switch sid[strings.LastIndexByte(sid, '-')+1:] {
	case "500", "512", "518", "519":
		return strings.HasPrefix(sid, "S-1-5-21-")
	default:
		return false
	}
}

// isLocalizedSelf knows NT AUTHORITY\SELF in the languages in which Windows says it.
func isLocalizedSelf(trustee string) bool {
	_, name, _ := strings.Cut(trustee, `\`)
	if !isAuthority(trustee) {
		return false
	}
	switch rows.Plain(name) {
	case "self", "selbst", "soi", "soimême", "elmismo", "símismo", "propio", "próprio", "auto", "zelf", "själv", "selv", "itse":
		return true
	default:
		return false
	}
}

// typeOfFolder is the type of the folder of a mailbox, where the exports show it: by its statistics, or by its name. That a flag
// shows the calendar is noted before.
func (p *person) typeOfFolder(f *folderFact) string {
	if known := p.folderTypes[f.folded]; known != "" {
		return known
	}
	if model.CalendarName(f.path) {
		return "Calendar"
	}
	return ""
}

// findCalendars notes the folders that have the flags Delegate and CanViewPrivateItems, which Exchange has on a calendar only.
func (j *join) findCalendars() {
	for e := range j.entries.all() {
		if e.folder == nil || len(e.folder.flags) == 0 || strings.Contains(e.folder.folded, `\`) || otherDefaultFolder(e.folder.folded) {
			continue
		}
		if p := j.resolve(e.recipient, e.side); p.placeable() && p.folderTypes[e.folder.folded] == "" {
			p.typeFolder(e.folder.folded, "Calendar")
		}
	}
}

// otherDefaultFolder tells a folder of Outlook's dialog that is no calendar.
func otherDefaultFolder(name string) bool {
	return name != "calendar" && slices.ContainsFunc(outlookFolders, func(f string) bool { return strings.EqualFold(f, name) })
}

// typeFolder notes the type of a folder. Of several the first in order counts.
func (p *person) typeFolder(folded, folderType string) {
	if p.folderTypes == nil {
		p.folderTypes = map[string]string{}
	}
	if known := p.folderTypes[folded]; known == "" || folderType < known {
		p.folderTypes[folded] = folderType
	}
}

// understandEverybody is for Default and Anonymous; true where what they may do is a grant.
func (j *join) understandEverybody(e *entry, g *grant) bool {
	rights := e.folder.rights
	switch {
	case len(rights) != 1:
	case e.folder.principal == "Default" && g.folderType == "Calendar":
		j.everybodyOnCalendar(e, g.recipient, rights[0])
		j.use(e.row)
		return false
	case rights[0] == "None" || rights[0] == "AvailabilityOnly":
		j.ignore(e.row, defaultCalendar)
		return false
	}
	g.delegate = e.folder.principal
	return true
}

// everybodyOnCalendar notes what Default may do on the calendar. Of several rights the first in order counts, which is told.
func (j *join) everybodyOnCalendar(e *entry, p *person, right string) {
	p.calendarDefaults = union(p.calendarDefaults, []string{right})
	if p.calendarDefault == "" || right < p.calendarDefault || right == p.calendarDefault && e.row < p.calendarRow {
		p.calendarDefault, p.calendarRow = right, e.row
	}
}

// remarkCalendars tells of calendars of which the exports say several things.
func (j *join) remarkCalendars() {
	for _, p := range j.people {
		if len(p.calendarDefaults) > 1 {
			j.remark("The exports say of Default on the calendar of %s %s; the first counts.", p.label, strings.Join(slices.Sorted(slices.Values(p.calendarDefaults)), " and "))
		}
	}
}

// understandTrustee finds out who the delegate is; false where nobody knows. An identifier is surer than a name, and a recipient
// that was exported is sought before a principal of Windows or Exchange that is called so.
func (j *join) understandTrustee(e *entry, g *grant) bool {
	d := j.find(e.trusteeSID).on(e.side)
	if !d.placeable() {
		d = j.find(e.trustee).on(e.side)
	}
	switch trustee := e.trustee.String(); {
	case d.placeable() && d == g.recipient:
		j.ignore(e.row, isSelf)
		return false
	case d.placeable():
		d.referred = true
		g.trustee, g.delegate = d, d.label
	case d == nil && rows.IsSID(trustee) && model.OrphanedIdentifier(trustee):
		g.delegate = strings.ToUpper(trustee)
	case d == nil && (model.BuiltInPrincipal(trustee) || bareAccounts[rows.Plain(trustee)]):
		j.ignore(e.row, isBuiltIn)
		return false
	default:
		reason := missing(d, unknownTrustee, ambiguousTrustee)
		switch {
		case isAuthority(trustee):
			reason = noWindowsAccount
		case e.trustee != nil && e.trustee.foreign:
			reason = foreignTrustee
		}
		j.lose(e.row, reason, j.sayEntry(e, g.recipient))
		return false
	}
	g.recipient.referred = true
	if g.permission == model.FullAccess && g.autoMapping == model.Undeclared && g.recipient.autoMapped != nil && g.trustee != nil && !g.trustee.kind.IsGroup() {
		g.autoMapping = model.BoolOf(g.recipient.autoMapped[g.trustee])
	}
	return true
}

// sayEntry is a row about a permission, in words.
func (j *join) sayEntry(e *entry, p *person) string {
	recipient := e.recipient.name.String()
	switch {
	case p != nil:
		recipient = p.label
	case e.recipient.on != nil:
		recipient = e.recipient.on.known()
	}
	what := e.permission.String()
	if e.folder != nil {
		what += " " + e.folder.path + " (" + strings.Join(e.folder.rights, ", ") + ")"
	}
	return what + " on " + recipient + " for " + e.trustee.String()
}

// unknownIn are the sides of which nobody knows whether they have a grant: the recipient is there, and the permissions of
// the side were not exported.
func (j *join) unknownIn(p *person, permission model.Permission, present []side) []side {
	var unknown []side
	for _, s := range j.sidesOf(p) {
		if !slices.Contains(present, s) && (!j.exports[permission][s] || slices.Contains(j.unexported[permission][p], s)) {
			unknown = append(unknown, s)
		}
	}
	return unknown
}

// sidesOf are the sides that hold a recipient or what stands for it.
func (j *join) sidesOf(p *person) []side {
	sides := []side{p.home}
	add := func(s side) {
		if !slices.Contains(sides, s) {
			sides = append(sides, s)
		}
	}
	for _, s := range p.sightings {
		if s.side != anySide {
			add(s.side)
		}
	}
	if p.neverSynced() {
		return sides
	}
	if p.home.onPrem() {
		add(cloud)
	} else if forest, only := j.onlyForest(); only {
		add(forest)
	}
	return j.inOrder(sides)
}

// inOrder puts the cloud first and the forests in the order of their names.
func (j *join) inOrder(sides []side) []side {
	slices.SortFunc(sides, func(a, b side) int {
		return cmp.Or(cmp.Compare(min(a, onPremises), min(b, onPremises)), cmp.Compare(j.sideName(a), j.sideName(b)))
	})
	return sides
}

// neverSynced tells a recipient of which the cloud says that it comes from no forest.
func (p *person) neverSynced() bool {
	if p.home != cloud {
		return p.kind == model.DynamicDistributionGroup
	}
	for _, s := range p.sightings {
		if s.side == cloud && s.dirSynced == model.False {
			return true
		}
	}
	return false
}
