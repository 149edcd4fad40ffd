package organization

import (
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/policies/facts"
)

// Declaration is what makes two entries the same one: names resolved, the folder without case and
// with either separator.
type Declaration struct {
	kind       facts.EntryKind
	permission model.Permission
	Pair
	trustee, folder string
	deny, inherited bool
}

func declarationOf(e *Entry) Declaration {
	d := Declaration{kind: e.Kind, permission: e.Permission(), Pair: Pair{e.Base().Recipient, e.Trustee().Recipient}}
	if d.Delegate == model.NoRecipient {
		d.trustee = strings.ToLower(e.Trustee().Text)
	}
	if g := e.Grant; g != nil {
		d.deny, d.inherited = g.Deny == model.True, g.Inherited == model.True
		if g.Folder != nil {
			d.folder = strings.ToLower(strings.Join(FolderParts(g.Folder.Path), `\`))
		}
	}
	return d
}

// Repeated lists the entries that are declared more than once, together with their first
// declaration, in the order of compare.
func (org *Organization) Repeated(compare func(a, b *Entry) int) [][]*Entry {
	counts := map[Declaration][]*Entry{}
	add := func(own *Entry) {
		d := declarationOf(own)
		counts[d] = append(counts[d], own)
	}
	grant := func(i int32) {
		kept := org.Model.Grants.At(int(i))
		own := GrantOf(&kept)
		own.Number = int(i)
		add(own)
	}
	var repeated [][]*Entry
	take := func() {
		for _, same := range counts {
			if len(same) > 1 {
				slices.SortFunc(same, compare)
				repeated = append(repeated, same)
			}
		}
		clear(counts)
	}
	// The grants of declared delegates stand together by pair, so that few of them are looked at at
	// once.
	for i := 0; i < len(org.held.grants); {
		recipient, delegate := org.Model.Grants.At(
			int(org.held.grants[i]),
		).Recipient, org.Model.Grants.Delegate(
			int(org.held.grants[i]),
		).Recipient
		grants := org.grantsOf(Pair{recipient, delegate})
		if len(grants) > 1 {
			for _, n := range grants {
				grant(n)
			}
			take()
		}
		i += len(grants)
	}
	for i := range org.Model.Grants.Len() {
		if t := org.Model.Grants.Delegate(i); t.Recipient == model.NoRecipient && !HoldsEverything(t) {
			grant(int32(i))
		}
	}
	for _, d := range org.Model.OutlookDelegates {
		if !HoldsEverything(d.Delegate) {
			add(&Entry{Kind: facts.OutlookDelegateEntry, Outlook: d})
		}
	}
	take()
	return repeated
}
