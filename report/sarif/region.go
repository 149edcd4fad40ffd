package sarif

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"hybridlint/report"
	"hybridlint/report/snippet"
)

// sourceRoot stands for the folder that file names are relative to.
const sourceRoot = "%SRCROOT%"

// Longer texts are no help beside a result and make files that GitHub refuses.
const (
	maxSnippet = 1_000
	maxContext = 2_000
)

type sarifArtifactLocation struct {
	URI       string `json:"uri"`
	URIBaseID string `json:"uriBaseId,omitempty"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifRegion struct {
	StartLine   int        `json:"startLine"`
	StartColumn int        `json:"startColumn,omitempty"`
	EndLine     int        `json:"endLine,omitempty"` // StartLine where it is absent
	EndColumn   int        `json:"endColumn,omitempty"`
	Snippet     *sarifText `json:"snippet,omitempty"`
}

type sarifPhysicalLocation struct {
	ArtifactLocation sarifArtifactLocation `json:"artifactLocation"`
	Region           *sarifRegion          `json:"region,omitempty"`
	ContextRegion    *sarifRegion          `json:"contextRegion,omitempty"`
}

type sarifLogicalLocation struct {
	FullyQualifiedName string `json:"fullyQualifiedName"`
	Kind               string `json:"kind"`
}

type sarifLocation struct {
	ID               *int                   `json:"id,omitempty"`
	Message          *sarifText             `json:"message,omitempty"`
	PhysicalLocation *sarifPhysicalLocation `json:"physicalLocation,omitempty"`
	LogicalLocations []sarifLogicalLocation `json:"logicalLocations,omitempty"`
}

// artifactLocation is a file name as a URI.
func artifactLocation(file string) sarifArtifactLocation {
	switch {
	case strings.HasPrefix(file, "/"), len(file) > 2 && file[1:3] == ":/": // a drive of Windows
		return sarifArtifactLocation{URI: report.FileURI(file)}
	case strings.HasPrefix(file, "../"):
		return sarifArtifactLocation{URI: (&url.URL{Path: file}).String()}
	default:
		return sarifArtifactLocation{URI: (&url.URL{Path: file}).String(), URIBaseID: sourceRoot}
	}
}

// sarifDetail is how much of a file's text goes with a place.
type sarifDetail int

const (
	placeAlone  sarifDetail = iota
	withSnippet             // what stands there
	withContext             // and the lines around it
)

// physicalLocation is a place with the text that stands there. SARIF counts columns in UTF-16 code units.
func physicalLocation(sources report.Sources, at report.Location, detail sarifDetail) *sarifPhysicalLocation {
	p := &sarifPhysicalLocation{ArtifactLocation: artifactLocation(at.File)}
	if at.Start.Line < 1 {
		return p
	}
	if at.End.Line < at.Start.Line {
		at.End = at.Start
	}
	if detail == placeAlone && sameColumns(sources, at) {
		p.Region = &sarifRegion{StartLine: at.Start.Line, StartColumn: at.Start.Column, EndLine: at.End.Line, EndColumn: at.End.Column}
		p.Region.shorten()
		return p
	}
	lines, ok := linesOf(sources, at)
	if !ok {
		p.Region = &sarifRegion{StartLine: at.Start.Line, StartColumn: at.Start.Column, EndLine: at.End.Line, EndColumn: at.End.Column}
		return p
	}
	last := lines[len(lines)-1]
	p.Region = &sarifRegion{
		StartLine: at.Start.Line, StartColumn: utf16Column(lines[0], at.Start.Column),
		EndLine: at.End.Line, EndColumn: utf16Column(last, at.End.Column),
	}
	if detail == placeAlone {
		p.Region.shorten()
		return p
	}
	if text := stretch(lines, at); text != "" && len(text) <= maxSnippet {
		p.Region.Snippet = &sarifText{text}
		if detail == withContext {
			p.ContextRegion = contextRegion(sources, at, lines)
		}
	}
	return p
}

// shorten leaves out what a reader takes for granted.
func (r *sarifRegion) shorten() {
	if r.EndLine == r.StartLine {
		r.EndLine = 0
	}
}

// sameColumns tells that the columns of a location are the same in every encoding.
func sameColumns(sources report.Sources, at report.Location) bool {
	whole, ok := sources.(report.WholeSources)
	return ok && whole.ASCII(at.File, at.Start.Line) && (at.End.Line == at.Start.Line || whole.ASCII(at.File, at.End.Line))
}

// linesOf are the lines that a location touches, where all of them are known and few.
func linesOf(sources report.Sources, at report.Location) (lines []string, ok bool) {
	if sources == nil || at.End.Line-at.Start.Line > maxSnippet {
		return nil, false
	}
	for n := at.Start.Line; n <= at.End.Line; n++ {
		line, ok := sources.Line(at.File, n)
		if !ok || len(line) > snippet.LongestLine {
			return nil, false
		}
		lines = append(lines, line)
	}
	return lines, true
}

// stretch is the text of a location.
func stretch(lines []string, at report.Location) string {
	cut := append([]string(nil), lines...)
	last := len(cut) - 1
	cut[last] = firstRunes(cut[last], at.End.Column-1)
	cut[0] = snippet.SkipRunes(cut[0], min(at.Start.Column-1, utf8.RuneCountInString(cut[0])))
	return strings.Join(cut, "\n")
}

// contextRegion is the location with the line before it and the one behind it, whole lines; nil where that is no more than
// the location itself.
func contextRegion(sources report.Sources, at report.Location, lines []string) *sarifRegion {
	first, last := at.Start.Line, at.Start.Line+len(lines)-1
	context := lines
	if line, ok := sources.Line(at.File, first-1); ok && first > 1 && len(line) <= maxContext {
		context, first = append([]string{line}, context...), first-1
	}
	if line, ok := sources.Line(at.File, last+1); ok && len(line) <= maxContext {
		context, last = append(slices.Clip(context), line), last+1
	}
	text := strings.Join(context, "\n")
	if len(text) > maxContext || text == stretch(lines, at) {
		return nil
	}
	return &sarifRegion{StartLine: first, EndLine: last, Snippet: &sarifText{text}}
}

// utf16Column turns a column in code points into one in UTF-16 code units.
func utf16Column(line string, column int) int {
	units, runes := 0, 0
	for _, r := range line {
		if runes >= column-1 {
			break
		}
		units += max(utf16.RuneLen(r), 1)
		runes++
	}
	return units + 1
}

// firstRunes is a text up to its first n code points.
func firstRunes(text string, n int) string {
	return text[:len(text)-len(snippet.SkipRunes(text, min(n, utf8.RuneCountInString(text))))]
}
