package revision

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/plumbing/format/config"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/go-git/go-git/v5/storage/filesystem"
	"github.com/go-git/go-git/v5/storage/filesystem/dotgit"
)

// Repository is a Git repository that is read.
type Repository struct {
	// Top is the absolute path of the folder with the working tree.
	Top string
	// objects are all object stores, refs the references.
	objects stores
	refs    storer.ReferenceStorer
	// partial tells a clone that leaves objects out until they are asked for.
	partial bool
	// mu is held while the object stores are read, which several workers do.
	mu      sync.Mutex
	missing error
}

// Open finds the repository that a folder is in. Errors say what to do.
func Open(dir string) (*Repository, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	for folder := absolute; ; folder = filepath.Dir(folder) {
		found := filepath.Join(folder, ".git")
		info, err := os.Stat(found)
		switch {
		case err == nil && info.IsDir():
			return open(folder, found, found)
		case err == nil:
			return openLinked(folder, found)
		case !errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("the Git repository of %s cannot be read: %w", dir, err)
		case filepath.Dir(folder) == folder:
			return nil, fmt.Errorf("%s is in no Git repository, so there is no revision to compare with; --baseline compares with an earlier report or folder", dir)
		}
	}
}

// openLinked opens the repository that a file .git leads to, as worktrees and submodules have it.
func openLinked(top, file string) (*Repository, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("the Git repository of %s cannot be read: %w", top, err)
	}
	named, ok := strings.CutPrefix(strings.TrimSpace(string(text)), "gitdir: ")
	if !ok {
		return nil, fmt.Errorf("%s is no Git repository and leads to none", file)
	}
	gitDir := within(top, named)
	common := gitDir
	if text, err := os.ReadFile(filepath.Join(gitDir, "commondir")); err == nil {
		common = within(gitDir, strings.TrimSpace(string(text)))
	}
	return open(top, gitDir, common)
}

// within is a path that may be relative to a folder.
func within(folder, path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(folder, path)
}

func open(top, gitDir, common string) (*Repository, error) {
	r := &Repository{Top: top}
	if err := r.readConfig(filepath.Join(common, "config")); err != nil {
		return nil, err
	}
	if shallow, err := os.ReadFile(filepath.Join(common, "shallow")); err == nil && len(strings.TrimSpace(string(shallow))) > 0 {
		return nil, errors.New("the clone is shallow, so where this change began is not in it; " + wholeClone)
	}
	files := dotgit.NewRepositoryFilesystem(osfs.New(gitDir), osfs.New(common))
	first := filesystem.NewStorageWithOptions(files, cache.NewObjectLRUDefault(), filesystem.Options{AlternatesFS: osfs.New("/")})
	r.refs = first
	r.objects = stores{first}
	if err := r.addAlternates(filepath.Join(common, "objects"), 0); err != nil {
		return nil, err
	}
	return r, nil
}

// wholeClone is what helps where objects are missing.
const wholeClone = "clone all of it: fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 in GitLab, fetchDepth: 0 in Azure Pipelines, git fetch --unshallow elsewhere"

// readConfig looks for what would make the repository unreadable here. Nothing else of the configuration is looked at.
func (r *Repository) readConfig(file string) error {
	text, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("the Git repository cannot be read: %w", err)
	}
	defer text.Close()
	c := config.New()
	if err := config.NewDecoder(text).Decode(c); err != nil {
		return fmt.Errorf("%s cannot be read: %w", file, err)
	}
	extensions := c.Section("extensions")
	if format := extensions.Option("objectformat"); format != "" && !strings.EqualFold(format, "sha1") {
		return fmt.Errorf("the Git repository names its objects by %s, which cannot be read here; "+otherWay, strings.ToUpper(format))
	}
	if refs := extensions.Option("refstorage"); refs != "" && !strings.EqualFold(refs, "files") {
		return fmt.Errorf("the Git repository keeps its references as %s, which cannot be read here; "+otherWay, refs)
	}
	r.partial = extensions.HasOption("partialclone")
	for _, remote := range c.Section("remote").Subsections {
		r.partial = r.partial || remote.Option("promisor") == "true" || remote.Option("partialclonefilter") != ""
	}
	return nil
}

// otherWay is what helps where the repository cannot be read at all.
const otherWay = "check out the revision to compare with into a folder, and give that: --baseline FOLDER"

// mostAlternates is how deep git itself follows object stores that name others.
const mostAlternates = 5

// addAlternates adds the object stores that another one borrows from. A relative path is relative to the store, which go-git
// does not know.
func (r *Repository) addAlternates(objects string, depth int) error {
	file, err := os.Open(filepath.Join(objects, "info", "alternates"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("the object store of the Git repository cannot be read: %w", err)
	}
	defer file.Close()
	if depth == mostAlternates {
		return errors.New("the object stores of the Git repository borrow from each other without an end")
	}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		other := within(objects, line)
		if info, err := os.Stat(other); err != nil || !info.IsDir() {
			return fmt.Errorf("the Git repository borrows objects from %s, which is not there; run git repack -a -d where it is", other)
		}
		r.objects = append(r.objects, filesystem.NewStorage(osfs.New(filepath.Dir(other)), cache.NewObjectLRUDefault()))
		if err := r.addAlternates(other, depth+1); err != nil {
			return err
		}
	}
	return lines.Err()
}

// stores are object stores, of which the first that has an object gives it. They are only read.
type stores []*filesystem.Storage

// object gives an object of one of the kinds of Git.
func (s stores) object(kind plumbing.ObjectType, hash plumbing.Hash) (plumbing.EncodedObject, error) {
	for _, store := range s {
		found, err := store.EncodedObject(kind, hash)
		if err == nil || !errors.Is(err, plumbing.ErrObjectNotFound) {
			return found, err
		}
	}
	return nil, plumbing.ErrObjectNotFound
}

// lost is the error of an object that should be there. The first one is remembered: whoever reads a file through a file
// system may take any error for one about that file, and what is missing must never pass for a file that did not exist.
func (r *Repository) lost(what string, err error) error {
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		help := wholeClone
		if r.partial {
			help = "the clone is partial: clone without --filter (actions/checkout: without filter and sparse-checkout's own filter), or run git fetch --refetch --no-filter"
		}
		err = fmt.Errorf("%s is missing from the Git repository; %s", what, help)
	} else {
		err = fmt.Errorf("%s cannot be read from the Git repository: %w", what, err)
	}
	if r.missing == nil {
		r.missing = err
	}
	return err
}

// Missing is the first error of an object that should have been there; nil where everything that was asked for was.
func (r *Repository) Missing() error { return r.missing }
