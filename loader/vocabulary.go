package loader

// Nearest is the known word that was probably meant, "" where nothing is near.
func Nearest(word string, known []string) string { return nearest(word, known) }
