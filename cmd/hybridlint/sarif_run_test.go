package main

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"hybridlint/report"
)

func gitHub() map[string]string {
	return map[string]string{"GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "contoso/mail",
		"GITHUB_SHA": "0123abcd", "GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "main"}
}

func gitLab() map[string]string {
	return map[string]string{"GITLAB_CI": "true", "CI_PROJECT_URL": "https://gitlab.example/contoso/mail", "CI_COMMIT_SHA": "0123abcd", "CI_COMMIT_BRANCH": "main"}
}

func azure() map[string]string {
	return map[string]string{"TF_BUILD": "True", "BUILD_REPOSITORY_URI": "https://contoso@dev.azure.com/contoso/mail/_git/mail",
		"BUILD_SOURCEVERSION": "0123abcd", "BUILD_SOURCEBRANCH": "refs/heads/main", "SYSTEM_COLLECTIONURI": "https://dev.azure.com/contoso/",
		"SYSTEM_TEAMPROJECTID": "11111111-1111-1111-1111-111111111111", "SYSTEM_DEFINITIONID": "7", "BUILD_DEFINITIONNAME": "Nightly",
		"SYSTEM_PHASEID": "22222222-2222-2222-2222-222222222222", "SYSTEM_PHASENAME": "Job", "BUILD_BUILDID": "42"}
}

// with is a copy with further variables; an empty value takes one away.
func with(variables map[string]string, further ...string) map[string]string {
	all := maps.Clone(variables)
	for i := 0; i < len(further); i += 2 {
		all[further[i]] = further[i+1]
	}
	return all
}

func surrounded(variables map[string]string) *program {
	return &program{getenv: func(name string) string { return variables[name] }}
}

func TestCheckoutIsWhatTheCISays(t *testing.T) {
	tests := map[string]struct {
		variables map[string]string
		want      report.Checkout
	}{
		"nothing":                       {nil, report.Checkout{}},
		"variables without a CI":        {with(gitHub(), "GITHUB_ACTIONS", ""), report.Checkout{}},
		"GitHub":                        {gitHub(), report.Checkout{URI: "https://github.com/contoso/mail", Revision: "0123abcd", Branch: "main"}},
		"a pull request on GitHub":      {with(gitHub(), "GITHUB_HEAD_REF", "wave-7", "GITHUB_REF_NAME", "12/merge"), report.Checkout{URI: "https://github.com/contoso/mail", Revision: "0123abcd", Branch: "wave-7"}},
		"a tag on GitHub":               {with(gitHub(), "GITHUB_REF_TYPE", "tag", "GITHUB_REF_NAME", "v1"), report.Checkout{URI: "https://github.com/contoso/mail", Revision: "0123abcd", Tag: "v1"}},
		"GitHub without a repository":   {with(gitHub(), "GITHUB_REPOSITORY", ""), report.Checkout{}},
		"GitLab":                        {gitLab(), report.Checkout{URI: "https://gitlab.example/contoso/mail", Revision: "0123abcd", Branch: "main"}},
		"a merge request on GitLab":     {with(gitLab(), "CI_COMMIT_BRANCH", "", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "wave-7"), report.Checkout{URI: "https://gitlab.example/contoso/mail", Revision: "0123abcd", Branch: "wave-7"}},
		"Azure, without the user":       {azure(), report.Checkout{URI: "https://dev.azure.com/contoso/mail/_git/mail", Revision: "0123abcd", Branch: "main"}},
		"a tag on Azure":                {with(azure(), "BUILD_SOURCEBRANCH", "refs/tags/v1"), report.Checkout{URI: "https://dev.azure.com/contoso/mail/_git/mail", Revision: "0123abcd", Tag: "v1"}},
		"a pull request on Azure":       {with(azure(), "BUILD_SOURCEBRANCH", "refs/pull/3/merge", "SYSTEM_PULLREQUEST_SOURCEBRANCH", "refs/heads/wave-7"), report.Checkout{URI: "https://dev.azure.com/contoso/mail/_git/mail", Revision: "0123abcd", Branch: "wave-7"}},
		"an address that is no address": {with(gitLab(), "CI_PROJECT_URL", "mail"), report.Checkout{}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := surrounded(test.variables).checkout(); got != test.want {
				t.Errorf("got  %+v\nwant %+v", got, test.want)
			}
		})
	}
}

