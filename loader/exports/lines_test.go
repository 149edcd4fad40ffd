package exports

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestLines: every line of an export can be shown, in any order and encoding, and none of a file that has been changed.
func TestLines(t *testing.T) {
	var text strings.Builder
	text.WriteString("PrimarySmtpAddress,DisplayName,RecipientTypeDetails,DistinguishedName\r\n")
	for i := range 200 {
		fmt.Fprintf(&text, "u%d@contoso.com,Jörg 😀 ਊ %d,UserMailbox,\"CN=%d,DC=contoso,DC=com\"\r\n", i, i, i)
	}
	lines := strings.Split(strings.ReplaceAll(text.String(), "\r\n", "\n"), "\n")
	for name, encoded := range map[string]string{
		"UTF-8":        text.String(),
		"with a mark":  "\xEF\xBB\xBF" + text.String(),
		"UTF-16LE":     "\xFF\xFE" + utf16Text(text.String(), binary.LittleEndian),
		"UTF-16BE":     "\xFE\xFF" + utf16Text(text.String(), binary.BigEndian),
		"Windows-1252": strings.NewReplacer("Jörg 😀 ਊ", "J\xF6rg").Replace(text.String()),
		"no last end":  strings.TrimSuffix(text.String(), "\r\n"),
	} {
		t.Run(name, func(t *testing.T) {
			folder := exportsIn(t, map[string]string{"a.csv": encoded})
			c, problems, _ := Import(t.Context(), Options{Paths: []string{"."}, Dir: folder})
			if len(problems) > 0 || c.Blocks()["recipients"] != 200 {
				t.Fatalf("%v %v", problems, c.Blocks())
			}
			last := len(lines)
			if name == "no last end" {
				last--
			}
			for step := range last {
				i := step * 7919 % last
				want := lines[i]
				if name == "Windows-1252" {
					want = strings.Replace(want, "Jörg 😀 ਊ", "Jörg", 1)
				}
				if got, ok := c.Lines.Line("a.csv", i+1); !ok || got != want {
					t.Fatalf("line %d is %q, %v, want %q", i+1, got, ok, want)
				}
			}
			for _, none := range []int{0, last + 1, last + 1000} {
				if got, ok := c.Lines.Line("a.csv", none); ok {
					t.Errorf("line %d is %q", none, got)
				}
			}
			if c.Lines.ByteOrderMark("a.csv") != (name == "with a mark" || strings.HasPrefix(name, "UTF-16")) || c.Lines.Has("b.csv") || len(c.Lines.Changed()) > 0 {
				t.Error("marks or names")
			}
		})
	}
	t.Run("changed", func(t *testing.T) {
		folder := exportsIn(t, map[string]string{"a.csv": text.String()})
		c, _, _ := Import(t.Context(), Options{Paths: []string{"."}, Dir: folder})
		later := time.Now().Add(time.Hour)
		if err := os.Chtimes(filepath.Join(folder, "a.csv"), later, later); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Lines.Line("a.csv", 1); ok || len(c.Lines.Changed()) != 1 {
			t.Errorf("%q of a file that was changed", got)
		}
	})
}
