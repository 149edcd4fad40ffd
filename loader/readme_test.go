package loader_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
)

// TestReferenceLoads: the blocks of the language's reference are one configuration without a mistake.
func TestReferenceLoads(t *testing.T) {
	_, problems := load(t, map[string]string{"reference.hcl": referenceBlocks(t)})
	expectProblems(t, problems)
}

// TestReferenceIsComplete: it shows every attribute there is.
func TestReferenceIsComplete(t *testing.T) {
	var shown []string
	for _, m := range regexp.MustCompile(`(?m)^\s*([a-z0-9_]+) +=`).FindAllStringSubmatch(referenceBlocks(t), -1) {
		shown = append(shown, m[1])
	}
	for _, name := range model.AttributeNames() {
		if !slices.Contains(shown, name) {
			t.Errorf("loader/README.md does not show %q", name)
		}
	}
}

func referenceBlocks(t *testing.T) string {
	t.Helper()
	return strings.Join(loader.ReferenceBlocks(), "")
}

// TestReferenceHasEveryWord: where an attribute has one of few words, the comment behind it has all of them.
func TestReferenceHasEveryWord(t *testing.T) {
	attribute := regexp.MustCompile(`(?m)^\s*([a-z0-9_]+) += ([^#\n]*)#?((?:.|\n {20,}#)*)`)
	told := map[string]string{}
	for _, m := range attribute.FindAllStringSubmatch(referenceBlocks(t), -1) {
		told[m[1]] += m[2] + m[3] + " "
	}
	same := regexp.MustCompile(`\bas ([a-z_]+)`)
	for name, words := range model.AttributeWords() {
		for _, m := range same.FindAllStringSubmatch(told[name], -1) {
			told[name] += told[m[1]]
		}
		for _, word := range words {
			if !regexp.MustCompile(`\b` + regexp.QuoteMeta(word) + `\b`).MatchString(told[name]) {
				t.Errorf("loader/README.md does not say that %s may be %q: %s", name, word, told[name])
			}
		}
	}
}

// TestDescribe: every word of the language is described.
func TestDescribe(t *testing.T) {
	for _, word := range loader.Describable() {
		if len(loader.Describe(word)) == 0 {
			t.Errorf("%s is not described", word)
		}
	}
	for _, word := range []string{"", "gran", "GRANT"} {
		if found := loader.Describe(word); found != nil {
			t.Errorf("%q is described: %v", word, found)
		}
	}
	for word, want := range map[string]string{
		"grant":            "grant \"folder\" {\n  recipient ",
		"object":           "object \"corp\" { ",
		"room_mailbox":     "room_mailbox \"sales@contoso.com\" {\n  home ",
		"status":           "Completing Completed CompletedWithErrors",
		"present_in":       "present_in ",
		"outlook_delegate": "manager ",
	} {
		var all strings.Builder
		for _, d := range loader.Describe(word) {
			all.WriteString(strings.Join(d.Within, " ") + ": " + d.Text + "\n")
		}
		if !strings.Contains(all.String(), want) {
			t.Errorf("%s: %q is not in\n%s", word, want, all.String())
		}
	}
}
