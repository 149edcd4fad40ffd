package explain

import (
	"strings"
	"testing"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

func TestRulesGoldens(t *testing.T) {
	rules := []*report.Rule{reporttest.AutoMappingRule(), reporttest.SendAsRule()}
	var text, markdown, explained strings.Builder
	for _, err := range []error{List(&text, rules), ListMarkdown(&markdown, rules), Text(&explained, rules[1], false)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	reporttest.Golden(t, "rules.txt", text.String())
	reporttest.Golden(t, "rules.md", markdown.String())
	reporttest.Golden(t, "explain.txt", explained.String())
	reporttest.Golden(t, "family.md", FamilyPage("Send As", rules))
}
