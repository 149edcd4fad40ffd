package policies

// UpdateGoldens tells the tests outside of the package whether -update was given.
func UpdateGoldens() bool { return *update }

// HasEdits tells whether a rule says what to declare instead.
func HasEdits(c *Catalog, id string) bool {
	for _, r := range c.rules {
		if r.ID == id {
			return len(r.Edits) > 0
		}
	}
	return false
}
