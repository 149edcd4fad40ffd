package json

import (
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

func TestGoldens(t *testing.T) {
	reporttest.Goldens(t, Writer{}, map[string]reporttest.Run{
		"sample.json": {Report: reporttest.Sample(), Options: report.Options{}},
		"clean.json":  {Report: reporttest.Clean(), Options: report.Options{}},
	})
}

func TestRulesGolden(t *testing.T) {
	var b strings.Builder
	if err := Rules(&b, []*report.Rule{reporttest.AutoMappingRule(), reporttest.SendAsRule()}); err != nil {
		t.Fatal(err)
	}
	reporttest.Golden(t, "rules.json", b.String())
}
