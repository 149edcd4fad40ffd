package github

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hybridlint/report"
	"hybridlint/report/reporttest"
	"hybridlint/report/wording"
)

// workflowCommand is a line as the runner of GitHub Actions reads it.
type workflowCommand struct {
	name       string
	properties map[string]string
	data       string
}

// readWorkflowCommand follows the runner: the name to the first space, properties to the next "::", the rest is data.
func readWorkflowCommand(line string) (c workflowCommand, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), "::")
	if !ok {
		return c, false
	}
	head, data, ok := strings.Cut(rest, "::")
	if !ok {
		return c, false
	}
	c = workflowCommand{properties: map[string]string{}, data: reporttest.Unescaped(data, "%25", "%", "%0D", "\r", "%0A", "\n")}
	name, properties, _ := strings.Cut(head, " ")
	c.name = name
	for p := range strings.SplitSeq(properties, ",") {
		key, value, _ := strings.Cut(p, "=")
		c.properties[key] = reporttest.Unescaped(value, "%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
	}
	return c, true
}

func TestAnnotationsAreWorkflowCommands(t *testing.T) {
	for name, r := range reporttest.Every() {
		o := reporttest.Everything
		o.Fold = 0
		want := reporttest.ExpectedAnnotations(r)
		var got []string
		for line := range strings.SplitSeq(strings.TrimSuffix(reporttest.Rendered(t, Writer{}, r, o), "\n"), "\n") {
			c, ok := readWorkflowCommand(line)
			if !ok {
				if !slices.Contains(wording.Outcome(r), line) {
					t.Errorf("%q: a line that is no command: %q", name, line)
				}
				continue
			}
			first, _, _ := strings.Cut(c.data, "\n")
			got = append(got, fmt.Sprintf("%s %s:%s:%s %s", c.name, c.properties["file"], c.properties["line"], c.properties["col"], first))
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", name, diff)
		}
	}
}

func TestAnnotationsTellOfTheLimit(t *testing.T) {
	var notices []string
	reporttest.Rendered(t, Writer{}, reporttest.Many(100), report.Options{Notice: func(s string) { notices = append(notices, s) }})
	want := []string{"GitHub shows 10 of the 33 error annotations of one step; the log has all of them",
		"GitHub shows 10 of the 67 warning annotations of one step; the log has all of them"}
	if diff := cmp.Diff(want, notices); diff != "" {
		t.Error(diff)
	}
}
