// Hybridlint checks the delegation of a Microsoft 365 hybrid Exchange organization, written down in HCL.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	crashLoudly()
	// Where nobody reads the output any more, writing it is an error like others, and the other reports are still written.
	signal.Ignore(syscall.SIGPIPE)
	p := newProgram(os.Stdin, os.Stdout, os.Stderr)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, func() {
		stop() // a second interrupt ends the program at once
		p.endSoon()
	})
	os.Exit(p.run(ctx, os.Args[1:]))
}
