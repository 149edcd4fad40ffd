package lsp

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/sourcegraph/jsonrpc2"
	"github.com/zclconf/go-cty/cty"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/report"
)

// model is the one in which names are looked up.
func (s *server) model() *model.Model {
	if s.latest == nil || s.latest.model == nil {
		return &model.Model{}
	}
	return s.latest.model
}

// recipientNamed finds the recipient whose label, or else whose address, a text is.
func (s *server) recipientNamed(text string) (*model.Model, model.RecipientID) {
	if text == "" {
		return nil, model.NoRecipient
	}
	m, byAddress := s.model(), model.NoRecipient
	for i, r := range m.Recipients {
		switch {
		case strings.EqualFold(r.ID, text):
			return m, model.RecipientID(i)
		case byAddress == model.NoRecipient && hasAddress(r, text):
			byAddress = model.RecipientID(i)
		}
	}
	return m, byAddress
}

func hasAddress(r *model.Recipient, text string) bool {
	return strings.EqualFold(r.PrimarySMTPAddress, text) || slices.ContainsFunc(r.EmailAddresses, func(a string) bool {
		kind, address, _ := strings.Cut(a, ":")
		return strings.EqualFold(kind, "smtp") && strings.EqualFold(address, text)
	})
}

// namesRecipient tells whether a spot is the name of a recipient, at its declaration or where it is
// referred to.
func namesRecipient(at *spot) bool {
	if at.kind != literal {
		return false
	}
	if at.header != nil {
		return isRecipient(at.header.kind)
	}
	return model.NamedBy(at.attribute)&model.NamesRecipients != 0
}

// at is the document and what is at a position; nil where it is not open.
func (s *server) at(p *documentParams) (*document, spot) {
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		return nil, spot{}
	}
	_, spot := scan(d.content, d.offset(p.Position, s.encoding))
	return d, spot
}

// definition is where the recipient, forest or batch is declared that is named at a position.
func (s *server) definition(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, at := s.at(p)
	if at.kind != literal {
		return nil, nil
	}
	if namesRecipient(&at) {
		if m, id := s.recipientNamed(at.text); id != model.NoRecipient {
			return s.place(m.Recipients[id].Location()), nil
		}
		// What was typed a moment ago may not be in any model yet.
		if label, declared, _, err := s.named(s.ctx, p); label != "" || err != nil {
			return s.place(declared), err
		}
	}
	named, m := model.NamedBy(at.attribute), s.model()
	for _, f := range m.Forests {
		if named&model.NamesForests != 0 && strings.EqualFold(f.Name, at.text) {
			return s.place(f.Location()), nil
		}
	}
	for _, b := range m.Batches {
		if named&model.NamesBatches != 0 && strings.EqualFold(b.Name, at.text) {
			return s.place(b.Location()), nil
		}
	}
	return nil, nil
}

// place is a place of the latest state as the editor names it.
func (s *server) place(l report.Location) location {
	return location{s.uriOf(l.File), s.rangeIn(l)}
}

func (s *server) uriOf(file string) string {
	for uri, d := range s.documents {
		if d.file == file {
			return uri
		}
	}
	return fileURI(filepath.Join(s.root, filepath.FromSlash(file)))
}

// rangeIn is a stretch of a file as it is now, in the editor or on the disk.
func (s *server) rangeIn(l report.Location) textRange { return s.rangeOf(s.textOf(l.File), l) }

func (s *server) rangeOf(t *text, l report.Location) textRange {
	return textRange{s.positionIn(t, l.Start), s.positionIn(t, l.End)}
}

func (s *server) positionIn(t *text, at report.Position) position {
	runes := []rune(t.line(at.Line - 1))
	return position{max(at.Line-1, 0), units(string(runes[:min(max(at.Column-1, 0), len(runes))]), s.encoding)}
}

// textOf is a file as it is now; empty where it cannot be read.
func (s *server) textOf(file string) *text {
	for _, d := range s.documents {
		if d.file == file {
			return d.text
		}
	}
	root, err := os.OpenRoot(s.root)
	if err != nil {
		return newText("")
	}
	defer root.Close()
	f, err := loader.OpenInside(root, file)
	if err != nil {
		return newText("")
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, mostTexts))
	if err != nil {
		return newText("")
	}
	return newText(strings.TrimPrefix(strings.ToValidUTF8(string(content), "\uFFFD"), "\uFEFF"))
}

