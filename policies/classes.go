package policies

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"unsafe"

	"hybridlint/loader"
)

// Entries of one class have the same facts, in every forest in which their delegates work: the rules say the same about them,
// and are asked once. A class is found without the facts, which takes a tenth of the time.

// entryClass is what tells entries apart.
type entryClass struct {
	kind entryKind
	// entry and grant are what the entry says beside the two whom it is about. Entries that say the same share them.
	entry *loader.EntryTerms
	grant *loader.GrantTerms
	// recipient and delegate are classes.
	recipient, delegate uint32
	// pair has nothing that depends on the acting forest.
	pair pairFacts
	// sendAs and heldSendAs number what the Send As grants of the pair say.
	sendAs, heldSendAs uint32
}

// recipientClass is what tells recipients apart, as far as an entry depends on it.
type recipientClass struct {
	home   loader.ForestID
	usedBy loader.UsedBy
	// acting, facts and objects number the forests in which the recipient works, its facts, and its objects in all forests.
	acting, facts, objects uint32
}

// sequences numbers sequences of numbers, from 1.
type sequences map[string]uint32

func (s sequences) number(sequence []byte) uint32 {
	n, ok := s[string(sequence)]
	if !ok {
		n = uint32(len(s)) + 1
		s[string(sequence)] = n
	}
	return n
}

// classify finds the classes of all recipients. What no rule reads of them makes no difference.
func (e *evaluator) classify() {
	e.classes = make([]uint32, len(e.model.Recipients))
	facts, objects := e.relevantIn("recipient", "delegate"), e.relevantIn("recipient_object", "delegate_object")
	classes, lists := map[recipientClass]uint32{}, sequences{}
	var list []byte
	var in entryInput
	shape, forests := allShapes()[grantScope], e.forestsOf()
	add := func(relevant []projection) {
		for _, p := range relevant {
			list = binary.AppendUvarint(list, shape.facts[p.fact].code(unsafe.Pointer(&in))&p.mask)
		}
	}
	for i, r := range e.model.Recipients {
		c := recipientClass{home: r.Home, usedBy: r.UsedBy}
		list = list[:0]
		for _, f := range e.acting[i] {
			list = binary.AppendVarint(list, int64(f))
		}
		c.acting = lists.number(list)
		in.Recipient, list = e.join.recipients[i], list[:0]
		add(facts)
		c.facts = lists.number(list)
		list = list[:0]
		for _, f := range forests {
			in.RecipientObject = e.objectIn(loader.RecipientID(i), f)
			add(objects)
		}
		c.objects = lists.number(list)
		n, ok := classes[c]
		if !ok {
			n = uint32(len(classes))
			classes[c] = n
		}
		e.classes[i] = n
	}
}

// relevantIn are the facts of one section that a rule about entries reads, of this or of another section of the same form.
func (e *evaluator) relevantIn(section, other string) []projection {
	masks := map[int]uint64{}
	for _, s := range []scope{grantScope, derivedGrantScope, folderGrantScope, outlookDelegateScope} {
		shape := allShapes()[s]
		for _, p := range e.relevant[s] {
			path := shape.facts[p.fact].path
			if path[0] != section && path[0] != other {
				continue
			}
			same := shape.byPath[strings.Join(append([]string{section}, path[1:]...), ".")]
			masks[same] |= p.mask
		}
	}
	var relevant []projection
	for _, i := range slices.Sorted(maps.Keys(masks)) {
		relevant = append(relevant, projection{fact: i, mask: masks[i]})
	}
	return relevant
}

// classOf finds the class of an entry; ok is false for entries of which no two are alike: those that say how a change is made, or
// which Outlook is used, and Outlook delegates.
func (w *entryWorker) classOf(own *entry) (c entryClass, ok bool) {
	g := own.grant
	if g == nil || g.Procedure != nil || g.OutlookWindows != nil || own.batch != nil {
		return entryClass{}, false
	}
	c = entryClass{kind: own.kind, entry: g.EntryTerms, grant: g.GrantTerms, recipient: w.join.classes[g.Recipient]}
	delegate := g.Delegate.Recipient
	if delegate == loader.NoRecipient {
		return c, true
	}
	c.delegate = w.join.classes[delegate] + 1
	var in entryInput
	held := w.addPair(&in, own)
	c.pair = in.Pair
	if c.pair.HoldsSendAs.Declared {
		c.sendAs = w.termsOf(held.sendAs)
		w.held = append(w.held[:0], held.sendAs...)
		for p := range w.heldThroughGroups(pair{g.Recipient, delegate}) {
			w.held = append(w.held, p.sendAs...)
		}
		c.heldSendAs = w.termsOf(w.held)
	}
	return c, true
}

// termsOf numbers what some grants say.
func (w *entryWorker) termsOf(grants []*loader.EntryTerms) uint32 {
	w.key = w.key[:0]
	for _, terms := range grants {
		number, ok := w.terms[terms]
		if !ok {
			number = uint64(len(w.terms))
			w.terms[terms] = number
		}
		w.key = binary.AppendUvarint(w.key, number)
	}
	return w.sequences.number(w.key)
}
