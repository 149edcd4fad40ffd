package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

func onStandardOutput(output string) bool { return output == "" || output == "-" }

// write writes a report to standard output or to a file.
func (p *program) write(output string, content func(io.Writer) error) error {
	if onStandardOutput(output) {
		return content(p.stdout)
	}
	file, whole, err := destination(p.inDirectory(output))
	switch {
	case err != nil:
		return err
	case !whole:
		return writeDirectly(file, content)
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	return replaceFile(file, content)
}

// writeFile writes a file so that a reader finds either what was there before or everything, never a part. What is not a
// regular file, a pipe or /dev/stderr, is written to as it is.
func writeFile(file string, content func(io.Writer) error) error {
	file, whole, err := destination(file)
	switch {
	case err != nil:
		return err
	case !whole:
		return writeDirectly(file, content)
	default:
		return replaceFile(file, content)
	}
}

// destination is the file to write to, and whether to write it as a whole.
func destination(file string) (_ string, whole bool, err error) {
	switch info, err := os.Stat(file); {
	case err == nil && info.IsDir():
		return "", false, &fs.PathError{Op: "write", Path: file, Err: errors.New("is a folder")}
	case err == nil && !info.Mode().IsRegular():
		return file, false, nil
	case err == nil:
		// The file that a link leads to is replaced, not the link.
		file, err = filepath.EvalSymlinks(file)
		return file, true, err
	default:
		return file, true, nil
	}
}

func writeDirectly(file string, content func(io.Writer) error) (err error) {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return content(f)
}
