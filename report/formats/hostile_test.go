package formats

import (
	"encoding/xml"
	"strings"
	"testing"
	"unicode/utf8"

	"hybridlint/report/ci/checkstyle"
	"hybridlint/report/ci/gitlab"
	"hybridlint/report/ci/junit"
	"hybridlint/report/reporttest"
	"hybridlint/report/sarif"
	"hybridlint/report/tables/json"
	"hybridlint/report/visible"
	"hybridlint/testdata/nasty"
)

func FuzzWriters(f *testing.F) {
	for _, text := range nasty.Texts() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		reporttest.Decoded[any](t, text, reporttest.Rendered(t, json.Writer{}, reporttest.Hostile(text), reporttest.Everything))
		reporttest.Decoded[any](t, text, reporttest.Rendered(t, sarif.Writer{}, reporttest.Hostile(text), reporttest.Everything))
		reporttest.Decoded[any](t, text, reporttest.Rendered(t, gitlab.Writer{}, reporttest.Hostile(text), reporttest.Everything))
		reporttest.DecodedXML[struct{ XMLName xml.Name }](t, text, reporttest.Rendered(t, junit.Writer{}, reporttest.Hostile(text), reporttest.Everything))
		reporttest.DecodedXML[struct{ XMLName xml.Name }](t, text, reporttest.Rendered(t, checkstyle.Writer{}, reporttest.Hostile(text), reporttest.Everything))
		for _, format := range All() {
			out := strings.TrimPrefix(reporttest.Rendered(t, format.Writer, reporttest.Hostile(text), reporttest.Everything), "\ufeff")
			acts := func(r rune) bool { return r != '\n' && r != '\r' && visible.Acts(r) }
			if strings.ContainsFunc(out, acts) || !utf8.ValidString(out) {
				t.Errorf("%s: %q is not harmless", format.Name, text)
			}
		}
	})
}
