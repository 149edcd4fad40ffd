package revision

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// FS are the files of the revision, from the top of the working tree. Like those of an os.Root, links are followed to what is
// inside, and one that leads out is an error. fs.Sub gives a folder of which the same is true.
func (b *Base) FS() fs.FS {
	return &files{repository: b.Repository, root: b.tree, trees: map[plumbing.Hash][]object.TreeEntry{}}
}

// files is a folder of a revision.
type files struct {
	repository *Repository
	root       plumbing.Hash
	// trees are the folders that were read.
	trees map[plumbing.Hash][]object.TreeEntry
}

var _ fs.SubFS = (*files)(nil)

// errEscapes is worded like that of os.Root, so that it is told in the same way.
var errEscapes = errors.New("path escapes from parent")

var errTooManyLinks = errors.New("too many levels of symbolic links")

// Sub implements fs.SubFS. What is no folder is one without files: then the revision has none.
func (f *files) Sub(dir string) (fs.FS, error) {
	if dir == "." {
		return f, nil
	}
	f.repository.mu.Lock()
	defer f.repository.mu.Unlock()
	node, err := f.find("sub", dir)
	if err != nil {
		return nil, err
	}
	if !node.isDir() {
		return nil, &fs.PathError{Op: "sub", Path: dir, Err: errors.New("it is no folder")}
	}
	return &files{repository: f.repository, root: node.hash, trees: f.trees}, nil
}

// node is a file, a folder or a link.
type node struct {
	name string
	mode filemode.FileMode
	hash plumbing.Hash
}

func (n node) isDir() bool { return n.mode == filemode.Dir }

// Open implements fs.FS.
func (f *files) Open(name string) (fs.File, error) {
	f.repository.mu.Lock()
	defer f.repository.mu.Unlock()
	n, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	if n.isDir() {
		entries, err := f.list(name, n.hash)
		if err != nil {
			return nil, err
		}
		return &openFolder{info: info{node: n}, folder: f, entries: entries}, nil
	}
	if n.mode == filemode.Submodule {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("it is a submodule, which is a repository of its own")}
	}
	blob, err := f.blob(name, n.hash)
	if err != nil {
		return nil, err
	}
	return &openFile{info: info{node: n, size: blob.Size()}, object: blob, repository: f.repository}, nil
}

func (f *files) blob(name string, hash plumbing.Hash) (plumbing.EncodedObject, error) {
	found, err := f.repository.objects.object(plumbing.BlobObject, hash)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: f.repository.lost("the content of "+name, err)}
	}
	return found, nil
}

// list are the entries of a folder.
func (f *files) list(name string, hash plumbing.Hash) ([]object.TreeEntry, error) {
	if known, ok := f.trees[hash]; ok {
		return known, nil
	}
	found, err := f.repository.objects.object(plumbing.TreeObject, hash)
	tree := &object.Tree{}
	if err == nil {
		err = tree.Decode(found)
	}
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: f.repository.lost("the folder "+name, err)}
	}
	f.trees[hash] = tree.Entries
	return tree.Entries, nil
}

// find goes to a path, through links.
func (f *files) find(op, name string) (node, error) {
	fail := func(err error) (node, error) {
		if _, placed := errors.AsType[*fs.PathError](err); placed {
			return node{}, err
		}
		return node{}, &fs.PathError{Op: op, Path: name, Err: err}
	}
	if !fs.ValidPath(name) {
		return fail(fs.ErrInvalid)
	}
	const mostLinks = 40
	stack := []node{{name: ".", mode: filemode.Dir, hash: f.root}}
	rest := strings.Split(name, "/")
	for links := 0; len(rest) > 0; {
		part := rest[0]
		rest = rest[1:]
		here := stack[len(stack)-1]
		switch {
		case part == "." || part == "":
			continue
		case part == "..":
			if len(stack) == 1 {
				return fail(errEscapes)
			}
			stack = stack[:len(stack)-1]
			continue
		case !here.isDir():
			return fail(fs.ErrNotExist)
		}
		entries, err := f.list(name, here.hash)
		if err != nil {
			return fail(err)
		}
		at := slices.IndexFunc(entries, func(e object.TreeEntry) bool { return e.Name == part })
		if at < 0 {
			return fail(fs.ErrNotExist)
		}
		next := node{name: part, mode: entries[at].Mode, hash: entries[at].Hash}
		if next.mode != filemode.Symlink {
			stack = append(stack, next)
			continue
		}
		if links++; links > mostLinks {
			return fail(errTooManyLinks)
		}
		target, err := f.target(name, next.hash)
		if err != nil {
			return fail(err)
		}
		if path.IsAbs(target) {
			return fail(errEscapes)
		}
		rest = append(strings.Split(target, "/"), rest...)
	}
	found := stack[len(stack)-1]
	found.name = path.Base(name)
	return found, nil
}

