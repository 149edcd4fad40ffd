package explain

import (
	"fmt"
	"strings"

	"hybridlint/report"
	"hybridlint/report/markdown"
	"hybridlint/report/wording"
)

// FamilyPage is the documentation of the rules of one family, as Markdown. Every rule has a heading of its own, whose
// anchor is its id in lower case.
func FamilyPage(title string, rules []*report.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!-- Written from the rules' metadata; do not edit. -->\n\n# %s\n\n%s", title, Table(rules))
	for _, r := range rules {
		fmt.Fprintf(&b, "\n## %s\n\n`%s` · %s · profile %s%s\n\n%s", r.ID, r.Name, r.Severity, r.Profile, since(r), Markdown(r))
	}
	return b.String()
}

// Table is a Markdown table with a line for each rule.
func Table(rules []*report.Rule) string {
	var b strings.Builder
	b.WriteString("| Rule | Name | Severity | Profile | What it finds |\n| --- | --- | --- | --- | --- |\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "| %s | `%s` | %s | %s | %s |\n", r.ID, r.Name, r.Severity, r.Profile, markdown.Cell(r.Title))
	}
	return b.String()
}

// Markdown is what there is to say of a rule, without a heading for it.
func Markdown(r *report.Rule) string {
	var b strings.Builder
	part := func(title, text string) {
		if text != "" {
			fmt.Fprintf(&b, "**%s.** %s\n\n", title, text)
		}
	}
	fmt.Fprintf(&b, "**%s**\n\n", prose(wording.Sentence(r.Title)))
	if r.Description != "" {
		b.WriteString(prose(strings.TrimSpace(r.Description)) + "\n\n")
	}
	part("Why "+article(r.Severity), prose(strings.TrimSpace(r.WhySeverity)))
	part("When", prose(appliesTo(r)))
	if len(r.NotWhen) > 0 {
		b.WriteString("**Not when:**\n\n" + bulletList(r.NotWhen) + "\n")
	}
	if r.Bad.HCL != "" {
		b.WriteString("**Bad:**\n\n" + fenced("hcl", r.Bad.HCL) + "\n")
	}
	if r.Good.HCL != "" {
		b.WriteString("**Good:**\n\n" + fenced("hcl", r.Good.HCL) + "\n")
	}
	b.WriteString(fixesMarkdown(r.Remediation))
	part("Replaces, on the same subject", strings.Join(r.Supersedes, ", "))
	if len(r.Resources) > 0 {
		b.WriteString("**" + documentation(r.Resources) + ":**\n\n")
		for _, page := range r.Resources {
			fmt.Fprintf(&b, "- [%s](%s)%s\n", prose(page.Title), page.URL, checked(page))
		}
	}
	return b.String()
}

func since(r *report.Rule) string {
	if r.Since == "" {
		return ""
	}
	return " · since " + r.Since
}

// fixesMarkdown lists the steps and ways, steps at the same place under one heading.
func fixesMarkdown(fixes []report.RuleRemediation) string {
	var b strings.Builder
	for i, fix := range fixes {
		if title := fixTitle(fixes, i); title != "" {
			fmt.Fprintf(&b, "**%s:**\n\n", prose(title))
		}
		if fix.Intro != "" {
			b.WriteString(prose(Named(fix.Intro)) + ":\n\n")
		}
		if fix.Command != "" {
			b.WriteString(fenced("powershell", Named(fix.Command)) + "\n")
			if page := CmdletPage(fix.Command); page != "" {
				b.WriteString("See <" + page + ">.\n\n")
			}
		} else {
			b.WriteString(prose(Named(strings.TrimSpace(fix.Text))) + "\n\n")
		}
	}
	return b.String()
}

func bulletList(items []string) string {
	var b strings.Builder
	for _, item := range items {
		b.WriteString("- " + prose(strings.TrimSpace(item)) + "\n")
	}
	return b.String()
}

// fenced is a code block whose fence is longer than any in the text.
func fenced(language, text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + language + "\n" + strings.Trim(text, "\n") + "\n" + fence + "\n"
}

// prose keeps the placeholders of a text, <mailbox>, from being taken for HTML; code between backticks stays.
func prose(text string) string {
	pieces := strings.Split(text, "`")
	for i := 0; i < len(pieces); i += 2 {
		pieces[i] = strings.ReplaceAll(pieces[i], "<", `\<`)
	}
	return strings.Join(pieces, "`")
}
