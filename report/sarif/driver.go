package sarif

import (
	"slices"
	"strings"

	"hybridlint/report"
	"hybridlint/report/explain"
	"hybridlint/report/wording"
)

// informationURI is the page about the subject of the program. There is none about the program itself yet.
const informationURI = "https://learn.microsoft.com/troubleshoot/exchange/send-emails/overview-delegation-office-365-hybrid"

// What GitHub and GitLab take of a rule.
const (
	maxName        = 255
	maxDescription = 1_024
	maxTags        = 10
)

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name            string       `json:"name"`
	FullName        string       `json:"fullName"`
	Organization    string       `json:"organization"`
	Version         string       `json:"version"`
	SemanticVersion string       `json:"semanticVersion"`
	InformationURI  string       `json:"informationUri"`
	Rules           []*sarifRule `json:"rules"`
	Notifications   []*sarifRule `json:"notifications"`
}

// sarifRule is a reportingDescriptor.
type sarifRule struct {
	ID                   string               `json:"id"`
	Name                 string               `json:"name"`
	ShortDescription     sarifText            `json:"shortDescription"`
	FullDescription      sarifText            `json:"fullDescription"`
	MessageStrings       map[string]sarifText `json:"messageStrings,omitempty"`
	Help                 *sarifHelp           `json:"help,omitempty"`
	HelpURI              string               `json:"helpUri,omitempty"`
	DefaultConfiguration sarifConfiguration   `json:"defaultConfiguration"`
	Properties           *sarifRuleProperties `json:"properties,omitempty"`
}

type sarifHelp struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
}

type sarifConfiguration struct {
	Level string `json:"level"`
	// Enabled is there for rules that did not run: absent is true.
	Enabled *bool `json:"enabled,omitempty"`
}

// sarifOverride is a configurationOverride: what the settings say of a rule.
type sarifOverride struct {
	Configuration sarifConfiguration `json:"configuration"`
	Descriptor    sarifReference     `json:"descriptor"`
}

type sarifRuleProperties struct {
	Tags            []string `json:"tags,omitempty"`
	Precision       string   `json:"precision,omitempty"`
	ProblemSeverity string   `json:"problem.severity"`
	// SecuritySeverity makes an alert one about security, which the rules about what will not work are not.
	SecuritySeverity string `json:"security-severity,omitempty"`
}

func driverOf(r *report.Report, messages map[*report.Rule]*messageStrings) sarifDriver {
	version := strings.TrimPrefix(r.Tool.Version, "v")
	d := sarifDriver{
		Name: r.Tool.Name, FullName: strings.TrimSpace(r.Tool.Name + " " + version), Organization: r.Tool.Name,
		Version: version, SemanticVersion: version, InformationURI: informationURI,
		Rules: []*sarifRule{}, Notifications: []*sarifRule{incompleteRun()},
	}
	for _, rule := range r.Rules {
		d.Rules = append(d.Rules, sarifRuleOf(rule, messages[rule]))
	}
	for _, rule := range r.Settings.Disabled {
		described := sarifRuleOf(rule, &messageStrings{})
		described.DefaultConfiguration.Enabled = new(bool)
		d.Rules = append(d.Rules, described)
	}
	return d
}

// overridesOf are the rules that the settings turn off or give another level; disabled ones follow those that ran.
func overridesOf(r *report.Report) []sarifOverride {
	var overrides []sarifOverride
	for _, c := range r.Settings.Severities {
		if i := slices.Index(r.Rules, c.Rule); i >= 0 {
			overrides = append(overrides, sarifOverride{sarifConfiguration{Level: c.Severity.String()}, sarifReference{c.Rule.ID, i}})
		}
	}
	for i, rule := range r.Settings.Disabled {
		off := sarifConfiguration{Level: rule.Severity.String(), Enabled: new(bool)}
		overrides = append(overrides, sarifOverride{off, sarifReference{rule.ID, len(r.Rules) + i}})
	}
	return overrides
}

func sarifRuleOf(rule *report.Rule, messages *messageStrings) *sarifRule {
	description := rule.Description
	if description == "" {
		description = rule.Title
	}
	s := &sarifRule{
		ID: rule.ID, Name: wording.Clip(rule.PascalName(), maxName),
		ShortDescription:     sarifText{wording.Clip(wording.Sentence(rule.Title), maxDescription)},
		FullDescription:      sarifText{wording.Clip(wording.Sentence(oneLine(description)), maxDescription)},
		Help:                 &sarifHelp{explain.Plain(rule), explain.Markdown(rule)},
		HelpURI:              rule.HelpURI(),
		MessageStrings:       messages.all(),
		DefaultConfiguration: sarifConfiguration{Level: rule.Severity.String()},
		Properties: &sarifRuleProperties{
			Tags: rule.Tags[:min(len(rule.Tags), maxTags)], ProblemSeverity: problemSeverity(rule.Severity)},
	}
	if slices.Contains(rule.Tags, securityTag) {
		s.Properties.SecuritySeverity = securitySeverity(rule.Severity)
	}
	if slices.Contains([]string{"very-high", "high", "medium", "low"}, rule.Precision) {
		s.Properties.Precision = rule.Precision
	}
	return s
}

func incompleteRun() *sarifRule {
	text := "Something was not understood or not evaluated."
	return &sarifRule{
		ID: report.ProblemID, Name: "IncompleteRun",
		ShortDescription: sarifText{text}, FullDescription: sarifText{text},
		Help: &sarifHelp{text, text}, HelpURI: informationURI,
		DefaultConfiguration: sarifConfiguration{Level: report.Error.String()},
	}
}

// problemSeverity is GitHub's word for a severity.
func problemSeverity(s report.Severity) string {
	if s == report.Note {
		return "recommendation"
	}
	return s.String()
}

// securityTag marks the rules that are about security. It is the tag that GitHub knows.
const securityTag = "security"

// securitySeverity is the middle of what GitHub calls high, medium and low.
func securitySeverity(s report.Severity) string {
	switch s {
	case report.Error:
		return "8.0"
	case report.Warning:
		return "5.5"
	default:
		return "2.0"
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
