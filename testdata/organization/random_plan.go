package organization

import (
	"fmt"
	"strings"
)

// plan writes what is wanted of waves, of mailboxes that there are.
func (w *world) plan() {
	mailboxes := w.mailboxes()
	if len(mailboxes) == 0 || !w.chance(0.4) {
		return
	}
	one := func(name string) { w.bare(name, w.listed([]string{w.one(mailboxes)})) }
	w.block("migration_plan", w.one([]string{"2027", "next year"}), func() {
		if len(w.forests) > 1 || len(w.forests) == 1 && w.chance(0.5) {
			w.bare("source_forest", w.quoted(w.forest()))
		}
		if w.chance(0.6) {
			w.bare("mailboxes", w.listed([]string{"all"}))
		} else {
			one("mailboxes")
		}
		if w.chance(0.6) {
			w.bare("first_wave", w.quoted("2027-01-15"))
			w.optional("every_days", w.wholeNumber(30))
		} else {
			w.bare("dates", w.listed([]string{"2027-01-15", "2027-02-01", "2027-02-15"}))
		}
		w.optional("manager_and_delegate", w.textOf("together", "prefer"))
		w.optional("assume_fixed", w.someOf([]string{"HYB703", "HYB707", "HYB708", "HYB709"}))
		for _, name := range []string{"waves_max", "never_moves_days", "group_people", "stay", "seed"} {
			w.optional(name, w.wholeNumber(40))
		}
		w.caps()
		w.planBlocks(one)
	})
}

func (w *world) mailboxes() []string {
	var labels []string
	for _, s := range w.population {
		if strings.HasSuffix(s.kind, "_mailbox") || strings.HasSuffix(s.kind, "group") {
			labels = append(labels, s.label)
		}
	}
	return labels
}

func (w *world) wholeNumber(most int) func(string) {
	return func(name string) { w.bare(name, fmt.Sprint(1+w.random.IntN(most))) }
}

func (w *world) caps() {
	w.optional("mailboxes_max", w.wholeNumber(50))
	w.optional("gigabytes_max", w.wholeNumber(900))
	w.optional("items_max", w.wholeNumber(900_000))
}

func (w *world) planBlocks(one func(string)) {
	inner := func(name, label string, inside func()) {
		if w.chance(w.density) {
			w.open(name, label)
			inside()
			w.close()
		}
	}
	reason := func() { w.optional("reason", w.textOf("quarter end", "leaves in March")) }
	inner("wave", "pilot", func() {
		w.bare("date", w.quoted("2027-01-08"))
		w.optional("only", one)
		w.caps()
	})
	inner("freeze", "", func() {
		w.bare("from", w.quoted("2027-03-20"))
		w.bare("to", w.quoted("2027-04-05"))
		reason()
	})
	inner("pin", "", func() {
		one("mailboxes")
		switch w.random.IntN(3) {
		case 0:
			w.bare("last", "true")
		case 1:
			w.bare("not_before", w.quoted("2027-01-10"))
			w.optional("not_after", w.textOf("2027-12-31"))
		default:
			w.bare("wave", w.quoted("2027-01-15"))
		}
	})
	inner("exclude", "", func() {
		one("mailboxes")
		reason()
	})
	inner("together", "", func() { one("mailboxes") })
	inner("prefer", "", func() {
		w.bare("by", w.quoted(w.one([]string{"department", "office"})))
		w.optional("weight", w.wholeNumber(9))
	})
	inner("ignore", "", func() {
		one("delegates")
		reason()
	})
	inner("weights", "", func() {
		for _, name := range []string{"error", "warning", "note"} {
			w.optional(name, w.wholeNumber(100))
		}
	})
}
