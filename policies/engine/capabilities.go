package engine

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// PureCapabilities are the built-ins whose answer depends on nothing but their arguments.
func PureCapabilities() *ast.Capabilities {
	capabilities := ast.CapabilitiesForThisVersion()
	capabilities.AllowNet = []string{}
	capabilities.Builtins = slices.DeleteFunc(capabilities.Builtins, func(b *ast.Builtin) bool {
		return b.IsNondeterministic() || slices.ContainsFunc(withheldFunctions(), func(name string) bool {
			return b.Name == name || strings.HasSuffix(name, ".") && strings.HasPrefix(b.Name, name)
		})
	})
	return capabilities
}

// withheldFunctions are built-ins, or families of them, that OPA counts among the deterministic
// ones and no policy gets.
func withheldFunctions() []string {
	return []string{
		// They say something beside the answer, or something about the policy itself.
		"trace", "print", "internal.print", "rego.metadata.", "rego.parse_module",
		// They reach the network: a JSON schema may name another one by its address.
		"net.", "json.match_schema", "json.verify_schema",
		// They look at the clock, at the time zone of the machine or at its zone files.
		"crypto.x509.", "io.jwt.", "time.add_date", "time.clock", "time.date", "time.diff", "time.format", "time.parse_ns", "time.weekday",
		// They cannot be interrupted, or call themselves as deeply as a text is nested: a template
		// can count without end.
		"strings.render_template", "graphql.", "glob.", "regex.globs_match",
		// One call asks for as much memory as it likes.
		"bits.lsh",
	}
}

// Withheld tells whether a function is one that policies do not get; others do not exist at all.
func Withheld(name string) bool {
	_, exists := ast.BuiltinMap[name]
	return exists &&
		!slices.ContainsFunc(PureCapabilities().Builtins, func(b *ast.Builtin) bool { return b.Name == name })
}
