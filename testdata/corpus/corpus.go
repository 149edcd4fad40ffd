// Package corpus finds the texts that hcl's authors begin to fuzz their parser with, so that fuzzing begins there here too.
package corpus

import (
	"errors"
	"fmt"
	"go/build"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// ErrNone says that hcl comes without its tests, as it does where modules are vendored.
var ErrNone = errors.New("hcl comes without its tests")

// Seed begins a fuzzer with them. Where there are none it says so.
func Seed(f testing.TB, add func(text []byte)) {
	f.Helper()
	texts, err := OfHCL()
	if errors.Is(err, ErrNone) {
		f.Log(err)
	} else if err != nil {
		f.Fatal(err)
	}
	for _, text := range texts {
		add(text)
	}
}

// OfHCL are the files of hcl's module that are made for its parsers: those its own fuzzing begins with, those of its
// specification, right and wrong ones. An expression is the value of an attribute.
func OfHCL() ([][]byte, error) {
	folder, err := folderOfHCL()
	if err != nil {
		return nil, err
	}
	var texts [][]byte
	err = filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		before, after, ok := around(file)
		if !ok {
			return nil
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		text, err := seedIn(string(content))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		texts = append(texts, []byte(before+text+after))
		return nil
	})
	if err == nil && len(texts) == 0 {
		err = ErrNone
	}
	return texts, err
}

// folderOfHCL is where the compiler found hcl. With -trimpath it says no more than the module and its version, which the module
// cache has in a folder of that name.
func folderOfHCL() (string, error) {
	file, _ := runtime.FuncForPC(reflect.ValueOf(hclsyntax.ParseConfig).Pointer()).FileLine(reflect.ValueOf(hclsyntax.ParseConfig).Pointer())
	folder := filepath.Dir(filepath.Dir(filepath.FromSlash(file)))
	if filepath.IsAbs(folder) {
		return folder, nil
	}
	cache := os.Getenv("GOMODCACHE")
	if cache == "" {
		cache = filepath.Join(filepath.SplitList(build.Default.GOPATH)[0], "pkg", "mod")
	}
	folder = filepath.Join(cache, folder)
	if _, err := os.Stat(folder); err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	return folder, nil
}

// around makes a configuration of what a file holds by its name. What is not made for a parser is not ok.
func around(file string) (before, after string, ok bool) {
	switch filepath.Ext(file) {
	case ".hcl", ".t", ".json":
		return "", "", true
	case ".hcle", ".hclt":
		return "x = ", "\n", true
	case ".tmpl":
		return `x = "`, "\"\n", true
	default:
		return "", "", false
	}
}

// seedIn is the text in a file of Go's own fuzzing, or else the file as it is.
func seedIn(content string) (string, error) {
	value, ok := strings.CutPrefix(content, "go test fuzz v1\n[]byte(")
	if !ok {
		return content, nil
	}
	return strconv.Unquote(strings.TrimSuffix(strings.TrimSpace(value), ")"))
}
