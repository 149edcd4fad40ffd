package rows

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
)

// JSON reads what ConvertTo-Json writes: an array, one object where there was one result, or the answer of the REST
// interface, an object with the rows under "value".
func JSON(r *bufio.Reader, to Sink) error {
	m := newMeter(r)
	m.counted = true
	j := &jsonReader{meter: m, decoder: json.NewDecoder(m), Sink: to}
	j.decoder.UseNumber()
	for {
		token, err := j.decoder.Token()
		if errors.Is(err, io.EOF) {
			if !j.given {
				return ErrEmpty
			}
			return nil
		}
		if err == nil {
			switch token {
			case json.Delim('['):
				err = j.rows()
			case json.Delim('{'):
				err = j.object()
			}
		}
		if err != nil {
			return &LineError{m.lineAt(j.decoder.InputOffset()), err}
		}
	}
}

type jsonReader struct {
	meter   *meter
	decoder *json.Decoder
	Sink
	// given says that there was a row.
	given bool
	// last is the shape of the object before, which is mostly that of the next one too.
	last *Table
	// wide counts the bytes of the line so far that begin no code point; the line begins at lineStart.
	wide, lineStart int64
}

// shaped is the shape of an object with these properties.
func shaped(last *Table, columns []string) *Table {
	if last == nil || !slices.Equal(last.Columns, columns) {
		return NewTable(slices.Clone(columns))
	}
	return last
}

// give hands a row on.
func (j *jsonReader) give(at Span, o jsonValue) {
	j.last = shaped(j.last, o.columns)
	j.given = true
	j.Row(&Row{Span: at, Table: j.last, Values: o.values})
}

// spanOf is that of a text that begins at an offset and has just been read.
func (j *jsonReader) spanOf(start int64, text []byte) Span {
	line := j.meter.lineAt(start)
	if j.lineStart != j.meter.lineStart {
		j.lineStart, j.wide = j.meter.lineStart, 0
	}
	at := Span{Line: line, Column: int(start-j.lineStart-j.wide) + 1, Lines: bytes.Count(text, []byte("\n"))}
	if end := bytes.LastIndexByte(text, '\n'); end >= 0 {
		j.lineStart, j.wide, text = start+int64(end)+1, 0, text[end+1:]
		at.EndColumn = 1
	} else {
		at.EndColumn = at.Column
	}
	points := codePoints(text)
	at.EndColumn += points
	j.wide += int64(len(text) - points)
	return at
}

// upTo is a span from where something began to where the reader is.
func (j *jsonReader) upTo(start Span) Span {
	end := j.spanOf(j.decoder.InputOffset(), nil)
	start.Lines, start.EndColumn = end.Line-start.Line, end.Column
	return start
}

// rows reads the elements of an array as rows.
func (j *jsonReader) rows() error {
	for j.decoder.More() {
		j.meter.rowDone()
		value, at, err := j.value()
		if err != nil {
			return err
		}
		if !value.object {
			return errors.New("an element of the array is no object; a cmdlet's result is a list of objects")
		}
		j.give(at, value)
	}
	_, err := j.decoder.Token()
	return err
}

// object reads an object: the rows under its "value", or itself as a row.
func (j *jsonReader) object() error {
	start := j.spanOf(j.decoder.InputOffset()-1, []byte("{"))
	var row jsonValue
	given := false
	for j.decoder.More() {
		j.meter.rowDone()
		key, err := j.decoder.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		value, isRows, err := j.valueOrRows(name)
		if err != nil {
			return err
		}
		if isRows {
			given = true
			continue
		}
		if strings.EqualFold(name, "@odata.nextLink") && value.String() != "" {
			j.Cut(start, name, "this is one page of the answer, and there is a next one; export all pages, or with a cmdlet and -ResultSize Unlimited")
		}
		row.columns, row.values = append(row.columns, name), append(row.values, value.asValue())
	}
	if _, err := j.decoder.Token(); err != nil {
		return err
	}
	if !given {
		j.give(j.upTo(start), row)
	}
	return nil
}

// valueOrRows reads a value, or the rows under "value".
func (j *jsonReader) valueOrRows(name string) (value jsonValue, isRows bool, err error) {
	if !strings.EqualFold(name, "value") {
		value, _, err = j.value()
		return value, false, err
	}
	token, err := j.decoder.Token()
	if err != nil {
		return jsonValue{}, false, err
	}
	if token == json.Delim('[') {
		return jsonValue{}, true, j.rows()
	}
	value, err = completed(j.decoder, token, deepestNesting)
	return value, false, err
}

// jsonValue is a value; of an object the properties in their order.
type jsonValue struct {
	Value
	object  bool
	columns []string
	values  []Value
}

// asValue is the value as a part of another one.
func (v jsonValue) asValue() Value {
	if v.object {
		v.Fields = make(map[string]Value, len(v.columns))
		for i, c := range v.columns {
			v.Fields[Plain(c)] = v.values[i]
		}
	}
	return v.Value
}

// value reads one value, and tells where it begins.
func (j *jsonReader) value() (jsonValue, Span, error) {
	var raw json.RawMessage
	if err := j.decoder.Decode(&raw); err != nil {
		return jsonValue{}, Span{}, err
	}
	at := j.spanOf(j.decoder.InputOffset()-int64(len(raw)), raw)
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	value, err := readValue(d, deepestNesting)
	return value, at, err
}

// readValue reads a value in the order of the text, so that the columns are known as they stand.
func readValue(d *json.Decoder, levels int) (jsonValue, error) {
	if levels == 0 {
		return jsonValue{}, errTooDeep
	}
	token, err := d.Token()
	if err != nil {
		return jsonValue{}, err
	}
	return completed(d, token, levels)
}

// completed reads the rest of a value that begins with a token.
func completed(d *json.Decoder, token json.Token, levels int) (jsonValue, error) {
	switch t := token.(type) {
	case string:
		return jsonValue{Value: Value{Text: t}}, nil
	case json.Number:
		return jsonValue{Value: Value{Text: t.String()}}, nil
	case bool:
		return jsonValue{Value: Value{Text: map[bool]string{true: "True", false: "False"}[t]}}, nil
	case json.Delim:
		if t == '[' {
			return readList(d, levels)
		}
		return readObject(d, levels)
	default:
		return jsonValue{}, nil
	}
}

func readList(d *json.Decoder, levels int) (jsonValue, error) {
	list := []Value{}
	for d.More() {
		v, err := readValue(d, levels-1)
		if err != nil {
			return jsonValue{}, err
		}
		list = append(list, v.asValue())
	}
	_, err := d.Token()
	return jsonValue{Value: Value{List: list}}, err
}

// readObject reads an object; {"@odata.type": …, "value": […]} and {"value": […], "Count": n} are lists.
func readObject(d *json.Decoder, levels int) (jsonValue, error) {
	v := jsonValue{object: true}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return jsonValue{}, err
		}
		name, _ := key.(string)
		field, err := readValue(d, levels-1)
		if err != nil {
			return jsonValue{}, err
		}
		v.columns, v.values = append(v.columns, name), append(v.values, field.asValue())
	}
	_, err := d.Token()
	if i := slices.IndexFunc(v.columns, func(c string) bool { return Plain(c) == "value" }); i >= 0 && len(v.columns) <= 2 && v.values[i].List != nil {
		return jsonValue{Value: Value{List: v.values[i].List}}, err
	}
	return v, err
}
