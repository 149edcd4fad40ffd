// Package scripts makes files of a report that carry its fixes out: a script for PowerShell per place, one that takes it back, and
// a checklist of what is done by hand. Names in findings come from strangers: in a script they stand in comments of one line, or
// in the quotation that the rules put them in, and what does not look like a command of the rules is never run.
package scripts
