package json

import (
	_ "embed"
	"encoding/json"
	"maps"
	"slices"
)

//go:embed schema.json
var jsonSchema string

//go:embed simulation.schema.json
var simulationSchema string

//go:embed plan.schema.json
var planSchema string

// Schema is the contract of the format json, as a JSON Schema of 2020-12. It does not forbid keys that it does not
// know, because keys may be added.
func Schema() string { return jsonSchema }

// SimulationSchema is that of a simulation. What it shares with a check is taken from Schema: definitions, and the keys of a finding
// where a definition extends it.
func SimulationSchema() string { return joined(simulationSchema) }

// PlanSchema is that of a plan, made in the same way.
func PlanSchema() string { return joined(planSchema) }

func joined(own string) string {
	var check, simulation map[string]any
	mustDecode(jsonSchema, &check)
	mustDecode(own, &simulation)
	definitions := maps.Clone(check["$defs"].(map[string]any))
	for name, definition := range simulation["$defs"].(map[string]any) {
		definitions[name] = extended(definition.(map[string]any), definitions)
	}
	simulation["$defs"] = definitions
	text, err := json.MarshalIndent(simulation, "", "  ")
	if err != nil {
		panic(err) // it was JSON before
	}
	return string(text) + "\n"
}

// extended adds what a definition extends.
func extended(definition, definitions map[string]any) map[string]any {
	name, ok := definition["extends"].(string)
	if !ok {
		return definition
	}
	base := definitions[name].(map[string]any)
	properties := maps.Clone(base["properties"].(map[string]any))
	maps.Copy(properties, definition["properties"].(map[string]any))
	return map[string]any{
		"type":       "object",
		"required":   slices.Concat(base["required"].([]any), definition["required"].([]any)),
		"properties": properties,
	}
}

// mustDecode reads what the program itself brings.
func mustDecode(text string, into any) {
	if err := json.Unmarshal([]byte(text), into); err != nil {
		panic(err)
	}
}
