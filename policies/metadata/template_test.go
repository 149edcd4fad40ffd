package metadata

import (
	"testing"
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
		if got := template.Render(func(name string) string { return values[name] }); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
	if _, err := parseTemplate("{mailbox}", known); err == nil {
		t.Error("an unknown placeholder was accepted")
	}
}