func TestRepositoryURIHasNoCredentials(t *testing.T) {
	tests := map[string]string{
		"https://github.com/contoso/mail":                    "https://github.com/contoso/mail",
		"https://user:secret@github.com/contoso/mail.git":    "https://github.com/contoso/mail.git",
		"https://github.com/contoso/mail?token=secret#there": "https://github.com/contoso/mail",
		"ssh://git@github.com:22/contoso/mail.git":           "ssh://github.com:22/contoso/mail.git",
		"https://host/a%20b":                                 "https://host/a%20b",
		"git@github.com:contoso/mail.git":                    "", "contoso/mail": "", "": "", "javascript:alert(1)": "", "https://": "", "file:///etc": "", "https://a b/": "",
	}
	for address, want := range tests {
		if got := repositoryURI(address); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

func TestPipelineOfAzure(t *testing.T) {
	got, err := surrounded(azure()).pipeline()
	want := report.Pipeline{Organization: "contoso", ProjectID: "11111111-1111-1111-1111-111111111111", DefinitionID: "7", DefinitionName: "Nightly",
		PhaseID: "22222222-2222-2222-2222-222222222222", PhaseName: "Job", Branch: "refs/heads/main", BuildID: "42"}
	if err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
	mistakes := map[string]map[string]string{
		"TF_BUILD": with(azure(), "TF_BUILD", ""), "SYSTEM_COLLECTIONURI": with(azure(), "SYSTEM_COLLECTIONURI", "https://server.local/tfs/"),
		"SYSTEM_TEAMPROJECTID": with(azure(), "SYSTEM_TEAMPROJECTID", "mail"), "BUILD_DEFINITIONID": with(azure(), "SYSTEM_DEFINITIONID", ""),
		"SYSTEM_PHASEID": with(azure(), "SYSTEM_PHASEID", "1"), "BUILD_SOURCEBRANCH": with(azure(), "BUILD_SOURCEBRANCH", " "), "BUILD_BUILDID": with(azure(), "BUILD_BUILDID", "0"),
	}
	for name, variables := range mistakes {
		if _, err := surrounded(variables).pipeline(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for collection, want := range map[string]string{"https://dev.azure.com/contoso/": "contoso", "https://contoso.visualstudio.com/": "contoso",
		"https://contoso.vsrm.visualstudio.com/": "contoso", "https://vsrm.dev.azure.com/contoso": "contoso", "https://dev.azure.com/": "", "https://evil.example/contoso": "", "%": ""} {
		if got := organizationOf(collection); got != want {
			t.Errorf("%s: %q", collection, got)
		}
	}
}

func TestSurroundingsFlags(t *testing.T) {
	for _, arguments := range [][]string{
		{"--repository-uri", "mail"}, {"--repository-uri", ""}, {"--revision", "0123"}, {"--repository-uri", "https://host/mail", "--revision", "a b"},
		{"--repository-uri", "https://host/mail", "--revision", ""}, {"--sarif-profile", "gitlub"}, {"--sarif-profile", "azure-devops"}, {"--sarif-category", "a/"}, {"--sarif-category", "a b"},
	} {
		got := runIn(t, &fakeLinter{files: 1}, nil, append([]string{"check"}, arguments...)...)
		if got.status != ExitUsage || got.stderr == "" || got.stdout != "" {
			t.Errorf("%q: %+v", arguments, got)
		}
	}
	got := runIn(t, &fakeLinter{files: 1}, nil, "check", "--format", "sarif", "--sarif-profile", "gitlab", "--sarif-category", "contoso",
		"--repository-uri", "https://user:secret@host/mail", "--revision", "0123abcd")
	var document struct {
		Runs []struct {
			AutomationDetails        struct{ ID string }
			VersionControlProvenance []struct{ RepositoryURI, RevisionID string }
		}
	}
	if err := json.Unmarshal([]byte(got.stdout), &document); err != nil || got.status != ExitClean {
		t.Fatal(err, got)
	}
	run := document.Runs[0]
	if run.AutomationDetails.ID != "hybridlint/contoso/" || len(run.VersionControlProvenance) != 1 || strings.Contains(got.stdout, "secret") ||
		run.VersionControlProvenance[0].RepositoryURI != "https://host/mail" || run.VersionControlProvenance[0].RevisionID != "0123abcd" {
		t.Errorf("%+v", run)
	}
}
