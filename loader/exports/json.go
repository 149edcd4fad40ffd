package exports

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// readJSON reads what ConvertTo-Json writes: an array, one object where there was one result, or the answer of the REST
// interface, an object with the rows under "value".
func readJSON(r *bufio.Reader, take func(*Row)) error {
	m := newMeter(r)
	j := &jsonReader{meter: m, decoder: json.NewDecoder(m), take: take}
	j.decoder.UseNumber()
	for {
		token, err := j.decoder.Token()
		if errors.Is(err, io.EOF) {
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
			return &lineError{m.lineAt(j.decoder.InputOffset()), err}
		}
	}
}

type jsonReader struct {
	meter   *meter
	decoder *json.Decoder
	take    func(*Row)
}

// rows reads the elements of an array as rows.
func (j *jsonReader) rows() error {
	for j.decoder.More() {
		j.meter.rowDone()
		value, line, err := j.value()
		if err != nil {
			return err
		}
		if value.Fields == nil {
			return errors.New("an element of the array is no object; a cmdlet's result is a list of objects")
		}
		j.take(&Row{Line: line, Columns: value.columns, Values: value.Fields})
	}
	_, err := j.decoder.Token()
	return err
}

// object reads an object: the rows under its "value", or itself as a row.
func (j *jsonReader) object() error {
	row := &Row{Line: j.meter.lineAt(j.decoder.InputOffset()), Values: map[string]Value{}}
	given := false
	for j.decoder.More() {
		j.meter.rowDone()
		key, err := j.decoder.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		value, line, err := j.valueOrRows(name)
		if err != nil {
			return err
		}
		if line < 0 {
			given = true
			continue
		}
		row.Columns = append(row.Columns, name)
		row.Values[plain(name)] = value.Value
	}
	if _, err := j.decoder.Token(); err != nil {
		return err
	}
	if !given {
		j.take(row)
	}
	return nil
}

// valueOrRows reads a value, or the rows under "value"; then the line is -1.
func (j *jsonReader) valueOrRows(name string) (jsonValue, int, error) {
	if !strings.EqualFold(name, "value") {
		return j.value()
	}
	token, err := j.decoder.Token()
	if err != nil {
		return jsonValue{}, 0, err
	}
	if token == json.Delim('[') {
		return jsonValue{}, -1, j.rows()
	}
	value, err := completed(j.decoder, token, deepestNesting)
	return value, 0, err
}

// jsonValue is a value with the names of its properties as written.
type jsonValue struct {
	Value
	columns []string
}

// value reads one value and the line on which it begins.
func (j *jsonReader) value() (jsonValue, int, error) {
	var raw json.RawMessage
	if err := j.decoder.Decode(&raw); err != nil {
		return jsonValue{}, 0, err
	}
	line := j.meter.lineAt(j.decoder.InputOffset()) - bytes.Count(raw, []byte("\n"))
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	value, err := readValue(d, deepestNesting)
	return value, line, err
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
		list = append(list, v.Value)
	}
	_, err := d.Token()
	return jsonValue{Value: Value{List: list}}, err
}

// readObject reads an object; {"@odata.type": …, "value": […]} and {"value": […], "Count": n} are lists.
func readObject(d *json.Decoder, levels int) (jsonValue, error) {
	v := jsonValue{Value: Value{Fields: map[string]Value{}}}
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
		v.columns = append(v.columns, name)
		v.Fields[plain(name)] = field.Value
	}
	_, err := d.Token()
	if list := v.Fields["value"].List; list != nil && len(v.columns) <= 2 {
		return jsonValue{Value: Value{List: list}}, err
	}
	return v, err
}
