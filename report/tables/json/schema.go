package json

import (
	_ "embed"
)

//go:embed schema.json
var jsonSchema string

// Schema is the contract of the format json, as a JSON Schema of 2020-12. It does not forbid keys that it does not
// know, because keys may be added.
func Schema() string { return jsonSchema }
