package report

import (
	"regexp"
	"strings"
)

// Placeholder matches a named place of a template, {delegate}.
var Placeholder = regexp.MustCompile(`\{([a-z0-9_]+)\}`)

// Profile says in which runs a rule takes part: default always, the others only where they are asked for.
type Profile string

// The profiles.
const (
	DefaultProfile  Profile = "default"
	ExtendedProfile Profile = "extended"
	VerboseProfile  Profile = "verbose"
)

// Fold names what findings of one rule must share to be shown as one.
type Fold string

// The fold keys of rules.
const (
	FoldForest    Fold = "forest" // the on-premises forest concerned
	FoldHome      Fold = "home"   // the forest of the mailbox, perhaps the cloud
	FoldDelegate  Fold = "delegate"
	FoldRecipient Fold = "recipient"
	FoldRule      Fold = "rule"
	FoldNone      Fold = "none"
)

// Resource is a page that a rule rests on.
type Resource struct {
	Title string
	URL   string
	// Checked is the date, YYYY-MM-DD, on which the page was last compared with the rule.
	Checked string
}

// RuleRemediation is one item of a fix as the rule's metadata states it, with placeholders; see Remediation.
type RuleRemediation struct {
	Where       string
	Alternative bool
	Intro       string
	Command     string
	Text        string
	// When says in words where the item applies; empty where it always does.
	When string
}

// Example is a configuration that shows a rule.
type Example struct {
	// HCL is the text of the file.
	HCL string
}

// ProgramPrefix is what the ids of the program's own rules begin with, and no other does.
const ProgramPrefix = "HYB"

// Rule is what people and programs can know of a rule without running it. All of it comes from the rule's metadata.
type Rule struct {
	// ID is HYB and three digits, or other letters and three digits for a rule of the user's own; Name is the readable identifier, words joined by dashes.
	ID          string
	Name        string
	Title       string
	Description string
	Severity    Severity
	WhySeverity string
	Family      string
	Scopes      []string
	Profile     Profile
	Message     string
	// MessageExisting is the message about what an import read from the server; empty where that is Message.
	MessageExisting string
	// Phrases names the placeholders of the messages that stand for words of the rule's own, not for names; sorted.
	Phrases     []string
	Remediation []RuleRemediation
	// NotWhen are the documented exceptions, one sentence each.
	NotWhen    []string
	Supersedes []string
	Fold       Fold
	// Statements are the statements of the source documents that the rule answers for.
	Statements []string
	Resources  []Resource
	Since      string
	Precision  string
	Tags       []string
	// Bad and Good are the examples of the rule's fixtures; empty for a rule that has none.
	Bad, Good Example
}

// PascalName is the rule's name as SARIF wants it.
func (r *Rule) PascalName() string {
	var b strings.Builder
	for word := range strings.SplitSeq(r.Name, "-") {
		if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}

// HelpURI is the page to read first.
func (r *Rule) HelpURI() string {
	if len(r.Resources) == 0 {
		return ""
	}
	return r.Resources[0].URL
}
