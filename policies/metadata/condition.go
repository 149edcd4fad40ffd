package metadata

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hybridlint/policies/facts"
)

// Wanted are the values of a fact or var for which a remediation is shown: one of these, or with
// "!" before each none of these. "" is a fact that is not declared. In YAML a single value may
// stand without its list.
type Wanted []string

// UnmarshalJSON implements json.Unmarshaler.
func (w *Wanted) UnmarshalJSON(text []byte) error {
	var one string
	if err := json.Unmarshal(text, &one); err == nil {
		*w = Wanted{one}
		return nil
	}
	return json.Unmarshal(text, (*[]string)(w))
}

// plain are the values without their "!", and whether they have it.
func (w Wanted) plain() (values []string, negated bool) {
	for _, value := range w {
		plain, found := strings.CutPrefix(value, "!")
		values, negated = append(values, plain), negated || found
	}
	return values, negated
}

// Condition asks a fact, or a var of the finding, for one of several values.
type Condition struct {
	fact     int
	variable string // empty for a fact
	values   []string
	negated  bool
}

func conditionsOf(s *facts.Shape, when map[string]Wanted) []Condition {
	var conditions []Condition
	for _, name := range slices.Sorted(maps.Keys(when)) {
		c := Condition{variable: name}
		if fact, ok := s.ByPath[name]; ok {
			c = Condition{fact: fact}
		}
		c.values, c.negated = when[name].plain()
		conditions = append(conditions, c)
	}
	return conditions
}

// checkCondition finds what no fact and no var can ever be: a fix that is never shown is no fix.
func (m *Metadata) checkCondition(s *facts.Shape, name string, wanted Wanted) error {
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
