package rows

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// XML reads what Export-Clixml writes, and the configuration of Entra Connect.
func XML(r *bufio.Reader, take func(*Row)) error {
	m := newMeter(r)
	x := &xmlReader{meter: m, decoder: xml.NewDecoder(m), take: take, types: map[string]string{}}
	// The text is UTF-8 already, whatever its declaration says.
	x.decoder.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	err := x.document()
	if err != nil {
		line, _ := x.decoder.InputPos()
		return &LineError{line, err}
	}
	return nil
}

type xmlReader struct {
	meter   *meter
	decoder *xml.Decoder
	take    func(*Row)
	// types are the names of types by RefId; values those of the objects of the current row.
	types  map[string]string
	values map[string]Value
	// start is where the last element began.
	start Span
	// last is the shape of the object before, which is mostly that of the next one too.
	last *Table
}

// give hands a row on.
func (x *xmlReader) give(at Span, typeName string, columns []string, values []Value) {
	x.last = shaped(x.last, columns)
	x.take(&Row{Span: at, Type: typeName, Table: x.last, Values: values})
}

// note remembers where the next element begins. Export-Clixml writes nothing but blanks before an element.
func (x *xmlReader) note() {
	x.start.Line, x.start.Column = x.decoder.InputPos()
}

// upTo is a span from where an element began to where it has just ended.
func (x *xmlReader) upTo(start Span) Span {
	line, column := x.decoder.InputPos()
	if start.Lines = line - start.Line; start.Lines > 0 { // bytes before it are blanks, which are code points
		start.EndColumn = column
	}
	return start
}

// maxTypes is how many types a file may name; cmdlets name a few dozen.
const maxTypes = 1 << 16

var errTooManyTypes = fmt.Errorf("the file names more than %d types", maxTypes)

func (x *xmlReader) document() error {
	for {
		x.note()
		token, err := x.decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "Objs":
			err = x.objects()
		case "saved-mv-configuration":
			err = x.globalSettings(deepestNesting)
		case "synchronizationRule":
			err = x.synchronizationRule()
		default:
			return fmt.Errorf("<%s> is neither what Export-Clixml writes (<Objs>) nor the configuration of Entra Connect", start.Name.Local)
		}
		if err != nil {
			return err
		}
	}
}

