// Hybridlint checks the delegation of a Microsoft 365 hybrid Exchange organization, written down in HCL.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// ballast is memory that is reserved and never touched: with it the collector has nothing to do in the tens of
// milliseconds that a check of a few files takes, in which it would cost a third of the time.
const ballast = 32 << 20

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	reserved := make([]byte, ballast)
	status := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	runtime.KeepAlive(reserved)
	os.Exit(status)
}
