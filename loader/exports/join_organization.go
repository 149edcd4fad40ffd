package exports

import (
	"cmp"
	"slices"
	"strings"

	"hybridlint/loader/model"
)

// tenantFacts are what the accepted domains of the cloud and its configuration tell.
type tenantFacts struct {
	name, routingDomain string
}

// tenantDomains are the domains that every tenant has, of all national clouds.
var tenantDomains = []string{".onmicrosoft.com", ".onmicrosoft.us", ".partner.onmschina.cn", ".onmicrosoft.de"}

// routingDomains are the domains to which a forest sends mail of mailboxes in the cloud, of all national clouds.
var routingDomains = []string{".mail.onmicrosoft.com", ".mail.onmicrosoft.us", ".partner.mail.onmschina.cn", ".mail.onmicrosoft.de"}

// isRoutingDomain tells a domain that Microsoft gives a tenant for hybrid deployments.
func isRoutingDomain(domain string) bool {
	return slices.ContainsFunc(routingDomains, func(suffix string) bool { return strings.HasSuffix(domain, suffix) })
}

// tenantOf is the name of the tenant of a domain; empty where it is none.
func tenantOf(domain string, suffixes []string) string {
	domain = strings.ToLower(domain)
	for _, suffix := range suffixes {
		if name, found := strings.CutSuffix(domain, suffix); found && name != "" && !strings.Contains(name, ".") {
			return name
		}
	}
	return ""
}

// settleOrganization gives the facts of the organization their sides, notes those, and joins what is known of each.
func (j *join) settleOrganization(settle func(side, int32) side, used map[side]bool) {
	o := j.org
	settleFacts(j, o.readConfigs, settle, used, func(s side, fact *configFacts) {
		if known := o.configs[s]; known != nil && compareConfigs(known, fact) <= 0 {
			return
		}
		o.configs[s] = fact
	})
	settleFacts(j, o.readServers, settle, used, func(s side, v serverVersion) { o.servers[s] = newest(o.servers[s], v) })
	settleFacts(j, o.readDomains, settle, used, j.acceptDomain)
	settleFacts(j, o.readTrusts, settle, used, func(s side, t trust) { o.trusts[s] = append(o.trusts[s], t) })
	for _, list := range []*[]relationship{&o.relationships, &o.connectors} {
		kept := (*list)[:0]
		for _, r := range *list {
			if r.side = settle(r.side, r.file); j.sideTold(r.side, r.row, r.file, used) {
				kept = append(kept, r)
			}
		}
		*list = kept
	}
	if config := o.configs[cloud]; config != nil && o.tenant.name == "" {
		o.tenant.name = tenantOf(config.name, tenantDomains)
	}
	o.readConfigs, o.readServers, o.readDomains, o.readTrusts = nil, nil, nil, nil
}

// settleFacts gives facts of the organization to the function, each with its side; those of no side are not understood.
func settleFacts[T any](j *join, facts []located[T], settle func(side, int32) side, used map[side]bool, take func(side, T)) {
	for _, l := range facts {
		s := settle(l.side, l.file)
		if !j.sideTold(s, l.row, l.file, used) {
			continue
		}
		if _, isTrust := any(l.fact).(trust); !isTrust {
			j.use(l.row)
		}
		take(s, l.fact)
	}
}

// sideTold makes sure that the side of a row is known: what is said of an organization says it of one.
func (j *join) sideTold(s side, row rowRef, file int32, used map[side]bool) bool {
	if s == anySide {
		j.lose(row, noSide, j.source(row))
		j.sideUnknown(file)
		return false
	}
	used[s] = true
	if there, told := j.org.rows[s]; !told || row < there {
		j.org.rows[s] = row
	}
	return true
}

// acceptDomain notes an accepted domain. Of several names of the tenant the one of the initial domain counts, else the first.
func (j *join) acceptDomain(s side, d acceptedDomain) {
	o := j.org
	o.domains[s] = append(o.domains[s], d.name)
	if s != cloud {
		return
	}
	if name := tenantOf(d.name, tenantDomains); name != "" && d.initial != model.False && (o.tenant.name == "" || name < o.tenant.name) {
		o.tenant.name = name
	}
	switch known := &o.tenant.routingDomain; {
	case !isRoutingDomain(d.name):
	case *known == "", d.coexistence == model.True, d.name < *known && !o.coexistence:
		*known, o.coexistence = d.name, o.coexistence || d.coexistence == model.True
	}
}

// compareConfigs orders two configurations of one side, of which the first counts.
func compareConfigs(a, b *configFacts) int {
	return cmp.Or(cmp.Compare(b.aclable, a.aclable), cmp.Compare(b.modernAuth, a.modernAuth), cmp.Compare(b.sendFromAlias, a.sendFromAlias),
		cmp.Compare(b.folderControls, a.folderControls), strings.Compare(a.publicFolders, b.publicFolders), strings.Compare(a.name, b.name))
}
