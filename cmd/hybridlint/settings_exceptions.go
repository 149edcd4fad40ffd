package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"hybridlint/loader"
	"hybridlint/report/visible"
)

// exceptionsSetting is the block that says what exceptions must be like.
const exceptionsSetting = "exceptions"

// exceptionSettings are what that block says.
type exceptionSettings struct {
	require           []sourced[string]
	files             []sourced[string]
	maxDays, warnDays sourced[int]
	comments          sourced[bool]
	from              sourced[string]
}

// Whose exceptions hide findings where a run is compared with a base.
const (
	fromHead = "head"
	fromBase = "base"
)

// requirable are the attributes that an exception may be required to have; it has a rationale anyway.
var requirable = []string{"recipient", "delegate", "migration_batch", "forest", "owner", "expiration"}

func defaultExceptions() exceptionSettings {
	return exceptionSettings{
		maxDays: sourced[int]{0, byDefault}, warnDays: sourced[int]{0, byDefault},
		comments: sourced[bool]{true, byDefault}, from: sourced[string]{fromHead, byDefault},
	}
}

// exceptionKeys are the attributes of the block, and how each is read.
var exceptionKeys = map[string]func(*settingsFile, *exceptionSettings, *hclsyntax.Attribute){
	"require":   (*settingsFile).readRequired,
	"files":     (*settingsFile).readExceptionFiles,
	"max_days":  func(f *settingsFile, e *exceptionSettings, a *hclsyntax.Attribute) { f.readDays(&e.maxDays, a, 1) },
	"warn_days": func(f *settingsFile, e *exceptionSettings, a *hclsyntax.Attribute) { f.readDays(&e.warnDays, a, 0) },
	"comments":  (*settingsFile).readComments,
	"from":      (*settingsFile).readFrom,
}

// exceptionsBlock reads the block exceptions.
func (f *settingsFile) exceptionsBlock(b *hclsyntax.Block, seen map[string]hcl.Range) {
	if len(b.Labels) > 0 {
		f.problem(b.DefRange(), "Wrong number of labels", "The block exceptions has no label.")
	}
	if first, ok := seen[b.Type]; ok {
		f.problem(b.DefRange(), "Duplicate exceptions block", fmt.Sprintf("There is a block exceptions in line %d already.", first.Start.Line))
		return
	}
	seen[b.Type] = b.DefRange()
	for _, inner := range b.Body.Blocks {
		f.problem(inner.TypeRange, "Unknown settings block", fmt.Sprintf("The block exceptions has no block %q.", inner.Type))
	}
	for _, name := range slices.Sorted(maps.Keys(b.Body.Attributes)) {
		a := b.Body.Attributes[name]
		if read, ok := exceptionKeys[name]; ok {
			read(f, &f.settings.exceptions, a)
		} else {
			f.problem(a.NameRange, "Unknown setting", fmt.Sprintf("The block exceptions has no %q%s.", name, hint(name, keysOf(exceptionKeys))))
		}
	}
}

func (f *settingsFile) readRequired(e *exceptionSettings, a *hclsyntax.Attribute) {
	for _, word := range f.strings(a) {
		if !slices.Contains(requirable, word.text) {
			f.problem(word.at, "Unknown attribute", asSentence(unknown("attribute of an exception", word.text, requirable)))
			continue
		}
		e.require = append(e.require, sourced[string]{word.text, f.origin(word.at)})
	}
}

func (f *settingsFile) readExceptionFiles(e *exceptionSettings, a *hclsyntax.Attribute) {
	words := f.strings(a)
	if len(words) == 0 {
		f.problem(a.Expr.Range(), "Empty list", "With no file in the list no exception could stand anywhere. Name files, or remove it.")
	}
	for _, word := range words {
		if _, err := loader.ParsePattern(word.text); err != nil {
			f.problem(word.at, "Invalid pattern", asSentence(err))
			continue
		}
		e.files = append(e.files, sourced[string]{word.text, f.origin(word.at)})
	}
}

func (f *settingsFile) readDays(into *sourced[int], a *hclsyntax.Attribute, least int) {
	const most = 100_000
	n, ok := f.wholeNumber(a.Expr)
	switch {
	case !ok:
	case n < least || n > most:
		f.problem(a.Expr.Range(), "Setting out of range", fmt.Sprintf("%s is a number of days from %d to %d.", a.Name, least, most))
	default:
		*into = sourced[int]{n, f.origin(a.Expr.Range())}
	}
}

func (f *settingsFile) readComments(e *exceptionSettings, a *hclsyntax.Attribute) {
	value, ok := literal(a.Expr)
	if !ok || value.IsNull() || value.Type() != cty.Bool {
		f.problem(a.Expr.Range(), "Wrong type of setting", "Here belongs true or false, without quotes.")
		return
	}
	e.comments = sourced[bool]{value.True(), f.origin(a.Expr.Range())}
}

func (f *settingsFile) readFrom(e *exceptionSettings, a *hclsyntax.Attribute) {
	word, ok := f.string(a.Expr, `"base" or "head"`)
	switch {
	case !ok:
	case word.text != fromBase && word.text != fromHead:
		f.problem(word.at, "Unknown value", asSentence(unknown("value of from", word.text, []string{fromBase, fromHead})))
	default:
		e.from = sourced[string]{word.text, f.origin(word.at)}
	}
}

// all are the values, for comparing two settings.
func (e *exceptionSettings) all() []setting {
	list := []setting{
		{"exceptions max_days", strconv.Itoa(e.maxDays.value), e.maxDays.origin},
		{"exceptions comments", strconv.FormatBool(e.comments.value), e.comments.origin},
		{"exceptions warn_days", strconv.Itoa(e.warnDays.value), e.warnDays.origin},
		{"exceptions from", e.from.value, e.from.origin},
	}
	for _, v := range e.require {
		list = append(list, setting{requireSetting, v.value, v.origin})
	}
	for _, v := range e.files {
		list = append(list, setting{filesSetting, v.value, v.origin})
	}
	return list
}

// The settings of the block that are lists.
const (
	requireSetting = "exceptions require"
	filesSetting   = "exceptions files"
)

// write writes the block as a settings file has it. What has no value that means "not set" is left out where it is not.
func (e *exceptionSettings) write(b *strings.Builder) {
	b.WriteString("\nexceptions {\n")
	list := func(name string, values []sourced[string]) {
		var inner strings.Builder
		writeList(&inner, name, values)
		for line := range strings.Lines(inner.String()) {
			b.WriteString("  " + line)
		}
	}
	list("require", e.require)
	if len(e.files) > 0 {
		list("files", e.files)
	}
	if e.maxDays.value > 0 {
		fmt.Fprintf(b, "  max_days  = %d # %s\n", e.maxDays.value, visible.Text(e.maxDays.origin))
	}
	fmt.Fprintf(b, "  warn_days = %d # %s\n", e.warnDays.value, visible.Text(e.warnDays.origin))
	fmt.Fprintf(b, "  comments  = %t # %s\n", e.comments.value, visible.Text(e.comments.origin))
	fmt.Fprintf(b, "  from      = %q # %s\n}\n", e.from.value, visible.Text(e.from.origin))
}
