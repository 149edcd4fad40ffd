// Package facts says what rules can read: each scope has one struct, and everything else is made
// from it.
//
// A struct becomes a Shape: the JSON schema against which rules are compiled, the codes by which an
// answer is remembered, and the Rego values that an evaluation gets. A fact that is not declared is
// undefined in Rego; truth values written as Go bools are always defined. No fact is a name: names
// enter a finding afterwards. The structs hold small comparable values only, so that the input of a
// subject can be the key of a map.
//
// A fact is one leaf of an input, a section an object that holds facts, a scope the kind of subject
// that a rule looks at, a projection some of the facts of a shape and, where a fact is a set, some
// of its members.
package facts
