package lsp

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"hybridlint/loader"
)

// overlay are the files below a folder, with texts in place of some of them. Links lead to what is
// inside only, as everywhere else.
type overlay struct {
	root *os.Root
	// texts are by their paths from the root, with "/".
	texts map[string]string
}

// Overlay is what the editor's texts are read through, for whoever looks at texts before they are
// written. They are by their paths from the root, with "/".
func Overlay(root *os.Root, texts map[string]string) fs.FS { return overlay{root, texts} }

// Unsaved is the text of a file that is open in the editor.
func (o overlay) Unsaved(name string) (text string, open bool) {
	text, open = o.texts[name]
	return text, open
}

// Open implements fs.FS.
func (o overlay) Open(name string) (fs.File, error) {
	if text, ok := o.texts[name]; ok {
		return &unsaved{strings.NewReader(text), unsavedInfo{name, int64(len(text))}}, nil
	}
	if info, err := o.root.Stat(filepath.FromSlash(name)); err == nil && info.IsDir() {
		return o.root.Open(filepath.FromSlash(name))
	}
	return loader.OpenInside(o.root, name)
}

// Stat implements fs.StatFS.
func (o overlay) Stat(name string) (fs.FileInfo, error) {
	if text, ok := o.texts[name]; ok {
		return unsavedInfo{name, int64(len(text))}, nil
	}
	return o.root.Stat(filepath.FromSlash(name))
}

// ReadDir implements fs.ReadDirFS. A text without a file is there where its folder is.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.root.FS(), name)
	if err != nil {
		return entries, err
	}
	for file, text := range o.texts {
		if path.Dir(file) != name {
			continue
		}
		i, found := slices.BinarySearchFunc(entries, path.Base(file), func(e fs.DirEntry, n string) int { return strings.Compare(e.Name(), n) })
		entry := fs.FileInfoToDirEntry(unsavedInfo{file, int64(len(text))})
		if found {
			entries[i] = entry
		} else {
			entries = slices.Insert(entries, i, entry)
		}
	}
	return entries, nil
}

// unsaved is a text that is read like a file.
type unsaved struct {
	*strings.Reader
	info unsavedInfo
}

func (u *unsaved) Stat() (fs.FileInfo, error) { return u.info, nil }
func (u *unsaved) Close() error               { return nil }

type unsavedInfo struct {
	path string
	size int64
}

func (i unsavedInfo) Name() string       { return path.Base(i.path) }
func (i unsavedInfo) Size() int64        { return i.size }
func (i unsavedInfo) Mode() fs.FileMode  { return 0o644 }
func (i unsavedInfo) ModTime() time.Time { return time.Time{} }
func (i unsavedInfo) IsDir() bool        { return false }
func (i unsavedInfo) Sys() any           { return nil }
