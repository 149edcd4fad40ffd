package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// What the program prints as JSON keeps the contract that the program prints.
func TestJSONKeepsThePrintedContract(t *testing.T) {
	printed := json.NewDecoder(strings.NewReader(outputOf(t, ".", ExitClean, "help", "json")))
	check, simulation := nextSchema(t, printed), nextSchema(t, printed)
	mistake := folder(t, map[string]string{"a.hcl": "forst \"corp\" {}\n"})
	for name, out := range map[string]string{
		"contoso": outputOf(t, "../..", ExitFindings, "check", "--format", "json", "testdata/contoso"),
		"waves":   outputOf(t, "../..", ExitFindings, "simulate", "--format", "json", "testdata/waves"),
		"mistake": runInFolder(t, newLinter(), mistake, "check", "--format", "json").stdout,
		"no file": runInFolder(t, newLinter(), t.TempDir(), "check", "--format", "json").stdout,
	} {
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
		if err != nil {
			t.Fatal(name, err)
		}
		schema := check
		if name == "waves" {
			schema = simulation
		}
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// nextSchema is the next of those that the program prints.
func nextSchema(t *testing.T, printed *json.Decoder) *jsonschema.Schema {
	t.Helper()
	var document any
	if err := printed.Decode(&document); err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	return compiler.MustCompile("schema.json")
}
