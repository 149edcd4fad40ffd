package organization

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Configuration is a configuration block by block. Neither the order of the blocks nor the files they are in mean anything.
type Configuration struct {
	// Blocks are top-level blocks, each with the comments that belong to it.
	Blocks []string
}

// String is the configuration as one file.
func (c Configuration) String() string { return strings.Join(c.Blocks, "\n") }

// Shuffled is the same configuration in another order.
func (c Configuration) Shuffled(seed uint64) Configuration {
	blocks := slices.Clone(c.Blocks)
	rand.New(rand.NewPCG(seed, 0)).Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	return Configuration{Blocks: blocks}
}

// Files deals the blocks out to a number of files, as the texts of those.
func (c Configuration) Files(number int) []string {
	texts := make([]string, number)
	for i, block := range c.Blocks {
		texts[i%number] += block + "\n"
	}
	return texts
}

// Random makes a small configuration that nobody would write: every attribute and every word of the language occurs in
// some, values are literals and expressions, a handful of recipients meet in grants of all kinds, and odd combinations are
// the rule. It is valid nevertheless.
func Random(seed uint64) Configuration {
	w := &world{text: &text{}, random: rand.New(rand.NewPCG(seed, 1))}
	w.density = []float64{0.08, 0.3, 0.55}[w.random.IntN(3)]
	w.expressions = []float64{0, 0.05, 0.3}[w.random.IntN(3)]
	w.organizations()
	w.recipients()
	w.entries()
	w.procedures()
	return Configuration{Blocks: w.blocks}
}

// world is a random configuration in the making.
type world struct {
	*text
	random *rand.Rand
	// density is how often an optional attribute is written, expressions how often a value is no plain literal.
	density, expressions float64
	blocks               []string
	forests              []string
	population           []someone
	batches              []string
	// pairs are those of the grants so far: a pair with one permission is likely to have another.
	pairs  [][2]string
	locals int
	// defaultCalendar says that a calendar has an entry for Default; two might contradict each other.
	defaultCalendar bool
}

// someone is a recipient that has been declared.
type someone struct {
	kind, label, home string
	// names are other names it goes by.
	names []string
	// calendarDefault says that it declares calendar_default_permission.
	calendarDefault bool
}

func (w *world) chance(probability float64) bool { return w.random.Float64() < probability }

func (w *world) one(words []string) string { return words[w.random.IntN(len(words))] }

// some are a few of the words, perhaps none.
func (w *world) some(words []string) []string {
	var chosen []string
	for range w.random.IntN(4) {
		chosen = append(chosen, w.one(words))
	}
	return chosen
}

// block writes a top-level block, now and then with a comment that waives a rule on it.
func (w *world) block(name, label string, inside func()) {
	outer := *w.text
	*w.text = text{}
	w.open(name, label)
	inside()
	w.close()
	block := string(w.b)
	*w.text = outer
	if comment := "# hybridlint:ignore " + w.one(ruleNames) + " -- a reason\n"; w.chance(0.04) && name != "exception" && name != "locals" {
		if w.chance(0.5) {
			block = comment + block
		} else {
			block = strings.Replace(block, "{\n", "{ "+comment, 1)
		}
	}
	w.blocks = append(w.blocks, block)
}

// optional writes an attribute now and then; rarely as null, which is the same as absent.
func (w *world) optional(name string, write func(name string)) {
	switch {
	case w.chance(w.density):
		write(name)
	case w.chance(w.expressions / 5):
		w.bare(name, "null")
	}
}

// The makers of attributes.

func (w *world) truthful(name string) {
	w.bare(name, w.expression(w.one([]string{"true", "false"}), []string{"(%s)", "!!%s", "tobool(\"%s\")", "true ? %s : null"}))
}

func (w *world) oneOf(words []string) func(string) {
	return func(name string) { w.bare(name, w.quoted(w.one(words))) }
}

func (w *world) someOf(words []string) func(string) {
	return func(name string) { w.bare(name, w.listed(w.some(words))) }
}

// quoted is an expression for a text.
func (w *world) quoted(word string) string {
	literal := string(appendQuoted(nil, word))
	return w.expression(literal, []string{"(%s)", "\"${%s}\"", "join(\"\", [%s])", "true ? %s : \"\"", "coalesce(null, %s)", "format(\"%%s\", %s)",
		"[%s][0]", "{ a = %s }.a"})
}

// listed is an expression for a list of texts.
func (w *world) listed(words []string) string {
	elements := make([]string, len(words))
	for i, word := range words {
		elements[i] = w.quoted(word)
	}
	if w.chance(w.expressions / 3) {
		elements = append(elements, "null")
	}
	return w.expression("["+strings.Join(elements, ", ")+"]", []string{"(%s)", "[for x in %s : x]", "concat(%s, [])", "flatten([%s])"})
}

// expression wraps a literal, or moves it into a local.
func (w *world) expression(literal string, forms []string) string {
	if !w.chance(w.expressions) {
		return literal
	}
	if w.chance(0.3) && len(w.blocks) > 0 {
		w.locals++
		name := fmt.Sprintf("value_%d", w.locals)
		w.block("locals", "", func() { w.bare(name, literal) })
		return "local." + name
	}
	return fmt.Sprintf(w.one(forms), literal)
}

// reference is one of the names somebody goes by.
func (w *world) reference(s someone) string {
	name := s.label
	if len(s.names) > 0 && w.chance(0.3) {
		name = w.one(s.names)
	}
	if w.chance(0.1) {
		name = strings.ToUpper(name)
	}
	return name
}

func (w *world) anyone() string { return w.reference(w.population[w.random.IntN(len(w.population))]) }

// several are references to a few recipients.
func (w *world) several(least int) []string {
	var names []string
	for len(names) < least || w.chance(0.6) {
		names = append(names, w.anyone())
	}
	return names
}

// side is the cloud or a forest.
func (w *world) side() string {
	if len(w.forests) == 0 || w.chance(0.45) {
		return cloud
	}
	return w.forest()
}

func (w *world) forest() string {
	name := w.one(w.forests)
	if w.chance(0.1) {
		name = strings.ToUpper(name)
	}
	return name
}

func (w *world) sides() []string {
	var sides []string
	for range w.random.IntN(3) {
		sides = append(sides, w.side())
	}
	return sides
}

func (w *world) toSide(name string)  { w.bare(name, w.quoted(w.side())) }
func (w *world) toSides(name string) { w.bare(name, w.listed(w.sides())) }

func (w *world) day(name string) {
	w.bare(name, w.quoted(w.one([]string{"2010-01-31", "2014-11-11", "2015-05-01", "2024-02-29", "2026-06-14", "2026-06-15", "2026-06-16", "2030-12-31"})))
}

func (w *world) textOf(texts ...string) func(string) {
	return func(name string) { w.bare(name, w.quoted(w.one(texts))) }
}
