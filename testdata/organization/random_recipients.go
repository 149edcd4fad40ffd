package organization

import (
	"fmt"
	"slices"
	"strings"
)

// organizations writes the tenant, the forests, the synchronization engines and the defaults.
func (w *world) organizations() {
	names := []string{"corp", "EMEA", "fünf"}
	w.forests = names[:[]int{0, 1, 1, 1, 2, 3}[w.random.IntN(6)]]
	if w.chance(0.8) {
		w.tenant()
	}
	for _, name := range w.forests {
		w.onPremises(name)
	}
	w.synchronization()
	if w.chance(0.3) {
		w.block("defaults", "", func() {
			w.optional("clients", w.someOf(clients))
			w.optional("access_method", w.oneOf(accessMethods))
			w.optional("channel", w.oneOf(channels))
		})
	}
}

func (w *world) tenant() {
	w.block("tenant", "contoso", func() {
		w.optional("offering", w.oneOf(offerings))
		w.optional("routing_domain", w.textOf(routingDomain))
		w.optional("modern_auth", w.truthful)
		w.optional("send_from_alias_enabled", w.truthful)
		w.optional("public_folders", w.oneOf(publicFolders))
		w.optional("public_folder_client_control", w.truthful)
		w.optional("exchange_attributes_cloud_managed_by_default", w.truthful)
		for _, forest := range w.forests {
			w.connections(forest)
		}
	})
}

func (w *world) onPremises(name string) {
	w.block("forest", name, func() {
		w.optional("exchange_version", w.oneOf(exchangeVersions))
		w.optional("cumulative_update", func(name string) {
			w.bare(name, w.expression(w.one([]string{"0", "5", "9", "10", "14", "23"}), []string{"(%s)", "%s + 0", "max(0, %s)"}))
		})
		w.optional("cumulative_update_currency", w.oneOf(currencies))
		w.optional("aclable_synced_object_enabled", w.truthful)
		w.optional("aclable_enabled_on", w.day)
		w.optional("is_resource_forest", w.truthful)
		w.optional("trusts_logon_forest", w.truthful)
		w.optional("modern_auth", w.truthful)
		w.optional("dedicated_hybrid_app", w.truthful)
		w.connections("")
	})
}

func (w *world) connections(label string) {
	if w.chance(0.5) {
		w.open("organization_relationship", label)
		w.optional("exists", w.truthful)
		w.optional("enabled", w.truthful)
		w.optional("free_busy_access_enabled", w.truthful)
		w.optional("free_busy_access_level", w.oneOf(freeBusyLevels))
		w.optional("free_busy_access_scope", w.textOf("group"))
		w.optional("domain_names", w.someOf([]string{domain, "CONTOSO.COM", routingDomain, "fabrikam.com"}))
		w.close()
	}
	if w.chance(0.3) {
		w.open("intra_organization_connector", label)
		w.optional("enabled", w.truthful)
		w.close()
	}
}

func (w *world) synchronization() {
	excluded := w.someOf([]string{"publicDelegates", "PUBLICDELEGATES", "proxyAddresses"})
	if w.chance(0.1) {
		w.block("directory_sync", "none", func() {})
		return
	}
	if w.chance(0.6) {
		w.block("directory_sync", "entra_connect", func() {
			w.optional("version", w.textOf("1.1.552.0", "1.1.553", "1.1.553.0", "2.4.9.0", "2.5.78.9", "2.5.79.0", "1"))
			w.optional("exchange_hybrid_deployment", w.truthful)
			w.optional("group_writeback", w.truthful)
			w.optional("excluded_attributes", excluded)
		})
	}
	if w.chance(0.35) {
		w.block("directory_sync", "cloud_sync", func() {
			w.optional("agent_version", w.textOf("1.1.1107.0"))
			w.optional("exchange_hybrid_writeback", w.truthful)
			w.optional("excluded_attributes", excluded)
		})
	}
}

// recipients declares everybody. Who is a member of what is decided before, so that groups can name those who come later.
func (w *world) recipients() {
	for i := range 2 + w.random.IntN(9) {
		w.population = append(w.population, w.stranger(i))
	}
	for i := range w.population {
		w.recipient(&w.population[i], i)
	}
}

// stranger is somebody with a name that is hard to read.
func (w *world) stranger(i int) someone {
	kind := w.one(recipientTypes)
	if w.chance(0.6) {
		kind = w.one(recipientTypes[:5])
	}
	labels := []string{"amy-%d@contoso.com", "Bob.%d@Contoso.com", "o'brien+%d@contoso.com", "Jürgen Groß %d", `CONTOSO\svc-%d`, "会議室%d@contoso.com", `the "big" room %d`}
	s := someone{kind: kind, label: fmt.Sprintf(w.one(labels), i), home: w.side()}
	if w.chance(0.5) {
		s.names = append(s.names, fmt.Sprintf("primary.%d@contoso.com", i))
	}
	if w.chance(0.5) {
		s.names = append(s.names, fmt.Sprintf("Alias.%d@contoso.mail.onmicrosoft.com", i))
	}
	return s
}

