package expressions

import (
	"math/big"

	"github.com/zclconf/go-cty/cty"
)

// Kind is what sort of value stands in a file.
type Kind uint8

// The kinds of values.
const (
	Absent Kind = iota // null
	Text
	Truth
	Number
	List
	Object
	unusable // nothing that the language has a place for
)

// String names the kind in messages.
func (k Kind) String() string {
	return [...]string{"null", "text", "true or false", "a number", "a list", "an object", "something else"}[k]
}

// Value is what an expression came to, with the stretch of the file that it comes from.
type Value struct {
	Kind   Kind
	Truth  bool
	Text   string
	Number *big.Float
	// Items are the elements of a list, or of an object with their keys.
	Items      []Item
	Start, End uint32
}

// Item is an element of a list or an object.
type Item struct {
	Key string
	Value
	// From and To are where the element stands: an object's with its key.
	From, To uint32
}

// Computed turns the result of an expression into a value; everything in it comes from the expression's own place.
func Computed(v cty.Value, start, end uint32) Value {
	result := Value{Start: start, End: end}
	switch t := v.Type(); {
	case !v.IsKnown():
		result.Kind = unusable
	case v.IsNull():
		result.Kind = Absent
	case t == cty.String:
		result.Kind, result.Text = Text, v.AsString()
	case t == cty.Bool:
		result.Kind, result.Truth = Truth, v.True()
	case t == cty.Number:
		result.Kind, result.Number = Number, v.AsBigFloat()
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		result.Kind = List
		result.Items = computedItems(v, start, end)
	case t.IsObjectType() || t.IsMapType():
		result.Kind = Object
		result.Items = computedItems(v, start, end)
	default:
		result.Kind = unusable
	}
	return result
}

func computedItems(v cty.Value, start, end uint32) []Item {
	var items []Item
	for it := v.ElementIterator(); it.Next(); {
		key, element := it.Element()
		i := Item{Value: Computed(element, start, end), From: start, To: end}
		if key.Type() == cty.String && !v.Type().IsSetType() {
			i.Key = key.AsString()
		}
		items = append(items, i)
	}
	return items
}
