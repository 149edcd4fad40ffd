package report

import (
	"strings"
	"testing"
)

func TestGoldens(t *testing.T) {
	exit := Exit{Code: 3, Description: "The run was not complete."}
	tests := map[string]struct {
		writer  Writer
		report  *Report
		options Options
	}{
		"sample.txt":              {Text{}, sample(), Options{Fold: 50}},
		"sample_color.txt":        {Text{}, sample(), Options{Fold: 50, Color: true}},
		"sample_quiet.txt":        {Text{}, sample(), Options{Fold: 50, Quiet: true}},
		"sample_suppressed.txt":   {Text{}, sample(), Options{Fold: 50, ShowSuppressed: true}},
		"clean.txt":               {Text{}, clean(), Options{Fold: 50}},
		"folded.txt":              {Text{}, many(1_000), Options{Fold: 50}},
		"sample.json":             {JSON{}, sample(), Options{}},
		"clean.json":              {JSON{}, clean(), Options{}},
		"sample.sarif":            {SARIF{}, sample(), Options{Exit: exit}},
		"sample_suppressed.sarif": {SARIF{}, sample(), Options{Exit: exit, ShowSuppressed: true}},
		"clean.sarif":             {SARIF{}, clean(), Options{}},
		"sample.md":               {Markdown{}, sample(), Options{Fold: 50, ShowSuppressed: true}},
		"clean.md":                {Markdown{}, clean(), Options{Fold: 50}},
		"folded.md":               {Markdown{}, many(1_000), Options{Fold: 50}},
		"sample.github":           {Annotations{}, sample(), Options{Fold: 50, ShowSuppressed: true}},
		"clean.github":            {Annotations{}, clean(), Options{Fold: 50}},
		"folded.github":           {Annotations{}, many(1_000), Options{Fold: 50}},
		"sample.azure":            {Azure{}, sample(), Options{Fold: 50, ShowSuppressed: true}},
		"clean.azure":             {Azure{}, clean(), Options{Fold: 50}},
		"sample.gitlab.json":      {CodeQuality{}, sample(), Options{ShowSuppressed: true}},
		"clean.gitlab.json":       {CodeQuality{}, clean(), Options{}},
		"sample.junit.xml":        {JUnit{}, sample(), Options{}},
		"clean.junit.xml":         {JUnit{}, clean(), Options{}},
		"sample.checkstyle.xml":   {Checkstyle{}, sample(), Options{ShowSuppressed: true}},
		"clean.checkstyle.xml":    {Checkstyle{}, clean(), Options{}},
		"sample.csv":              {CSV{}, sample(), Options{}},
		"clean.csv":               {CSV{}, clean(), Options{}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			golden(t, name, rendered(t, test.writer, test.report, test.options))
		})
	}
}

func TestRulesGoldens(t *testing.T) {
	rules := []*Rule{autoMappingRule(), sendAsRule()}
	var text, json, markdown, explained strings.Builder
	for _, err := range []error{ListText(&text, rules), ListJSON(&json, rules), ListMarkdown(&markdown, rules), Explain(&explained, rules[1], false)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "rules.txt", text.String())
	golden(t, "rules.json", json.String())
	golden(t, "rules.md", markdown.String())
	golden(t, "explain.txt", explained.String())
	golden(t, "family.md", FamilyPage("Send As", rules))
}
