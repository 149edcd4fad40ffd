package policies

import "testing"

// BenchmarkStart is what a run of one small file costs before it reads it: read the rules, compile them, prepare each.
func BenchmarkStart(b *testing.B) {
	b.Run("catalog", func(b *testing.B) {
		for b.Loop() {
			if _, err := NewCatalog(); err != nil {
				b.Fatal(err)
			}
		}
	})
	catalog, err := NewCatalog()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("compile", func(b *testing.B) {
		for b.Loop() {
			if _, err := catalog.compile(true); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("prepare", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			p, err := catalog.compile(true)
			if err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			for _, r := range catalog.rules {
				if _, err := p.Document(r.Shape, r.Ref, true); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
