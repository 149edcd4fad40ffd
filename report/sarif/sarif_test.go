package sarif

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"hybridlint/report"
	"hybridlint/report/folding"
	"hybridlint/report/reporttest"
	"hybridlint/testdata/nasty"
)

// sarifDocument is what the tests look at.
type sarifDocument struct {
	Runs []struct {
		Tool        struct{ Driver sarifDriver }
		Results     []sarifResult
		Invocations []sarifInvocation
	}
}

func sarifOf(t *testing.T, r *report.Report, o report.Options) sarifDocument {
	t.Helper()
	return reporttest.Decoded[sarifDocument](t, "SARIF", reporttest.Rendered(t, Writer{}, r, o))
}

const sarifSchema = "testdata/sarif-2.1.0.schema.json"

func TestSARIFIsValid(t *testing.T) {
	file, err := os.Open(sarifSchema)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	document, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("sarif.json", document); err != nil {
		t.Fatal(err)
	}
	schema := compiler.MustCompile("sarif.json")
	empty := reporttest.Clean()
	empty.Complete, empty.Summary.Files, empty.Rules = false, 0, nil
	reports := map[string]*report.Report{"sample": reporttest.Sample(), "clean": reporttest.Clean(), "nothing": empty, "many": reporttest.Many(6_000)}
	for i, text := range nasty.Texts() {
		reports[fmt.Sprintf("hostile %d", i)] = reporttest.Hostile(text)
	}
	for name, r := range reports {
		if strings.HasPrefix(name, "hostile") {
			r.Rules[0].Resources[0].URL = informationURI // an address is checked where rules are read
		}
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(reporttest.Rendered(t, Writer{}, r, reporttest.Everything)))
		if err != nil {
			t.Fatal(name, err)
		}
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// GitHub closes the alerts that a run does not repeat: nothing found must say so, nothing looked at must not.
func TestSARIFWithoutResults(t *testing.T) {
	found := reporttest.Rendered(t, Writer{}, reporttest.Clean(), report.Options{})
	if !strings.Contains(found, `"results": []`) || !strings.Contains(found, `"executionSuccessful":true`) {
		t.Error("a clean run has an empty list of results")
	}
	blind := reporttest.Clean()
	blind.Complete, blind.Summary.Files = false, 0
	looked := reporttest.Rendered(t, Writer{}, blind, report.Options{})
	if strings.Contains(looked, `"results"`) || !strings.Contains(looked, `"executionSuccessful":false`) {
		t.Error("a run that read no file has no list of results")
	}
}

func TestSARIFHasOneResultPerRuleAndLine(t *testing.T) {
	results := sarifOf(t, reporttest.Sample(), report.Options{}).Runs[0].Results
	if len(results) != 2 {
		t.Fatalf("%d results, want 2", len(results))
	}
	for _, name := range []string{"amy@", "jørgen@"} {
		if !strings.Contains(results[0].Message.Text, name) {
			t.Errorf("%q does not name %s", results[0].Message.Text, name)
		}
	}
	if results[0].Level != "error" {
		t.Errorf("the level is %s, want that of the worst", results[0].Level)
	}
}

func TestSARIFLeavesSuppressedOut(t *testing.T) {
	if r := reporttest.Rendered(t, Writer{}, reporttest.Sample(), report.Options{}); strings.Contains(r, "wave 7") {
		t.Error("a suppressed finding is there")
	}
	results := sarifOf(t, reporttest.Sample(), report.Options{ShowSuppressed: true}).Runs[0].Results
	if s := results[len(results)-1].Suppressions; len(s) != 1 || s[0].Justification != "until wave 7" || s[0].Kind != "external" {
		t.Errorf("suppressions %+v", s)
	}
}

func TestSARIFColumnsAreUTF16(t *testing.T) {
	tests := map[string]struct{ file, words string }{
		"ASCII": {`ab "x"`, `"x"`}, "accent": {`éé "x"`, `"x"`}, "outside the basic plane": {`🐒🐒 "🐒"`, `"🐒"`},
		"combining": {"e\u0301 \"x\"", `"x"`}, "second line": {"🐒\n🐒x", "x"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			files := reporttest.Texts{"f": test.file}
			got := physicalLocation(files, files.At("f", test.words), withContext).Region
			before, _, _ := strings.Cut(test.file, test.words)
			before = before[strings.LastIndexByte(before, '\n')+1:]
			start := units(before) + 1
			if got.StartColumn != start || got.EndColumn != start+units(test.words) || got.Snippet.Text != test.words {
				t.Errorf("got %d-%d %q, want %d-%d", got.StartColumn, got.EndColumn, got.Snippet.Text, start, start+units(test.words))
			}
		})
	}
}

