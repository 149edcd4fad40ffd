package report

// style paints for a terminal, or not at all.
type style struct{ color bool }

// SGR parameters of ECMA-48.
const (
	sgrBold   = "1"
	sgrDim    = "2"
	sgrRed    = "1;31"
	sgrYellow = "1;33"
	sgrCyan   = "1;36"
	sgrGreen  = "1;32"
)

func (s style) paint(sgr, text string) string {
	if !s.color || text == "" {
		return text
	}
	return "\x1b[" + sgr + "m" + text + "\x1b[0m"
}

func (s style) bold(text string) string { return s.paint(sgrBold, text) }
func (s style) dim(text string) string  { return s.paint(sgrDim, text) }
func (s style) mark(text string) string { return s.paint(sgrGreen, text) }

func (s style) severity(severity Severity, text string) string {
	switch severity {
	case Error:
		return s.paint(sgrRed, text)
	case Warning:
		return s.paint(sgrYellow, text)
	default:
		return s.paint(sgrCyan, text)
	}
}
