package policies

import (
	"strings"
	"testing"
	"unicode"
)

func TestTemplate(t *testing.T) {
	known := func(name string) bool { return name == "recipient" || name == "delegate" }
	values := map[string]string{"recipient": "sales", "delegate": "amy"}
	for text, want := range map[string]string{
		"{recipient} for {delegate}": "sales for amy",
		"no placeholder":             "no placeholder",
		"":                           "",
		"@{Add={delegate}}":          "@{Add=amy}",
		"ForEach-Object {Get-ADUser -Identity $_.Guid} {Name}": "ForEach-Object {Get-ADUser -Identity $_.Guid} {Name}",
	} {
		template, err := parseTemplate(text, known)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := template.render(func(name string) string { return values[name] }); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
	if _, err := parseTemplate("{mailbox}", known); err == nil {
		t.Error("an unknown placeholder was accepted")
	}
}

// TestPowershellQuoted: nothing in a value ends its quotation, breaks the line or reaches the host as a control character.
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
		if got := powershellQuoted(text); got != want {
			t.Errorf("%q is quoted as %s, want %s", text, got, want)
		}
	}
}

func FuzzPowershellQuoted(f *testing.F) {
	for _, seed := range []string{"amy", "'", "’’", "`'", "$('x')", "\n'", "‘;‘", "\xff'"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		quoted := powershellQuoted(text)
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
