package main

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hybridlint/loader"
)

var errIsLink = errors.New("it is a link, and nothing is written through one; name the file itself")

func onStandardOutput(output string) bool { return output == "" || output == "-" }

// write writes a report to standard output or to a file.
func (p *program) write(output string, content func(io.Writer) error) error {
	if onStandardOutput(output) {
		return content(p.stdout)
	}
	if isDevice(output) {
		return writeDevice(output, content)
	}
	folder, name, err := folderOf(p.directory, output)
	if err != nil {
		return err
	}
	defer folder.Close()
	if info, err := folder.Lstat(name); err == nil && info.Mode()&fs.ModeNamedPipe != 0 {
		return writeTo(content)(folder.OpenFile(name, os.O_WRONLY, 0)) // nobody waits for whoever reads it
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	return writeFile(folder, name, content)
}

// folderOf opens the folder that a file is to be written into, out of which no link leads; name is that of the file from there.
func folderOf(dir, file string) (folder *os.Root, name string, err error) {
	folder, name, err = loader.OpenBase(dir, file)
	if err != nil || folder != nil {
		return folder, name, err
	}
	folder, err = os.OpenRoot(filepath.Dir(name))
	return folder, filepath.Base(name), err
}

// isDevice tells absolute names that stand for no file: /dev/null, and what the program was started with, wherever that leads:
// /dev/stderr, /dev/fd/3.
func isDevice(output string) bool {
	name := filepath.Clean(output)
	switch {
	case name == os.DevNull || name == "/dev/stdout" || name == "/dev/stderr" || strings.HasPrefix(name, "/dev/fd/") || strings.HasPrefix(name, "/proc/self/fd/"):
		return true
	case !filepath.IsAbs(name):
		return false
	}
	info, err := os.Lstat(name)
	return err == nil && info.Mode()&fs.ModeDevice != 0
}

// writeDevice writes to what is no file, and behind what is there already.
func writeDevice(name string, content func(io.Writer) error) error {
	return writeTo(content)(os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0))
}

// writeTo writes to what has been opened, and closes it.
func writeTo(content func(io.Writer) error) func(*os.File, error) error {
	return func(f *os.File, err error) error {
		if err != nil {
			return err
		}
		return errors.Join(content(f), f.Close())
	}
}

// writeFile writes a file so that a reader finds either what was there before or everything, never a part.
func writeFile(folder *os.Root, name string, content func(io.Writer) error) error {
	before, err := folder.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return replaceFile(folder, name, nil, content)
	case err != nil:
		return err
	case before.IsDir():
		err = errors.New("it is a folder")
	case before.Mode()&fs.ModeSymlink != 0:
		err = errIsLink
	case !before.Mode().IsRegular():
		err = errors.New("it is no regular file")
	default:
		return replaceFile(folder, name, before, content)
	}
	return &fs.PathError{Op: "write", Path: name, Err: err}
}

// replaceFile writes beside the file and then takes its place, be that a link by then. The permissions stay what they were before.
func replaceFile(folder *os.Root, name string, before fs.FileInfo, content func(io.Writer) error) error {
	aside := filepath.Join(filepath.Dir(name), ".hybridlint-"+rand.Text())
	err := writeAside(folder, aside, before, content)
	if err == nil {
		err = folder.Rename(aside, name)
	}
	if err != nil {
		if removed := folder.Remove(aside); !errors.Is(removed, fs.ErrNotExist) {
			err = errors.Join(err, removed)
		}
	}
	return err
}

func writeAside(folder *os.Root, name string, before fs.FileInfo, content func(io.Writer) error) (err error) {
	f, err := folder.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := content(f); err != nil {
		return err
	}
	if before != nil {
		if err := f.Chmod(before.Mode().Perm()); err != nil {
			return err
		}
	}
	return f.Sync()
}
