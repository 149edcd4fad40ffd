// Package wording has the phrases that all formats for people use: counts, lists, places, how a run
// ended, where a fix is carried out.
package wording
