package exports

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
)

var errNotHCL = errors.New("the imported block that begins here is no longer valid; mend it, or delete it to have it imported anew")

// update brings an imported block up to date, and leaves in it what people added: comments and attributes. Partly says that
// not everything that the block is made of was exported: then what is not there now is not gone.
func update(old, imported string, partly bool) (string, error) {
	if old == imported {
		return old, nil
	}
	before, diagnostics := hclwrite.ParseConfig([]byte(old+"\n"), "", hcl.InitialPos)
	if diagnostics.HasErrors() || len(before.Body().Blocks()) != 1 {
		return "", errNotHCL
	}
	after, diagnostics := hclwrite.ParseConfig([]byte(imported+"\n"), "", hcl.InitialPos)
	if diagnostics.HasErrors() {
		return "", errNotHCL
	}
	if !partly && !hasOwn(before) {
		return imported, nil
	}
	is, want := before.Body().Blocks()[0], after.Body().Blocks()[0]
	changed := updateBody(is.Body(), want.Body(), partly)
	if is.Type() != want.Type() || !slices.Equal(is.Labels(), want.Labels()) { // a user mailbox may have become a shared one
		is.SetType(want.Type())
		is.SetLabels(want.Labels())
		changed = true
	}
	text := old
	if changed {
		text = strings.TrimRight(string(hclwrite.Format(before.Bytes())), "\n")
	}
	if partly {
		return joinMarks(text, imported), nil
	}
	return firstLine(imported) + text[len(firstLine(text)):], nil
}

// firstLine is the mark of a block, which is the comment that it begins with.
func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// kindsIn are the exports that the mark of a block names.
func kindsIn(text string) []string {
	return strings.Split(strings.TrimPrefix(strings.TrimSpace(firstLine(text)), mark), ", ")
}

// joinMarks gives a block a mark with what it was made of before and now.
func joinMarks(text, imported string) string {
	kinds := append(kindsIn(text), kindsIn(imported)...)
	slices.Sort(kinds)
	return mark + strings.Join(slices.Compact(kinds), ", ") + text[len(firstLine(text)):]
}

// pieceHasOwn tells whether people added anything to the text of an imported block; true also where it cannot be read.
func pieceHasOwn(text string) bool {
	file, diagnostics := hclwrite.ParseConfig([]byte(text+"\n"), "", hcl.InitialPos)
	return diagnostics.HasErrors() || len(file.Body().Blocks()) != 1 || hasOwn(file)
}

// hasOwn tells whether somebody added anything to an imported block.
func hasOwn(file *hclwrite.File) bool {
	comments := 0
	for _, t := range file.BuildTokens(nil) {
		if t.Type == hclsyntax.TokenComment {
			comments++
		}
	}
	return comments > 1 || bodyHasOwn(file.Body().Blocks()[0].Body())
}

func bodyHasOwn(body *hclwrite.Body) bool {
	for name := range body.Attributes() {
		if !importedAttributes[name] || seldomImported[name] {
			return true
		}
	}
	for _, b := range body.Blocks() {
		if !importedBlocks[b.Type()] || bodyHasOwn(b.Body()) {
			return true
		}
	}
	return false
}

// updateBody brings the attributes of a block up to date, and tells whether any was another one.
func updateBody(old, imported *hclwrite.Body, partly bool) bool {
	changed := false
	for name := range old.Attributes() {
		if !partly && importedAttributes[name] && !seldomImported[name] && imported.GetAttribute(name) == nil {
			old.RemoveAttribute(name)
			changed = true
		}
	}
	for _, name := range attributesInOrder(imported) {
		want := imported.GetAttribute(name).Expr().BuildTokens(nil)
		if is := old.GetAttribute(name); is != nil && sameTokens(is.Expr().BuildTokens(nil), want) {
			continue
		}
		old.SetAttributeRaw(name, want)
		changed = true
	}
	return updateInner(old, imported, partly) || changed
}

func updateInner(old, imported *hclwrite.Body, partly bool) bool {
	changed := false
	for _, b := range old.Blocks() {
		if !partly && importedBlocks[b.Type()] && imported.FirstMatchingBlock(b.Type(), b.Labels()) == nil && !bodyHasOwn(b.Body()) {
			old.RemoveBlock(b)
			changed = true
		}
	}
	for _, b := range imported.Blocks() {
		if is := old.FirstMatchingBlock(b.Type(), b.Labels()); is != nil {
			changed = updateBody(is.Body(), b.Body(), partly) || changed
			continue
		}
		old.AppendNewline()
		old.AppendBlock(b)
		changed = true
	}
	return changed
}

// attributesInOrder are the names of a body's attributes as they stand, so that the same import gives the same text.
func attributesInOrder(body *hclwrite.Body) []string {
	var names []string
	depth := 0
	tokens := body.BuildTokens(nil)
	for i, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack:
			depth--
		case hclsyntax.TokenIdent:
			if depth == 0 && i+1 < len(tokens) && tokens[i+1].Type == hclsyntax.TokenEqual {
				names = append(names, string(t.Bytes))
			}
		}
	}
	return names
}

func sameTokens(a, b hclwrite.Tokens) bool {
	return bytes.Equal(squeezed(a), squeezed(b))
}

// squeezed are the bytes of tokens without line ends and commas that make no difference.
func squeezed(tokens hclwrite.Tokens) []byte {
	var out []byte
	for _, t := range tokens {
		if t.Type != hclsyntax.TokenNewline && t.Type != hclsyntax.TokenComma {
			out = append(append(out, t.Bytes...), 0)
		}
	}
	return out
}
