package csv

import (
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

func TestGoldens(t *testing.T) {
	reporttest.Goldens(t, Writer{}, map[string]reporttest.Run{
		"sample.csv": {Report: reporttest.Sample(), Options: report.Options{}},
		"clean.csv":  {Report: reporttest.Clean(), Options: report.Options{}},
	})
}
