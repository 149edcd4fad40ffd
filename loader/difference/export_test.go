package difference

import "reflect"

// NamesOf are the names under which the fields of a struct are compared.
func NamesOf(t reflect.Type) []string {
	var names []string
	for _, f := range fields(t) {
		if !f.inline {
			names = append(names, f.name)
		}
	}
	return names
}
