package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/sourcegraph/conc/pool"
)

// parser is hcl's parser alone: the least that a program takes that reads HCL with it.
func (c *comparison) parser(f folder) contestant {
	return contestant{name: "parse", run: func() (usage, error) {
		return measure(exec.CommandContext(c.ctx, c.self, "parse", strconv.Itoa(c.jobs), f.path), 0)
	}}
}

// parse is the child that reads all files of a folder, each as a whole, and keeps nothing.
func parse(arguments []string) error {
	if len(arguments) != 2 {
		return fmt.Errorf("parse takes a number of workers and a folder")
	}
	jobs, err := strconv.Atoi(arguments[0])
	if err != nil {
		return err
	}
	workers := pool.New().WithErrors().WithFirstError().WithMaxGoroutines(jobs)
	err = filepath.WalkDir(arguments[1], func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			workers.Go(func() error { return parseFile(path) })
		}
		return err
	})
	if failed := workers.Wait(); err == nil {
		err = failed
	}
	return err
}

func parseFile(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	_, diagnostics := hclsyntax.ParseConfig(text, path, hcl.InitialPos)
	if diagnostics.HasErrors() {
		return diagnostics
	}
	return nil
}
