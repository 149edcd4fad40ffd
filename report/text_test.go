package report

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestFoldLimit(t *testing.T) {
	tests := map[string]struct {
		findings, fold, entries int
	}{
		"below":    {98, 50, 98},
		"at":       {100, 50, 100},
		"one over": {101, 50, 51}, // 51 of one delegate are one, 50 of the other stay
		"both":     {102, 50, 2},
		"never":    {1_000, 0, 1_000},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			out := rendered(t, Text{}, many(test.findings), Options{Fold: test.fold})
			if got := strings.Count(out, "[HYB302 "); got != test.entries {
				t.Errorf("%d entries, want %d", got, test.entries)
			}
		})
	}
}

// distinct is a run with n findings of one rule that share nothing.
func distinct(n int) *Report {
	r := many(n)
	findings := r.Findings
	r.Findings = func(yield func(*Finding) bool) {
		for f := range findings {
			f.FoldKey = strconv.Itoa(f.Location.Start.Line)
			if !yield(f) {
				return
			}
		}
	}
	return r
}

func TestReportIsAsLongAsIsRead(t *testing.T) {
	tests := map[string]struct {
		findings, fold     int
		entries, explained int
	}{
		"few are explained":          {20, 50, 20, 20},
		"of more the first ones":     {100, 50, 100, 3},
		"or the first":               {166, 50, 166, 1},
		"up to three screens":        {180, 50, 2, 2}, // one for errors, one for warnings
		"unless everything is asked": {180, 0, 180, 180},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			out := rendered(t, Text{}, distinct(test.findings), Options{Fold: test.fold})
			if got := strings.Count(out, "[HYB302 "); got != test.entries {
				t.Errorf("%d entries, want %d", got, test.entries)
			}
			if got := strings.Count(out, "     see https://"); got != test.explained {
				t.Errorf("%d are explained, want %d", got, test.explained)
			}
			if got := strings.Count(out, "\n"); test.fold > 0 && got > mostLines {
				t.Errorf("%d lines are more than three screens", got)
			}
		})
	}
}

// What is folded by its rule has the places of all its findings of one severity, whatever they were folded by before.
func TestWholeRuleIsFoldedWithAllItsFindings(t *testing.T) {
	r := distinct(400)
	findings := r.Findings
	r.Findings = func(yield func(*Finding) bool) {
		for f := range findings {
			if f.Location.Start.Line > 300 {
				f.FoldKey = "helpdesk"
			}
			if !yield(f) {
				return
			}
		}
	}
	out := rendered(t, Text{}, r, Options{Fold: 50})
	for _, want := range []string{"267 findings like this (267 warnings)", "and 257 more; --fold 0 shows them",
		"133 findings like this (133 errors)", "and 123 more; --fold 0 shows them"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

func TestPlacesInShort(t *testing.T) {
	places := []Location{{File: "a.hcl", Start: Position{7, 3}}, {File: "a.hcl", Start: Position{9, 3}}, {File: "b.hcl", Start: Position{7, 3}}}
	for name, test := range map[string]struct {
		group group
		want  string
	}{
		"all":  {group{warnings: 2, errors: 1, places: places}, "     3 findings like this (1 error, 2 warnings), at a.hcl:7:3 9:3 b.hcl:7:3\n"},
		"more": {group{notes: 1_705, places: places}, "     1,705 findings like this (1,705 notes), at a.hcl:7:3 9:3 b.hcl:7:3\n     and 1,702 more; --fold 0 shows them\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			w := newTextWriter(&b, nil, Options{})
			w.placesInShort(&test.group)
			w.w.Flush()
			if b.String() != test.want {
				t.Errorf("%q, want %q", b.String(), test.want)
			}
		})
	}
}

// Nothing is folded, listed or left out that has no fold key; if there is much of it, it is long.
func TestFindingsWithoutFoldKeyNeverFold(t *testing.T) {
	r := many(200)
	findings := r.Findings
	r.Findings = func(yield func(*Finding) bool) {
		for f := range findings {
			f.FoldKey = ""
			if !yield(f) {
				return
			}
		}
	}
	if got := strings.Count(rendered(t, Text{}, r, Options{Fold: 50}), "[HYB302 "); got != 200 {
		t.Errorf("%d entries, want 200", got)
	}
}

func TestMessageThatNamesTheAssumedFactIsEnough(t *testing.T) {
	r := sample()
	findings := r.Findings
	r.Findings = func(yield func(*Finding) bool) {
		for f := range findings {
			f.Message += AssumedNote(f.Assumed)
			if !yield(f) {
				return
			}
		}
	}
	if out := rendered(t, Text{}, r, Options{}); strings.Contains(out, "\n     not declared") {
		t.Error("what the message says is said again")
	}
}

// Steps go on below each other, another way begins anew, and nobody takes one for the other.
func TestStepsAndAlternatives(t *testing.T) {
	r := sample()
	finding := *first(r)
	finding.Remediation = []Remediation{
		{Where: ExchangeOnline, Command: "First-Step"},
		{Where: ExchangeOnline, Intro: "Where that fails", Command: "Second-Step"},
		{Where: Outlook, Text: "Third step."},
		{Where: Outlook, Alternative: true, Text: "Another way."},
		{Where: ExchangeOnPremises, Alternative: true, Intro: "By hand", Command: "Third-Way"},
	}
	r.Findings = slices.Values([]*Finding{&finding})
	want := `
     fix in Exchange Online PowerShell: First-Step
       Where that fails:
       Second-Step
     then in Outlook: Third step.
     or in Outlook: Another way.
     or in Exchange Management Shell (on-premises): By hand:
       Third-Way
`
	if out := rendered(t, Text{}, r, Options{}); !strings.Contains(out, want) {
		t.Errorf("%s\nwant:%s", out, want)
	}
}

func first(r *Report) *Finding {
	for f := range r.Findings {
		return f
	}
	return nil
}

type fullDisk struct{}

var errDisk = errors.New("no space left")

func (fullDisk) Write([]byte) (int, error) { return 0, errDisk }

// A report that could not be written is not a report, however short it is.
func TestWritersReportWriteErrors(t *testing.T) {
	for _, format := range Formats() {
		for name, r := range map[string]*Report{"clean": clean(), "many": many(2_000)} {
			if err := format.Writer.Write(fullDisk{}, r, Options{}); !errors.Is(err, errDisk) {
				t.Errorf("%s, %s: %v", format.Name, name, err)
			}
		}
	}
}

// The findings may be ranged over more than once and must not be kept: each pass makes them anew.
func TestWritersAreDeterministic(t *testing.T) {
	for _, format := range Formats() {
		first := rendered(t, format.Writer, many(maxShown+1), Options{Fold: 50})
		for range 2 {
			if rendered(t, format.Writer, many(maxShown+1), Options{Fold: 50}) != first {
				t.Fatalf("%s differs from run to run", format.Name)
			}
		}
	}
}

func BenchmarkWriters(b *testing.B) {
	r := many(4_000)
	for _, format := range Formats() {
		b.Run(format.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := format.Writer.Write(&strings.Builder{}, r, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
