package loader

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"hybridlint/loader/limits"
	"hybridlint/loader/sources"
	"hybridlint/loader/syntax"
	"hybridlint/report"
)

const (
	// standardInput is the path and the name of standard input.
	standardInput = "-"
	extension     = ".hcl"
)

// input is one text to be read.
type input struct {
	// name is what reports call it.
	name string
	open func() (sources.Text, error)
	// size is about how large it is; 0 where nobody knows.
	size int64
	// origin is that of a document.
	origin func(line int) report.Location
	// identity is the same for two paths to the same file.
	identity string
}

// finder turns paths into inputs.
type finder struct {
	dir      string // absolute
	left     exclusions
	files    fileSystem
	stdin    io.Reader
	limits   limits.Limits
	inputs   []input
	problems []report.Problem
}

// find gives the inputs in the order of their names, each once, what walks have left out, and what is wrong with the paths.
func find(o Options) ([]input, []report.Exclusion, []report.Problem) {
	f := &finder{stdin: o.Stdin, limits: o.Limits.WithDefaults()}
	if err := f.prepare(o); err != nil {
		return nil, nil, []report.Problem{pathProblem("Unusable working directory", "The working directory cannot be used: %v.", err)}
	}
	for _, d := range o.Documents {
		f.inputs = append(f.inputs, input{name: d.Name, identity: "document " + d.Name, size: int64(len(d.Text)), open: d.open, origin: d.Origin})
	}
	if len(o.Paths) == 0 && len(o.Documents) == 0 {
		f.problem("No path", "Name the files or folders to check.")
	}
	for _, p := range o.Paths {
		f.add(p)
	}
	inputs := f.unique()
	left := f.left.counts(inputs)
	return f.few(inputs), left, f.problems
}

func (d Document) open() (sources.Text, error) {
	if d.Open != nil {
		return sources.InMemory(bytes.NewReader(d.Open())), nil
	}
	return sources.InMemory(strings.NewReader(d.Text)), nil
}

func (f *finder) prepare(o Options) error {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return err
	}
	f.dir, f.files = dir, fileSystemOf(dir, o.Tree)
	f.left = exclusions{given: o.Exclude, cases: slices.Sorted(slices.Values(o.Cases)), leftOut: map[string]int{}}
	for i, pattern := range o.Exclude {
		parsed, err := ParsePattern(pattern)
		if err != nil {
			f.problem("Wrong pattern", "What is excluded is not known: %s.", err)
			continue
		}
		f.left.patterns = append(f.left.patterns, exclusion{parsed, i})
	}
	return nil
}

func (f *finder) problem(summary, detail string, args ...any) {
	f.problems = append(f.problems, pathProblem(summary, detail, args...))
}

func (f *finder) unique() []input {
	slices.SortStableFunc(f.inputs, func(a, b input) int { return cmp.Compare(a.name, b.name) })
	seen := map[string]bool{}
	return slices.DeleteFunc(f.inputs, func(i input) bool {
		twice := seen[i.identity]
		seen[i.identity] = true
		return twice
	})
}

// few gives the inputs if there are not too many, and they are not too large together. Otherwise there are none.
func (f *finder) few(inputs []input) []input {
	size := int64(0)
	for i, in := range inputs {
		size += in.size
		switch {
		case i == f.limits.Files:
			f.exceed(in.name, "Too many files", limits.FilesSetting, "With this one there are more than %d files.", f.limits.Files)
			return nil
		case size > f.limits.TotalBytes:
			f.exceed(in.name, "Too many bytes", limits.TotalBytesSetting, "With this one the files are larger than %s together.", limits.InMB(f.limits.TotalBytes))
			return nil
		}
	}
	return inputs
}

func (f *finder) exceed(name, summary, setting, detail string, args ...any) {
	f.problems = append(f.problems, report.Problem{
		Severity: report.Error, Summary: summary, Location: startOf(name), Detail: fmt.Sprintf(detail, args...) + " Nothing is read." + limits.AllowedBy(setting),
	})
}

func (f *finder) add(given string) {
	if given == standardInput {
		f.addStandardInput()
		return
	}
	if given == "" {
		f.problem("No path", "A path is empty. Name a file or a folder.")
		return
	}
	info, err := f.files.stat(given)
	switch {
	case errors.Is(err, fs.ErrNotExist) && f.files.mayBeMissing():
	case err != nil:
		f.problem("Unreadable path", "%q cannot be read: %s.", given, Reason(err))
	case info.IsDir():
		f.addFolder(given)
	default:
		f.addNamed(given, info)
	}
}

func (f *finder) addStandardInput() {
	stdin := f.stdin
	if stdin == nil {
		stdin = strings.NewReader("")
	}
	f.inputs = append(f.inputs, input{name: standardInput, identity: standardInput, open: keeping(stdin, f.limits.FileBytes), size: int64(min(syntax.SectionSize+1, f.limits.FileBytes))})
}

// keeping reads a text once and keeps it, up to the first byte that is too much.
func keeping(from io.Reader, most int) func() (sources.Text, error) {
	read := sync.OnceValues(func() ([]byte, error) { return io.ReadAll(io.LimitReader(from, int64(most)+1)) })
	return func() (sources.Text, error) {
		text, err := read()
		if err != nil {
			return nil, err
		}
		return sources.InMemory(bytes.NewReader(text)), nil
	}
}

