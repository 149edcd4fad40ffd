package loader

import "fmt"

// Attribute is the name of an attribute of the language, as a small number.
type Attribute uint8

// mostAttributes is how many there may be: places of blocks keep them in seven bits.
const mostAttributes = 127

// attributes numbers what the tables of blocks name, each name once. Zero is no attribute. The tables are made when the program
// starts, and nothing is added later.
var attributes = struct {
	names   []string
	numbers map[string]Attribute
}{names: []string{""}, numbers: map[string]Attribute{}}

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

func (a Attribute) String() string { return attributes.names[a] }

// attributeNamed finds an attribute; zero where the language has none of that name.
func attributeNamed(name string) Attribute { return attributes.numbers[name] }
