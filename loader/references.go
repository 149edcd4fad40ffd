package loader

import (
	"hybridlint/loader/expressions"
	"hybridlint/loader/model"
)

// The makers of attributes that name somebody or something. Reading only notes the name; it is resolved when every file
// has been read.

// refers notes one name.
func refers[T any](named model.Named, name string, link func(*linker, mention, *T) bool) attribute[T] {
	model.TakesNames(name, named)
	a := newAttribute(name, func(r *reader, at field, v expressions.Value, _ *T) bool {
		s, ok := r.text(at, v)
		if ok {
			r.refer(at, model.WholeAttribute, s)
		}
		return ok
	})
	a.link, a.texts = link, nameText
	return a
}

// refersToMany notes a list of names.
func refersToMany[T any](named model.Named, name string, start func(*T), link func(*linker, mention, *T) bool) attribute[T] {
	model.TakesNames(name, named)
	a := newAttribute(name, func(r *reader, at field, v expressions.Value, t *T) bool {
		start(t)
		return r.eachText(at, v, func(element int32, i expressions.Item) bool {
			r.refer(at, element, i.Text)
			return true
		})
	})
	a.link, a.texts = link, nameText
	return a
}

func (r *reader) refer(at field, element int32, name string) {
	r.drafts.references = append(r.drafts.references, reference{name: r.name(name), element: element, attribute: at.Attribute})
}

// forestName is a forest or "cloud".
func forestName[T any](name string, into func(*T) *model.ForestID) attribute[T] {
	return refers(model.NamesForests, name, func(l *linker, m mention, t *T) bool {
		f, ok := l.forest(m)
		*into(t) = f
		return ok
	})
}

// onPremisesForest is a forest that is not the cloud.
func onPremisesForest[T any](name string, into func(*T) *model.ForestID) attribute[T] {
	return refers(model.NamesForests, name, func(l *linker, m mention, t *T) bool {
		f, ok := l.onPremisesForest(m)
		*into(t) = f
		return ok
	})
}

// sides is a list of forests, "cloud" among them.
func sides[T any](name string, into func(*T) *model.Sides) attribute[T] {
	return refersToMany(model.NamesForests, name, func(t *T) { *into(t) = model.SidesOf() }, func(l *linker, m mention, t *T) bool {
		f, ok := l.forest(m)
		*into(t) = into(t).With(f)
		return ok
	})
}

// recipient is a declared recipient.
func recipient[T any](name string, into func(*T) *model.RecipientID) attribute[T] {
	return refers(model.NamesRecipients, name, func(l *linker, m mention, t *T) bool {
		id, ok := l.recipient(m)
		*into(t) = id
		return ok
	})
}

// recipients is a list of declared recipients.
func recipients[T any](name string, into func(*T) *[]model.RecipientID) attribute[T] {
	return refersToMany(model.NamesRecipients, name, func(t *T) { *into(t) = []model.RecipientID{} }, func(l *linker, m mention, t *T) bool {
		id, ok := l.recipient(m)
		*into(t) = append(*into(t), id)
		return ok
	})
}
