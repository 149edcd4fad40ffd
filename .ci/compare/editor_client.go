package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// lspClient is an editor as far as it is measured: it sends, and looks at the diagnostics of one document.
type lspClient struct {
	in     io.Writer
	out    *bufio.Reader
	pid    int
	failed error
}

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

// send sends a question, or without an id a notification.
func (c *lspClient) send(method string, id int, params any) {
	message := map[string]any{"jsonrpc": "2.0", "method": method}
	if params != nil {
		message["params"] = params
	}
	if id > 0 {
		message["id"] = id
	}
	body, err := json.Marshal(message)
	if err == nil {
		_, err = fmt.Fprintf(c.in, "Content-Length: %d\r\n\r\n%s", len(body), body)
	}
	c.failed = errors.Join(c.failed, err)
}

// mostArrived is how many sets of diagnostics may wait: of one keystroke there are two.
const mostArrived = 1000

// listen tells of every set of diagnostics of a document whether a name in it is unknown.
func (c *lspClient) listen(uri string) <-chan bool {
	arrived := make(chan bool, mostArrived)
	go func() {
		defer close(arrived)
		for {
			body, err := c.receive()
			if err != nil {
				return
			}
			var m struct {
				Method string
				Params struct{ URI string }
			}
			if json.Unmarshal(body, &m) == nil && m.Method == "textDocument/publishDiagnostics" && m.Params.URI == uri {
				arrived <- strings.Contains(string(body), "Unknown recipient")
			}
		}
	}()
	return arrived
}

func (c *lspClient) receive() ([]byte, error) {
	length := 0
	for {
		line, err := c.out.ReadString('\n')
		if err != nil {
			return nil, err
		}
		name, value, header := strings.Cut(strings.TrimSpace(line), ":")
		if !header {
			break
		}
		if strings.EqualFold(name, "Content-Length") {
			if length, err = strconv.Atoi(strings.TrimSpace(value)); err != nil {
				return nil, err
			}
		}
	}
	body := make([]byte, length)
	_, err := io.ReadFull(c.out, body)
	return body, err
}

func drain(arrived <-chan bool) {
	for len(arrived) > 0 {
		<-arrived
	}
}

// awaitProblem waits until a name is unknown, or known again.
func awaitProblem(arrived <-chan bool, unknown bool) error {
	for is := range arrived {
		if is == unknown {
			return nil
		}
	}
	return errors.New("the server has ended")
}

// settle waits until the server has nothing to do.
func (c *lspClient) settle() {
	const still, little = 300 * time.Millisecond, 5 * time.Millisecond
	for last := time.Duration(-1); ; {
		now := c.time()
		if last >= 0 && now-last < little {
			return
		}
		last = now
		time.Sleep(still)
	}
}

// time is what the server has taken of the processors, as Linux counts it for each of its threads.
func (c *lspClient) time() time.Duration {
	counts, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", c.pid)) // the pattern is a good one
	sum := time.Duration(0)
	for _, name := range counts {
		text, err := os.ReadFile(name)
		if err != nil {
			continue // a thread that has ended
		}
		first, _, _ := strings.Cut(string(text), " ")
		n, err := strconv.ParseInt(first, 10, 64)
		c.failed = errors.Join(c.failed, err)
		sum += time.Duration(n)
	}
	return sum
}
