package loader

import "strings"

// Sources are the texts of the files of a run, those with errors among them.
type Sources struct {
	files map[string]*File
}

// Line gives the text of a line, counted from 1, without its end; what is not UTF-8 is replaced by U+FFFD. ok is false
// where the file was not read or has no such line.
func (s *Sources) Line(file string, line int) (text string, ok bool) {
	if s == nil || s.files[file] == nil {
		return "", false
	}
	b, ok := s.files[file].line(line)
	return strings.ToValidUTF8(string(b), "\uFFFD"), ok
}

// ByteOrderMark tells whether the file began with one.
func (s *Sources) ByteOrderMark(file string) bool {
	return s != nil && s.files[file] != nil && s.files[file].ByteOrderMark
}
