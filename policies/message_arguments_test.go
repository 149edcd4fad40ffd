package policies_test

import (
	"strings"
	"testing"

	"hybridlint/report"
)

// TestMessagesAreMadeOfTheirArguments: a report writes a message as its rule's words with names in
// between, so every finding gives what stands in the placeholders.
func TestMessagesAreMadeOfTheirArguments(t *testing.T) {
	for _, f := range checkFiles(t, newCatalog(t), "../testdata/contoso").Findings {
		made := false
		for _, message := range []string{f.Rule.Message, f.Rule.MessageExisting} {
			pieces := report.Placeholder.Split(message, -1)
			if len(pieces) != len(f.Arguments)+1 {
				continue
			}
			var b strings.Builder
			for i, piece := range pieces {
				b.WriteString(piece)
				if i < len(f.Arguments) {
					b.WriteString(f.Arguments[i])
				}
			}
			made = made || b.String()+report.AssumedNote(f.Assumed) == f.Message
		}
		if !made {
			t.Errorf("%s: %q is not made of %q", f.Rule.ID, f.Message, f.Arguments)
		}
	}
}
