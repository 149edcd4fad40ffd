// Package azure writes the logging commands of Azure Pipelines.
//
// The way of the data: problems, then folded findings, the worst first, become an issue each; the
// outcome of the run ends the log. An issue is what Azure Pipelines shows on the page of a run. It
// knows no notes: those are lines of the log.
package azure