// children calls the function for every element inside the current one; it must read that element to its end.
func (x *xmlReader) children(each func(xml.StartElement) error) error {
	for {
		x.note()
		token, err := x.decoder.Token()
		if err != nil {
			return unexpectedEnd(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := each(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

func unexpectedEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// text is the text of the current element to its end.
func (x *xmlReader) text() (string, error) {
	var b strings.Builder
	for {
		token, err := x.decoder.Token()
		if err != nil {
			return "", unexpectedEnd(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			if err := x.decoder.Skip(); err != nil {
				return "", unexpectedEnd(err)
			}
		case xml.EndElement:
			return b.String(), nil
		}
	}
}

// objects reads the objects of a file as rows.
func (x *xmlReader) objects() error {
	return x.children(func(start xml.StartElement) error {
		x.meter.rowDone()
		at := x.start
		x.values = map[string]Value{}
		if start.Name.Local != "Obj" {
			return fmt.Errorf("<%s> is no object; Export-Clixml was given single values and not the result of a cmdlet", start.Name.Local)
		}
		o, err := x.object(start, deepestNesting)
		if err != nil {
			return err
		}
		if o.value.Fields == nil && o.value.List != nil {
			return x.listed(o.value.List, x.upTo(at))
		}
		x.giveFields(x.upTo(at), o.typeName, o.columns, o.value.Fields)
		return nil
	})
}

// giveFields hands on an object as a row.
func (x *xmlReader) giveFields(at Span, typeName string, columns []string, fields map[string]Value) {
	values := make([]Value, len(columns))
	for i, c := range columns {
		values[i] = fields[Plain(c)]
	}
	x.give(at, typeName, columns, values)
}

// listed takes the elements of a list that was exported as one object.
func (x *xmlReader) listed(list []Value, at Span) error {
	for _, v := range list {
		if v.Fields == nil {
			return errors.New("an element of the list is no object; a cmdlet's result is a list of objects")
		}
		x.giveFields(at, "", slices.Sorted(maps.Keys(v.Fields)), v.Fields)
	}
	return nil
}

// clixmlObject is an object of PowerShell.
type clixmlObject struct {
	value    Value
	typeName string
	columns  []string
}

func xmlAttribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// object reads an <Obj>: how it shows, its properties, the notes that PowerShell added, or its elements.
func (x *xmlReader) object(start xml.StartElement, levels int) (clixmlObject, error) {
	var o clixmlObject
	if levels == 0 {
		return o, errTooDeep
	}
	err := x.children(func(part xml.StartElement) (err error) {
		switch part.Name.Local {
		case "TN":
			o.typeName, err = x.typeNames(part)
		case "TNRef":
			o.typeName = x.types[xmlAttribute(part, "RefId")]
			err = x.decoder.Skip()
		case "ToString":
			o.value.Text, err = x.decodedText()
		case "Props", "MS":
			err = x.properties(&o, levels)
		case "LST", "IE", "QUE", "STK":
			err = x.elements(&o, levels)
		case "DCT":
			err = x.dictionary(&o, levels)
		case "BA":
			err = x.decoder.Skip()
		default:
			// The number of an enumeration. What it means is in ToString.
			var text string
			if text, err = x.decodedText(); o.value.Text == "" {
				o.value.Text = text
			}
		}
		return unexpectedEnd(err)
	})
	if id := xmlAttribute(start, "RefId"); id != "" && err == nil {
		x.values[id] = o.value.shallow()
	}
	return o, err
}

// shallow is a value without what its elements consist of: what several places refer to must not be able to grow.
func (v Value) shallow() Value {
	s := Value{Text: v.String()}
	for _, e := range v.List {
		s.List = append(s.List, Value{Text: e.String()})
	}
	return s
}

// typeNames is the first of the names of a type, which is the most derived one.
func (x *xmlReader) typeNames(start xml.StartElement) (string, error) {
	first := ""
	err := x.children(func(xml.StartElement) error {
		text, err := x.text()
		if first == "" {
			first = text
		}
		return err
	})
	if len(x.types) >= maxTypes {
		return "", errTooManyTypes
	}
	x.types[xmlAttribute(start, "RefId")] = first
	return first, err
}

func (x *xmlReader) properties(o *clixmlObject, levels int) error {
	if o.value.Fields == nil {
		o.value.Fields = map[string]Value{}
	}
	return x.children(func(start xml.StartElement) error {
		name := unescape(xmlAttribute(start, "N"))
		v, err := x.value(start, levels-1)
		if err != nil {
			return err
		}
		if _, taken := o.value.Fields[Plain(name)]; !taken {
			o.columns = append(o.columns, name)
			o.value.Fields[Plain(name)] = v
		}
		return nil
	})
}

func (x *xmlReader) elements(o *clixmlObject, levels int) error {
	if o.value.List == nil {
		o.value.List = []Value{}
	}
	return x.children(func(start xml.StartElement) error {
		v, err := x.value(start, levels-1)
		if start.Name.Local == "Ref" {
			v = Value{Text: v.String()}
		}
		o.value.List = append(o.value.List, v)
		return err
	})
}

// dictionary reads a hashtable as an object.
func (x *xmlReader) dictionary(o *clixmlObject, levels int) error {
	if o.value.Fields == nil {
		o.value.Fields = map[string]Value{}
	}
	return x.children(func(xml.StartElement) error {
		entry := map[string]Value{}
		err := x.children(func(start xml.StartElement) error {
			v, err := x.value(start, levels-1)
			entry[xmlAttribute(start, "N")] = v
			return err
		})
		key := entry["Key"].String()
		o.columns = append(o.columns, key)
		o.value.Fields[Plain(key)] = entry["Value"]
		return err
	})
}

// value reads any element that is a value.
func (x *xmlReader) value(start xml.StartElement, levels int) (Value, error) {
	switch start.Name.Local {
	case "Obj":
		o, err := x.object(start, levels)
		return o.value, err
	case "Ref":
		return x.values[xmlAttribute(start, "RefId")], unexpectedEnd(x.decoder.Skip())
	case "Nil", "BA":
		return Value{}, unexpectedEnd(x.decoder.Skip())
	case "B":
		text, err := x.text()
		if text = strings.TrimSpace(text); strings.EqualFold(text, "true") {
			text = "True"
		}
		return Value{Text: text}, err
	default:
		text, err := x.decodedText()
		return Value{Text: text}, err
	}
}

func (x *xmlReader) decodedText() (string, error) {
	text, err := x.text()
	return unescape(text), err
}

var escapes = regexp.MustCompile(`(?:_x[0-9A-Fa-f]{4}_)+`)

// unescape reads "_x000A_", which is how CLIXML writes what XML cannot hold.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escapes.ReplaceAllStringFunc(text, func(run string) string {
		var units []uint16
		for ; len(run) >= 7; run = run[7:] {
			unit, _ := strconv.ParseUint(run[2:6], 16, 16)
			units = append(units, uint16(unit))
		}
		return string(utf16.Decode(units))
	})
}
