package policies

import (
	"cmp"
	"slices"

	"hybridlint/policies/subjects"
)

// tellApart numbers the findings of one rule on equal subjects: two grants of one permission, say. They are numbered by
// what their blocks declare, so that it makes no difference in which order these stand; blocks that declare the same are
// as good as each other and numbered as they stand.
func tellApart(n subjects.Names, findings []*finding) {
	first, alike := map[string]*finding{}, map[string][]*finding{}
	for _, f := range findings {
		key := f.rule.ID + "\x00" + f.subject.Key()
		if first[key] == nil {
			first[key] = f
			continue
		}
		if alike[key] == nil {
			alike[key] = []*finding{first[key]}
		}
		alike[key] = append(alike[key], f)
	}
	for _, group := range alike {
		declared := map[*finding]string{}
		for _, f := range group {
			declared[f] = n.Declares(f.subject.Body())
		}
		slices.SortStableFunc(group, func(a, b *finding) int { return cmp.Compare(declared[a], declared[b]) })
		for i, f := range group {
			f.occurrence = i
		}
	}
}
