package exports

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hybridlint/loader"
	"hybridlint/report"
)

// Options say what to import.
type Options struct {
	// Paths are files and folders. In a folder, files are taken whose names end in .csv, .txt, .tsv, .json, .xml or .clixml.
	Paths []string
	// Dir is the working directory; empty is the current one. File names are relative to it.
	Dir string
	// Sides say where files come from that do not tell.
	Sides []SideOf
	// Progress is told now and then how many bytes of how many have been read since it was told last; nil tells nobody.
	Progress func(read, total int64)
}

// Import reads exports and joins them. The configuration is never nil and holds what was understood; the problems say what
// could not be read at all, and how to export again. Files and rows come in any order and give the same configuration.
func Import(ctx context.Context, o Options) (*Configuration, []report.Problem) {
	im := newImporter(o)
	files := im.find()
	for _, f := range files {
		im.size += f.size
	}
	for _, f := range files {
		if ctx.Err() != nil {
			im.problem(Place{}, "Interrupted", "Reading was interrupted before every file was read.")
			break
		}
		im.readFile(ctx, f)
	}
	if ctx.Err() == nil {
		im.compareManifests()
	}
	return im.join(), im.sortedProblems()
}

// importer holds the facts of all files.
type importer struct {
	options  Options
	dir      string
	sides    *sides
	kinds    *known
	problems []report.Problem
	ledger
	*names
	directory *directory
	lines     *Lines
	// current is the row that is being read.
	current reading

	// size is that of all files, in bytes.
	size        int64
	fileSides   []side // what a file told of itself somewhere
	sightings   []*sighting
	entries     chunks[entry]
	attachments chunks[attachment]
	memberships chunks[membership]
	folders     map[string]*folderFact
	batches     map[string]*batchFact
	org         *organization
	// seen are the sides whose permissions of a kind were exported.
	seen map[exportedPermission]bool
	// reported are the mailboxes that permission reports name.
	reported    map[string]bool
	lastMailbox string
	// lostColumns are the columns of the current file whose loss has been reported.
	lostColumns map[string]bool
	unknownSeen bool
	// sideless are the files of which it has been reported that they do not tell their side.
	sideless map[int32]bool
	// leftOut are the recipients of types that the language does not have, by name, with the reason.
	leftOut map[string]string
	// collected is what the collector script says of itself.
	collected collection
}

// exportedPermission is a kind of permission on a side, or in a file whose side is not known yet.
type exportedPermission struct {
	permission loader.Permission
	side       side
	file       int32
}

func newImporter(o Options) *importer {
	return &importer{options: o, sides: newSides(o.Sides), kinds: newKnown(), names: newNames(), directory: newDirectory(), lines: newLines(), folders: map[string]*folderFact{}, batches: map[string]*batchFact{}, org: newOrganization(),
		seen: map[exportedPermission]bool{}, reported: map[string]bool{}, sideless: map[int32]bool{}, leftOut: map[string]string{}}
}

// exported notes that a side's permissions of a kind are in a file.
func (im *importer) exported(p loader.Permission, s side, file int32) {
	if s != anySide {
		file = 0
	}
	im.seen[exportedPermission{p, s, file}] = true
}

func (im *importer) problem(at Place, summary, detail string, args ...any) {
	im.problems = append(im.problems, report.Problem{Severity: report.Error, Summary: summary, Detail: shortened(fmt.Sprintf(detail, args...)), Location: at.location()})
}

// shortened is the beginning of a text that repeats what somebody has made too long to be read.
func shortened(text string) string {
	const most = 4000
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + " …"
}

func (im *importer) sortedProblems() []report.Problem {
	slices.SortStableFunc(im.problems, func(a, b report.Problem) int {
		return cmp.Or(a.Location.Compare(b.Location), cmp.Compare(a.Summary, b.Summary), cmp.Compare(a.Detail, b.Detail))
	})
	return im.problems
}

// extensions are those of exports, for folders; a file that is named is read whatever it is called.
var extensions = []string{".csv", ".txt", ".tsv", ".json", ".xml", ".clixml"}

// exportFile is a file to read.
type exportFile struct {
	name string
	// size is in bytes, as far as it can be told before the file is read.
	size int64
	open func() (*os.File, error)
}

// find gives the files in the order of their names, each once.
func (im *importer) find() []exportFile {
	dir, err := filepath.Abs(im.options.Dir)
	if err != nil {
		im.problem(Place{}, "Unusable working directory", "The working directory cannot be used: %v.", err)
		return nil
	}
	im.dir = dir
	var files []exportFile
	for _, given := range im.options.Paths {
		files = append(files, im.filesAt(given)...)
	}
	slices.SortStableFunc(files, func(a, b exportFile) int { return cmp.Compare(a.name, b.name) })
	return slices.CompactFunc(files, func(a, b exportFile) bool { return a.name == b.name })
}

func (im *importer) nameOf(absolute string) string {
	relative, err := filepath.Rel(im.dir, absolute)
	if err != nil {
		relative = absolute
	}
	return filepath.ToSlash(relative)
}

func (im *importer) filesAt(given string) []exportFile {
	info, err := loader.Stat(im.dir, given)
	switch {
	case err != nil:
		im.problem(Place{}, "Unreadable path", "%q cannot be read: %s.", given, loader.Reason(err))
		return nil
	case info.IsDir():
		return im.filesIn(given)
	case !info.Mode().IsRegular():
		im.problem(Place{}, "Special file", "%q is no regular file.", given)
		return nil
	}
	return []exportFile{{im.nameOf(loader.Absolute(im.dir, given)), info.Size(), func() (*os.File, error) { return loader.Open(im.dir, given) }}}
}

