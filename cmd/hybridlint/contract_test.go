package main

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// What the program prints as JSON keeps the contract that the program prints.
func TestJSONKeepsThePrintedContract(t *testing.T) {
	printed := outputOf(t, ".", ExitClean, "help", "json")
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(printed))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	schema := compiler.MustCompile("schema.json")
	mistake := folder(t, map[string]string{"a.hcl": "forst \"corp\" {}\n"})
	for name, out := range map[string]string{
		"contoso": outputOf(t, "../..", ExitFindings, "check", "--format", "json", "testdata/contoso"),
		"mistake": runInFolder(t, newLinter(), mistake, "check", "--format", "json").stdout,
		"no file": runInFolder(t, newLinter(), t.TempDir(), "check", "--format", "json").stdout,
	} {
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
		if err != nil {
			t.Fatal(name, err)
		}
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
