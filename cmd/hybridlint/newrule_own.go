package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"hybridlint/report"
)

var ownFamily = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// programFamily is the name that belongs to the packages of the program itself; inferenceFamily holds no rules.
const (
	programFamily   = "hybridlint"
	inferenceFamily = "inference"
)

// writeOwnRule writes a rule of the user's own. What else is wrong in the folder is not its business.
func (p *program) writeOwnRule(ctx context.Context, folder, family, name string) error {
	if folder == "" {
		return errors.New("--policies is the name of a folder")
	}
	if !ownFamily.MatchString(family) || family == programFamily || family == inferenceFamily || family == "testdata" {
		return fmt.Errorf("%q is no family of rules; write a word in lower case, perhaps that of your organization", family)
	}
	name = strings.ReplaceAll(name, "_", "-")
	known, err := p.rules(ctx, p.ownPolicies(&settings{policies: []sourced[string]{{relativeTo(p.directory, p.inDirectory(folder)), "--policies"}}, limits: standardLimits()}))
	if err != nil {
		return err
	}
	rule, err := namedRule(known.Rules, family, name, p.now())
	if err != nil {
		return err
	}
	if rule.ID, err = known.Rules.freeOwnID(family); err != nil {
		return err
	}
	return p.writeRule(rule, folder, filepath.Join(folder, "testdata"))
}

// What the id of a rule of the user's own is made of.
const (
	mostLetters = 8
	firstNumber = 101
	lastNumber  = 999
	// otherLetters stand where a family has none for an id.
	otherLetters = "OWN"
)

// freeOwnID is letters of the family, and the number behind the last one with these letters.
func (s ruleSet) freeOwnID(family string) (string, error) {
	letters := strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return -1
		}
		return unicode.ToUpper(r)
	}, family)
	letters = letters[:min(len(letters), mostLetters)]
	if len(letters) < len("XY") || strings.HasPrefix(letters, report.ProgramPrefix) {
		letters = otherLetters
	}
	next := firstNumber
	for _, r := range s {
		if number, err := strconv.Atoi(strings.TrimPrefix(r.ID, letters)); err == nil {
			next = max(next, number+1)
		}
	}
	if next > lastNumber {
		return "", fmt.Errorf("there is no free id behind %s%d; use another family", letters, lastNumber)
	}
	return letters + strconv.Itoa(next), nil
}
