package visible

import (
	"strings"
	"testing"
)

func TestVisible(t *testing.T) {
	tests := map[string]string{
		"plain": "plain", "日本 é 🐒": "日本 é 🐒", "a\tb": `a\tb`, "a\nb": `a\nb`, "\x1b[0m": `\x1b[0m`, "\u009b": `\x9b`,
		"\u202e": `\u202e`, "\U000e0001": `\U000e0001`, "\xff": `\xff`, "\ufffd": "\ufffd", "\ufffd\n": "\ufffd\\n",
		"\u00a0::x": "\u00a0\\x3a:x", "\u3000 \u2003\u202f::x": "\u3000 \u2003\u202f\\x3a:x", "é ::x": "é ::x",
		"::error::x": `\x3a:error::x`, "  ::x": `  \x3a:x`, "2001::1": "2001::1", "a ::x": "a ::x", "##vso[task.complete]": `\x23#vso[task.complete]`,
		"a ##[error]": `a \x23#[error]`, "###[x]": `#\x23#[x]`, "## heading": "## heading", "##": "##",
	}
	for text, want := range tests {
		if got := Text(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestLog: no line begins with a colon, wherever a text is cut into writes.
func TestLog(t *testing.T) {
	tests := map[string]string{
		"a ::b\n":               "a ::b\n",
		"::a\n":                 "\\x3a:a\n",
		" \t::a\n:b\na:\n":      " \t\\x3a:a\n\\x3ab\na:\n",
		"\u00a0\u3000\u2003::a": "\u00a0\u3000\u2003\\x3a:a",
		"é\n\u202f::a":          "é\n\u202f\\x3a:a",
		"x\r::a":                "x\r\\x3a:a",
		"\x1b[1;31m::a":         "\x1b[1;31m\\x3a:a",
		"\x1b[1;31ma\x1b[0m::":  "\x1b[1;31ma\x1b[0m::",
		"":                      "",
	}
	for text, want := range tests {
		for size := 1; size <= max(1, len(text)); size++ {
			var got strings.Builder
			w := Log(&got)
			for rest := text; rest != ""; rest = rest[min(size, len(rest)):] {
				if n, err := w.Write([]byte(rest[:min(size, len(rest))])); n != min(size, len(rest)) || err != nil {
					t.Fatal(n, err)
				}
			}
			if got.String() != want {
				t.Errorf("%q in pieces of %d: %q, want %q", text, size, got.String(), want)
			}
		}
	}
}
