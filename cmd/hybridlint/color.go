package main

import (
	"io"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

func colorModes() []string { return []string{"auto", "always", "never"} }

func addColorFlag(c *cobra.Command, mode *string) {
	c.Flags().StringVar(mode, "color", "auto", "auto, always or never; auto means on a terminal, unless NO_COLOR is set")
	complete(c, "color", colorModes())
}

// paints tells whether what is written to w is to be coloured.
func (p *program) paints(mode string, w io.Writer) (bool, error) {
	switch mode {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
		return p.getenv("NO_COLOR") == "" && p.getenv("TERM") != "dumb" && isTerminal(w), nil
	default:
		return false, unknown("colour mode", mode, colorModes())
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
