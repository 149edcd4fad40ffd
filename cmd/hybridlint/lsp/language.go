package lsp

import (
	"context"
	"slices"
	"strings"
	"sync"

	"hybridlint/loader"
	"hybridlint/loader/model"
)

// scope is what a body of blocks may hold, in the order of the alphabet.
type scope struct{ attributes, blocks []string }

// scopes remembers what bodies may hold, by the headers of the blocks around, of which it keeps so
// many: they are what somebody types.
var scopes = struct {
	sync.Mutex
	of map[string]scope
}{of: map[string]scope{}}

const mostScopes = 200

// scopeOf asks the loader what a body may hold: it is given every word of the language there, and
// those that it has nothing against belong there. So nothing of the language is said a second time.
func scopeOf(within []*block) scope {
	if len(within) > mostNested {
		return scope{}
	}
	var header strings.Builder
	for _, b := range within {
		header.WriteString(headerToAsk(b))
	}
	scopes.Lock()
	defer scopes.Unlock()
	if known, ok := scopes.of[header.String()]; ok {
		return known
	}
	words := loader.Describable()
	answer := scope{}
	refusedAttributes := refused(header.String(), words, " = null", len(within))
	refusedBlocks := refused(header.String(), words, " {}", len(within))
	for i, w := range words {
		if !refusedAttributes[i] && len(within) > 0 {
			answer.attributes = append(answer.attributes, w)
		}
		if !refusedBlocks[i] {
			answer.blocks = append(answer.blocks, w)
		}
	}
	if len(scopes.of) == mostScopes {
		clear(scopes.of)
	}
	scopes.of[header.String()] = answer
	return answer
}

// headerToAsk is a header with a label that is surely none of somebody's: only those of grants and
// synchronization engines decide what is in the block.
func headerToAsk(b *block) string {
	label := ""
	if len(b.labels) > 0 {
		label = ` "x"`
		if b.kind == "grant" || b.kind == "directory_sync" {
			label = ` "` + b.labels[0] + `"`
		}
	}
	return b.kind + label + " {\n"
}

// placeProblems begin what the loader says of a word that does not belong where it stands.
var placeProblems = map[string]bool{
	"Unknown attribute": true, "Attribute in the wrong place": true, "Block written as an attribute": true, "Unknown block": true,
	"Block in the wrong place": true, "Attribute written as a block": true,
}

// refused tells for each word whether the loader refuses it, followed by something, behind a header.
func refused(header string, words []string, end string, nested int) []bool {
	text := header + strings.Join(words, end+"\n") + end + "\n" + strings.Repeat("}\n", nested)
	_, problems := loader.Load(context.Background(), loader.Options{Documents: []loader.Document{{Name: "x", Text: text}}})
	no := make([]bool, len(words))
	for _, p := range problems {
		if i := p.Location.Start.Line - 1 - nested; placeProblems[p.Summary] && i >= 0 && i < len(no) {
			no[i] = true
		}
	}
	return no
}

// describe is what the reference of the language says of an attribute in a block, or of a block: where
// it shows that very block, or one of its type, or another one that has it too.
func describe(within []*block, name string) string {
	best, text := -1, ""
	for _, d := range loader.Describe(name) {
		fits := 0
		if n, m := len(d.Within), len(within); n > 0 && m > 0 {
			kind, _, _ := strings.Cut(d.Within[n-1], " ")
			switch b := within[m-1]; {
			case d.Within[n-1] == b.name():
				fits = 2
			case kind == b.kind || isRecipient(kind) && isRecipient(b.kind):
				fits = 1
			}
		}
		if fits > best {
			best, text = fits, d.Text
		}
	}
	return text
}

// isRecipient tells whether a block of the type declares a recipient.
func isRecipient(kind string) bool {
	return kind != "" && slices.Contains(model.NoRecipientType.Words(), kind)
}
