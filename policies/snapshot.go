package policies

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/report"
)

// A snapshot is what reading and checking the embedded rules came to: their metadata and what each reads. Both cost more
// at every start than the rules themselves, so they are done when the snapshot is written (go test ./policies -update) and
// a test holds them together. A snapshot of other sources is not used: then everything is read and checked anew.
type snapshot struct {
	// Sources is a hash of the policies and of the shapes that the snapshot was made from.
	Sources   string             `json:"sources"`
	Rules     []snapshotRule     `json:"rules"`
	Documents []snapshotDocument `json:"documents"`
}

type snapshotRule struct {
	Family      string            `json:"family"`
	File        string            `json:"file"`
	Title       string            `json:"title"`
	Description string            `json:"description"`
	Resources   []report.Resource `json:"resources"`
	Metadata    *metadata         `json:"metadata"`
}

// snapshotDocument is what a document reads: facts by path, of a set perhaps single members, and inferences.
type snapshotDocument struct {
	Shape      string   `json:"shape"`
	Ref        string   `json:"ref"`
	Facts      []string `json:"facts"`
	Inferences []string `json:"inferences"`
}

//go:embed snapshot.json
var embeddedSnapshot []byte

// policyFiles are the rules and inferences, without their tests.
func policyFiles(files fs.FS) ([]string, error) {
	names, err := fs.Glob(files, "*/*.rego")
	return slices.DeleteFunc(names, func(name string) bool { return strings.HasSuffix(name, "_test.rego") }), err
}

// hashSources identifies policies and shapes.
func hashSources(files fs.FS) (string, error) {
	names, err := policyFiles(files)
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(hash, "%s %d\n", name, len(text))
		hash.Write(text)
	}
	hashed := map[*shape]bool{}
	for _, name := range slices.Sorted(maps.Keys(allShapes())) {
		s := allShapes()[name]
		fmt.Fprintf(hash, "%s %s\n", name, s.name)
		if hashed[s] {
			continue // several scopes share a shape
		}
		hashed[s] = true
		for i := range s.facts {
			f := &s.facts[i]
			fmt.Fprintf(hash, "%s.%s %d %s\n", f.section, f.path[len(f.path)-1], f.kind, strings.Join(f.words, ","))
		}
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// takeSnapshot reads, compiles and analyses everything.
func takeSnapshot(files fs.FS) (*snapshot, error) {
	c, err := readCatalog(files)
	if err != nil {
		return nil, err
	}
	p, err := c.compile(true)
	if err != nil {
		return nil, err
	}
	hash, err := hashSources(files)
	if err != nil {
		return nil, err
	}
	s := &snapshot{Sources: hash}
	for _, r := range c.rules {
		s.Rules = append(s.Rules, snapshotRule{
			Family: r.Family, File: r.file, Title: r.Title, Description: r.Description, Resources: r.Resources, Metadata: r.metadata,
		})
		if _, err := p.document(r.shape, r.ref, true); err != nil {
			return nil, fmt.Errorf("%s: %w", r.ID, err)
		}
	}
	for _, inference := range engineInferences() {
		if _, err := p.document(allShapes()[inference.scope], inference.ref, false); err != nil {
			return nil, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.documents)) {
		d := p.documents[name]
		s.Documents = append(s.Documents, snapshotDocument{
			Shape: d.shape.name, Ref: d.ref.String(), Facts: d.readPaths(), Inferences: slices.Sorted(maps.Keys(d.reads.inferences)),
		})
	}
	return s, nil
}

// fromSnapshot makes the catalog without reading the rules. ok is false where the snapshot is of other sources.
func fromSnapshot(files fs.FS, text []byte) (c *Catalog, ok bool, err error) {
	var s snapshot
	if err := json.Unmarshal(text, &s); err != nil {
		return nil, false, nil //nolint:nilerr // a snapshot that cannot be read is as good as none
	}
	hash, err := hashSources(files)
	if err != nil || hash != s.Sources {
		return nil, false, err
	}
	c = newEmptyCatalog()
	c.files = files
	for _, stored := range s.Rules {
		r, err := stored.Metadata.rule(stored.Family, stored.File, stored.Title, stored.Description, stored.Resources)
		if err != nil {
			return nil, false, err
		}
		c.rules = append(c.rules, r)
	}
	c.reads = map[string]reads{}
	for _, d := range s.Documents {
		c.reads[d.Shape+" "+d.Ref] = d.reads()
	}
	return c, true, nil
}

func (d snapshotDocument) reads() reads {
	shape := shapeNamed(d.Shape)
	r := reads{facts: map[int]uint64{}, inferences: map[string]ast.Ref{}}
	for _, path := range d.Facts {
		if i, ok := shape.byPath[path]; ok {
			r.facts[i] = allMembers
			continue
		}
		set, member, _ := cutLast(path)
		bit, _ := shape.facts[shape.byPath[set]].memberBit(member)
		r.facts[shape.byPath[set]] |= bit
	}
	for _, name := range d.Inferences {
		r.inferences[name] = dottedRef(name)
	}
	return r
}

// readPaths are the paths of what a document reads itself.
func (d *document) readPaths() []string {
	paths := []string{}
	for _, i := range d.facts {
		f, mask := &d.shape.facts[i], d.reads.facts[i]
		path := strings.Join(f.path, ".")
		if mask == allMembers {
			paths = append(paths, path)
			continue
		}
		for k, bit := range f.members() {
			if mask&bit != 0 {
				paths = append(paths, path+"."+f.memberName(k))
			}
		}
	}
	return paths
}

// cutLast divides a path before its last part.
func cutLast(path string) (before, last string, found bool) {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return path, "", false
	}
	return path[:i], path[i+1:], true
}

func shapeNamed(name string) *shape {
	for _, s := range allShapes() {
		if s.name == name {
			return s
		}
	}
	return nil
}

// dottedRef reads data.a.b.c, whose parts are plain names.
func dottedRef(text string) ast.Ref {
	parts := strings.Split(text, ".")
	ref := ast.Ref{ast.VarTerm(parts[0])}
	for _, part := range parts[1:] {
		ref = append(ref, ast.StringTerm(part))
	}
	return ref
}

func ruleRef(family, file string) ast.Ref {
	return dottedRef(strings.Join([]string{"data.hybridlint", family, file, "finding"}, "."))
}
