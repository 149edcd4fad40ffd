package organization

import (
	"fmt"
	"math/rand/v2"
)

// forest is the one on-premises Exchange organization; domain is that of all addresses.
const (
	forest        = "corp"
	cloud         = "cloud"
	domain        = "contoso.com"
	routingDomain = "contoso.mail.onmicrosoft.com"
	helpdesk      = "helpdesk@contoso.com"
)

// kind is the type of a mailbox.
type kind uint8

const (
	user kind = iota
	shared
	room
	equipment
)

// role is what somebody is in a team.
type role uint8

const (
	member role = iota
	manager
	assistant
)

// provenance is how a cloud mailbox came to be.
type provenance uint8

const (
	undeclared provenance = iota
	pilot                 // moved before the organization stamped what moves
	migrated
	createdACLable
	created
	createdInCloud
)

// mailbox is what is decided about a mailbox before anything is written.
type mailbox struct {
	kind        kind
	role        role
	provenance  provenance
	inCloud     bool
	leaver      bool // left the company: hidden, and the account disabled
	hidden      bool
	application bool
	// moves says that the next wave takes it.
	moves bool
	// entries is the number of permissions on it.
	entries int32
}

// plan is an organization before it is written.
type plan struct {
	Options
	habits    habits
	mailboxes []mailbox
	names     []string
	// wave says that somebody moves next; the first team that can always does.
	wave   bool
	source *rand.PCG
	random *rand.Rand
}

// teamSize is how many mailboxes work together: they sit in one department, move in one wave and give each other permissions.
const teamSize = 20

// team is what a team consists of: m its manager, a the assistant, u users, S shared mailboxes, R rooms, E a room or equipment.
// A small organization is the beginning of a team, so that it has of everything.
const team = "maSuRuuuSuuuuSuuuSuE"

func newPlan(o Options) *plan {
	if o.GrantsPerMailbox <= 0 {
		o.GrantsPerMailbox = defaultGrants
	}
	if o.Files <= 0 {
		o.Files = defaultFiles
	}
	o.Mailboxes = max(o.Mailboxes, 0)
	p := &plan{Options: o, habits: habitsOf(o.Upkeep), source: rand.NewPCG(o.Seed, 0)}
	p.random = rand.New(p.source)
	p.mailboxes = make([]mailbox, o.Mailboxes)
	p.names = make([]string, o.Mailboxes)
	for first := 0; first < o.Mailboxes; first += teamSize {
		p.planTeam(first, p.mailboxes[first:min(first+teamSize, o.Mailboxes)])
	}
	p.planEntries()
	return p
}

// begin makes what is random from here on depend on nothing but the seed and a number.
func (p *plan) begin(number int) { p.source.Seed(p.Seed, uint64(number)) }

func (p *plan) chance(probability float64) bool { return p.random.Float64() < probability }

// pick takes one of several by their weights.
func pick[T any](p *plan, choices []weighted[T]) T {
	total := 0.0
	for _, c := range choices {
		total += c.weight
	}
	at := p.random.Float64() * total
	for _, c := range choices {
		if at -= c.weight; at < 0 {
			return c.value
		}
	}
	return choices[len(choices)-1].value
}

type weighted[T any] struct {
	weight float64
	value  T
}

// planTeam decides about the mailboxes of one team. Teams move as a whole, but some of their people go ahead or stay behind.
func (p *plan) planTeam(first int, mailboxes []mailbox) {
	p.begin(first)
	number := first / teamSize
	it := number == 0
	inCloud := it || p.chance(0.6)
	waits := !inCloud && (p.chance(p.habits.wave) || !p.wave)
	p.wave = p.wave || waits
	for i := range mailboxes {
		m := &mailboxes[i]
		m.kind, m.role = p.kindAt(i)
		m.inCloud = inCloud != p.chance(p.habits.apart) || it
		m.application = m.kind == user && i == len(team)-2 && number%5 == 1
		m.leaver = m.kind == user && m.role == member && !m.application && !it && p.chance(0.025)
		m.hidden = m.leaver || m.kind == shared && p.chance(0.004)
		m.moves = waits && !m.inCloud && !m.application && !p.chance(p.habits.forgotten)
		if m.application {
			m.inCloud = p.chance(0.1)
		}
		if m.inCloud {
			m.provenance = p.provenanceIn(number, m)
		}
		p.names[first+i] = p.nameOf(first+i, m)
	}
}

func (p *plan) kindAt(i int) (kind, role) {
	switch team[i] {
	case 'm':
		return user, manager
	case 'a':
		return user, assistant
	case 'S':
		return shared, member
	case 'R':
		return room, member
	case 'E':
		if p.chance(0.6) {
			return equipment, member
		}
		return room, member
	default:
		return user, member
	}
}

func (p *plan) provenanceIn(number int, m *mailbox) provenance {
	switch {
	case number == 0 || number%47 == 20:
		return pilot
	case m.kind == room || m.kind == equipment:
		return pick(p, []weighted[provenance]{{0.95, migrated}, {0.05, createdInCloud}})
	default:
		return pick(p, p.habits.provenances)
	}
}

