package gitlab

import (
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

func TestGoldens(t *testing.T) {
	reporttest.Goldens(t, Writer{}, map[string]reporttest.Run{
		"sample.gitlab.json": {Report: reporttest.Sample(), Options: report.Options{ShowSuppressed: true}},
		"clean.gitlab.json":  {Report: reporttest.Clean(), Options: report.Options{}},
	})
}
