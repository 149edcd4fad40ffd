package loader

import (
	"bytes"
	"fmt"
	"sync/atomic"

	"hybridlint/loader/limits"
	"hybridlint/loader/syntax"
	"hybridlint/report"
)

// totals is what a run has taken of the limits that hold for all files together.
//
// Workers that count together know that there is too much, but not where it became too much: that depends on who was first. So
// they stop, what they have read is forgotten, and one worker reads everything again up to that place.
type totals struct {
	blocks, steps, problems, locals atomic.Int64
	// moreSteps are those that the size of the files allows.
	moreSteps int64
	exceeded  atomic.Bool
	// problem is set by the first that exceeds a limit, where that is always the same one.
	problem *report.Problem
}

// bytesPerFreeStep is how many bytes of the files allow one step more.
const bytesPerFreeStep = 8

// allow makes the limits that grow with the size of the files.
func (l *load) allow(inputs []input) {
	size := int64(0)
	for _, i := range inputs {
		size += i.size
	}
	l.totals.moreSteps = size / bytesPerFreeStep
}

func (l *load) mostSteps() int64 { return int64(l.limits.Steps) + l.totals.moreSteps }

// stopped tells whether reading on is of no use.
func (l *load) stopped() bool { return l.ctx.Err() != nil || l.totals.exceeded.Load() }

// exceed stops reading; location is asked for where it is always the same.
func (l *load) exceed(summary, detail, setting string, location func() report.Location) {
	if l.totals.exceeded.Swap(true) || l.jobs > 1 {
		return
	}
	l.totals.problem = &report.Problem{
		Severity: report.Error, Summary: summary, Detail: detail + " Nothing is read from here on." + limits.AllowedBy(setting), Location: location(),
	}
}

// countBlocks takes in the blocks of a section.
func (l *load) countBlocks(s *syntax.Section, n int) {
	most := int64(l.limits.Blocks)
	before := l.totals.blocks.Add(int64(n)) - int64(n)
	if before+int64(n) <= most {
		return
	}
	l.exceed("Too many blocks", fmt.Sprintf("With this one there are more than %d blocks.", most), limits.BlocksSetting, func() report.Location {
		left := most - before
		for _, c := range s.Chunks {
			items := syntax.CutItems(s.Text, c)
			if left < int64(len(items)) {
				item := s.Text[items[left].Start:items[left].End]
				start := items[left].End - uint32(len(bytes.TrimLeft(item, " \t\r\n")))
				return s.Location(start, start)
			}
			left -= int64(len(items))
		}
		return s.Location(0, 0)
	})
}

// countLocals takes in those of a block. They are kept until the expressions of all files are evaluated.
func (r *reader) countLocals(n int, start, end uint32) (ok bool) {
	most := int64(r.limits.Locals)
	if r.totals.locals.Add(int64(n)) <= most {
		return true
	}
	r.exceed("Too many locals", fmt.Sprintf("With those of this block there are more than %d locals.", most), limits.LocalsSetting, func() report.Location { return r.section.Location(start, end) })
	return false
}

// note adds a problem to others of a reader. Behind the last one that is told, nothing more is read: whoever has made so many
// mistakes has made one mistake again and again, or wants to fill a report.
func (r *reader) note(to *[]report.Problem, p report.Problem) {
	most := int64(r.limits.Problems)
	if r.totals.problems.Add(1) <= most {
		*to = append(*to, p)
		return
	}
	r.exceed("Too many problems", fmt.Sprintf("With this one there are more than %d problems.", most), limits.ProblemsSetting, func() report.Location { return p.Location })
}

// allowedSteps is how many steps the next expression may need.
func (r *reader) allowedSteps() int {
	left := r.mostSteps() - r.totals.steps.Load()
	return int(max(0, min(int64(r.limits.ExpressionSteps), left)))
}

// takeSteps takes in those that an expression has needed; refused says that it needed more. Not ok means that all expressions
// together need too many.
func (r *reader) takeSteps(n int, refused bool, start, end uint32) (ok bool) {
	if total := r.totals.steps.Add(int64(n)); total <= r.mostSteps() && !refused {
		return true
	}
	r.exceed("Too many expressions", fmt.Sprintf("With this expression all of them together need more than %d steps.", r.mostSteps()), limits.StepsSetting,
		func() report.Location { return r.section.Location(start, end) })
	return false
}
