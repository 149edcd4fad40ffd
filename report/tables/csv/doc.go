// Package csv writes a report as a table for Excel and Import-Csv.
//
// The way of the data: every finding, then every problem, becomes a row. No cell is taken for a
// formula.
package csv
