package exports

import (
	"sort"
	"sync"

	"hybridlint/loader"
	"hybridlint/report"
)

// Imported is a configuration that is read without being written. Its places are those of the rows that it comes from.
type Imported struct {
	// Documents are its files, whose texts are made when they are read.
	Documents []loader.Document
	texts     []*importedText
}

// Imported gives the configuration to a loader.
func (c *Configuration) Imported() *Imported {
	imported := &Imported{}
	rows := c.join.ledger // a copy, so that the places do not hold everything else
	files := c.layout()
	if len(files) == 0 {
		files = []file{{name: "nothing" + extension}}
	}
	for _, f := range files { // no file on a disk has such a name
		t := &importedText{join: c.join, rows: &rows, blocks: f.blocks}
		imported.texts = append(imported.texts, t)
		imported.Documents = append(imported.Documents, loader.Document{Name: "exports://" + f.name, Open: t.open, Origin: t.origin})
	}
	return imported
}

// Release lets go of what the texts are made of, once everything has been read. The places stay.
func (i *Imported) Release() {
	for _, t := range i.texts {
		t.mu.Lock()
		t.join, t.blocks = nil, nil
		t.mu.Unlock()
	}
}

// importedText is the text of a file that is nowhere.
type importedText struct {
	mu     sync.Mutex
	join   *join // nil once it was released
	blocks []source
	// origins are those of the lines, once the text was made.
	origins []origin
	rows    *ledger
}

// open makes the text.
func (t *importedText) open() []byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.join == nil {
		return nil
	}
	t.origins = t.origins[:0]
	r := rendering{text: make([]byte, 0, len(t.blocks)*sizeOfBlock), line: 1, origins: &t.origins}
	var b block
	for _, s := range t.blocks {
		b.reset()
		s.fill(t.join, &b)
		r.block(&b)
	}
	return r.text
}

// origin is the row that a line of the text comes from.
func (t *importedText) origin(line int) report.Location {
	t.mu.Lock()
	defer t.mu.Unlock()
	i := sort.Search(len(t.origins), func(i int) bool { return int(t.origins[i].line) > line }) - 1
	if i < 0 || t.origins[i].row == noRow {
		return report.Location{}
	}
	return t.rows.place(t.origins[i].row).Location()
}
