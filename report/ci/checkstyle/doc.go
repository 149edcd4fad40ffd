// Package checkstyle writes the XML of the Java tool Checkstyle.
//
// The way of the data: findings, then problems, become an error element each, below the element of
// their file.
package checkstyle
