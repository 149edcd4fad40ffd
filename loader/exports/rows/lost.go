package rows

import (
	"regexp"
	"strings"
)

// lostPattern is the name of a type where its value should be: Export-Csv writes what ToString gives.
var lostPattern = regexp.MustCompile(`^(?:Deserialized\.)?(?:System|Microsoft)(?:\.\w+)+(?:\[\]|` + "`" + `\d+(?:\[.*)?)?$`)

// lostText tells a value that PowerShell replaced with the name of its type.
func lostText(text string) bool {
	mayBe := strings.HasPrefix(text, "System.") || strings.HasPrefix(text, "Microsoft.") || strings.HasPrefix(text, "Deserialized.")
	return mayBe && lostPattern.MatchString(text) || strings.HasPrefix(text, "@{") && strings.HasSuffix(text, "}")
}

// Lost tells whether a value, or an element of it, was replaced with the name of its type.
func (v Value) Lost() bool {
	if v.Fields != nil {
		return false
	}
	for _, e := range v.List {
		if e.Lost() {
			return true
		}
	}
	return lostText(strings.TrimSpace(v.Text)) || IsCut(v.Text)
}

// LostPart is the text of the element that was lost.
func (v Value) LostPart() string {
	for _, e := range v.List {
		if e.Lost() {
			return e.LostPart()
		}
	}
	return strings.TrimSpace(v.Text)
}

// IsCut tells a list of which PowerShell showed the beginning: Format-List and Out-String write no more than $FormatEnumerationLimit
// elements; and a text that Format-Table cut at the width of the window.
func IsCut(text string) bool {
	text = strings.TrimRight(strings.TrimSpace(text), "}")
	return strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…")
}

// Remedy says how to export a column so that nothing is lost.
func Remedy(text, column string) string {
	if IsCut(text) {
		return "PowerShell wrote the beginning of the list, as far as $FormatEnumerationLimit or the width of the window allows. Export the objects with Export-Csv or Export-Clixml, and not what Format-List or Format-Table makes of them."
	}
	again := `Export again with Export-Clixml, or join the values: Select-Object *, @{n="` + column + `";e={$_.` + column + ` -join ";"}} -ExcludeProperty ` + column + ` | Export-Csv.`
	if strings.HasPrefix(text, "@{") {
		return "ConvertTo-Json gave up at its depth and wrote the text of the object. Export again with ConvertTo-Json -Depth 5."
	}
	return "Export-Csv wrote the name of the type in place of the values of the list. " + again
}
