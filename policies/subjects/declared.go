package subjects

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"hybridlint/loader/model"
)

// Declares says what a block declares, in a text that is the same wherever the block and what it
// names stand.
func (n Names) Declares(block any) string {
	var b strings.Builder
	n.write(&b, reflect.Indirect(reflect.ValueOf(block)))
	return b.String()
}

func (n Names) write(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Invalid:
	case reflect.Pointer:
		switch value := v.Interface().(type) {
		case *model.MigrationBatch: // named by another block; what it names in turn does not matter
			if value != nil {
				b.WriteString(strings.ToLower(value.Name))
			}
		case *time.Time:
			if value != nil {
				b.WriteString(value.Format(time.RFC3339Nano))
			}
		default:
			n.write(b, v.Elem())
		}
	case reflect.Struct:
		if sides, ok := reflect.TypeAssert[model.Sides](v); ok {
			for f := range sides.All() {
				b.WriteString(n.Model.ForestName(f) + ",")
			}
			return
		}
		for i := range v.NumField() {
			if field := v.Type().Field(i); isDeclared(field) {
				b.WriteString(field.Name + "=")
				n.write(b, v.Field(i))
				b.WriteByte(' ')
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			n.write(b, v.Index(i))
			b.WriteByte(',')
		}
	default:
		switch value := v.Interface().(type) {
		case model.ForestID: // numbered in the order of the files
			b.WriteString(n.Model.ForestName(value))
		case model.RecipientID:
			b.WriteString(strings.ToLower(n.Name(value)))
		default:
			fmt.Fprintf(b, "%v", value)
		}
	}
}

// isDeclared leaves out where a block stands, and where in it.
func isDeclared(field reflect.StructField) bool {
	return field.IsExported() && field.Type != reflect.TypeFor[model.Block]() && field.Name != "Element"
}
