package organization

import (
	"fmt"
	"strings"
)

// entries writes grants, Outlook delegates and invitations between few people, so that they meet.
func (w *world) entries() {
	for range 1 + w.random.IntN(14) {
		w.grant(w.one(permissionNames))
	}
	for range w.random.IntN(4) {
		w.outlookDelegate()
	}
	for range w.random.IntN(3) {
		w.invitation()
	}
}

// pair is a recipient and a delegate; often one that has been there before.
func (w *world) pair() (recipient, delegate string) {
	if len(w.pairs) > 0 && w.chance(0.4) {
		p := w.pairs[w.random.IntN(len(w.pairs))]
		return p[0], p[1]
	}
	p := [2]string{w.anyone(), w.anyone()}
	w.pairs = append(w.pairs, p)
	return p[0], p[1]
}

func (w *world) trustee(permission, delegate string) string {
	switch {
	case permission == "folder" && w.chance(0.03):
		return "Anonymous"
	case w.chance(0.08):
		return w.one(trustees)
	default:
		return delegate
	}
}

// everybody is Default on the mailbox of somebody who does not declare what Default may do; once, as two might contradict each other.
func (w *world) everybody(recipient, delegate string) (string, string) {
	s := w.population[w.random.IntN(len(w.population))]
	if w.defaultCalendar || s.calendarDefault {
		return recipient, delegate
	}
	w.defaultCalendar = true
	return w.reference(s), w.one([]string{"Default", "default"})
}

func (w *world) grant(permission string) {
	recipient, delegate := w.pair()
	delegate = w.trustee(permission, delegate)
	if permission == "folder" && w.chance(0.1) {
		recipient, delegate = w.everybody(recipient, delegate)
	}
	gone := w.chance(0.03)
	if gone {
		delegate = gonePerson
	}
	w.block("grant", permission, func() {
		w.bare("recipient", w.quoted(recipient))
		if w.chance(0.25) {
			w.bare("delegates", w.listed(append(w.several(0), delegate)))
		} else {
			w.bare("delegate", w.quoted(delegate))
		}
		w.entry(gone)
		w.optional("expects", w.someOf(expectations))
		w.optional("channel", w.oneOf(channels))
		w.procedure()
		switch permission {
		case "full_access":
			w.fullAccess()
		case "send_as":
			w.optional("present_in", w.toSides)
			w.inheritance()
			w.optional("replication", w.oneOf(replications))
			w.optional("send_from_address", w.textOf("primary.0@contoso.com", "other@contoso.com", "PRIMARY.1@contoso.com"))
		case "send_on_behalf":
			w.optional("present_in", w.toSides)
			w.optional("change_mode", w.oneOf(changeModes))
			w.optional("new_list", func(name string) { w.bare(name, w.listed(w.several(0))) })
		default:
			w.folder()
		}
	})
}

// entry is what grants and Outlook delegates have in common.
func (w *world) entry(gone bool) {
	if gone {
		w.bare("state", w.quoted("existing"))
	} else {
		w.optional("state", w.oneOf(states))
	}
	w.optional("unknown_in", w.toSides)
	w.optional("clients", w.someOf(clients))
	w.optional("established_before_move", w.truthful)
}

func (w *world) procedure() {
	w.optional("cmdlet", w.oneOf(cmdlets))
	w.optional("identity_kind", w.oneOf(identityKinds))
	w.optional("applied_on", w.toSide)
	w.optional("granted_by", func(name string) {
		w.bare(name, w.quoted(w.one([]string{"owner", w.anyone()})))
	})
	w.optional("granted_via", w.oneOf(grantedVia))
	w.optional("operator_role_groups", w.someOf(roleGroups))
	w.optional("operator_has_custom_role", w.truthful)
}

func (w *world) inheritance() {
	w.optional("inherited", w.truthful)
	w.optional("deny", w.truthful)
}

func (w *world) fullAccess() {
	w.inheritance()
	w.optional("auto_mapping", w.truthful)
	w.optional("access_method", w.oneOf(accessMethods))
	if w.chance(w.density / 2) {
		w.open("outlook_windows", "")
		w.optional("version", w.oneOf(outlookVersions))
		w.optional("update_date", w.day)
		w.close()
	}
}

func (w *world) folder() {
	w.bare("folder", w.quoted(w.one(folderPaths)))
	w.optional("folder_type", w.textOf("Calendar", "Inbox", "User Created"))
	w.bare("access_rights", w.listed(append(w.some(folderRights), w.one(folderRights))))
	w.optional("sharing_permission_flags", w.someOf(sharingFlags))
	w.optional("parent_access_rights", w.someOf(folderRights))
}

