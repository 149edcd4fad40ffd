package exports

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
)

// partsOf are the names that a text says: the text itself where somebody is called so, else the elements of the list that it is.
// A list with commas is accepted only where it can be taken apart in exactly one way.
func (j *join) partsOf(n *named) []*named {
	if n == nil {
		return nil
	}
	if !n.apart {
		n.apart = true
		n.parts = j.takenApart(n)
	}
	if n.parts == nil {
		return []*named{n}
	}
	return n.parts
}

// takenApart is nil for what is one name, or nobody's.
func (j *join) takenApart(n *named) []*named {
	if !strings.ContainsAny(n.text, ",;\n|{ ") || j.isName(n) {
		return nil
	}
	text := n.text
	if inner := rows.Unbraced(text); inner != text {
		if whole := j.names.name(inner); whole == nil || j.isName(whole) {
			return []*named{whole}
		}
		text = inner
	}
	for _, separators := range []string{";\n\r", "|"} {
		if strings.ContainsAny(text, separators) {
			return j.eachApart(strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(separators, c) }))
		}
	}
	return j.apartAtCommas(n, text)
}

// eachApart are the elements of a list that is certain to be one; an element may be a list with commas.
func (j *join) eachApart(texts []string) []*named {
	parts := []*named{}
	for _, text := range texts {
		if part := j.names.name(text); part != nil {
			parts = append(parts, j.partsOf(part)...)
		}
	}
	return parts
}

// isName tells whether a text names somebody, or what needs no recipient: a principal of Windows, a security identifier.
func (j *join) isName(n *named) bool {
	return j.find(n).person != nil || rows.IsSID(n.text) || !strings.ContainsAny(n.text, ",;") && (isAuthority(n.text) || model.BuiltInPrincipal(n.text))
}

// apartAtCommas takes apart a text that has commas or blanks inside; nil where that cannot be done with certainty.
func (j *join) apartAtCommas(n *named, text string) []*named {
	switch {
	case rows.IsDistinguishedName(text):
		return j.several(rows.SplitDistinguishedNames(text))
	case rows.IsCanonicalName(text):
		return j.several(splitCanonicalNames(text))
	}
	if texts := splitBehindAddresses(text); len(texts) > 1 {
		return j.several(texts)
	}
	tokens := strings.Split(text, ",")
	if len(tokens) == 1 {
		return j.several(splitAtBlanks(text))
	}
	if !slices.ContainsFunc(tokens, func(t string) bool { return !endsItself(rows.Trimmed(t)) }) {
		return j.several(tokens)
	}
	if len(tokens) > mostNamesInList {
		n.finding, n.sought = finding{person: ambiguous}, true
		return nil
	}
	ways, parts := (&commaList{join: j, text: text, tokens: tokens}).parse()
	if ways > 1 {
		n.finding, n.sought = finding{person: ambiguous}, true
	}
	if ways != 1 {
		return nil
	}
	return parts
}

// mostNamesInList bounds what a list may hold that has to be taken apart by trying.
const mostNamesInList = 1 << 14

func (j *join) several(texts []string) []*named {
	if len(texts) < 2 {
		return nil
	}
	parts := []*named{}
	for _, text := range texts {
		if part := j.names.name(text); part != nil {
			part.apart = true
			parts = append(parts, part)
		}
	}
	return parts
}

// endsItself tells a name that shows where it ends: an address, an account, an identifier.
func endsItself(text string) bool {
	if _, ok := guidOf(text); ok || rows.IsSID(text) || text == "" {
		return true
	}
	return rows.SMTPOf(text) != "" || strings.Contains(text, `\`)
}

// splitBehindAddresses takes apart "Vogt, Lena (lena@contoso.com), Moen, Karl (karl@contoso.com)".
func splitBehindAddresses(text string) []string {
	var texts []string
	rest := text
	for {
		at := strings.IndexAny(rest, ")>")
		if at < 0 {
			break
		}
		if rows.AddressInside(rest[:at+1]) == "" {
			return nil
		}
		texts = append(texts, rest[:at+1])
		if rest = strings.TrimSpace(rest[at+1:]); rest == "" {
			return texts
		}
		if rest[0] != ',' {
			return nil
		}
		rest = rest[1:]
	}
	if len(texts) == 0 {
		return nil
	}
	return append(texts, rest)
}

// splitAtBlanks takes apart what can only be several addresses.
func splitAtBlanks(text string) []string {
	fields := strings.Fields(text)
	for _, f := range fields {
		if rows.SMTPOf(f) == "" || strings.ContainsAny(f, "<>()") {
			return nil
		}
	}
	return fields
}

// mostTokens is how many commas a name has at most: "Last, First, Title".
const mostTokens = 3

// commaList is a list of names with commas between them, and inside of some.
type commaList struct {
	*join
	text   string
	tokens []string
}

// mayBePartOfName tells a word that may be the last or the first name of somebody: accounts mostly begin with a small letter.
func mayBePartOfName(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return !endsItself(text) && !unicode.IsLower(first) && !strings.ContainsAny(text, "0123456789")
}

// step is how the tokens from one on can be taken apart. A name that is a single word stands beside another one only where no
// name of the organization has a comma: else the two may be the last and the first name of somebody else.
type step struct {
	ways int
	part *named
	next int
	// plain says that the part is a single word.
	plain bool
}

// parse tells in how many ways, up to two, the list can be taken apart, and what the parts are where it is one.
func (l *commaList) parse() (ways int, parts []*named) {
	// The second index says whether the part before is a single word.
	steps := make([][2]step, len(l.tokens)+1)
	steps[len(l.tokens)] = [2]step{{ways: 1}, {ways: 1}}
	for from := len(l.tokens) - 1; from >= 0; from-- {
		for to := from + 1; to <= min(len(l.tokens), from+mostTokens); to++ {
			part := l.names.name(strings.Join(l.tokens[from:to], ","))
			if part == nil || !l.isName(part) || l.find(part).person == ambiguous {
				continue
			}
			plain := to == from+1 && mayBePartOfName(part.text)
			after := 0
			if plain && l.directory.commas {
				after = 1
			}
			for before := range steps[from] {
				rest := steps[to][after]
				if rest.ways == 0 || plain && before == 1 {
					continue
				}
				s := &steps[from][before]
				s.ways = min(2, s.ways+rest.ways)
				s.part, s.next, s.plain = part, to, after == 1
			}
		}
	}
	if ways = steps[0][0].ways; ways != 1 {
		return ways, nil
	}
	before := 0
	for at := 0; at < len(l.tokens); {
		s := steps[at][before]
		s.part.apart = true
		parts = append(parts, s.part)
		before = 0
		if s.plain {
			before = 1
		}
		at = s.next
	}
	return 1, parts
}

// splitCanonicalNames leaves the comma of "Becker, Anna" alone: the next name begins with a domain again.
func splitCanonicalNames(text string) []string {
	var names []string
	for part := range strings.SplitSeq(text, ",") {
		if len(names) > 0 && !rows.IsCanonicalName(strings.TrimSpace(part)) {
			names[len(names)-1] += "," + part
			continue
		}
		names = append(names, part)
	}
	return names
}
