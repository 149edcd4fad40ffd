package loader

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"hybridlint/loader/expressions"
	"hybridlint/loader/syntax"
)

// A reviewer reads what an editor shows. So a file has no character that an editor hides, takes for the end of a line,
// or lets change the order of others; a name has none that makes two names look alike.

// textKind says what a text is to be like.
type textKind uint8

const (
	// proseText may be in any writing.
	proseText textKind = iota
	// nameText is a label or what refers to one.
	nameText
	// addressText is written like a name, and may be as long as any text.
	addressText
)

// What a text may have, in code points. Exchange has names of 256 and addresses of up to 320 characters, and X500 addresses of
// 1,123. Every text is said again in findings, so that long ones take memory by their number.
const (
	longestName = 512
	longestText = 2048
)

// fault says what is wrong with a text; "" where nothing is.
func (k textKind) fault(s string) (summary, detail string) {
	most := longestText
	if k == nameText {
		most = longestName
	}
	if len(s) > most && utf8.RuneCountInString(s) > most {
		return "Text too long", fmt.Sprintf("This text has more than %d characters. Shorten it.", most)
	}
	if k != proseText {
		if s := nameFault(s); s != "" {
			return "Hidden character", s
		}
		return "", ""
	}
	if at := syntax.NextHiddenIn(s); at >= 0 {
		c, _ := utf8.DecodeRuneInString(s[at:])
		return "Hidden character", fmt.Sprintf("This text has %s in it, which no report could show. Remove it.", syntax.CodePoint(c))
	}
	return "", ""
}

// nameFault says which character does not belong into a name; "" where all do.
func nameFault(name string) string {
	for _, c := range name {
		if c < utf8.RuneSelf && c >= ' ' && c != 0x7f {
			continue
		}
		if syntax.IsHidden(c) || unicode.In(c, unicode.Cc, unicode.Cf) {
			return fmt.Sprintf("This name has %s in it, which nobody sees. Remove it.", syntax.CodePoint(c))
		}
	}
	if c, _ := utf8.DecodeRuneInString(name); unicode.IsSpace(c) {
		return fmt.Sprintf("This name begins with a blank, %s. Remove it.", syntax.CodePoint(c))
	}
	if c, _ := utf8.DecodeLastRuneInString(name); unicode.IsSpace(c) {
		return fmt.Sprintf("This name ends with a blank, %s. Remove it.", syntax.CodePoint(c))
	}
	return ""
}

// withoutFault is what somebody who names the block probably writes.
func withoutFault(name string) string {
	return strings.TrimSpace(strings.Map(func(c rune) rune {
		if syntax.IsHidden(c) || unicode.In(c, unicode.Cc, unicode.Cf) {
			return -1
		}
		return c
	}, name))
}

// isVisible tells whether anybody sees anything of a text.
func isVisible(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool {
		const emptyBraille = '\u2800'
		return c != emptyBraille && unicode.In(c, unicode.L, unicode.N, unicode.P, unicode.S) &&
			!unicode.Is(unicode.Other_Default_Ignorable_Code_Point, c)
	})
}

// checkTexts looks at every text in a value.
func (r *reader) checkTexts(v *expressions.Value, kind textKind) bool {
	ok := true
	if v.Kind == expressions.Text {
		ok = r.checkText(v.Text, kind, v.Start, v.End)
	}
	for i := range v.Items {
		element := &v.Items[i]
		ok = r.checkText(element.Key, kind, element.From, element.To) && ok
		if element.Kind == expressions.Text {
			ok = r.checkText(element.Text, kind, element.Start, element.End) && ok
		}
	}
	return ok
}

func (r *reader) checkText(s string, kind textKind, start, end uint32) bool {
	if kind == addressText {
		if address, isSMTP := smtpAddress(s); isSMTP && address != s && !r.checkText(address, kind, start, end) {
			return false
		}
	}
	summary, detail := kind.fault(s)
	if summary != "" {
		r.problem(summary, start, end, "%s", detail)
	}
	return summary == ""
}

// Cleaned is a text without the characters that no text of the language may have, and without blanks around it.
func Cleaned(text string) string {
	if nameFault(text) == "" {
		return text
	}
	return withoutFault(text)
}
