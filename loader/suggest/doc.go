// Package suggest finds the word or the name that was probably meant where somebody wrote another: by the letters, and by what Exchange
// calls the same thing. Names of people are suggested with more care than words of the language.
package suggest
