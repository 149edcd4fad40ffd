package exports

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// organization is what exports say of the organization itself.
type organization struct {
	tenant tenantFacts
	// coexistence says that the routing domain is the one that Exchange calls so.
	coexistence   bool
	relationships []relationship
	connectors    []relationship
	sync          *syncFacts
	// Facts of a side, as they were read.
	readConfigs []located[*configFacts]
	readServers []located[serverVersion]
	readDomains []located[acceptedDomain]
	readTrusts  []located[trust]
	// The same by side, once that is known; rows are rows that tell of a side's organization.
	configs map[side]*configFacts
	servers map[side]serverVersion
	domains map[side][]string
	trusts  map[side][]trust
	rows    map[side]rowRef
}

// located is a fact of the organization of a side.
type located[T any] struct {
	row  rowRef
	file int32
	side side
	fact T
}

func newOrganization() *organization {
	return &organization{rows: map[side]rowRef{}, configs: map[side]*configFacts{}, servers: map[side]serverVersion{}, domains: map[side][]string{}, trusts: map[side][]trust{}}
}

// here is a fact of the side of the current row.
func here[T any](r *reading, fact T) located[T] {
	return located[T]{row: r.row, file: r.file, side: r.side, fact: fact}
}

// configFacts are of Get-OrganizationConfig.
type configFacts struct {
	row                                                rowRef
	aclable, modernAuth, sendFromAlias, folderControls model.Bool
	publicFolders, name                                string
}

// relationship is an organization relationship or an intra-organization connector.
type relationship struct {
	row               rowRef
	file              int32
	side              side
	name              string
	enabled, freeBusy model.Bool
	level, scope      string
	domains           []string
	target            string
}

// syncFacts are of Entra Connect.
type syncFacts struct {
	// row is one of the rows about it, hybridRow the one that says whether hybrid deployment is on.
	row, hybridRow rowRef
	version        string
	hybrid         model.Bool
	writebackRule  model.Bool
	filtered       bool
	excluded       []string
}

func readOrganizationConfig(r *reading, row *rows.Row) {
	c := &configFacts{row: r.row, aclable: r.truth(row, "aclablesyncedobjectenabled"), modernAuth: r.truth(row, "oauth2clientprofileenabled"),
		sendFromAlias: r.truth(row, "sendfromaliasenabled"), folderControls: r.truth(row, "publicfoldershowclientcontrol"), publicFolders: r.word(row.Text("publicfoldersenabled")),
		name: r.keep(row.Text("name", "identity"))}
	r.org.readConfigs = append(r.org.readConfigs, here(r, c))
}

// acceptedDomain is of Get-AcceptedDomain.
type acceptedDomain struct {
	name                 string
	initial, coexistence model.Bool
}

func readAcceptedDomain(r *reading, row *rows.Row) {
	domain := strings.ToLower(row.Text("domainname", "name"))
	if domain == "" {
		r.lose(r.row, wrongValue, "an accepted domain without a name")
		return
	}
	r.org.readDomains = append(r.org.readDomains, here(r, acceptedDomain{r.keep(domain), r.truth(row, "initialdomain"), r.truth(row, "iscoexistencedomain")}))
}

func readRelationship(r *reading, row *rows.Row) {
	if r.lostIn(row, "domainnames") {
		return
	}
	r.org.relationships = append(r.org.relationships, relationship{row: r.row, file: r.file, side: r.side, name: r.keep(row.Text("name", "identity")),
		enabled: r.truth(row, "enabled"), freeBusy: r.truth(row, "freebusyaccessenabled"), level: r.freeBusyLevel(row),
		scope: r.keep(row.Text("freebusyaccessscope")), domains: r.keepAll(lowered(row.Get("domainnames").Words())), target: r.keep(strings.ToLower(row.Text("targetapplicationuri")))})
}

// freeBusyLevel is a word, or in JSON of Windows PowerShell its number.
func (r *reading) freeBusyLevel(row *rows.Row) string {
	text := row.Text("freebusyaccesslevel")
	switch text {
	case "":
		return ""
	case "0":
		return "None"
	case "1":
		return "AvailabilityOnly"
	case "2":
		return "LimitedDetails"
	}
	level := enumerated[model.FreeBusyLevel](text)
	if level == "" {
		r.lose(r.row, wrongValue, "FreeBusyAccessLevel "+text)
	}
	return level
}

