package policies

// UpdateGoldens tells the tests outside of the package whether -update was given.
func UpdateGoldens() bool { return *update }
