package exports_test

import (
	"testing"

	"hybridlint/loader/exports"
	"hybridlint/testdata/organization/benchmark"
)

// BenchmarkImport reads exports, joins them and writes them as HCL.
func BenchmarkImport(b *testing.B) {
	benchmark.RunOnExports(b, func(b *testing.B, folder string) {
		b.ReportAllocs()
		for b.Loop() {
			c, problems, _ := exports.Import(b.Context(), exports.Options{Paths: []string{folder}})
			if len(problems) > 0 {
				b.Fatal(problems)
			}
			c.Documents()
		}
	})
}
