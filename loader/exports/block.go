package exports

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"hybridlint/loader"
)

// block is one block of the configuration.
type block struct {
	// group is the name of the file without its extension, and letter what a large group is divided by.
	group  string
	letter string
	// key is what makes two blocks the same one in two imports; it orders the blocks of a file.
	key     string
	header  string
	parts   []part
	sources []string
}

// part is an attribute, or a block inside when inner is not nil.
type part struct {
	name  string
	value string // an expression
	inner []part
}

func compareBlocks(a, b *block) int {
	return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(a.key, b.key))
}

func (b *block) text(name, value string) {
	if value != "" {
		b.parts = append(b.parts, part{name: name, value: quoted(value)})
	}
}

func (b *block) word(name, value string) { b.text(name, value) }

func (b *block) boolean(name string, value loader.Bool) {
	if value != loader.Undeclared {
		b.parts = append(b.parts, part{name: name, value: loader.Word(value)})
	}
}

func (b *block) list(name string, values []string) {
	if values != nil {
		b.parts = append(b.parts, part{name: name, value: quotedList(values)})
	}
}

func (b *block) expression(name, value string) {
	b.parts = append(b.parts, part{name: name, value: value})
}

// longestList is how wide a list may be that stands on one line.
const longestList = 100

func quotedList(values []string) string {
	width := 0
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = quoted(v)
		width += len(texts[i]) + 2
	}
	if width <= longestList {
		return "[" + strings.Join(texts, ", ") + "]"
	}
	return "[\n" + strings.Join(texts, ",\n") + ",\n]"
}

// quoted is a text as HCL writes it.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, c := range text {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case (c == '$' || c == '%') && strings.HasPrefix(text[i+1:], "{"):
			b.WriteRune(c)
			b.WriteRune(c)
		case c < ' ' || c == 0x7f || c == utf8.RuneError || isFormat(c):
			b.WriteString(escaped(c))
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// isFormat knows the characters that change how a line looks and not what it says.
func isFormat(c rune) bool {
	return c >= 0x80 && c < 0xA0 || c >= 0x200B && c <= 0x200F || c >= 0x2028 && c <= 0x202E || c >= 0x2060 && c <= 0x206F || c == 0xFEFF
}

func escaped(c rune) string {
	const digits = "0123456789abcdef"
	return `\u` + string([]byte{digits[c>>12&15], digits[c>>8&15], digits[c>>4&15], digits[c&15]})
}

// mark begins the comment above an imported block. What stands below such a comment is the importer's.
const mark = "# imported from "

// render is the block with its mark, formatted as hclwrite does it.
func (b *block) render() string {
	var out strings.Builder
	sources := slices.Clone(b.sources)
	slices.Sort(sources)
	out.WriteString(mark + strings.Join(slices.Compact(sources), ", ") + "\n")
	out.WriteString(b.header + " {\n")
	renderParts(&out, b.parts, "  ")
	out.WriteString("}\n")
	return out.String()
}

func renderParts(out *strings.Builder, parts []part, indent string) {
	for i := 0; i < len(parts); {
		if parts[i].inner != nil {
			if i > 0 {
				out.WriteByte('\n')
			}
			out.WriteString(indent + parts[i].name + " {\n")
			renderParts(out, parts[i].inner, indent+"  ")
			out.WriteString(indent + "}\n")
			i++
			continue
		}
		i += renderRun(out, parts[i:], indent)
	}
}

// renderRun writes attributes whose equals signs stand in one column: those up to one of several lines.
func renderRun(out *strings.Builder, parts []part, indent string) int {
	n, width := 0, 0
	for n < len(parts) && parts[n].inner == nil && !strings.Contains(parts[n].value, "\n") {
		width = max(width, len(parts[n].name))
		n++
	}
	if n == 0 {
		value := strings.ReplaceAll(parts[0].value, "\n", "\n"+indent+"  ")
		value = strings.TrimSuffix(value, "  ]") + "]"
		out.WriteString(indent + parts[0].name + " = " + value + "\n")
		return 1
	}
	for _, p := range parts[:n] {
		out.WriteString(indent + p.name + strings.Repeat(" ", width-len(p.name)) + " = " + p.value + "\n")
	}
	return n
}
