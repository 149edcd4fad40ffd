package expressions

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"

	"hybridlint/loader/limits"
)

// pureFunction is a function of the language, with what a call costs beyond reading its arguments, in bytes that are copied or
// looked at; nil where that is all.
type pureFunction struct {
	function.Function
	cost func(arguments []cty.Value) int
}

// bytesPerStep is how many of them take about the time of one step.
const bytesPerStep = 16

// PureFunctions are the functions of expressions: text, collections, numbers, encoding. None of them sees the
// environment, the file system, the clock or the network. The costs are upper bounds of what a call builds.
var PureFunctions = map[string]pureFunction{
	"chomp":        {stdlib.ChompFunc, nil},
	"format":       {stdlib.FormatFunc, formatCost},
	"formatlist":   {stdlib.FormatListFunc, formatCost},
	"indent":       {stdlib.IndentFunc, indentCost},
	"join":         {stdlib.JoinFunc, joinCost},
	"lower":        {stdlib.LowerFunc, nil},
	"regex":        {stdlib.RegexFunc, regexCost},
	"regexall":     {stdlib.RegexAllFunc, regexCost},
	"regexreplace": {stdlib.RegexReplaceFunc, regexReplaceCost},
	"replace":      {stdlib.ReplaceFunc, replaceCost},
	"split":        {stdlib.SplitFunc, splitCost},
	"strlen":       {stdlib.StrlenFunc, nil},
	"strrev":       {stdlib.ReverseFunc, nil},
	"substr":       {stdlib.SubstrFunc, nil},
	"title":        {stdlib.TitleFunc, nil},
	"trim":         {stdlib.TrimFunc, trimCost},
	"trimprefix":   {stdlib.TrimPrefixFunc, nil},
	"trimspace":    {stdlib.TrimSpaceFunc, nil},
	"trimsuffix":   {stdlib.TrimSuffixFunc, nil},
	"upper":        {stdlib.UpperFunc, nil},

	"chunklist":              {stdlib.ChunklistFunc, nil},
	"coalesce":               {stdlib.CoalesceFunc, nil},
	"coalescelist":           {stdlib.CoalesceListFunc, nil},
	"compact":                {stdlib.CompactFunc, nil},
	"concat":                 {stdlib.ConcatFunc, nil},
	"contains":               {stdlib.ContainsFunc, nil},
	"distinct":               {stdlib.DistinctFunc, distinctCost},
	"element":                {stdlib.ElementFunc, nil},
	"flatten":                {stdlib.FlattenFunc, nil},
	"index":                  {stdlib.IndexFunc, nil},
	"keys":                   {stdlib.KeysFunc, nil},
	"length":                 {stdlib.LengthFunc, nil},
	"lookup":                 {stdlib.LookupFunc, nil},
	"merge":                  {stdlib.MergeFunc, nil},
	"range":                  {stdlib.RangeFunc, nil}, // gives 1,024 elements at most
	"reverse":                {stdlib.ReverseListFunc, nil},
	"setintersection":        {stdlib.SetIntersectionFunc, nil},
	"setproduct":             {stdlib.SetProductFunc, productCost},
	"setsubtract":            {stdlib.SetSubtractFunc, nil},
	"setsymmetricdifference": {stdlib.SetSymmetricDifferenceFunc, nil},
	"setunion":               {stdlib.SetUnionFunc, nil},
	"slice":                  {stdlib.SliceFunc, nil},
	"sort":                   {stdlib.SortFunc, nil},
	"tolist":                 {stdlib.MakeToFunc(cty.List(cty.DynamicPseudoType)), nil},
	"tomap":                  {stdlib.MakeToFunc(cty.Map(cty.DynamicPseudoType)), nil},
	"toset":                  {stdlib.MakeToFunc(cty.Set(cty.DynamicPseudoType)), nil},
	"values":                 {stdlib.ValuesFunc, nil},
	"zipmap":                 {stdlib.ZipmapFunc, nil},

	"abs":      {stdlib.AbsoluteFunc, nil},
	"ceil":     {stdlib.CeilFunc, nil},
	"floor":    {stdlib.FloorFunc, nil},
	"int":      {stdlib.IntFunc, nil},
	"log":      {stdlib.LogFunc, nil},
	"max":      {stdlib.MaxFunc, nil},
	"min":      {stdlib.MinFunc, nil},
	"parseint": {stdlib.ParseIntFunc, parseIntCost},
	"pow":      {stdlib.PowFunc, nil},
	"signum":   {stdlib.SignumFunc, nil},
	"tobool":   {stdlib.MakeToFunc(cty.Bool), nil},
	"tonumber": {stdlib.MakeToFunc(cty.Number), parseIntCost},
	"tostring": {stdlib.MakeToFunc(cty.String), nil},

	"csvdecode":  {stdlib.CSVDecodeFunc, decodeCost},
	"jsondecode": {stdlib.JSONDecodeFunc, decodeCost},
	"jsonencode": {stdlib.JSONEncodeFunc, nil},
}

