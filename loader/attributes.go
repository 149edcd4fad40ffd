package loader

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/zclconf/go-cty/cty"

	"hybridlint/loader/expressions"
	"hybridlint/loader/model"
	"hybridlint/loader/suggest"
)

// The makers of attributes. Each takes the attribute's name and where its value goes.

func newAttribute[T any](name string, read func(*reader, field, expressions.Value, *T) bool) attribute[T] {
	return attribute[T]{Attribute: model.AttributeOf(name), name: name, read: read}
}

// required is the attribute that a block cannot do without.
func required[T any](a attribute[T]) attribute[T] {
	a.required = true
	return a
}

// only restricts an attribute to some blocks of its type.
func only[T any](o owner[T], a attribute[T]) attribute[T] {
	a.owner = o
	return a
}

// words is a text attribute that many blocks have with the same value.
func words[T any](name string, into func(*T) *string) attribute[T] {
	return textAttribute(name, (*reader).intern, into)
}

// ownText is a text attribute that hardly two blocks have with the same value.
func ownText[T any](name string, into func(*T) *string) attribute[T] {
	return textAttribute(name, (*reader).keep, into)
}

func textAttribute[T any](name string, keep func(*reader, string) string, into func(*T) *string) attribute[T] {
	return newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		s, ok := r.text(at, v)
		*into(t) = keep(r, s)
		return ok
	})
}

// textAnd is a text attribute that is declared even where it is empty.
func textAnd[T any](name string, into func(*T) *string, declared func(*T)) attribute[T] {
	a := ownText(name, into)
	read := a.read
	a.read = func(r *reader, at field, v expressions.Value, t *T) bool {
		declared(t)
		return read(r, at, v, t)
	}
	return a
}

// filled is a text attribute that must not be empty.
func filled[T any](name string, into func(*T) *string) attribute[T] {
	return newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		s, ok := r.text(at, v)
		if ok && !isVisible(s) {
			r.problem("Empty text", v.Start, v.End, "%q must not be empty, and somebody has to see what it says.", at.name)
			return false
		}
		*into(t) = r.intern(s)
		return ok
	})
}

// address is a text attribute that is written like a name.
func address[T any](a attribute[T]) attribute[T] {
	a.texts = addressText
	return a
}

// wordList is a list of texts that many blocks have; an empty list is not nil.
func wordList[T any](name string, into func(*T) *[]string) attribute[T] {
	return textList(name, (*reader).intern, into)
}

// ownTexts is a list of texts that hardly two blocks have; an empty list is not nil.
func ownTexts[T any](name string, into func(*T) *[]string) attribute[T] {
	return textList(name, (*reader).keep, into)
}

func textList[T any](name string, keep func(*reader, string) string, into func(*T) *[]string) attribute[T] {
	return newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		texts := r.list(len(v.Items))
		ok := r.eachText(at, v, func(_ int32, i expressions.Item) bool {
			texts = append(texts, keep(r, i.Text))
			return true
		})
		*into(t) = texts
		return ok
	})
}

func boolean[T any](name string, into func(*T) *model.Bool) attribute[T] {
	return newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		if v.Kind != expressions.Truth {
			return r.wrongType(at, v, wantTruth)
		}
		*into(t) = model.BoolOf(v.Truth)
		return true
	})
}

// integer is a whole number within bounds.
func integer[T any](name string, least, most int64, into func(*T, int64)) attribute[T] {
	return newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		if v.Kind != expressions.Number {
			return r.wrongType(at, v, "a whole number, without quotes")
		}
		n, _ := v.Number.Int64()
		if !v.Number.IsInt() || n < least || n > most {
			r.problem("Wrong number", v.Start, v.End, "%q is a whole number from %d to %d.", at.name, least, most)
			return false
		}
		into(t, n)
		return true
	})
}

func date[T any](name string, into func(*T) *model.Date) attribute[T] {
	return newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		s, ok := r.text(at, v)
		if !ok {
			return false
		}
		day, err := time.Parse(time.DateOnly, s)
		if err != nil {
			r.problem("Wrong date", v.Start, v.End, "%q is a day of the calendar, written \"YYYY-MM-DD\".", at.name)
			return false
		}
		*into(t) = model.Date(day.Year()*10000 + int(day.Month())*100 + day.Day())
		return true
	})
}

// instant is a day of the calendar, which begins at 00:00 UTC, or RFC 3339 with a zone.
func instant[T any](name string, into func(*T) **time.Time) attribute[T] {
	return newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		s, ok := r.text(at, v)
		if !ok {
			return false
		}
		parsed, ok := parseInstant(s)
		if !ok {
			r.problem("Wrong date or time", v.Start, v.End,
				"%q is a day, written \"YYYY-MM-DD\", or a time with its zone, written \"2026-12-05T22:00:00Z\" or \"2026-12-05T23:00:00+01:00\".", at.name)
			return false
		}
		*into(t) = &parsed
		return true
	})
}

func parseInstant(s string) (parsed time.Time, ok bool) {
	if day, err := time.Parse(time.DateOnly, s); err == nil {
		return day, true
	}
	parsed, err := time.Parse(time.RFC3339, s)
	return parsed.UTC(), err == nil && rfc3339.MatchString(s)
}

