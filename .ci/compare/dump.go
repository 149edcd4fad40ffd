package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// asJSON gives the file of an organization in the form in which conftest sees it, in a process of its own.
func (c *comparison) asJSON(f folder) (string, error) {
	out := c.path("input.json")
	_, err := measure(exec.CommandContext(c.ctx, c.self, "dump", filepath.Join(f.path, "organization.hcl"), out), 0)
	return out, err
}

// dump is the child that turns a file of HCL into one of JSON.
func dump(arguments []string) error {
	if len(arguments) != 2 {
		return fmt.Errorf("dump takes a file and where to write it")
	}
	text, err := os.ReadFile(arguments[0])
	if err != nil {
		return err
	}
	converted, err := converted(text, arguments[0])
	if err != nil {
		return err
	}
	out, err := json.Marshal(converted)
	if err != nil {
		return err
	}
	return os.WriteFile(arguments[1], out, 0o600)
}

// converted is HCL as conftest sees it: blocks by type and labels, those that agree in both in a list.
func converted(text []byte, name string) (map[string]any, error) {
	file, diagnostics := hclsyntax.ParseConfig(text, name, hcl.InitialPos)
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	return convertedBody(file.Body.(*hclsyntax.Body))
}

func convertedBody(body *hclsyntax.Body) (map[string]any, error) {
	out := map[string]any{}
	for name, attribute := range body.Attributes {
		value, diagnostics := attribute.Expr.Value(nil)
		if diagnostics.HasErrors() {
			return nil, diagnostics
		}
		out[name] = ctyjson.SimpleJSONValue{Value: value}
	}
	for _, block := range body.Blocks {
		inner, err := convertedBody(block.Body)
		if err != nil {
			return nil, err
		}
		at := out
		for i, word := range append([]string{block.Type}, block.Labels...) {
			if i == len(block.Labels) {
				list, _ := at[word].([]any)
				at[word] = append(list, inner)
				break
			}
			next, ok := at[word].(map[string]any)
			if !ok {
				next = map[string]any{}
				at[word] = next
			}
			at = next
		}
	}
	return out, nil
}
