package report

import (
	"fmt"
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

// maxResults is how many results a consumer takes of one run; GitHub refuses a file with more, GitLab and Azure DevOps
// ignore them.
func (p SARIFProfile) maxResults() int {
	if p == GitLabSARIF || p == AzureDevOpsSARIF {
		return 5_000
	}
	return 25_000
}

// maxMessage is how many characters of a message a consumer takes: GitLab ignores a result with a longer one. 0 is no
// limit.
func (p SARIFProfile) maxMessage() int {
	if p == GitLabSARIF {
		return 1_024
	}
	return 0
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
}

// Pipeline is a run of Azure Pipelines.
type Pipeline struct {
	Organization string
	// ProjectID and PhaseID are GUIDs; DefinitionID and BuildID are numbers.
	ProjectID, DefinitionID, DefinitionName, PhaseID, PhaseName string
	// Branch is a whole reference, refs/heads/main.
	Branch, BuildID string
}

type sarifAutomationDetails struct {
	ID          string            `json:"id"`
	Description sarifText         `json:"description"`
	Properties  map[string]string `json:"properties,omitempty"`
}

// automationDetails names the run among others of the same tool. GitHub takes everything before the last slash for the
// category, in which a run replaces the one before it.
func automationDetails(tool string, o SARIFOptions) sarifAutomationDetails {
	a := sarifAutomationDetails{ID: tool + "/", Description: sarifText{"Check of the delegation of a hybrid Exchange organization."}}
	if o.Category != "" {
		a.ID += o.Category + "/"
	}
	if o.Profile == AzureDevOpsSARIF {
		const prefix = "azuredevops/pipeline/build/"
		p := o.Pipeline
		a.ID = fmt.Sprintf(prefix+"%s/%s/%s/%s/%s/%s", p.Organization, p.ProjectID, p.DefinitionID, p.PhaseID, p.Branch, p.BuildID)
		a.Properties = map[string]string{
			prefix + "buildDefinitionId": p.DefinitionID, prefix + "buildDefinitionName": p.DefinitionName,
			prefix + "phaseId": p.PhaseID, prefix + "phaseName": p.PhaseName,
		}
	}
	return a
}

type sarifVersionControl struct {
	RepositoryURI string       `json:"repositoryUri"`
	RevisionID    string       `json:"revisionId,omitempty"`
	Branch        string       `json:"branch,omitempty"`
	RevisionTag   string       `json:"revisionTag,omitempty"`
	MappedTo      sarifBaseRef `json:"mappedTo"`
}

// sarifBaseRef is an artifactLocation that is nothing but a base.
type sarifBaseRef struct {
	URIBaseID string `json:"uriBaseId"`
}

func versionControl(c Checkout) []sarifVersionControl {
	return []sarifVersionControl{{c.URI, c.Revision, c.Branch, c.Tag, sarifBaseRef{sourceRoot}}}
}
