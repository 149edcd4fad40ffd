// Package organization makes configurations for tests and benchmarks: Generate large ones, as the administrator of a hybrid
// Exchange organization would recognise them, and Random small and nasty ones. What it makes always loads without a
// problem, and the same seed gives the same bytes.
//
// It does not import the loader, so that the loader's own tests can use it.
package organization

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Shape is how a configuration is cut into files. The blocks are the same in every shape.
type Shape uint8

// The shapes.
const (
	// FewFiles is eight files with everything about recipients, as an import writes them, and one about the organization.
	FewFiles Shape = iota
	// ManyFiles is up to Options.Files small files, as people keep them who review every change.
	ManyFiles
	// SingleFile is one file.
	SingleFile
)

// Upkeep is how well an organization is looked after.
type Upkeep uint8

// The kinds of upkeep.
const (
	// Neglected has findings of all families, about one for five grants. It is what benchmarks run on.
	Neglected Upkeep = iota
	// Maintained is an export of an organization whose administrators know their trade, in the middle of its migration.
	Maintained
)

// Options describe an organization.
type Options struct {
	// Seed tells organizations with the same options apart.
	Seed uint64
	// Mailboxes is their number; groups, contacts and accounts come on top.
	Mailboxes int
	// GrantsPerMailbox is the average number of permissions on a mailbox; 0 is 5. A list of delegates counts each of them.
	GrantsPerMailbox int
	Shape            Shape
	Upkeep           Upkeep
	// Files bounds the number of files of ManyFiles; 0 is 5,000.
	Files int
}

const (
	defaultGrants = 5
	defaultFiles  = 5000
	fewFiles      = 8
)

// Create opens a new file of a configuration; name is relative, with "/", and ends with ".hcl".
type Create func(name string) (io.WriteCloser, error)

// Generate writes an organization, file by file. It holds a few bytes per mailbox and one mailbox's blocks at a time. The
// errors are those of the files.
func Generate(o Options, create Create) error {
	p := newPlan(o)
	f := &files{create: create, text: &text{}}
	f.next("organization.hcl")
	p.writeOrganization(f.text)
	if p.Shape == SingleFile {
		p.writeMailboxes(f, 0, p.Mailboxes)
	} else {
		p.writeParts(f)
	}
	return f.finish()
}

// WriteFolder generates an organization into a folder, which is made where there is none.
func WriteFolder(folder string, o Options) error {
	return Generate(o, func(name string) (io.WriteCloser, error) {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, err
		}
		return os.Create(path)
	})
}

// Write generates an organization as one text, whatever its shape.
func Write(w io.Writer, o Options) error {
	o.Shape = SingleFile
	return Generate(o, func(string) (io.WriteCloser, error) { return open{w}, nil })
}

// open leaves closing to whoever opened.
type open struct{ io.Writer }

func (open) Close() error { return nil }

// writeParts spreads the mailboxes evenly over the files.
func (p *plan) writeParts(f *files) {
	parts := min(fewFiles, p.Mailboxes)
	name := func(part int) string { return fmt.Sprintf("part-%d.hcl", part+1) }
	if p.Shape == ManyFiles {
		parts = min(p.Files, p.Mailboxes)
		name = func(part int) string {
			from, _ := p.stretch(part, parts)
			return fmt.Sprintf("%s/%05d.hcl", p.department(from/teamSize), part)
		}
	}
	for part := range parts {
		f.next(name(part))
		from, to := p.stretch(part, parts)
		p.writeMailboxes(f, from, to)
	}
}

// writeMailboxes writes each mailbox with what stands beside it and with the permissions on it.
func (p *plan) writeMailboxes(f *files, from, to int) {
	for id := from; id < to; id++ {
		p.writeRecipients(f.text, id)
		p.writePermissions(f.text, id)
		f.flush(flushAt)
	}
}

func (p *plan) stretch(part, parts int) (from, to int) {
	return part * p.Mailboxes / parts, (part + 1) * p.Mailboxes / parts
}

// files writes one file after the other and keeps the first error.
type files struct {
	*text
	create Create
	file   io.WriteCloser
	err    error
}

// flushAt bounds what is held of a file.
const flushAt = 1 << 18

func (f *files) next(name string) {
	f.closeFile()
	if f.err == nil {
		f.file, f.err = f.create(name)
	}
}

// flush writes what there is, when it is much.
func (f *files) flush(atLeast int) {
	if len(f.b) < atLeast {
		return
	}
	if f.err == nil {
		_, f.err = f.file.Write(f.b)
	}
	f.b = f.b[:0]
}

func (f *files) closeFile() {
	if f.file == nil {
		return
	}
	f.flush(0)
	if err := f.file.Close(); f.err == nil {
		f.err = err
	}
	f.file = nil
}

func (f *files) finish() error {
	f.closeFile()
	return f.err
}
