package exports

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"hybridlint/loader"
	"hybridlint/loader/exports/rows"
	"hybridlint/loader/model"
	"hybridlint/report"
)

// Options say what to import.
type Options struct {
	// Paths are files and folders. In a folder, files are read whose names end in .csv, .txt, .tsv, .json, .xml or .clixml, and
	// the others are told.
	Paths []string
	// Dir is the working directory; empty is the current one. File names are relative to it.
	Dir string
	// Sides say where files come from that do not tell.
	Sides []SideOf
	// Begin is told how many bytes there are to read, before any of them is; nil tells nobody.
	Begin func(size int64)
	// Progress is told now and then how many bytes of how many have been read since it was told last; nil tells nobody.
	Progress func(read, total int64)
}

// Import reads exports and joins them. The configuration is never nil and holds what was understood; the problems say what
// could not be read at all, and how to export again. Files and rows come in any order and give the same configuration. The error
// is an UnknownSideError: then nothing was read.
func Import(ctx context.Context, o Options) (*Configuration, []report.Problem, error) {
	im := newImporter(o)
	files := im.find()
	if err := im.checkSides(files); err != nil && len(im.problems) == 0 {
		return im.join(), nil, err
	}
	for _, f := range files {
		im.size += f.size
	}
	if o.Begin != nil {
		o.Begin(im.size)
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
	return im.join(), im.sortedProblems(), nil
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

	records []fileRecord
	// dateOrders are the orders of day and month that columns prove.
	dateOrders map[dateColumn]dateOrder
	remarks    []string

	// size is that of all files, in bytes.
	size        int64
	fileSides   []fileSide
	sightings   []*sighting
	entries     chunks[entry]
	attachments chunks[attachment]
	memberships chunks[membership]
	folders     map[string]*folderFact
	batches     map[string]*batchFact
	org         *organization
	// seen are the sides whose permissions of a kind were exported.
	seen     map[exportedPermission]bool
	lastSeen exportedPermission
	// reported are the mailboxes that permission reports name.
	reported    map[string]bool
	lastMailbox string
	// lostColumns are the columns of the current file whose loss has been reported.
	lostColumns map[string]bool
	unknownSeen bool
	// sideless are the files of which it has been reported that they do not tell their side.
	sideless map[int32]bool
	// leftOut are the recipients of types that the language does not have, by name, with the reason.
	leftOut map[string]leftOut
	// collected is what the collector script says of itself.
	collected collection
}

// leftOut is why a recipient is not in the configuration; lost says that the row about it was not understood.
type leftOut struct {
	reason string
	lost   bool
}

// exportedPermission is a kind of permission on a side, or in a file whose side is not known yet.
type exportedPermission struct {
	permission model.Permission
	side       side
	file       int32
}

func newImporter(o Options) *importer {
	return &importer{options: o, sides: newSides(workingDirectory(o.Dir), o.Sides), kinds: newKnown(), names: newNames(), directory: newDirectory(), lines: newLines(), folders: map[string]*folderFact{}, batches: map[string]*batchFact{}, org: newOrganization(),
		seen: map[exportedPermission]bool{}, reported: map[string]bool{}, sideless: map[int32]bool{}, dateOrders: map[dateColumn]dateOrder{}, leftOut: map[string]leftOut{}}
}

// workingDirectory is the absolute path of the working directory, as far as it is known.
func workingDirectory(dir string) string {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return dir
	}
	return absolute
}

// exported notes that a side's permissions of a kind are in a file.
func (im *importer) exported(p model.Permission, s side, file int32) {
	if s != anySide && s < firstDomain {
		file = 0
	}
	if e := (exportedPermission{p, s, file}); e != im.lastSeen {
		im.seen[e], im.lastSeen = true, e
	}
}

func (im *importer) problem(at Place, summary, detail string, args ...any) {
	im.problems = append(im.problems, report.Problem{Severity: report.Error, Summary: summary, Detail: shortened(fmt.Sprintf(detail, args...)), Location: at.Location()})
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
	im.beginFile(f.name)
	file, err := f.open()
	if err != nil {
		im.problem(Place{File: f.name}, "Unreadable file", "The file cannot be read: %s.", loader.Reason(err))
		im.record().notRead = &notRead{reason: "it cannot be opened", data: true}
		return
	}
	defer file.Close()
	if refused := im.refused(f, file); refused != nil {
		im.record().notRead = refused
		if f.named {
			refused.data = true
		}
		if refused.data {
			im.problem(Place{File: f.name}, "File not read", "%s: %s. %s", f.name, refused.reason, refused.wayOut)
		}
		return
	}
	im.lines.note(f, file)
	var text io.Reader = interruptible{ctx, file}
	if im.options.Progress != nil {
		text = progressReader{text, im.size, im.options.Progress}
	}
	im.readFrom(text, f)
}

// readFrom reads the rows of the current file.
func (im *importer) readFrom(text io.Reader, f exportFile) {
	err := rows.Read(text, im.sink())
	record := im.record()
	switch {
	case errors.Is(err, rows.ErrEmpty):
		im.lose(im.fileRow(1), err.Error(), "a file without content")
	case err != nil:
		at := Place{File: f.name}
		if placed, ok := errors.AsType[*rows.LineError](err); ok {
			at.Line = placed.Line
		}
		record.notRead = &notRead{reason: "it cannot be read to its end", data: true}
		im.problem(at, "Unreadable export", "The file cannot be read as an export from here on: %v. What was read before is used.%s", err, wayOut)
	case record.rows == defaultResultSize:
		im.remarks = append(im.remarks, fmt.Sprintf("%s has exactly %d rows, which is what cmdlets give by default. If there are more, export again with -ResultSize Unlimited.", f.name, defaultResultSize))
	}
}

