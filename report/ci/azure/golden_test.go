package azure

import (
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

func TestGoldens(t *testing.T) {
	reporttest.Goldens(t, Writer{}, map[string]reporttest.Run{
		"sample.azure": {Report: reporttest.Sample(), Options: report.Options{Fold: 50, ShowSuppressed: true}},
		"clean.azure":  {Report: reporttest.Clean(), Options: report.Options{Fold: 50}},
	})
}
