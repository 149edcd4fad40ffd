package lsp

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"hybridlint/loader/model"
)

// ignoreMarker begins what a comment that waives rules says.
const ignoreMarker = "hybridlint:ignore"

// mostItems is how many completions are sent; an editor asks again when more was typed.
const mostItems = 500

// completion offers what may stand at a position: blocks, attributes, words, and names.
func (s *server) completion(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d, at := s.at(p)
	if d == nil {
		return nil, nil
	}
	offset := d.offset(p.Position, s.encoding)
	c := completer{server: s, typed: d.content[min(at.start, offset):offset], at: &at}
	switch {
	case at.kind == comment:
		c.typed = at.text[:min(offset-at.start, len(at.text))]
		if i := strings.LastIndexAny(c.typed, " ,"); strings.Contains(c.typed, ignoreMarker) && !strings.Contains(c.typed, "--") && i >= 0 {
			at.start += i + 1
			at.end = max(offset, at.start)
			c.typed = c.typed[i+1:]
			c.rules()
		}
	case at.attribute != "":
		c.values()
	case at.kind == literal && at.header != nil:
		c.labels()
	case at.kind == word:
		c.words()
	}
	list := completionList{IsIncomplete: len(c.items) > mostItems, Items: c.items[:min(len(c.items), mostItems)]}
	if list.Items == nil {
		list.Items = []completionItem{}
	}
	replaced := textRange{d.position(at.start, s.encoding), d.position(at.end, s.encoding)}
	for i := range list.Items {
		list.Items[i].TextEdit.Range = replaced
	}
	return list, nil
}

// completer collects what fits to what was typed.
type completer struct {
	server *server
	typed  string
	at     *spot
	items  []completionItem
}

// add offers a text, found by what else it is called. What is named in a value stands in quotes.
func (c *completer) add(kind completionKind, text, detail string, documentation string, others ...string) {
	typed := strings.ToLower(c.typed)
	fits := func(name string) bool { return strings.Contains(strings.ToLower(name), typed) }
	if !fits(text) && !slices.ContainsFunc(others, fits) {
		return
	}
	i := completionItem{Label: text, Kind: kind, Detail: detail, FilterText: strings.Join(append([]string{text}, others...), " "), TextEdit: textEdit{NewText: text}}
	if c.at.attribute != "" {
		i.TextEdit.NewText = quoted(text)
		if c.at.kind == literal {
			i.TextEdit.NewText = strings.TrimSuffix(strings.TrimPrefix(i.TextEdit.NewText, `"`), `"`)
		}
	}
	if documentation != "" {
		i.Documentation = &markup{"markdown", documentation}
	}
	c.items = append(c.items, i)
}

// words offers what may begin in a body.
func (c *completer) words() {
	there := scopeOf(c.at.within)
	var has []string
	if n := len(c.at.within); n > 0 {
		has = c.at.within[n-1].attributes
	}
	for _, a := range there.attributes {
		if a == c.at.text || !slices.Contains(has, a) {
			c.add(kindProperty, a, "", fenced("hcl", describe(c.at.within, a)))
			c.finish(a, " = ")
		}
	}
	for _, b := range there.blocks {
		c.add(kindModule, b, "block", fenced("hcl", describe(c.at.within, b)))
	}
}

// finish adds what follows a word where nothing does yet.
func (c *completer) finish(word, end string) {
	if n := len(c.items); n > 0 && c.items[n-1].Label == word && c.at.text != word && c.at.header == nil {
		c.items[n-1].TextEdit.NewText = word + end
	}
}

// values offers what an attribute takes.
func (c *completer) values() {
	a := c.at.attribute
	for _, w := range model.WordsOf(a) {
		c.add(kindEnum, w, "", "")
	}
	named := model.NamedBy(a)
	if named&model.NamesRecipients != 0 {
		c.recipients()
	}
	if named&model.NamesForests != 0 {
		c.forests()
	}
	if named&model.NamesBatches != 0 {
		for _, b := range c.server.model().Batches {
			c.add(kindReference, b.Name, "migration batch", "")
		}
	}
}

func (c *completer) forests() {
	c.add(kindReference, "cloud", "Exchange Online", "")
	for _, f := range c.server.model().Forests {
		c.add(kindReference, f.Name, "forest", "")
	}
}

// recipients offers everybody who is declared, found by any of their names.
func (c *completer) recipients() {
	m := c.server.model()
	for _, r := range m.Recipients {
		detail := strings.ReplaceAll(r.Type.String(), "_", " ") + ", " + m.ForestName(r.Home)
		c.add(kindReference, r.ID, detail, "", slices.Concat([]string{r.DisplayName, r.Name, r.PrimarySMTPAddress}, r.EmailAddresses)...)
	}
}

// labels offers what may be a label: words, forests, and rules of exceptions.
func (c *completer) labels() {
	switch kind := c.at.header.kind; kind {
	case "exception":
		c.rules()
	case "grant":
		for _, w := range model.WordsOf("permission") {
			c.add(kindEnum, w, "", "")
		}
	case "object", "organization_relationship", "intra_organization_connector":
		c.forests()
	}
}

func (c *completer) rules() {
	if c.server.latest == nil {
		return
	}
	for _, r := range c.server.latest.rules {
		c.add(kindReference, r.ID, r.Name, fenced("text", r.Title), r.Name, r.Title)
	}
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
