package loader

import (
	"fmt"
	"slices"
)

// Attribute is the name of an attribute of the language, as a small number.
type Attribute uint8

// mostAttributes is how many there may be: places of blocks keep most of them in seven bits, and the last ones in seven bits more.
const mostAttributes = longAttribute + 127

// attributes numbers what the tables of blocks name, each name once. Zero is no attribute. The tables are made when the program
// starts, and nothing is added later.
var attributes = struct {
	names   []string
	numbers map[string]Attribute
	// words are those of attributes that take nothing else; of all blocks.
	words map[string][]string
	// named is what texts of an attribute name, in any block.
	named map[string]Named
}{names: []string{""}, numbers: map[string]Attribute{}, words: map[string][]string{}, named: map[string]Named{}}

// attributeOf numbers an attribute of a table.
func attributeOf(name string) Attribute {
	if known := attributes.numbers[name]; known != 0 {
		return known
	}
	if len(attributes.names) > mostAttributes {
		panic(fmt.Sprintf("loader: with %q the language has more than %d attributes", name, mostAttributes))
	}
	a := Attribute(len(attributes.names))
	attributes.names = append(attributes.names, name)
	attributes.numbers[name] = a
	return a
}

// takesWords notes that an attribute takes the words of an enumeration.
func takesWords(name string, words []string) {
	for _, word := range words[1:] { // the first stands for what is not declared
		if !slices.Contains(attributes.words[name], word) {
			attributes.words[name] = append(attributes.words[name], word)
		}
	}
}

func (a Attribute) String() string { return attributes.names[a] }

// attributeNamed finds an attribute; zero where the language has none of that name.
func attributeNamed(name string) Attribute { return attributes.numbers[name] }

// AttributeNames are those of all blocks.
func AttributeNames() []string { return attributes.names[1:] }

// AttributeWords are the words of the attributes that take nothing else.
func AttributeWords() map[string][]string { return attributes.words }
