package userrules

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"hybridlint/loader/suggest"
	"hybridlint/policies/engine"
	"hybridlint/policies/facts"
	"hybridlint/policies/metadata"
	"hybridlint/report"
)

// location is a place that OPA names. The place ends with the line's text that OPA gives, or is one
// character long.
func (f *policy) location(at *ast.Location) report.Location {
	if at == nil || at.Row < 1 {
		return wholeFile(f.name)
	}
	text, _, _ := strings.Cut(string(at.Text), "\n")
	line, _ := f.line(at.Row)
	start := min(max(at.Col, 1), utf8.RuneCountInString(line)+1)
	end := min(
		start+max(utf8.RuneCountInString(strings.TrimRightFunc(text, unicode.IsSpace)), 1),
		utf8.RuneCountInString(line)+1,
	)
	return report.Location{
		File:  f.name,
		Start: report.Position{Line: at.Row, Column: start},
		End:   report.Position{Line: at.Row, Column: max(end, start)},
	}
}

// wholeLine is the place of a line without what stands before its first word.
func (f *policy) wholeLine(number int) report.Location {
	line, _ := f.line(number)
	trimmed := strings.TrimLeft(line, " \t#-")
	start := utf8.RuneCountInString(line) - utf8.RuneCountInString(trimmed) + 1
	return report.Location{File: f.name, Start: report.Position{Line: number, Column: start},
		End: report.Position{
			Line:   number,
			Column: start + utf8.RuneCountInString(strings.TrimRightFunc(trimmed, unicode.IsSpace)),
		}}
}

// fileOf finds the file in which OPA found a mistake.
func (r *reader) fileOf(at *ast.Location) *policy {
	if at == nil {
		return nil
	}
	i := slices.IndexFunc(r.files, func(f *policy) bool { return f.name == at.File })
	if i < 0 {
		return nil
	}
	return r.files[i]
}

// rego notes the mistakes that OPA found in a file, or while it compiled all of them (then file is
// nil).
func (r *reader) rego(file *policy, err error) {
	var several ast.Errors
	var one *ast.Error
	switch {
	case errors.As(err, &several):
	case errors.As(err, &one):
		several = ast.Errors{one}
	default:
		several = ast.Errors{{Message: err.Error()}}
	}
	const most = 20 // of one file are enough to begin with
	for i, e := range several {
		if i == most && file != nil {
			r.problem(
				file.location(e.Location),
				"Invalid policy",
				"Here and behind it are %d more mistakes.",
				len(several)-most,
			)
			return
		}
		f := file
		if in := r.fileOf(e.Location); in != nil {
			f = in
		}
		if f == nil {
			r.problem(report.Location{}, "Invalid policy", "Your own policies cannot be compiled: %s.", e.Message)
			continue
		}
		if other := r.brokenIn(e.Message); other != nil && other != f {
			r.problem(
				f.location(e.Location),
				"Policy that needs another",
				"%s cannot be used, because it needs %s, in which something is wrong.",
				f.name,
				other.name,
			)
		} else {
			r.problem(f.location(e.Location), "Invalid policy", "%s", asSentence(clipped(e.Message))+advice(e))
		}
		f.broken = true
	}
}

// longestMessage is in bytes. OPA repeats what is wrong, however long it is.
const longestMessage = 500

func clipped(message string) string {
	if len(message) <= longestMessage {
		return message
	}
	return strings.ToValidUTF8(message[:longestMessage], "") + "…"
}

// brokenIn finds a policy with mistakes that a message names: a policy that needs it only looks
// wrong.
func (r *reader) brokenIn(message string) *policy {
	for _, f := range r.files {
		if f.broken &&
			(strings.Contains(message, "data."+f.family+"."+f.base+".") || strings.HasSuffix(message, "data."+f.family+"."+f.base)) {
			return f
		}
	}
	return nil
}

var (
	undefinedFact     = regexp.MustCompile(`^undefined ref: input\.(.+)$`)
	undefinedFunction = regexp.MustCompile(`^undefined function (\S+)$`)
)

// withDetails writes the types that do not fit into the messages. It takes as long as the types are
// large.
func withDetails(several ast.Errors) {
	for _, e := range several {
		if e.Details != nil && e.Code == ast.TypeErr && !undefinedFact.MatchString(e.Message) {
			e.Message += ": " + strings.Join(strings.Fields(strings.Join(e.Details.Lines(), " ")), " ")
		}
	}
}

// advice says what to do about a mistake that OPA found.
func advice(e *ast.Error) string {
	if match := undefinedFact.FindStringSubmatch(e.Message); match != nil {
		return nearestFact(match[1]) + " The command hybridlint facts lists what a rule of each scope can read."
	}
	if match := undefinedFunction.FindStringSubmatch(e.Message); match != nil {
		if engine.Withheld(match[1]) {
			return " OPA has it, but no policy gets it here: an answer depends on nothing but the facts, neither on the network, the clock, the machine nor chance, and can be interrupted."
		}
		return " It is neither a built-in function of OPA nor defined in a policy that is imported."
	}
	switch e.Code {
	case ast.UnsafeVarErr:
		return " Give the variable a value before it is used, or declare it with some."
	case ast.RecursionErr:
		return " A rule cannot depend on itself; write it without the circle."
	}
	if strings.Contains(e.Message, "yaml") {
		return " METADATA is YAML behind the # of a comment, indented by spaces."
	}
	return ""
}

