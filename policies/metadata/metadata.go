package metadata

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"go.yaml.in/yaml/v3"

	"hybridlint/policies/facts"
	"hybridlint/report"
)

// Metadata is what stands under `custom` in a rule's METADATA. The keys are a closed set: OPA
// ignores a misspelt one silently, so they are checked here.
type Metadata struct {
	ID               string                       `json:"id"`
	Severity         string                       `json:"severity"`
	Scopes           []facts.Scope                `json:"scopes"`
	Profile          report.Profile               `json:"profile"`
	WhySeverity      string                       `json:"why_severity"`
	Message          string                       `json:"message"`
	MessageExisting  string                       `json:"message_existing"`
	Phrases          map[string]map[string]string `json:"phrases"`
	Remediation      []remediationMetadata        `json:"remediation"`
	Edits            map[string]any               `json:"edits,omitempty"` // by attribute, what to declare instead
	NotWhen          []string                     `json:"not_when"`
	Existing         string                       `json:"existing"`     // note, silent or nothing: what becomes of existing entries
	Applications     string                       `json:"applications"` // silent or nothing
	Supersedes       []string                     `json:"supersedes"`
	SupersedesExcept []string                     `json:"supersedes_except"`
	SupersedesOn     string                       `json:"supersedes_on"`
	SupersedesNotes  []string                     `json:"supersedes_notes"` // of these, the ones that are notes only
	PerBlock         bool                         `json:"per_block"`        // one finding for all delegates of a block, on the attribute
	Predicts         string                       `json:"predicts"`         // the rule on the entry after a step that this one foresees
	Fold             report.Fold                  `json:"fold"`
	Statements       []string                     `json:"statements"`
	Since            string                       `json:"since"`
	Precision        string                       `json:"precision"`
	Tags             []string                     `json:"tags"`
}

// remediationMetadata is one item of a fix. The items are steps in their order; one with `or`
// begins another way, which replaces all before it.
type remediationMetadata struct {
	Where string `json:"where"`
	Or    bool   `json:"or"`
	// Intro says before the item what it is for; a colon follows.
	Intro   string `json:"intro"`
	Command string `json:"command"`
	Text    string `json:"text"`
	// When names what must hold for the item to be shown: facts by their paths, or vars of the
	// finding. If says the same in words, where those that follow from it would be too many.
	When map[string]Wanted `json:"when"`
	If   string            `json:"if"`
}

// What a rule supersedes when it fires, seen from its own subject.
const (
	OnEntry             = "entry"               // the other rules on the same block
	OnGrant             = "grant"               // the same, but an outlook_delegate keeps its own findings
	OnGrantsOfRecipient = "grants_of_recipient" // the rules on grants of the recipient
	OnGrantsOfPerson    = "grants_of_person"    // the rules on grants of the person in the same step
	OnMovedEntry        = "moved_entry"         // the rules on the entry that a step moves, and those on it in the step
)

var (
	idPattern      = regexp.MustCompile(`^[A-Z]{2,8}[0-9]{3}$`)
	checkedPattern = regexp.MustCompile(`^(.+), checked (\d{4}-\d{2}-\d{2})$`)
)

// PackageAnnotations finds the METADATA of a module's package.
func PackageAnnotations(module *ast.Module) (*ast.Annotations, error) {
	for _, a := range module.Annotations {
		if a.Scope == "package" {
			return a, nil
		}
	}
	return nil, errors.New("there is no METADATA above the package")
}

// ReadAnnotations reads the METADATA above the package of a policy without the policy, which takes
// half of the time. It reads what rules have, and a test compares it with what OPA reads.
func ReadAnnotations(files fs.FS, name string) (*ast.Annotations, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	_, comment, _ := bytes.Cut(text, []byte("# METADATA\n"))
	comment, _, _ = bytes.Cut(comment, []byte("\npackage "))
	var document bytes.Buffer
	for line := range bytes.Lines(comment) {
		document.Write(bytes.TrimPrefix(bytes.TrimPrefix(line, []byte("#")), []byte(" ")))
	}
	var read struct {
		Title            string
		Description      string
		RelatedResources []struct{ Ref, Description string } `yaml:"related_resources"`
		Custom           map[string]any
	}
	if err := yaml.Unmarshal(document.Bytes(), &read); err != nil {
		return nil, err
	}
	a := &ast.Annotations{Title: read.Title, Description: read.Description, Custom: read.Custom}
	for _, r := range read.RelatedResources {
		ref, err := url.Parse(r.Ref)
		if err != nil {
			return nil, err
		}
		a.RelatedResources = append(
			a.RelatedResources,
			&ast.RelatedResourceAnnotation{Ref: *ref, Description: r.Description},
		)
	}
	return a, nil
}

