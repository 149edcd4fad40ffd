// Package metadata reads what stands above a rule, and makes a Rule of it.
//
// The YAML in the comments above a policy's package becomes Metadata, whose keys are a closed set.
// Check names everything that is missing or unknown at once, and Metadata.Rule parses the templates
// of the messages and fixes.
//
// A template is a text with placeholders in braces, which are names that subjects know, or vars of
// a finding; a var's values have phrases. A condition says for which values of facts or vars an
// item of the remediation is shown. An edit is what to declare instead, where that is the whole
// fix.
package metadata
