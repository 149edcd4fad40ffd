// Package markdown writes a report as Markdown, for a job summary or a comment on a pull request.
//
// The way of the data: counts, problems, a table of rules, then folded findings, the worst first,
// as far as there is room. Everything that was written into a file is escaped: GitHub and GitLab
// act on names, numbers and addresses.
package markdown
