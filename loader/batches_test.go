package loader_test

import (
	"fmt"
	"testing"
	"time"
)

// TestInstants: a day begins at 00:00 UTC, a time has a zone, and one instant may be written in several.
func TestInstants(t *testing.T) {
	instant := func(s string) time.Time {
		parsed, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return parsed
	}
	const wrong = `a.hcl:4:20-`
	tests := []struct {
		text string
		want string // "" for an error
	}{
		{"2026-12-05", "2026-12-05T00:00:00Z"},
		{"2026-12-05T22:00:00Z", "2026-12-05T22:00:00Z"},
		{"2026-12-05T23:00:00+01:00", "2026-12-05T22:00:00Z"},
		{"2026-12-05T22:00:00.5Z", "2026-12-05T22:00:00.5Z"},
		{"2026-12-05T22:00:00", ""},
		{"2026-12-05 22:00:00Z", ""},
		{"2026-12-05T22:00Z", ""},
		{"2026-02-30", ""},
		{"2026-12-05T24:00:00Z", ""},
		{"2026-12-05T22:00:00,5Z", ""},
		{"2026-12-05T2:00:00Z", ""},
		{"2026-12-05T22:00:00+24:00", ""},
		{"05.12.2026", ""},
		{"", ""},
	}
	for _, test := range tests {
		text := fmt.Sprintf("migration_batch \"w\" {\n  direction = \"onboarding\"\n  members = [\"sales\"]\n  complete_after = %q\n  start_after = %q\n}\n", test.text, "2026-12-01")
		model, problems := load(t, map[string]string{"a.hcl": text, "b.hcl": organization})
		if test.want == "" {
			if len(problems) != 1 || problems[0].Summary != "Wrong date or time" || problems[0].Location.Start.Line != 4 {
				t.Errorf("%q: %+v, want one at %s", test.text, problems, wrong)
			}
			continue
		}
		expectProblems(t, problems)
		b := model.Batches[0]
		if !b.CompleteAfter.Equal(instant(test.want)) || b.CompleteAfter.Location() != time.UTC {
			t.Errorf("%q is %v, want %s", test.text, b.CompleteAfter, test.want)
		}
		if !b.StartAfter.Equal(instant("2026-12-01T00:00:00Z")) {
			t.Errorf("start_after is %v", b.StartAfter)
		}
	}
}

// TestAfter: batches are named before they are declared, in another file and without case; what comes after a batch that stays out of
// the model stays out too.
func TestAfter(t *testing.T) {
	batch := func(name, more string) string {
		return fmt.Sprintf("migration_batch %q {\n  direction = \"onboarding\"\n  members = [\"sales\"]\n  %s\n}\n", name, more)
	}
	model, problems := load(t, map[string]string{
		"a.hcl": batch("last", `after = ["FIRST", "wave"]`) + batch("wave", `after = []`),
		"b.hcl": batch("first", "") + organization,
	})
	expectProblems(t, problems)
	last := model.Batches[0]
	if len(model.Batches) != 3 || len(last.After) != 2 || last.After[0].Name != "first" || last.After[1] != model.Batches[1] || len(model.Batches[1].After) != 0 {
		t.Errorf("%+v", last)
	}

	model, problems = load(t, map[string]string{
		"a.hcl": batch("good", "") + batch("third", `after = ["second"]`) + batch("second", `after = ["bad"]`) + batch("bad", `status = "Lost"`) +
			batch("unknown", `after = ["goood"]`) + organization,
	})
	expectProblems(t, problems, `a.hcl:19:12-18 Unknown value: "Lost"`, `a.hcl:24:12-19 Unknown migration batch: No migration_batch block declares "goood". Did you mean "good"?`)
	if len(model.Batches) != 1 || model.Batches[0].Name != "good" {
		t.Errorf("%d batches stay", len(model.Batches))
	}
}

// TestBatchOrder: no batch waits for itself, or is to complete before one that it comes after.
func TestBatchOrder(t *testing.T) {
	batch := func(name, more string) string {
		return fmt.Sprintf("migration_batch %q {\n  direction = \"onboarding\"\n  members = [\"sales\"]\n  %s\n}\n", name, more)
	}
	at := func(day string) string { return fmt.Sprintf("complete_after = %q\n  ", day) }
	tests := []struct {
		name, text string
		want       []string
		left       int
	}{
		{"itself", batch("a", `after = ["A"]`) + batch("b", `after = ["a"]`), []string{`a.hcl:4:12-15 Circular batches: "a" → "a"`}, 0},
		{"a circle", batch("z", `after = ["c"]`) + batch("a", `after = ["x", "c"]`) + batch("b", `after = ["a"]`) + batch("c", `after = ["b"]`) + batch("x", ""),
			[]string{`a.hcl:19:12-15 Circular batches: "c" → "b" → "a" → "c"`}, 1},
		{"two circles", batch("a", `after = ["b"]`) + batch("b", `after = ["a"]`) + batch("c", `after = ["d", "a"]`) + batch("d", `after = ["c"]`),
			[]string{`a.hcl:4:12-15 Circular batches: "a" → "b" → "a"`, `a.hcl:14:12-15 Circular batches: "c" → "d" → "c"`}, 0},
		{"earlier", batch("a", at("2026-12-20")) + batch("b", at("2026-12-19T23:59:59Z")+`after = ["a"]`),
			[]string{`a.hcl:10:20-42 Contradiction: "b" comes after "a" | 2026-12-20.`}, 1},
		{"earlier through another", batch("a", at("2026-12-20T01:00:00+01:00")) + batch("b", `after = ["a"]`) + batch("c", at("2026-12-05")+`after = ["b"]`) + batch("d", `after = ["c"]`),
			[]string{`a.hcl:15:20-32 Contradiction: "c" comes after "a" | 2026-12-20.`}, 2},
		{"the same instant", batch("a", at("2026-12-20")) + batch("b", at("2026-12-20T01:00:00+01:00")+`after = ["a"]`), nil, 2},
		{"after one that is over", batch("a", `status = "Completed"`) + batch("b", at("2026-12-20")+`after = ["a"]`), nil, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			model, problems := load(t, map[string]string{"a.hcl": test.text, "b.hcl": organization})
			expectProblems(t, problems, test.want...)
			if len(model.Batches) != test.left {
				t.Errorf("%d batches stay", len(model.Batches))
			}
		})
	}
}
