package explain

import (
	"bufio"
	"io"
	"net/url"
	"strings"

	"hybridlint/report"
	"hybridlint/report/snippet"
	"hybridlint/report/terminal"
	"hybridlint/report/visible"
	"hybridlint/report/wording"
)

// explainWidth is where the lines of an explanation break.
const explainWidth = 100

// Text writes everything that is known of a rule, for people. It needs no network.
func Text(w io.Writer, rule *report.Rule, color bool) error {
	e := explainer{w: bufio.NewWriter(visible.Log(w)), style: terminal.Style{Color: color}}
	e.rule(rule, func() {
		e.code("Bad", rule.Bad.HCL)
		e.code("Good", rule.Good.HCL)
	})
	return e.w.Flush()
}

// Plain is the same without color and examples.
func Plain(rule *report.Rule) string {
	var b strings.Builder
	e := explainer{w: bufio.NewWriter(&b)}
	e.rule(rule, func() {})
	_ = e.w.Flush() // a strings.Builder takes everything
	return b.String()
}

type explainer struct {
	w     *bufio.Writer
	style terminal.Style
}

// rule writes what is known of a rule, with the examples where they belong.
func (e explainer) rule(rule *report.Rule, examples func()) {
	e.line(e.style.Bold(visible.Text(rule.ID+" "+rule.Name)) + " (" + e.style.Severity(rule.Severity, rule.Severity.String()) + ")")
	e.paragraph(rule.Title)
	e.section("What", rule.Description)
	e.section("Why "+article(rule.Severity), rule.WhySeverity)
	e.section("When", appliesTo(rule))
	e.bullets("Not when", rule.NotWhen)
	examples()
	for i, fix := range rule.Remediation {
		e.fix(fixTitle(rule.Remediation, i), fix)
	}
	e.section("Replaces, on the same subject", strings.Join(rule.Supersedes, ", "))
	e.resources(rule.Resources)
}

func (e explainer) line(text string) { e.w.WriteString(text + "\n") }

func (e explainer) paragraph(text string) {
	for _, l := range wording.Wrap(text, explainWidth) {
		e.line(visible.Text(l))
	}
}

// heading begins a section; without a title the section before it goes on.
func (e explainer) heading(title string) {
	if title != "" {
		e.line("\n" + e.style.Bold(visible.Text(title)))
	}
}

// fix writes one item of a fix.
func (e explainer) fix(title string, fix report.RuleRemediation) {
	if fix.Intro != "" {
		e.section(title, Named(fix.Intro)+":")
		title = ""
	}
	e.code(title, Named(fix.Command))
	if page := CmdletPage(fix.Command); page != "" {
		e.line("  See " + page)
	}
	e.section(title, Named(fix.Text))
}

// section is left out where there is nothing to say.
func (e explainer) section(title, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	e.heading(title)
	for _, l := range wording.Wrap(text, explainWidth-2) {
		e.line(strings.TrimRight("  "+visible.Text(l), " "))
	}
}

func (e explainer) bullets(title string, items []string) {
	if len(items) == 0 {
		return
	}
	e.heading(title)
	for _, item := range items {
		for i, l := range wording.Wrap(item, explainWidth-4) {
			bullet := "  - "
			if i > 0 {
				bullet = "    "
			}
			e.line(bullet + visible.Text(l))
		}
	}
}

func (e explainer) code(title, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	e.heading(title)
	for l := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		l = strings.ReplaceAll(l, "\t", strings.Repeat(" ", snippet.TabWidth))
		e.line(strings.TrimRight("    "+visible.Text(l), " "))
	}
}

func (e explainer) resources(resources []report.Resource) {
	if len(resources) == 0 {
		return
	}
	e.heading(documentation(resources))
	for _, r := range resources {
		e.line("  " + visible.Text(r.Title+checked(r)))
		e.line("  " + visible.Text(r.URL))
	}
}

// documentation is a heading: rules of the user's own may rest on pages that are not Microsoft's.
func documentation(resources []report.Resource) string {
	for _, r := range resources {
		page, err := url.Parse(r.URL)
		if err != nil || page.Hostname() != "microsoft.com" && !strings.HasSuffix(page.Hostname(), ".microsoft.com") {
			return "Documentation"
		}
	}
	return "Microsoft's documentation"
}

func checked(r report.Resource) string {
	if r.Checked == "" {
		return ""
	}
	return " (checked " + r.Checked + ")"
}

func article(s report.Severity) string {
	if s == report.Error {
		return "an error"
	}
	return "a " + s.String()
}

// appliesTo says which subjects a rule looks at and in which runs.
func appliesTo(rule *report.Rule) string {
	var subjects []string
	for _, scope := range rule.Scopes {
		subjects = append(subjects, strings.ReplaceAll(scope, "_", " "))
	}
	looks := "Looks at every " + alternatives(subjects)
	switch rule.Profile {
	case report.ExtendedProfile, report.VerboseProfile:
		return looks + ", where the profile " + string(rule.Profile) + " or the rule itself is enabled."
	default:
		return looks + ", in every run."
	}
}

// fixTitle says where an item of a rule's fix is carried out, when, and whether it is a step or another way. It is empty
// for a step that goes on where the one before it was.
func fixTitle(fixes []report.RuleRemediation, i int) string {
	fix := fixes[i]
	lead := "Fix "
	switch {
	case i == 0:
	case fix.Alternative:
		lead = "Or "
	case fix.Where == fixes[i-1].Where && fix.When == fixes[i-1].When:
		return ""
	case fix.When == "":
		lead = "Then "
	}
	title := lead + fixPlace(fix)
	if fix.When != "" {
		title += ", if " + Named(fix.When)
	}
	return title
}

// fixPlace is where an item of a rule's fix is carried out. Some places depend on whom the finding is about.
func fixPlace(fix report.RuleRemediation) string {
	switch {
	case fix.Where == "recipient_home":
		return "where the mailbox is"
	case fix.Where == "acting_forest":
		return "where the delegate works"
	case fix.Command == "":
		return "in " + report.Place(fix.Where).System()
	default:
		return "in " + report.Place(fix.Where).Title()
	}
}

// Named shows the placeholders of a template in the way that cmdlets are documented: <access rights> for {access_rights}.
func Named(template string) string {
	return report.Placeholder.ReplaceAllStringFunc(template, func(p string) string {
		return "<" + strings.ReplaceAll(strings.Trim(p, "{}"), "_", " ") + ">"
	})
}

func alternatives(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