// longestFact is more than any fact's path has.
const longestFact = 100

// nearestFact suggests a fact, of whatever scope.
func nearestFact(path string) string {
	if len(path) > longestFact {
		return ""
	}
	var known []string
	for _, s := range facts.Shapes() {
		for i := range s.Facts {
			for _, f := range s.Facts[i].Describe() {
				known = append(known, strings.TrimPrefix(f.Path, "input."))
			}
		}
	}
	slices.Sort(known)
	if near := suggest.Nearest(path, slices.Compact(known)); near != "" {
		return fmt.Sprintf(" Did you mean input.%s?", near)
	}
	return ""
}

// metadata notes what is wrong with the METADATA of a file, each mistake where its key is.
func (r *reader) metadata(f *policy, err error) {
	for _, leaf := range leaves(err) {
		key := ""
		if keyed, ok := errors.AsType[*metadata.KeyError](leaf); ok {
			key = keyed.Key
		}
		r.problem(
			f.keyLocation(key, leaf.Error()),
			"Invalid METADATA",
			"%s%s The command hybridlint help metadata lists all keys.",
			asSentence("the METADATA is not as it should be: "+leaf.Error()),
			metadata.MeantKey(leaf),
		)
	}
	f.broken = true
}

// leaves takes joined errors apart.
func leaves(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var all []error
	for _, e := range joined.Unwrap() {
		all = append(all, leaves(e)...)
	}
	return all
}

// keyLocation finds a key in the comments of a file: the one whose value the message names, else
// the first, else the beginning of METADATA.
func (f *policy) keyLocation(key, message string) report.Location {
	pattern := regexp.MustCompile(`^#[ \t]*(?:-[ \t]+)?["']?` + regexp.QuoteMeta(key) + `["']?[ \t]*:[ \t]*(.*)$`)
	first, named := 0, 0
	for i := range f.lines {
		line, _ := f.line(i + 1)
		if !strings.HasPrefix(line, "#") {
			if strings.HasPrefix(line, "package ") {
				break
			}
			continue
		}
		if strings.HasPrefix(line, "# METADATA") && first == 0 {
			first = -(i + 1)
		}
		match := pattern.FindStringSubmatch(line)
		if match == nil || key == "" {
			continue
		}
		if first <= 0 {
			first = i + 1
		}
		if value := strings.Trim(match[1], `"' []`); named == 0 && value != "" && strings.Contains(message, value) {
			named = i + 1
		}
	}
	switch {
	case named > 0:
		return f.wholeLine(named)
	case first != 0:
		return f.wholeLine(max(first, -first))
	default:
		return wholeFile(f.name)
	}
}

// unsound notes what a rule reads and must not, or what it reads that is not there.
func (r *reader) unsound(f *policy, err error) {
	f.broken = true
	var reads *engine.UnsoundError
	if !errors.As(err, &reads) {
		r.problem(wholeFile(f.name), "Invalid policy", "%s", asSentence(err.Error()))
		return
	}
	told := map[report.Problem]bool{}
	for _, read := range reads.Reads {
		in := f
		if other := r.fileOf(read.Place); other != nil {
			in = other
		}
		place := in.location(read.Place)
		if in == f && r.fileOf(read.Place) == nil {
			place = wholeFile(f.name)
		}
		p := report.Problem{Summary: read.What, Location: place}
		switch other := r.brokenIn(read.What); {
		case told[p]:
		case other != nil:
			r.problem(
				place,
				"Policy that needs another",
				"%s cannot be used, because it needs %s, in which something is wrong.",
				f.name,
				other.name,
			)
		default:
			r.problem(
				place,
				"Unsound policy",
				"%s %s. %s",
				strings.TrimPrefix(reads.Ref.String(), "data."),
				read.What,
				unsoundAdvice(read.What),
			)
		}
		told[p] = true
	}
}

// unsoundAdvice says how to write it instead.
func unsoundAdvice(what string) string {
	const once = "A rule is evaluated once for all subjects that agree on what it reads"
	switch {
	case strings.HasSuffix(what, "scalars only"):
		return once + ", so it names every fact where it reads it: input.entry.permission, and not input.entry, a variable in its place, walk or a function that takes the object."
	case what == "uses with":
		return once + ", so it cannot replace what it reads. Keep with for tests."
	case strings.HasPrefix(what, "reads rules of the program"):
		return "Rules of your own may build on data.hybridlint.inference and on each other, not on rules that may change with every version."
	case strings.HasSuffix(what, "not defined"):
		return "There is no data but what policies define; write tables into a policy."
	default:
		return "The command hybridlint facts lists what a rule of each scope can read; an inference can be read in the scopes that it is made for."
	}
}

// asSentence begins with a capital letter and ends with a full stop.
func asSentence(text string) string {
	text = strings.TrimSpace(text)
	first, size := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(first)) + text[size:]
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}

// PlaceOfFailure is where in the user's own policies an evaluation failed.
func (o *Rules) PlaceOfFailure(err error) report.Location {
	var failed *topdown.Error
	if o == nil || !errors.As(err, &failed) || failed.Location == nil {
		return report.Location{}
	}
	for _, f := range o.files {
		if f.name == failed.Location.File {
			return f.location(failed.Location)
		}
	}
	return report.Location{}
}
