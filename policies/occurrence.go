package policies

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"hybridlint/loader"
)

// tellApart numbers the findings of one rule on equal subjects: two grants of one permission, say. They are numbered by
// what their blocks declare, so that it makes no difference in which order these stand; blocks that declare the same are
// as good as each other and numbered as they stand.
func (j *join) tellApart(findings []*finding) {
	first, alike := map[string]*finding{}, map[string][]*finding{}
	for _, f := range findings {
		key := f.rule.ID + "\x00" + f.subject.key()
		if first[key] == nil {
			first[key] = f
			continue
		}
		if alike[key] == nil {
			alike[key] = []*finding{first[key]}
		}
		alike[key] = append(alike[key], f)
	}
	for _, group := range alike {
		declared := map[*finding]string{}
		for _, f := range group {
			declared[f] = j.declares(f.subject.body())
		}
		slices.SortStableFunc(group, func(a, b *finding) int { return cmp.Compare(declared[a], declared[b]) })
		for i, f := range group {
			f.occurrence = i
		}
	}
}

// declares says what a block declares, in a text that is the same wherever the block and what it names stand.
func (j *join) declares(block any) string {
	var b strings.Builder
	j.write(&b, reflect.Indirect(reflect.ValueOf(block)))
	return b.String()
}

func (j *join) write(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Invalid:
	case reflect.Pointer:
		switch value := v.Interface().(type) {
		case *loader.MigrationBatch: // named by another block; what it names in turn does not matter
			if value != nil {
				b.WriteString(strings.ToLower(value.Name))
			}
		case *time.Time:
			if value != nil {
				b.WriteString(value.Format(time.RFC3339Nano))
			}
		default:
			j.write(b, v.Elem())
		}
	case reflect.Struct:
		if sides, ok := reflect.TypeAssert[loader.Sides](v); ok {
			for f := range sides.All() {
				b.WriteString(j.model.ForestName(f) + ",")
			}
			return
		}
		for i := range v.NumField() {
			if field := v.Type().Field(i); isDeclared(field) {
				b.WriteString(field.Name + "=")
				j.write(b, v.Field(i))
				b.WriteByte(' ')
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			j.write(b, v.Index(i))
			b.WriteByte(',')
		}
	default:
		switch value := v.Interface().(type) {
		case loader.ForestID: // numbered in the order of the files
			b.WriteString(j.model.ForestName(value))
		case loader.RecipientID:
			b.WriteString(strings.ToLower(j.name(value)))
		default:
			fmt.Fprintf(b, "%v", value)
		}
	}
}

// isDeclared leaves out where a block stands, and where in it.
func isDeclared(field reflect.StructField) bool {
	return field.IsExported() && field.Type != reflect.TypeFor[loader.Block]() && field.Name != "Element"
}
