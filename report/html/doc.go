// Package html writes a report for people as one file, which opens offline in a browser.
//
// The way of the data: a survey of the findings makes the page, markup that works by itself:
// verdict, counts, problems, what matters most. The findings follow as data, compact (a text is a
// form with names in it, and said once), which the script of the file (the .js files here, joined
// to one module) shows, filters and draws as a graph. The content security policy of the file
// allows that script and nothing else.
package html
