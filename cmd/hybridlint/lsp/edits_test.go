package lsp

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"unicode/utf8"

	"hybridlint/loader"
)

// FuzzEdits opens a file, edits it, closes and opens it again: what is read then is what is read of a
// folder that holds the same text.
func FuzzEdits(f *testing.F) {
	const people = "forest \"corp\" {}\nuser_mailbox \"amy\" {\n  home = \"corp\"\n}\n"
	f.Add(people, "x", 1, 14, 1, 17, "\n}", 0, 0, 0, 0, false)
	f.Add(people, "𝔾", 9, 0, 0, 0, "", 0, 0, 9, 9, true)
	f.Fuzz(func(t *testing.T, content, first string, a, b, c, d int, second string, e, g, h, i int, reopen bool) {
		for _, s := range []string{content, first, second} {
			if !utf8.ValidString(s) || len(s) > 1000 {
				t.Skip("JSON has no other texts")
			}
		}
		edited, fresh := t.TempDir(), t.TempDir()
		if err := os.WriteFile(filepath.Join(edited, "a.hcl"), []byte(people), 0o600); err != nil {
			t.Fatal(err)
		}
		s := &server{root: edited, encoding: utf16Units, documents: map[string]*document{}, touched: map[string]int{}, wake: make(chan struct{}, 1)}
		p := documentParams{TextDocument: documentID{URI: fileURI(filepath.Join(edited, "a.hcl")), Text: content}}
		_, _ = s.didOpen(&p)
		p.ContentChanges = []contentChange{{&textRange{position{a, b}, position{c, d}}, first}, {&textRange{position{e, g}, position{h, i}}, second}}
		_, _ = s.didChange(&p)
		if reopen {
			p.TextDocument.Text = s.documents[p.TextDocument.URI].content
			_, _ = s.didClose(&p)
			_, _ = s.didOpen(&p)
		}
		now := s.snapshot()
		if err := os.WriteFile(filepath.Join(fresh, "a.hcl"), []byte(now.texts["a.hcl"]), 0o600); err != nil {
			t.Fatal(err)
		}
		root, err := os.OpenRoot(edited)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		was, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: edited, Tree: &loader.Tree{FS: overlay{root, now.texts}, Top: edited}})
		is, wanted := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: fresh})
		if !reflect.DeepEqual(problems, wanted) || fmt.Sprint(len(was.Recipients), len(was.Forests)) != fmt.Sprint(len(is.Recipients), len(is.Forests)) {
			t.Fatalf("%q: %v\nfresh: %v", now.texts["a.hcl"], problems, wanted)
		}
	})
}
