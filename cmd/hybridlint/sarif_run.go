package main

import (
	"cmp"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hybridlint/loader"
	"hybridlint/report"
)

// runFlags say what a run belongs to, for SARIF.
type runFlags struct {
	repositoryURI, revision string
	profile, category       string
}

func (f *runFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.repositoryURI, "repository-uri", "", "the repository of the files, for SARIF (default: what the variables of GitHub Actions, GitLab CI or Azure Pipelines say)")
	flags.StringVar(&f.revision, "revision", "", "the commit of the files, for SARIF (default: what those variables say)")
	flags.StringVar(&f.profile, "sarif-profile", sarifProfiles()[0], "whom SARIF is for: "+list(sarifProfiles()))
	flags.StringVar(&f.category, "sarif-category", "", "tells runs of one repository apart in GitHub code scanning")
	complete(c, "sarif-profile", sarifProfiles())
}

func sarifProfiles() []string {
	var names []string
	for _, p := range report.SARIFProfiles() {
		names = append(names, string(p))
	}
	return names
}

var (
	revisionPattern = regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z._/+-]*$`)
	categoryPattern = regexp.MustCompile(`^[0-9A-Za-z]([0-9A-Za-z._/-]*[0-9A-Za-z])?$`)
)

// sarifOptions puts the flags over what the surroundings say.
func (p *program) sarifOptions(f *runFlags, given *pflag.FlagSet) (report.SARIFOptions, error) {
	o := report.SARIFOptions{Category: f.category, Checkout: p.checkout()}
	var ok bool
	if o.Profile, ok = report.ParseSARIFProfile(f.profile); !ok {
		return o, unknown("SARIF profile", f.profile, sarifProfiles())
	}
	if f.category != "" && !categoryPattern.MatchString(f.category) {
		return o, fmt.Errorf("--sarif-category is a name of letters, digits, dots, dashes and slashes, and not %q", f.category)
	}
	if given.Changed("repository-uri") {
		if o.Checkout.URI = repositoryURI(f.repositoryURI); o.Checkout.URI == "" {
			return o, fmt.Errorf("--repository-uri is an address like https://github.com/contoso/delegation")
		}
	}
	if given.Changed("revision") {
		if !revisionPattern.MatchString(f.revision) {
			return o, fmt.Errorf("--revision is the identifier of a commit, and not %q", f.revision)
		}
		if o.Checkout.URI == "" {
			return o, fmt.Errorf("--revision needs --repository-uri: a commit means nothing without its repository")
		}
		o.Checkout.Revision = f.revision
	}
	if o.Checkout.URI != "" {
		o.Checkout.Folder = p.folderInCheckout()
	}
	if o.Profile == report.AzureDevOpsSARIF {
		var err error
		if o.Pipeline, err = p.pipeline(); err != nil {
			return o, fmt.Errorf("--sarif-profile %s: %w", o.Profile, err)
		}
	}
	return o, nil
}

// repositoryURI is an address without credentials; empty where it is no address of a repository.
func repositoryURI(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || !slices.Contains([]string{"https", "http", "ssh", "git"}, u.Scheme) {
		return ""
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path, RawPath: u.RawPath}).String()
}

// checkout is what the documented variables of the CI say; nothing where there is no CI that is known.
func (p *program) checkout() report.Checkout {
	var c report.Checkout
	switch {
	case p.getenv("GITHUB_ACTIONS") == "true":
		c = p.gitHubCheckout()
	case p.getenv("GITLAB_CI") == "true":
		c = report.Checkout{URI: p.getenv("CI_PROJECT_URL"), Revision: p.getenv("CI_COMMIT_SHA"), Tag: p.getenv("CI_COMMIT_TAG"),
			Branch: cmp.Or(p.getenv("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"), p.getenv("CI_COMMIT_BRANCH"))}
	case strings.EqualFold(p.getenv("TF_BUILD"), "true"):
		c = p.azureCheckout()
	}
	if c.URI = repositoryURI(c.URI); c.URI == "" {
		return report.Checkout{}
	}
	return c
}

// folderInCheckout is where the working directory lies in what was checked out, by the variables of the CI or by the nearest folder
// above that has a .git; empty where neither tells.
func (p *program) folderInCheckout() string {
	here := loader.Absolute(p.directory, "")
	for _, variable := range []string{"GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY"} {
		if top := p.getenv(variable); top != "" {
			return folderBelow(top, here)
		}
	}
	for top := here; ; top = filepath.Dir(top) {
		if _, err := os.Lstat(filepath.Join(top, ".git")); err == nil {
			return folderBelow(top, here)
		}
		if filepath.Dir(top) == top {
			return ""
		}
	}
}

func folderBelow(top, folder string) string {
	relative, err := filepath.Rel(top, folder)
	if err != nil || !filepath.IsLocal(relative) {
		return ""
	}
	return filepath.ToSlash(relative)
}

func (p *program) gitHubCheckout() report.Checkout {
	c := report.Checkout{Revision: p.getenv("GITHUB_SHA"), Branch: p.getenv("GITHUB_HEAD_REF")}
	if repository := p.getenv("GITHUB_REPOSITORY"); repository != "" {
		c.URI = p.getenv("GITHUB_SERVER_URL") + "/" + repository
	}
	switch p.getenv("GITHUB_REF_TYPE") {
	case "branch":
		c.Branch = cmp.Or(c.Branch, p.getenv("GITHUB_REF_NAME"))
	case "tag":
		c.Tag = p.getenv("GITHUB_REF_NAME")
	}
	return c
}

func (p *program) azureCheckout() report.Checkout {
	c := report.Checkout{URI: p.getenv("BUILD_REPOSITORY_URI"), Revision: p.getenv("BUILD_SOURCEVERSION")}
	ref := cmp.Or(p.getenv("SYSTEM_PULLREQUEST_SOURCEBRANCH"), p.getenv("BUILD_SOURCEBRANCH"))
	if branch, ok := strings.CutPrefix(ref, "refs/heads/"); ok {
		c.Branch = branch
	}
	if tag, ok := strings.CutPrefix(ref, "refs/tags/"); ok {
		c.Tag = tag
	}
	return c
}

var (
	guidPattern   = regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)
	numberPattern = regexp.MustCompile(`^[1-9][0-9]*$`)
	anything      = regexp.MustCompile(`.`)
)

// pipeline is the run of Azure Pipelines that the program is part of, by the variables that Microsoft's own tools read.
// An error names the first one that is missing.
func (p *program) pipeline() (pipeline report.Pipeline, err error) {
	if !strings.EqualFold(p.getenv("TF_BUILD"), "true") {
		return pipeline, fmt.Errorf("this is no run of Azure Pipelines: the variable TF_BUILD is not True")
	}
	read := func(pattern *regexp.Regexp, names ...string) string {
		for _, name := range names {
			if value := strings.TrimSpace(p.getenv(name)); pattern.MatchString(value) {
				return value
			}
		}
		if err == nil {
			err = fmt.Errorf("the variable %s of Azure Pipelines is missing, or not what it should be", names[0])
		}
		return ""
	}
	pipeline = report.Pipeline{
		Organization: organizationOf(read(anything, "SYSTEM_COLLECTIONURI", "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI")),
		ProjectID:    read(guidPattern, "SYSTEM_TEAMPROJECTID"),
		DefinitionID: read(numberPattern, "BUILD_DEFINITIONID", "SYSTEM_DEFINITIONID"), DefinitionName: read(anything, "BUILD_DEFINITIONNAME"),
		PhaseID: read(guidPattern, "SYSTEM_PHASEID", "SYSTEM_JOBID"), PhaseName: read(anything, "SYSTEM_PHASENAME", "SYSTEM_JOBNAME"),
		Branch: read(anything, "BUILD_SOURCEBRANCH"), BuildID: read(numberPattern, "BUILD_BUILDID"),
	}
	if err == nil && pipeline.Organization == "" {
		err = fmt.Errorf("the variable SYSTEM_COLLECTIONURI names no organization of Azure DevOps Services")
	}
	return pipeline, err
}

// organizationOf reads https://dev.azure.com/contoso/ and https://contoso.visualstudio.com/.
func organizationOf(collection string) string {
	u, err := url.Parse(collection)
	if err != nil {
		return ""
	}
	if host := strings.ToLower(u.Host); host == "dev.azure.com" || host == "vsrm.dev.azure.com" {
		organization, _, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "/")
		return organization
	}
	organization, ok := strings.CutSuffix(u.Host, ".visualstudio.com")
	if !ok {
		return ""
	}
	return strings.TrimSuffix(organization, ".vsrm")
}
