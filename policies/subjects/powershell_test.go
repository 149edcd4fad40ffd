package subjects

import (
	"strings"
	"testing"
	"unicode"
)

// TestPowershellQuoted: nothing in a value ends its quotation, breaks the line or reaches the host
// as a control character.
func TestPowershellQuoted(t *testing.T) {
	for text, want := range map[string]string{
		"amy@contoso.com":  "'amy@contoso.com'",
		"O'Brien":          "'O''Brien'",
		"’; Remove-Item *": "'’’; Remove-Item *'",
		"a‘b‚c‛d":          "'a‘‘b‚‚c‛‛d'",
		"$(Get-Date)`n":    "'$(Get-Date)`n'",
		"two\nlines":       `'two\u000alines'`,
		"nul\x00":          `'nul\u0000'`,
		"\u2028":           `'\u2028'`,
		"\x1b[31m":         `'\u001b[31m'`,
		`say "hi"`:         `'say "hi"'`,
		"":                 "''",
	} {
		if got := PowershellQuoted(text); got != want {
			t.Errorf("%q is quoted as %s, want %s", text, got, want)
		}
	}
}

func FuzzPowershellQuoted(f *testing.F) {
	for _, seed := range []string{"amy", "'", "’’", "`'", "$('x')", "\n'", "‘;‘", "\xff'"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		quoted := PowershellQuoted(text)
		inner, opened := strings.CutPrefix(quoted, "'")
		inner, closed := strings.CutSuffix(inner, "'")
		if !opened || !closed {
			t.Fatalf("%q is not quoted", quoted)
		}
		runes := []rune(inner)
		for i := 0; i < len(runes); i++ {
			if unicode.IsControl(runes[i]) {
				t.Fatalf("%q holds a control character", quoted)
			}
			if strings.ContainsRune("'‘’‚‛", runes[i]) {
				if i+1 == len(runes) || runes[i+1] != runes[i] {
					t.Fatalf("%q ends before its end", quoted)
				}
				i++
			}
		}
	})
}
