package wording

import (
	"strings"
	"testing"
)

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1_000: "1,000", 1_702: "1,702", 1_234_567: "1,234,567"} {
		if got := Thousands(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
}

func TestWrap(t *testing.T) {
	got := strings.Join(Wrap("one two three\n\nfour", 7), "|")
	if want := "one two|three||four"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
