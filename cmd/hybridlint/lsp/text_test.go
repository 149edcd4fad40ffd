package lsp

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestOffsets(t *testing.T) {
	t.Parallel()
	whole := newText("a\r\n𝔾é\rz\n")
	for _, c := range []struct {
		at     position
		in     encoding
		offset int
	}{
		{position{0, 1}, utf16Units, 1},
		{position{0, 9}, utf16Units, 1}, // behind the end of the line
		{position{1, 0}, utf16Units, 3},
		{position{1, 1}, utf16Units, 3}, // within a surrogate pair
		{position{1, 2}, utf16Units, 7},
		{position{1, 3}, utf16Units, 9},
		{position{1, 4}, utf8Units, 7},
		{position{1, 5}, utf8Units, 7}, // within a character
		{position{2, 0}, utf8Units, 10},
		{position{3, 0}, utf8Units, 12},
		{position{9, 9}, utf8Units, 12},
		{position{-1, -1}, utf8Units, 0},
		{position{1, -5}, utf8Units, 3},
	} {
		if got := whole.offset(c.at, c.in); got != c.offset {
			t.Errorf("%v in %s is byte %d, want %d", c.at, c.in, got, c.offset)
		}
	}
}

// FuzzChanges proves that a text after a sequence of changes is the one that would have been opened,
// with the same places, wherever the changes claim to be.
func FuzzChanges(f *testing.F) {
	f.Add("a\r\n𝔾b\n", "x\r", 0, 1, 1, 1, true)
	f.Add("", "\n", 5, 5, -1, 0, false)
	f.Fuzz(func(t *testing.T, content, inserted string, line, character, toLine, toCharacter int, bytes bool) {
		if !utf8.ValidString(content) || !utf8.ValidString(inserted) {
			t.Skip("JSON has no other texts")
		}
		e := utf16Units
		if bytes {
			e = utf8Units
		}
		before := newText(content)
		change := contentChange{&textRange{position{line, character}, position{toLine, toCharacter}}, inserted}
		after, ok := before.apply([]contentChange{change, change}, e)
		if !ok || !utf8.ValidString(after.content) || strings.Count(after.content, inserted) == 0 {
			t.Fatalf("%q", after.content)
		}
		for at := range after.content {
			p := after.position(at, e)
			if back := after.offset(p, e); back != at && !strings.HasPrefix(after.content[back:], "\r\n") {
				t.Fatalf("byte %d of %q is %v, which is byte %d", at, after.content, p, back)
			}
		}
		if again, _ := after.apply([]contentChange{{nil, content}}, e); again.content != content {
			t.Fatalf("%q is not %q", again.content, content)
		}
	})
}
