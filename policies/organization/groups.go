package organization

import (
	"slices"

	"hybridlint/loader/model"
)

// fillGroups finds the groups above everybody and the forests in which the people of a group work.
// Membership may be circular: homes are handed upwards until nothing new arrives.
func (org *Organization) fillGroups() {
	n := len(org.Model.Recipients)
	org.parents = make([][]model.RecipientID, n)
	for id, r := range org.Model.Recipients {
		for _, member := range r.Members {
			org.parents[member] = append(org.parents[member], model.RecipientID(id))
		}
	}
	org.fillNestedGroups()
	works := make([]map[model.ForestID]bool, n)
	type arrival struct {
		group  model.RecipientID
		forest model.ForestID
	}
	var arrivals []arrival
	for id, r := range org.Model.Recipients {
		if r.Type.IsGroup() {
			continue
		}
		for _, group := range org.parents[id] {
			arrivals = append(arrivals, arrival{group, r.Home})
		}
	}
	for len(arrivals) > 0 {
		a := arrivals[len(arrivals)-1]
		arrivals = arrivals[:len(arrivals)-1]
		if works[a.group][a.forest] {
			continue
		}
		if works[a.group] == nil {
			works[a.group] = map[model.ForestID]bool{}
		}
		works[a.group][a.forest] = true
		for _, group := range org.parents[a.group] {
			arrivals = append(arrivals, arrival{group, a.forest})
		}
	}
	org.ActingForests = make([][]model.ForestID, n)
	homes := make([][]model.ForestID, len(org.Model.Forests)+1)
	for i := range homes {
		homes[i] = []model.ForestID{model.ForestID(i)}
	}
	for id, r := range org.Model.Recipients {
		if !r.Type.IsGroup() {
			org.ActingForests[id] = homes[r.Home]
			continue
		}
		for forest := range works[id] {
			org.ActingForests[id] = append(org.ActingForests[id], forest)
		}
		slices.Sort(org.ActingForests[id])
	}
}

// GroupsAbove are the groups that have the recipient among their members, nested ones too, in
// order; not the recipient itself.
func (org *Organization) GroupsAbove(id model.RecipientID) []model.RecipientID {
	if above := org.above[id]; above != nil {
		return above
	}
	return org.parents[id]
}

// fillNestedGroups finds the groups above those who are in nested groups. The loader has made sure
// that following all memberships ends soon.
func (org *Organization) fillNestedGroups() {
	org.above = make([][]model.RecipientID, len(org.parents))
	seenBy := make([]model.RecipientID, len(org.parents))
	var pending, found []model.RecipientID
	for i, parents := range org.parents {
		id := model.RecipientID(i)
		if !slices.ContainsFunc(
			parents,
			func(group model.RecipientID) bool { return group == id || len(org.parents[group]) > 0 },
		) {
			continue
		}
		seenBy[id], found, pending = id+1, found[:0], append(pending[:0], parents...)
		for len(pending) > 0 {
			group := pending[len(pending)-1]
			pending = pending[:len(pending)-1]
			if seenBy[group] != id+1 {
				seenBy[group] = id + 1
				found = append(found, group)
				pending = append(pending, org.parents[group]...)
			}
		}
		slices.Sort(found)
		org.above[id] = append([]model.RecipientID{}, found...)
	}
}

// People yields the declared individuals of a group, nested ones too; of anybody else, themselves.
func (org *Organization) People(id model.RecipientID) []model.RecipientID {
	if !org.Model.Recipients[id].Type.IsGroup() {
		return []model.RecipientID{id}
	}
	seen := map[model.RecipientID]bool{}
	var people []model.RecipientID
	pending := []model.RecipientID{id}
	for len(pending) > 0 {
		member := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if seen[member] {
			continue
		}
		seen[member] = true
		if !org.Model.Recipients[member].Type.IsGroup() {
			people = append(people, member)
			continue
		}
		pending = append(pending, org.Model.Recipients[member].Members...)
	}
	return people
}
