package checkstyle

import (
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

func TestGoldens(t *testing.T) {
	reporttest.Goldens(t, Writer{}, map[string]reporttest.Run{
		"sample.checkstyle.xml": {Report: reporttest.Sample(), Options: report.Options{ShowSuppressed: true}},
		"clean.checkstyle.xml":  {Report: reporttest.Clean(), Options: report.Options{}},
	})
}
