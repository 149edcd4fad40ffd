package sarif

import (
	"fmt"
	"net/url"

	"hybridlint/report"
	"hybridlint/report/wording"
)

// maxResults is how many results a consumer takes of one run; GitHub refuses a file with more, GitLab and Azure DevOps
// ignore them.
func maxResults(p report.SARIFProfile) int {
	if p == report.GitLabSARIF || p == report.AzureDevOpsSARIF {
		return 5_000
	}
	return 25_000
}

// maxMessage is how many characters of a message a consumer takes: GitLab ignores a result with a longer one. 0 is no
// limit.
func maxMessage(p report.SARIFProfile) int {
	if p == report.GitLabSARIF {
		return 1_024
	}
	return 0
}

type sarifAutomationDetails struct {
	ID          string            `json:"id"`
	Description sarifText         `json:"description"`
	Properties  map[string]string `json:"properties,omitempty"`
}

// automationDetails names the run among others of the same tool. GitHub takes everything before the last slash for the
// category, in which a run replaces the one before it.
func automationDetails(r *report.Report, o report.SARIFOptions) sarifAutomationDetails {
	a := sarifAutomationDetails{ID: r.Tool.Name + "/", Description: sarifText{"Check of the delegation of a hybrid Exchange organization."}}
	if o.Category != "" {
		a.ID += o.Category + "/"
	}
	if r.State != nil { // it must not replace the run about the configuration as written
		a.ID += "after-" + url.PathEscape(r.State.After) + "/"
		a.Description.Text += " " + wording.State(r.State)
	}
	if o.Profile == report.AzureDevOpsSARIF {
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

func versionControl(c report.Checkout) []sarifVersionControl {
	return []sarifVersionControl{{c.URI, c.Revision, c.Branch, c.Tag, sarifBaseRef{sourceRoot}}}
}
