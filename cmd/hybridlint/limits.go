package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/spf13/cobra"
)

// limit is a bound of what a run may take. The block limits of the settings and the flag --limit set it.
type limit struct {
	name string
	// about says what it bounds, for the help.
	about           string
	standard, least int
	// most is the largest value that it can have; 0 is that of a whole number.
	most int
}

// The names of the limits.
const (
	limitCompileSeconds = "compile_seconds"
	limitRuleSeconds    = "rule_seconds"
	limitRunSeconds     = "run_seconds"
	limitMemoryMB       = "memory_mb"
)

// limitTable holds every limit, in the order in which the settings show them. A new one needs a line here, and somebody
// who asks limitValues for it.
func limitTable() []limit {
	return append([]limit{
		{name: limitCompileSeconds, standard: 60, least: 1, about: "how long all rules of your own may be compiled"},
		{name: limitRuleSeconds, standard: 10, least: 1, about: "how long one of your own rules may be evaluated in a run"},
		{name: limitRunSeconds, standard: 300, least: 1, about: "how long a run with rules of your own may take"},
		{name: limitMemoryMB, standard: 4096, least: 64, about: "how much memory, in MB, the program may hold while rules of your own are evaluated"},
	}, inputLimits()...)
}

// limitValues are the limits in force, by name.
type limitValues map[string]int

func standardLimits() map[string]sourced[int] {
	limits := map[string]sourced[int]{}
	for _, l := range limitTable() {
		limits[l.name] = sourced[int]{l.standard, byDefault}
	}
	return limits
}

func limitNamed(name string) (limit, error) {
	all := limitTable()
	if i := slices.IndexFunc(all, func(l limit) bool { return l.name == name }); i >= 0 {
		return all[i], nil
	}
	return limit{}, unknown("limit", name, limitNames())
}

func limitNames() []string {
	var names []string
	for _, l := range limitTable() {
		names = append(names, l.name)
	}
	return names
}

// longest is the length of the longest word.
func longest(words []string) int {
	length := 0
	for _, word := range words {
		length = max(length, len(word))
	}
	return length
}

// check tells what is wrong with a value.
func (l limit) check(value int) error {
	most := cmp.Or(l.most, math.MaxInt32)
	switch {
	case value >= l.least && value <= most:
		return nil
	case l.most != 0:
		return fmt.Errorf("%s is a whole number from %d to %d, and not %d", l.name, l.least, most, value)
	default:
		return fmt.Errorf("%s is a whole number from %d on, and not %d", l.name, l.least, value)
	}
}

// limitsHelp describes the limits for a flag.
func limitsHelp() string {
	return "set a limit, as NAME=NUMBER; may be repeated; the topic limits has all of them"
}

func limitsTopic() *cobra.Command {
	var b strings.Builder
	b.WriteString("The block limits of the settings and the flag --limit NAME=NUMBER set them.\n\n")
	for _, l := range limitTable() {
		fmt.Fprintf(&b, "%-*s  %s; %d unless set\n", longest(limitNames()), l.name, l.about, l.standard)
	}
	return &cobra.Command{Use: "limits", Short: "What a run may take", Long: b.String()}
}

// overrideLimits takes the values of --limit.
func overrideLimits(limits map[string]sourced[int], flags []string) error {
	for _, word := range flags {
		name, number, ok := strings.Cut(word, "=")
		value, err := strconv.Atoi(number)
		if !ok || err != nil {
			return fmt.Errorf("--limit is a limit and a whole number, like %s=60, and not %q", limitRuleSeconds, word)
		}
		l, err := limitNamed(name)
		if err == nil {
			err = l.check(value)
		}
		if err != nil {
			return fmt.Errorf("--limit: %w", err)
		}
		limits[name] = sourced[int]{value, "--limit"}
	}
	return nil
}

// limitsBlock reads the block limits.
func (f *settingsFile) limitsBlock(b *hclsyntax.Block, seen map[string]hcl.Range) {
	if len(b.Labels) > 0 {
		f.problem(b.DefRange(), "Wrong number of labels", "The block limits has no label.")
	}
	if first, ok := seen[b.Type]; ok {
		f.problem(b.DefRange(), "Duplicate limits block", fmt.Sprintf("There are limits in line %d already.", first.Start.Line))
		return
	}
	seen[b.Type] = b.DefRange()
	for _, inner := range b.Body.Blocks {
		f.problem(inner.TypeRange, "Unknown settings block", fmt.Sprintf("The block limits has no block %q.", inner.Type))
	}
	for _, name := range slices.Sorted(maps.Keys(b.Body.Attributes)) {
		a := b.Body.Attributes[name]
		l, err := limitNamed(name)
		if err != nil {
			f.problem(a.NameRange, "Unknown limit", asSentence(err))
			continue
		}
		value, ok := f.wholeNumber(a.Expr)
		if !ok {
			continue
		}
		if err := l.check(value); err != nil {
			f.problem(a.Expr.Range(), "Limit out of range", asSentence(err))
			continue
		}
		f.settings.limits[name] = sourced[int]{value, f.origin(a.Expr.Range())}
	}
}

// limitValues are the limits in force.
func (s *settings) limitValues() limitValues {
	values := limitValues{}
	for name, l := range s.limits {
		values[name] = l.value
	}
	return values
}
