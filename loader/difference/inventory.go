package difference

import (
	"iter"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/report"
)

// key is what makes two declarations the same one.
type key struct {
	kind                      report.DeclarationKind
	block                     string
	name, delegate, addressee string
}

// declaration is one declaration of a configuration.
type declaration struct {
	key
	// name is how people call it.
	title string
	// home is where a recipient lives.
	home string
	// parties are the recipients that it is about.
	parties []string
	// says is all that it says.
	says  string
	block *model.Block
	// element is the one of a list of delegates; -1 for none.
	element int
}

// location is where a declaration stands: its element of a list, else its block.
func (d *declaration) location() report.Location {
	if d.element >= 0 {
		return d.block.Locate("delegates", d.element)
	}
	return d.block.Location()
}

// declarations yields everything that a configuration declares, in the order of the model. What is yielded is gone when the next one
// is asked for.
func (w *writer) declarations() iter.Seq[*declaration] {
	return func(yield func(*declaration) bool) {
		for _, of := range []func(func(*declaration) bool) bool{w.organization, w.recipients, w.grants, w.delegates, w.batches, w.exceptions} {
			if !of(yield) {
				return
			}
		}
	}
}

func (w *writer) organization(yield func(*declaration) bool) bool {
	m := w.model
	one := func(block, name string, at *model.Block, says any) bool {
		return yield(&declaration{key: key{kind: report.OrganizationDeclaration, block: block, name: strings.ToLower(name)}, title: strings.TrimSpace(block + " " + name),
			says: w.declared(says), block: at, element: -1})
	}
	if t := m.Tenant; t != nil && !one("tenant", t.Name, &t.Block, t) {
		return false
	}
	for _, f := range m.Forests {
		if !one("forest", f.Name, &f.Block, f) {
			return false
		}
	}
	for _, s := range m.Syncs {
		if !one("directory_sync", model.Word(s.Engine), &s.Block, s) {
			return false
		}
	}
	return true
}

func (w *writer) recipients(yield func(*declaration) bool) bool {
	for _, r := range w.model.Recipients {
		d := declaration{key: key{kind: report.RecipientDeclaration, name: strings.ToLower(r.ID)}, title: r.ID, parties: []string{r.ID},
			home: w.model.ForestName(r.Home), says: "type" + equals + r.Type.String() + separator + w.declared(r), block: &r.Block, element: -1}
		if !yield(&d) {
			return false
		}
	}
	return true
}

func (w *writer) name(id model.RecipientID) string {
	if id == model.NoRecipient {
		return ""
	}
	return w.model.Recipients[id].ID
}

func (w *writer) trustee(t *model.Trustee) string {
	if t.Recipient != model.NoRecipient {
		return w.name(t.Recipient)
	}
	return t.Text
}

func (w *writer) grants(yield func(*declaration) bool) bool {
	for _, g := range w.model.Grants.All() {
		recipient, delegate, permission, folder := w.name(g.Recipient), w.trustee(g.Delegate), g.Permission.String(), ""
		title := permission + " " + delegate + " on " + recipient
		if g.Folder != nil {
			folder = strings.ToLower(g.Folder.Path)
			title += " (" + g.Folder.Path + ")"
		}
		shared := [2]any{g.EntryTerms, g.GrantTerms}
		says, known := w.terms[shared]
		if !known {
			says = w.declared(g)
			w.terms[shared] = says
		}
		d := declaration{key: key{report.EntryDeclaration, permission, strings.ToLower(recipient), strings.ToLower(delegate), folder}, title: title,
			parties: []string{recipient, delegate}, says: says, block: &g.Block, element: int(g.Element)}
		if !yield(&d) {
			return false
		}
	}
	return true
}

func (w *writer) delegates(yield func(*declaration) bool) bool {
	entry := func(block, recipient, delegate string, at *model.Block, says any) bool {
		return yield(&declaration{key: key{report.EntryDeclaration, block, strings.ToLower(recipient), strings.ToLower(delegate), ""}, title: block + " " + delegate + " on " + recipient,
			parties: []string{recipient, delegate}, says: w.declared(says), block: at, element: -1})
	}
	for _, o := range w.model.OutlookDelegates {
		if !entry("outlook_delegate", w.name(o.Recipient), w.trustee(o.Delegate), &o.Block, o) {
			return false
		}
	}
	for _, i := range w.model.Invitations {
		if !entry("sharing_invitation", w.name(i.Owner), i.RecipientText, &i.Block, i) {
			return false
		}
	}
	return true
}

func (w *writer) batches(yield func(*declaration) bool) bool {
	one := func(block, name string, at *model.Block, says any) bool {
		return yield(&declaration{key: key{kind: report.BatchDeclaration, block: block, name: strings.ToLower(name)}, title: block + " " + name, says: w.declared(says), block: at, element: -1})
	}
	for _, b := range w.model.Batches {
		if !one("migration_batch", b.Name, &b.Block, b) {
			return false
		}
	}
	for _, c := range w.model.BulkChanges {
		if !one("bulk_change", c.Name, &c.Block, c) {
			return false
		}
	}
	return true
}

// exceptions are the same where they narrow the same rule in the same way: one that does so differently is another one.
func (w *writer) exceptions(yield func(*declaration) bool) bool {
	for _, e := range w.model.Exceptions {
		title := []string{"exception " + e.Rule}
		k := key{kind: report.ExceptionDeclaration, block: "exception", name: strings.ToLower(e.Rule)}
		for _, narrowed := range []struct{ word, name string }{{"on", w.name(e.Recipient)}, {"for", w.name(e.Delegate) + e.DelegateText}, {"in", w.model.ForestName(e.Forest)}, {"in batch", batchName(e)}} {
			if narrowed.name != "" {
				title = append(title, narrowed.word, narrowed.name)
				k.delegate += narrowed.word + " " + strings.ToLower(narrowed.name) + " "
			}
		}
		if !yield(&declaration{key: k, title: strings.Join(title, " "), says: w.declared(e), block: &e.Block, element: -1}) {
			return false
		}
	}
	return true
}

func batchName(e *model.Exception) string {
	if e.MigrationBatch == nil {
		return ""
	}
	return e.MigrationBatch.Name
}
