package main

import (
	"context"
	"testing"
	"time"

	"hybridlint/report/formats"

	"hybridlint/report"
	"hybridlint/testdata/organization/benchmark"
)

// BenchmarkWriters writes the report about an organization, with every rule, in each format.
func BenchmarkWriters(b *testing.B) {
	benchmark.Run(b, func(b *testing.B, folder string) {
		checked := checkFolder(b, folder)
		for _, format := range formats.All() {
			b.Run(format.Name, func(b *testing.B) {
				b.ReportAllocs()
				var written counter
				for b.Loop() {
					written = 0
					if err := format.Writer.Write(&written, checked, report.Options{Fold: defaultFold}); err != nil {
						b.Fatal(err)
					}
				}
				b.SetBytes(int64(written))
			})
		}
	})
}

// BenchmarkCheck is a whole check without its report.
func BenchmarkCheck(b *testing.B) {
	benchmark.Run(b, func(b *testing.B, folder string) {
		b.ReportAllocs()
		for b.Loop() {
			checkFolder(b, folder)
		}
	})
}

func checkFolder(b *testing.B, folder string) *report.Report {
	b.Helper()
	checked, err := newLinter().Check(context.Background(), request{
		Directory: folder, Paths: []string{"."}, Profiles: []report.Profile{report.ExtendedProfile, report.VerboseProfile},
		Today: time.Date(2026, 6, 15, 0, 0, 0, 0, time.UTC),
	})
	if err != nil || !checked.Complete {
		b.Fatal(err, checked.Problems)
	}
	return checked
}

// counter counts what is written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
