package policies

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies/engine"
	"hybridlint/policies/metadata"
	"hybridlint/policies/organization"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// smallModel is a grant of one on-premises mailbox.
func smallModel() *model.Model {
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"-"}, Stdin: strings.NewReader(`
forest "corp" {}
shared_mailbox "sales" { home = "corp" }
user_mailbox "amy" { home = "corp" }
grant "full_access" {
  recipient = "sales"
  delegate  = "amy"
}
`)})
	if len(problems) > 0 {
		panic(problems[0].Detail)
	}
	return config
}

func customCatalog(t *testing.T, condition string) *Catalog {
	t.Helper()
	files := fstest.MapFS{"family/something_wrong.rego": {Data: []byte(strings.Replace(soundRule, "\tinput.entry.clients.owa", "\t"+condition, 1))}}
	for _, name := range []string{"inference/matrix.rego", "inference/objects.rego", "inference/object_making.rego", "inference/writeback.rego", "inference/entry.rego", "inference/recipient.rego"} {
		text, err := embedded.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	c, err := readCatalog(files, false)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestRuleErrorIsAProblem: a rule that fails at run time is named, and the run is not complete; so is one that emits
// something else than findings.
func TestRuleErrorIsAProblem(t *testing.T) {
	for name, test := range map[string]struct{ condition, want string }{
		"built-in error":    {`to_number(concat("", ["x", input.entry.permission])) == 1`, "XYZ101"},
		"unknown attribute": {"true\n}\n\nfinding contains {\"at\": [\"delegat\"]} if {\n\ttrue", `"delegat" is no attribute`},
		"unknown key":       {"true\n}\n\nfinding contains {\"where\": [\"delegate\"]} if {\n\ttrue", `"where" is none of`},
		"unknown severity":  {"true\n}\n\nfinding contains {\"at\": [\"delegate\"], \"severity\": \"fatal\"} if {\n\ttrue", "none of error, warning, note"},
	} {
		t.Run(name, func(t *testing.T) {
			result := customCatalog(t, test.condition).Check(context.Background(), smallModel(), Options{})
			if result.Complete || len(result.Problems) != 1 || !strings.Contains(result.Problems[0].Detail, test.want) {
				t.Errorf("complete %v, problems %v", result.Complete, result.Problems)
			}
		})
	}
}

// TestPanicIsAProblem: a worker that panics ends the run with a problem, not the program.
func TestPanicIsAProblem(t *testing.T) {
	e := &evaluator{options: Options{Jobs: 2}, failures: map[string]error{}}
	e.parallel(context.Background(), 10*chunk, func(_, slot, _, _ int) {
		if slot == 3 {
			panic("injected")
		}
	})
	problems := e.problems()
	if len(problems) != 1 || !strings.Contains(problems[0].Detail, "injected") {
		t.Errorf("problems %v", problems)
	}
}

func TestMergeOfViews(t *testing.T) {
	r := &metadata.Rule{Rule: &report.Rule{ID: "XYZ101", Severity: report.Error}, Metadata: &metadata.Metadata{}}
	sure, assumed, other := &engine.Emitted{}, &engine.Emitted{Assumed: []string{"clients"}}, &engine.Emitted{Assumed: []string{"auto_mapping"}}
	e := &evaluator{}
	for name, test := range map[string]struct {
		views    []*engine.Emitted
		severity report.Severity
		assumed  string
	}{
		"one":               {[]*engine.Emitted{sure}, report.Error, ""},
		"assumed":           {[]*engine.Emitted{assumed}, report.Warning, "clients"},
		"both assumed":      {[]*engine.Emitted{assumed, other}, report.Warning, "auto_mapping clients"},
		"one is sure":       {[]*engine.Emitted{assumed, sure}, report.Error, ""},
		"the other is sure": {[]*engine.Emitted{sure, assumed}, report.Error, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var views []view
			for i, f := range test.views {
				views = append(views, view{forest: model.ForestID(i), fired: []firing{{rule: r, finding: f}}})
			}
			j := organization.New(smallModel())
			merged := e.merge(subjects.Recipient{Defaults: subjects.Defaults{Names: subjects.Names{Organization: j}}, ID: 0}, views)
			if len(merged) != 1 || merged[0].severity != test.severity || strings.Join(merged[0].assumed, " ") != test.assumed || len(merged[0].forests) != len(views) {
				t.Errorf("merged to %+v", merged[0])
			}
		})
	}
}

func TestSupersession(t *testing.T) {
	named := func(id, on string, supersedes ...string) *finding {
		r := &metadata.Rule{Rule: &report.Rule{ID: id}, Metadata: &metadata.Metadata{SupersedesOn: on, SupersedesExcept: []string{"D"}}, Superseded: map[string]bool{}}
		for _, s := range supersedes {
			r.Superseded[s] = true
		}
		return &finding{firing: firing{rule: r}}
	}
	ids := func(findings []*finding) string {
		var ids []string
		for _, f := range findings {
			ids = append(ids, f.rule.ID)
		}
		return strings.Join(ids, " ")
	}
	wrong := named("W", metadata.OnGrantsOfRecipient, "*").rule
	for name, test := range map[string]struct {
		own, derived []*finding
		isGrant      bool
		wrongType    bool
		want         string
	}{
		"nothing":                        {own: []*finding{named("A", metadata.OnEntry), named("B", metadata.OnEntry)}, want: "A B"},
		"named":                          {own: []*finding{named("A", metadata.OnEntry, "B"), named("B", metadata.OnEntry), named("C", metadata.OnEntry)}, want: "A C"},
		"a replaced one replaces":        {own: []*finding{named("A", metadata.OnEntry, "B"), named("B", metadata.OnEntry, "C"), named("C", metadata.OnEntry)}, want: "A"},
		"all but":                        {own: []*finding{named("A", metadata.OnGrant, "*"), named("B", metadata.OnEntry), named("D", metadata.OnEntry)}, isGrant: true, want: "A D"},
		"derived from own":               {own: []*finding{named("A", metadata.OnEntry, "B")}, derived: []*finding{named("B", metadata.OnEntry)}, want: "A"},
		"own from derived":               {own: []*finding{named("B", metadata.OnEntry)}, derived: []*finding{named("A", metadata.OnEntry, "B")}, want: "A"},
		"a grant's rule spares the rest": {own: []*finding{named("B", metadata.OnEntry)}, derived: []*finding{named("A", metadata.OnGrant, "*"), named("C", metadata.OnEntry)}, want: "B A"},
		"recipient of the wrong side":    {own: []*finding{named("B", metadata.OnEntry), named("D", metadata.OnEntry)}, isGrant: true, wrongType: true, want: "D"},
		"but not an outlook_delegate":    {own: []*finding{named("B", metadata.OnEntry)}, derived: []*finding{named("C", metadata.OnEntry)}, wrongType: true, want: "B"},
	} {
		t.Run(name, func(t *testing.T) {
			e := &evaluator{wrongType: map[model.RecipientID]*metadata.Rule{}}
			if test.wrongType {
				e.wrongType[0] = wrong
			}
			if got := ids(e.supersede(0, test.isGrant, test.own, test.derived)); got != test.want {
				t.Errorf("kept %q, want %q", got, test.want)
			}
		})
	}
}