func readConnector(r *reading, row *rows.Row) {
	if r.lostIn(row, "targetaddressdomains") {
		return
	}
	r.org.connectors = append(r.org.connectors, relationship{row: r.row, file: r.file, side: r.side, name: r.keep(row.Text("name", "identity")),
		enabled: r.truth(row, "enabled"), domains: r.keepAll(lowered(row.Get("targetaddressdomains").Words()))})
}

func lowered(texts []string) []string {
	for i := range texts {
		texts[i] = strings.ToLower(texts[i])
	}
	slices.Sort(texts)
	return slices.Compact(texts)
}

// trust is that of a forest in another domain.
type trust struct {
	row    rowRef
	target string
}

// readTrust reads whom a forest trusts.
func readTrust(r *reading, row *rows.Row) {
	direction := rows.Plain(row.Text("direction", "trustdirection"))
	trusts := strings.Contains(direction, "outbound") || strings.Contains(direction, "bidirectional") || direction == "2" || direction == "3"
	target := row.Text("target", "targetname", "name")
	if r.truth(row, "intraforest") == model.True || !trusts || target == "" {
		r.ignore(r.row, nothingSaid)
		return
	}
	r.org.readTrusts = append(r.org.readTrusts, here(r, trust{r.row, r.keep(target)}))
}

// serverVersion is the build of a server.
type serverVersion struct{ major, minor, build int }

func (v serverVersion) less(o serverVersion) bool {
	return slices.Compare([]int{v.major, v.minor, v.build}, []int{o.major, o.minor, o.build}) < 0
}

var displayVersion = regexp.MustCompile(`(\d+)\.(\d+)(?:\s*\(Build\s*(\d+)|\.(\d+))`)

func readExchangeServer(r *reading, row *rows.Row) {
	m := displayVersion.FindStringSubmatch(row.Text("admindisplayversion"))
	if m == nil {
		r.lose(r.row, wrongValue, "AdminDisplayVersion "+row.Text("admindisplayversion"))
		return
	}
	number := func(text string) int { n, _ := strconv.Atoi(text); return n }
	r.org.readServers = append(r.org.readServers, here(r, serverVersion{number(m[1]), number(m[2]), number(m[3] + m[4])}))
}

func newest(a, b serverVersion) serverVersion {
	if a.less(b) {
		return b
	}
	return a
}

// firstBuildOfSE is the build of Exchange Server Subscription Edition; older ones of 15.2 are Exchange 2019.
const firstBuildOfSE = 2562

// cumulativeUpdates are the builds of cumulative updates; the first one listed is the number of the first update.
var cumulativeUpdates = map[string][]int{
	"2013": {620, 712, 775, 847, 913, 995, 1044, 1076, 1104, 1130, 1156, 1178, 1210, 1236, 1263, 1293, 1320, 1347, 1365, 1367, 1395, 1473, 1497},
	"2016": {396, 466, 544, 669, 845, 1034, 1261, 1415, 1466, 1531, 1591, 1713, 1779, 1847, 1913, 1979, 2044, 2106, 2176, 2242, 2308, 2375, 2507},
	"2019": {330, 397, 464, 529, 595, 659, 721, 792, 858, 922, 986, 1118, 1258, 1544, 1748},
}

// release is the version of the language and the cumulative update, -1 where the build is not known.
func (v serverVersion) release() (version string, update int) {
	switch {
	case v.major == 6:
		return "2003", -1
	case v.major == 8:
		return "2007", -1
	case v.major == 14:
		return "2010", -1
	case v.major == 15 && v.minor == 0:
		version = "2013"
	case v.major == 15 && v.minor == 1:
		version = "2016"
	case v.major == 15 && v.minor == 2 && v.build >= firstBuildOfSE:
		return "SE", -1
	case v.major == 15 && v.minor == 2:
		version = "2019"
	default:
		return "", -1
	}
	at, exact := slices.BinarySearch(cumulativeUpdates[version], v.build)
	if !exact {
		return version, -1
	}
	return version, at + 1
}

