package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"hybridlint/cmd/hybridlint/lsp"
	"hybridlint/loader"
	"hybridlint/report"
	"hybridlint/report/filter"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// mostEdits is how many edits are tried one by one where all of them together are no fix; each takes a check.
const mostEdits = 50

// mending is an edit with the findings that ask for it.
type mending struct {
	report.Edit
	findings []*report.Finding
}

// writeEdits changes the files where that is the whole fix, or shows how they would be. What is found afterwards is known before
// anything is written.
func (p *program) writeEdits(ctx context.Context, run prepared, checked *report.Report, code int, look bool) error {
	root, err := os.OpenRoot(p.directory)
	if err != nil {
		return incomplete(err)
	}
	defer root.Close()
	t := &trial{p: p, run: run, root: root, before: checked, texts: map[string]string{}}
	t.run.only, t.run.request.Only = filter.Filter{}, filter.Filter{}
	wanted, left := t.mendings(run.only)
	kept, more, err := t.mend(ctx, wanted)
	if err != nil {
		return err
	}
	left = append(left, more...)
	after, afterwards, err := t.check(ctx, kept)
	if err != nil {
		return err
	}
	var said strings.Builder
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if look {
			for line := range strings.SplitSeq(strings.TrimSuffix(string(diff.Diff(name, []byte(t.texts[name]), name, []byte(after[name]))), "\n"), "\n") {
				said.WriteString(visible.Text(strings.TrimSuffix(line, "\r")) + "\n")
			}
			continue
		}
		if err := p.write(filepath.FromSlash(name), func(w io.Writer) error { _, err := io.WriteString(w, after[name]); return err }); err != nil {
			return incomplete(fmt.Errorf("%s cannot be written: %s", name, loader.Reason(err)))
		}
	}
	if !look {
		code = verdict(afterwards, run.settings.failOn.value)
		for _, m := range kept {
			fmt.Fprintf(&said, "%s: %s = %s, for %s\n", wording.Place(m.Location), m.Attribute, visible.Text(m.Text), idsOf(m.findings))
		}
	}
	for _, m := range left {
		fmt.Fprintf(&said, "%s: not changed, as %s = %s is not the whole fix of %s\n", wording.Place(m.Location), m.Attribute, visible.Text(m.Text), idsOf(m.findings))
	}
	if len(kept)+len(left) == 0 {
		said.WriteString("No finding is mended by another value in the configuration.\n")
	}
	if _, err := io.WriteString(visible.Log(p.stdout), said.String()); err != nil {
		return written(err)
	}
	return status(code)
}

func idsOf(findings []*report.Finding) string {
	var ids []string
	for _, f := range findings {
		ids = append(ids, f.Rule.ID)
	}
	slices.Sort(ids)
	return wording.List(slices.Compact(ids))
}

// trial finds out what edits do before they are made.
type trial struct {
	p      *program
	run    prepared
	root   *os.Root
	before *report.Report
	// texts are those of the files that are edited, by name.
	texts map[string]string
}

// mendings are the edits that findings ask for, in the order of their places. Left are those where findings want different values, and
// those in what is no file below the working directory.
func (t *trial) mendings(only filter.Filter) (wanted, left []mending) {
	for _, f := range t.before.Findings {
		if f.Suppressed != nil || !only.Shows(f) {
			continue
		}
		for _, e := range f.Edits {
			i := slices.IndexFunc(wanted, func(m mending) bool { return m.Location == e.Location })
			if i < 0 {
				i = len(wanted)
				wanted = append(wanted, mending{Edit: e})
			}
			if wanted[i].Text != e.Text {
				left = append(left, mending{e, []*report.Finding{f}})
				continue
			}
			wanted[i].findings = append(wanted[i].findings, f)
		}
	}
	wanted = slices.DeleteFunc(wanted, func(m mending) bool {
		contradicted := slices.ContainsFunc(left, func(l mending) bool { return l.Location == m.Location })
		if contradicted || !t.read(m.Location.File) {
			left = append(left, m)
			return true
		}
		return false
	})
	slices.SortFunc(wanted, func(a, b mending) int { return a.Location.Compare(b.Location) })
	return wanted, left
}

// read reads a file that is to be edited; false where it is none that can be.
func (t *trial) read(name string) bool {
	if _, there := t.texts[name]; there {
		return true
	}
	if !filepath.IsLocal(filepath.FromSlash(name)) || filepath.Ext(name) != ".hcl" {
		return false
	}
	file, err := loader.Open(t.p.directory, filepath.FromSlash(name))
	if err != nil {
		return false
	}
	text, err := io.ReadAll(file)
	t.texts[name] = string(text)
	return errors.Join(err, file.Close()) == nil
}

// mend finds the edits that are the whole fix: all, or one after the other.
func (t *trial) mend(ctx context.Context, wanted []mending) (kept, left []mending, err error) {
	if len(wanted) == 0 {
		return nil, nil, nil
	}
	if whole, err := t.whole(ctx, wanted); whole || err != nil {
		return wanted, nil, err
	}
	if len(wanted) > mostEdits {
		return nil, wanted, nil
	}
	for _, m := range wanted {
		next := append(slices.Clone(kept), m)
		whole, err := t.whole(ctx, next)
		if err != nil {
			return nil, nil, err
		}
		if whole {
			kept = next
		} else {
			left = append(left, m)
		}
	}
	return kept, left, nil
}

// whole tells that edits mend all of their findings, and bring no other error or warning.
func (t *trial) whole(ctx context.Context, edits []mending) (bool, error) {
	_, after, err := t.check(ctx, edits)
	if err != nil || after == nil {
		return false, err
	}
	mended, known := map[string]bool{}, map[string]bool{}
	for _, f := range t.before.Findings {
		known[f.Fingerprint] = f.Suppressed == nil
	}
	for _, m := range edits {
		for _, f := range m.findings {
			mended[f.Fingerprint] = true
		}
	}
	return !slices.ContainsFunc(after.Findings, func(f *report.Finding) bool {
		return f.Suppressed == nil && (mended[f.Fingerprint] || !known[f.Fingerprint] && f.Severity > report.Note)
	}), nil
}

// check gives the texts with edits, and what is found in them; nil where nobody can tell.
func (t *trial) check(ctx context.Context, edits []mending) (map[string]string, *report.Report, error) {
	texts := map[string]string{}
	for _, m := range slices.Backward(edits) { // the last first, so that the places of the others stay
		text, err := edited(cmp.Or(texts[m.Location.File], t.texts[m.Location.File]), m.Edit)
		if err != nil {
			return nil, nil, nil // what cannot be made is no fix
		}
		texts[m.Location.File] = text
	}
	if len(edits) == 0 {
		return texts, t.before, nil
	}
	run := t.run
	run.request.Tree = &loader.Tree{FS: lsp.Overlay(t.root, texts), Top: loader.Absolute(t.p.directory, "")}
	after, _, err := t.p.carryOut(ctx, run)
	if err != nil {
		return nil, nil, err
	}
	if !after.Complete && !after.Accepted() || after.Summary.Files != t.before.Summary.Files {
		return texts, nil, nil
	}
	return texts, after, nil
}
