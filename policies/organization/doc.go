// Package organization makes facts of a configuration.
//
// New looks everything up once that a subject needs: the forests, the groups above everybody, what
// each recipient's delegates hold on it. An Organization is only read afterwards, by many at a
// time. EntryFacts fills the input of an entry with what is the same in every forest, and AddView
// adds what depends on one in which the delegate works; others of its methods do the same for
// recipients, relationships, invitations and bulk changes.
//
// An entry is a grant, a folder grant, an Outlook delegate, or the Send on Behalf that follows from
// one. A pair is a recipient and a delegate, and what the one holds on the other, itself or through
// groups. A Step is a step of the open batches, with the Cut that it makes between a recipient and
// the people behind a delegate.
package organization