var givenNames = []string{"adam", "aisha", "alba", "amir", "anna", "ben", "bianca", "carlos", "chiara", "daan", "diego", "elena", "emil", "esra", "fatima",
	"felix", "freya", "george", "hanna", "henrik", "ida", "ines", "ivan", "jana", "jonas", "julia", "karim", "karl", "laura", "leo", "lina",
	"lucas", "magda", "marta", "mei", "milan", "mira", "nadia", "noah", "nora", "olga", "oscar", "paula", "pedro", "petra", "priya",
	"rafael", "rosa", "samir", "sara", "sofia", "sven", "tariq", "thea", "tomas", "uma", "victor", "wanda", "yara", "yusuf", "zoe"}

var familyNames = []string{"aalto", "adler", "almeida", "andersen", "baker", "barros", "becker", "bianchi", "bauer", "carter", "castro", "chen", "conti", "costa",
	"cruz", "dahl", "diaz", "dubois", "eriksen", "evans", "farkas", "fischer", "fonseca", "garcia", "grant", "gruber", "haas", "hansen", "horvat",
	"huber", "ito", "jansen", "jensen", "kaya", "keller", "khan", "kim", "klein", "kovac", "lang", "larsen", "lopez", "lund", "mancini", "martin",
	"mayer", "moreau", "nagy", "novak", "okafor", "olsen", "papadakis", "patel", "petrov", "popescu", "ramos", "reyes", "ricci", "rossi", "sato",
	"schmidt", "silva", "singh", "sousa", "stone", "tanaka", "torres", "vargas", "volkov", "wagner", "weber", "winter", "wolf", "wright", "yilmaz", "young",
	"zhang", "ziegler", "zimmer"}

var departments = []string{"it", "sales", "finance", "production", "logistics", "purchasing", "hr", "legal", "marketing", "research", "quality", "service",
	"facilities", "export", "engineering", "controlling", "communications", "audit", "maintenance", "training"}

var topics = []string{"info", "orders", "invoices", "support", "requests", "office", "projects", "events", "claims", "contracts", "planning", "returns",
	"press", "tenders", "applications", "deliveries"}

var roomNames = []string{"aurora", "borealis", "cedar", "delta", "elm", "fjord", "garden", "harbour", "iris", "jupiter", "kepler", "linden", "maple", "nile",
	"orion", "pine"}

func (p *plan) department(number int) string { return departments[number%len(departments)] }

// nameOf is the address of a mailbox, which is its label too.
func (p *plan) nameOf(id int, m *mailbox) string {
	number := id / teamSize
	local := ""
	switch {
	case m.application:
		local = fmt.Sprintf("scan-%s-%d", p.department(number), number)
	case m.kind == shared:
		local = fmt.Sprintf("%s.%s-%d", topics[(id*7+number)%len(topics)], p.department(number), number)
	case m.kind == room:
		local = fmt.Sprintf("room-%s-%d", roomNames[id%len(roomNames)], id)
	case m.kind == equipment:
		local = fmt.Sprintf("van-%d", id)
	default:
		local = personName(id)
	}
	return local + "@" + domain
}

// personName goes through the names so that neighbours differ; when all are taken, a number tells people apart.
func personName(id int) string {
	all := len(givenNames) * len(familyNames)
	at := (id * 1009) % all
	name := givenNames[at%len(givenNames)] + "." + familyNames[at/len(givenNames)]
	if id >= all {
		name = fmt.Sprintf("%s%d", name, id/all+1)
	}
	return name
}

// planEntries spreads the permissions over the mailboxes: many on shared mailboxes, few on those of people, and on some of each
// kind far more than on others.
func (p *plan) planEntries() {
	weights := make([]float64, len(p.mailboxes))
	total := 0.0
	for id := range p.mailboxes {
		p.begin(-1 - id)
		weights[id] = kindWeights[p.mailboxes[id].kind] * pick(p, skews)
		total += weights[id]
	}
	wanted, given, sum := p.GrantsPerMailbox*len(p.mailboxes), 0, 0.0
	for id := range p.mailboxes {
		sum += weights[id]
		upTo := int(sum / total * float64(wanted))
		if id == len(p.mailboxes)-1 {
			upTo = wanted
		}
		p.mailboxes[id].entries = int32(upTo - given)
		given = upTo
	}
}

var kindWeights = [...]float64{user: 0.45, shared: 2.9, room: 1.1, equipment: 0.5}

var skews = []weighted[float64]{{0.25, 0.3}, {0.35, 0.7}, {0.25, 1.2}, {0.12, 2}, {0.03, 5}}

// people are the users of the team of a mailbox, applications not among them.
func (p *plan) people(id int, into []int) []int {
	first := id / teamSize * teamSize
	for i := first; i < min(first+teamSize, p.Mailboxes); i++ {
		if p.mailboxes[i].kind == user && !p.mailboxes[i].application {
			into = append(into, i)
		}
	}
	return into
}

// stranger is somebody of another team on the given side; -1 where a short search finds nobody.
func (p *plan) stranger(id int, inCloud bool) int {
	for range 12 {
		other := p.random.IntN(p.Mailboxes)
		m := &p.mailboxes[other]
		if m.kind == user && !m.application && !m.leaver && m.inCloud == inCloud && other/teamSize != id/teamSize {
			return other
		}
	}
	return -1
}

// sideOf is the name of the side of a mailbox.
func (p *plan) sideOf(id int) string {
	if p.mailboxes[id].inCloud {
		return cloud
	}
	return forest
}
