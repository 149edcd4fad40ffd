// Package userrules reads, bounds and tests the rules that users write.
//
// Read takes the policies of folders, checks their places, METADATA and words, and compiles them
// together with those of the program; what is wrong with one is a problem at its place, and that
// rule never runs. Test also runs the tests in Rego, and the fixtures as expectations in comments
// (# want ID severity) want them.
//
// The program is hybridlint itself with its rules, as opposed to the rules of users.
package userrules
