package snippet

import (
	"strings"
	"testing"
)

func TestMark(t *testing.T) {
	long := strings.Repeat("a", 300)
	tests := map[string]struct {
		line        string
		start, end  int
		text, marks string
	}{
		"a word":                {"x = true", 4, 8, "x = true", "    ^^^^"},
		"nothing at its place":  {"x = true", 4, 4, "x = true", "    ^"},
		"behind the end":        {"x =", 3, 3, "x =", "   ^"},
		"beyond the end":        {"x =", 9, 12, "x =", "   ^"},
		"an empty line":         {"", 0, 0, "", "^"},
		"tabs":                  {"\tx\ty", 3, 4, "    x    y", "         ^"},
		"wide characters":       {"日本 x", 3, 4, "日本 x", "     ^"},
		"a wide one marked":     {"日本 x", 0, 2, "日本 x", "^^^^"},
		"combining":             {"e\u0301x", 2, 3, "e\u0301x", " ^"},
		"an escape before":      {"\x1bx", 1, 2, `\x1bx`, "    ^"},
		"an escape marked":      {"\x1bx", 0, 1, `\x1bx`, "^^^^"},
		"a command before":      {"##vso[x] y", 9, 10, `\x23#vso[x] y`, "            ^"},
		"the far end of a line": {long + "X", 300, 301, "…" + strings.Repeat("a", 40) + "X", strings.Repeat(" ", 41) + "^"},
		"a long stretch":        {long, 0, 300, strings.Repeat("a", 100) + "…", strings.Repeat("^", 100)},
		"colons":                {"a = \"SMTP:a\" :: \":\"", 4, 12, "a = \"SMTP:a\" :: \":\"", "    ^^^^^^^^"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := mark(test.line, test.start, test.end); got.text != test.text || got.marks != test.marks {
				t.Errorf("got\n%s\n%s\nwant\n%s\n%s", got.text, got.marks, test.text, test.marks)
			}
		})
	}
}
