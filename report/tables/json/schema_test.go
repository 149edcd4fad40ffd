package json

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hybridlint/report"
	"hybridlint/report/reporttest"
)

// strictSchema is the contract without room for keys that it does not describe: what this version writes, it describes.
func strictSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	var document any
	if err := json.Unmarshal([]byte(Schema()), &document); err != nil {
		t.Fatal(err)
	}
	forbidFurtherKeys(document)
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	return compiler.MustCompile("schema.json")
}

func forbidFurtherKeys(schema any) {
	switch s := schema.(type) {
	case map[string]any:
		if _, ok := s["properties"].(map[string]any); ok {
			s["additionalProperties"] = false
		}
		for _, part := range s {
			forbidFurtherKeys(part)
		}
	case []any:
		for _, part := range s {
			forbidFurtherKeys(part)
		}
	}
}

func TestJSONKeepsTheContract(t *testing.T) {
	schema := strictSchema(t)
	for name, r := range map[string]*report.Report{"sample": reporttest.Sample(), "clean": reporttest.Clean(), "many": reporttest.Many(200), "several": reporttest.Several()} {
		for _, f := range r.Findings {
			if f.Fingerprint == "" {
				r = withFingerprints(r)
				break
			}
		}
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(reporttest.Rendered(t, Writer{}, r, report.Options{})))
		if err != nil {
			t.Fatal(name, err)
		}
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// withFingerprints gives the findings of a test the fingerprint that real ones have.
func withFingerprints(r *report.Report) *report.Report {
	for _, f := range r.Findings {
		f.Fingerprint = "00"
	}
	return r
}

// The contract is one that a report can break.
func TestContractCanBeBroken(t *testing.T) {
	good := reporttest.Rendered(t, Writer{}, reporttest.Sample(), report.Options{})
	schema := strictSchema(t)
	for name, replacement := range map[string][2]string{
		"renamed":           {`"help_uri"`, `"help_url"`},
		"removed":           {`"assumed":[],`, ``},
		"another severity":  {`"severity":"warning"`, `"severity":"warn"`},
		"line 0":            {`"line":4`, `"line":0`},
		"another place":     {`"where":"exchange_online"`, `"where":"cloud"`},
		"another version":   {`"schema_version": 1`, `"schema_version": 2`},
		"a key of no use":   {`"complete": false`, `"complete": false, "finished": true`},
		"command and text":  {`"command":`, `"text":"x","command":`},
		"another kind":      {`"kind":"exception"`, `"kind":"waiver"`},
		"a negative number": {`"grants":1702`, `"grants":-1`},
	} {
		bad := strings.Replace(good, replacement[0], replacement[1], 1)
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil || bad == good {
			t.Fatal(name, err)
		}
		if schema.Validate(instance) == nil {
			t.Errorf("%s: nobody notices", name)
		}
	}
}
