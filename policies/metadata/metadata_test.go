package metadata

import (
	"slices"
	"testing"
)

// TestWordPlaceholders: what names somebody is no word of the rule's own, even where a phrase says
// it.
func TestWordPlaceholders(t *testing.T) {
	m := &Metadata{Phrases: map[string]map[string]string{
		"cause": {"off": "it is off", "moved": "it moved on {moved_on}"},
		"who":   {"individual": "{delegate}", "group": "people of {delegate}"},
		"role":  {},
	}}
	want := []string{"a_delegate_type", "a_recipient_type", "cause", "role"}
	if got := m.wordPlaceholders(); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
