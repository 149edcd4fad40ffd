package limits

import (
	"cmp"
	"fmt"
	"math"
)

// Limits bound what is read, so that nothing that a stranger writes takes the memory or the time of whoever checks it. The zero
// of each stands for its default, which no configuration of a real organization meets.
type Limits struct {
	// Nesting is how many brackets, texts, templates and blocks may be open at a time; 250 by default. hclsyntax calls itself for
	// each of them.
	Nesting int
	// ExpressionWords is how many words - names, texts, signs - may stand between two separators, in everything that is open;
	// 1,000 by default. hclsyntax calls itself for many of them as well, and needs time by their square for others.
	ExpressionWords int
	// BlockWords is how many words one top-level block may have, with its separators, line ends and comments; 1,000,000 by
	// default. hclsyntax needs about 400 bytes for each.
	BlockWords int
	// BlockBytes is how large one top-level block may be; 16 MiB by default.
	BlockBytes int
	// Elements is how many elements a list, an object or a block may have, whether they are written out or computed; 250,000 by
	// default.
	Elements int
	// TextBytes is how long one text may be, whether it is written out or computed; 1 MiB by default.
	TextBytes int
	// ExpressionSteps is how many steps one expression may need: operands that are evaluated, elements that they hold, and one for
	// each 32 bytes of text; 500,000 by default.
	ExpressionSteps int
	// Steps is how many steps all expressions together may need, beside one for each eight bytes of the files; 500,000 by default.
	Steps int
	// FileBytes is how large one file may be; 256 MiB by default, and less than 2 GiB.
	FileBytes int
	// TotalBytes is how large all files may be together; 4 GiB by default.
	TotalBytes int64
	// Files is how many files there may be; 100,000 by default.
	Files int
	// Blocks is how many top-level blocks all files may have together; 10,000,000 by default.
	Blocks int
	// Forests is how many forests there may be; 100 by default, and less than 32,768. Everybody has a view from each of them.
	Forests int
	// Memberships is how many memberships may be followed from everybody to the groups above, nested ones too; 10,000,000 by default.
	Memberships int
	// Locals is how many locals all files may have together; 10,000 by default.
	Locals int
	// Problems is how many problems there may be before reading ends; 10,000 by default.
	Problems int
}

// Unsettable is the setting of what is wrong whatever the limits are.
const Unsettable = ""

// The names of the limits in the settings, by which problems call them.
const (
	NestingSetting         = "nesting"
	ExpressionWordsSetting = "expression_words"
	BlockWordsSetting      = "block_words"
	BlockBytesSetting      = "block_mb"
	ElementsSetting        = "elements"
	TextBytesSetting       = "text_kb"
	ExpressionStepsSetting = "expression_steps"
	StepsSetting           = "steps"
	FileBytesSetting       = "file_mb"
	TotalBytesSetting      = "total_mb"
	FilesSetting           = "files"
	BlocksSetting          = "blocks"
	ForestsSetting         = "forests"
	MembershipsSetting     = "memberships"
	LocalsSetting          = "locals"
	ProblemsSetting        = "problems"
)

// DefaultLimits are the limits where nothing else is said.
func DefaultLimits() Limits {
	return Limits{
		Nesting: 250, ExpressionWords: 1000, BlockWords: 1_000_000, BlockBytes: 16 << 20, Elements: 250_000, TextBytes: 1 << 20,
		ExpressionSteps: 500_000, Steps: 500_000, FileBytes: 256 << 20, TotalBytes: 4 << 30, Files: 100_000, Blocks: 10_000_000,
		Forests: 100, Memberships: 10_000_000, Locals: 10_000, Problems: 10_000,
	}
}

// WithDefaults fills in what is zero.
func (l Limits) WithDefaults() Limits {
	d := DefaultLimits()
	return Limits{
		Nesting:         cmp.Or(l.Nesting, d.Nesting),
		ExpressionWords: cmp.Or(l.ExpressionWords, d.ExpressionWords),
		BlockWords:      cmp.Or(l.BlockWords, d.BlockWords),
		BlockBytes:      cmp.Or(l.BlockBytes, d.BlockBytes),
		Elements:        cmp.Or(l.Elements, d.Elements),
		TextBytes:       cmp.Or(l.TextBytes, d.TextBytes),
		ExpressionSteps: cmp.Or(l.ExpressionSteps, d.ExpressionSteps),
		Steps:           cmp.Or(l.Steps, d.Steps),
		FileBytes:       min(cmp.Or(l.FileBytes, d.FileBytes), math.MaxInt32),
		TotalBytes:      cmp.Or(l.TotalBytes, d.TotalBytes),
		Files:           cmp.Or(l.Files, d.Files),
		Blocks:          cmp.Or(l.Blocks, d.Blocks),
		Forests:         min(cmp.Or(l.Forests, d.Forests), math.MaxInt16),
		Memberships:     cmp.Or(l.Memberships, d.Memberships),
		Locals:          cmp.Or(l.Locals, d.Locals),
		Problems:        cmp.Or(l.Problems, d.Problems),
	}
}

// Certain is a number of bytes that are too few for a plain block to exceed any limit.
func (l *Limits) Certain() int { return min(l.BlockWords, l.BlockBytes, l.Elements, l.TextBytes) }

// AllowedBy ends a message about a limit.
func AllowedBy(setting string) string {
	return fmt.Sprintf(" The setting %s, in the block limits, allows more.", setting)
}

// InMB writes a number of bytes as a person would.
func InMB[T int | int64](n T) string {
	switch {
	case n%(1<<20) == 0:
		return fmt.Sprintf("%d MB", n>>20)
	case n%(1<<10) == 0:
		return fmt.Sprintf("%d kB", n>>10)
	default:
		return fmt.Sprintf("%d bytes", n)
	}
}