// defaultResultSize is how many rows cmdlets of Exchange give where nobody asks for more.
const defaultResultSize = 1000

// wayOut says how to export what can be read.
const wayOut = " Export again with Export-Csv -Encoding UTF8, ConvertTo-Json or Export-Clixml."

// beginFile begins the rows of a file.
func (im *importer) beginFile(name string) {
	im.addFile(name)
	im.fileSides = append(im.fileSides, fileSide{given: im.sides.givenFor(name), last: anySide})
	im.records = append(im.records, fileRecord{})
	im.lastMailbox, im.unknownSeen, im.lostColumns = "", false, map[string]bool{}
}

func (im *importer) record() *fileRecord { return &im.records[len(im.records)-1] }

// sink takes the rows of the current file.
func (im *importer) sink() rows.Sink {
	return rows.Sink{Row: im.readRow, Known: im.kinds.isKnown, Heading: isColumn, Empty: im.emptyTable, Cut: im.cutFile, Ansi: im.remarkEncoding}
}

// fileRow is a row of its own for what is said of a whole file.
func (im *importer) fileRow(line int) rowRef {
	return im.add(&rows.Row{Span: rows.Span{Line: line, Column: 1}}, "file")
}

func (im *importer) cutFile(at rows.Span, what, reason string) {
	im.lose(im.add(&rows.Row{Span: at}, "file"), reason, what)
}

func (im *importer) remarkEncoding() {
	im.remarks = append(im.remarks, fmt.Sprintf("%s is in no encoding of Unicode and was read as Windows-1252. Where names look wrong, export again with -Encoding UTF8.", im.files[len(im.files)-1]))
}

// emptyTable reads a table without rows: it says that there is nothing.
func (im *importer) emptyTable(row *rows.Row) {
	k := im.kinds.of(row)
	if k == nil {
		im.unknownTable(row)
		return
	}
	file := int32(len(im.files) - 1)
	im.record().kind(k.name)
	for _, p := range k.exportsOf(row) {
		im.exported(p, im.sideOfRow(row, k, file), file)
	}
}

// readRow reads one row of the current file.
func (im *importer) readRow(row *rows.Row) {
	file := int32(len(im.files) - 1)
	record := im.record()
	record.rows++
	if name := row.Text("resourcename"); name != "" && row.Type == "" {
		row.Type = dscType + name
	}
	k := im.kinds.of(row)
	if k == nil {
		im.unknownRow(row)
		return
	}
	record.kind(k.name)
	r := &im.current
	*r = reading{importer: im, row: im.add(row, k.name), file: file}
	if row.Broken != nil {
		im.lose(r.row, brokenRow, row.Broken.Error())
		return
	}
	if reason := rows.GoneReason(row); reason != "" {
		r.leaveOut(row, r.namesOf(row), reason, false)
		return
	}
	r.side = im.sideOfRow(row, k, file)
	for _, p := range k.exportsOf(row) {
		im.exported(p, r.side, file)
	}
	k.read(r, row)
}

// sideOfRow is the side of a row as far as the row, the path of its file and its kind tell.
func (im *importer) sideOfRow(row *rows.Row, k *kind, file int32) side {
	f := &im.fileSides[file]
	told := im.sides.sideOf(row)
	if name, guessed, isDomain := im.sides.domainOf(told); isDomain && !guessed {
		im.sides.prove(name, f.given)
	}
	switch {
	case told == cloud || told > onPremises && told < firstDomain:
	case f.given != anySide:
		told = f.given
	case told == anySide && k.side == onPremises && im.sides.fallback.onPrem():
		told = im.sides.fallback
	case told == anySide:
		told = k.side
	}
	f.tell(told)
	return told
}

// unknownRow reports, once per file, an export that is none of a known kind.
func (im *importer) unknownRow(row *rows.Row) {
	im.settle(im.add(row, "unknown"), notUnderstood, "the export is none of a known kind")
	im.unknownTable(row)
}

// unknownTable reports, once per file, columns that are those of no known export.
func (im *importer) unknownTable(row *rows.Row) {
	if im.unknownSeen {
		return
	}
	im.unknownSeen = true
	im.record().notRead = &notRead{reason: "no cmdlet or report is known that has its columns", data: true}
	near := ""
	if name, missing := im.kinds.nearest(row); name != "" {
		near = fmt.Sprintf(" The nearest known export is %s, which also has %s.", name, strings.Join(missing, ", "))
		if len(missing) == 0 {
			near = fmt.Sprintf(" The nearest known export is %s.", name)
		}
	}
	im.problem(Place{im.files[len(im.files)-1], row.Span}, "Unknown export", "No cmdlet or report is known that has the columns %s.%s", columnsSeen(row), near)
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
	im.problem(Place{im.files[len(im.files)-1], rows.Span{Line: line}}, "Values lost in the export", "The column %s holds %q in place of values. %s", column, text, rows.Remedy(text, column))
}
