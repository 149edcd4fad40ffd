package loader

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader/model"
	"hybridlint/loader/sources"
	"hybridlint/loader/syntax"
	"hybridlint/testdata/organization/benchmark"
)

// The stages of loading are measured with one worker, and the whole with one per processor.

// BenchmarkScan finds the files, reads them and cuts them at the ends of their top-level items.
func BenchmarkScan(b *testing.B) {
	benchmark.Run(b, func(b *testing.B, folder string) {
		o := Options{Paths: []string{folder}}
		b.SetBytes(size(b, o))
		b.ReportAllocs()
		for b.Loop() {
			inputs, _, problems := find(o)
			l := newLoad(context.Background(), o)
			for _, i := range inputs {
				if err := l.cut(&file{File: &sources.File{Name: i.name, Open: i.open}}, i.size, func(*syntax.Section) {}); err != nil {
					b.Fatal(err)
				}
			}
			if len(problems) > 0 {
				b.Fatal(problems)
			}
		}
	})
}

// BenchmarkParse is the yardstick of reading: hcl's parser alone.
func BenchmarkParse(b *testing.B) {
	benchmark.Run(b, func(b *testing.B, folder string) {
		b.SetBytes(size(b, Options{Paths: []string{folder}}))
		b.ReportAllocs()
		for b.Loop() {
			err := filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
				if err != nil || !strings.HasSuffix(path, ".hcl") {
					return err
				}
				text, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				if _, diagnostics := hclsyntax.ParseConfig(text, path, hcl.InitialPos); diagnostics.HasErrors() {
					return diagnostics
				}
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkRead turns the blocks of all files into drafts.
func BenchmarkRead(b *testing.B) {
	benchmark.Run(b, func(b *testing.B, folder string) {
		o := Options{Paths: []string{folder}}
		b.SetBytes(size(b, o))
		b.ReportAllocs()
		for b.Loop() {
			readAll(b, o)
		}
	})
}

// BenchmarkLink makes the Model of what was read: names become recipients, recipients an organization.
func BenchmarkLink(b *testing.B) {
	benchmark.Run(b, func(b *testing.B, folder string) {
		o := Options{Paths: []string{folder}}
		b.ReportAllocs()
		for b.Loop() {
			b.StopTimer()
			l := readAll(b, o)
			b.StartTimer()
			l.build(l.readers)
		}
	})
}

// readAll is a load that is ready to be linked.
func readAll(b *testing.B, o Options) *load {
	inputs, _, problems := find(o)
	l := newLoad(context.Background(), o)
	l.readFiles(inputs)
	l.evaluateLocals()
	l.readDeferred()
	if len(problems) > 0 || len(l.problems) > 0 {
		b.Fatal(problems, l.problems)
	}
	return l
}

// BenchmarkLoad is all of it, and tells how much memory the Model takes.
func BenchmarkLoad(b *testing.B) {
	benchmark.Run(b, func(b *testing.B, folder string) {
		o := Options{Paths: []string{folder}, Jobs: runtime.GOMAXPROCS(0)}
		b.SetBytes(size(b, o))
		b.ReportAllocs()
		var config *model.Model
		for b.Loop() {
			var problems any
			if config, problems = Load(context.Background(), o); config.Files == 0 {
				b.Fatal(problems)
			}
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc)/float64(config.Grants.Len()), "heap-B/grant")
		runtime.KeepAlive(config)
	})
}

// size is how many bytes there are to read.
func size(b *testing.B, o Options) int64 {
	inputs, _, problems := find(o)
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	var sum int64
	for _, i := range inputs {
		sum += i.size
	}
	return sum
}
