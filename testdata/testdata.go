// Package testdata holds the fixtures of the rules. They are tests first; what they show is also what "hybridlint explain"
// shows, so that no example is ever untested.
package testdata

import "embed"

// Rules are the folders of the rules, one per id, each with bad.hcl and good.hcl.
//
//go:embed rules/*/bad.hcl rules/*/good.hcl
var Rules embed.FS