func (f *finder) addNamed(given string, info fs.FileInfo) {
	absolute := Absolute(f.dir, given)
	name := f.nameOf(absolute)
	switch {
	case !info.Mode().IsRegular():
		f.problem("Special file", "%q is no regular file. Copy its content to a file, or give it on standard input.", given)
	default:
		f.inputs = append(f.inputs, input{name: name, identity: f.files.identity(absolute), size: info.Size(),
			open: func() (sources.Text, error) { return f.files.open(given) }})
	}
}

// opened is a file as what it is used for.
func opened(f *os.File, err error) (sources.Text, error) {
	if err != nil {
		return nil, err
	}
	return f, nil
}

// addFolder takes every file with the extension below a folder. The folder is opened as a root, so that no link leads out. It is
// closed when none of its files can be asked for any more.
func (f *finder) addFolder(given string) {
	root, err := f.files.folder(given)
	if err != nil {
		f.problem("Unreadable path", "%q cannot be read: %s.", given, Reason(err))
		return
	}
	w := walk{finder: f, absolute: Absolute(f.dir, given), root: root}
	w.exclude = f.left.below(w.nameOf(w.absolute))
	before := len(f.problems)
	if err := fs.WalkDir(root.FS(), ".", w.visit); err != nil {
		f.problem("Unreadable path", "%q cannot be read: %s.", given, Reason(err))
	}
	switch {
	case w.taken > 0 || len(f.problems) > before || f.files.mayBeMissing():
	case w.excluded > 0:
		f.problem("Nothing to check", "Every %s file in %q is excluded by the settings, or a case of a rule. A file or folder that is named is read all the same.", extension, given)
	default:
		f.problem("Nothing to check", "There is no %s file in %q.", extension, given)
	}
}

// walk is one walk through a folder.
type walk struct {
	*finder
	absolute string
	root     folder
	exclude  []exclusion
	taken    int
	excluded int
}

func (w *walk) visit(inside string, entry fs.DirEntry, err error) error {
	name := w.nameOf(filepath.Join(w.absolute, filepath.FromSlash(inside)))
	switch {
	case err != nil:
		w.problem("Unreadable path", "%q cannot be read: %s.", name, Reason(err))
		if entry != nil && entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	case inside != "." && strings.HasPrefix(entry.Name(), "."):
		if entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	case entry.IsDir() && !utf8.ValidString(entry.Name()): // package fs does not go there
		if !w.leavesOut(name) {
			w.problem("Unreadable path", "%q cannot be read: its name is not UTF-8. Rename it, or exclude it.", name)
		}
		return fs.SkipDir
	case entry.IsDir():
		return nil
	case entry.Type()&fs.ModeSymlink != 0 && !w.leavesOut(name) && !w.follows(inside, name):
		return nil
	case path.Ext(entry.Name()) != extension:
		return nil
	case w.leavesOut(name):
		w.leaveOut(name)
		return nil
	case w.taken > w.limits.Files:
		return fs.SkipAll // there are too many, however many more follow
	}
	w.take(inside, name)
	return nil
}

// follows tells whether a link is one to a file. One to a folder inside is read as that folder, which the walk visits itself; what
// is behind any other must not seem to have been read.
func (w *walk) follows(inside, name string) bool {
	absolute := filepath.Join(w.absolute, filepath.FromSlash(inside))
	info, err := os.Stat(absolute)
	isFolder := err == nil && info.IsDir()
	switch {
	case !isFolder && path.Ext(inside) != extension:
		return false
	case LeadsToHidden(w.absolute, absolute):
		w.problem("Link not followed", "%q is a link to a name that begins with a dot, or behind one, which is not read. Remove it, or exclude it.", name)
		return false
	case !isFolder:
		return true
	}
	if _, err := w.root.Stat(filepath.FromSlash(inside)); err != nil {
		w.problem("Link not followed", "%q is a link to a folder outside of %q, which is not read. Name that folder too, or exclude the link.",
			name, w.nameOf(w.absolute))
	}
	return false
}

func (w *walk) take(inside, name string) {
	info, err := w.root.Stat(inside)
	switch {
	case err != nil:
		w.problem("Unreadable path", "%q cannot be read: %s.", name, Reason(err))
		return
	case !info.Mode().IsRegular():
		w.problem("Special file", "%q is no regular file. Remove it, or exclude it.", name)
		return
	}
	w.taken++
	root := w.root
	w.inputs = append(w.inputs, input{name: name, identity: w.files.identity(filepath.Join(w.absolute, filepath.FromSlash(inside))), size: info.Size(),
		open: func() (sources.Text, error) { return root.open(inside) }})
}

// nameOf is a path relative to the working directory, with "/".
func (f *finder) nameOf(absolute string) string {
	relative, err := filepath.Rel(f.dir, absolute)
	if err != nil {
		relative = absolute
	}
	name := filepath.ToSlash(relative)
	if name == standardInput {
		return "./" + name
	}
	return name
}

func realPath(absolute string) string {
	if resolved, err := filepath.EvalSymlinks(absolute); err == nil {
		return resolved
	}
	return absolute
}
