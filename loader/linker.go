package loader

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hybridlint/loader/limits"
	"hybridlint/loader/model"
	"hybridlint/loader/suggest"
	"hybridlint/report"
)

// cloudName stands for the Exchange Online side wherever a forest is named.
const cloudName = "cloud"

// linker resolves the names in the drafts of all files and builds the model.
type linker struct {
	model    *model.Model
	problems []report.Problem
	limits   *limits.Limits
	// room is how many problems there may still be; beyond are those that are too many, of which the first is told.
	room, beyond int
	// incomplete says that some files could not be read, so that an unknown name may be declared there.
	incomplete bool

	forests   map[string]model.ForestID // by folded name; NoForest where the block stays out of the model
	directory *directory
	// final gives the places of recipients in the model by their number; nil while the model has none yet.
	final []model.RecipientID
	// forestWords and batchWords are made when the first suggestion needs them.
	forestWords, batchWords *suggest.Vocabulary
	batches                 map[string]*model.MigrationBatch // by folded name; nil where the block stays out of the model

	// trustees are the delegates that are written like the recipient's label, by recipient.
	trustees []*model.Trustee
	terms    *model.SharedTerms
	names    []name
	// mentioned is told of names of declared recipients; nil is told nothing.
	mentioned func(at report.Location, label string)
	grant     grantDraft
	grants    *model.GrantPacker
	// defaultCalendars are the first entries for Default on the calendars of recipients.
	defaultCalendars map[model.RecipientID]*defaultCalendar
}

// mention is what a reference says, with the block in which it stands.
type mention struct {
	*name
	element   int32
	attribute model.Attribute
	block     *model.Block
}

func (m mention) location() report.Location {
	if l, ok := m.block.Find(m.attribute, m.element); ok {
		return l
	}
	return m.block.Location()
}

func (l *linker) problem(at report.Location, summary, detail string, args ...any) {
	if l.full() {
		if l.beyond++; l.beyond > 1 {
			return
		}
		summary, detail, args = "Too many problems", "Here is one problem too many, and those behind it are not told.%s", []any{limits.AllowedBy(limits.ProblemsSetting)}
	}
	l.problems = append(l.problems, report.Problem{
		Severity: report.Error, Summary: summary, Detail: fmt.Sprintf(detail, args...), Location: at,
	})
}

// full tells whether a problem would be one too many. Then nobody reads what was probably meant, which takes time to find.
func (l *linker) full() bool { return len(l.problems) >= l.room }

// mayBeElsewhere ends a message about an unknown name.
func (l *linker) mayBeElsewhere() string {
	if l.incomplete {
		return mayBeElsewhere
	}
	return ""
}

// link resolves what one block names. Not ok means that the block must stay out of the model.
func link[T any](l *linker, t *blockType[T], d *draft[T], in *drafts) bool {
	ok := linkReferences(l, t, &d.record, in.references[d.from:d.to])
	d.leftOut = d.leftOut || !ok
	return !d.leftOut
}

func linkReferences[T any](l *linker, t *blockType[T], record *T, references []reference) bool {
	ok := true
	block := t.block(record)
	for _, ref := range references {
		a := t.byAttribute[ref.attribute]
		ok = a.link(l, mention{&l.names[ref.name], ref.element, ref.attribute, block}, record) && ok
	}
	return ok
}

// forest resolves a forest's name or "cloud". Not ok means that an error was reported, or that the forest has one.
func (l *linker) forest(m mention) (model.ForestID, bool) {
	return l.forestNamed(m.text, m.location)
}

func (l *linker) forestNamed(name string, at func() report.Location) (model.ForestID, bool) {
	folded := model.Fold(name)
	if folded == cloudName {
		return model.Cloud, true
	}
	f, known := l.forests[folded]
	if !known {
		l.problem(at(), "Unknown forest", "No forest block declares %q.%s%s", name, l.didYouMean(name, &l.forestWords, l.forestNames), l.mayBeElsewhere())
	}
	return f, known && f != model.NoForest
}

