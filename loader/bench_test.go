package loader_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"hybridlint/loader"
)

// BenchmarkLoad reads an organization of 20,000 mailboxes with five grants each, in many files and in one.
func BenchmarkLoad(b *testing.B) {
	const mailboxes = 20_000
	var text strings.Builder
	var files []string
	for i := range mailboxes {
		fmt.Fprintf(&text, `user_mailbox "user%[1]d@contoso.com" {
  home                 = "%[2]s"
  display_name         = "User %[1]d"
  primary_smtp_address = "user%[1]d@contoso.com"
  email_addresses      = ["SMTP:user%[1]d@contoso.com", "smtp:user%[1]d@contoso.mail.onmicrosoft.com"]
  is_dir_synced        = true
}

`, i, []string{"corp", "cloud"}[i%2])
		for k := range 5 {
			fmt.Fprintf(&text, `grant "%s" {
  recipient = "user%d@contoso.com"
  delegate  = "user%d@contoso.com"
  state     = "existing"
}

`, []string{"full_access", "send_as", "send_on_behalf"}[k%3], i, (i*7+k)%mailboxes)
		}
		if i%100 == 99 {
			files = append(files, text.String())
			text.Reset()
		}
	}
	for _, layout := range []string{"files", "file"} {
		dir := b.TempDir()
		if layout == "file" {
			files = []string{strings.Join(files, "")}
		}
		size := 0
		for i, f := range append(files, "forest \"corp\" {}\n") {
			size += len(f)
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%04d.hcl", i)), []byte(f), 0o600); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(layout, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			var model *loader.Model
			for b.Loop() {
				var problems any
				model, problems = loader.Load(context.Background(), loader.Options{Paths: []string{dir}, Jobs: runtime.NumCPU()})
				_ = problems
			}
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapAlloc)/float64(len(model.Grants)), "heap-B/grant")
			runtime.KeepAlive(model)
		})
	}
}
