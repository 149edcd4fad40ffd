package text

import (
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

func TestGoldens(t *testing.T) {
	reporttest.Goldens(t, Writer{}, map[string]reporttest.Run{
		"sample.txt":            {Report: reporttest.Sample(), Options: report.Options{Fold: 50}},
		"sample_color.txt":      {Report: reporttest.Sample(), Options: report.Options{Fold: 50, Color: true}},
		"sample_quiet.txt":      {Report: reporttest.Sample(), Options: report.Options{Fold: 50, Quiet: true}},
		"sample_suppressed.txt": {Report: reporttest.Sample(), Options: report.Options{Fold: 50, ShowSuppressed: true}},
		"clean.txt":             {Report: reporttest.Clean(), Options: report.Options{Fold: 50}},
		"folded.txt":            {Report: reporttest.Many(1_000), Options: report.Options{Fold: 50}},
	})
}
