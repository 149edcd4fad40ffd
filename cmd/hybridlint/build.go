package main

import (
	"cmp"
	"encoding/json"
	"io"
	"regexp"
	"runtime/debug"
	"strings"
	"unicode"
	"unicode/utf8"

	"hybridlint/report"
)

// developmentVersion stands where a build does not say what it is.
const developmentVersion = "0.0.0-devel"

// build is what the program knows of its own making.
type build struct {
	version, revision, time, goVersion string
	modified                           bool
}

func readBuild() build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return build{version: developmentVersion}
	}
	return buildOf(info)
}

// builtFrom is what a build without a repository was made from, a tag or a commit: -ldflags "-X main.builtFrom=v1.2.3".
var builtFrom string

var released = regexp.MustCompile(`^v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$`)

// unreleased is the version of a build of something that is no release, of which reports say what it is.
func unreleased(source string) string {
	if match := released.FindStringSubmatch(source); match != nil {
		return match[1]
	}
	notInVersions := func(r rune) bool { return r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	if words := strings.FieldsFunc(source, notInVersions); len(words) > 0 {
		return developmentVersion + "+" + strings.Join(words, "-")
	}
	return developmentVersion
}

func buildOf(info *debug.BuildInfo) build {
	b := build{version: strings.TrimPrefix(info.Main.Version, "v"), goVersion: info.GoVersion}
	if b.version == "" || b.version == "(devel)" {
		b.version = unreleased(builtFrom)
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.revision = s.Value
		case "vcs.time":
			b.time = s.Value
		case "vcs.modified":
			b.modified = s.Value == "true"
		}
	}
	return b
}

// String is the answer of the version command.
func (b build) String() string {
	text := "hybridlint " + b.version
	if b.revision != "" {
		text += "\ncommit " + b.revision
		if b.modified {
			text += ", modified"
		}
		if b.time != "" {
			text += ", of " + b.time
		}
	}
	return text + "\nbuilt with " + cmp.Or(b.goVersion, "an unknown Go")
}

// writeJSON is the answer for programs; what is not known is empty.
func (b build) writeJSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(struct {
		Name     string `json:"name"`
		Version  string `json:"version"`
		Commit   string `json:"commit"`
		Modified bool   `json:"modified"`
		Time     string `json:"time"`
		Go       string `json:"go"`
	}{"hybridlint", b.version, b.revision, b.modified, b.time, b.goVersion})
}

func toolOf(b build) report.Tool { return report.Tool{Name: "hybridlint", Version: b.version} }
