package metadata

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"hybridlint/policies/facts"
	"hybridlint/report"
)

// Rule is a rule with everything that is needed to evaluate and render it.
type Rule struct {
	*report.Rule
	Metadata *Metadata
	file     string // without its ending
	// Ref is the path of the rule's findings.
	Ref              ast.Ref
	Shape            *facts.Shape
	MessageTemplate  *Template
	ExistingTemplate *Template                       // nil where existing entries have no message of their own
	PhraseTemplates  map[string]map[string]*Template // by var and its value
	Remedies         []Remedy
	Edits            map[string]Edit // by attribute
	Superseded       map[string]bool
	// own says that the rule is of the user's own, broken that it is known, but cannot be
	// evaluated.
	OfUser, Broken bool
}

// Remedy is one item of the remediation, ready to be rendered.
type Remedy struct {
	Where       string
	Alternative bool
	Intro       *Template // nil for none
	Command     bool
	Template    *Template
	when        []Condition
}

// Rule makes a rule of its metadata.
func (m *Metadata) Rule(family, file, title, description string, resources []report.Resource) (*Rule, error) {
	r := &Rule{
		Rule: m.describe(family, file), Metadata: m, file: file,
		Shape: facts.Shapes()[m.Scopes[0]], Superseded: map[string]bool{},
	}
	r.Title, r.Description, r.Resources = title, description, resources
	return r, r.finish()
}

// Mends tells whether a command may do away with what the rule finds, and not only in another way.
func (r *Rule) Mends() bool {
	return slices.ContainsFunc(r.Remedies, func(m Remedy) bool { return m.Command && !m.Alternative })
}

// finish derives what is not stored.
func (r *Rule) finish() error {
	for _, id := range r.Metadata.Supersedes {
		r.Superseded[id] = true
	}
	return r.parseTemplates()
}

func (r *Rule) parseTemplates() (err error) {
	placeholders := placeholdersOf(r.Metadata.Scopes)
	ofSubject := func(name string) bool { return slices.Contains(placeholders, name) }
	known := func(name string) bool {
		_, isVar := r.Metadata.Phrases[name]
		return isVar || ofSubject(name)
	}
	if err := r.parsePhrases(ofSubject); err != nil {
		return err
	}
	if r.MessageTemplate, err = parseTemplate(r.Metadata.Message, known); err != nil {
		return AtKey("message", fmt.Errorf("message: %w", err))
	}
	if r.Metadata.MessageExisting != "" {
		if r.ExistingTemplate, err = parseTemplate(r.Metadata.MessageExisting, known); err != nil {
			return AtKey("message_existing", fmt.Errorf("message_existing: %w", err))
		}
	}
	for _, m := range r.Metadata.Remediation {
		remedy := Remedy{
			Where:       m.Where,
			Alternative: m.Or,
			Command:     m.Command != "",
			when:        conditionsOf(r.Shape, m.When),
		}
		if remedy.Template, err = parseTemplate(cmp.Or(m.Command, m.Text), known); err != nil {
			return AtKey("remediation", fmt.Errorf("remediation: %w", err))
		}
		if m.Intro != "" {
			if remedy.Intro, err = parseTemplate(m.Intro, known); err != nil {
				return AtKey("intro", fmt.Errorf("intro: %w", err))
			}
		}
		r.Remedies = append(r.Remedies, remedy)
	}
	return AtKey("edits", r.parseEdits(known))
}

// parsePhrases reads the texts of the vars, which may name what the subject knows.
func (r *Rule) parsePhrases(known func(name string) bool) error {
	r.PhraseTemplates = map[string]map[string]*Template{}
	for name, texts := range r.Metadata.Phrases {
		r.PhraseTemplates[name] = map[string]*Template{}
		for value, text := range texts {
			t, err := parseTemplate(text, known)
			if err != nil {
				return AtKey("phrases", fmt.Errorf("phrases: %s: %w", name, err))
			}
			r.PhraseTemplates[name][value] = t
		}
	}
	return nil
}

// RemediesFor picks the remediations whose conditions hold.
func (r *Rule) RemediesFor(codes []uint64, vars map[string][]string) []int {
	var indices []int
	for i, remedy := range r.Remedies {
		if !slices.ContainsFunc(remedy.when, func(c Condition) bool { return !r.holds(c, codes, vars) }) {
			indices = append(indices, i)
		}
	}
	return indices
}

// Explains tells whether a rule that fired on an entry makes another one on it unnecessary;
// sameGrant says that both fired on the very grant, not one on an outlook_delegate and the other on
// the grant derived from it.
func (r *Rule) Explains(other *Rule, sameGrant bool) bool {
	switch r.Metadata.SupersedesOn {
	case OnEntry:
		return r.Replaces(other)
	case OnGrant:
		return sameGrant && r.Replaces(other)
	default:
		return false
	}
}

// Replaces tells whether a rule stands for another one; a rule that replaces all others means those
// of the program; it knows nothing of the user's own.
func (r *Rule) Replaces(other *Rule) bool {
	return r != other && (r.Superseded["*"] && !other.OfUser || r.Superseded[other.ID]) &&
		!slices.Contains(r.Metadata.SupersedesExcept, other.ID)
}
