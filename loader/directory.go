package loader

import (
	"iter"
	"strings"

	"hybridlint/loader/model"
	"hybridlint/loader/suggest"
)

// directory finds recipients by what they may be called. Recipients are numbered in the order of the files, those that
// stay out of the model among them, so that naming one of those is no error of its own.
type directory struct {
	entries []directoryEntry
	// numbers are the recipients by their labels and SMTP addresses, folded. Each has one owner: the first that claims it.
	numbers map[string]int32

	// What suggestions and invitations need is made when the first of them asks.
	names       *suggest.Vocabulary
	suggestions map[string]string
	comparisons int
	domains     map[string]bool
}

// directoryEntry is a recipient; draft is nil for one of which only the label could be read.
type directoryEntry struct {
	name  string
	draft *draft[recipientDraft]
}

func (e directoryEntry) leftOut() bool { return e.draft == nil || e.draft.leftOut }

// claim is a name that a recipient has by its label, or by an attribute.
type claim struct {
	name      string
	attribute model.Attribute // zero for the label
	element   int32
}

// clash is a claim to what is another recipient's already.
type clash struct {
	claim
	owner directoryEntry
}

func newDirectory() *directory {
	return &directory{numbers: map[string]int32{}, suggestions: map[string]string{}}
}

// add takes a recipient in, and gives what it claims of others. One whose label is another's is not taken in.
func (d *directory) add(name string, draft *draft[recipientDraft]) []clash {
	var clashes []clash
	number := int32(len(d.entries))
	for c := range claims(name, draft) {
		switch owner, taken := d.numbers[model.Fold(c.name)]; {
		case !taken:
			d.numbers[model.Fold(c.name)] = number
		case owner != number:
			clashes = append(clashes, clash{c, d.entries[owner]})
			if c.isLabel() && model.Fold(d.entries[owner].name) == model.Fold(c.name) {
				return clashes
			}
		}
	}
	d.entries = append(d.entries, directoryEntry{name: name, draft: draft})
	return clashes
}

func (c claim) isLabel() bool { return c.attribute == 0 }

// claims are the names of a recipient, its label first.
func claims(label string, d *draft[recipientDraft]) iter.Seq[claim] {
	return func(yield func(claim) bool) {
		if label != "" && !yield(claim{name: label, element: model.WholeAttribute}) || d == nil {
			return
		}
		if a := d.record.PrimarySMTPAddress; a != "" && !yield(claim{a, primaryAddress, model.WholeAttribute}) {
			return
		}
		for i, a := range d.record.EmailAddresses {
			if smtp, ok := smtpAddress(a); ok && !yield(claim{smtp, emailAddresses, int32(i)}) {
				return
			}
		}
	}
}

var primaryAddress, emailAddresses = model.AttributeOf("primary_smtp_address"), model.AttributeOf("email_addresses")

// smtpAddress is the address of an entry of email_addresses that is one of SMTP.
func smtpAddress(entry string) (string, bool) {
	kind, address, prefixed := strings.Cut(entry, ":")
	switch {
	case prefixed:
		return address, model.Fold(kind) == "smtp" && address != ""
	default:
		return entry, strings.Contains(entry, "@")
	}
}

// find gives the recipient that a name means.
func (d *directory) find(name string) (number int32, declared bool) {
	number, declared = d.numbers[model.Fold(name)]
	return number, declared
}

// mostComparisons bounds the search for the nearest name: with hundreds of thousands of recipients, the first hundred or so
// unknown names get a suggestion.
const mostComparisons = 20_000_000

// nearest is the recipient's name that somebody probably meant; "" where none is near.
func (d *directory) nearest(name string) string {
	if known, ok := d.suggestions[name]; ok {
		return known
	}
	if d.names == nil {
		d.names = suggest.NewNameVocabulary(d.allNames())
	}
	if d.comparisons += len(d.names.Words); d.comparisons > mostComparisons {
		return ""
	}
	d.suggestions[name] = d.names.Nearest(name)
	return d.suggestions[name]
}

func (d *directory) allNames() []string {
	names := make([]string, 0, len(d.entries))
	for _, e := range d.entries {
		names = append(names, e.name)
		if e.draft != nil && model.Fold(e.draft.record.PrimarySMTPAddress) != model.Fold(e.name) {
			names = append(names, e.draft.record.PrimarySMTPAddress)
		}
	}
	return names
}

// hasDomain tells whether any recipient has an address in the domain.
func (d *directory) hasDomain(domain string) bool {
	if d.domains == nil {
		d.domains = map[string]bool{}
		for folded := range d.numbers {
			d.addDomain(folded)
		}
	}
	return d.domains[model.Fold(domain)]
}

func (d *directory) addDomain(folded string) {
	if domain, ok := domainOf(folded); ok {
		d.domains[domain] = true
	}
}

// domainOf is the domain of an address; ok is false where the text is none.
func domainOf(address string) (domain string, ok bool) {
	at := strings.LastIndexByte(address, '@')
	if at < 1 || at == len(address)-1 {
		return "", false
	}
	return address[at+1:], true
}
