// Command lines counts the lines of Go that somebody wrote and that are no test: without generated files, and without lines
// that are blank or hold nothing but a comment.
//
//	go run ./.ci/lines [folder of a checkout]
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	root := "."
	if len(os.Args) > 1 {
		root = os.Args[1]
	}
	counts, err := count(os.DirFS(root))
	if err != nil {
		fmt.Fprintln(os.Stderr, "lines:", err)
		os.Exit(1)
	}
	total := 0
	for _, folder := range slices.Sorted(maps.Keys(counts)) {
		fmt.Printf("%7d %s\n", counts[folder], folder)
		total += counts[folder]
	}
	fmt.Printf("%7d in all\n", total)
}

// count gives the lines of each folder at the top.
func count(root fs.FS) (map[string]int, error) {
	counts := map[string]int{}
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == ".git" || entry.Name() == "node_modules"):
			return fs.SkipDir
		case entry.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		source, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		lines, err := linesOf(name, source)
		top, _, _ := strings.Cut(name, "/")
		counts[top] += lines
		return err
	})
	return counts, err
}

// linesOf counts the lines that a token begins, ends or goes through.
func linesOf(name string, source []byte) (int, error) {
	files := token.NewFileSet()
	parsed, err := parser.ParseFile(files, name, source, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		return 0, err
	}
	if ast.IsGenerated(parsed) {
		return 0, nil
	}
	file := files.AddFile(name, -1, len(source))
	var s scanner.Scanner
	s.Init(file, source, nil, 0)
	lines := map[int]bool{}
	for {
		at, what, text := s.Scan()
		if what == token.EOF {
			return len(lines), nil
		}
		if what == token.SEMICOLON && text == "\n" {
			continue
		}
		first := file.Line(at)
		for i := range 1 + strings.Count(text, "\n") {
			lines[first+i] = true
		}
	}
}
