package exports

import (
	"slices"
)

// rendering is the text of a file in the making, formatted as hclwrite does it.
type rendering struct {
	text []byte
	// line is the one that is being written, from 1.
	line int
	// origins say from which row the lines come, in the order of the lines; nil where nobody asks.
	origins *[]origin
}

// origin says that the lines from one on come from a row.
type origin struct {
	line int32
	row  rowRef
}

func (r *rendering) newline() {
	r.text = append(r.text, '\n')
	r.line++
}

func (r *rendering) begin(row rowRef) {
	if r.origins != nil && row != noRow {
		*r.origins = append(*r.origins, origin{int32(r.line), row})
	}
}

// mark writes the comment that says where a block is from.
func (r *rendering) mark(b *block) {
	r.text = append(r.text, mark...)
	slices.Sort(b.sources)
	for i, name := range slices.Compact(b.sources) {
		if i > 0 {
			r.text = append(r.text, ", "...)
		}
		r.text = append(r.text, name...)
	}
	r.newline()
}

// block writes a block.
func (r *rendering) block(b *block) {
	r.begin(b.row)
	r.text = append(append(r.text, b.header...), " {"...)
	r.newline()
	r.parts(b.parts, b.row, 1)
	r.text = append(r.text, '}')
	r.newline()
}

func (r *rendering) indent(levels int) {
	for range levels {
		r.text = append(r.text, "  "...)
	}
}

func (r *rendering) parts(parts []part, row rowRef, levels int) {
	for i := 0; i < len(parts); {
		if p := &parts[i]; p.kind == blockPart {
			r.inner(p, row, levels, i > 0)
			i++
			continue
		}
		i += r.run(parts[i:], row, levels)
	}
}

func (r *rendering) inner(p *part, row rowRef, levels int, apart bool) {
	if apart {
		r.newline()
	}
	if p.row != noRow {
		row = p.row
	}
	r.begin(row)
	r.indent(levels)
	r.text = append(append(r.text, p.header...), " {"...)
	r.newline()
	r.parts(p.inner, row, levels+1)
	r.indent(levels)
	r.text = append(r.text, '}')
	r.newline()
}

// run writes attributes whose equals signs stand in one column: those up to one of several lines.
func (r *rendering) run(parts []part, row rowRef, levels int) int {
	n, width := 0, 0
	for n < len(parts) && parts[n].kind != blockPart && !r.isLong(&parts[n]) {
		width = max(width, len(parts[n].name.name))
		n++
	}
	if n == 0 {
		r.longList(&parts[0], row, levels)
		return 1
	}
	for i := range parts[:n] {
		p := &parts[i]
		if p.row != noRow {
			r.begin(p.row)
		}
		r.indent(levels)
		r.text = append(r.text, p.name.name...)
		for range width - len(p.name.name) {
			r.text = append(r.text, ' ')
		}
		r.text = append(r.text, " = "...)
		r.text = p.appendValue(r.text)
		r.newline()
		if p.row != noRow {
			r.begin(row)
		}
	}
	return n
}

// isLong tells a list that stands on several lines. Elements with rows of their own do where somebody asks for the rows.
func (r *rendering) isLong(p *part) bool { return p.isLong() || r.origins != nil && p.rows != nil }

// longList writes a list with an element on each line.
func (r *rendering) longList(p *part, row rowRef, levels int) {
	r.indent(levels)
	r.text = append(append(r.text, p.name.name...), " = ["...)
	r.newline()
	for i, v := range p.list {
		if p.rows != nil {
			r.begin(p.rows[i])
		}
		r.indent(levels + 1)
		r.text = append(appendQuoted(r.text, v), ',')
		r.newline()
	}
	if p.rows != nil {
		r.begin(row)
	}
	r.indent(levels)
	r.text = append(r.text, ']')
	r.newline()
}

// appendValue appends a value that stands on one line.
func (p *part) appendValue(b []byte) []byte {
	switch p.kind {
	case textPart:
		return appendQuoted(b, p.text)
	case listPart:
		b = append(b, '[')
		for i, v := range p.list {
			if i > 0 {
				b = append(b, ", "...)
			}
			b = appendQuoted(b, v)
		}
		return append(b, ']')
	default:
		return append(b, p.text...)
	}
}
