package main

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"hybridlint/testdata/organization"
)

// shape is how an organization is cut into files.
type shape string

const (
	few    shape = "few"
	many   shape = "many"
	single shape = "single"
)

func layouts() map[shape]organization.Shape {
	return map[shape]organization.Shape{few: organization.FewFiles, many: organization.ManyFiles, single: organization.SingleFile}
}

func (s shape) String() string {
	return map[shape]string{few: "few large files", many: "many small files", single: "one file"}[s]
}

// recipe says how an organization is generated.
type recipe struct {
	organization.Options
	// Odd is what the domain of one address in every block is replaced by, so that no block is plain any more; empty leaves all as it is.
	Odd string
}

// folder is a generated organization.
type folder struct {
	path          string
	grants, files int
	bytes         int64
}

const grantsPerMailbox = 5

// generate makes an organization in a process of its own.
func (c *comparison) generate(s shape, mailboxes int, change ...func(*recipe)) (folder, error) {
	r := recipe{Options: organization.Options{Seed: 1, Mailboxes: mailboxes, GrantsPerMailbox: grantsPerMailbox, Shape: layouts()[s]}}
	for _, f := range change {
		f(&r)
	}
	c.say("generating %s mailboxes in %s", grouped(mailboxes), s)
	made := folder{path: c.path("organization"), grants: mailboxes * grantsPerMailbox}
	text, err := json.Marshal(r)
	if err != nil {
		return made, err
	}
	if _, err := measure(exec.CommandContext(c.ctx, c.self, "generate", string(text), made.path), 0); err != nil {
		return made, err
	}
	return made, made.measure()
}

// measure counts the files and their bytes.
func (f *folder) measure() error {
	return filepath.WalkDir(f.path, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		f.files++
		f.bytes += info.Size()
		return nil
	})
}

func (f *folder) remove() error { return os.RemoveAll(f.path) }

// generate is the child that writes an organization to a folder.
func generate(arguments []string) error {
	if len(arguments) != 2 {
		return fmt.Errorf("generate takes a recipe and a folder")
	}
	var r recipe
	if err := json.Unmarshal([]byte(arguments[0]), &r); err != nil {
		return err
	}
	return organization.Generate(r.Options, func(name string) (io.WriteCloser, error) {
		path := filepath.Join(arguments[1], filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, err
		}
		file, err := os.Create(path)
		if err != nil || r.Odd == "" {
			return file, err
		}
		locals := ""
		if name == "organization.hcl" {
			locals = "locals {\n  domain = \"" + domain + "\"\n}\n\n"
		}
		return &oddFile{file: file, domain: r.Odd, before: locals}, nil
	})
}

// domain is that of the generated addresses.
const domain = "contoso.com"

// oddDomains mean the domain: one by itself, the other with a local of the file organization.hcl.
func oddDomains() []string { return []string{`${lower("CONTOSO")}.com`, "${local.domain}"} }

// oddFile replaces the domain of the first address in every block.
type oddFile struct {
	file           *os.File
	text           strings.Builder
	domain, before string
}

func (f *oddFile) Write(p []byte) (int, error) { return f.text.Write(p) }

func (f *oddFile) Close() error {
	_, err := io.WriteString(f.file, f.before+withOddDomains(f.text.String(), f.domain))
	if closed := f.file.Close(); err == nil {
		err = closed
	}
	return err
}

// withOddDomains changes the first address that follows the first line of each top-level block.
func withOddDomains(text, odd string) string {
	var out strings.Builder
	waiting := false
	for line := range strings.Lines(text) {
		switch {
		case !strings.HasPrefix(line, " "):
			waiting = strings.HasSuffix(line, "{\n")
		case waiting && strings.Contains(line, "@"+domain+`"`):
			line = strings.Replace(line, "@"+domain, "@"+odd, 1)
			waiting = false
		}
		out.WriteString(line)
	}
	return out.String()
}
