// Package filter chooses the findings of a report that somebody wants to read: `rule=HYB3*`, `batch=wave-3`. It is for reading only:
// how a run ends, and what its summary counts, is decided before.
package filter
