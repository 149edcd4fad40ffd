// Package sarif writes SARIF 2.1.0 for code scanning.
//
// The way of the data: findings are folded where they are too many for code scanning, those of one
// rule on one line become one result, and each result gets its message, region, related locations,
// fingerprints and fixes. The words are those of the standard: a rule is a reportingDescriptor, its
// message a message string with numbered placeholders, which the arguments of a result fill; a
// problem is a notification. What stands in which place was measured against GitHub, GitLab, Azure
// DevOps and the official validator.
package sarif
