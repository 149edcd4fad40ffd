package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"hybridlint/loader"
	"hybridlint/policies"
	"hybridlint/report"
)

// catalogWith is the catalog with the rules of the user's own. The folders are read once.
func (p *pipeline) catalogWith(ctx context.Context, own ownPolicies) (*policies.Catalog, error) {
	catalog, err := p.catalog()
	if err != nil || len(own.Folders) == 0 {
		return catalog, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	key := fmt.Sprintf("%q %v %p", append([]string{own.Directory}, own.Folders...), own.Limits, own.Tree)
	if known := p.withOwn[key]; known != nil {
		return known, nil
	}
	defer boundMemory(own)()
	folders, opened := openFolders(own)
	defer opened.close()
	catalog, err = catalog.With(ctx, folders, policyLimits(own.Limits))
	if err == nil && ctx.Err() == nil {
		p.withOwn[key] = catalog
	}
	return catalog, err
}

// forget has the folders of the user's own read again.
func (p *pipeline) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	clear(p.withOwn)
}

func policyLimits(limits limitValues) policies.Limits {
	return policies.Limits{
		Compile: time.Duration(limits[limitCompileSeconds]) * time.Second,
		Rule:    time.Duration(limits[limitRuleSeconds]) * time.Second,
		Run:     time.Duration(limits[limitRunSeconds]) * time.Second,
		Memory:  uint64(limits[limitMemoryMB]) << 20,

		Problems: limits["problems"],
	}
}

// boundMemory makes the garbage collector keep to the limit while somebody else's rules are compiled and evaluated, so that
// what is held above it is in use. A lower limit of the environment (GOMEMLIMIT) stays. What is returned takes it back.
func boundMemory(own ownPolicies) (restore func()) {
	limit := int64(own.Limits[limitMemoryMB]) << 20
	if len(own.Folders) == 0 || limit == 0 {
		return func() {}
	}
	before := debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(min(before, limit))
	return func() { debug.SetMemoryLimit(before) }
}

// openedFolders are to be closed again.
type openedFolders []io.Closer

func (o openedFolders) close() {
	for _, c := range o {
		_ = c.Close() // nothing was written
	}
}

// openFolders opens folders so that no link leads out of them. One that cannot be opened says so when it is read.
func openFolders(own ownPolicies) ([]policies.Folder, openedFolders) {
	var folders []policies.Folder
	var opened openedFolders
	for _, name := range own.Folders {
		folder := policies.Folder{Name: name}
		if file, inside := guarded(own.Tree, own.Directory, filepath.FromSlash(name)); inside {
			folder.Files = folderWas(own.Tree, own.Directory, file)
			folders = append(folders, folder)
			continue
		}
		root, err := loader.OpenFolder(own.Directory, filepath.FromSlash(name))
		if err != nil {
			folder.Files = unreadable{err}
		} else {
			folder.Files = root.FS()
			opened = append(opened, root)
		}
		folders = append(folders, folder)
	}
	return folders, opened
}

// folderWas is a folder of a tree. One that cannot be opened says so when it is read.
func folderWas(tree *loader.Tree, directory, file string) fs.FS {
	below, name, err := tree.Below(directory, file)
	if err == nil {
		below, err = fs.Sub(below, name)
	}
	if err != nil {
		return unreadable{err}
	}
	return below
}

// unreadable is a folder that cannot be opened.
type unreadable struct{ err error }

// Open implements fs.FS.
func (u unreadable) Open(string) (fs.File, error) { return nil, u.err }

// sourcesWithOwn are the files of a configuration and the policies of the user's own.
type sourcesWithOwn struct {
	joinedSources
	policies report.Sources
}

// Line implements report.Sources.
func (s sourcesWithOwn) Line(file string, line int) (text string, ok bool) {
	if text, ok := s.policies.Line(file, line); ok {
		return text, true
	}
	return s.joinedSources.Line(file, line)
}

func sourcesWith(sources joinedSources, catalog *policies.Catalog, own ownPolicies) report.Sources {
	if len(own.Folders) == 0 {
		return sources
	}
	return sourcesWithOwn{sources, catalog}
}

// Test implements linter.
func (p *pipeline) Test(ctx context.Context, r testRequest) (*testReport, error) {
	catalog, err := p.catalog()
	if err != nil {
		return nil, err
	}
	defer boundMemory(r.Own)()
	folders, opened := openFolders(r.Own)
	defer opened.close()
	tested, err := catalog.Test(ctx, folders, policies.TestOptions{Limits: policyLimits(r.Own.Limits), Jobs: r.Jobs, Today: dateOf(r.Today)})
	if err != nil {
		return nil, err
	}
	t := &testReport{
		Rules: tested.Rules, Tests: tested.Tests, Skipped: tested.Skipped, Fixtures: tested.Fixtures,
		Problems: tested.Problems, Failures: tested.Failures, Sources: tested.Sources,
	}
	for _, c := range tested.Coverage {
		t.Coverage = append(t.Coverage, fileCoverage{file: c.File, covered: c.Covered, all: c.All, lines: c.Lines})
	}
	return t, nil
}

// Facts implements linter.
func (p *pipeline) Facts(scope string) (facts, error) {
	catalog, err := p.catalog()
	if err != nil {
		return facts{}, err
	}
	f := facts{Scopes: policies.Scopes()}
	known, ok, err := catalog.Facts(scope)
	if err != nil || !ok {
		return f, err
	}
	f.Lines = []string{"# schemas: - input: " + policies.SchemaName(scope), "# in texts: {" + strings.Join(policies.Placeholders(scope), "} {") + "}"}
	for _, fact := range known {
		f.Lines = append(f.Lines, fact.String())
	}
	f.Schema, _ = policies.Schema(scope)
	return f, nil
}

// MetadataHelp implements linter.
func (*pipeline) MetadataHelp() string { return policies.MetadataHelp() }