// target is what a link leads to.
func (f *files) target(name string, hash plumbing.Hash) (string, error) {
	blob, err := f.blob(name, hash)
	if err != nil {
		return "", err
	}
	const longest = 4096
	if blob.Size() > longest {
		return "", errors.New("the link is longer than a path")
	}
	r, err := blob.Reader()
	if err != nil {
		return "", err
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	return string(text), err
}

// info describes a file.
type info struct {
	node
	size int64
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.isDir() }
func (i info) Sys() any           { return nil }

// Mode implements fs.FileInfo.
func (i info) Mode() fs.FileMode {
	switch i.mode {
	case filemode.Dir:
		return fs.ModeDir | 0o555
	case filemode.Symlink:
		return fs.ModeSymlink | 0o777
	case filemode.Submodule:
		return fs.ModeIrregular
	default:
		return 0o444
	}
}

// openFile is a file that is read.
type openFile struct {
	info
	object     plumbing.EncodedObject
	repository *Repository
	text       *bytes.Reader
}

// Stat implements fs.File.
func (o *openFile) Stat() (fs.FileInfo, error) { return o.info, nil }

func (o *openFile) reader() (*bytes.Reader, error) {
	if o.text != nil {
		return o.text, nil
	}
	o.repository.mu.Lock()
	defer o.repository.mu.Unlock()
	r, err := o.object.Reader()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	o.text = bytes.NewReader(text)
	return o.text, nil
}

// Read implements fs.File.
func (o *openFile) Read(into []byte) (int, error) {
	r, err := o.reader()
	if err != nil {
		return 0, err
	}
	return r.Read(into)
}

// ReadAt implements io.ReaderAt.
func (o *openFile) ReadAt(into []byte, at int64) (int, error) {
	r, err := o.reader()
	if err != nil {
		return 0, err
	}
	return r.ReadAt(into, at)
}

// Close implements fs.File.
func (o *openFile) Close() error { return nil }

// openFolder is a folder that is listed.
type openFolder struct {
	info
	folder  *files
	entries []object.TreeEntry
}

var _ fs.ReadDirFile = (*openFolder)(nil)

// Stat implements fs.File.
func (o *openFolder) Stat() (fs.FileInfo, error) { return o.info, nil }

// Read implements fs.File.
func (o *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: o.name, Err: errors.New("is a directory")}
}

// Close implements fs.File.
func (o *openFolder) Close() error { return nil }

// ReadDir implements fs.ReadDirFile. Links are not followed, as they are not in any other folder.
func (o *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(o.entries) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(o.entries) {
		n = len(o.entries)
	}
	var entries []fs.DirEntry
	for _, e := range o.entries[:n] {
		entries = append(entries, entry{node{e.Name, e.Mode, e.Hash}, o.folder})
	}
	o.entries = o.entries[n:]
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// entry is an entry of a folder.
type entry struct {
	node
	folder *files
}

// Name implements fs.DirEntry.
func (e entry) Name() string { return e.name }

// IsDir implements fs.DirEntry.
func (e entry) IsDir() bool { return e.isDir() }

// Type implements fs.DirEntry.
func (e entry) Type() fs.FileMode { return info{node: e.node}.Mode().Type() }

// Info implements fs.DirEntry.
func (e entry) Info() (fs.FileInfo, error) {
	if e.isDir() || e.mode == filemode.Submodule {
		return info{node: e.node}, nil
	}
	e.folder.repository.mu.Lock()
	defer e.folder.repository.mu.Unlock()
	blob, err := e.folder.blob(e.name, e.hash)
	if err != nil {
		return nil, err
	}
	return info{node: e.node, size: blob.Size()}, nil
}
