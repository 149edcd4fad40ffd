package sarif

import (
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

func TestGoldens(t *testing.T) {
	exit := report.Exit{Code: 3, Description: "The run was not complete."}
	reporttest.Goldens(t, Writer{}, map[string]reporttest.Run{
		"sample.sarif":            {Report: reporttest.Sample(), Options: report.Options{Exit: exit}},
		"sample_suppressed.sarif": {Report: reporttest.Sample(), Options: report.Options{Exit: exit, ShowSuppressed: true}},
		"clean.sarif":             {Report: reporttest.Clean(), Options: report.Options{}},
	})
}
