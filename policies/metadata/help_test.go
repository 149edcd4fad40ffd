package metadata

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestMetadataHelp: every key that the metadata of a rule can have is described, and no other.
func TestMetadataHelp(t *testing.T) {
	for _, test := range []struct {
		described []metadataKey
		of        any
	}{{customKeys(), Metadata{}}, {remediationKeys(), remediationMetadata{}}} {
		var want []string
		for field := range reflect.TypeOf(test.of).Fields() {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			want = append(want, name)
		}
		var got []string
		for _, k := range test.described {
			got = append(got, k.name)
			if !strings.Contains(Help(), k.name) || k.about == "" {
				t.Errorf("%s is not described", k.name)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("described are %v, and there are %v", got, want)
		}
	}
}
