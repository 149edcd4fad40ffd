package policies

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets garbage lie longer: what was compiled stays, and looking through it is a third of the time of the tests.
func TestMain(m *testing.M) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	m.Run()
}