// mentions are all places that name a recipient, in the files as they are now, by its label.
func (s *server) mentions(ctx context.Context) (of map[string][]report.Location, config *model.Model, err error) {
	root, err := os.OpenRoot(s.root)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	of = map[string][]report.Location{}
	now := s.snapshot()
	config, err = s.linter.Load(ctx, s.root, &loader.Tree{FS: overlay{root, now.texts}, Top: s.root}, func(at report.Location, label string) {
		of[label] = append(of[label], at)
	})
	if config != nil {
		defer config.Sources.Close()
	}
	return of, config, err
}

// named are the label of the recipient at a position, and every place that names it.
func (s *server) named(ctx context.Context, p *documentParams) (label string, declared report.Location, places []report.Location, err error) {
	_, at := s.at(p)
	if !namesRecipient(&at) {
		return "", declared, nil, nil
	}
	of, config, err := s.mentions(ctx)
	if err != nil {
		return "", declared, nil, err
	}
	wanted := at.text
	if unquoted, ok := unquoted(`"` + at.text + `"`); ok {
		wanted = unquoted
	}
	for _, r := range config.Recipients {
		if strings.EqualFold(r.ID, wanted) || label == "" && hasAddress(r, wanted) {
			label, declared = r.ID, r.Location()
		}
	}
	return label, declared, of[label], nil
}

func (s *server) references(p *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	label, declared, places, err := s.named(s.ctx, p)
	if err != nil || label == "" {
		return nil, err
	}
	if p.Context.IncludeDeclaration {
		places = append(places, declared)
	}
	slices.SortFunc(places, report.Location.Compare)
	found := []location{}
	for _, l := range places {
		found = append(found, s.place(l))
	}
	return found, nil
}

// rename gives a recipient another label, at its block and wherever somebody refers to that label.
// What refers to it by an address stays.
func (s *server) rename(p *documentParams) (any, error) {
	refuse := func(why string) error { return &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: why} }
	s.mu.Lock()
	defer s.mu.Unlock()
	label, declared, places, err := s.named(s.ctx, p)
	switch {
	case err != nil:
		return nil, err
	case label == "":
		return nil, refuse("There is no recipient here.")
	case strings.TrimSpace(p.NewName) == "" || strings.ContainsAny(p.NewName, "\r\n"):
		return nil, refuse("A recipient needs a name, on one line.")
	}
	if m, id := s.recipientNamed(p.NewName); id != model.NoRecipient && !strings.EqualFold(m.Recipients[id].ID, label) {
		return nil, refuse("There is a recipient of this name, or with this address.")
	}
	edits := map[string][]textEdit{}
	texts := map[string]*text{}
	for _, l := range append(places, declared) {
		if texts[l.File] == nil {
			texts[l.File] = s.textOf(l.File)
		}
		edit, refers, err := s.renamed(texts[l.File], l, label, p.NewName)
		if err != nil {
			return nil, refuse(err.Error() + ": " + l.File)
		}
		if refers {
			uri := s.uriOf(l.File)
			edits[uri] = append(edits[uri], edit)
		}
	}
	return workspaceEdit{edits}, nil
}

var errTemplate = errors.New("the name is put together by an expression, which a rename cannot change")

// renamed is the edit at one place; refers is false where an address is written there.
func (s *server) renamed(t *text, l report.Location, label, name string) (edit textEdit, refers bool, err error) {
	start := t.offset(s.positionIn(t, l.Start), s.encoding)
	end := t.offset(s.positionIn(t, l.End), s.encoding)
	written := t.content[start:max(start, end)]
	first, last := strings.IndexByte(written, '"'), strings.LastIndexByte(written, '"') // of a declaration behind its type
	if first < 0 || last <= first {
		return edit, false, errTemplate
	}
	was, ok := unquoted(written[first : last+1])
	switch {
	case !ok:
		return edit, false, errTemplate
	case !strings.EqualFold(was, label):
		return edit, false, nil
	}
	return textEdit{textRange{t.position(start+first, s.encoding), t.position(start+last+1, s.encoding)}, quoted(name)}, true, nil
}

// unquoted is what a text in quotes says; ok is false for a template.
func unquoted(source string) (string, bool) {
	e, diagnostics := hclsyntax.ParseExpression([]byte(source), "", hcl.InitialPos)
	template, ok := e.(*hclsyntax.TemplateExpr)
	if !ok || diagnostics.HasErrors() || !template.IsStringLiteral() {
		return "", false
	}
	value, diagnostics := template.Value(nil)
	return value.AsString(), !diagnostics.HasErrors()
}

// quoted is a text as HCL.
func quoted(text string) string { return string(hclwrite.TokensForValue(cty.StringVal(text)).Bytes()) }
