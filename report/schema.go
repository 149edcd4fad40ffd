package report

import _ "embed"

//go:embed schema.json
var jsonSchema string

// JSONSchema is the contract of the format json, as a JSON Schema of 2020-12. It does not forbid keys that it does not
// know, because keys may be added.
func JSONSchema() string { return jsonSchema }