func (w *world) outlookDelegate() {
	manager, delegate := w.pair()
	delegate = w.trustee("", delegate)
	gone := w.chance(0.03)
	if gone {
		delegate = gonePerson
	}
	w.block("outlook_delegate", "", func() {
		w.bare("manager", w.quoted(manager))
		w.bare("delegate", w.quoted(delegate))
		w.entry(gone)
		w.optional("folder_access_rights", w.folderAccessRights)
		w.optional("send_on_behalf", w.truthful)
		w.optional("present_in", w.toSides)
		w.optional("receives_meeting_requests", w.truthful)
		w.optional("private_items", w.truthful)
		w.optional("delivery_scope", w.oneOf(deliveryScopes))
		w.optional("managed_by", w.oneOf(managers))
		w.optional("moved_separately", w.truthful)
		w.optional("reconfigured_after_move", w.truthful)
		w.optional("stored_legacy_exchange_dn", w.oneOf(legacyDNs))
		w.optional("listed_twice", w.truthful)
		w.optional("listed_permission", w.textOf("None", "Editor"))
		w.optional("x500_written_back", w.truthful)
	})
}

func (w *world) folderAccessRights(name string) {
	var items []string
	for _, folder := range []string{"Calendar", "Inbox", "Tasks"} {
		if w.chance(0.6) {
			items = append(items, folder+" = "+w.quoted(w.one(folderRights)))
		}
	}
	w.bare(name, "{ "+strings.Join(items, ", ")+" }")
}

func (w *world) invitation() {
	w.block("sharing_invitation", "", func() {
		w.bare("owner", w.quoted(w.anyone()))
		w.bare("recipient", w.quoted(w.one([]string{w.anyone(), w.anyone(), "partner@outside.example"})))
		w.optional("accepting_client", w.oneOf(clients))
		w.optional("viewing_clients", w.someOf(clients))
		w.optional("outlook_channel", w.oneOf(outlookChannels))
		w.optional("sender_client_updated", w.truthful)
		w.optional("level", w.oneOf(sharingLevels))
		w.optional("policy_max_level", w.oneOf(sharingLevels))
	})
}

// procedures writes batches, bulk changes and exceptions.
func (w *world) procedures() {
	for i := range w.random.IntN(4) {
		w.batch(i, fmt.Sprintf("wave-%d", i))
	}
	for i := range w.random.IntN(2) {
		w.bulkChange(fmt.Sprintf("ticket-%d", i))
	}
	for range w.random.IntN(3) {
		w.exception()
	}
	w.plan()
}

// batch comes after earlier ones only, and completes no earlier than they do.
func (w *world) batch(i int, label string) {
	earlier := w.batches
	w.batches = append(w.batches, label)
	w.block("migration_batch", label, func() {
		w.bare("direction", w.quoted(w.one(directions)))
		if len(w.forests) > 1 || len(w.forests) == 1 && w.chance(0.5) {
			w.bare("source_forest", w.quoted(w.forest()))
		}
		w.bare("members", w.listed(w.several(1)))
		w.optional("start_after", w.textOf("2026-11-30", "2026-12-05T22:00:00Z"))
		w.optional("complete_after", func(name string) { w.bare(name, w.quoted(w.one(completions[i:i+2]))) })
		if len(earlier) > 0 {
			w.optional("after", func(name string) { w.bare(name, w.listed(append(w.some(earlier), w.one(earlier)))) })
		}
		if w.chance(0.5) {
			w.bare("status", w.quoted(w.one(batchStatuses)))
		}
	})
}

func (w *world) bulkChange(label string) {
	w.block("bulk_change", label, func() {
		w.optional("channel", w.oneOf(channels))
		w.optional("applied_on", w.toSide)
		w.bare("recipients", w.listed(w.several(0)))
		w.bare("permission", w.quoted(w.one(permissionNames)))
		w.optional("operator_role_groups", w.someOf(roleGroups))
		w.optional("operator_has_custom_role", w.truthful)
	})
}

func (w *world) exception() {
	w.block("exception", w.one(ruleNames), func() {
		w.optional("recipient", func(name string) { w.bare(name, w.quoted(w.anyone())) })
		w.optional("delegate", func(name string) {
			w.bare(name, w.quoted(w.trustee("folder", w.one([]string{w.anyone(), "default", gonePerson}))))
		})
		if len(w.batches) > 0 {
			w.optional("migration_batch", func(name string) { w.bare(name, w.quoted(w.one(w.batches))) })
		}
		w.optional("forest", w.toSide)
		w.bare("rationale", w.quoted("approved until the next wave"))
		w.optional("owner", w.textOf("messaging@contoso.com"))
		w.optional("expiration", w.day)
	})
}
