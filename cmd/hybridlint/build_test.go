package main

import (
	"runtime/debug"
	"testing"
)

// TestVersionOfABuild: a report says what the program was built from, also where that is no release and no module.
func TestVersionOfABuild(t *testing.T) {
	defer func(before string) { builtFrom = before }(builtFrom)
	for _, test := range []struct{ module, source, want string }{
		{"v1.2.3", "", "1.2.3"}, {"v1.2.3", "main", "1.2.3"}, {"", "", "0.0.0-devel"}, {"(devel)", "v1.2.3", "1.2.3"}, {"(devel)", "1.2.3-rc.1", "1.2.3-rc.1"},
		{"(devel)", "main", "0.0.0-devel+main"}, {"", "0123456789abcdef0123456789abcdef01234567", "0.0.0-devel+0123456789abcdef0123456789abcdef01234567"},
		{"", "feature/x_y", "0.0.0-devel+feature-x-y"}, {"", "é/", "0.0.0-devel"},
	} {
		builtFrom = test.source
		if got := buildOf(&debug.BuildInfo{Main: debug.Module{Version: test.module}}); got.version != test.want {
			t.Errorf("%s of %q is %s, want %s", test.module, test.source, got.version, test.want)
		}
	}
}
