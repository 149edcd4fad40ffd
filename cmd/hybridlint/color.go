package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"hybridlint/report"
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

// terminalWidth is the number of columns of the terminal that w is; 0 where it is none, or does not tell.
func terminalWidth(w io.Writer) int {
	const least = 40 // in less, breaking lines helps nobody
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil || columns < least {
		return 0
	}
	return columns
}

// hyperlinks tells whether the terminal is one that is known to show OSC 8 as links. Others may print them.
func (p *program) hyperlinks() bool {
	for _, variable := range []string{"WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM"} {
		if p.getenv(variable) != "" {
			return true
		}
	}
	const sinceVTE = 5000 // 0.50
	if version, err := strconv.Atoi(p.getenv("VTE_VERSION")); err == nil && version >= sinceVTE {
		return true
	}
	return slices.Contains([]string{"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"}, p.getenv("TERM_PROGRAM"))
}

// folderURI is that of a folder, with a slash at its end.
func folderURI(folder string) string {
	return report.FileURI(strings.TrimSuffix(filepath.ToSlash(folder), "/") + "/")
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
