package organization

import "strings"

// text is HCL in the making. It is written to by appending, because organizations of millions of grants are made of it.
type text struct {
	b      []byte
	indent int
}

func (t *text) margin() {
	for range t.indent {
		t.b = append(t.b, "  "...)
	}
}

// open begins a block; without labels where label is empty.
func (t *text) open(name, label string) {
	if t.indent == 0 && len(t.b) > 0 {
		t.b = append(t.b, '\n')
	}
	t.margin()
	t.b = append(t.b, name...)
	if label != "" {
		t.b = append(t.b, ' ')
		t.b = appendQuoted(t.b, label)
	}
	t.b = append(t.b, " {\n"...)
	t.indent++
}

func (t *text) close() {
	t.indent--
	t.margin()
	t.b = append(t.b, "}\n"...)
}

func (t *text) name(name string) {
	t.margin()
	t.b = append(t.b, name...)
	t.b = append(t.b, " = "...)
}

// bare writes a value that needs no quotes: a number, a truth value, an expression.
func (t *text) bare(name, value string) {
	t.name(name)
	t.b = append(t.b, value...)
	t.b = append(t.b, '\n')
}

func (t *text) truth(name string, value bool) {
	if value {
		t.bare(name, "true")
		return
	}
	t.bare(name, "false")
}

func (t *text) word(name, value string) {
	t.name(name)
	t.b = appendQuoted(t.b, value)
	t.b = append(t.b, '\n')
}

func (t *text) list(name string, values ...string) {
	t.name(name)
	t.b = append(t.b, '[')
	for i, value := range values {
		if i > 0 {
			t.b = append(t.b, ", "...)
		}
		t.b = appendQuoted(t.b, value)
	}
	t.b = append(t.b, "]\n"...)
}

// lines is a list with a line for each element, as people write long ones.
func (t *text) lines(name string, values []string) {
	t.name(name)
	t.b = append(t.b, "[\n"...)
	t.indent++
	for _, value := range values {
		t.margin()
		t.b = appendQuoted(t.b, value)
		t.b = append(t.b, ",\n"...)
	}
	t.indent--
	t.margin()
	t.b = append(t.b, "]\n"...)
}

// appendQuoted writes a text as a literal of HCL.
func appendQuoted(b []byte, value string) []byte {
	b = append(b, '"')
	if strings.ContainsAny(value, "\"\\\n\t$%") {
		value = escaped.Replace(value)
	}
	b = append(b, value...)
	return append(b, '"')
}

var escaped = strings.NewReplacer(`"`, `\"`, `\`, `\\`, "\n", `\n`, "\t", `\t`, "${", "$${", "%{", "%%{")
