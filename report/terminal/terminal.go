package terminal

import (
	"hybridlint/report"
)

// Style paints for a terminal, or not at all.
type Style struct{ Color bool }

// SGR parameters of ECMA-48.
const (
	sgrBold   = "1"
	sgrDim    = "2"
	sgrRed    = "1;31"
	sgrYellow = "1;33"
	sgrCyan   = "1;36"
	sgrGreen  = "1;32"
)

func (s Style) paint(sgr, text string) string {
	if !s.Color || text == "" {
		return text
	}
	return "\x1b[" + sgr + "m" + text + "\x1b[0m"
}

// Link makes text lead to a URI (OSC 8), where there is one.
func (s Style) Link(uri, text string) string {
	if uri == "" || text == "" {
		return text
	}
	return "\x1b]8;;" + uri + "\x1b\\" + text + "\x1b]8;;\x1b\\"
}

// Bold paints what is read first.
func (s Style) Bold(text string) string { return s.paint(sgrBold, text) }

// Dim paints what is read last.
func (s Style) Dim(text string) string { return s.paint(sgrDim, text) }

// Mark paints the marks below a line of a file.
func (s Style) Mark(text string) string { return s.paint(sgrGreen, text) }

// Severity paints a text in the color of a severity.
func (s Style) Severity(severity report.Severity, text string) string {
	switch severity {
	case report.Error:
		return s.paint(sgrRed, text)
	case report.Warning:
		return s.paint(sgrYellow, text)
	default:
		return s.paint(sgrCyan, text)
	}
}
