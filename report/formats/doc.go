// Package formats lists the output formats. Another format is a package with a report.Writer, and a
// line here.
package formats
