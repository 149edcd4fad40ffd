package policies

import (
	"maps"
	"slices"
	"strings"
)

// conditionWords say conditions of remediations as people do, by the fact and its value; a rule's own vars have their
// phrases.
func conditionWords() map[string]map[string]string {
	const (
		declaredMissing = "is declared to be missing there"
	)
	return map[string]map[string]string{
		"acting.side": {"cloud": "the delegate works in the cloud", "on_premises": "the delegate works on-premises", "": "nobody knows where the delegate works"},
		"acting.direction": {
			"same": "both are in one forest", "cloud_to_on_premises": "the mailbox is on-premises and the delegate works in the cloud",
			"on_premises_to_cloud":       "the mailbox is in the cloud and the delegate works on-premises",
			"on_premises_to_on_premises": "the two are in different on-premises forests",
		},
	}
}

// inWords says when a remediation applies, empty for always.
func (m *metadata) inWords(when map[string]wantedValues) string {
	var conditions []string
	for _, name := range slices.Sorted(maps.Keys(when)) {
		values, negated := when[name].plain()
		conditions = append(conditions, m.conditionInWords(name, values, negated))
	}
	return strings.Join(conditions, " and ")
}

func (m *metadata) conditionInWords(name string, values []string, negated bool) string {
	return ""
}
