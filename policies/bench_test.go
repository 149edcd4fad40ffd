package policies

import (
	"context"
	"runtime"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies/organization"
	"hybridlint/report"
	"hybridlint/testdata/organization/benchmark"
)

// BenchmarkJoin is what is found out about recipients, groups and pairs before the first rule is evaluated.
func BenchmarkJoin(b *testing.B) {
	benchmark.Run(b, func(b *testing.B, folder string) {
		config := loadFolder(b, folder)
		b.ReportAllocs()
		for b.Loop() {
			organization.New(config)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*config.Grants.Len()), "ns/grant")
	})
}

// BenchmarkEvaluate evaluates every rule that there is. Each time is the first: no answer is known from the time before.
func BenchmarkEvaluate(b *testing.B) {
	benchmark.Run(b, func(b *testing.B, folder string) {
		config := loadFolder(b, folder)
		b.ReportAllocs()
		var result *Result
		for b.Loop() {
			b.StopTimer()
			catalog, err := NewCatalog()
			if err != nil {
				b.Fatal(err)
			}
			catalog.Prepare()
			b.StartTimer()
			result = catalog.Check(context.Background(), config, everyRule())
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*config.Grants.Len()), "ns/grant")
		b.ReportMetric(float64(result.Evaluations), "evaluations/op")
	})
}

func everyRule() Options {
	return Options{Profiles: []report.Profile{report.ExtendedProfile, report.VerboseProfile}, Today: 20260615}
}

func loadFolder(t testing.TB, folder string) *model.Model {
	t.Helper()
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{folder}, Jobs: runtime.GOMAXPROCS(0)})
	if len(problems) > 0 {
		t.Fatal(problems[0].Summary, problems[0].Detail)
	}
	return config
}