func (w *world) recipient(s *someone, i int) {
	w.block(s.kind, s.label, func() {
		w.bare("home", w.quoted(s.home))
		if len(w.forests) > 0 {
			w.optional("origin", func(name string) { w.bare(name, w.quoted(w.forest())) })
		}
		w.optional("used_by", w.oneOf(usedBy))
		w.optional("exchange_attributes_managed_in", w.oneOf(managedIn))
		w.optional("name", w.textOf(fmt.Sprint("Name ", i), `We${x}ird %{if} "name"`))
		w.optional("display_name", w.textOf("Amy", "Zoë\t\\"))
		w.optional("distinguished_name", w.textOf(fmt.Sprintf("CN=amy-%d,OU=Users,DC=contoso,DC=com", i)))
		w.addresses(s)
		w.optional("is_dir_synced", w.truthful)
		w.optional("provisioned_by", w.oneOf(provisionedBy))
		w.optional("moved_on", w.day)
		w.optional("hidden_from_address_lists_enabled", w.truthful)
		w.optional("account_enabled", w.truthful)
		w.optional("linked_master_account", w.textOf(`ACCOUNTS\amy`))
		w.optional("legacy_exchange_dn", w.oneOf(legacyDNs))
		w.optional("calendar_default_permission", func(name string) {
			s.calendarDefault = true
			w.bare(name, w.quoted(w.one(folderRights)))
		})
		w.optional("resource_delegates", func(name string) { w.bare(name, w.listed(w.several(0))) })
		w.optional("public_folder_client_access", w.truthful)
		if strings.HasSuffix(s.kind, "_mailbox") {
			w.optional("department", w.textOf("Sales", "R & D"))
			w.optional("office", w.textOf("Berlin"))
			w.optional("size_gb", func(name string) { w.bare(name, w.expression(w.one([]string{"0", "12"}), []string{"(%s)", "%s + 0"})) })
			w.optional("items", func(name string) {
				w.bare(name, w.expression(w.one([]string{"0", "48000"}), []string{"(%s)", "%s + 0"}))
			})
		}
		if slices.Contains(groupTypes, s.kind) {
			w.membership()
		}
		w.objects(s)
	})
}

// addresses declares the names that others may use; the first is the primary address where there are two.
func (w *world) addresses(s *someone) {
	var all []string
	for i, name := range s.names {
		if i == 0 && (len(s.names) == 1 || w.chance(0.5)) {
			w.bare("primary_smtp_address", w.quoted(name))
			continue
		}
		all = append(all, []string{"smtp:", "SMTP:", ""}[w.random.IntN(3)]+name)
	}
	if len(all) > 0 || w.chance(w.density) {
		if w.chance(0.3) {
			all = append(all, "X500:"+w.one(legacyDNs))
		}
		w.bare("email_addresses", w.listed(all))
	}
}

func (w *world) membership() {
	if w.chance(0.75) {
		members := w.several(0)
		if w.chance(0.2) {
			members = append(members, "nobody@contoso.com")
		}
		w.bare("members", w.listed(members))
	}
	w.optional("group_scope", w.oneOf(groupScopes))
}

// objects are in every side but the home.
func (w *world) objects(s *someone) {
	for _, side := range append([]string{cloud}, w.forests...) {
		if strings.EqualFold(side, s.home) || !w.chance(0.35) {
			continue
		}
		w.open("object", side)
		w.optional("exists", w.truthful)
		w.optional("recipient_type_details", w.oneOf(remoteRecipients))
		w.optional("recipient_display_type", func(name string) {
			w.bare(name, w.expression(w.one(displayTypes), []string{"(%s)", "%s + 0", "tonumber(\"%s\")"}))
		})
		w.optional("created_with_aclable_switch", w.truthful)
		w.optional("target_address", w.textOf("", "SMTP:nobody@contoso.com", "smtp:primary.0@contoso.com"))
		w.optional("primary_smtp_address", w.textOf("primary.0@contoso.com"))
		w.optional("email_addresses", w.someOf([]string{"smtp:x@contoso.com", "X500:" + legacyDNs[0], "x500:" + legacyDNs[1]}))
		w.optional("legacy_exchange_dn", w.oneOf(legacyDNs))
		w.close()
	}
}