// filesIn are the exports below a folder, which is opened as a root, so that no link leads out. It is closed when none of its
// files can be asked for any more.
func (im *importer) filesIn(given string) []exportFile {
	root, err := loader.OpenFolder(im.dir, given)
	if err != nil {
		im.problem(Place{}, "Unreadable path", "%q cannot be read: %s.", given, loader.Reason(err))
		return nil
	}
	absolute := loader.Absolute(im.dir, given)
	var files []exportFile
	err = fs.WalkDir(root.FS(), ".", func(inside string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case inside != "." && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir() && slices.Contains(extensions, strings.ToLower(path.Ext(entry.Name()))):
			name := im.nameOf(filepath.Join(absolute, filepath.FromSlash(inside)))
			size := int64(0)
			if info, err := root.Stat(filepath.FromSlash(inside)); err == nil {
				size = info.Size()
			}
			files = append(files, exportFile{name, size, func() (*os.File, error) { return loader.OpenInside(root, inside) }})
		}
		return nil
	})
	if err != nil {
		im.problem(Place{}, "Unreadable path", "%q cannot be read: %s.", given, loader.Reason(err))
	}
	if len(files) == 0 && err == nil {
		im.problem(Place{}, "Nothing to import", "There is no file in %q whose name ends in %s.", given, strings.Join(extensions, ", "))
	}
	return files
}

// interruptible is read until somebody has had enough.
type interruptible struct {
	ctx context.Context
	io.Reader
}

// Read implements io.Reader.
func (i interruptible) Read(b []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.Reader.Read(b)
}

// progressReader tells how much is read through it.
type progressReader struct {
	io.Reader
	total int64
	tell  func(read, total int64)
}

// Read implements io.Reader.
func (p progressReader) Read(b []byte) (int, error) {
	n, err := p.Reader.Read(b)
	p.tell(int64(n), p.total)
	return n, err
}

func (im *importer) readFile(ctx context.Context, f exportFile) {
	im.addFile(f.name)
	im.fileSides = append(im.fileSides, im.sides.givenFor(f.name))
	im.lastMailbox, im.unknownSeen, im.lostColumns = "", false, map[string]bool{}
	file, err := f.open()
	if err != nil {
		im.problem(Place{File: f.name}, "Unreadable file", "The file cannot be read: %s.", loader.Reason(err))
		return
	}
	defer file.Close()
	im.lines.note(f, file)
	var text io.Reader = interruptible{ctx, file}
	if im.options.Progress != nil {
		text = progressReader{text, im.size, im.options.Progress}
	}
	if err := readRows(text, im.readRow); err != nil {
		at := Place{File: f.name}
		if placed, ok := errors.AsType[*lineError](err); ok {
			at.Line = placed.line
		}
		im.problem(at, "Unreadable export", "The file cannot be read as an export from here on: %v. What was read before is used.", err)
	}
}

// readRow reads one row of the current file.
func (im *importer) readRow(row *Row) {
	file := int32(len(im.files) - 1)
	k := im.kinds.of(row)
	if k == nil {
		im.unknownRow(row)
		return
	}
	r := &im.current
	*r = reading{importer: im, row: im.add(row, k.name), file: file}
	if row.Broken != nil {
		im.lose(r.row, brokenRow, row.Broken.Error())
		return
	}
	r.side = im.sideOfRow(row, k, file)
	k.read(r, row)
}

// sideOfRow is the side of a row as far as the row, its file and its kind tell.
func (im *importer) sideOfRow(row *Row, k *kind, file int32) side {
	given := im.sides.givenFor(im.files[file])
	told := im.sides.sideOf(row)
	switch {
	case told > onPremises || told == cloud:
	case given != anySide:
		told = given
	case told == anySide && k.side == onPremises && im.sides.fallback.onPrem():
		told = im.sides.fallback
	case told == anySide:
		told = k.side
	}
	if told != anySide {
		im.fileSides[file] = told
	}
	return told
}

// unknownRow reports, once per file, an export of which nobody knows what it is.
func (im *importer) unknownRow(row *Row) {
	r := im.add(row, "unknown")
	reason := "nobody knows what this is an export of"
	im.settle(r, notUnderstood, reason)
	if im.unknownSeen {
		return
	}
	im.unknownSeen = true
	near := ""
	if name, missing := im.kinds.nearest(row); name != "" {
		near = fmt.Sprintf(" The nearest known export is %s, which also has %s.", name, strings.Join(missing, ", "))
		if len(missing) == 0 {
			near = fmt.Sprintf(" The nearest known export is %s.", name)
		}
	}
	im.problem(Place{im.files[len(im.files)-1], row.span}, "Unknown export", "No cmdlet or report is known that has the columns %s.%s", columnsSeen(row), near)
}

// sideUnknown reports, once per file, that nobody knows where it is from.
func (im *importer) sideUnknown(file int32) {
	if im.sideless[file] {
		return
	}
	im.sideless[file] = true
	name := im.files[file]
	im.problem(Place{File: name}, "Unknown side",
		"The file does not tell whether it is from Exchange Online or from a forest. Say so: --side %s=cloud, or --side %s=NAME with the name of the forest.", name, name)
}

// lostColumn reports, once per file and column, values that were lost before they came here.
func (im *importer) lostColumn(column, text string, line int) {
	if im.lostColumns[column] {
		return
	}
	im.lostColumns[column] = true
	im.problem(Place{im.files[len(im.files)-1], span{Line: line}}, "Values lost in the export", "The column %s holds %q in place of values. %s", column, text, remedy(text, column))
}
