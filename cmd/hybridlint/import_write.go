package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"hybridlint/loader/exports"
)

// writeConfiguration brings a folder up to date, and tells which of its files changed. Nothing is changed before everything
// is known to fit together.
func (p *program) writeConfiguration(ctx context.Context, out string, configuration *exports.Configuration, progress func(written, total int64)) (changed []string, err error) {
	p.writing.Lock() // until everything fits together again, and what was put aside is removed
	defer p.writing.Unlock()
	folder := p.inDirectory(out)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	existing, err := openConfiguration(folder)
	if err != nil {
		return nil, err
	}
	defer existing.root.Close()
	stage := folder
	if len(existing.names) > 0 {
		if stage, err = os.MkdirTemp("", "hybridlint-*"); err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(stage)) }()
	}
	var removed []string
	err = configuration.Write(existing, func(d exports.Document) error {
		changed = append(changed, d.Name)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if d.Text == "" {
			removed = append(removed, d.Name)
			return nil
		}
		file := filepath.Join(stage, filepath.FromSlash(d.Name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			return err
		}
		return writeFile(file, func(w io.Writer) error { _, err := io.WriteString(w, d.Text); return err })
	}, progress)
	if err != nil || stage == folder {
		return changed, err
	}
	return changed, replaceAll(folder, stage, changed, removed)
}

// replaceAll takes over what was written aside.
func replaceAll(folder, stage string, changed, removed []string) error {
	for _, name := range changed {
		file := filepath.Join(folder, filepath.FromSlash(name))
		if slices.Contains(removed, name) {
			if err := os.Remove(file); err != nil {
				return err
			}
			continue
		}
		written, err := os.Open(filepath.Join(stage, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		err = writeFile(file, func(w io.Writer) error { _, err := io.Copy(w, written); return err })
		if err := errors.Join(err, written.Close()); err != nil {
			return err
		}
	}
	return nil
}

// configurationFolder is a folder that has been imported into. It implements exports.Folder.
type configurationFolder struct {
	root  *os.Root
	names []string
}

// openConfiguration finds the files of a folder that check would read.
func openConfiguration(folder string) (*configurationFolder, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	f := &configurationFolder{root: root}
	err = fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir() && filepath.Ext(name) == ".hcl":
			f.names = append(f.names, name)
		}
		return nil
	})
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return f, nil
}

// Names implements exports.Folder.
func (f *configurationFolder) Names() []string { return f.names }

// Read implements exports.Folder.
func (f *configurationFolder) Read(name string) (string, error) {
	text, err := fs.ReadFile(f.root.FS(), name)
	if err == nil && !utf8.Valid(text) {
		err = fmt.Errorf("%s is not UTF-8", name)
	}
	return string(text), err
}