func (r *reading) syncFacts() *syncFacts {
	if r.org.sync == nil {
		r.org.sync = &syncFacts{row: r.row, hybridRow: noRow}
	}
	return r.org.sync
}

func readGlobalSetting(r *reading, row *rows.Row) {
	if r.lostIn(row, "value") {
		return
	}
	value := row.Get("value")
	switch row.Text("name") {
	case "Microsoft.Synchronize.ServerConfigurationVersion":
		r.syncFacts().version = r.keep(value.String())
	case "Microsoft.OptionalFeature.HybridExchange":
		if hybrid := r.truth(row, "value"); hybrid != model.Undeclared {
			r.syncFacts().hybrid, r.syncFacts().hybridRow = hybrid, r.row
		}
	case "Microsoft.OptionalFeature.FilterAAD":
		r.syncFacts().filtered = r.truth(row, "value") == model.True
	case "Microsoft.AADFilter.AttributeExclusionList":
		r.syncFacts().excluded = r.keepAll(value.Words())
	default:
		r.ignore(r.row, nothingSaid)
		return
	}
	r.use(r.row)
}

// writebackRule is the name of the rule that Entra Connect has where it writes publicDelegates back.
const writebackRule = "Out to AD - User Exchange Hybrid PublicDelegates writeback"

func readSynchronizationRule(r *reading, row *rows.Row) {
	if !strings.EqualFold(row.Text("name"), writebackRule) {
		r.ignore(r.row, nothingSaid)
		return
	}
	r.use(r.row)
	if r.syncFacts().hybridRow == noRow {
		r.syncFacts().hybridRow = r.row
	}
	r.syncFacts().writebackRule = model.BoolOf(r.truth(row, "disabled") != model.True)
}

func (r *reading) batch(name string) *batchFact {
	name = firstCharacters(clean(name), longestName)
	b := r.batches[name]
	if b == nil {
		b = &batchFact{row: r.row}
		r.batches[strings.Clone(name)] = b
	}
	return b
}

func readMigrationBatch(r *reading, row *rows.Row) {
	name := clean(row.Text("identity", "name"))
	status := enumerated[model.BatchStatus](row.Text("status"))
	if name == "" || status == "" {
		r.lose(r.row, wrongValue, "migration batch "+name+" with the status "+row.Text("status"))
		return
	}
	b := r.batch(name)
	if b.status == "" || status < b.status { // of several rows the same one in any order
		b.row, b.status = r.row, status
	}
	switch direction := rows.Plain(row.Text("batchdirection", "direction", "migrationdirection")); direction {
	case "onboarding", "offboarding", "local":
		if b.direction == "" || direction < b.direction {
			b.direction = direction
		}
	case "", "none":
	default:
		r.wrongWord(row, "batchdirection", row.Text("batchdirection", "direction", "migrationdirection"))
	}
	b.starts = r.timeOfBatch(row, b.starts, "startafter", "startafterutc")
	b.completes = r.timeOfBatch(row, b.completes, "completeafter", "completeafterutc")
}

// timeOfBatch reads a time for which a batch is planned.
func (r *reading) timeOfBatch(row *rows.Row, known *batchTime, columns ...string) *batchTime {
	for _, column := range columns {
		text := row.Text(column)
		if text == "" {
			continue
		}
		w, ok := timeOf(text)
		if !ok {
			r.wrongWord(row, column, text)
			return known
		}
		c := dateColumn{r.file, column}
		r.noteOrder(c, w)
		if known == nil || text < known.text {
			return &batchTime{r.row, c, r.keep(text), w}
		}
		return known
	}
	return known
}

func readMigrationUser(r *reading, row *rows.Row) {
	batch, member := clean(row.Text("batchid")), row.Text("mailboxemailaddress", "emailaddress", "identity", "mailboxidentifier")
	if batch == "" || member == "" {
		r.ignore(r.row, "names no batch")
		return
	}
	b := r.batch(batch)
	b.members = append(b.members, batchMember{r.row, r.name(member)})
}
