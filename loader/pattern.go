package loader

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// mostPattern is how many bytes a pattern may have.
const mostPattern = 1000

// Pattern is a pattern of file names: * stands for any part of a name, ? for one character, ** for any number of folders,
// [a-z] for one of some characters, {a,b} for one of some texts, and \ makes the character behind it an ordinary one.
//
// It is a regular expression, so that a match takes time in proportion to the pattern and the name, whatever they are:
// patterns come with pull requests, and matchers that try one way after the other never end on some.
type Pattern struct{ expression *regexp.Regexp }

// ParsePattern reads a pattern. The error says what is wrong with it, and names it.
func ParsePattern(pattern string) (Pattern, error) {
	if pattern == "" {
		return Pattern{}, errors.New("a pattern of files is empty")
	}
	if len(pattern) > mostPattern {
		return Pattern{}, fmt.Errorf("a pattern of files has %d bytes, and %d are allowed", len(pattern), mostPattern)
	}
	p := patternParser{rest: strings.TrimSuffix(strings.TrimPrefix(pattern, "./"), "/"), atStart: true}
	p.WriteString(`\A(?s:`)
	if why := p.parse(); why != "" {
		return Pattern{}, fmt.Errorf("%q is no pattern of files: %s; write it like \"archive/**\" or \"**/*_test.hcl\"", pattern, why)
	}
	p.WriteString(`)\z`)
	expression, err := regexp.Compile(p.String())
	if err != nil {
		return Pattern{}, fmt.Errorf("%q is no pattern of files; write it like \"archive/**\" or \"**/*_test.hcl\"", pattern)
	}
	return Pattern{expression}, nil
}

// Matches tells whether the pattern matches the whole of a name, which has / or the separator of the system between its folders.
func (p Pattern) Matches(name string) bool { return p.expression.MatchString(filepath.ToSlash(name)) }

// patternParser turns a pattern into a regular expression.
type patternParser struct {
	strings.Builder
	rest string
	// open is how many braces are open.
	open int
	// atStart is true at the beginning of a name.
	atStart bool
}

// parse writes the expression; why says what is wrong, and is empty where nothing is.
func (p *patternParser) parse() (why string) {
	for p.rest != "" && why == "" {
		switch c := p.next(); {
		case c == '*':
			p.star()
		case c == '/' && p.rest == "**":
			p.WriteString(`(?:/.*)?`) // the folder itself, and all in it
			p.rest = ""
		case c == '/':
			p.WriteString(`/`)
			p.atStart = true
		case c == '{':
			p.open++
			p.WriteString(`(?:`) // a name that begins with braces begins in them
		case c == '}' && p.open > 0:
			p.open--
			p.part(`)`)
		case c == ',' && p.open > 0:
			p.part(`|`)
		case c == '?':
			p.part(`[^/]`)
		case c == '[':
			why = p.class()
		case c == '\\':
			if p.rest == "" {
				return "nothing stands behind the \\ at its end"
			}
			c = p.next()
			fallthrough
		default:
			p.part(regexp.QuoteMeta(string(c)))
		}
	}
	if why == "" && p.open > 0 {
		why = "a brace is not closed"
	}
	return why
}

// next takes a character off the pattern.
func (p *patternParser) next() rune {
	c, size := utf8.DecodeRuneInString(p.rest)
	p.rest = p.rest[size:]
	return c
}

// part writes what matches a part of a name.
func (p *patternParser) part(expression string) {
	p.WriteString(expression)
	p.atStart = false
}

// star reads behind a *. Two of them are any number of folders where they are all between two separators.
func (p *patternParser) star() {
	others := strings.TrimLeft(p.rest, "*")
	folders := p.atStart && len(others) < len(p.rest)
	p.rest = others
	switch {
	case folders && others == "":
		p.part(`.*`)
	case folders && others[0] == '/':
		p.WriteString(`(?:.*/)?`)
		p.rest = others[1:]
	default:
		p.part(`[^/]*`)
	}
}

// class reads behind a [, up to the ] that ends it.
func (p *patternParser) class() (why string) {
	p.WriteString(`[`)
	if p.rest != "" && (p.rest[0] == '^' || p.rest[0] == '!') {
		p.rest = p.rest[1:]
		p.WriteString(`^/`)
	}
	for first := true; ; first = false {
		if p.rest == "" {
			return "a [ is not closed"
		}
		c := p.next()
		switch {
		case c == ']' && first:
			return "there is nothing between [ and ]"
		case c == ']':
			p.part(`]`)
			return ""
		case c == '-' && !first && p.rest != "" && p.rest[0] != ']':
			p.WriteString(`-`)
			continue
		case c == '\\' && p.rest != "":
			c = p.next()
		}
		p.WriteString(`\x{` + strconv.FormatInt(int64(c), 16) + `}`)
	}
}
