package loader

// KnownAttribute tells whether the language has an attribute of that name.
func KnownAttribute(name string) bool { return attributeNamed(name) != 0 }

// Nearest is the known word that was probably meant, "" where nothing is near.
func Nearest(word string, known []string) string { return nearest(word, known) }
