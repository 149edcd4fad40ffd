package lsp

import (
	"net/url"
	"path/filepath"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"hybridlint/report"
)

// Bounds of what is held for an editor.
const (
	mostDocuments = 10_000
	mostTexts     = 256 << 20
)

// document is a text that is open in the editor.
type document struct {
	*text
	version int
	// file is its path from the root, with "/"; empty where it is no file below that.
	file string
}

func (s *server) didOpen(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.root == "" {
		if file, ok := pathOf(p.TextDocument.URI); ok {
			s.root = filepath.Dir(file)
		}
	}
	d := &document{text: newText(p.TextDocument.Text), version: p.TextDocument.Version, file: s.fileOf(p.TextDocument.URI)}
	touched := s.touched[d.file]
	saved := s.documents[p.TextDocument.URI] == nil && d.file != "" && s.textOf(d.file).content == d.content
	s.put(p.TextDocument.URI, d)
	if saved { // opening a file changes nothing of it
		s.touched[d.file] = touched
	}
	return nil, nil
}

func (s *server) didChange(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		return nil, nil // it was too large, or never opened
	}
	changed, ok := d.apply(p.ContentChanges, s.encoding)
	if !ok {
		s.drop(p.TextDocument.URI)
		s.tell(messageError, "So many changes at once take too long. Close the file and open it again.")
		return nil, nil
	}
	s.put(p.TextDocument.URI, &document{changed, p.TextDocument.Version, d.file})
	return nil, nil
}

func (s *server) didClose(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop(p.TextDocument.URI)
	return nil, nil
}

// didSave checks again: what was saved may be the settings, or rules, which are read from files.
func (s *server) didSave(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forget(p.TextDocument.URI)
	s.changed()
	return nil, nil
}

func (s *server) didChangeFiles(r *jsonrpc2.Request) error {
	var p struct {
		Changes []folderParam `json:"changes"`
	}
	if err := paramsOf(r, &p); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changed()
	for _, c := range p.Changes {
		s.forget(c.URI)
		s.touch(s.fileOf(c.URI))
	}
	return nil
}

// forget lets go of rules of the user's own, where a file has changed that is no configuration.
func (s *server) forget(uri string) {
	if !strings.HasSuffix(uri, ".hcl") {
		s.linter.Forget()
	}
}

// put opens a document or gives it another text.
func (s *server) put(uri string, d *document) {
	s.drop(uri)
	if s.size+len(d.content) > mostTexts || len(s.documents) == mostDocuments {
		s.tell(messageError, "The open files are too large together. This one is read as it was saved.")
		return
	}
	s.documents[uri] = d
	s.size += len(d.content)
}

// drop closes a document, and makes a new state.
func (s *server) drop(uri string) {
	s.changed()
	s.touch(s.fileOf(uri))
	if d := s.documents[uri]; d != nil {
		s.size -= len(d.content)
		delete(s.documents, uri)
	}
}

// touch notes that a file is another one in the newest state.
func (s *server) touch(file string) {
	if file != "" {
		s.touched[file] = s.number
	}
}

// changed makes a new state: what evaluates an older one may stop.
func (s *server) changed() {
	s.number++
	if s.cancel != nil {
		s.cancel()
	}
	select {
	case s.wake <- struct{}{}:
	default: // there is a reminder already
	}
}

func (s *server) tell(kind messageType, message string) {
	s.notify("window/showMessage", showMessageParams{kind, message})
}

// rootOf is the folder of the session; empty where the editor has none. Of several the first counts.
func rootOf(p *initializeParams) string {
	for _, f := range p.WorkspaceFolders {
		if folder, ok := pathOf(f.URI); ok {
			return folder
		}
	}
	if folder, ok := pathOf(p.RootURI); ok {
		return folder
	}
	if filepath.IsAbs(p.RootPath) {
		return filepath.Clean(p.RootPath)
	}
	return ""
}

// fileOf is the path of a document from the root, with "/"; empty where it is no file below that.
func (s *server) fileOf(uri string) string {
	file, ok := pathOf(uri)
	if !ok || s.root == "" {
		return ""
	}
	relative, err := filepath.Rel(s.root, file)
	if err != nil || !filepath.IsLocal(relative) {
		return ""
	}
	return filepath.ToSlash(relative)
}

// pathOf is the absolute path of a file; ok is false for what is none.
func pathOf(uri string) (file string, ok bool) {
	name, ok := slashPathOf(uri)
	if !ok {
		return "", false
	}
	file = filepath.Clean(filepath.FromSlash(name)) // path.Clean would take one slash of \\server\share
	return file, filepath.IsAbs(file)
}

// slashPathOf is what pathOf reads, with "/" on every system: /srv/a.hcl, C:/a.hcl, //server/share/a.hcl.
func slashPathOf(uri string) (name string, ok bool) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" || strings.ContainsRune(u.Path, 0) {
		return "", false
	}
	name = u.Path
	if u.Host != "" && u.Host != "localhost" {
		name = "//" + u.Host + name
	}
	if len(name) > 2 && name[2] == ':' { // /C:/folder
		name = name[1:]
	}
	return name, true
}

func fileURI(file string) string { return report.FileURI(filepath.ToSlash(file)) }
