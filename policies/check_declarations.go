package policies

import (
	"hybridlint/policies/engine"

	"hybridlint/policies/facts"

	"cmp"
	"context"
	"slices"
	"strings"

	"hybridlint/loader"
	"hybridlint/report"
)

// declaration is what makes two entries the same one: names resolved, the folder without case and with either separator.
type declaration struct {
	kind       facts.EntryKind
	permission loader.Permission
	pair
	trustee, folder string
	deny, inherited bool
}

func declarationOf(e *entry) declaration {
	d := declaration{kind: e.kind, permission: e.permission(), pair: pair{e.base().Recipient, e.trustee().Recipient}}
	if d.delegate == loader.NoRecipient {
		d.trustee = strings.ToLower(e.trustee().Text)
	}
	if g := e.grant; g != nil {
		d.deny, d.inherited = g.Deny == loader.True, g.Inherited == loader.True
		if g.Folder != nil {
			d.folder = strings.ToLower(strings.Join(folderParts(g.Folder.Path), `\`))
		}
	}
	return d
}

// checkDeclarations looks at the entries that are declared more than once: at every one after the first.
func (e *evaluator) checkDeclarations(ctx context.Context) []*finding {
	if len(e.active[facts.DeclarationScope]) == 0 {
		return nil
	}
	fired := e.fire(ctx, facts.DeclarationScope, engine.InputFor(facts.DeclarationScope, facts.DeclarationInput{Repeated: true}), false, false)
	if len(fired) == 0 {
		return nil
	}
	var findings []*finding
	for _, same := range e.repeated() {
		first := delegateOf(same[0])
		titles := make([]string, len(same))
		for i, again := range same {
			titles[i] = entrySubject{e.join, again}.describe()
		}
		for _, again := range same[1:] {
			subject := declarationSubject{entrySubject{e.join, again}, first, slices.Min(titles)}
			findings = append(findings, e.settle(subject, view{loader.NoForest, fired})...)
		}
	}
	return findings
}

// repeated lists the entries that are declared more than once, together with their first declaration, in order of place.
func (j *join) repeated() [][]*entry {
	counts := map[declaration][]*entry{}
	add := func(own *entry) {
		d := declarationOf(own)
		counts[d] = append(counts[d], own)
	}
	grant := func(i int32) { kept := j.model.Grants.At(int(i)); add(grantOf(&kept)) }
	var repeated [][]*entry
	take := func() {
		for _, same := range counts {
			if len(same) > 1 {
				slices.SortFunc(same, func(a, b *entry) int { return comparePlaces(delegateOf(a), delegateOf(b)) })
				repeated = append(repeated, same)
			}
		}
		clear(counts)
	}
	// The grants of declared delegates stand together by pair, so that few of them are looked at at once.
	for i := 0; i < len(j.held.grants); {
		recipient, delegate := j.model.Grants.At(int(j.held.grants[i])).Recipient, j.model.Grants.Delegate(int(j.held.grants[i])).Recipient
		grants := j.grantsOf(pair{recipient, delegate})
		if len(grants) > 1 {
			for _, n := range grants {
				grant(n)
			}
			take()
		}
		i += len(grants)
	}
	for i := range j.model.Grants.Len() {
		if t := j.model.Grants.Delegate(i); t.Recipient == loader.NoRecipient && !holdsEverything(t) {
			grant(int32(i))
		}
	}
	for _, d := range j.model.OutlookDelegates {
		if !holdsEverything(d.Delegate) {
			add(&entry{kind: facts.OutlookDelegateEntry, outlook: d})
		}
	}
	take()
	return repeated
}

// delegateOf is where an entry names its delegate.
func delegateOf(e *entry) report.Location {
	return entrySubject{entry: e}.locate([]string{"delegate"}, nil)
}

func comparePlaces(a, b report.Location) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Start.Line, b.Start.Line), cmp.Compare(a.Start.Column, b.Start.Column))
}

// declarationSubject is an entry that was declared before.
type declarationSubject struct {
	entrySubject
	first report.Location
	// title describes the entry alike whichever of the declarations comes first: they may write names and folders otherwise.
	title string
}

func (s declarationSubject) related() []report.Related {
	return append([]report.Related{{Message: "the entry is declared here first", Location: s.first}}, s.entrySubject.related()...)
}

func (s declarationSubject) describe() string { return s.title }

// text names the delegate as it is declared, as either entry may write it otherwise.
func (s declarationSubject) text(name string, forests []loader.ForestID) string {
	if name != "delegate" {
		return s.entrySubject.text(name, forests)
	}
	if id := s.trustee().Recipient; id != loader.NoRecipient {
		return s.name(id)
	}
	return strings.ToLower(s.trustee().Text)
}
