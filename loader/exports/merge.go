package exports

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Folder is a configuration that is there already.
type Folder interface {
	// Names are those of its files, with "/".
	Names() []string
	// Read gives the text of a file.
	Read(name string) (string, error)
}

// Write brings a folder up to date. Blocks that were written by hand, comments, and what somebody added to an imported block
// stay; imported blocks are updated, added, and removed where the exports no longer have them. A block that was written by
// hand takes the place of the imported one. Only the files that are not as before are given to write, one at a time, in the
// order of their names. An error names the place that has to be mended first; what was given before it is not to be used.
//
// Progress is told how many blocks of how many have been written since it was told last; nil tells nobody.
func (c *Configuration) Write(existing Folder, write func(Document) error, progress func(written, total int64)) (Changes, error) {
	m := &merge{Configuration: c, existing: existing, write: write, progress: progress, names: existing.Names(), files: map[string]*mergedFile{},
		old: map[identityHash]place{}, byHand: map[identityHash]bool{}, moved: map[place]bool{}}
	m.removal = newRemoval(c, existing)
	for i := range m.names {
		if err := m.survey(int32(i)); err != nil {
			return Changes{}, err
		}
	}
	m.removal.renameForest(m)
	for _, f := range c.layout() {
		m.assign(f)
	}
	if err := m.decideRemovals(); err != nil {
		return Changes{}, err
	}
	if len(c.Account.Losses) > 0 {
		m.file(notUnderstoodFile)
	}
	m.file(importedFile)
	for _, name := range slices.Sorted(maps.Keys(m.files)) {
		if err := m.writeFile(name); err != nil {
			return Changes{}, err
		}
	}
	return m.removal.changes(), nil
}

// merge joins what a folder holds with what was imported. One file is in memory at a time.
type merge struct {
	*Configuration
	existing Folder
	write    func(Document) error
	progress func(written, total int64)
	// names are those of the existing files.
	names []string
	files map[string]*mergedFile
	// old are the places of the imported blocks that the folder holds, byHand are the other blocks.
	old    map[identityHash]place
	byHand map[identityHash]bool
	// moved are the places of blocks that are written into another file.
	moved map[place]bool
	// text is the room for the text of a file, scratch that for a block.
	text    []byte
	scratch block
	removal *removal
	// opened is the file whose pieces were asked for last.
	opened       string
	openedPieces []piece
}

// mergedFile is what becomes of a file.
type mergedFile struct {
	exists bool
	// updated are the blocks that stay in it, by the place of their piece, and added those that it did not have.
	updated []source
	// kept say what becomes of the other imported blocks.
	kept  []keeping
	added []addition
}

// addition is a block that a file did not have. Where another file had it, from says where.
type addition struct {
	source
	moved bool
	from  place
}

// place is a piece of an existing file.
type place struct{ file, piece int32 }

// identityHash stands for what makes two texts of a block the same block: identities are long and many.
type identityHash [16]byte

func hashOf(identity string) identityHash {
	sum := sha256.Sum256([]byte(identity))
	return identityHash(sum[:])
}

func (m *merge) file(name string) *mergedFile {
	f := m.files[name]
	if f == nil {
		f = &mergedFile{}
		m.files[name] = f
	}
	return f
}

// survey notes the blocks of an existing file.
func (m *merge) survey(number int32) error {
	name := m.names[number]
	f := m.file(name)
	f.exists = true
	if name == notUnderstoodFile || name == importedFile {
		return nil
	}
	pieces, err := m.piecesOf(name)
	if err != nil {
		return err
	}
	f.updated = make([]source, len(pieces))
	f.kept = make([]keeping, len(pieces))
	for i := range pieces {
		p := &pieces[i]
		if !p.imported {
			for _, b := range p.blocks {
				for _, identity := range b.identities() {
					m.byHand[hashOf(identity)] = true
				}
				m.removal.refer(&b)
			}
			continue
		}
		b := &p.blocks[0]
		if b.isRecipient() {
			m.removal.noteHome(b)
		}
		if b.kind == "forest" {
			m.removal.oldForests = append(m.removal.oldForests, b.label)
		}
		identity := hashOf(b.identities()[0])
		if _, twice := m.old[identity]; !twice {
			m.old[identity] = place{number, int32(i)}
		}
	}
	return nil
}

// piecesOf are the pieces of an existing file.
func (m *merge) piecesOf(name string) ([]piece, error) {
	if m.opened != name || m.openedPieces == nil {
		text, err := m.existing.Read(name)
		if err != nil {
			return nil, err
		}
		pieces, err := cutPieces(name, text)
		if err != nil {
			return nil, err
		}
		m.opened, m.openedPieces = name, pieces
	}
	return m.openedPieces, nil
}

// assign finds the places of the blocks of a file.
func (m *merge) assign(f file) {
	if len(m.old) == 0 && len(m.byHand) == 0 {
		for _, s := range f.blocks {
			m.file(f.name).added = append(m.file(f.name).added, addition{source: s})
		}
		return
	}
	for _, s := range f.blocks {
		identity := hashOf(m.join.blockOf(s).identity())
		old, known := m.old[identity]
		if renamed, isForest := m.removal.identityBefore(s); isForest && !known {
			old, known = m.old[hashOf(renamed)]
		}
		switch {
		case m.byHand[identity]:
		case known && (m.names[old.file] == f.name || !ownFile(m.names[old.file], f.group)):
			m.file(m.names[old.file]).updated[old.piece] = s
		default: // new, or in a file of another division
			if known {
				m.moved[old] = true
			}
			m.file(f.name).added = append(m.file(f.name).added, addition{s, known, old})
		}
	}
}

