package exports

import (
	"fmt"
	"strings"

	"hybridlint/report"
)

// Document is a file of the configuration: its name below the folder, with "/", and its text. An empty text means that the
// file is to be removed.
type Document struct {
	Name, Text string
}

const extension = ".hcl"

// notUnderstoodFile holds, as comments, what nobody could make a block of.
const notUnderstoodFile = "not_understood" + extension

// How many blocks of a kind stand in one file; more are divided by the first letter of the recipient.
const (
	mostRecipients = 2_000
	mostBlocks     = 20_000
)

// fileHeader is above every new file.
const fileHeader = `# Written by hybridlint import. A block below a comment "imported from" is updated by the next import, except for what
# you add to it. To keep a block as it is, remove that comment. What you write beside such blocks stays.`

// Documents are the files of a configuration that did not exist before, in the order of their names.
func (c *Configuration) Documents() []Document {
	documents, _ := c.Merge(nil) // only what is there already can be wrong
	return documents
}

// fileOf is the file in which a block stands.
func (c *Configuration) fileOf(b *block, sizes map[string]int) string {
	most := mostBlocks
	if b.group == "recipients" {
		most = mostRecipients
	}
	if b.letter != "" && sizes[b.group] > most {
		return b.group + "-" + b.letter + extension
	}
	return b.group + extension
}

func (c *Configuration) sizes() map[string]int {
	sizes := map[string]int{}
	for _, b := range c.blocks {
		sizes[b.group]++
	}
	return sizes
}

// notUnderstood is the text of the file of comments; empty where everything was understood.
func (c *Configuration) notUnderstood() string {
	if len(c.Account.Losses) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("# What the exports say and hybridlint could not make a block of. This file is written anew by every import.\n\n")
	for _, l := range c.Account.Losses {
		fmt.Fprintf(&b, "# %s:%d: %s: %s\n", report.Visible(l.File), l.Line, report.Visible(l.What), l.Reason)
	}
	return b.String()
}

// Blocks counts the blocks by the name of their files' kind: "recipients", "grants-send_as".
func (c *Configuration) Blocks() map[string]int { return c.sizes() }
