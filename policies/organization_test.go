package policies_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/report"
	textreport "hybridlint/report/text"
	"hybridlint/testdata/organization"
)

// loadOrganization generates an organization into a folder and loads it, which must be without a problem.
func loadOrganization(t testing.TB, o organization.Options) *model.Model {
	t.Helper()
	folder := t.TempDir()
	if err := organization.WriteFolder(folder, o); err != nil {
		t.Fatal(err)
	}
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: folder, Jobs: 2})
	for _, p := range problems[:min(len(problems), 10)] {
		t.Errorf("%s:%d: %s: %s", p.Location.File, p.Location.Start.Line, p.Summary, p.Detail)
	}
	return config
}

// TestGeneratedOrganization: an organization has the size that was asked for, the same bytes every time, and the same
// findings whatever its shape.
func TestGeneratedOrganization(t *testing.T) {
	catalog := newCatalog(t)
	for _, mailboxes := range []int{1, 7, 20, 300} {
		var first []string
		for _, shape := range []organization.Shape{organization.FewFiles, organization.ManyFiles, organization.SingleFile} {
			o := organization.Options{Seed: 3, Mailboxes: mailboxes, GrantsPerMailbox: 5, Shape: shape}
			config := loadOrganization(t, o)
			if got := mailboxesIn(config); got != mailboxes {
				t.Errorf("shape %d: %d mailboxes, want %d", shape, got, mailboxes)
			}
			if got := config.Grants.Len(); got != 5*mailboxes {
				t.Errorf("shape %d: %d grants, want %d", shape, got, 5*mailboxes)
			}
			found := withoutPlaces(checkModel(t, catalog, config, policies.Options{}))
			if first == nil {
				first = found
			}
			compareFindings(t, fmt.Sprintf("%d mailboxes in shape %d", mailboxes, shape), found, first)
		}
	}
}

// mailboxesIn counts them without those that every organization has.
func mailboxesIn(config *model.Model) int {
	n := 0
	for _, r := range config.Recipients {
		if r.Type.IsMailbox() && !r.Type.IsSystem() {
			n++
		}
	}
	return n
}

// withoutPlaces are the findings as they are wherever their blocks stand. A message that lists
// names lists them in order of declaration, so the words of a text are taken without their order.
func withoutPlaces(result *policies.Result) []string {
	var all []string
	for _, f := range result.Findings {
		parts := []string{f.Rule.ID, f.Severity.String(), f.Fingerprint, strings.Join(f.Assumed, ","), sortedWords(f.Message), f.Subject}
		for _, r := range f.Remediation {
			parts = append(parts, string(r.Where), sortedWords(r.Command), sortedWords(r.Text))
		}
		var related []string
		for _, r := range f.Related {
			related = append(related, r.Message)
		}
		slices.Sort(related)
		parts = append(parts, related...)
		if f.Suppressed != nil {
			parts = append(parts, f.Suppressed.Kind, f.Suppressed.Rationale)
		}
		all = append(all, strings.Join(parts, "\n  "))
	}
	slices.Sort(all)
	return all
}

// compareFindings tells what two runs that must agree find differently.
func compareFindings(t testing.TB, what string, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	t.Errorf("%s: %d findings, want %d", what, len(got), len(want))
	for _, difference := range firstDifferences(got, want) {
		t.Error(difference)
	}
}

// firstDifferences walks through two sorted lists.
func firstDifferences(got, want []string) []string {
	var differences []string
	for i, j := 0, 0; (i < len(got) || j < len(want)) && len(differences) < 6; {
		switch {
		case j == len(want) || i < len(got) && got[i] < want[j]:
			differences = append(differences, "unexpected "+got[i])
			i++
		case i == len(got) || want[j] < got[i]:
			differences = append(differences, "missing "+want[j])
			j++
		default:
			i++
			j++
		}
	}
	return differences
}

func sortedWords(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,.", r) })
	slices.Sort(words)
	return strings.Join(words, " ")
}

func TestGeneratedOrganizationIsDeterministic(t *testing.T) {
	texts := map[uint64]string{}
	for range 2 {
		for _, seed := range []uint64{1, 2} {
			var b bytes.Buffer
			if err := organization.Write(&b, organization.Options{Seed: seed, Mailboxes: 200}); err != nil {
				t.Fatal(err)
			}
			if texts[seed] != "" && texts[seed] != b.String() {
				t.Errorf("seed %d gave two organizations", seed)
			}
			texts[seed] = b.String()
		}
	}
	if texts[1] == texts[2] {
		t.Error("two seeds gave the same organization")
	}
}

