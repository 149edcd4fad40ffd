package exports

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"hybridlint/loader/exports/rows"
)

// accounts knows to which domain the name before the backslash of an account belongs. It need not be a part of the domain's
// DNS name, so it is concluded from all accounts together.
type accounts struct {
	// domains are the DNS names of the domains, and whether one is of a forest.
	domains map[string]bool
	// used are the names that accounts have, masters those of the accounts of linked mailboxes; all are in lower case.
	used, masters map[string]bool
	// of are the domains that a name may be, once it was concluded; closed says that another name can be none of them.
	of     map[string][]string
	closed bool
}

func newAccounts() *accounts {
	return &accounts{domains: map[string]bool{}, used: map[string]bool{}, masters: map[string]bool{}, of: map[string][]string{}}
}

// mostAccountDomains bounds how many names of domains are told apart.
const mostAccountDomains = 1 << 12

func (a *accounts) domain(name string, s side) {
	if len(a.domains) < mostAccountDomains || a.domains[name] {
		a.domains[name] = a.domains[name] || s != cloud
	}
}

func (a *accounts) linked(account string) {
	if domain, _, found := strings.Cut(account, `\`); found && len(a.masters) < mostAccountDomains {
		a.masters[strings.ToLower(domain)] = true
	}
}

// use notes the domains of the accounts that a text names.
func (a *accounts) use(text string) {
	if strings.IndexByte(text, '\\') < 0 {
		return
	}
	for account := range strings.FieldsFuncSeq(text, func(c rune) bool { return strings.ContainsRune(",;|{}\r\n", c) }) {
		domain, _, found := strings.Cut(rows.Trimmed(account), `\`)
		if !found || domain == "" || isAuthority(rows.Trimmed(account)) || strings.ContainsAny(domain, ":@/=") {
			continue
		}
		if domain = strings.ToLower(domain); !cloudDomain.MatchString(domain) && len(a.used) < mostAccountDomains {
			a.used[strings.Clone(domain)] = true
		}
	}
}

// cloudDomain is how the domains of Exchange Online are called.
var cloudDomain = regexp.MustCompile(`^[a-z]{3,4}(?:pr|sdf)\d\d[a-z]?\d{2,3}$`)

// conclude decides which name belongs to which domain: that of which the DNS name begins with it, or else has it as a part. What is
// left may be any of the domains that are left, as long as there is one for each.
func (a *accounts) conclude() {
	taken := map[string]bool{}
	assign := func(fits func(name, domain string) bool, once bool) {
		for _, name := range slices.Sorted(maps.Keys(a.used)) {
			if a.of[name] != nil {
				continue
			}
			var found []string
			for _, domain := range slices.Sorted(maps.Keys(a.domains)) {
				if fits(name, domain) && (!once || !taken[domain]) {
					found = append(found, domain)
				}
			}
			if len(found) == 1 || !once && len(found) > 0 {
				a.of[name] = found
			}
		}
		for _, domains := range a.of {
			for _, domain := range domains {
				taken[domain] = true
			}
		}
	}
	assign(func(name, domain string) bool { return name == domain }, false)
	assign(func(name, domain string) bool { return strings.HasPrefix(domain, name+".") }, false)
	assign(func(name, domain string) bool { return strings.Contains("."+domain, "."+name+".") }, true)
	a.assignRest(taken)
}

func (a *accounts) assignRest(taken map[string]bool) {
	var names, domains []string
	for name := range a.used {
		if a.of[name] == nil && !a.masters[name] {
			names = append(names, name)
		}
	}
	onPremises := 0
	for domain, onPrem := range a.domains {
		if !onPrem {
			continue
		}
		onPremises++
		if !taken[domain] {
			domains = append(domains, domain)
		}
	}
	if len(names) <= len(domains) {
		for _, name := range names {
			a.of[name] = domains
		}
	}
	a.closed = onPremises > 0
}

// foreign tells a domain that is none of those that the exports have.
func (a *accounts) foreign(name string) bool {
	name = strings.ToLower(rows.Trimmed(name))
	return a.closed && a.of[name] == nil && !cloudDomain.MatchString(name)
}

// mayBeOf tells whether the account of a person may be in a domain: it is there, or nothing says where it is.
func (a *accounts) mayBeOf(p *person, name string) bool {
	domains := a.of[strings.ToLower(rows.Trimmed(name))]
	if domains == nil {
		return true
	}
	elsewhere := false
	for _, s := range p.sightings {
		if s.domain == "" || !a.domains[s.domain] && !slices.Contains(domains, s.domain) {
			continue
		}
		if slices.Contains(domains, s.domain) {
			return true
		}
		elsewhere = true
	}
	return !elsewhere
}
