package main

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"

	"hybridlint/loader/suggest"
	"hybridlint/report"
)

// Settings are literals. Expressions are for configurations; in settings they would only hide what is in force, and cost
// whatever their writer likes.

// placedString is a string of a settings file.
type placedString struct {
	text string
	at   hcl.Range
}

// literal is a plain value; ok is false for anything else.
func literal(e hclsyntax.Expression) (value cty.Value, ok bool) {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return e.Val, true
	case *hclsyntax.TemplateExpr:
		if e.IsStringLiteral() {
			value, _ := e.Value(nil)
			return value, true
		}
		if len(e.Parts) == 0 {
			return cty.StringVal(""), true
		}
	case *hclsyntax.UnaryOpExpr:
		if inner, ok := e.Val.(*hclsyntax.LiteralValueExpr); ok && e.Op == hclsyntax.OpNegate && inner.Val.Type() == cty.Number {
			return inner.Val.Negate(), true
		}
	}
	return cty.NilVal, false
}

// string reads a string; wanted says what it is for.
func (f *settingsFile) string(e hclsyntax.Expression, wanted string) (placedString, bool) {
	value, ok := literal(e)
	if !ok || value.IsNull() || value.Type() != cty.String {
		f.problem(e.Range(), "Wrong type of setting", fmt.Sprintf("Here belongs a string in quotes, %s.", wanted))
		return placedString{}, false
	}
	return placedString{value.AsString(), e.Range()}, true
}

// strings reads a list of strings.
func (f *settingsFile) strings(a *hclsyntax.Attribute) []placedString {
	list, ok := a.Expr.(*hclsyntax.TupleConsExpr)
	if !ok {
		f.problem(a.Expr.Range(), "Wrong type of setting", fmt.Sprintf("%s is a list of strings: %s = [\"…\"].", a.Name, a.Name))
		return nil
	}
	var out []placedString
	for _, e := range list.Exprs {
		if t, ok := f.string(e, "an element of "+a.Name); ok {
			out = append(out, t)
		}
	}
	return out
}

func (f *settingsFile) severity(e hclsyntax.Expression, advice string) (report.Severity, bool) {
	t, ok := f.string(e, `"error", "warning" or "note"`)
	if !ok {
		return report.NoSeverity, false
	}
	severity, err := parseSeverity(t.text)
	if err != nil {
		f.problem(t.at, "Unknown severity", strings.TrimSpace(asSentence(err)+" "+advice))
	}
	return severity, err == nil
}

func (f *settingsFile) wholeNumber(e hclsyntax.Expression) (int, bool) {
	value, ok := literal(e)
	if ok && !value.IsNull() && value.Type() == cty.Number {
		if n, accuracy := value.AsBigFloat().Int64(); accuracy == big.Exact && 0 <= n && n <= maxFold {
			return int(n), true
		}
	}
	f.problem(e.Range(), "Wrong type of setting", "Here belongs a whole number, 0 or more.")
	return 0, false
}

// maxFold is more findings than any run has.
const maxFold = 1 << 30

func parseSeverity(word string) (report.Severity, error) {
	if severity, ok := report.ParseSeverity(word); ok {
		return severity, nil
	}
	return report.NoSeverity, unknown("severity", word, []string{report.Error.String(), report.Warning.String(), report.Note.String()})
}

func parseProfile(word string) (report.Profile, error) {
	all := []report.Profile{report.DefaultProfile, report.ExtendedProfile, report.VerboseProfile}
	if slices.Contains(all, report.Profile(word)) {
		return report.Profile(word), nil
	}
	return "", unknown("profile", word, []string{string(report.DefaultProfile), string(report.ExtendedProfile), string(report.VerboseProfile)})
}

// addProfile adds a profile that is not there yet.
func addProfile(list []sourced[report.Profile], profile sourced[report.Profile]) []sourced[report.Profile] {
	if slices.Contains(values(list), profile.value) {
		return list
	}
	return append(list, profile)
}

// asSentence makes a sentence of an error.
func asSentence(err error) string {
	message := err.Error()
	first, size := utf8.DecodeRuneInString(message)
	message = string(unicode.ToUpper(first)) + message[size:]
	if strings.HasSuffix(message, "?") {
		return message
	}
	return message + "."
}

// hint is didYouMean as the middle of a sentence.
func hint(word string, known []string) string {
	if near := suggest.Nearest(word, known); near != "" {
		return fmt.Sprintf(" (did you mean %q?)", near)
	}
	return ""
}

func keysOf[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

// hclString is a string as HCL writes it.
func hclString(s string) string {
	return string(hclwrite.TokensForValue(cty.StringVal(s)).Bytes())
}
