package loader

import (
	"strings"
	"testing"

	"github.com/bmatcuk/doublestar/v4"
)

func TestPatterns(t *testing.T) {
	for _, test := range []struct {
		pattern, name string
		want          bool
	}{
		{"archive/**", "archive/2023/a.hcl", true},
		{"archive/**", "archive", true},
		{"archive/**", "archives/a.hcl", false},
		{"./archive/", "archive", true},
		{"**/*_test.hcl", "a_test.hcl", true},
		{"**/*_test.hcl", "a/b/c_test.hcl", true},
		{"a/**/b", "a/b", true},
		{"a/**/b", "a/x/y/b", true},
		{"a**b", "a/b", false},
		{"a**b", "axb", true},
		{"*", "a/b", false},
		{"?.hcl", "é.hcl", true},
		{"wave-[0-9].hcl", "wave-7.hcl", true},
		{"wave-[!0-9].hcl", "wave-7.hcl", false},
		{"[^a]b", "/b", false},
		{"[]-]", "]", false},
		{"{a,b/{c,d}}/*.hcl", "b/d/x.hcl", true},
		{"{a,b/{c,d}}/*.hcl", "b/x.hcl", false},
		{`a\*`, "a*", true},
		{`a\*`, "ab", false},
		{"a.hcl", "a-hcl", false},
		{"a,b}", "a,b}", true},
	} {
		p, err := ParsePattern(test.pattern)
		if err != nil {
			if test.want {
				t.Errorf("%s: %v", test.pattern, err)
			}
			continue
		}
		if got := p.Matches(test.name); got != test.want {
			t.Errorf("%s matches %s: %v", test.pattern, test.name, got)
		}
	}
	for _, pattern := range []string{"", "{a", "[", "[]", "[a", `a\`, "[z-a]", strings.Repeat("{", 1000), strings.Repeat("a", 1001)} {
		if _, err := ParsePattern(pattern); err == nil {
			t.Errorf("%q is a pattern", pattern)
		}
	}
}

// TestPatternsEnd: what explodes where one way is tried after the other is nothing special here.
func TestPatternsEnd(t *testing.T) {
	for _, test := range []struct {
		pattern, name string
		want          bool
	}{
		{strings.Repeat("{a,aa}", 40) + "b", strings.Repeat("a", 60) + "b", true},
		{strings.Repeat("{a,aa}", 40) + "b", strings.Repeat("a", 81) + "b", false},
		{strings.Repeat("{?,??}", 40), strings.Repeat("é", 80), true},
		{strings.Repeat("**/{a,aa,*}/", 30) + "b", strings.Repeat("a/", 40) + "b", true},
		{strings.Repeat("**/{a,aa,*}/", 30) + "b", strings.Repeat("a/", 29) + "b", false},
		{strings.Repeat("{a,", 200) + "b" + strings.Repeat("}", 200), "b", true},
		{strings.Repeat("*a", 200), strings.Repeat("a", 199), false},
	} {
		p, err := ParsePattern(test.pattern)
		if err != nil || p.Matches(test.name) != test.want {
			t.Errorf("%s matches %s: %v, %v", test.pattern, test.name, !test.want, err)
		}
	}
}

// FuzzPatterns compares with the library that tries one way after the other, on short patterns of files.
func FuzzPatterns(f *testing.F) {
	for _, seed := range []string{"archive/**", "**/*_test.hcl", "{a,b/{c,d}}/*.hcl", "wave-[!0-9]?", "**", "a/**/b", `\*`} {
		f.Add(seed, "archive/a_test.hcl")
	}
	f.Fuzz(func(t *testing.T, pattern, name string) {
		p, err := ParsePattern(pattern)
		if err != nil || len(pattern) > 20 || len(name) > 20 || name == "" || !plainPattern(pattern) || strings.Contains(name, "//") || strings.HasPrefix(name, "/") || strings.HasSuffix(name, "/") {
			return
		}
		want, err := doublestar.Match(strings.TrimSuffix(strings.TrimPrefix(pattern, "./"), "/"), name)
		if got := p.Matches(name); err == nil && got != want {
			t.Errorf("%q, %q: %v, and the library says %v", pattern, name, got, want)
		}
	})
}

// plainPattern leaves out what the library reads in ways of its own: ** beside braces, and separators in a row.
func plainPattern(pattern string) bool {
	return !strings.Contains(pattern, "//") && !strings.Contains(pattern, "***") && !strings.HasPrefix(pattern, "/") &&
		(!strings.Contains(pattern, "**") || !strings.ContainsAny(pattern, "{[\\"))
}
