package scripts

import (
	"regexp"
	"slices"
	"strings"

	"hybridlint/report/visible"
)

// command is a cmdlet with its parameters, as the rules write it.
type command struct {
	cmdlet     string
	parameters []parameter
}

// parameter has its value as PowerShell; a switch has none.
type parameter struct{ name, value string }

// PowerShell takes typographic quotes for quotes, and two quotes of any kind in a quotation for one of its characters.
const (
	quotePattern  = `'(?:[^'‘’‚‛]|['‘’‚‛]{2})*'`
	valuePattern  = quotePattern + `|"[A-Za-z0-9 :,]*"|\$true|\$false|-?[0-9]+|[A-Za-z][A-Za-z0-9,]*`
	listPattern   = `@\{(?:Add|Remove)=` + quotePattern + `\}`
	directoryName = `\(Get-Recipient -Identity ` + quotePattern + `\)\.DistinguishedName`
)

var (
	quotation   = regexp.MustCompile(quotePattern)
	placeholder = regexp.MustCompile(`<[A-Za-z][^<>]*>`)
	cmdletWord  = regexp.MustCompile(`^[A-Z][a-z]+-[A-Za-z]+(?: |$)`)
	nameWord    = regexp.MustCompile(`^-([A-Z][A-Za-z]+)(?::(\$true|\$false))?(?: |$)`)
	valueWord   = regexp.MustCompile(`^(` + valuePattern + `|` + listPattern + `|` + directoryName + `)(?: |$)`)
	listValue   = regexp.MustCompile(`^@\{(Add|Remove)=(` + quotePattern + `)\}$`)
	shownAs     = regexp.MustCompile(` \| Format-List [A-Za-z,]+$`)
	identifier  = regexp.MustCompile(`^'S-1-[0-9-]+'$`)
)

// parse understands a command; not ok where it is anything but a cmdlet with values that stand for themselves.
func parse(text string) (c command, ok bool) {
	if strings.ContainsFunc(text, visible.Acts) {
		return c, false
	}
	first := cmdletWord.FindString(text)
	c.cmdlet, text = strings.TrimSuffix(first, " "), text[len(first):]
	for first != "" && text != "" {
		name := nameWord.FindStringSubmatch(text)
		if name == nil {
			return c, false
		}
		text = text[len(name[0]):]
		p := parameter{name[1], name[2]}
		if value := valueWord.FindStringSubmatch(text); value != nil && p.value == "" {
			p.value, text = value[1], text[len(value[0]):]
		}
		c.parameters = append(c.parameters, p)
	}
	return c, first != ""
}

// parseReading understands a command that reads, with what it shows of it.
func parseReading(text string) bool {
	c, ok := parse(shownAs.ReplaceAllString(text, ""))
	return ok && strings.HasPrefix(c.cmdlet, "Get-")
}

// value is that of a parameter; empty where the command does not have it.
func (c command) value(name string) string {
	for _, p := range c.parameters {
		if p.name == name {
			return p.value
		}
	}
	return ""
}

func (c command) has(name string) bool {
	return slices.ContainsFunc(c.parameters, func(p parameter) bool { return p.name == name })
}

// only tells whether the command has no other parameters than these.
func (c command) only(names ...string) bool {
	return !slices.ContainsFunc(c.parameters, func(p parameter) bool { return !slices.Contains(names, p.name) && p.name != "Confirm" })
}

// placeholders are what has to be looked up before a command can be run, each once.
func placeholders(text string) []string {
	var names []string
	for _, name := range placeholder.FindAllString(quotation.ReplaceAllString(text, "''"), -1) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// quoted is a text of one line as a quotation of PowerShell.
func quoted(text string) string {
	return "'" + strings.NewReplacer("'", "''", "‘", "‘‘", "’", "’’", "‚", "‚‚", "‛", "‛‛").Replace(visible.Text(text)) + "'"
}

var bareList = regexp.MustCompile(`\b[A-Za-z]+(?:,[A-Za-z]+)+\b`)

// quotedLists are the words of lists in quotation, as not everything that reads PowerShell knows them without.
func quotedLists(text string) string {
	var b strings.Builder
	end := 0
	words := func(list string) string { return "'" + strings.ReplaceAll(list, ",", "','") + "'" }
	for _, at := range append(quotation.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		b.WriteString(bareList.ReplaceAllStringFunc(text[end:at[0]], words))
		b.WriteString(text[at[0]:at[1]])
		end = at[1]
	}
	return b.String()
}
