package checkstyle

import (
	"encoding/xml"
	"slices"
	"testing"

	"hybridlint/report/reporttest"
	"hybridlint/report/visible"
	"hybridlint/testdata/nasty"
)

type checkstyleDocument struct {
	XMLName xml.Name `xml:"checkstyle"`
	Version string   `xml:"version,attr"`
	Files   []struct {
		Name   string `xml:"name,attr"`
		Errors []struct {
			Line     int    `xml:"line,attr"`
			Column   int    `xml:"column,attr"`
			Severity string `xml:"severity,attr"`
			Message  string `xml:"message,attr"`
			Source   string `xml:"source,attr"`
			reporttest.Unknown
		} `xml:"error"`
		reporttest.Unknown
	} `xml:"file"`
	reporttest.Unknown
}

func TestCheckstyleIsWhatItsReadersKnow(t *testing.T) {
	for name, r := range reporttest.Every() {
		d := reporttest.DecodedXML[checkstyleDocument](t, name, reporttest.Rendered(t, Writer{}, r, reporttest.Everything))
		d.Check(t, name)
		n := 0
		for _, file := range d.Files {
			file.Check(t, name)
			for _, e := range file.Errors {
				e.Check(t, name)
				n++
				if !slices.Contains([]string{"error", "warning", "info", "ignore"}, e.Severity) || e.Source == "" {
					t.Errorf("%q: %+v", name, e)
				}
			}
		}
		if n != reporttest.AllFindings(r) {
			t.Errorf("%q: %d errors of %d findings and problems", name, n, reporttest.AllFindings(r))
		}
	}
}

func TestCheckstyleSaysWhatWasSaid(t *testing.T) {
	for _, text := range nasty.Texts() {
		want := visible.Text("about " + text)
		c := reporttest.DecodedXML[checkstyleDocument](t, text, reporttest.Rendered(t, Writer{}, reporttest.Hostile(text), reporttest.Everything))
		if got := c.Files[0].Errors[0].Message; got != want {
			t.Errorf("%q became %q", want, got)
		}
	}
}
