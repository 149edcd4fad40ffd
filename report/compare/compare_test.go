package compare

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hybridlint/report"
)

// run is a report with these findings: "a error", "a warning suppressed", by identity.
func run(specs ...string) *report.Report {
	r := &report.Report{}
	for _, spec := range specs {
		words := strings.Fields(spec)
		severity, _ := report.ParseSeverity(words[1])
		f := &report.Finding{Rule: &report.Rule{ID: "HYB" + words[0][:1]}, Severity: severity, Identity: words[0], Fingerprint: words[0]}
		if len(words) > 2 {
			f.Suppressed = &report.Suppression{}
		}
		r.Findings = append(r.Findings, f)
	}
	return r
}

func changes(r *report.Report) string {
	var out []string
	for _, f := range r.Findings {
		text := f.Change.String()
		if f.Was != report.NoSeverity {
			text += " was " + f.Was.String()
		}
		if f.RuleIsNew {
			text += " new rule"
		}
		out = append(out, text)
	}
	for _, f := range r.Comparison.Fixed {
		out = append(out, f.Change.String()+" "+f.Identity+" "+f.Severity.String())
	}
	return strings.Join(out, ", ")
}

func TestChanges(t *testing.T) {
	list := func(specs ...string) []string { return specs }
	for name, test := range map[string]struct {
		base, head []string
		rules      []string
		want       string
	}{
		"nothing":               {nil, nil, nil, ""},
		"new":                   {nil, list("a error"), nil, "new"},
		"fixed":                 {list("a error"), nil, nil, "fixed a error"},
		"unchanged":             {list("a error"), list("a error"), nil, "unchanged was error"},
		"worse":                 {list("a warning"), list("a error"), nil, "worse was warning"},
		"better":                {list("a warning"), list("a note"), nil, "better was warning"},
		"a second equal one":    {list("a error"), list("a error", "a error"), nil, "unchanged was error, new"},
		"the gravest first":     {list("a error", "a note"), list("a note", "a error"), nil, "unchanged was note, unchanged was error"},
		"of three one is left":  {list("a note", "a error", "a warning"), list("a error"), nil, "unchanged was error, fixed a note, fixed a warning"},
		"suppressed now":        {list("a error"), list("a error suppressed"), nil, "unchanged was error"},
		"no longer suppressed":  {list("a error suppressed"), list("a error"), nil, "new"},
		"suppressed as before":  {list("a error suppressed"), list("a error suppressed"), nil, "unchanged was error"},
		"suppressed and gone":   {list("a error suppressed"), nil, nil, ""},
		"suppressed and new":    {nil, list("a error suppressed"), nil, "new"},
		"one of two is waived":  {list("a error", "a error"), list("a error", "a error suppressed"), nil, "unchanged was error, unchanged was error"},
		"a rule that is new":    {nil, list("a error", "b error"), list("HYBb"), "unchanged new rule, new"},
		"a rule that ran alone": {list("b error"), list("a error"), list("HYBb"), "unchanged new rule, fixed b error"},
	} {
		head := run(test.head...)
		With(Base{Findings: run(test.base...).Findings, Rules: test.rules}, head)
		if got := changes(head); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
		byFingerprint := run(test.head...)
		With(Base{Findings: run(test.base...).Findings, Rules: test.rules, ByFingerprint: true}, byFingerprint)
		if got := changes(byFingerprint); got != test.want {
			t.Errorf("%s by fingerprint: %s, want %s", name, got, test.want)
		}
	}
}

// TestChangesAreCounted: whatever the findings, new and worse gate, and what is there before and after adds up.
func TestChangesAreCounted(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	several := func() []string {
		var specs []string
		for range random.IntN(12) {
			spec := fmt.Sprintf("%c %s", 'a'+rune(random.IntN(4)), []string{"error", "warning", "note"}[random.IntN(3)])
			if random.IntN(4) == 0 {
				spec += " suppressed"
			}
			specs = append(specs, spec)
		}
		return specs
	}
	counted := func(specs []string) int {
		return len(slices.DeleteFunc(slices.Clone(specs), func(s string) bool { return strings.HasSuffix(s, "suppressed") }))
	}
	for range 2000 {
		base, now := several(), several()
		head := run(now...)
		With(Base{Findings: run(base...).Findings}, head)
		c := head.Comparison.Changed
		if c.New+c.Worse+c.Better+c.Unchanged != counted(now) || head.Comparison.Gating.Errors+head.Comparison.Gating.Warnings+head.Comparison.Gating.Notes != c.New+c.Worse {
			t.Fatalf("%q against %q: %+v", now, base, head.Comparison)
		}
		if c.Fixed > counted(base) || c.Fixed != len(head.Comparison.Fixed) {
			t.Fatalf("%q against %q: %+v", now, base, head.Comparison)
		}
		same := run(now...)
		With(Base{Findings: run(now...).Findings}, same)
		if c := same.Comparison.Changed; c.New+c.Worse+c.Better+c.Fixed != 0 {
			t.Fatalf("%q against itself: %+v", now, c)
		}
		shuffled := slices.Clone(now)
		random.Shuffle(len(shuffled), func(i, k int) { shuffled[i], shuffled[k] = shuffled[k], shuffled[i] })
		again := run(shuffled...)
		With(Base{Findings: run(base...).Findings}, again)
		if again.Comparison.Changed != c {
			t.Fatalf("the order of %q changes %+v to %+v", now, c, again.Comparison.Changed)
		}
	}
}
