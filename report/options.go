package report

import (
	"slices"
)

// SARIFProfile names whom a SARIF file is for: all of them take the same fields, but not the same amounts.
type SARIFProfile string

// The profiles of SARIF.
const (
	GitHubSARIF      SARIFProfile = "github"
	AzureDevOpsSARIF SARIFProfile = "azure-devops"
	GitLabSARIF      SARIFProfile = "gitlab"
)

// SARIFProfiles are all profiles; the first is the default.
func SARIFProfiles() []SARIFProfile {
	return []SARIFProfile{GitHubSARIF, AzureDevOpsSARIF, GitLabSARIF}
}

// ParseSARIFProfile reads the name of a profile; ok is false for anything else.
func ParseSARIFProfile(name string) (p SARIFProfile, ok bool) {
	return SARIFProfile(name), slices.Contains(SARIFProfiles(), SARIFProfile(name))
}

// SARIFOptions are what SARIF carries beside findings.
type SARIFOptions struct {
	// Profile is GitHub's where it is empty.
	Profile SARIFProfile
	// Category tells several runs of one repository apart, as for two tenants; it may be empty. Only GitHub reads it.
	Category string
	Checkout Checkout
	// Pipeline is what Azure DevOps Advanced Security knows a run by; it must be complete for its profile.
	Pipeline Pipeline
}

// Checkout says what the files were checked out of. Without URI nothing of it is written.
type Checkout struct {
	// URI is absolute, without credentials.
	URI string
	// Revision is the identifier of a commit; Branch and Tag are names. All of them may be empty.
	Revision, Branch, Tag string
	// Folder is the working directory within what was checked out, with "/", "." at its top; empty where that is not known.
	Folder string
}

// Pipeline is a run of Azure Pipelines.
type Pipeline struct {
	Organization string
	// ProjectID and PhaseID are GUIDs; DefinitionID and BuildID are numbers.
	ProjectID, DefinitionID, DefinitionName, PhaseID, PhaseName string
	// Branch is a whole reference, refs/heads/main.
	Branch, BuildID string
}

// Options are what a reader may wish of a report, whatever its format; a writer ignores what its format has no use for.
type Options struct {
	// Fold is the number of findings of one rule with the same fold key above which they are shown as one; 0 never.
	Fold int
	// Color allows the escape sequences of a terminal.
	Color bool
	// Width is that of the terminal in columns, where messages break; 0 never.
	Width int
	// Folder is the URI of the working directory, with a slash at its end, where places are links in a terminal; empty where they are not.
	Folder string
	// Summary leaves out the findings and shows what they come to.
	Summary bool
	// Quiet leaves out everything that is neither a finding nor a problem.
	Quiet bool
	// ShowSuppressed includes suppressed findings where a format leaves them out by default.
	ShowSuppressed bool
	// ShowUnchanged includes findings that the base has as well, where a format leaves them out; ShowChanges lists the declarations
	// that are different. Without a base, neither means anything.
	ShowUnchanged, ShowChanges bool
	// Exit is the status the program is going to end with, for formats that carry it.
	Exit Exit
	// SARIF is what only that format has a place for.
	SARIF SARIFOptions
	// Notice is told, in one sentence, what the reader should know and the format has no place for; nil drops it.
	Notice func(sentence string)
}

// Exit is an exit status and what it means.
type Exit struct {
	Code        int
	Description string
}

// Tell gives Notice a sentence.
func (o Options) Tell(sentence string) {
	if o.Notice != nil {
		o.Notice(sentence)
	}
}