// Decode reads what stands under custom, and nothing that is not known.
func Decode(a *ast.Annotations) (*Metadata, error) {
	text, err := json.Marshal(a.Custom)
	if err != nil {
		return nil, fmt.Errorf("custom: %w", err)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	m := &Metadata{Profile: report.DefaultProfile, Precision: "high", SupersedesOn: OnEntry}
	if err := decoder.Decode(m); err != nil {
		return nil, misplaced(err)
	}
	return m, nil
}

// KeyError is a mistake in METADATA, with the key at which it stands.
type KeyError struct {
	Key string
	err error
}

func (e *KeyError) Error() string { return e.err.Error() }
func (e *KeyError) Unwrap() error { return e.err }

// AtKey says at which key of METADATA a mistake is.
func AtKey(key string, err error) error {
	if err == nil {
		return nil
	}
	return &KeyError{key, err}
}

var unknownField = regexp.MustCompile(`unknown field "([^"]*)"`)

// misplaced finds the key in what the decoder says.
func misplaced(err error) error {
	key := "custom"
	if match := unknownField.FindStringSubmatch(err.Error()); match != nil {
		key = match[1]
	} else if wrongType, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		key = wrongType.Field[strings.LastIndexByte(wrongType.Field, '.')+1:]
	}
	return AtKey(key, fmt.Errorf("custom: %w", err))
}

// Check names everything that is missing or unknown at once.
func (m *Metadata) Check(a *ast.Annotations) error {
	var problems []error
	require := func(key string, ok bool, format string, arguments ...any) {
		if !ok {
			problems = append(problems, AtKey(key, fmt.Errorf(format, arguments...)))
		}
	}
	require("title", a.Title != "", "title is missing")
	require("description", a.Description != "", "description is missing")
	require("id", idPattern.MatchString(m.ID), "id %q is not of the form ABC123", m.ID)
	_, ok := report.ParseSeverity(m.Severity)
	require("severity", ok, "severity %q is none of error, warning, note", m.Severity)
	require(
		"profile",
		slices.Contains(
			[]report.Profile{report.DefaultProfile, report.ExtendedProfile, report.VerboseProfile},
			m.Profile,
		),
		"profile %q is none of default, extended, verbose",
		m.Profile,
	)
	require("why_severity", m.WhySeverity != "", "why_severity is missing")
	require("message", m.Message != "", "message is missing")
	// An exception is mended in the configuration itself; its message says how.
	require(
		"remediation",
		len(m.Remediation) > 0 || slices.Contains(m.Scopes, facts.ExceptionScope),
		"remediation is missing",
	)
	require(
		"fold",
		slices.Contains(
			[]report.Fold{
				report.FoldForest,
				report.FoldHome,
				report.FoldDelegate,
				report.FoldRecipient,
				report.FoldRule,
				report.FoldNone,
			},
			m.Fold,
		),
		"fold %q is none of forest, home, delegate, recipient, rule, none",
		m.Fold,
	)
	require(
		"existing",
		slices.Contains([]string{"", "note", "silent"}, m.Existing),
		"existing %q is none of note, silent",
		m.Existing,
	)
	require(
		"applications",
		slices.Contains([]string{"", "silent"}, m.Applications),
		"applications %q is not silent",
		m.Applications,
	)
	require(
		"supersedes_on",
		slices.Contains(
			[]string{OnEntry, OnGrant, OnGrantsOfRecipient, OnGrantsOfPerson, OnMovedEntry},
			m.SupersedesOn,
		),
		"supersedes_on %q is unknown",
		m.SupersedesOn,
	)
	require(
		"precision",
		slices.Contains([]string{"high", "medium", "low"}, m.Precision),
		"precision %q is none of high, medium, low",
		m.Precision,
	)
	require("related_resources", len(a.RelatedResources) > 0, "related_resources are missing")
	for _, r := range a.RelatedResources {
		require(
			"ref",
			r.Ref.Scheme == "https" && r.Ref.Host != "",
			"related resource %s is no https address",
			r.Ref.String(),
		)
	}
	for i, r := range m.Remediation {
		require("remediation", (r.Command == "") != (r.Text == ""), "a remediation has either a command or a text")
		require("or", i > 0 || !r.Or, "the first remediation is no alternative to another")
		require("intro", !strings.HasSuffix(r.Intro, ":"), "a colon follows the intro %q by itself", r.Intro)
		require("if", r.If == "" || len(r.When) > 0, "%q is no condition without when", r.If)
		require(
			"where",
			r.Where == WhereRecipientHome || r.Where == WhereActingForest || report.Place(r.Where).Title() != r.Where,
			"where %q is unknown",
			r.Where,
		)
	}
	problems = append(problems, m.checkScopes()...)
	return errors.Join(problems...)
}

