package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// replaceFile writes beside the file and then takes its place. renameio does not support Windows, where a rename over an
// open file fails instead of being atomic for its readers.
func replaceFile(file string, content func(io.Writer) error) (err error) {
	pending, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+"*")
	if err != nil {
		return err
	}
	err = content(pending)
	if err = errors.Join(err, pending.Close()); err == nil {
		err = os.Rename(pending.Name(), file)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(pending.Name()))
	}
	return err
}
