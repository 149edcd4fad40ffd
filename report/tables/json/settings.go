package json

import "hybridlint/report"

// jsonSettings are what a run was told about rules and files.
type jsonSettings struct {
	File       *string           `json:"file"`
	FailOn     string            `json:"fail_on"`
	Profiles   []string          `json:"profiles"`
	Enabled    []string          `json:"enabled"`
	Disabled   []string          `json:"disabled"`
	Severities map[string]string `json:"severities"`
	Excluded   []jsonExclusion   `json:"excluded"`
}

// jsonExclusion is a pattern with how many files it has left out.
type jsonExclusion struct {
	Pattern string `json:"pattern"`
	Files   int    `json:"files"`
}

func jsonSettingsOf(s report.Settings) jsonSettings {
	j := jsonSettings{
		File: orNull(s.File), FailOn: "none", Profiles: []string{}, Enabled: ruleIDs(s.Enabled), Disabled: ruleIDs(s.Disabled),
		Severities: map[string]string{}, Excluded: []jsonExclusion{},
	}
	if s.FailOn != report.NoSeverity {
		j.FailOn = s.FailOn.String()
	}
	for _, p := range s.Profiles {
		j.Profiles = append(j.Profiles, string(p))
	}
	for _, c := range s.Severities {
		j.Severities[c.Rule.ID] = c.Severity.String()
	}
	for _, x := range s.Excluded {
		j.Excluded = append(j.Excluded, jsonExclusion{x.Pattern, x.Files})
	}
	return j
}

func ruleIDs(rules []*report.Rule) []string {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	return ids
}