// A viewer that makes a fix replaces the value and nothing else, by the columns of SARIF.
func TestSARIFFixes(t *testing.T) {
	const before, value, after = "\tname = 🐒 + ", `"🐒 日本"`, " # 🐒"
	files := reporttest.Texts{"a.hcl": "x\n" + before + value + after + "\n"}
	edit := report.Edit{Attribute: "name", Location: files.At("a.hcl", value), Text: "false"}
	rule := &report.Rule{ID: "HYB302", Message: "amy"}
	f := &report.Finding{Rule: rule, Severity: report.Error, Message: "amy", Location: edit.Location, Edits: []report.Edit{edit}}
	r := &report.Report{Rules: []*report.Rule{rule}, Summary: report.Summary{Files: 1}, Sources: files, Findings: []*report.Finding{f, f}}
	fixes := sarifOf(t, r, report.Options{}).Runs[0].Results[0].Fixes
	if len(fixes) != 1 || fixes[0].Description.Text != "Declare name = false." || fixes[0].ArtifactChanges[0].ArtifactLocation.URI != "a.hcl" {
		t.Fatalf("%+v", fixes)
	}
	replacement := fixes[0].ArtifactChanges[0].Replacements[0]
	line := utf16.Encode([]rune(before + value + after))
	got := string(utf16.Decode(line[:replacement.DeletedRegion.StartColumn-1])) + replacement.InsertedContent.Text +
		string(utf16.Decode(line[replacement.DeletedRegion.EndColumn-1:]))
	if got != before+"false"+after || replacement.DeletedRegion.StartLine != 2 || replacement.DeletedRegion.EndLine != 0 {
		t.Errorf("%q, %+v", got, replacement.DeletedRegion)
	}
	if sarifOf(t, r, report.Options{SARIF: report.SARIFOptions{Profile: report.GitLabSARIF}}).Runs[0].Results[0].Fixes != nil {
		t.Error("GitLab gets what it has no use for")
	}
}

// A few results hold all that is known of them; many have to be small.
func TestSARIFOfManyResultsIsSmall(t *testing.T) {
	for _, test := range []struct {
		results int
		profile report.SARIFProfile
		rich    bool
	}{{maxRich, report.GitHubSARIF, true}, {maxRich + 1, report.GitHubSARIF, false}, {1, report.GitLabSARIF, false}} {
		r := reporttest.Many(test.results)
		for _, f := range r.Findings {
			f.Related = []report.Related{{Message: "here", Location: f.Location}}
			f.Remediation = []report.Remediation{{Where: report.Outlook, Text: "Do it."}}
		}
		first := sarifOf(t, r, report.Options{SARIF: report.SARIFOptions{Profile: test.profile}}).Runs[0].Results[0]
		related := first.RelatedLocations[0].PhysicalLocation
		if rich := first.Properties != nil && related.Region.Snippet != nil && related.ContextRegion != nil; rich != test.rich {
			t.Errorf("%s, %d results: rich %v, want %v", test.profile, test.results, rich, test.rich)
		}
		if first.Locations[0].PhysicalLocation.Region.Snippet == nil {
			t.Error("a result does not show what stands at its place")
		}
	}
}

