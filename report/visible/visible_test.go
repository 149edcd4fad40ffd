package visible

import (
	"testing"
)

func TestVisible(t *testing.T) {
	tests := map[string]string{
		"plain": "plain", "日本 é 🐒": "日本 é 🐒", "a\tb": `a\tb`, "a\nb": `a\nb`, "\x1b[0m": `\x1b[0m`, "\u009b": `\x9b`,
		"\u202e": `\u202e`, "\U000e0001": `\U000e0001`, "\xff": `\xff`, "\ufffd": "\ufffd", "\ufffd\n": "\ufffd\\n",
		"::error::x": `\x3a:error::x`, "  ::x": `  \x3a:x`, "2001::1": "2001::1", "a ::x": "a ::x", "##vso[task.complete]": `\x23#vso[task.complete]`,
		"a ##[error]": `a \x23#[error]`, "###[x]": `#\x23#[x]`, "## heading": "## heading", "##": "##",
	}
	for text, want := range tests {
		if got := Text(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
