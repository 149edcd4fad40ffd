package exports

import (
	"cmp"
	"slices"
	"strings"

	"hybridlint/loader"
)

// grant is a permission, joined from all rows of all sides that say it.
type grant struct {
	permission loader.Permission
	recipient  *person
	// trustee is nil for Default, Anonymous and security identifiers of nobody.
	trustee *person
	// delegate is how the trustee is written.
	delegate        string
	inherited, deny bool
	autoMapping     loader.Bool
	sides           []side
	folder          *folderFact
	folderType      string
	rows            []rowRef
}

// grantKey is what two rows about the same permission have in common.
type grantKey struct {
	permission      loader.Permission
	recipient       *person
	delegate, path  string
	inherited, deny bool
}

func (j *join) joinEntries() []*grant {
	grants := map[grantKey]*grant{}
	var order []*grant
	for i := range j.entries {
		g := j.understand(&j.entries[i])
		if g == nil {
			continue
		}
		key := grantKey{g.permission, g.recipient, g.delegate, "", g.inherited, g.deny}
		if g.folder != nil {
			key.path = strings.ToLower(g.folder.path)
		}
		if there := grants[key]; there != nil {
			there.join(g)
			continue
		}
		grants[key] = g
		order = append(order, g)
	}
	return order
}

// join adds what another row says of the same permission.
func (g *grant) join(other *grant) {
	for _, s := range other.sides {
		if !slices.Contains(g.sides, s) {
			g.sides = append(g.sides, s)
		}
	}
	g.rows = append(g.rows, other.rows...)
	g.autoMapping = max(g.autoMapping, other.autoMapping)
	if g.folder != nil {
		g.folder.rights = union(g.folder.rights, other.folder.rights)
		g.folder.flags = union(g.folder.flags, other.folder.flags)
	}
}

func union(a, b []string) []string {
	for _, e := range b {
		if !slices.Contains(a, e) {
			a = append(a, e)
		}
	}
	return a
}

// understand resolves what a row says; nil where that does not become a grant.
func (j *join) understand(e *entry) *grant {
	if reason := noPerson(e); reason != "" {
		j.ignore(e.row, reason)
		return nil
	}
	p := j.resolve(e.recipient)
	if !p.placeable() {
		if reason := j.leftOut[strings.ToLower(e.recipient.text)]; reason != "" {
			j.ignore(e.row, reason)
			return nil
		}
		j.lose(e.row, missing(p, unknownMailbox, ambiguousMailbox), j.sayEntry(e, nil))
		return nil
	}
	if e.side == anySide {
		e.side = p.home
		if e.permission == loader.SendAs || e.permission == loader.SendOnBehalf {
			j.fromHome++
		}
	}
	g := &grant{permission: e.permission, recipient: p, inherited: e.inherited, deny: e.deny, autoMapping: e.autoMapping, sides: []side{e.side}, folder: e.folder, rows: []rowRef{e.row}}
	switch {
	case (e.permission == loader.FullAccess || e.permission == loader.Folder) && e.side != p.home:
		j.ignore(e.row, otherSide)
		return nil
	case e.folder != nil:
		g.folderType = p.typeOfFolder(e.folder.path)
		if e.folder.principal != "" {
			return j.understandEverybody(e, g)
		}
	}
	return j.understandTrustee(e, g)
}

// noPerson is the reason why a trustee is no person; empty for people and for what may be one.
func noPerson(e *entry) string {
	trustee, sid := strings.TrimSpace(e.trustee), strings.ToUpper(e.trusteeSID)
	switch {
	case trustee == "" && sid == "", plain(trustee) == "nullsid":
		return noPermission
	case sid == "S-1-5-10" || strings.EqualFold(trustee, "S-1-5-10") || isLocalizedSelf(trustee):
		return isSelf
	case strings.HasPrefix(sid, "S-1-5-") && !strings.HasPrefix(sid, "S-1-5-21-"):
		return isBuiltIn
	case loader.BuiltInPrincipal(trustee) && !loader.OrphanedIdentifier(trustee), isLocalizedAuthority(trustee):
		return isBuiltIn
	default:
		return ""
	}
}

