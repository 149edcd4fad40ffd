// Package benchmark runs benchmarks on generated organizations.
package benchmark

import (
	"cmp"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"hybridlint/testdata/organization"
)

// mailboxesVariable is the variable of the environment that says how large the organizations are, as numbers of mailboxes with
// commas between them. It is no flag of the tests, because go test ./... refuses a flag that one of the packages does not know.
const mailboxesVariable = "HYBRIDLINT_MAILBOXES"

// small is what benchmarks run on when nobody says otherwise, so that running each of them once takes seconds.
const small = "1000"

// Run runs a benchmark on organizations with five grants per mailbox and findings in one grant in five, each of them in a few
// large files and in up to 5,000 small ones. The sub-benchmarks are called SHAPE/MAILBOXES.
func Run(b *testing.B, run func(b *testing.B, folder string)) {
	b.Helper()
	for _, shape := range []struct {
		name string
		organization.Shape
	}{{"few", organization.FewFiles}, {"many", organization.ManyFiles}} {
		for _, mailboxes := range sizes(b) {
			folder := ""
			b.Run(fmt.Sprintf("%s/%d", shape.name, mailboxes), func(b *testing.B) {
				if folder == "" { // this function is called again for every longer run
					folder = written(b, organization.Options{Seed: 1, Mailboxes: mailboxes, Shape: shape.Shape})
				}
				run(b, folder)
			})
			if folder != "" {
				if err := os.RemoveAll(folder); err != nil {
					b.Error(err)
				}
			}
		}
	}
}

// RunOnExports runs a benchmark on exports of organizations with five permissions per mailbox, as the collector writes them.
// The sub-benchmarks are called FORMAT/MAILBOXES.
func RunOnExports(b *testing.B, run func(b *testing.B, folder string)) {
	b.Helper()
	for _, format := range []struct {
		name string
		organization.Format
	}{{"csv", organization.CSV}, {"json", organization.JSON}, {"clixml", organization.CLIXML}} {
		for _, mailboxes := range sizes(b) {
			b.Run(fmt.Sprintf("%s/%d", format.name, mailboxes), func(b *testing.B) {
				folder := b.TempDir()
				if err := organization.ExportFolder(folder, organization.Options{Seed: 1, Mailboxes: mailboxes}, format.Format); err != nil {
					b.Fatal(err)
				}
				run(b, folder)
			})
		}
	}
}

// written is a folder with the organization.
func written(b *testing.B, o organization.Options) string {
	b.Helper()
	folder, err := os.MkdirTemp("", "organization")
	if err == nil {
		err = organization.WriteFolder(folder, o)
	}
	if err != nil {
		b.Fatal(err)
	}
	return folder
}

func sizes(b *testing.B) []int {
	b.Helper()
	var all []int
	for word := range strings.SplitSeq(cmp.Or(os.Getenv(mailboxesVariable), small), ",") {
		n, err := strconv.Atoi(strings.TrimSpace(word))
		if err != nil || n < 1 {
			b.Fatalf("%s is numbers of mailboxes, like 1000,10000,100000, and not %q", mailboxesVariable, word)
		}
		all = append(all, n)
	}
	return all
}
