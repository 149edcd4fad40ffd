// Package visible makes text harmless wherever it is shown: what would act on a terminal, a log or
// a reader is shown as an escape. Whatever comes out of a file goes through it.
package visible