// units counts UTF-16 code units by their definition.
func units(text string) (n int) {
	for _, r := range text {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

func TestSARIFFoldsAndCuts(t *testing.T) {
	count := func(r *report.Report, fold int) (results []sarifResult, notices []string) {
		o := report.Options{Fold: fold, Notice: func(s string) { notices = append(notices, s) }}
		return sarifOf(t, r, o).Runs[0].Results, notices
	}
	if results, notices := count(reporttest.Many(maxShown), 50); len(results) != maxShown || notices != nil {
		t.Errorf("%d results and %q where all of them fit", len(results), notices)
	}
	results, notices := count(reporttest.Many(maxShown+1), 50)
	if len(results) != 2 || len(notices) != 1 {
		t.Errorf("%d results and %q, want one per delegate", len(results), notices)
	}
	if !strings.Contains(results[0].Message.Text, "more like this") || len(results[0].RelatedLocations) != folding.MaxPlaces-1 {
		t.Errorf("%q with %d places", results[0].Message.Text, len(results[0].RelatedLocations))
	}
	most := maxResults(report.GitHubSARIF)
	results, notices = count(reporttest.Many(most+10), 0)
	if len(results) != most || len(notices) != 2 || !strings.Contains(notices[1], "10 results") {
		t.Errorf("%d results and %q", len(results), notices)
	}
	levels := make([]string, len(results))
	for i, r := range results {
		levels[i] = r.Level
	}
	if !slices.IsSorted(levels) { // error comes before warning in the alphabet, too
		t.Error("the worst do not come first")
	}
}

func TestArtifactLocationIsAURI(t *testing.T) {
	tests := map[string]sarifArtifactLocation{
		"mail/grants.hcl": {"mail/grants.hcl", sourceRoot}, "a b#c?d%e.hcl": {"a%20b%23c%3Fd%25e.hcl", sourceRoot}, "a:b.hcl": {"./a:b.hcl", sourceRoot},
		"-": {"-", sourceRoot}, "../x.hcl": {"../x.hcl", ""}, "/etc/x.hcl": {"file:///etc/x.hcl", ""}, "C:/x y.hcl": {"file:///C:/x%20y.hcl", ""},
		"//server/share/x.hcl": {"file://server/share/x.hcl", ""},
	}
	for file, want := range tests {
		if got := artifactLocation(file); got != want {
			t.Errorf("%s: %+v, want %+v", file, got, want)
		}
	}
}

func TestMessage(t *testing.T) {
	tests := map[string]struct {
		rule      report.Rule
		message   string
		words     []string
		assumed   []string
		related   []string
		text      string
		id        string
		format    string
		arguments []string
	}{
		"fields": {rule: report.Rule{Message: "{a} opens {b}"}, message: "amy opens sales", words: []string{"amy", "sales"},
			text: "'amy' opens 'sales'.", id: "default", format: "'{0}' opens '{1}'.", arguments: []string{"amy", "sales"}},
		"the same field twice": {rule: report.Rule{Message: "between {forest} and {forest}"}, message: "between corp and cloud", words: []string{"corp", "cloud"},
			text: "between 'corp' and 'cloud'.", id: "default", format: "between '{0}' and '{1}'.", arguments: []string{"corp", "cloud"}},
		"no field": {rule: report.Rule{Message: "nothing"}, message: "nothing", text: "nothing.", id: "default", format: "nothing."},
		"quotes": {rule: report.Rule{Message: "open '{a}'"}, message: "open 'x'", words: []string{"x"},
			text: "open 'x'.", id: "default", format: "open '{0}'.", arguments: []string{"x"}},
		"a phrase is the rule's own": {rule: report.Rule{Message: "{a} is {state}", Phrases: []string{"state"}}, message: "amy is not there", words: []string{"amy", "not there"},
			text: "'amy' is not there.", id: "default_2", format: "'{0}' is not there.", arguments: []string{"amy"}},
		"an empty phrase": {rule: report.Rule{Message: "add {people}{a}", Phrases: []string{"people"}}, message: "add amy", words: []string{"", "amy"},
			text: "add 'amy'.", id: "default", format: "add '{0}'.", arguments: []string{"amy"}},
		"a possessive": {rule: report.Rule{Message: "open {a}'s calendar"}, message: "open amy's calendar", words: []string{"amy"},
			text: "open 'amy's calendar.", id: "default", format: "open '{0}'s calendar.", arguments: []string{"amy"}},
		"two fields in a row": {rule: report.Rule{Message: "{a} opens {b}{c}"}, message: "amy opens sales", words: []string{"amy", "", "sales"},
			text: "'amy' opens 'sales'.", id: "default", format: "'{0}' opens '{1}'.", arguments: []string{"amy", "sales"}},
		"an empty field": {rule: report.Rule{Message: "{a} can{b}"}, message: "amy can", words: []string{"amy", ""},
			text: "'amy' can.", id: "default_2", format: "'{0}' can.", arguments: []string{"amy"}},
		"nothing but phrases": {rule: report.Rule{Message: "it is {state}", Phrases: []string{"state"}}, message: "it is off", words: []string{"off"},
			text: "it is 'off'.", id: "default", format: "it is '{0}'.", arguments: []string{"off"}},
		"what was imported": {rule: report.Rule{Message: "{a} opens", MessageExisting: "{a} opened"}, message: "amy opened", words: []string{"amy"},
			text: "'amy' opened.", id: "default_2", format: "'{0}' opened.", arguments: []string{"amy"}},
		"a type before the name": {rule: report.Rule{Message: "the {type} {a} opens"}, message: "the distribution group amy opens", words: []string{"distribution group", "amy"}, related: []string{"amy is here"},
			text: "the 'distribution group' '[amy](1)' opens.", id: "default", format: "the '{0}' '{1}' opens.", arguments: []string{"distribution group", "[amy](1)"}},
		"a name among words": {rule: report.Rule{Message: "missing: {a}"}, message: "missing: people of amy, amy2", words: []string{"people of amy, amy2"}, related: []string{"amy is here"},
			text: "missing: 'people of [amy](1), amy2'.", id: "default", format: "missing: '{0}'.", arguments: []string{"people of [amy](1), amy2"}},
		"other words": {rule: report.Rule{Message: "{a} opens"}, message: "amy closes",
			text: "'amy closes'.", id: "other", format: "'{0}'.", arguments: []string{"amy closes"}},
		"braces": {rule: report.Rule{Message: "{a} opens"}, message: "{0} opens", words: []string{"{0}"},
			text: "'{{0}}' opens.", id: "default", format: "'{0}' opens.", arguments: []string{"{0}"}},
		"a link": {rule: report.Rule{Message: "{a} opens"}, message: "[x](1) opens", words: []string{"[x](1)"},
			text: `'[x]\(1)' opens.`, id: "default", format: "'{0}' opens.", arguments: []string{`[x]\(1)`}},
		"in the words": {rule: report.Rule{Message: "{a} opens {b}"}, message: "a opens b opens c", words: []string{"a", "b opens c"},
			text: "'a' opens 'b opens c'.", id: "default", format: "'{0}' opens '{1}'.", arguments: []string{"a", "b opens c"}},
		"assumed": {rule: report.Rule{Message: "{a} opens {b}"}, message: "amy opens sales (not declared: x, y; declare them to be sure)", words: []string{"amy", "sales"}, assumed: []string{"x", "y"},
			text: "'amy' opens 'sales' (not declared: 'x, y'; declare them to be sure).", id: "assumed",
			format: "'{0}' opens '{1}' (not declared: '{2}'; declare them to be sure).", arguments: []string{"amy", "sales", "x, y"}},
		"assumed, said otherwise": {rule: report.Rule{Message: "{a} opens {b}"}, message: "amy opens sales, perhaps", words: []string{"amy", "sales, perhaps"}, assumed: []string{"x"},
			text: "'amy opens sales, perhaps'.", id: "other", format: "'{0}'.", arguments: []string{"amy opens sales, perhaps"}},
		"a related location of a name": {rule: report.Rule{Message: "{a} opens {b}"}, message: "amy opens sales", words: []string{"amy", "sales"}, related: []string{"sales is declared here"},
			text: "'amy' opens '[sales](1)'.", id: "default", format: "'{0}' opens '{1}'.", arguments: []string{"amy", "[sales](1)"}},
		"related locations of no name": {rule: report.Rule{Message: "{a} opens"}, message: "amy opens", words: []string{"amy"}, related: []string{"the batch", "amy is here", "here"},
			text: "'[amy](2)' opens. See '[the batch](1) and [here](3)'.", id: "default_2", format: "'{0}' opens. See '{1}'.",
			arguments: []string{"[amy](2)", "[the batch](1) and [here](3)"}},
		"a name that no viewer links": {rule: report.Rule{Message: "{a} opens"}, message: `CONTOSO\amy opens`, words: []string{`CONTOSO\amy`}, related: []string{`CONTOSO\amy is here`},
			text: `'CONTOSO\amy' opens. See '[related location 1](1)'.`, id: "default_2", format: "'{0}' opens. See '{1}'.",
			arguments: []string{`CONTOSO\amy`, "[related location 1](1)"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			f := &report.Finding{Rule: &test.rule, Severity: report.Error, Message: test.message, Arguments: test.words, Assumed: test.assumed, Culprits: []string{"amy"}, Location: report.Location{File: "a", Start: report.Position{Line: 1, Column: 1}}}
			for i, m := range test.related {
				f.Related = append(f.Related, report.Related{Message: m, Location: report.Location{File: "a", Start: report.Position{Line: i + 2, Column: 1}}})
			}
			run := newSARIFRun(&report.Report{Rules: []*report.Rule{&test.rule}, Findings: []*report.Finding{f}}, report.Options{})
			got := run.result([]folding.Entry{{Finding: f}}).Message
			want := sarifMessage{test.text, test.id, test.arguments}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if format := run.messages[&test.rule].all()[got.ID].Text; format != test.format {
				t.Errorf("the message string is %q, want %q", format, test.format)
			}
		})
	}
}

// What a viewer makes of a message's id and arguments is what its text says.
func TestMessagesAreTheirArgumentsPutIn(t *testing.T) {
	reports := map[string]*report.Report{"sample": reporttest.Sample(), "folded": reporttest.Many(maxShown + 1), "several": reporttest.Several()}
	for _, text := range nasty.Texts() {
		reports[text] = reporttest.Hostile(text)
	}
	for name, r := range reports {
		for _, profile := range report.SARIFProfiles() {
			run := sarifOf(t, r, report.Options{Fold: 50, ShowSuppressed: true, SARIF: report.SARIFOptions{Profile: profile}}).Runs[0]
			for _, result := range run.Results {
				format := run.Tool.Driver.Rules[*result.RuleIndex].MessageStrings[result.Message.ID].Text
				if got := formatted(t, format, result.Message.Arguments); got != withoutDoubling(result.Message.Text) {
					t.Fatalf("%q, %s: the text is %q, but %q with %q gives %q", name, profile, result.Message.Text, format, result.Message.Arguments, got)
				}
				if limit := maxMessage(profile); limit > 0 && len([]rune(result.Message.Text)) > limit {
					t.Errorf("%q, %s: a message of %d characters", name, profile, len([]rune(result.Message.Text)))
				}
			}
		}
	}
}

var numberedPlace = regexp.MustCompile(`\{\{|\}\}|\{[0-9]+\}`)

// formatted puts arguments into a message string as the standard says.
func formatted(t *testing.T, format string, arguments []string) string {
	t.Helper()
	return numberedPlace.ReplaceAllStringFunc(format, func(match string) string {
		switch match {
		case "{{", "}}":
			return match[:1]
		}
		n, err := strconv.Atoi(strings.Trim(match, "{}"))
		if err != nil || n >= len(arguments) {
			t.Fatalf("%q has no argument %s", format, match)
		}
		return arguments[n]
	})
}

func withoutDoubling(text string) string {
	return strings.NewReplacer("{{", "{", "}}", "}").Replace(text)
}

// Links lead to related locations, and nothing else looks like a link, whoever looks for them.
func TestLinksLeadToRelatedLocations(t *testing.T) {
	links := regexp.MustCompile(`\[([^\]]*)\]\(([^)]+)\)`)
	found := 0
	for _, text := range append([]string{"amy@contoso.com"}, nasty.Texts()...) {
		for _, result := range sarifOf(t, reporttest.Hostile(text), reporttest.Everything).Runs[0].Results {
			for _, match := range links.FindAllStringSubmatch(result.Message.Text, -1) {
				id, err := strconv.Atoi(match[2])
				if err != nil || id < 1 || id > len(result.RelatedLocations) || *result.RelatedLocations[id-1].ID != id {
					t.Errorf("%q: the link %s leads nowhere", text, match[0])
				}
				found++
			}
		}
	}
	if found == 0 {
		t.Error("there are no links")
	}
}

func TestMessageStringsStayFew(t *testing.T) {
	rule := &report.Rule{Message: "{a} is {state}", Phrases: []string{"state"}}
	m := newMessageStrings(rule)
	ids := map[string]bool{}
	for i := range 10 * maxMessageStrings {
		d := &messageDraft{}
		kind := d.finding(&report.Finding{Message: fmt.Sprintf("amy is %d", i), Arguments: []string{"amy", fmt.Sprint(i)}}, m, &links{})
		ids[m.message(kind, d).ID] = true
	}
	if len(m.all()) != maxMessageStrings+1 || !ids["other"] {
		t.Errorf("%d message strings", len(m.all()))
	}
}

func TestProfiles(t *testing.T) {
	type run struct {
		AutomationDetails        sarifAutomationDetails
		VersionControlProvenance []sarifVersionControl
	}
	read := func(o report.SARIFOptions) run {
		return reporttest.Decoded[struct{ Runs []run }](t, "SARIF", reporttest.Rendered(t, Writer{}, reporttest.Clean(), report.Options{SARIF: o})).Runs[0]
	}
	if got := read(report.SARIFOptions{}); got.AutomationDetails.ID != "hybridlint/" || got.VersionControlProvenance != nil {
		t.Errorf("%+v", got)
	}
	got := read(report.SARIFOptions{Category: "contoso", Checkout: report.Checkout{URI: "https://github.com/contoso/mail", Revision: "0123", Branch: "main"}})
	if got.AutomationDetails.ID != "hybridlint/contoso/" || len(got.VersionControlProvenance) != 1 ||
		got.VersionControlProvenance[0] != (sarifVersionControl{RepositoryURI: "https://github.com/contoso/mail", RevisionID: "0123", Branch: "main", MappedTo: sarifBaseRef{sourceRoot}}) {
		t.Errorf("%+v", got)
	}
	pipeline := report.Pipeline{Organization: "contoso", ProjectID: "p", DefinitionID: "7", DefinitionName: "Nightly", PhaseID: "ph", PhaseName: "Job", Branch: "refs/heads/main", BuildID: "42"}
	got = read(report.SARIFOptions{Profile: report.AzureDevOpsSARIF, Pipeline: pipeline})
	if got.AutomationDetails.ID != "azuredevops/pipeline/build/contoso/p/7/ph/refs/heads/main/42" || len(got.AutomationDetails.Properties) != 4 ||
		got.AutomationDetails.Properties["azuredevops/pipeline/build/buildDefinitionName"] != "Nightly" {
		t.Errorf("%+v", got)
	}
}

// Only what is about security is a security alert.
func TestSecuritySeverity(t *testing.T) {
	for severity, want := range map[report.Severity]string{report.Error: "8.0", report.Warning: "5.5", report.Note: "2.0"} {
		for _, tags := range [][]string{nil, {"send-as"}, {"send-as", "security"}} {
			rule := &report.Rule{Severity: severity, Tags: tags}
			got := sarifRuleOf(rule, newMessageStrings(rule)).Properties.SecuritySeverity
			if slices.Contains(tags, "security") != (got != "") || got != "" && got != want {
				t.Errorf("%s with the tags %q: %q", severity, tags, got)
			}
		}
	}
}

func TestLineHashCountsTheByteOrderMark(t *testing.T) {
	r := reporttest.Sample()
	plain := sarifOf(t, r, report.Options{}).Runs[0].Results[0].PartialFingerprints["primaryLocationLineHash"]
	r.Sources = marked{r.Sources}
	got := sarifOf(t, r, report.Options{}).Runs[0].Results[0].PartialFingerprints["primaryLocationLineHash"]
	want := numberedHashes("\ufeff"+reporttest.GrantsFile, 0)[3]
	if got != want || plain != numberedHashes(reporttest.GrantsFile, 0)[3] {
		t.Errorf("%s without a mark, %s with one, want %s", plain, got, want)
	}
	r.Sources = marked{reporttest.Texts{"a.hcl": "x"}}
	r.Findings = []*report.Finding{{Rule: r.Rules[0], Location: report.Location{File: "a.hcl", Start: report.Position{Line: 1, Column: 1}, End: report.Position{Line: 1, Column: 2}}}}
	if got := sarifOf(t, r, report.Options{}).Runs[0].Results[0].PartialFingerprints["primaryLocationLineHash"]; got == numberedHashes("x", 0)[0] {
		t.Error("the mark makes no difference on the first line")
	}
}

// marked are sources whose files begin with a byte order mark.
type marked struct{ report.Sources }

func (marked) ByteOrderMark(string) bool { return true }
