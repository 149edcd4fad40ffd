package exports

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Merge gives the files of a configuration that may exist already. Blocks that were written by hand, comments, and what
// somebody added to an imported block stay; imported blocks are updated, added, and removed where the exports no longer
// have them. A block that was written by hand takes the place of the imported one. Only files that are not as before are
// given, in the order of their names. An error names the place that has to be mended first.
func (c *Configuration) Merge(existing []Document) ([]Document, error) {
	m := &merge{sizes: c.sizes(), old: map[string]piece{}, byHand: map[string]bool{}, files: map[string][]piece{}, before: map[string]string{}}
	for _, d := range existing {
		if d.Name == notUnderstoodFile {
			m.before[d.Name] = d.Text
			continue
		}
		m.take(d)
	}
	for _, b := range c.blocks {
		if err := m.put(c, b); err != nil {
			return nil, err
		}
	}
	texts := map[string]string{}
	for name := range m.files {
		texts[name] = m.text(name)
	}
	texts[notUnderstoodFile] = c.notUnderstood()
	return m.changed(texts), nil
}

// merge joins what a folder holds with what was imported.
type merge struct {
	sizes map[string]int
	// files are the pieces of every file, in order; an imported block that was not put again has no text.
	files  map[string][]piece
	before map[string]string
	// old are the imported blocks that the folder holds, byHand the identities of the others.
	old    map[string]piece
	byHand map[string]bool
	added  map[string][]addition
}

// piece is a stretch of a file: text of somebody's own, or an imported block.
type piece struct {
	text string
	// identity is that of an imported block; empty for text.
	identity string
	file     string
	line     int
	key      string
	at       int
	// tight says that no empty line stood above it.
	tight bool
}

// addition is the text of a block that a file did not have.
type addition struct{ key, text string }

// take cuts a file into pieces.
func (m *merge) take(d Document) {
	m.before[d.Name] = d.Text
	var pieces []piece
	lines := strings.SplitAfter(d.Text, "\n")
	own := 0
	flush := func(end int) {
		if text := strings.Trim(strings.Join(lines[own:end], ""), "\r\n"); strings.TrimSpace(text) != "" {
			pieces = append(pieces, piece{text: text, tight: tight(lines, own)})
			m.noteByHand(text)
		}
	}
	for i := 0; i < len(lines); i++ {
		end := importedBlock(lines, i)
		if end < 0 {
			continue
		}
		flush(i)
		text := strings.ReplaceAll(strings.Join(lines[i:end], ""), "\r\n", "\n")
		p := piece{text: strings.TrimRight(text, "\n"), identity: identityOf(text), file: d.Name, line: i + 1, at: len(pieces)}
		if _, twice := m.old[p.identity]; !twice {
			m.old[p.identity] = p
			pieces = append(pieces, piece{identity: p.identity, tight: tight(lines, i)})
		}
		own = end
		i = end - 1
	}
	flush(len(lines))
	m.files[d.Name] = pieces
}

// tight tells that the line above is not empty.
func tight(lines []string, i int) bool {
	return i > 0 && strings.TrimSpace(lines[i-1]) != "" && strings.TrimSpace(lines[i]) != ""
}

// importedBlock is the line behind the block that begins with a mark on a line; -1 where none does.
func importedBlock(lines []string, i int) int {
	if !strings.HasPrefix(lines[i], mark) {
		return -1
	}
	header := i + 1
	for header < len(lines) && (strings.HasPrefix(lines[header], "#") || strings.HasPrefix(lines[header], "//")) && !strings.HasPrefix(lines[header], mark) {
		header++
	}
	if header >= len(lines) || !strings.Contains(lines[header], "{") {
		return -1
	}
	for end := header + 1; end < len(lines); end++ {
		if strings.HasPrefix(lines[end], "}") {
			return end + 1
		}
	}
	return -1
}

var (
	headerLine   = regexp.MustCompile(`(?m)^([a-z0-9_]+)(?: ("(?:[^"\\]|\\.)*"))? \{`)
	identityLine = regexp.MustCompile(`(?m)^  (recipient|delegate|manager|folder|inherited|deny) *= ("(?:[^"\\]|\\.)*"|true)`)
)

