package exports

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hybridlint/report/visible"
)

// Document is a file of the configuration: its name below the folder, with "/", and its text. An empty text means that the
// file is to be removed.
type Document struct {
	Name, Text string
}

const extension = ".hcl"

// The groups that are not called after a permission.
const (
	recipientsGroup   = "recipients"
	organizationGroup = "organization"
)

// notUnderstoodFile holds, as comments, what nobody could make a block of.
const notUnderstoodFile = "not_understood" + extension

// How many blocks of a group stand in one file; more are divided by the first letter of the recipient, and what is still
// more than fits by the next ones.
const (
	mostRecipients = 2_000
	mostBlocks     = 20_000
	mostLetters    = 3
)

// fileHeader is above every new file.
const fileHeader = `# Written by hybridlint import. A block below a comment "imported from" is updated by the next import, except for what
# you add to it. To keep a block as it is, remove that comment. What you write beside such blocks stays.`

// file is a file of the configuration, with the blocks to be in the order of their keys.
type file struct {
	name, group string
	blocks      []source
}

// layout divides the blocks into files, in the order of the files' names.
func (c *Configuration) layout() []file {
	var files []file
	for group, blocks := range c.join.groups {
		most := mostBlocks
		if group == recipientsGroup {
			most = mostRecipients
		}
		files = append(files, divided(file{group + extension, group, blocks}, most, 1)...)
	}
	slices.SortFunc(files, func(a, b file) int { return cmp.Compare(a.name, b.name) })
	return files
}

// divided divides a file by so many letters of the recipients.
func divided(f file, most, letters int) []file {
	if len(f.blocks) <= most || f.blocks[0].owner() == "" || letters > mostLetters {
		return []file{f}
	}
	parts := map[string][]source{}
	for _, b := range f.blocks {
		prefix := lettersOf(b.owner(), letters)
		parts[prefix] = append(parts[prefix], b)
	}
	var files []file
	for prefix, blocks := range parts {
		files = append(files, divided(file{f.group + "-" + prefix + extension, f.group, blocks}, mostBlocks, letters+1)...)
	}
	return files
}

// lettersOf are the first letters of a name; 0 stands for everything else.
func lettersOf(name string, n int) string {
	letters := make([]byte, n)
	for i := range letters {
		letters[i] = '0'
		if i < len(name) {
			if c := name[i] | 0x20; c >= 'a' && c <= 'z' {
				letters[i] = c
			}
		}
	}
	return string(letters)
}

// notUnderstood is the text of the file of comments; empty where everything was understood.
func (c *Configuration) notUnderstood() string {
	if len(c.Account.Losses) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("# What the exports say and hybridlint could not make a block of. This file is written anew by every import.\n\n")
	for _, l := range c.Account.Losses {
		fmt.Fprintf(&b, "# %s:%d: %s: %s\n", visible.Text(l.File), l.Line, visible.Text(l.What), visible.Text(l.Reason))
	}
	return b.String()
}

// Blocks counts the blocks by the name of their files' kind: "recipients", "grants-send_as".
func (c *Configuration) Blocks() map[string]int {
	counts := map[string]int{}
	for group, blocks := range c.join.groups {
		counts[group] = len(blocks)
	}
	return counts
}

// total counts all blocks.
func (c *Configuration) total() int {
	n := 0
	for blocks := range maps.Values(c.join.groups) {
		n += len(blocks)
	}
	return n
}