// onPremisesForest resolves a forest's name where "cloud" makes no sense.
func (l *linker) onPremisesForest(m mention) (model.ForestID, bool) {
	return l.onPremisesForestNamed(m.text, m.location)
}

func (l *linker) onPremisesForestNamed(name string, at func() report.Location) (model.ForestID, bool) {
	f, ok := l.forestNamed(name, at)
	if ok && f == model.Cloud {
		l.problem(at(), "Not a forest", "%q is the Exchange Online side. Name an on-premises forest here.", name)
		return model.NoForest, false
	}
	return f, ok
}

func (l *linker) forestNames() []string {
	written := map[string]string{}
	for _, f := range l.model.Forests {
		written[model.Fold(f.Name)] = f.Name
	}
	names := []string{cloudName}
	for name := range l.forests {
		names = append(names, cmp.Or(written[name], name))
	}
	slices.Sort(names[1:])
	return names
}

// didYouMean ends a message about a name that is none of those there are.
func (l *linker) didYouMean(name string, v **suggest.Vocabulary, known func() []string) string {
	if l.full() {
		return ""
	}
	if *v == nil {
		*v = suggest.NewShortVocabulary(known())
	}
	return (*v).DidYouMean(name)
}

// found is what came of looking for a recipient.
type found uint8

const (
	notLooked found = iota
	foundNone
	foundOne
	foundError
)

// look finds a recipient and reports a name that is empty.
func (l *linker) look(m mention) (number int32, result found) {
	if m.result == notLooked {
		m.name.number, m.name.result = l.find(m.text)
	}
	l.mention(m)
	if m.result == foundError {
		l.problem(m.location(), "Empty name", "%q must name a recipient.", m.attribute)
	}
	return m.number, m.result
}

// mention tells of a name that is a recipient's.
func (l *linker) mention(m mention) {
	if l.mentioned != nil && m.result == foundOne {
		l.mentioned(m.location(), l.directory.entries[m.number].name)
	}
}

func (l *linker) find(text string) (number int32, result found) {
	if strings.TrimSpace(text) == "" {
		return 0, foundError
	}
	number, declared := l.directory.find(text)
	if !declared {
		return 0, foundNone
	}
	return number, foundOne
}

// recipient resolves a name that must be declared. Not ok means that an error was reported, or that the recipient has one.
func (l *linker) recipient(m mention) (model.RecipientID, bool) {
	number, result := l.look(m)
	if result == foundNone {
		l.unknownRecipient(m)
	}
	if result != foundOne {
		return model.NoRecipient, false
	}
	return l.placed(number)
}

// placed is the recipient's place in the model. While the model has none yet, it is its number.
func (l *linker) placed(number int32) (model.RecipientID, bool) {
	if l.final == nil {
		return model.RecipientID(number), true
	}
	id := l.final[number]
	return id, id != model.NoRecipient
}

func (l *linker) unknownRecipient(m mention) {
	suggestion := " Declare it, or correct the name."
	if l.full() {
		suggestion = ""
	} else if mailbox, folder, ok := suggest.FolderIdentity(m.text); ok {
		suggestion = fmt.Sprintf(" Write a grant \"folder\" with recipient = %q and folder = %q.", mailbox, folder)
	} else if near := l.directory.nearest(m.text); near != "" {
		suggestion = fmt.Sprintf(" Did you mean %q?", near)
	}
	l.problem(m.location(), "Unknown recipient", "No recipient is called %q, and none has this address.%s%s", m.text, suggestion, l.mayBeElsewhere())
}

// The places of a name's trustees.
const (
	ofFolderGrants = iota
	ofOtherEntries
)

// trustee resolves a delegate. Built-in principals are known by their names and need no declaration.
func (l *linker) trustee(m mention) (*model.Trustee, bool) { return l.trusteeOf(m, ofOtherEntries) }

// folderTrustee resolves the delegate of a folder permission, which may be Default or Anonymous.
func (l *linker) folderTrustee(m mention) (*model.Trustee, bool) {
	return l.trusteeOf(m, ofFolderGrants)
}

