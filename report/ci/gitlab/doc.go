// Package gitlab writes the code quality report of GitLab.
//
// The way of the data: every problem, then every finding, becomes one issue of a JSON array. GitLab
// knows an issue again by its fingerprint.
package gitlab