// FunctionNames are those of PureFunctions, in order.
func FunctionNames() []string {
	names := make([]string, 0, len(PureFunctions))
	for name := range PureFunctions {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

var errTooLarge = errors.New("the result would be too large")

// FunctionsWithin are the functions with their costs paid from a budget.
func FunctionsWithin(b *Budget) map[string]function.Function {
	functions := make(map[string]function.Function, len(PureFunctions))
	for name, f := range PureFunctions {
		if f.cost == nil {
			functions[name] = f.Function
		} else {
			functions[name] = within(f, b)
		}
	}
	return functions
}

func within(f pureFunction, b *Budget) function.Function {
	return function.New(&function.Spec{
		Params:   f.Params(),
		VarParam: f.VarParam(),
		// The type is asked for before the result is built, and some functions build the result to tell its type.
		Type: func(arguments []cty.Value) (cty.Type, error) {
			if !b.spend(f.cost(arguments) / bytesPerStep) {
				return cty.NilType, errTooLarge
			}
			return f.ReturnTypeForValues(arguments)
		},
		Impl: func(arguments []cty.Value, _ cty.Type) (cty.Value, error) { return f.Call(arguments) },
	})
}

// refuse is a cost that no limit covers.
const refuse = 1 << 40

// textOf is an argument as text; "" where it is none.
func textOf(arguments []cty.Value, i int) string {
	if i >= len(arguments) || arguments[i].Type() != cty.String || !arguments[i].IsKnown() || arguments[i].IsNull() {
		return ""
	}
	return arguments[i].AsString()
}

func lengthOf(v cty.Value) int {
	if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return 0
	}
	return v.LengthInt()
}

// times multiplies sizes; what no budget covers is refuse.
func times(sizes ...int) int {
	product := 1
	for _, s := range sizes {
		if s > 0 && product > refuse/s {
			return refuse
		}
		product *= s
	}
	return product
}

// sizeOf is about how many bytes a value holds, up to refuse.
func sizeOf(v cty.Value) int {
	b := &Budget{Limits: &limits.Limits{Elements: refuse, TextBytes: refuse}, Steps: refuse}
	if !b.pay(v) {
		return refuse
	}
	return times(textPerStep, refuse-b.Steps)
}

var wideVerb = regexp.MustCompile(`%[^%a-zA-Z]*[0-9]{4,}`)

// formatCost: every verb may write every argument, and formatlist writes texts that are no lists once per element.
func formatCost(arguments []cty.Value) int {
	pattern := textOf(arguments, 0)
	if len(arguments) == 0 || wideVerb.MatchString(pattern) {
		return refuse
	}
	once, repeated, rows := 0, len(pattern), 1
	for _, a := range arguments[1:] {
		if n := lengthOf(a); n > 0 {
			rows = max(rows, n)
			once += sizeOf(a)
		} else {
			repeated += sizeOf(a)
		}
	}
	verbs := 1 + strings.Count(pattern, "%")
	return times(verbs, once) + times(verbs, repeated, rows)
}

func indentCost(arguments []cty.Value) int {
	if len(arguments) < 2 || arguments[0].Type() != cty.Number || !arguments[0].IsKnown() || arguments[0].IsNull() {
		return refuse
	}
	spaces, _ := arguments[0].AsBigFloat().Int64()
	if spaces < 0 || spaces > refuse {
		return refuse
	}
	return times(int(spaces), 1+strings.Count(textOf(arguments, 1), "\n"))
}

func joinCost(arguments []cty.Value) int {
	cost := 0
	for i := range arguments {
		if i > 0 {
			cost += times(len(textOf(arguments, 0)), lengthOf(arguments[i]))
		}
	}
	return cost
}

// regexCost: a pattern is compiled for every call, and one with counted repetitions becomes a much longer program.
func regexCost(arguments []cty.Value) int {
	pattern := textOf(arguments, 0)
	return times(bytesPerStep, 1+len(pattern), repetitions(pattern)) +
		times(1+len(textOf(arguments, 1)), 1+len(pattern)/16, 1+100*strings.Count(pattern, "{"))
}

var repetition = regexp.MustCompile(`\{(?:[0-9]+,)?([0-9]+)`)

// repetitions is how often a part of a pattern may be repeated in its program: as often as all counts multiplied say, but regexp
// refuses more than a thousand.
func repetitions(pattern string) int {
	const most = 1000
	product := 1
	for _, count := range repetition.FindAllStringSubmatch(pattern, -1) {
		n, err := strconv.Atoi(count[1])
		if err != nil || n > most {
			return most
		}
		if product *= max(1, n); product >= most {
			return most
		}
	}
	return product
}

func regexReplaceCost(arguments []cty.Value) int {
	return times(1+len(textOf(arguments, 0)), 2+len(textOf(arguments, 2))) +
		regexCost([]cty.Value{cty.StringVal(textOf(arguments, 1)), cty.StringVal(textOf(arguments, 0))})
}

func replaceCost(arguments []cty.Value) int {
	in, old := textOf(arguments, 0), textOf(arguments, 1)
	return times(1+len(in)/max(1, len(old)), len(textOf(arguments, 2)))
}

func splitCost(arguments []cty.Value) int { return times(8, len(textOf(arguments, 1))) }

func trimCost(arguments []cty.Value) int {
	return times(len(textOf(arguments, 0)), len(textOf(arguments, 1)))
}

// distinctCost: every element is compared with every other.
func distinctCost(arguments []cty.Value) int {
	if len(arguments) == 0 {
		return refuse
	}
	return times(lengthOf(arguments[0]), sizeOf(arguments[0]))
}

func productCost(arguments []cty.Value) int {
	cost := times(bytesPerStep, len(arguments))
	for _, a := range arguments {
		cost = times(cost, lengthOf(a))
	}
	return cost
}

func parseIntCost(arguments []cty.Value) int {
	digits := textOf(arguments, 0)
	if len(digits) > largestExponent {
		return refuse
	}
	return len(digits)
}

// decodeCost: the decoders recurse as deep as the text is nested, and nothing stops them before the stack is full.
func decodeCost(arguments []cty.Value) int {
	encoded := textOf(arguments, 0)
	if jsonDepth(encoded) > deepestValue {
		return refuse
	}
	return times(8, len(encoded))
}

func jsonDepth(encoded string) int {
	depth, deepest, quoted := 0, 0, false
	for i := 0; i < len(encoded); i++ {
		switch c := encoded[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && (c == '[' || c == '{'):
			depth++
			deepest = max(deepest, depth)
		case !quoted && (c == ']' || c == '}'):
			depth--
		}
	}
	return deepest
}
