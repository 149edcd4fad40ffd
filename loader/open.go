package loader

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// Here a path is absolute, or relative to the working directory. Where it does not leave that as it is written, no link is followed
// out of it: what is in a pull request may be a link to anywhere. A path that leaves it is the choice of whoever runs the program.

// errNotRegular is what comes of a pipe, a device or a socket.
var errNotRegular = errors.New("it is no regular file")

// errHidden is what comes of a link to what nobody names: .git and settings hold what is not for reports.
var errHidden = errors.New("it is, or is behind, a link to a name that begins with a dot")

// LeadsToHidden tells whether links in a path lead to a file or folder whose name begins with a dot, or below one. Names in the
// path itself and in the base, a folder, are those that somebody has given. Names that begin with two dots hide nothing: volumes
// of Kubernetes are made of links to them.
func LeadsToHidden(base, path string) bool {
	target, err := filepath.EvalSymlinks(path)
	if err != nil || target == path {
		return false
	}
	if resolved, err := filepath.EvalSymlinks(base); err == nil {
		if relative, err := filepath.Rel(resolved, target); err == nil && filepath.IsLocal(relative) {
			target = relative
		}
	}
	given := strings.Split(filepath.ToSlash(path), "/")
	return slices.ContainsFunc(strings.Split(filepath.ToSlash(target), "/"), func(name string) bool {
		return strings.HasPrefix(name, ".") && name != "." && !strings.HasPrefix(name, "..") && !slices.Contains(given, name)
	})
}

// toRead does not wait for whoever writes into a pipe.
const toRead = os.O_RDONLY | syscall.O_NONBLOCK

// Absolute is a path as an absolute one.
func Absolute(dir, path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	path = filepath.Join(dir, path)
	if absolute, err := filepath.Abs(path); err == nil {
		return absolute
	}
	return path
}

// OpenBase opens the working directory, where the path is below it; name is the path from there, "." for the directory itself. The
// base is nil, and name absolute, where the path leaves it.
func OpenBase(dir, path string) (base *os.Root, name string, err error) {
	name, dir = Absolute(dir, path), Absolute(dir, "")
	if relative, err := filepath.Rel(dir, name); err == nil && filepath.IsLocal(relative) {
		base, err = os.OpenRoot(dir)
		return base, relative, err
	}
	return nil, name, nil
}

// Stat describes what a path leads to.
func Stat(dir, path string) (fs.FileInfo, error) {
	base, name, err := OpenBase(dir, path)
	if err != nil {
		return nil, err
	}
	if base == nil {
		return os.Stat(name)
	}
	defer base.Close()
	return base.Stat(name)
}

// Open opens a regular file. No link leads to a hidden one.
func Open(dir, path string) (*os.File, error) {
	if LeadsToHidden(Absolute(dir, ""), Absolute(dir, path)) {
		return nil, &fs.PathError{Op: "open", Path: path, Err: errHidden}
	}
	base, name, err := OpenBase(dir, path)
	if err != nil {
		return nil, err
	}
	if base == nil {
		return regular(os.OpenFile(name, toRead, 0))
	}
	defer base.Close()
	return regular(base.OpenFile(name, toRead, 0))
}

// OpenFolder opens a folder, out of which no link leads.
func OpenFolder(dir, path string) (*os.Root, error) {
	base, name, err := OpenBase(dir, path)
	if err != nil {
		return nil, err
	}
	if base == nil {
		return os.OpenRoot(name + string(filepath.Separator) + ".") // which is no pipe: opening one waits
	}
	defer base.Close()
	switch info, err := base.Stat(name); {
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("it is no folder")}
	}
	return base.OpenRoot(name)
}

// OpenInside opens a regular file of a folder; name has "/" between its parts.
func OpenInside(folder *os.Root, name string) (*os.File, error) {
	return regular(folder.OpenFile(filepath.FromSlash(name), toRead, 0))
}

// regular closes what is no regular file, whatever it was before it was opened.
func regular(f *os.File, err error) (*os.File, error) {
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: f.Name(), Err: errNotRegular}
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// Reason is an error of the file system without the path, which the message names already.
func Reason(err error) string {
	var pathError *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "it does not exist"
	case errors.Is(err, fs.ErrPermission):
		return "permission is denied"
	case errors.As(err, &pathError) && strings.Contains(pathError.Err.Error(), "escapes"):
		return "it is, or is behind, a link that leads out of the folder; name what it leads to instead"
	case errors.As(err, &pathError):
		return pathError.Err.Error()
	default:
		return err.Error()
	}
}
