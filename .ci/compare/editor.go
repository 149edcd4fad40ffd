package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// compareEditor measures what a keystroke costs in a folder that an editor has open, against one check of the same files: until the
// problems of the file show, and until all findings do.
func (c *comparison) compareEditor() error {
	const mailboxes, mostProblems, mostFindings, mostMemory = 10_000, 0.1, 1.0, 1.5
	for _, s := range c.shapes {
		f, err := c.generate(s, mailboxes)
		if err != nil {
			return err
		}
		e := &editing{comparison: c, folder: f}
		results, err := c.race(c.rounds, contestant{name: "lsp", run: e.run}, c.command(f, "check"))
		if err != nil {
			return err
		}
		var problems, findings []float64
		for i, round := range results {
			problems = append(problems, quotient(e.problems[i].cpu, round[1].cpu))
			findings = append(findings, quotient(e.findings[i].cpu, round[1].cpu))
		}
		c.table.row(fmt.Sprintf("a keystroke in %s mailboxes, %s: problems ÷ check", grouped(mailboxes), s),
			fmt.Sprintf("CPU × %.2f; %s", median(problems), timesOf(e.problems)), f.from(middle, ratio{cpu: median(problems)}.cpuAtMost(mostProblems)))
		c.table.row("  all findings ÷ check", fmt.Sprintf("CPU × %.2f; %s", median(findings), cpuOf(e.findings)),
			f.from(middle, ratio{cpu: median(findings)}.cpuAtMost(mostFindings)))
		memory := float64(typical(results, 0).peak) / float64(typical(results, 1).peak)
		c.table.row("  peak memory", fmt.Sprintf("× %.2f, %s", memory, megabytes(typical(results, 0).peak)), f.from(middle, goal{"≤ 1.5", memory <= mostMemory}))
		if err := f.remove(); err != nil {
			return err
		}
	}
	return nil
}

func timesOf(each []usage) string {
	m := middleOf(each)
	return fmt.Sprintf("CPU %s, wall %s", seconds(m.cpu), seconds(m.wall))
}

func cpuOf(each []usage) string { return "CPU " + seconds(middleOf(each).cpu) }

// editing is sessions of an editor in a folder. What a keystroke took is by session, in the median of its keystrokes.
type editing struct {
	*comparison
	folder             folder
	problems, findings []usage
}

const keystrokes = 6

// run is one session: a file is opened, a name in it is spoiled and mended again, and every time all findings are awaited.
func (e *editing) run() (usage, error) {
	command := exec.CommandContext(e.ctx, e.program, "lsp")
	command.Dir, command.Env, command.Stderr = e.folder.path, plainEnvironment(), os.Stderr
	in, err := command.StdinPipe()
	if err != nil {
		return usage{}, err
	}
	out, err := command.StdoutPipe()
	if err != nil {
		return usage{}, err
	}
	began := time.Now()
	if err := command.Start(); err != nil {
		return usage{}, err
	}
	client := &lspClient{in: in, out: bufio.NewReader(out), pid: command.Process.Pid}
	failed := e.session(client)
	_ = in.Close() // where the session has failed, the server ends with its input
	_, _ = io.Copy(io.Discard, client.out)
	if err := errors.Join(failed, command.Wait()); err != nil {
		return usage{}, err
	}
	state := command.ProcessState
	return usage{cpu: state.UserTime() + state.SystemTime(), wall: time.Since(began), peak: peakOf(state.SysUsage())}, nil
}

// session opens the file in the middle of all that have grants, and types.
func (e *editing) session(client *lspClient) error {
	name, text, err := e.fileToEdit()
	if err != nil {
		return err
	}
	line, character, ok := firstDelegate(text)
	if !ok {
		return fmt.Errorf("no grant in %s", name)
	}
	uri := (&url.URL{Scheme: "file", Path: filepath.ToSlash(name)}).String()
	document := map[string]any{"uri": uri, "languageId": "hybridlint", "version": 1, "text": text}
	client.send("initialize", 1, map[string]any{"rootUri": (&url.URL{Scheme: "file", Path: filepath.ToSlash(e.folder.path)}).String()})
	client.send("initialized", 0, map[string]any{})
	client.send("textDocument/didOpen", 0, map[string]any{"textDocument": document})
	arrived := client.listen(uri)
	client.settle()
	var problems, findings []usage
	for version := 2; version < 2+keystrokes; version++ {
		from, to, typed := position{line, character}, position{line, character}, "x"
		if version%2 == 1 {
			to.Character, typed = character+1, ""
		}
		drain(arrived)
		cpu, wall := client.time(), time.Now()
		client.send("textDocument/didChange", 0, map[string]any{
			"textDocument":   map[string]any{"uri": uri, "version": version},
			"contentChanges": []any{map[string]any{"range": map[string]any{"start": from, "end": to}, "text": typed}},
		})
		if err := awaitProblem(arrived, typed != ""); err != nil {
			return err
		}
		problems = append(problems, usage{cpu: client.time() - cpu, wall: time.Since(wall)})
		client.settle()
		findings = append(findings, usage{cpu: client.time() - cpu})
	}
	e.problems = append(e.problems, middleOf(problems))
	e.findings = append(e.findings, middleOf(findings))
	client.send("shutdown", 2, nil)
	client.send("exit", 0, nil)
	return client.failed
}

func middleOf(each []usage) usage {
	var rounds [][]usage
	for _, u := range each {
		rounds = append(rounds, []usage{u})
	}
	return typical(rounds, 0)
}

// fileToEdit is the file with grants that is in the middle of the names.
func (e *editing) fileToEdit() (name, text string, err error) {
	var names []string
	err = filepath.WalkDir(e.folder.path, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(path, ".hcl") {
			names = append(names, path)
		}
		return err
	})
	if err != nil {
		return "", "", err
	}
	slices.Sort(names)
	for _, n := range names[len(names)/2:] {
		content, err := os.ReadFile(n)
		if err != nil {
			return "", "", err
		}
		if _, _, ok := firstDelegate(string(content)); ok {
			return n, string(content), nil
		}
	}
	return "", "", errors.New("no file has a grant")
}

// firstDelegate is behind the quotation mark that begins the name of the first delegate.
func firstDelegate(text string) (line, character int, ok bool) {
	for l := range strings.Lines(text) {
		key, value, _ := strings.Cut(l, "=")
		if strings.TrimSpace(key) == "delegate" && strings.HasPrefix(strings.TrimSpace(value), `"`) {
			return line, strings.IndexByte(l, '"') + 1, true
		}
		line++
	}
	return 0, 0, false
}
