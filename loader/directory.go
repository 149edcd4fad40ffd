package loader

import (
	"strings"
)

// directory finds recipients by what they may be called. Recipients are numbered in the order of the files, those that
// stay out of the model among them, so that naming one of those is no error of its own.
type directory struct {
	entries   []directoryEntry
	labels    map[string]int32
	primary   addressBook
	addresses addressBook

	// What suggestions and invitations need is made when the first of them asks.
	names       *vocabulary
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

// addressBook finds recipients by address. An address that several have finds none of them for certain.
type addressBook struct {
	first  map[string]int32
	others map[string][]int32
}

func newDirectory() *directory {
	return &directory{labels: map[string]int32{}, primary: newAddressBook(), addresses: newAddressBook(), suggestions: map[string]string{}}
}

func newAddressBook() addressBook {
	return addressBook{first: map[string]int32{}, others: map[string][]int32{}}
}

func (b addressBook) add(address string, number int32) {
	address = fold(address)
	first, taken := b.first[address]
	switch {
	case !taken:
		b.first[address] = number
	case first != number && !last(b.others[address], number):
		b.others[address] = append(b.others[address], number)
	}
}

// last tells whether a number is the last one, which is where those of the recipient that is being added are.
func last(numbers []int32, number int32) bool {
	return len(numbers) > 0 && numbers[len(numbers)-1] == number
}

func (b addressBook) find(folded string) []int32 {
	first, ok := b.first[folded]
	if !ok {
		return nil
	}
	return append([]int32{first}, b.others[folded]...)
}

// add takes a recipient in. taken is the one that has its label already.
func (d *directory) add(name string, draft *draft[recipientDraft]) (taken directoryEntry, isTaken bool) {
	number := int32(len(d.entries))
	if name != "" {
		if first, ok := d.labels[fold(name)]; ok {
			return d.entries[first], true
		}
		d.labels[fold(name)] = number
	}
	d.entries = append(d.entries, directoryEntry{name: name, draft: draft})
	if draft == nil {
		return directoryEntry{}, false
	}
	if a := draft.record.PrimarySMTPAddress; a != "" {
		d.primary.add(a, number)
	}
	for _, a := range draft.record.EmailAddresses {
		if smtp, ok := smtpAddress(a); ok {
			d.addresses.add(smtp, number)
		}
	}
	return directoryEntry{}, false
}

// smtpAddress is the address of an entry of email_addresses that is one of SMTP.
func smtpAddress(entry string) (string, bool) {
	kind, address, prefixed := strings.Cut(entry, ":")
	switch {
	case prefixed:
		return address, fold(kind) == "smtp" && address != ""
	default:
		return entry, strings.Contains(entry, "@")
	}
}

// find gives the recipients that a name may mean: by label, else by primary address, else by any address.
func (d *directory) find(name string) []int32 {
	folded := fold(name)
	if number, ok := d.labels[folded]; ok {
		return []int32{number}
	}
	if found := d.primary.find(folded); found != nil {
		return found
	}
	return d.addresses.find(folded)
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
		d.names = newVocabulary(d.allNames())
	}
	if d.comparisons += len(d.names.words); d.comparisons > mostComparisons {
		return ""
	}
	d.suggestions[name] = d.names.nearest(name)
	return d.suggestions[name]
}

func (d *directory) allNames() []string {
	names := make([]string, 0, len(d.entries))
	for _, e := range d.entries {
		names = append(names, e.name)
		if e.draft != nil && fold(e.draft.record.PrimarySMTPAddress) != fold(e.name) {
			names = append(names, e.draft.record.PrimarySMTPAddress)
		}
	}
	return names
}

// hasDomain tells whether any recipient has an address in the domain.
func (d *directory) hasDomain(domain string) bool {
	if d.domains == nil {
		d.domains = map[string]bool{}
		for folded := range d.labels {
			d.addDomain(folded)
		}
		for _, book := range []addressBook{d.primary, d.addresses} {
			for folded := range book.first {
				d.addDomain(folded)
			}
		}
	}
	return d.domains[fold(domain)]
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
