package engine

import (
	"bytes"
	"io/fs"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// ParseModule parses a policy; its annotations cost as much again, so they are read where they are
// needed. Elsewhere the comments above the package are left out, but not their lines, so that
// places stay right.
func ParseModule(files fs.FS, name string, annotations bool) (*ast.Module, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	if i := bytes.Index(text, []byte("\npackage ")); i >= 0 && !annotations {
		text = append(bytes.Repeat([]byte("\n"), bytes.Count(text[:i+1], []byte("\n"))), text[i+1:]...)
	}
	return ast.ParseModuleWithOpts(name, string(text), ast.ParserOptions{
		ProcessAnnotation: annotations, RegoVersion: ast.RegoV1, Capabilities: ParserCapabilities(),
	})
}

// ParserCapabilities are what the parser makes for every module anew where nobody gives them, which
// takes a sixth of its time.
var ParserCapabilities = sync.OnceValue(func() *ast.Capabilities { return ast.CapabilitiesForThisVersion() })
