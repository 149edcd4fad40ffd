package policies

import (
	"hybridlint/policies/facts"

	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// wantedValues are the values of a fact or var for which a remediation is shown: one of these, or with "!" before each
// none of these. "" is a fact that is not declared. In YAML a single value may stand without its list.
type wantedValues []string

func (w *wantedValues) UnmarshalJSON(text []byte) error {
	var one string
	if err := json.Unmarshal(text, &one); err == nil {
		*w = wantedValues{one}
		return nil
	}
	return json.Unmarshal(text, (*[]string)(w))
}

// plain are the values without their "!", and whether they have it.
func (w wantedValues) plain() (values []string, negated bool) {
	for _, value := range w {
		plain, found := strings.CutPrefix(value, "!")
		values, negated = append(values, plain), negated || found
	}
	return values, negated
}

// condition asks a fact, or a var of the finding, for one of several values.
type condition struct {
	fact     int
	variable string // empty for a fact
	values   []string
	negated  bool
}

func conditionsOf(s *facts.Shape, when map[string]wantedValues) []condition {
	var conditions []condition
	for _, name := range slices.Sorted(maps.Keys(when)) {
		c := condition{variable: name}
		if fact, ok := s.ByPath[name]; ok {
			c = condition{fact: fact}
		}
		c.values, c.negated = when[name].plain()
		conditions = append(conditions, c)
	}
	return conditions
}

// conditionFacts are the facts that the conditions of the rule's remediations ask.
func (r *rule) conditionFacts() []int {
	var given []int
	for _, remedy := range r.remediation {
		for _, c := range remedy.when {
			if c.variable == "" {
				given = append(given, c.fact)
			}
		}
	}
	return given
}

func (r *rule) holds(c condition, codes []uint64, vars map[string][]string) bool {
	var holds bool
	if c.variable != "" {
		holds = slices.ContainsFunc(vars[c.variable], func(value string) bool { return slices.Contains(c.values, value) })
	} else {
		holds = slices.Contains(c.values, r.shape.Facts[c.fact].Text(codes[c.fact]))
	}
	return holds != c.negated
}

// checkCondition finds what no fact and no var can ever be: a fix that is never shown is no fix.
func (m *metadata) checkCondition(s *facts.Shape, name string, wanted wantedValues) error {
	values, _ := wanted.plain()
	for _, value := range wanted {
		if strings.HasPrefix(value, "!") != strings.HasPrefix(wanted[0], "!") {
			return fmt.Errorf("%s: either all values begin with ! or none; %q does not fit", name, value)
		}
	}
	words := slices.Sorted(maps.Keys(m.Phrases[name]))
	if fact, ok := s.ByPath[name]; ok {
		words = s.Facts[fact].Texts()
	} else if _, ok := m.Phrases[name]; !ok {
		return fmt.Errorf("%s is no fact of the scope %s and no var of the finding", name, m.Scopes[0])
	}
	for _, value := range values {
		if len(words) > 0 && !slices.Contains(words, value) {
			return fmt.Errorf("%s is never %q; it is one of %q", name, value, words)
		}
	}
	return nil
}
