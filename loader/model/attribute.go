package model

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

// AttributeOf numbers an attribute of a table.
func AttributeOf(name string) Attribute {
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

// TakesWords notes that an attribute takes the words of an enumeration.
func TakesWords(name string, words []string) {
	for _, word := range words[1:] { // the first stands for what is not declared
		if !slices.Contains(attributes.words[name], word) {
			attributes.words[name] = append(attributes.words[name], word)
		}
	}
}

func (a Attribute) String() string { return attributes.names[a] }

// AttributeNamed finds an attribute; zero where the language has none of that name.
func AttributeNamed(name string) Attribute { return attributes.numbers[name] }

// AttributeNames are those of all blocks.
func AttributeNames() []string { return attributes.names[1:] }

// AttributeWords are the words of the attributes that take nothing else.
func AttributeWords() map[string][]string { return attributes.words }

// KnownAttribute tells whether the language has an attribute of that name.
func KnownAttribute(name string) bool { return AttributeNamed(name) != 0 }

// Named is a set of what the texts of an attribute may name.
type Named uint8

// What can be named.
const (
	NamesRecipients Named = 1 << iota
	NamesForests
	NamesBatches
)

// TakesNames notes what the texts of an attribute name, in any block that has it.
func TakesNames(attribute string, named Named) { attributes.named[attribute] |= named }

// NamedBy is what an attribute names, in any block that has it.
func NamedBy(attribute string) Named { return attributes.named[attribute] }

// WordsOf are the words that an attribute takes, in the order of the language, from all blocks that have it; nil where it takes others.
func WordsOf(attribute string) []string { return slices.Clone(attributes.words[attribute]) }
