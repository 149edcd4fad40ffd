package azure

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hybridlint/report/reporttest"
)

// readLoggingCommand follows the agent of Azure Pipelines.
func readLoggingCommand(line string) (properties map[string]string, data string, ok bool) {
	_, command, ok := strings.Cut(line, "##vso[")
	if !ok {
		return nil, "", false
	}
	head, data, ok := strings.Cut(command, "]")
	if !ok {
		return nil, "", false
	}
	name, list, _ := strings.Cut(head, " ")
	properties = map[string]string{"": name}
	for p := range strings.SplitSeq(list, ";") {
		key, value, _ := strings.Cut(p, "=")
		properties[key] = reporttest.Unescaped(value, "%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%AZP25", "%")
	}
	return properties, reporttest.Unescaped(data, "%0D", "\r", "%0A", "\n", "%AZP25", "%"), true
}

func TestAzureIsLoggingCommands(t *testing.T) {
	for name, r := range reporttest.Every() {
		o := reporttest.Everything
		o.Fold = 0
		var got []string
		for line := range strings.SplitSeq(reporttest.Rendered(t, Writer{}, r, o), "\n") {
			p, data, ok := readLoggingCommand(line)
			if !ok {
				continue
			}
			if p[""] != "task.logissue" || p["type"] != "error" && p["type"] != "warning" {
				t.Errorf("%q: a command that reports no issue: %q", name, line)
			}
			first, _, _ := strings.Cut(data, "\n")
			got = append(got, fmt.Sprintf("%s %s:%s:%s %s", p["type"], p["sourcepath"], p["linenumber"], p["columnnumber"], first))
		}
		slices.Sort(got)
		want := slices.DeleteFunc(reporttest.ExpectedAnnotations(r), func(a string) bool { return strings.HasPrefix(a, "notice") })
		if diff := cmp.Diff(want, got, cmp.Transformer("none", func(s []string) []string { return append([]string{}, s...) })); diff != "" {
			t.Errorf("%q: %s", name, diff)
		}
	}
}
