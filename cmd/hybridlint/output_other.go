//go:build !windows

package main

import (
	"errors"
	"io"

	"github.com/google/renameio/v2"
)

// replaceFile writes beside the file and then takes its place.
func replaceFile(file string, content func(io.Writer) error) (err error) {
	pending, err := renameio.NewPendingFile(file, renameio.WithPermissions(0o644), renameio.WithExistingPermissions())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, pending.Cleanup()) }()
	if err := content(pending); err != nil {
		return err
	}
	return pending.CloseAtomicallyReplace()
}
