// Package expressions is what the values of attributes are written with: the functions that the language has, each metered so that no
// expression of a stranger takes the time or the memory of whoever checks it (Budget, in steps), and the Value that one comes to, with the
// stretch of the file that it comes from. Names of locals are declared to it; it knows no blocks.
package expressions
