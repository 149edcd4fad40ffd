package metadata

import "slices"

// ConditionFacts are the facts that the conditions of the rule's remediations ask.
func (r *Rule) ConditionFacts() []int {
	var given []int
	for _, remedy := range r.Remedies {
		for _, c := range remedy.when {
			if c.variable == "" {
				given = append(given, c.fact)
			}
		}
	}
	return given
}

func (r *Rule) holds(c Condition, codes []uint64, vars map[string][]string) bool {
	var holds bool
	if c.variable != "" {
		holds = slices.ContainsFunc(
			vars[c.variable],
			func(value string) bool { return slices.Contains(c.values, value) },
		)
	} else {
		holds = slices.Contains(c.values, r.Shape.Facts[c.fact].Text(codes[c.fact]))
	}
	return holds != c.negated
}
