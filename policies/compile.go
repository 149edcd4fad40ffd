package policies

import (
	"context"

	"hybridlint/policies/engine"
)

// compile prepares the policies.
func (c *Catalog) compile(memo bool) (*engine.Compiled, error) {
	if compiled, ok := c.users.Compiled(memo); ok {
		return compiled, nil
	}
	modules, err := c.modules()
	if err != nil {
		return nil, err
	}
	compiler := engine.TestedCompiler()
	if !c.tested {
		compiler = engine.CheckingCompiler()
	}
	if compiler.Compile(modules); compiler.Failed() {
		return nil, compiler.Errors
	}
	return engine.New(compiler, nil, memo), nil
}

// watched gives a run a watch where there are rules of the user's own, and a function that ends it.
func (c *Catalog) watched(ctx context.Context, limits engine.Limits) (context.Context, func()) {
	if c.users == nil {
		return ctx, func() {}
	}
	return engine.Watched(ctx, limits)
}

// Limits bound what policies of the user's own may take.
type Limits = engine.Limits

// Clock tells the time again and again until it is stopped.
type Clock = engine.Clock