// trusteeOf looks for a declared recipient first: whatever somebody is called, a permission of theirs is judged.
func (l *linker) trusteeOf(m mention, place int) (*model.Trustee, bool) {
	if known := m.trustees[place]; known != nil {
		l.mention(m)
		return known, true
	}
	t := &model.Trustee{Text: m.text, Recipient: model.NoRecipient}
	canonical, special := model.FolderPrincipal(m.text)
	special = special && place == ofFolderGrants
	switch number, result := l.look(m); {
	case result == foundOne && special:
		l.problem(m.location(), "Ambiguous delegate",
			"%q is both %s of every folder and the recipient %q. Name the recipient by another of its addresses, or give it another label.",
			m.text, canonical, l.directory.entries[number].name)
		return t, false
	case result == foundOne:
		id, ok := l.placed(number)
		if !ok {
			return t, false
		}
		t = l.shared(t, id)
	case result == foundError:
		return t, false
	case special:
		t.Text = canonical
	case model.BuiltInPrincipal(m.text):
		t.BuiltIn = true
	default:
		l.unknownRecipient(m)
		return t, false
	}
	m.name.trustees[place] = t
	return t, true
}

// shared gives a trustee its recipient. Most are written like the label, and those are one for all.
func (l *linker) shared(t *model.Trustee, id model.RecipientID) *model.Trustee {
	t.Recipient = id
	if l.final == nil || l.model.Recipients[id].ID != t.Text {
		return t
	}
	if l.trustees == nil {
		l.trustees = make([]*model.Trustee, len(l.model.Recipients))
	}
	if l.trustees[id] == nil {
		t.Text = l.model.Recipients[id].ID
		l.trustees[id] = t
	}
	return l.trustees[id]
}

// invited resolves the recipient of an invitation: a declared one, or an address of a domain that no recipient has.
func (l *linker) invited(m mention) (model.RecipientID, bool) {
	number, result := l.look(m)
	switch result {
	case foundOne:
		return l.placed(number)
	case foundError:
		return model.NoRecipient, false
	}
	if domain, isAddress := domainOf(m.text); isAddress && !l.directory.hasDomain(domain) {
		return model.NoRecipient, true
	}
	l.unknownRecipient(m)
	return model.NoRecipient, false
}

// batch resolves the name of a migration batch.
func (l *linker) batch(m mention) (*model.MigrationBatch, bool) {
	b, known := l.batches[model.Fold(m.text)]
	if !known {
		l.problem(m.location(), "Unknown migration batch", "No migration_batch block declares %q.%s%s", m.text, l.didYouMean(m.text, &l.batchWords, l.batchNames), l.mayBeElsewhere())
	}
	return b, b != nil
}

func (l *linker) batchNames() []string {
	names := make([]string, 0, len(l.model.Batches))
	for _, b := range l.model.Batches {
		names = append(names, b.Name)
	}
	return names
}

// duplicate reports a block whose label another one has.
func (l *linker) duplicate(second, first *model.Block, what, name string) {
	l.problem(second.Location(), "Duplicate label", "The %s %q is already declared at %s; case makes no difference. Rename or remove one of the two.",
		what, name, place(first.Location()))
}

func linkMember(l *linker, m mention, d *recipientDraft) bool {
	number, result := l.look(m)
	switch result {
	case foundOne:
		details := d.details()
		details.Members = append(details.Members, model.RecipientID(number))
	case foundNone:
		d.undeclared = append(d.undeclared, model.Fold(m.text))
	}
	return result != foundError
}

func linkDelegate(l *linker, m mention, g *grantDraft) bool {
	resolve := l.trustee
	if g.Permission == model.Folder || g.Permission == model.NoPermission {
		resolve = l.folderTrustee
	}
	t, ok := resolve(m)
	g.delegates = append(g.delegates, delegate{t, m.element})
	return ok
}

// ownerName is written in granted_by for the owner of the mailbox.
const ownerName = "owner"

func linkGrantor(l *linker, m mention, g *grantDraft) bool {
	if m.text == ownerName {
		g.procedure().GrantedByOwner = true
		return true
	}
	id, ok := l.recipient(m)
	g.procedure().GrantedBy = id
	return ok
}
