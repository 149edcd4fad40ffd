// Package folding shows many findings that say the same as one.
//
// The way of the data: a first pass over the findings counts those with one rule and one fold key;
// a second one collects the first places of the groups that are larger than the limit; then every
// finding is an Entry of its own or stands, as the first of its Group, for all of them. The formats
// for people fold, those for programs do not.
package folding
