package exports_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"hybridlint/loader/exports"
	"hybridlint/testdata/organization"
)

// noFolder is a folder that nobody has imported into.
type noFolder struct{}

func (noFolder) Names() []string { return nil }

func (noFolder) Read(string) (string, error) { return "", fs.ErrNotExist }

// footprint is what an import of a folder allocates and what it holds when everything was read, in bytes.
func footprint(t *testing.T, folder string) (allocated, held uint64) {
	t.Helper()
	var before, read, written runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	c, problems, _ := exports.Import(t.Context(), exports.Options{Paths: []string{folder}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	runtime.GC()
	runtime.ReadMemStats(&read)
	if _, err := c.Write(noFolder{}, func(exports.Document) error { return nil }, nil); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&written)
	return written.TotalAlloc - before.TotalAlloc, read.HeapAlloc - before.HeapAlloc
}

func exportFolder(t *testing.T, mailboxes int) string {
	t.Helper()
	folder := t.TempDir()
	if err := organization.ExportFolder(folder, organization.Options{Mailboxes: mailboxes}, organization.CSV); err != nil {
		t.Fatal(err)
	}
	return folder
}

// TestGrowth: twice the organization costs about twice as much, and columns that nobody reads are not held.
func TestGrowth(t *testing.T) {
	const mailboxes = 1500
	footprint(t, exportFolder(t, 50)) // what is made once
	folder := exportFolder(t, mailboxes)
	allocated, held := footprint(t, folder)
	twice, heldTwice := footprint(t, exportFolder(t, 2*mailboxes))
	if ratio := float64(twice) / float64(allocated); ratio > 2.4 {
		t.Errorf("twice the mailboxes allocate %.2f times as much: %d and %d bytes", ratio, allocated, twice)
	}
	if ratio := float64(heldTwice) / float64(held); ratio > 2.4 {
		t.Errorf("twice the mailboxes hold %.2f times as much: %d and %d bytes", ratio, held, heldTwice)
	}
	if perMailbox := held / mailboxes; perMailbox > 6000 {
		t.Errorf("%d bytes are held for a mailbox with its permissions", perMailbox)
	}
	t.Logf("%d bytes are held and %d allocated for a mailbox with its permissions", held/mailboxes, allocated/mailboxes)
	wider(t, folder)
	if _, wide := footprint(t, folder); float64(wide) > 1.1*float64(held) {
		t.Errorf("with columns that nobody reads %d bytes are held, without them %d", wide, held)
	}
}

// wider adds columns to every file of a folder.
func wider(t *testing.T, folder string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		extra := bytes.Repeat([]byte(",\"what nobody has ever asked for\""), 50)
		return os.WriteFile(file, bytes.ReplaceAll(text, []byte("\r\n"), append(extra, "\r\n"...)), 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
}
