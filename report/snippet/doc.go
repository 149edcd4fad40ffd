// Package snippet shows the line of a file that a location is in, with the place marked.
//
// The way of the data: a location and the sources of a run give a line; a cell is what a terminal
// shows for one character of it, and below the cells of the location stand the marks.
package snippet