// rfc3339 is what time.Parse is too lenient for.
var rfc3339 = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$`)

// version is a text of up to four dotted numbers; into gets the text too.
func version[T any](name string, into func(*T, string, model.Version)) attribute[T] {
	return newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		s, ok := r.text(at, v)
		if !ok {
			return false
		}
		parsed, ok := parseVersion(s)
		if !ok {
			r.problem("Wrong version", v.Start, v.End, "%q is up to four numbers with dots between them, such as \"2.5.190.0\".", at.name)
			return false
		}
		into(t, r.intern(s), parsed)
		return true
	})
}

func parseVersion(s string) (v model.Version, ok bool) {
	parts := strings.Split(s, ".")
	if len(parts) > len(v) {
		return model.Version{}, false
	}
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 31)
		if err != nil {
			return model.Version{}, false
		}
		v[i] = int32(n)
	}
	return v, true
}

// choice is one word of an enumeration.
func choice[T any, E model.Enumeration](name string, into func(*T) *E) attribute[T] {
	var e E
	model.TakesWords(name, e.Words())
	return newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		e, ok := readChoice[E](r, at, v)
		if ok {
			*into(t) = e
		}
		return ok
	})
}

// choices is a list of words of an enumeration.
func choices[T any, E model.Enumeration](name string, into func(*T) *model.Set[E]) attribute[T] {
	var e E
	model.TakesWords(name, e.Words())
	return newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		set, ok := readChoices[E](r, at, v)
		*into(t) = set
		return ok
	})
}

// atLeastOne is a list that must not be empty.
func atLeastOne[T any](a attribute[T]) attribute[T] {
	read := a.read
	a.read = func(r *reader, at field, v expressions.Value, t *T) bool {
		if v.Kind == expressions.List && !slices.ContainsFunc(v.Items, func(i expressions.Item) bool { return i.Kind != expressions.Absent }) {
			r.problem("Empty list", v.Start, v.End, "%q is empty. Name at least one, or remove the block.", at.name)
			return false
		}
		return read(r, at, v, t)
	}
	return a
}

func readChoice[E model.Enumeration](r *reader, at field, v expressions.Value) (E, bool) {
	var none E
	s, ok := r.text(at, v)
	if !ok {
		return none, false
	}
	return chosen[E](r, at, s, v)
}

func chosen[E model.Enumeration](r *reader, at field, word string, v expressions.Value) (E, bool) {
	var none E
	all := none.Words()
	for i, known := range all {
		if i > 0 && known == word {
			return E(i), true
		}
	}
	r.problem("Unknown value", v.Start, v.End, "%q is no value of %q.%s", word, at.name, suggest.OneOf(word, all[1:]))
	return none, false
}

func readChoices[E model.Enumeration](r *reader, at field, v expressions.Value) (model.Set[E], bool) {
	set := model.SetOf[E]()
	ok := r.eachText(at, v, func(_ int32, i expressions.Item) bool {
		e, ok := chosen[E](r, at, i.Text, i.Value)
		if ok {
			set |= model.SetOf(e)
		}
		return ok
	})
	return set, ok
}

// eachText goes through a list of texts and keeps the place of each. null stands for no element.
func (r *reader) eachText(at field, v expressions.Value, visit func(element int32, i expressions.Item) bool) bool {
	if v.Kind != expressions.List {
		return r.wrongType(at, v, wantList)
	}
	ok, element := true, int32(0)
	for _, i := range v.Items {
		switch i.Kind {
		case expressions.Absent:
			continue
		case expressions.Text:
			ok = visit(element, i) && ok
		default:
			r.problem("Wrong type", i.Start, i.End, "The elements of %q are texts in quotes, and this is %s.", at.name, i.Kind)
			ok = false
		}
		r.elementAt(at, element, i)
		element++
	}
	return ok
}

func (r *reader) elementAt(at field, element int32, i expressions.Item) {
	r.addSpan(model.Span{Attribute: at.Attribute, Element: element, Start: i.From, End: i.To})
}

func (r *reader) text(at field, v expressions.Value) (string, bool) {
	if v.Kind != expressions.Text {
		return "", r.wrongType(at, v, wantText)
	}
	return v.Text, true
}

// What messages say that an attribute is.
const (
	wantText  = "text in quotes"
	wantTruth = "true or false, without quotes"
	wantList  = "a list: […]"
)

func (r *reader) wrongType(at field, v expressions.Value, wanted string) bool {
	r.problem("Wrong type", v.Start, v.End, "%q is %s, and this is %s.%s", at.name, wanted, v.Kind, r.rewritten(v, wanted))
	return false
}

// rewritten shows how to write a value that has the wrong quotes or brackets.
func (r *reader) rewritten(v expressions.Value, wanted string) string {
	const longest = 40
	source := string(r.section.Text[v.Start:v.End])
	switch {
	case len(source) > longest || strings.ContainsAny(source, "\n$%"):
		return ""
	case wanted == wantText && (v.Kind == expressions.Number || v.Kind == expressions.Truth):
		return " Write \"" + source + "\"."
	case wanted == wantTruth && v.Kind == expressions.Text && (v.Text == "true" || v.Text == "false"):
		return " Write " + v.Text + "."
	case wanted == wantList && v.Kind == expressions.Text:
		return " Write [" + source + "]."
	default:
		return ""
	}
}

// normalized is a text in the form in which hcl gives every other text.
func normalized(s string) string { return cty.NormalizeString(s) }
