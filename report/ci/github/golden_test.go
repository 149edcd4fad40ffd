package github

import (
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

func TestGoldens(t *testing.T) {
	reporttest.Goldens(t, Writer{}, map[string]reporttest.Run{
		"sample.github": {Report: reporttest.Sample(), Options: report.Options{Fold: 50, ShowSuppressed: true}},
		"clean.github":  {Report: reporttest.Clean(), Options: report.Options{Fold: 50}},
		"folded.github": {Report: reporttest.Many(1_000), Options: report.Options{Fold: 50}},
	})
}
