package exports

import (
	"regexp"
	"strings"
)

// lostPattern is the name of a type where its value should be: Export-Csv writes what ToString gives.
var lostPattern = regexp.MustCompile(`^(?:Deserialized\.)?(?:System|Microsoft)(?:\.\w+)+(?:\[\]|` + "`" + `\d+(?:\[.*)?)?$`)

// lostText tells a value that PowerShell replaced with the name of its type.
func lostText(text string) bool {
	return strings.Contains(text, ".") && lostPattern.MatchString(text) || strings.HasPrefix(text, "@{") && strings.HasSuffix(text, "}")
}

// lost tells whether a value, or an element of it, was replaced with the name of its type.
func (v Value) lost() bool {
	if v.Fields != nil {
		return false
	}
	for _, e := range v.List {
		if e.lost() {
			return true
		}
	}
	return lostText(strings.TrimSpace(v.Text))
}

// remedy says how to export a column so that nothing is lost.
func remedy(text, column string) string {
	again := `Export again with Export-Clixml, or join the values: Select-Object *, @{n="` + column + `";e={$_.` + column + ` -join ";"}} -ExcludeProperty ` + column + ` | Export-Csv.`
	if strings.HasPrefix(text, "@{") {
		return "ConvertTo-Json gave up at its depth and wrote the text of the object. Export again with ConvertTo-Json -Depth 5."
	}
	return "Export-Csv wrote the name of the type in place of the values of the list. " + again
}
