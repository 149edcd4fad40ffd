package loader

import (
	"math/big"

	"github.com/zclconf/go-cty/cty"
)

// kind is what sort of value stands in a file.
type kind uint8

const (
	absent kind = iota // null
	text
	truth
	number
	list
	object
	unusable // nothing that the language has a place for
)

// String names the kind in messages.
func (k kind) String() string {
	return [...]string{"null", "text", "true or false", "a number", "a list", "an object", "something else"}[k]
}

// value is what an expression came to, with the stretch of the file that it comes from.
type value struct {
	kind   kind
	truth  bool
	text   string
	number *big.Float
	// items are the elements of a list, or of an object with their keys.
	items      []item
	start, end uint32
}

type item struct {
	key string
	value
	// from is where the element stands, an object's with its key.
	from, to uint32
}

// computed turns the result of an expression into a value; everything in it comes from the expression's own place.
func computed(v cty.Value, start, end uint32) value {
	result := value{start: start, end: end}
	switch t := v.Type(); {
	case !v.IsKnown():
		result.kind = unusable
	case v.IsNull():
		result.kind = absent
	case t == cty.String:
		result.kind, result.text = text, v.AsString()
	case t == cty.Bool:
		result.kind, result.truth = truth, v.True()
	case t == cty.Number:
		result.kind, result.number = number, v.AsBigFloat()
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		result.kind = list
		result.items = computedItems(v, start, end)
	case t.IsObjectType() || t.IsMapType():
		result.kind = object
		result.items = computedItems(v, start, end)
	default:
		result.kind = unusable
	}
	return result
}

func computedItems(v cty.Value, start, end uint32) []item {
	var items []item
	for it := v.ElementIterator(); it.Next(); {
		key, element := it.Element()
		i := item{value: computed(element, start, end), from: start, to: end}
		if key.Type() == cty.String && !v.Type().IsSetType() {
			i.key = key.AsString()
		}
		items = append(items, i)
	}
	return items
}
