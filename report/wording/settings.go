package wording

import (
	"strings"

	"hybridlint/report"
	"hybridlint/report/visible"
)

// mostNamed is how many rules or patterns a line about the settings names.
const mostNamed = 20

// Settings says what of the settings in force decides what a report can have: the file, the rules that are off or on, the levels that
// are not the rules' own, and the files that are not read. It is empty for a run with the defaults. The lines are visible already.
func Settings(s report.Settings) []string {
	var lines []string
	add := func(title string, n int, item func(i int) string) {
		if n == 0 {
			return
		}
		var items []string
		for i := range min(n, mostNamed) {
			items = append(items, item(i))
		}
		line := title + ": " + strings.Join(items, ", ")
		if n > mostNamed {
			line += " and " + Thousands(n-mostNamed) + " more"
		}
		lines = append(lines, line+".")
	}
	rule := func(r *report.Rule) string { return visible.Text(r.ID + " " + r.Name) }
	if s.File != "" {
		lines = append(lines, "Settings: "+visible.Text(s.File)+".")
	}
	add("Profiles", len(s.Profiles), func(i int) string { return visible.Text(string(s.Profiles[i])) })
	add("Enabled by the settings", len(s.Enabled), func(i int) string { return rule(s.Enabled[i]) })
	add("Disabled by the settings", len(s.Disabled), func(i int) string { return rule(s.Disabled[i]) })
	add("Severities changed by the settings", len(s.Severities), func(i int) string {
		return rule(s.Severities[i].Rule) + " (" + s.Severities[i].Severity.String() + " instead of " + s.Severities[i].Rule.Severity.String() + ")"
	})
	excluded := s.LeftOut()
	add("Excluded and not read", len(excluded), func(i int) string {
		return Count(excluded[i].Files, "file") + " by " + visible.Text(excluded[i].Pattern)
	})
	return lines
}

// About says which state a report is about, and by which settings; empty for the configuration as written and the defaults.
func About(r *report.Report) []string {
	lines := Settings(r.Settings)
	if state := State(r.State); state != "" {
		lines = append([]string{state}, lines...)
	}
	return lines
}

// State says that the findings are about a state that is yet to come; empty where they are about the configuration as written. It is
// visible already.
func State(s *report.State) string {
	if s == nil {
		return ""
	}
	line := "This is the state after the step of " + visible.Text(s.After) + " (step " + Thousands(s.Step)
	if len(s.Batches) > 1 {
		line += ": " + visible.Text(strings.Join(s.Batches, ", "))
	}
	return line + "), and not the configuration as written."
}
