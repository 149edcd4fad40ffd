package ci

import (
	"bufio"
	"strings"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// MaxMessage is how many characters of a message are written. A longer one is no annotation any more.
const MaxMessage = 4_000

// Explained is what an entry says in a few lines: the message, whom it stands for, the fix and the page to read.
func Explained(e folding.Entry) []string {
	lines := []string{wording.ChangeNote(e.Finding) + visible.Text(e.Message)}
	lines = append(lines, wording.BecauseLines(e.Finding)...)
	if more := e.Alike(); more != "" {
		lines = append(lines, more)
	}
	if e.Suppressed != nil {
		return append(lines, wording.SuppressedBy(e.Suppressed))
	}
	lines = append(lines, wording.FixLines(e.Remediation)...)
	if uri := e.Rule.HelpURI(); uri != "" {
		lines = append(lines, "see "+visible.Text(uri))
	}
	return lines
}

// WriteOutcome ends a log with how the run ended.
func WriteOutcome(b *bufio.Writer, r *report.Report) {
	for _, said := range wording.Outcome(r) {
		b.WriteString(said + "\n")
	}
}

// Replace replaces characters, each by what follows it among the pairs; the character that begins an escape comes first. A
// strings.Replacer would be built for every text, and most have nothing to replace.
func Replace(text string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
	}
	return text
}
