package policies

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader/model"
	"hybridlint/policies/metadata"
	"hybridlint/policies/subjects"
	"hybridlint/report"
)

// someSubject concerns whom it says.
type someSubject struct {
	subjects.Subject
	about subjects.Concerns
}

func (s someSubject) Concerns() subjects.Concerns { return s.about }

// The index finds what a look at every waiver finds, and takes the first.
func TestWaiverIndexAgreesWithALookAtAll(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	batches := []*model.MigrationBatch{nil, {}, {}}
	texts := []string{"", "Anna", "ANNA", "straße", "ſ", "S", "K", "\u212a"}
	somebody := func() model.RecipientID { return model.RecipientID(random.IntN(6)) - 1 } // NoRecipient is among them
	if model.NoRecipient != -1 {
		t.Fatal("NoRecipient is another number")
	}
	used, hidden := 0, 0
	for range 3000 {
		r := &metadata.Rule{Rule: &report.Rule{ID: "HYB301"}}
		var all []*waiver
		blocks := nestedBlocks(random)
		for range random.IntN(12) {
			w := &waiver{number: len(all), rule: r, expired: random.IntN(3) == 0}
			if random.IntN(2) == 0 {
				w.exception = &model.Exception{Recipient: somebody(), Delegate: somebody(), DelegateText: texts[random.IntN(len(texts))], MigrationBatch: batches[random.IntN(3)], Forest: model.ForestID(random.IntN(3))}
			} else {
				w.within = blocks[random.IntN(len(blocks))]
			}
			w.rationale = strings.Repeat("x", w.number)
			all = append(all, w)
		}
		var findings []*finding
		for range 6 {
			about := subjects.Concerns{Trustee: texts[random.IntN(len(texts))], Batch: batches[random.IntN(3)], Forests: []model.ForestID{model.ForestID(random.IntN(3)), model.ForestID(random.IntN(3))}}
			for range random.IntN(4) {
				about.Recipients, about.Delegates = append(about.Recipients, somebody()), append(about.Delegates, somebody())
			}
			findings = append(findings, &finding{firing: firing{rule: r}, subject: someSubject{about: about}, location: report.Location{File: "a", Start: report.Position{Line: 1, Column: random.IntN(100)}}})
		}
		waive(findings, all)
		wantUsed := make([]bool, len(all))
		for _, f := range findings {
			first := -1
			for i, w := range all {
				if !covers(w, f) {
					continue
				}
				wantUsed[i] = true
				if first < 0 && !w.expired {
					first = i
				}
			}
			if (f.suppressed != nil) != (first >= 0) || first >= 0 && len(f.suppressed.Rationale) != first {
				t.Fatalf("suppressed is %v, want that of %d", f.suppressed, first)
			}
			if first >= 0 {
				hidden++
			}
		}
		for i, w := range all {
			if w.used != wantUsed[i] {
				t.Fatalf("waiver %d is used %v: %+v", i, w.used, w)
			}
			if w.used {
				used++
			}
		}
	}
	if used < 1000 || hidden < 1000 {
		t.Errorf("%d waivers used, %d findings hidden", used, hidden)
	}
}

// nestedBlocks are stretches of a line of 100 columns, none of which overlaps another one.
func nestedBlocks(random *rand.Rand) []report.Location {
	var blocks []report.Location
	var divide func(from, to, levels int)
	divide = func(from, to, levels int) {
		blocks = append(blocks, report.Location{File: "a", Start: report.Position{Line: 1, Column: from}, End: report.Position{Line: 1, Column: to}})
		for at := from + 1; levels > 0 && at < to-2; {
			end := at + 1 + random.IntN(to-at-1)
			divide(at, end, levels-1)
			at = end + 1
		}
	}
	divide(0, 50, 2)
	divide(51, 99, 1)
	return blocks
}

// covers is what a waiver says, read word by word.
func covers(w *waiver, f *finding) bool {
	if w.exception == nil {
		at := f.location
		return at.File == w.within.File && before(w.within.Start, at.Start) && before(at.Start, w.within.End)
	}
	x, c := w.exception, f.subject.Concerns()
	return (x.Recipient == model.NoRecipient || slices.Contains(c.Recipients, x.Recipient)) &&
		(x.Delegate == model.NoRecipient || slices.Contains(c.Delegates, x.Delegate)) &&
		(x.DelegateText == "" || x.Delegate != model.NoRecipient || strings.EqualFold(x.DelegateText, c.Trustee)) &&
		(x.MigrationBatch == nil || x.MigrationBatch == c.Batch) &&
		(x.Forest == model.NoForest || slices.Contains(c.Forests, x.Forest))
}
