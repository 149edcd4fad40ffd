package markdown

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"hybridlint/report"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// EscapedText is a text that somebody wrote, for a paragraph of Markdown. Words that are more than words, names,
// addresses, paths and everything that Markdown, HTML, GitHub or GitLab would act on, become code, in which none of them
// does: no mention, no link, no reference, no markup.
func EscapedText(text string) string {
	words := strings.Fields(visible.Text(text))
	for i, word := range words {
		core := strings.TrimLeft(word, `("'`)
		before := word[:len(word)-len(core)]
		core = strings.TrimRight(core, `.,;:!?)"'`)
		after := word[len(before)+len(core):]
		switch {
		case core == ">": // a step in a menu
			core = `\>`
		case core != "" && !plainWord(core):
			core = codeSpan(core)
		}
		words[i] = before + core + after
	}
	return strings.Join(words, " ")
}

// Words of letters that are taken for references all the same: commits, and issues by their old name.
var reference = regexp.MustCompile(`^([0-9a-fA-F]{7,40}|[A-Za-z]+-[0-9]+)$`)

// plainWord tells whether a word is nothing but a word, anywhere in a line.
func plainWord(word string) bool {
	for i, r := range word {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
		case strings.ContainsRune("-'’/.,", r) && i > 0:
		default:
			return false
		}
	}
	return !strings.Contains(word, "//") && !strings.HasPrefix(strings.ToLower(word), "www.") && !reference.MatchString(word)
}

// codeSpan is a text, of one line, as code. Its fence is longer than any in it.
func codeSpan(text string) string {
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.TrimSpace(text) == "" || strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

// Cell fits a text into a cell of a table, where a bar ends the cell even in code.
func Cell(text string) string { return strings.ReplaceAll(EscapedText(text), "|", `\|`) }

// place is a location with a space behind it, as a link where its file has a page; empty for none.
func (m *markdownWriter) place(at report.Location) string {
	if at.IsZero() {
		return ""
	}
	if page := m.pages.Page(at); page != "" {
		return "[" + codeSpan(wording.Place(at)) + "](" + escapedAddress(page) + ") "
	}
	return codeSpan(wording.Place(at)) + " "
}

// escapedAddress is an address that nothing in it ends, or makes Markdown of.
func escapedAddress(address string) string {
	return strings.NewReplacer("(", "%28", ")", "%29", "|", "%7C", `\`, "%5C", "*", "%2A", "_", "%5F", "`", "%60", " ", "%20", "<", "%3C", ">", "%3E", "[", "%5B", "]", "%5D").Replace(address)
}

// markdownRule is a rule's id, as a link to the page to read where that is an address.
func markdownRule(r *report.Rule) string {
	id := Cell(r.ID)
	u, err := url.Parse(r.HelpURI())
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return id
	}
	return "[" + id + "](" + escapedAddress(u.String()) + ")"
}

// Code is a text that somebody wrote as code, in a paragraph or a list.
func Code(text string) string { return codeSpan(visible.Text(text)) }