// identityOf is what makes two texts of a block the same block, without case.
func identityOf(text string) string {
	h := headerLine.FindStringSubmatch(text)
	if h == nil {
		return text
	}
	if identity := headerIdentity(h[1], h[2]); identity != "" {
		return identity
	}
	parts := []string{h[1] + " " + h[2]}
	for _, l := range identityLine.FindAllStringSubmatch(text, -1) {
		parts = append(parts, l[1]+"="+l[2])
	}
	slices.Sort(parts[1:])
	return strings.ToLower(strings.Join(parts, "\n"))
}

// headerIdentity is the identity of a block that its header tells; empty for grants and delegates.
func headerIdentity(kind, label string) string {
	label = strings.ToLower(label)
	switch kind {
	case "grant", "outlook_delegate", "sharing_invitation", "locals", "defaults", "exception", "bulk_change":
		return ""
	case "tenant":
		return kind
	case "forest", "directory_sync", "migration_batch":
		return kind + " " + label
	default: // the type of a recipient may have changed
		return "recipient " + label
	}
}

// noteByHand remembers the blocks that somebody wrote.
func (m *merge) noteByHand(text string) {
	starts := headerLine.FindAllStringIndex(text, -1)
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		m.byHand[identityOf(text[at[0]:end])] = true
	}
}

// put finds the place of an imported block.
func (m *merge) put(c *Configuration, b *block) error {
	text := strings.TrimRight(b.render(), "\n")
	file := c.fileOf(b, m.sizes)
	if len(m.before) == 0 { // nothing to compare with, as in a first import
		m.add(file, b, text)
		return nil
	}
	identity := identityOf(text)
	if m.byHand[identity] {
		return nil
	}
	old, known := m.old[identity]
	if !known {
		m.add(file, b, text)
		return nil
	}
	updated, err := update(old.text, text)
	if err != nil {
		return fmt.Errorf("%s:%d: %w", old.file, old.line, err)
	}
	if old.file != file && ownFile(old.file, b.group) {
		m.add(file, b, updated)
		return nil
	}
	p := &m.files[old.file][old.at]
	p.text, p.key = updated, b.key
	return nil
}

// ownFile tells a file that the importer itself named.
func ownFile(file, group string) bool {
	name, ok := strings.CutPrefix(file, group)
	return ok && !strings.Contains(path.Dir(file), "/") && (name == extension || len(name) == len("-a"+extension) && name[0] == '-')
}

func (m *merge) add(file string, b *block, text string) {
	if m.added == nil {
		m.added = map[string][]addition{}
	}
	if _, there := m.files[file]; !there {
		m.files[file] = []piece{{text: fileHeader}}
	}
	m.added[file] = append(m.added[file], addition{key: b.key, text: text})
}

// text is the text of a file: its pieces, and the added blocks before the first imported one that comes later.
func (m *merge) text(file string) string {
	var out strings.Builder
	write := func(text string, tight bool) {
		if text == "" {
			return
		}
		if out.Len() > 0 && !tight {
			out.WriteString("\n")
		}
		out.WriteString(text + "\n")
	}
	added := m.added[file]
	slices.SortStableFunc(added, func(a, b addition) int { return cmp.Compare(a.key, b.key) })
	for _, p := range m.files[file] {
		for p.identity != "" && p.text != "" && len(added) > 0 && added[0].key < p.key {
			write(added[0].text, false)
			added = added[1:]
		}
		write(p.text, p.tight)
	}
	for _, b := range added {
		write(b.text, false)
	}
	if text := out.String(); strings.TrimSpace(text) != fileHeader {
		return text
	}
	return ""
}

// changed are the files whose text is another one.
func (m *merge) changed(texts map[string]string) []Document {
	var documents []Document
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if before, was := m.before[name]; texts[name] != before && (was || texts[name] != "") {
			documents = append(documents, Document{name, texts[name]})
		}
	}
	return documents
}
