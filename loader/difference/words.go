package difference

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"hybridlint/loader/model"
)

// writer writes what declarations of a model say.
type writer struct {
	model *model.Model
	// terms are the texts of what many grants share.
	terms map[[2]any]string
}

// separator stands between attributes, equals between a name and its value. Neither is in any text of a configuration, which
// has no control characters.
const (
	separator = "\x00"
	equals    = "\x01"
)

// declared is what a struct of the model says: its fields that are declared, in order.
func (w *writer) declared(block any) string {
	var b strings.Builder
	w.fields(&b, "", reflect.ValueOf(block))
	return b.String()
}

// field is one field of a struct: its name in the language; left out where it says where something stands or who it is.
type field struct {
	index  int
	name   string
	inline bool
}

var fieldsOf sync.Map // of reflect.Type to []field

// leftOut are fields that are in the key of a declaration, and places.
var leftOut = []string{"Element", "ID", "Type", "Delegate", "Recipient", "Owner", "Engine", "Holder", "Target", "Permission", "Path", "RecipientText", "Files", "Sources"}

func fields(t reflect.Type) []field {
	if known, ok := fieldsOf.Load(t); ok {
		return known.([]field)
	}
	var list []field
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Type == reflect.TypeFor[model.Block]() || !f.IsExported() {
			continue
		}
		inner := f.Type
		if inner.Kind() == reflect.Pointer {
			inner = inner.Elem()
		}
		inline := f.Anonymous || inner == reflect.TypeFor[model.Procedure]() || inner == reflect.TypeFor[model.FolderGrant]()
		if slices.Contains(leftOut, f.Name) && !inline && !keeps(t, f.Name) {
			continue
		}
		list = append(list, field{i, snake(f.Name), inline})
	}
	fieldsOf.Store(t, list)
	return list
}

// keeps tells fields whose name is left out elsewhere and that say something here.
func keeps(t reflect.Type, name string) bool {
	switch t {
	case reflect.TypeFor[model.FolderGrant]():
		return name == "Type"
	case reflect.TypeFor[model.Exception](), reflect.TypeFor[model.BulkChange]():
		return name != "Element"
	default:
		return false
	}
}

// acronyms are words that the names of fields have in capitals.
var acronyms = strings.NewReplacer("ACLable", "Aclable", "SMTP", "Smtp", "DN", "Dn", "X500", "X500", "MB", "Mb", "GB", "Gb", "ID", "Id")

// snake is the name of a field as the language has it.
func snake(name string) string {
	var b strings.Builder
	for i, c := range acronyms.Replace(name) {
		if unicode.IsUpper(c) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}

func (w *writer) fields(b *strings.Builder, prefix string, v reflect.Value) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	for _, f := range fields(v.Type()) {
		value := v.Field(f.index)
		switch {
		case f.inline:
			w.fields(b, prefix, value)
		default:
			if text := w.value(value); text != "" {
				b.WriteString(prefix + f.name + equals + text + separator)
			}
		}
	}
}

// value is the text of a value; empty where it is not declared.
func (w *writer) value(v reflect.Value) string {
	if text, ok := w.named(v); ok {
		return text
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		return w.value(v.Elem())
	case reflect.Slice:
		return w.list(v)
	case reflect.Struct:
		var b strings.Builder
		w.fields(&b, "", v)
		return "{" + strings.Trim(strings.NewReplacer(equals, " = ", separator, ", ").Replace(b.String()), ", ") + "}"
	case reflect.Bool:
		if !v.Bool() {
			return ""
		}
	case reflect.Array:
		if v.IsZero() {
			return ""
		}
		return strings.Trim(strings.ReplaceAll(fmt.Sprint(v.Interface()), " ", "."), "[]")
	}
	if v.IsZero() && v.Kind() != reflect.String {
		return ""
	}
	return fmt.Sprint(v.Interface())
}

// named is the text of a value of the model's own types.
func (w *writer) named(v reflect.Value) (string, bool) {
	switch value := v.Interface().(type) {
	case model.RecipientID:
		if value == model.NoRecipient {
			return "", true
		}
		return w.model.Recipients[value].ID, true
	case model.ForestID:
		return w.model.ForestName(value), true
	case model.Sides:
		return w.sides(value), true
	case model.Date:
		if value == 0 {
			return "", true
		}
		return fmt.Sprintf("%04d-%02d-%02d", value/10_000, value/100%100, value%100), true
	case *model.MigrationBatch:
		if value == nil {
			return "", true
		}
		return value.Name, true
	case *model.Trustee:
		return value.Text, true
	case *time.Time:
		if value == nil {
			return "", true
		}
		return value.UTC().Format(time.RFC3339), true
	case interface{ Words() []string }:
		return enumerated(v, value.Words()), true
	default:
		return "", false
	}
}

// sides is a list of forests, without order.
func (w *writer) sides(of model.Sides) string {
	if !of.Declared() {
		return ""
	}
	var names []string
	for side := range of.All() {
		names = append(names, w.model.ForestName(side))
	}
	slices.Sort(names)
	return "[" + strings.Join(names, ", ") + "]"
}

// enumerated is the word of a value of an enumeration, or those of a list of them.
func enumerated(v reflect.Value, words []string) string {
	if v.Kind() == reflect.Uint8 {
		return words[v.Uint()]
	}
	const declared = 1 << 63
	bits := v.Uint()
	if bits&declared == 0 {
		return ""
	}
	var in []string
	for i := 1; i < len(words); i++ {
		if bits&(1<<i) != 0 {
			in = append(in, words[i])
		}
	}
	return "[" + strings.Join(in, ", ") + "]"
}

// list is a list without order, which none has a meaning in. One that is declared and empty is not nil.
func (w *writer) list(v reflect.Value) string {
	if v.IsNil() {
		return ""
	}
	texts := make([]string, v.Len())
	for i := range v.Len() {
		texts[i] = w.value(v.Index(i))
	}
	slices.SortFunc(texts, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	return "[" + strings.Join(texts, ", ") + "]"
}
