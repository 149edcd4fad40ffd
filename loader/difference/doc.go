// Package difference says which declarations of two configurations differ: recipients that moved, entries that came, settings of
// the organization that are others now.
//
// The way of the data: each configuration is taken apart into declarations with a key and a text of what they say; declarations
// of one key are set against each other, and of those whose texts differ the attributes are compared. The text is read off the
// structs of the model by reflection, so that an attribute that is new there is compared without a line here.
package difference