// ownFile tells a file that the importer itself named.
func ownFile(name, group string) bool {
	rest, ok := strings.CutPrefix(name, group)
	if !ok || !strings.HasSuffix(rest, extension) {
		return false
	}
	letters := strings.TrimSuffix(rest, extension)
	return letters == "" || letters[0] == '-' && len(letters) <= 1+mostLetters && len(letters) > 1 && strings.Trim(letters[1:], "abcdefghijklmnopqrstuvwxyz0") == ""
}

// writeFile gives the text of a file, where it is another one than before.
func (m *merge) writeFile(name string) error {
	f := m.files[name]
	before := ""
	if f.exists {
		text, err := m.existing.Read(name)
		if err != nil {
			return err
		}
		before = text
	}
	text, err := m.textOf(name, f, before)
	if err != nil {
		return err
	}
	if m.progress != nil {
		m.progress(int64(f.blocks()), int64(m.total()))
	}
	delete(m.files, name)
	if text == before && (f.exists || text == "") {
		return nil
	}
	return m.write(Document{name, text})
}

// blocks counts the blocks that a file will have.
func (f *mergedFile) blocks() int {
	n := len(f.added)
	for _, s := range f.updated {
		if s != nil {
			n++
		}
	}
	return n
}

// textOf is the text of a file: its pieces, and the added blocks before the first imported one that comes later.
func (m *merge) textOf(name string, f *mergedFile, before string) (string, error) {
	switch name {
	case notUnderstoodFile:
		return m.notUnderstood(), nil
	case importedFile:
		return m.removal.text(), nil
	}
	pieces, err := cutPieces(name, before)
	if err != nil {
		return "", err
	}
	if !f.exists {
		pieces = []piece{{text: fileHeader}}
	}
	w := &fileWriter{merge: m, added: f.added, text: slices.Grow(m.text[:0], len(before)+len(f.added)*sizeOfBlock)}
	defer func() { m.text = w.text }()
	for i, p := range pieces {
		switch {
		case !p.imported:
			w.put(p.text, p.tight)
		case i < len(f.updated) && f.updated[i] != nil:
			w.before(f.updated[i].key())
			w.update(name, p, f.updated[i], p.tight)
		case i < len(f.kept) && f.kept[i] == keepBlock:
			w.put(p.text, p.tight)
		case i < len(f.kept) && f.kept[i] == keepAside:
			w.put(aside(p.text), p.tight)
		}
	}
	w.rest()
	if w.err != nil {
		return "", w.err
	}
	if string(bytes.TrimSpace(w.text)) == fileHeader {
		return "", nil
	}
	if f.exists && strings.TrimSpace(strings.ReplaceAll(before, "\r\n", "\n")) == strings.TrimSpace(strings.ReplaceAll(string(w.text), "\r\n", "\n")) {
		return before, nil // its line ends are those of whoever edited it
	}
	return string(w.text), nil
}

// sizeOfBlock is about how long the text of a block is.
const sizeOfBlock = 400

// fileWriter writes the text of a file.
type fileWriter struct {
	*merge
	text  []byte
	added []addition
	err   error
}

// put adds a stretch of text. Tight is what stood right below something.
func (w *fileWriter) put(text string, tight bool) {
	w.apart(tight)
	w.text = append(append(w.text, text...), '\n')
}

func (w *fileWriter) apart(tight bool) {
	if len(w.text) > 0 && !tight {
		w.text = append(w.text, '\n')
	}
}

// before adds the blocks that come before one with a key.
func (w *fileWriter) before(key string) {
	for len(w.added) > 0 && w.added[0].key() < key {
		w.add()
	}
}

// rest adds the blocks that are left.
func (w *fileWriter) rest() {
	for len(w.added) > 0 {
		w.add()
	}
}

// add adds the next of the added blocks.
func (w *fileWriter) add() {
	a := w.added[0]
	w.added = w.added[1:]
	if !a.moved {
		w.apart(false)
		w.text = w.render(w.text, a.source)
		return
	}
	name := w.names[a.from.file]
	pieces, err := w.piecesOf(name)
	if err == nil && int(a.from.piece) >= len(pieces) {
		err = fmt.Errorf("%s was changed while it was read", name)
	}
	if err != nil {
		w.fail(err)
		return
	}
	w.update(name, pieces[a.from.piece], a.source, false)
}

// update adds an imported block as it is now.
func (w *fileWriter) update(name string, p piece, s source, tight bool) {
	imported := strings.TrimSuffix(string(w.render(nil, s)), "\n")
	text, err := update(p.text, imported, !w.removal.covers(&p))
	if err != nil {
		w.fail(fmt.Errorf("%s:%d: %w", name, p.line, err))
	}
	w.put(text, tight)
}

func (w *fileWriter) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// render appends the text of a block with its mark.
func (m *merge) render(text []byte, s source) []byte {
	m.scratch.reset()
	s.fill(m.join, &m.scratch)
	r := rendering{text: text}
	r.mark(&m.scratch)
	r.block(&m.scratch)
	return r.text
}
