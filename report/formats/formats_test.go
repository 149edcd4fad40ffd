package formats

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"hybridlint/report"
	"hybridlint/report/reporttest"
	"hybridlint/report/visible"
)

// Nothing that somebody wrote into a file acts on a terminal, in a log or on the CI that reads it, whatever the format.
func TestEveryFormatIsHarmless(t *testing.T) {
	for _, format := range All() {
		for name, r := range reporttest.EveryCompared() {
			out := reporttest.Rendered(t, format.Writer, r, reporttest.Everything)
			if !utf8.ValidString(out) {
				t.Errorf("%s, %q: not UTF-8", format.Name, name)
			}
			out = strings.TrimPrefix(out, "\ufeff")
			if i := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && r != '\r' && visible.Acts(r) }); i >= 0 {
				t.Errorf("%s, %q: %q is written", format.Name, name, out[max(0, i-20):min(len(out), i+5)])
			}
			commands := 0
			for line := range strings.SplitSeq(out, "\n") {
				if strings.HasPrefix(strings.TrimSpace(line), "::") && format.Name != "github" && format.Name != "html" { // CSS has a :: of its own
					t.Errorf("%s, %q: GitHub would take this line for a command: %q", format.Name, name, line)
				}
				if i := strings.Index(line, "##vso["); i >= 0 {
					commands++
					if format.Name != "azure" || i > 0 {
						t.Errorf("%s, %q: Azure Pipelines would take this line for a command: %q", format.Name, name, line)
					}
				}
			}
			if format.Name == "azure" && commands > reporttest.AllFindings(r) {
				t.Errorf("%q: %d commands for %d findings and problems", name, commands, reporttest.AllFindings(r))
			}
		}
	}
}

type fullDisk struct{}

var errDisk = errors.New("no space left")

func (fullDisk) Write([]byte) (int, error) { return 0, errDisk }

// A report that could not be written is not a report, however short it is.
func TestWritersReportWriteErrors(t *testing.T) {
	for _, format := range All() {
		for name, r := range map[string]*report.Report{"clean": reporttest.Clean(), "many": reporttest.Many(2_000)} {
			if err := format.Writer.Write(fullDisk{}, r, report.Options{}); !errors.Is(err, errDisk) {
				t.Errorf("%s, %s: %v", format.Name, name, err)
			}
		}
	}
}

// The findings may be ranged over more than once and must not be kept: each pass makes them anew.
func TestWritersAreDeterministic(t *testing.T) {
	for _, format := range All() {
		first := reporttest.Rendered(t, format.Writer, reporttest.Many(5_001), report.Options{Fold: 50})
		for range 2 {
			if reporttest.Rendered(t, format.Writer, reporttest.Many(5_001), report.Options{Fold: 50}) != first {
				t.Fatalf("%s differs from run to run", format.Name)
			}
		}
	}
}

func BenchmarkWriters(b *testing.B) {
	r := reporttest.Many(4_000)
	for _, format := range All() {
		b.Run(format.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := format.Writer.Write(&strings.Builder{}, r, report.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
