package report

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// sarifDocument is what the tests look at.
type sarifDocument struct {
	Runs []struct {
		Tool        struct{ Driver sarifDriver }
		Results     []sarifResult
		Invocations []sarifInvocation
	}
}

func sarifOf(t *testing.T, r *Report, o Options) sarifDocument {
	t.Helper()
	return decoded[sarifDocument](t, "SARIF", rendered(t, SARIF{}, r, o))
}

// The schema is no part of the project.
const sarifSchema = "../../shared/sarif/sarif-2.1.0.json"

func TestSARIFIsValid(t *testing.T) {
	file, err := os.Open(sarifSchema)
	if err != nil {
		t.Skipf("the schema is not here: %v", err)
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
	empty := clean()
	empty.Complete, empty.Summary.Files, empty.Rules = false, 0, nil
	reports := map[string]*Report{"sample": sample(), "clean": clean(), "nothing": empty, "many": many(6_000)}
	for i, text := range hostile {
		reports[fmt.Sprintf("hostile %d", i)] = hostileReport(text)
	}
	for name, r := range reports {
		if strings.HasPrefix(name, "hostile") {
			r.Rules[0].Resources[0].URL = informationURI // an address is checked where rules are read
		}
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(rendered(t, SARIF{}, r, everything)))
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
	found := rendered(t, SARIF{}, clean(), Options{})
	if !strings.Contains(found, `"results": []`) || !strings.Contains(found, `"executionSuccessful":true`) {
		t.Error("a clean run has an empty list of results")
	}
	blind := clean()
	blind.Complete, blind.Summary.Files = false, 0
	looked := rendered(t, SARIF{}, blind, Options{})
	if strings.Contains(looked, `"results"`) || !strings.Contains(looked, `"executionSuccessful":false`) {
		t.Error("a run that read no file has no list of results")
	}
}

func TestSARIFHasOneResultPerRuleAndLine(t *testing.T) {
	results := sarifOf(t, sample(), Options{}).Runs[0].Results
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
	if r := rendered(t, SARIF{}, sample(), Options{}); strings.Contains(r, "wave 7") {
		t.Error("a suppressed finding is there")
	}
	results := sarifOf(t, sample(), Options{ShowSuppressed: true}).Runs[0].Results
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
			files := texts{"f": test.file}
			got := physicalLocation(files, files.at("f", test.words)).Region
			before, _, _ := strings.Cut(test.file, test.words)
			before = before[strings.LastIndexByte(before, '\n')+1:]
			start := units(before) + 1
			if got.StartColumn != start || got.EndColumn != start+units(test.words) || got.Snippet.Text != test.words {
				t.Errorf("got %d-%d %q, want %d-%d", got.StartColumn, got.EndColumn, got.Snippet.Text, start, start+units(test.words))
			}
		})
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
	count := func(r *Report, fold int) (results []sarifResult, notices []string) {
		o := Options{Fold: fold, Notice: func(s string) { notices = append(notices, s) }}
		return sarifOf(t, r, o).Runs[0].Results, notices
	}
	if results, notices := count(many(maxShown), 50); len(results) != maxShown || notices != nil {
		t.Errorf("%d results and %q where all of them fit", len(results), notices)
	}
	results, notices := count(many(maxShown+1), 50)
	if len(results) != 2 || len(notices) != 1 {
		t.Errorf("%d results and %q, want one per delegate", len(results), notices)
	}
	if !strings.Contains(results[0].Message.Text, "more like this") || len(results[0].RelatedLocations) != foldedPlaces-1 {
		t.Errorf("%q with %d places", results[0].Message.Text, len(results[0].RelatedLocations))
	}
	results, notices = count(many(maxResults+10), 0)
	if len(results) != maxResults || len(notices) != 2 || !strings.Contains(notices[1], "10 results") {
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
	}
	for file, want := range tests {
		if got := artifactLocation(file); got != want {
			t.Errorf("%s: %+v, want %+v", file, got, want)
		}
	}
}

func TestMessageTemplate(t *testing.T) {
	tests := map[string]struct {
		template, message string
		want              sarifMessage
		strings           string
		assumed           []string
	}{
		"fields": {"{a} opens {b}", "amy opens sales", sarifMessage{"'amy' opens 'sales'.", "default", []string{"amy", "sales"}}, "'{0}' opens '{1}'.", nil},
		"the same field twice": {"between {forest} and {forest}", "between corp and cloud",
			sarifMessage{"between 'corp' and 'cloud'.", "default", []string{"corp", "cloud"}}, "between '{0}' and '{1}'.", nil},
		"no field":     {"nothing", "nothing", sarifMessage{"nothing.", "default", []string{}}, "nothing.", nil},
		"quotes":       {"open '{a}'", "open 'x'", sarifMessage{"open 'x'.", "default", []string{"x"}}, "open '{0}'.", nil},
		"empty":        {"{a} opens {b}{c}", "amy opens sales", sarifMessage{Text: "amy opens sales."}, "'{0}' opens '{1}''{2}'.", nil},
		"other words":  {"{a} opens", "amy closes", sarifMessage{Text: "amy closes."}, "'{0}' opens.", nil},
		"braces":       {"{a} opens", "{0} opens", sarifMessage{"'{{0}}' opens.", "default", []string{"{0}"}}, "'{0}' opens.", nil},
		"a link":       {"{a} opens", "[x](1) opens", sarifMessage{`'\[x\](1)' opens.`, "default", []string{"[x](1)"}}, "'{0}' opens.", nil},
		"in the words": {"{a} opens {b}", "a opens b opens c", sarifMessage{"'a' opens 'b opens c'.", "default", []string{"a", "b opens c"}}, "'{0}' opens '{1}'.", nil},
		"assumed": {"{a} opens {b}", "amy opens sales (not declared: x; declare it to be sure)",
			sarifMessage{Text: "'amy' opens 'sales' (not declared: x; declare it to be sure)."}, "'{0}' opens '{1}'.", []string{"x"}},
		"assumed, said otherwise": {"{a} opens {b}", "amy opens sales, perhaps",
			sarifMessage{Text: "amy opens sales, perhaps."}, "'{0}' opens '{1}'.", []string{"x"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			template := newMessageTemplate(test.template)
			got, _ := json.Marshal(template.message(&Finding{Message: test.message, Assumed: test.assumed}))
			want, _ := json.Marshal(test.want)
			if string(got) != string(want) || template.text != test.strings {
				t.Errorf("got  %s of %q\nwant %s of %q", got, template.text, want, test.strings)
			}
		})
	}
}
