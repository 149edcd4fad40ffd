package junit

import (
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

func TestGoldens(t *testing.T) {
	reporttest.Goldens(t, Writer{}, map[string]reporttest.Run{
		"sample.junit.xml": {Report: reporttest.Sample(), Options: report.Options{}},
		"clean.junit.xml":  {Report: reporttest.Clean(), Options: report.Options{}},
	})
}