// TestGeneratedFiles: the shapes differ in their files alone.
func TestGeneratedFiles(t *testing.T) {
	for _, test := range []struct {
		shape organization.Shape
		files int
		want  int
	}{
		{organization.SingleFile, 0, 1},
		{organization.FewFiles, 0, 9},
		{organization.ManyFiles, 50, 51},
		{organization.ManyFiles, 0, 101}, // no file without a mailbox
	} {
		folder := t.TempDir()
		if err := organization.WriteFolder(folder, organization.Options{Mailboxes: 100, Shape: test.shape, Files: test.files}); err != nil {
			t.Fatal(err)
		}
		files := append(glob(t, filepath.Join(folder, "*.hcl")), globs(t, filepath.Join(folder, "*", "*.hcl"))...)
		if len(files) != test.want {
			t.Errorf("shape %d: %d files, want %d", test.shape, len(files), test.want)
		}
	}
}

func globs(t testing.TB, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestGenerateStops: an error of a file is that of the generator.
func TestGenerateStops(t *testing.T) {
	err := organization.Generate(organization.Options{Mailboxes: 100}, func(string) (io.WriteCloser, error) { return fullDisk{}, nil })
	if !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("the error is %v", err)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
func (fullDisk) Close() error              { return nil }

// TestNeglectedOrganization: benchmarks see findings of all families that a configuration of this kind can have, on about
// one grant in four.
func TestNeglectedOrganization(t *testing.T) {
	config := loadOrganization(t, organization.Options{Seed: 1, Mailboxes: 2000})
	result := checkModel(t, newCatalog(t), config, policies.Options{})
	places, families := map[report.Location]bool{}, map[string]bool{}
	for _, f := range result.Findings {
		places[f.Location] = true
		families[f.Rule.ID[:4]] = true
	}
	if share := float64(len(places)) / float64(config.Grants.Len()); share < 0.2 || share > 0.35 {
		t.Errorf("findings on %.2f of the grants, want about 0.27", share)
	}
	want := []string{"HYB0", "HYB1", "HYB2", "HYB3", "HYB4", "HYB5", "HYB6", "HYB7", "HYB8", "HYB9"}
	if got := slices.Sorted(maps.Keys(families)); !slices.Equal(got, want) {
		t.Errorf("findings of %v, want %v", got, want)
	}
}

// TestMaintainedOrganization: what a report of a real organization is like. It fits on three screens, few things are errors,
// and each of these can be acted on.
func TestMaintainedOrganization(t *testing.T) {
	if raceDetector {
		t.Skip("takes long, and has nothing that other tests do not have")
	}
	config := loadOrganization(t, organization.Options{Seed: 1, Mailboxes: 5000, Upkeep: organization.Maintained})
	result := newCatalog(t).Check(context.Background(), config, policies.Options{Today: 20260615})
	text := asText(t, config, result)
	if lines := strings.Count(text, "\n"); lines > 3*60 {
		t.Errorf("the report has %d lines, which is more than three screens", lines)
	}
	if s := result.Summary; s.Errors < 3 || s.Errors > 40 || s.Warnings < 200 || s.Warnings > 1000 || s.Notes < 200 || s.Notes > 1500 {
		t.Errorf("%+v is not what such an organization has", s)
	}
	for _, f := range result.Findings {
		if f.Severity != report.Error {
			continue
		}
		if len(f.Remediation) == 0 {
			t.Errorf("nobody knows what to do about: %s", f.Message)
		}
		if !strings.Contains(text, f.Message) {
			t.Errorf("the report does not show: %s", f.Message)
		}
	}
	for _, rule := range result.Rules {
		if shown, counted := strings.Contains(text, "["+rule.ID+" "), strings.Contains(text, "\n"+rule.ID+"  "); shown != counted {
			t.Errorf("%s is shown: %v, and counted in the summary: %v", rule.ID, shown, counted)
		}
	}
	if !strings.Contains(text, "helpdesk@contoso.com (") {
		t.Error("the summary does not name the helpdesk")
	}
}

func asText(t testing.TB, config *model.Model, result *policies.Result) string {
	t.Helper()
	var b strings.Builder
	err := textreport.Writer{}.Write(&b, &report.Report{
		Complete: result.Complete, Summary: result.Summary, Rules: result.Rules, Findings: result.Findings, Problems: result.Problems, Sources: config.Sources,
	}, report.Options{Fold: 50})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
