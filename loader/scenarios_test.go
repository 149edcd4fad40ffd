package loader_test

import (
	"context"
	"path/filepath"
	"testing"

	"hybridlint/loader"
)

// Every scenario of the catalogue is a valid configuration.
func TestScenariosLoad(t *testing.T) {
	files, err := filepath.Glob("../../shared/scenarios/*.hcl")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("../../shared/scenarios is not there")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			model, problems := loader.Load(context.Background(), loader.Options{Paths: []string{file}, Jobs: 2})
			for _, p := range problems {
				t.Errorf("%s:%d:%d: %s: %s", p.Location.File, p.Location.Start.Line, p.Location.Start.Column, p.Summary, p.Detail)
			}
			if len(model.Recipients) == 0 {
				t.Error("no recipient was loaded")
			}
		})
	}
}
