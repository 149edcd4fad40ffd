package metadata

import (
	"fmt"
	"slices"
	"strings"

	"hybridlint/loader/suggest"
	"hybridlint/policies/facts"
	"hybridlint/report"
)

// metadataKey describes one key of a rule's METADATA.
type metadataKey struct {
	name, about string
	// optional says that a rule may be without it.
	optional bool
}

// metadataKeys are the keys of OPA's own that every rule has, in the order in which rules have
// them.
func metadataKeys() []metadataKey {
	return []metadataKey{
		{name: "title", about: "what the rule finds, in a few words"},
		{name: "description", about: "what goes wrong for whom, and what documentation says of it"},
		{
			name:  "related_resources",
			about: `a list of pages: ref, an https address, and description, which ends in ", checked YYYY-MM-DD"`,
		},
		{name: "schemas", about: `one item, "input: schema.NAME"; hybridlint facts SCOPE tells which`},
		{name: "custom", about: "everything else:"},
	}
}

// customKeys are the keys under custom.
func customKeys() []metadataKey {
	return []metadataKey{
		{name: "id", about: "two to eight capital letters and three digits"},
		{name: "severity", about: "error, warning or note; a finding with assumed facts is one level lower"},
		{
			name: "scopes",
			about: "a list of what the rule looks at, all with the same input: " + strings.Join(
				facts.ScopeNames(),
				", ",
			),
		},
		{
			name:     "profile",
			optional: true,
			about:    "extended or verbose for a rule that runs only where that profile is asked for",
		},
		{name: "why_severity", about: "why it is an error, a warning or a note"},
		{
			name:  "message",
			about: "the finding in a sentence without a full stop; {recipient} and what hybridlint facts SCOPE lists stand for names, {VAR} for a var of the finding",
		},
		{
			name:     "message_existing",
			optional: true,
			about:    "the message about entries that an import read from a server",
		},
		{name: "phrases", optional: true, about: "for each var of the finding the texts of its values"},
		{name: "remediation", about: "a list of what mends it, in order; see below"},
		{name: "edits", optional: true, about: "by attribute the value that mends the configuration itself"},
		{name: "not_when", optional: true, about: "a list of sentences: where the rule is silent"},
		{name: "existing", optional: true, about: "note or silent: what becomes of findings about existing entries"},
		{name: "applications", optional: true, about: "silent for a rule that says nothing about applications"},
		{
			name:     "supersedes",
			optional: true,
			about:    "a list of ids of your own rules whose findings on the same entry this one makes unnecessary",
		},
		{name: "supersedes_except", optional: true, about: "a list of ids that supersedes does not mean"},
		{
			name:     "supersedes_on",
			optional: true,
			about:    "entry, or grant to spare the findings of an outlook_delegate block",
		},
		{
			name:     "supersedes_notes",
			optional: true,
			about:    "a list of ids of supersedes whose findings this one replaces where they are notes only",
		},
		{
			name:     "per_block",
			optional: true,
			about:    "true for one finding for all delegates of a grant block, on the attribute itself",
		},
		{
			name:     "predicts",
			optional: true,
			about:    "in the scope batch_entry, a rule on the entry after the step; the fact batch.predicted says whether it fires",
		},
		{
			name:  "fold",
			about: "forest, home, delegate, recipient, rule or none: what findings that are shown as one have in common",
		},
		{name: "statements", optional: true, about: "a list of what the rule answers for in documents of yours"},
		{name: "since", optional: true, about: "the version since which it is so"},
		{name: "precision", optional: true, about: "high, medium or low, for SARIF"},
		{name: "tags", optional: true, about: "a list of words for SARIF; security makes an alert one about security"},
	}
}

// remediationKeys are the keys of one item of a fix.
func remediationKeys() []metadataKey {
	return []metadataKey{
		{name: "where", about: strings.Join(placeNames(), ", ")},
		{name: "command", optional: true, about: "a command, in which names are quoted; or"},
		{name: "text", optional: true, about: "what to do, in words"},
		{name: "intro", optional: true, about: "what the item is for, said before it; a colon follows"},
		{name: "or", optional: true, about: "true where another way begins, which replaces all items before it"},
		{
			name:     "when",
			optional: true,
			about:    "facts and vars with the values for which the item is shown, ! before each for those for which it is not",
		},
		{name: "if", optional: true, about: "when in words"},
	}
}

// placeNames are where a fix is made. Two depend on whom the finding is about.
func placeNames() []string {
	names := []string{WhereRecipientHome, WhereActingForest}
	for _, p := range []report.Place{report.ExchangeOnPremises, report.ExchangeOnline, report.ActiveDirectory, report.EntraConnect, report.EntraAdminCenter, report.Outlook} {
		names = append(names, string(p))
	}
	return names
}

// Help describes the METADATA of a rule, for people who write one.
func Help() string {
	var b strings.Builder
	b.WriteString(
		"METADATA stands above the package of a rule, as YAML in comments. hybridlint new-rule writes a rule with all that is needed; keys in\nparentheses may be left out. Another key is a mistake.\n\n",
	)
	section := func(indent string, keys []metadataKey) {
		for _, k := range keys {
			name := k.name
			if k.optional {
				name = "(" + name + ")"
			}
			fmt.Fprintf(&b, "%s%-*s  %s\n", indent, 21-len(indent), name, k.about)
		}
	}
	section("", metadataKeys())
	section("  ", customKeys())
	b.WriteString("\nAn item of remediation has\n\n")
	section("  ", remediationKeys())
	b.WriteString("\nThe rule itself is the set finding. A finding has\n\n")
	section("  ", findingKeys())
	return b.String()
}

// findingKeys are the keys of a finding.
func findingKeys() []metadataKey {
	return []metadataKey{
		{name: "at", about: "the path of the attribute that decides it: [\"auto_mapping\"]"},
		{name: "vars", optional: true, about: "an object with values for the message"},
		{name: "assumed", optional: true, about: "a list of the facts that are not declared and were assumed"},
		{name: "severity", optional: true, about: "that of this finding, where it is another"},
	}
}

// keyNamed suggests the key that was meant.
func keyNamed(word string) string {
	var names []string
	for _, k := range slices.Concat(metadataKeys(), customKeys(), remediationKeys()) {
		names = append(names, k.name)
	}
	return suggest.Nearest(word, names)
}

// MeantKey suggests the key that was meant where a mistake is that there is no such key; "" for any
// other mistake.
func MeantKey(err error) string {
	match := unknownField.FindStringSubmatch(err.Error())
	if match == nil {
		return ""
	}
	if near := keyNamed(match[1]); near != "" {
		return fmt.Sprintf(" Did you mean %q?", near)
	}
	return ""
}
