package gitlab

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hybridlint/report/reporttest"
)

func TestCodeQualityIsWhatGitLabDocuments(t *testing.T) {
	schema := reporttest.CompiledSchema(t, "testdata/gitlab-code-quality.schema.json")
	for name, r := range reporttest.Every() {
		out := reporttest.Rendered(t, Writer{}, r, reporttest.Everything)
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
		if err != nil {
			t.Fatalf("%q: %v", name, err)
		}
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%q: %v", name, err)
		}
		issues := reporttest.Decoded[[]qualityIssue](t, name, out)
		if len(issues) != reporttest.AllFindings(r) {
			t.Errorf("%q: %d issues of %d findings and problems", name, len(issues), reporttest.AllFindings(r))
		}
	}
	// GitLab takes two issues with one fingerprint for the same.
	issues := reporttest.Decoded[[]qualityIssue](t, "sample", reporttest.Rendered(t, Writer{}, reporttest.Sample(), reporttest.Everything))
	fingerprints := map[string]bool{}
	for _, i := range issues {
		fingerprints[i.Fingerprint] = true
	}
	if len(fingerprints) != len(issues) {
		t.Errorf("%d fingerprints of %d issues", len(fingerprints), len(issues))
	}
}

// The schema is one that a report can break.
func TestCodeQualityCanBeBroken(t *testing.T) {
	schema := reporttest.CompiledSchema(t, "testdata/gitlab-code-quality.schema.json")
	good := reporttest.Rendered(t, Writer{}, reporttest.Sample(), reporttest.Everything)
	for name, replacement := range map[string][2]string{
		"renamed": {`"check_name"`, `"rule"`}, "removed": {`"fingerprint":"0011",`, ``}, "another severity": {`"severity":"critical"`, `"severity":"error"`},
		"line 0": {`"begin":4`, `"begin":0`}, "a path GitLab does not find": {`"path":"mail/`, `"path":"./mail/`}, "no list": {"[\n", `{"issues":[` + "\n"},
	} {
		bad := strings.Replace(good, replacement[0], replacement[1], 1)
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if bad == good {
			t.Fatal(name)
		}
		if err == nil && schema.Validate(instance) == nil {
			t.Errorf("%s: nobody notices", name)
		}
	}
}
