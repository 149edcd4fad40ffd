package loader

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader/model"
)

// languagePage is the reference of the language. Tests make sure that its blocks are understood, and that it has every attribute with all of
// its words.
//
//go:embed README.md
var languagePage string

// Page is the reference of the language, in Markdown.
func Page() string { return languagePage }

// Described is a part of the reference: a block, or a line about an attribute.
type Described struct {
	// Within are the types of the blocks around it, from outside, with their labels.
	Within []string
	// Text is HCL with a comment behind every attribute, without a line end at its end.
	Text string
}

// commonRecipient is the block of the reference that has what all recipients have.
const commonRecipient = "shared_mailbox"

// Describe looks a type of blocks up in the reference, or the name of an attribute; nil where there is neither. A recipient has,
// beside what its own block shows, the attributes of every recipient.
func Describe(word string) []Described {
	found := describedBlocks(word)
	if isRecipientType(word) && word != commonRecipient {
		for _, d := range describedBlocks(commonRecipient) {
			found = append(found, Described{Text: strings.Replace(d.Text, commonRecipient, word, 1)})
		}
	}
	if found == nil && model.KnownAttribute(word) {
		found = describedAttribute(word)
	}
	return found
}

// Describable are the words that Describe knows: block types and attributes.
func Describable() []string {
	words := slices.Clone(model.AttributeNames())
	for kind := range topLevel {
		words = append(words, kind)
	}
	walkReference(func(_ []string, b *hclsyntax.Block, _ []byte) { words = append(words, b.Type) })
	slices.Sort(words)
	return slices.Compact(words)
}

func isRecipientType(word string) bool {
	return word != "" && slices.Contains(model.NoRecipientType.Words(), word)
}

func describedBlocks(kind string) []Described {
	var found []Described
	walkReference(func(within []string, b *hclsyntax.Block, text []byte) {
		if b.Type == kind {
			found = append(found, Described{within, lines(text, b.TypeRange.Start.Byte, b.CloseBraceRange.End.Byte)})
		}
	})
	return found
}

func describedAttribute(name string) []Described {
	var found []Described
	walkReference(func(within []string, b *hclsyntax.Block, text []byte) {
		if a := b.Body.Attributes[name]; a != nil {
			found = append(found, Described{append(slices.Clip(within), header(b)), lines(text, a.SrcRange.Start.Byte, a.SrcRange.End.Byte)})
		}
	})
	return found
}

// requiredExamples says, by block type and name, how the reference has an attribute that a block cannot do without: ("cloud" or a forest),
// like home = "cloud".
var requiredExamples = sync.OnceValue(func() map[[2]string]string {
	examples := map[[2]string]string{}
	walkReference(func(_ []string, b *hclsyntax.Block, text []byte) {
		for name, a := range b.Body.Attributes {
			line := lines(text, a.SrcRange.Start.Byte, a.SrcRange.End.Byte)
			about, isRequired := strings.CutPrefix(strings.TrimSpace(line[strings.LastIndexByte(line, '#')+1:]), "required")
			if !isRequired {
				continue
			}
			value := a.Expr.Range()
			example := fmt.Sprintf(", like %s = %s", name, text[value.Start.Byte:value.End.Byte])
			if meaning, ok := strings.CutPrefix(about, ": "); ok {
				example = fmt.Sprintf(" (%s)%s", meaning, example)
			}
			examples[[2]string{b.Type, name}] = example
		}
	})
	return examples
})

// exampleOf is that of a required attribute; empty where the reference does not call it one.
func exampleOf(kind, name string) string {
	if isRecipientType(kind) && requiredExamples()[[2]string{kind, name}] == "" {
		kind = commonRecipient
	}
	return requiredExamples()[[2]string{kind, name}]
}

func header(b *hclsyntax.Block) string {
	words := []string{b.Type}
	for _, label := range b.Labels {
		words = append(words, `"`+label+`"`)
	}
	return strings.Join(words, " ")
}

var referencePattern = regexp.MustCompile("(?s)(<!-- file [^\n]*\n)?```hcl\n(.*?)```")

// referenceBlocks are those of the page; configurations that it shows as an example are none of it.
func referenceBlocks() []string {
	var texts []string
	for _, m := range referencePattern.FindAllStringSubmatch(languagePage, -1) {
		if m[1] == "" {
			texts = append(texts, m[2])
		}
	}
	return texts
}

// walkReference visits every block of the reference, with those around it and the text that it stands in.
func walkReference(visit func(within []string, b *hclsyntax.Block, text []byte)) {
	for _, text := range referenceBlocks() {
		file, _ := hclsyntax.ParseConfig([]byte(text), "README.md", hcl.InitialPos)
		var walk func(within []string, blocks hclsyntax.Blocks)
		walk = func(within []string, blocks hclsyntax.Blocks) {
			for _, b := range blocks {
				visit(within, b, []byte(text))
				walk(append(slices.Clip(within), header(b)), b.Body.Blocks)
			}
		}
		walk(nil, file.Body.(*hclsyntax.Body).Blocks)
	}
}

// lines is the text from the line of start, without its indentation, to the end of the line of end, and what comments go on in the
// lines below.
func lines(text []byte, start, end int) string {
	from := strings.LastIndexByte(string(text[:start]), '\n') + 1
	rest := string(text[end:])
	stretch := string(text[from:end])
	for {
		line, after, _ := strings.Cut(rest, "\n")
		stretch += line
		next, _, _ := strings.Cut(after, "\n")
		if !strings.HasPrefix(strings.TrimSpace(next), "#") || !strings.HasPrefix(next, strings.Repeat(" ", commentColumn)) {
			break
		}
		stretch, rest = stretch+"\n", after
	}
	indent := len(stretch) - len(strings.TrimLeft(stretch, " "))
	var out []string
	for line := range strings.SplitSeq(stretch, "\n") {
		out = append(out, line[min(indent, len(line)-len(strings.TrimLeft(line, " "))):])
	}
	return strings.Join(out, "\n")
}

// commentColumn is where a comment that only goes on begins at least: others stand above what they are about.
const commentColumn = 20
