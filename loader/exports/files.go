package exports

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"hybridlint/loader"
	"hybridlint/loader/exports/rows"
)

// exportFile is a file to read.
type exportFile struct {
	name string
	// size is in bytes, as far as it can be told before the file is read.
	size int64
	open func() (*os.File, error)
	// named says that it was given by its name, and not found in a folder.
	named bool
}

// extensions are those of exports. A file that is named is read whatever it is called.
var extensions = []string{".csv", ".tsv", ".json", ".xml", ".clixml", ".txt"}

// dataExtensions are those of files that hold data which cannot be read, with the way out.
var dataExtensions = map[string]string{
	".xlsx": wayOutOfExcel, ".xlsm": wayOutOfExcel, ".xlsb": wayOutOfExcel, ".xls": wayOutOfExcel, ".ods": wayOutOfExcel, ".numbers": wayOutOfExcel,
	".part": "The collection was interrupted before this file was whole. Run the collector again: it goes on where it stopped.",
	".ldf":  wayOutOfLDIF, ".ldif": wayOutOfLDIF,
	".mof": wayOutOfDSC, ".m365": wayOutOfDSC,
	".zip": wayOutOfArchive, ".gz": wayOutOfArchive, ".tgz": wayOutOfArchive, ".7z": wayOutOfArchive, ".rar": wayOutOfArchive, ".cab": wayOutOfArchive, ".bz2": wayOutOfArchive, ".xz": wayOutOfArchive,
	".mdb": wayOutOfDatabase, ".accdb": wayOutOfDatabase, ".sqlite": wayOutOfDatabase, ".db": wayOutOfDatabase, ".parquet": wayOutOfDatabase,
}

const (
	wayOutOfExcel    = "Save every sheet of the workbook as CSV UTF-8, or export again with Export-Csv."
	wayOutOfLDIF     = "Export again with csvde in place of ldifde, or with Get-ADUser and Export-Csv."
	wayOutOfDSC      = "Make a report of it that can be read: New-M365DSCReportFromConfiguration -Type JSON."
	wayOutOfArchive  = "Unpack it."
	wayOutOfDatabase = "Export its tables as CSV."
)

// notRead is why a file was not read; data says that it looks like data, so that something is missing without it.
type notRead struct {
	reason, wayOut string
	data           bool
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
	slices.SortStableFunc(files, func(a, b exportFile) int {
		return cmp.Or(cmp.Compare(a.name, b.name), compareBools(!a.named, !b.named))
	})
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
	return []exportFile{{im.nameOf(loader.Absolute(im.dir, given)), info.Size(), func() (*os.File, error) { return loader.Open(im.dir, given) }, true}}
}

// filesIn are the files below a folder, which is opened as a root, so that no link leads out. It is closed when none of its
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
		name := im.nameOf(filepath.Join(absolute, filepath.FromSlash(inside)))
		switch {
		case err != nil:
			return err
		case inside != "." && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		}
		info, unknown := root.Stat(filepath.FromSlash(inside))
		switch {
		case entry.Type()&fs.ModeSymlink != 0 && (unknown != nil || info.IsDir()):
			im.problem(Place{File: name}, "Link not followed", "%s is a link, and links are not followed out of a folder or to a folder. Name what it leads to as well.", name)
			return nil //nolint:nilerr // a link that leads nowhere is a problem, told above
		case unknown == nil && !info.Mode().IsRegular():
			im.problem(Place{File: name}, "Special file", "%s is no regular file.", name)
			return nil
		}
		size := int64(0)
		if unknown == nil {
			size = info.Size()
		}
		files = append(files, exportFile{name, size, func() (*os.File, error) { return loader.OpenInside(root, inside) }, false})
		return nil
	})
	if err != nil {
		im.problem(Place{}, "Unreadable path", "%q cannot be read: %s.", given, loader.Reason(err))
	}
	if len(files) == 0 && err == nil {
		im.problem(Place{}, "Nothing to import", "There is no file in %q.", given)
	}
	return files
}

// UnknownSideError is a path of --side that is none of the files that are read.
type UnknownSideError struct {
	Path, Nearest string
}

// Error implements error.
func (u *UnknownSideError) Error() string {
	text := fmt.Sprintf("--side names %s, and no file that is read is there or below it", u.Path)
	if u.Nearest != "" {
		text += "; did you mean " + u.Nearest + "?"
	}
	return text
}

// checkSides makes sure that every path of --side is one of the files.
func (im *importer) checkSides(files []exportFile) error {
	for i, g := range im.sides.given {
		if slices.ContainsFunc(files, func(f exportFile) bool { return g.covers(f.name) }) {
			continue
		}
		nearest, best := "", len(g.path)
		for _, f := range files {
			for candidate := f.name; candidate != "." && candidate != "/"; candidate = path.Dir(candidate) {
				if d := distance(candidate, g.path); d < best {
					nearest, best = candidate, d
				}
			}
		}
		return &UnknownSideError{im.sides.given[i].written, nearest}
	}
	return nil
}

