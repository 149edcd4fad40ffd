package policies

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"hybridlint/loader/model"
	"hybridlint/report"
)

// waiverIndex finds the waivers of one rule that cover a finding, without a look at all of them: there may be as many exceptions as
// findings.
type waiverIndex struct {
	// groups are the exceptions that are narrowed alike, and comments the blocks that comments are about, by file.
	groups   map[narrowing]*waiverGroup
	comments map[string][]*commentedBlock
	// named are the recipients and delegates that exceptions name: a finding that concerns many others need not ask for those.
	recipients, delegates map[model.RecipientID]bool
}

// narrowing is what an exception must match beside its rule.
type narrowing struct {
	recipient, delegate model.RecipientID
	// trustee is a delegate that is no declared recipient, folded; "" where any delegate matches.
	trustee string
	batch   *model.MigrationBatch
	forest  model.ForestID
}

// waiverGroup are waivers that cover the same findings.
type waiverGroup struct {
	waivers []*waiver
	// first is the first of them that has not expired; nil where all have.
	first *waiver
	used  bool
}

// commentedBlock is a block with comments; outer is the place of the one around it that has some too, -1 where there is none.
type commentedBlock struct {
	waiverGroup
	within report.Location
	outer  int
}

func indexWaivers(waivers []*waiver) map[string]*waiverIndex {
	byRule := map[string]*waiverIndex{}
	for _, w := range waivers {
		if w.void {
			continue
		}
		x := byRule[w.rule.ID]
		if x == nil {
			x = &waiverIndex{
				groups: map[narrowing]*waiverGroup{}, comments: map[string][]*commentedBlock{},
				recipients: map[model.RecipientID]bool{}, delegates: map[model.RecipientID]bool{},
			}
			byRule[w.rule.ID] = x
		}
		if w.exception != nil {
			x.addException(w)
		} else {
			x.addComment(w)
		}
	}
	for _, x := range byRule {
		for _, blocks := range x.comments {
			nest(blocks)
		}
	}
	return byRule
}

func (g *waiverGroup) add(w *waiver) {
	g.waivers = append(g.waivers, w)
	if g.first == nil && !w.expired {
		g.first = w
	}
}

// use marks the waivers as used.
func (g *waiverGroup) use() {
	if g.used {
		return
	}
	g.used = true
	for _, w := range g.waivers {
		w.used = true
	}
}

func (x *waiverIndex) addException(w *waiver) {
	e := w.exception
	n := narrowing{recipient: e.Recipient, delegate: e.Delegate, batch: e.MigrationBatch, forest: e.Forest}
	if e.Delegate == model.NoRecipient {
		n.trustee = folded(e.DelegateText)
	}
	if x.groups[n] == nil {
		x.groups[n] = &waiverGroup{}
		x.recipients[n.recipient] = true
		x.delegates[n.delegate] = true
	}
	x.groups[n].add(w)
}

// folded is the same for texts that strings.EqualFold takes for equal.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			least = min(least, other)
		}
		return least
	}, text)
}

func (x *waiverIndex) addComment(w *waiver) {
	blocks := x.comments[w.within.File]
	if last := len(blocks) - 1; last >= 0 && blocks[last].within == w.within {
		blocks[last].add(w)
		return
	}
	b := &commentedBlock{within: w.within}
	b.add(w)
	x.comments[w.within.File] = append(blocks, b)
}

// nest orders the blocks of a file by their starts, and tells each which one it is in. Blocks never overlap otherwise.
func nest(blocks []*commentedBlock) {
	slices.SortStableFunc(blocks, func(a, b *commentedBlock) int {
		return cmp.Or(comparePositions(a.within.Start, b.within.Start), comparePositions(b.within.End, a.within.End))
	})
	for i, b := range blocks {
		b.outer = i - 1
		for b.outer >= 0 && !before(b.within.End, blocks[b.outer].within.End) {
			b.outer = blocks[b.outer].outer
		}
	}
}

func comparePositions(a, b report.Position) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// waive marks the finding as suppressed by the first waiver that covers it and has not expired, and all that cover it as used.
func (x *waiverIndex) waive(f *finding) {
	var first *waiver
	x.covering(f, func(g *waiverGroup) {
		g.use()
		if g.first != nil && (first == nil || g.first.number < first.number) {
			first = g.first
		}
	})
	if first != nil {
		f.suppressed = &report.Suppression{Kind: first.kind, Rationale: first.rationale, Location: first.location}
	}
}

// covering gives the groups of waivers that cover a finding.
func (x *waiverIndex) covering(f *finding, yield func(*waiverGroup)) {
	x.coveringComments(f.location, yield)
	if len(x.groups) == 0 {
		return
	}
	c := f.subject.Concerns()
	recipients, delegates := namedAmong(c.Recipients, x.recipients), namedAmong(c.Delegates, x.delegates)
	trustees := []string{""}
	if c.Trustee != "" {
		trustees = append(trustees, folded(c.Trustee))
	}
	batches := []*model.MigrationBatch{nil}
	if c.Batch != nil {
		batches = append(batches, c.Batch)
	}
	forests := []model.ForestID{model.NoForest}
	for _, forest := range c.Forests {
		if !slices.Contains(forests, forest) {
			forests = append(forests, forest)
		}
	}
	for _, batch := range batches {
		for _, forest := range forests {
			for _, recipient := range recipients {
				for _, delegate := range delegates {
					for _, trustee := range trustees {
						if g := x.groups[narrowing{recipient, delegate, trustee, batch, forest}]; g != nil {
							yield(g)
						}
					}
				}
			}
		}
	}
}

// namedAmong are those whom exceptions name, each once, with nobody for the exceptions that name nobody.
func namedAmong(concerned []model.RecipientID, named map[model.RecipientID]bool) []model.RecipientID {
	found := []model.RecipientID{}
	if named[model.NoRecipient] {
		found = append(found, model.NoRecipient)
	}
	seen := map[model.RecipientID]bool{model.NoRecipient: true}
	for _, r := range concerned {
		if named[r] && !seen[r] {
			seen[r] = true
			found = append(found, r)
		}
	}
	return found
}

func (x *waiverIndex) coveringComments(at report.Location, yield func(*waiverGroup)) {
	blocks := x.comments[at.File]
	i, _ := slices.BinarySearchFunc(blocks, at.Start, func(b *commentedBlock, start report.Position) int {
		if before(b.within.Start, start) {
			return -1
		}
		return 1
	})
	for i--; i >= 0; i = blocks[i].outer {
		if b := blocks[i]; before(at.Start, b.within.End) {
			yield(&b.waiverGroup)
		}
	}
}