// isLocalizedSelf knows NT AUTHORITY\SELF in the languages in which Windows says it.
func isLocalizedSelf(trustee string) bool {
	_, name, found := strings.Cut(trustee, `\`)
	if !found || !isLocalizedAuthority(trustee) && !strings.HasPrefix(strings.ToUpper(trustee), `NT AUTHORITY\`) {
		return false
	}
	switch plain(name) {
	case "self", "selbst", "soi", "elmismo", "propio", "próprio":
		return true
	default:
		return false
	}
}

// isLocalizedAuthority knows NT AUTHORITY and BUILTIN in other languages than English.
func isLocalizedAuthority(trustee string) bool {
	domain, _, found := strings.Cut(trustee, `\`)
	if !found {
		return false
	}
	switch plain(domain) {
	case "ntautorität", "autoritent", "ntauktoritet", "ntmyndighet", "autoridadnt", "vordefiniert", "ntautoriteit":
		return true
	default:
		return false
	}
}

// typeOfFolder is the type of the folder of a mailbox; a folder called Calendar is one.
func (p *person) typeOfFolder(path string) string {
	if known := p.folderTypes[strings.ToLower(path)]; known != "" {
		return known
	}
	if strings.EqualFold(path, "Calendar") {
		return "Calendar"
	}
	return ""
}

// understandEverybody is for Default and Anonymous.
func (j *join) understandEverybody(e *entry, g *grant) *grant {
	rights := e.folder.rights
	switch {
	case len(rights) != 1:
	case e.folder.principal == "Default" && g.folderType == "Calendar":
		g.recipient.calendarDefault = rights[0]
		j.use(e.row)
		return nil
	case rights[0] == "None" || rights[0] == "AvailabilityOnly":
		j.ignore(e.row, defaultCalendar)
		return nil
	}
	g.delegate = e.folder.principal
	return g
}

func (j *join) understandTrustee(e *entry, g *grant) *grant {
	d := j.directory.find(e.trustee)
	if !d.placeable() && e.trusteeSID != "" {
		d = j.directory.find(e.trusteeSID)
	}
	switch {
	case d.placeable() && d == g.recipient:
		j.ignore(e.row, isSelf)
		return nil
	case d.placeable():
		d.referred = true
		g.trustee, g.delegate = d, d.label
	case loader.OrphanedIdentifier(e.trustee) && d != ambiguous:
		g.delegate = strings.ToUpper(e.trustee)
	default:
		j.lose(e.row, missing(d, unknownTrustee, ambiguousTrustee), j.sayEntry(e, g.recipient))
		return nil
	}
	g.recipient.referred = true
	if g.permission == loader.FullAccess && g.autoMapping == loader.Undeclared && g.recipient.autoMapped != nil && g.trustee != nil && !g.trustee.kind.IsGroup() {
		g.autoMapping = loader.BoolOf(g.recipient.autoMapped[g.trustee])
	}
	return g
}

// sayEntry is a row about a permission, in words.
func (j *join) sayEntry(e *entry, p *person) string {
	recipient := e.recipient.text
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
	return what + " on " + recipient + " for " + e.trustee
}

// unknownIn are the sides of which nobody knows whether they have a grant: the recipient is there, and the permissions of
// the side were not exported.
func (j *join) unknownIn(p *person, permission loader.Permission, present []side) []side {
	var unknown []side
	for _, s := range j.sidesOf(p) {
		if !slices.Contains(present, s) && !j.exports[permission][s] {
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
		return p.kind == loader.DynamicDistributionGroup
	}
	for _, s := range p.sightings {
		if s.side == cloud && s.dirSynced == loader.False {
			return true
		}
	}
	return false
}
