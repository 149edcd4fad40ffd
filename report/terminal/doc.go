// Package terminal paints text with the escape sequences of a terminal, or leaves it as it is.
package terminal
