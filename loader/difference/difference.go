package difference

import (
	"cmp"
	"slices"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/report"
)

// Difference is what two configurations differ in.
type Difference struct {
	// Changes are ordered by kind and name.
	Changes []report.DeclarationChange
	// Comments are the comments of the second configuration that hide findings, and are not in the first one.
	Comments []*model.Ignore
	// Exceptions are those of the second configuration that are new or other than in the first one.
	Exceptions []*model.Exception

	head *writer
	// parties are those of Changes.
	parties [][]string
	// places are the places of all declarations of the second configuration, once they were asked for.
	places map[string][]report.Position
}

// Between compares two configurations: what was, and what is.
func Between(base, head *model.Model) *Difference {
	was := &writer{base, map[[2]any]string{}}
	d := &Difference{head: &writer{head, map[[2]any]string{}}}
	before := map[key][]*declaration{}
	for b := range was.declarations() {
		before[b.key] = append(before[b.key], b)
	}
	now := map[key][]*declaration{}
	var order []key
	for h := range d.head.declarations() {
		if same := before[h.key]; len(same) > 0 && same[0].says == h.says && now[h.key] == nil {
			if before[h.key] = same[1:]; len(same) == 1 {
				delete(before, h.key)
			}
			continue
		}
		if now[h.key] == nil {
			order = append(order, h.key)
		}
		now[h.key] = append(now[h.key], h)
	}
	for _, k := range order {
		d.pair(before[k], now[k])
		delete(before, k)
	}
	for _, gone := range before {
		for _, b := range gone {
			d.add(b, nil)
		}
	}
	d.sort()
	d.waivers(base, head)
	return d
}

// pair sets declarations of one key against each other: those that say the same first.
func (d *Difference) pair(before, now []*declaration) {
	var rest []*declaration
	for _, h := range now {
		if i := slices.IndexFunc(before, func(b *declaration) bool { return b.says == h.says }); i >= 0 {
			before = slices.Delete(slices.Clone(before), i, i+1)
		} else {
			rest = append(rest, h)
		}
	}
	for i := range max(len(before), len(rest)) {
		switch {
		case i >= len(rest):
			d.add(before[i], nil)
		case i >= len(before):
			d.add(nil, rest[i])
		default:
			d.add(before[i], rest[i])
		}
	}
}

// add notes a declaration that was, one that is, or both where it is another now.
func (d *Difference) add(was, is *declaration) {
	shown := is
	if is == nil {
		shown = was
	}
	c := report.DeclarationChange{Kind: shown.kind, Block: shown.key.block, Name: shown.title, Location: shown.location()}
	switch {
	case was == nil:
		c.Change = report.Added
	case is == nil:
		c.Change = report.Removed
	case was.home != is.home:
		c.Change, c.Attributes = report.Moved, attributes(was.says, is.says)
	default:
		c.Change, c.Attributes = report.Altered, attributes(was.says, is.says)
	}
	if shown.kind == report.RecipientDeclaration {
		c.Block = shown.says[len("type"+equals):strings.Index(shown.says, separator)]
	}
	d.Changes = append(d.Changes, c)
	d.parties = append(d.parties, shown.parties)
}

func (d *Difference) sort() {
	order := make([]int, len(d.Changes))
	for i := range order {
		order[i] = i
	}
	kinds := report.DeclarationKinds()
	slices.SortFunc(order, func(i, k int) int {
		a, b := &d.Changes[i], &d.Changes[k]
		return cmp.Or(cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)), strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)),
			strings.Compare(a.Change, b.Change), a.Location.Compare(b.Location))
	})
	changes, parties := make([]report.DeclarationChange, len(order)), make([][]string, len(order))
	for to, from := range order {
		changes[to], parties[to] = d.Changes[from], d.parties[from]
	}
	d.Changes, d.parties = changes, parties
}

// attributes are those in which two texts differ.
func attributes(was, is string) []report.AttributeChange {
	before, now := map[string]string{}, map[string]string{}
	var names []string
	for _, side := range []struct {
		text string
		into map[string]string
	}{{was, before}, {is, now}} {
		for attribute := range strings.SplitSeq(side.text, separator) {
			name, value, found := strings.Cut(attribute, equals)
			if !found {
				continue
			}
			side.into[name] = value
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var changes []report.AttributeChange
	for _, name := range slices.Compact(names) {
		if before[name] != now[name] {
			changes = append(changes, report.AttributeChange{Name: name, Was: before[name], Now: now[name]})
		}
	}
	return changes
}

// waivers finds the exceptions and comments that are not in the base as they are.
func (d *Difference) waivers(base, head *model.Model) {
	said := map[report.Location]bool{}
	for i := range d.Changes {
		if c := &d.Changes[i]; c.Kind == report.ExceptionDeclaration && c.Change != report.Removed {
			said[c.Location] = true
		}
	}
	for _, e := range head.Exceptions {
		if said[e.Location()] {
			d.Exceptions = append(d.Exceptions, e)
		}
	}
	before := map[string]int{}
	for _, i := range base.Ignores {
		before[ignoreKey(base, i)]++
	}
	for _, i := range head.Ignores {
		if k := ignoreKey(head, i); before[k] > 0 {
			before[k]--
		} else {
			d.Comments = append(d.Comments, i)
		}
	}
}

// ignoreKey is the same for two comments that waive the same rule for blocks that are written alike.
func ignoreKey(m *model.Model, i *model.Ignore) string {
	var b strings.Builder
	b.WriteString(i.Rule + separator + i.Rationale)
	for line := i.Within.Start.Line; line <= i.Within.End.Line; line++ {
		text, _ := m.Sources.Line(i.Within.File, line)
		code, _, _ := strings.Cut(text, "#")
		b.WriteString(separator + strings.ToLower(strings.Join(strings.Fields(code), " ")))
	}
	return b.String()
}
