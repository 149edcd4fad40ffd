package lsp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

const (
	// mostMessage is how many bytes a message may have: a document is sent in one.
	mostMessage = 64 << 20
	// mostHeader is how many lines stand before a message, and mostHeaderLine how long each may be.
	mostHeader, mostHeaderLine = 32, 4 << 10
)

// codec reads and writes messages, with a bound on what it reads: that of the library has none.
type codec struct{}

// WriteObject implements jsonrpc2.ObjectCodec.
func (codec) WriteObject(w io.Writer, object any) error {
	body, err := json.Marshal(object)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "Content-Length: %d\r\n\r\n%s", len(body), body)
	return err
}

// ReadObject implements jsonrpc2.ObjectCodec. A message that is no JSON-RPC is passed over; an error
// ends the connection, because nobody knows where the next message begins.
func (codec) ReadObject(r *bufio.Reader, into any) error {
	for {
		length, err := readHeader(r)
		if err != nil {
			return err
		}
		var body bytes.Buffer // grows with what comes, not with what was announced
		if _, err := io.CopyN(&body, r, length); err != nil {
			return err
		}
		if json.Unmarshal(body.Bytes(), into) == nil {
			return nil
		}
	}
}

func readHeader(r *bufio.Reader) (length int64, err error) {
	length = -1
	for range mostHeader {
		line, err := readHeaderLine(r)
		if err != nil {
			return 0, err
		}
		if line == "" && length >= 0 {
			return length, nil
		}
		name, value, _ := strings.Cut(line, ":")
		if strings.EqualFold(name, "Content-Length") {
			length, err = strconv.ParseInt(strings.TrimSpace(value), 10, 64)
			if err != nil || length < 0 || length > mostMessage {
				return 0, fmt.Errorf("a message has 0 to %d bytes, not %.20q", mostMessage, strings.TrimSpace(value))
			}
		}
	}
	return 0, errors.New("a message has no Content-Length")
}

func readHeaderLine(r *bufio.Reader) (string, error) {
	var line []byte
	for len(line) < mostHeaderLine {
		b, err := r.ReadByte()
		switch {
		case err != nil:
			return "", err
		case b == '\n':
			return strings.TrimSuffix(string(line), "\r"), nil
		}
		line = append(line, b)
	}
	return "", errors.New("a line before a message is too long")
}