func (m *Metadata) checkScopes() []error {
	if len(m.Scopes) == 0 {
		return []error{AtKey("scopes", errors.New("scopes are missing"))}
	}
	var problems []error
	shape := facts.Shapes()[m.Scopes[0]]
	for _, s := range m.Scopes {
		switch {
		case facts.Shapes()[s] == nil:
			problems = append(
				problems,
				AtKey(
					"scopes",
					fmt.Errorf("scope %q is unknown; the scopes are %s", s, slices.Sorted(maps.Keys(facts.Shapes()))),
				),
			)
		case facts.Shapes()[s] != shape:
			problems = append(
				problems,
				AtKey("scopes", fmt.Errorf("the scopes %s and %s have different inputs", m.Scopes[0], s)),
			)
		}
	}
	if len(problems) > 0 {
		return problems
	}
	for _, r := range m.Remediation {
		for name, wanted := range r.When {
			if err := m.checkCondition(shape, name, wanted); err != nil {
				problems = append(problems, AtKey("when", fmt.Errorf("when: %w", err)))
			}
		}
	}
	return problems
}

// ResourcesOf are the pages that a rule rests on.
func ResourcesOf(a *ast.Annotations) ([]report.Resource, error) {
	var resources []report.Resource
	for _, related := range a.RelatedResources {
		resource, err := resourceOf(related)
		if err != nil {
			return nil, err
		}
		resources = append(resources, resource)
	}
	return resources, nil
}

func resourceOf(r *ast.RelatedResourceAnnotation) (report.Resource, error) {
	match := checkedPattern.FindStringSubmatch(r.Description)
	if match == nil {
		return report.Resource{}, AtKey(
			"ref",
			fmt.Errorf("the description of %s does not end in \", checked YYYY-MM-DD\"", r.Ref.String()),
		)
	}
	if _, err := time.Parse(time.DateOnly, match[2]); err != nil {
		return report.Resource{}, AtKey("ref", fmt.Errorf("the description of %s: %w", r.Ref.String(), err))
	}
	return report.Resource{Title: match[1], URL: r.Ref.String(), Checked: match[2]}, nil
}

// partyPlaceholder is the name of somebody or something that a finding is about, perhaps with a
// word beside it.
var partyPlaceholder = regexp.MustCompile(
	`\{(recipient|manager|delegate|delegate_people|delegate_works|moving|staying|person|missing|owner)\}`,
)

// wordPlaceholders are the placeholders that stand for words in a sentence, not for the name of
// somebody; sorted.
func (m *Metadata) wordPlaceholders() []string {
	names := []string{"a_delegate_type", "a_recipient_type"}
	for name, phrases := range m.Phrases {
		if !slices.ContainsFunc(slices.Collect(maps.Values(phrases)), partyPlaceholder.MatchString) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// describe makes the public description of a rule.
func (m *Metadata) describe(family, file string) *report.Rule {
	severity, _ := report.ParseSeverity(m.Severity)
	r := &report.Rule{
		ID: m.ID, Name: strings.ReplaceAll(file, "_", "-"), Family: family,
		Severity: severity, WhySeverity: m.WhySeverity, Profile: m.Profile, Message: m.Message,
		MessageExisting: m.MessageExisting, Phrases: m.wordPlaceholders(),
		NotWhen: m.NotWhen, Supersedes: m.Supersedes, Fold: m.Fold, Statements: m.Statements,
		Since: m.Since, Precision: m.Precision, Tags: m.Tags,
	}
	for _, s := range m.Scopes {
		r.Scopes = append(r.Scopes, string(s))
	}
	for _, remedy := range m.Remediation {
		r.Remediation = append(r.Remediation, report.RuleRemediation{
			Where: remedy.Where, Alternative: remedy.Or, Intro: remedy.Intro, Command: remedy.Command, Text: remedy.Text,
			When: cmp.Or(remedy.If, m.inWords(remedy.When)),
		})
	}
	return r
}