// distance is how many characters have to be changed to make one text of another, of a bounded length.
func distance(a, b string) int {
	const longest = 512
	x, y := []rune(strings.ToLower(a[:min(len(a), longest)])), []rune(strings.ToLower(b[:min(len(b), longest)]))
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, c := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j, d := range y {
			cost := diagonal
			if c != d {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(y)]
}

// refused tells whether a file is not read because of its name or its beginning; nil where it is read.
func (im *importer) refused(f exportFile, file *os.File) *notRead {
	extension := strings.ToLower(path.Ext(f.name))
	if wayOut, data := dataExtensions[extension]; data {
		return &notRead{"the file holds data that cannot be read", wayOut, true}
	}
	head := make([]byte, 8<<10)
	n, _ := file.ReadAt(head, 0)
	head = head[:n]
	switch {
	case extension == ".ps1" || extension == ".psm1" || extension == ".psd1":
		if strings.Contains(string(head), "Import-DscResource") || strings.Contains(string(head), "Microsoft365DSC") {
			return &notRead{"this is a configuration of Microsoft365DSC, a script", wayOutOfDSC, true}
		}
		return &notRead{reason: "this is a script, and no export"}
	case f.named:
		return nil
	case extension == ".hcl":
		return &notRead{reason: "this is a configuration, which is a path of check, and no export"}
	case isLinkText(im.dir, f.name, head):
		return &notRead{"the file is a link that was checked out as a text, and what it leads to was not read", "Name what it leads to.", true}
	case slices.Contains(extensions, extension):
		if extension == ".txt" && im.isProse(head) {
			return &notRead{reason: "this is text, and no table"}
		}
		return nil
	case im.isExport(head):
		return &notRead{"the file looks like an export, and is not called so", "Give it the ending .csv, .json or .xml, or name it.", true}
	case hasInnerExtension(f.name):
		return &notRead{"the file looks like a copy of an export", "Give it the ending of an export, or remove it.", true}
	default:
		return &notRead{reason: "this is no export"}
	}
}

// hasInnerExtension tells names such as "mailboxes.csv.bak".
func hasInnerExtension(name string) bool {
	inner := path.Ext(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	return inner != ".txt" && slices.Contains(extensions, strings.ToLower(inner))
}

// isLinkText tells a link that Git wrote as a file, where the system has no links: the only line is the path that it leads to.
func isLinkText(dir, name string, head []byte) bool {
	text := string(head)
	if len(text) == 0 || len(text) > 1024 || strings.ContainsAny(text, "\r\n\x00:*?\"<>|,;") || !strings.Contains(text, "/") || !utf8.ValidString(text) {
		return false
	}
	_, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(path.Dir(name)), filepath.FromSlash(text)))
	return err == nil
}

// isExport tells whether a text begins as a known export does.
func (im *importer) isExport(head []byte) bool {
	decoded, _ := rows.Decode(strings.NewReader(string(head)))
	text := bufio.NewReaderSize(decoded, 16<<10)
	first, err := rows.FirstByte(text)
	if err != nil {
		return false
	}
	peeked, _ := text.Peek(text.Size())
	switch {
	case first == '<':
		return strings.Contains(string(peeked), "<Objs")
	case first == '[' || first == '{':
		return strings.Contains(string(peeked), `"`) && strings.Contains(string(peeked), ":")
	case rows.IsFormatList(text):
		return true
	}
	p, err := rows.SkipPreamble(text, im.kinds.isKnown)
	if err != nil {
		return false
	}
	line, _ := text.ReadString('\n')
	_, _, known := rows.HeaderOfKnown(line, im.kinds.isKnown)
	return known && p.Comma != 0
}

// isProse tells a text that is neither a known export nor a table: its lines do not have the same number of delimiters.
func (im *importer) isProse(head []byte) bool {
	if im.isExport(head) {
		return false
	}
	decoded, _ := rows.Decode(strings.NewReader(string(head)))
	all, _ := io.ReadAll(decoded)
	lines := slices.DeleteFunc(strings.Split(strings.ReplaceAll(string(all), "\r\n", "\n"), "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
	if len(lines) == 0 {
		return false // nobody knows what was exported
	}
	if len(lines) < 2 {
		return true
	}
	if strings.HasSuffix(strings.TrimSpace(lines[0]), ".") {
		return true
	}
	for _, delimiter := range rows.Delimiters {
		if slices.ContainsFunc(strings.Split(lines[0], string(delimiter)), func(cell string) bool { return len(strings.Fields(cell)) > 4 }) {
			continue // no names of columns
		}
		n := strings.Count(lines[0], string(delimiter))
		same := 0
		for _, l := range lines[:min(len(lines), 6)] {
			if strings.Count(l, string(delimiter)) == n {
				same++
			}
		}
		if n > 0 && same == min(len(lines), 6) {
			return false
		}
	}
	return true
}
