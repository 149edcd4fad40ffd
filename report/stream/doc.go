// Package stream writes JSON and XML piece by piece, so that a report is never a document in
// memory.
package stream
