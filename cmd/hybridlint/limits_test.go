package main

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hybridlint/loader/limits"
)

// What problems name as the setting of a limit is one, and every limit of the loader can be set.
func TestLimitsOfTheLoaderAreSettings(t *testing.T) {
	text, err := os.ReadFile("../../loader/limits/limits.go")
	if err != nil {
		t.Fatal(err)
	}
	var named, known []string
	for _, found := range regexp.MustCompile(`(?m)^\t\w+Setting +?= "(\w+)"$`).FindAllStringSubmatch(string(text), -1) {
		named = append(named, found[1])
	}
	for _, l := range inputLimits() {
		known = append(known, l.name)
		if l.standard < l.least || l.most != 0 && l.standard > l.most {
			t.Errorf("%s is %d by default, which it cannot be set to", l.name, l.standard)
		}
	}
	slices.Sort(named)
	slices.Sort(known)
	if !slices.Equal(named, known) {
		t.Errorf("problems name %q, and the settings are %q", named, known)
	}
	values := limitValues{}
	for i, name := range known {
		values[name] = 1000 + i
	}
	set := reflect.ValueOf(loaderLimits(values))
	for i := range set.NumField() {
		if set.Field(i).Int() < 1000 {
			t.Errorf("no setting sets %s", set.Type().Field(i).Name)
		}
	}
	if set.NumField() != len(known) {
		t.Errorf("%d limits, %d settings", set.NumField(), len(known))
	}
}

// The topic says of every limit what it is by default, and so does the comment of the loader.
func TestLimitsAreDocumented(t *testing.T) {
	topic := limitsTopic().Long
	for _, l := range limitTable() {
		if !regexp.MustCompile(`(?m)^` + l.name + ` +\S.*; [0-9]+ unless set$`).MatchString(topic) {
			t.Errorf("the topic does not explain %s", l.name)
		}
	}
	text, err := os.ReadFile("../../loader/limits/limits.go")
	if err != nil {
		t.Fatal(err)
	}
	declared, _, _ := strings.Cut(string(text), "// The names of the limits")
	defaults := reflect.ValueOf(limits.DefaultLimits())
	for i := range defaults.NumField() {
		name, value := defaults.Type().Field(i).Name, defaults.Field(i).Int()
		comment := regexp.MustCompile(`(?s)((?:\t//[^\n]*\n)+)\t` + name + ` `).FindStringSubmatch(declared)
		if comment == nil {
			t.Errorf("%s has no comment", name)
			continue
		}
		said := strings.ReplaceAll(strings.ReplaceAll(strings.Join(strings.Fields(strings.ReplaceAll(comment[1], "//", "")), " "), ",", ""), " by default", "!")
		if !strings.Contains(said, " "+inUnits(value)+"!") {
			t.Errorf("%s is %s by default, and its comment says: %s", name, inUnits(value), said)
		}
	}
}

// inUnits writes a number as comments do.
func inUnits(n int64) string {
	for _, unit := range []struct {
		size int64
		name string
	}{{1 << 30, " GiB"}, {1 << 20, " MiB"}} {
		if n >= unit.size && n%unit.size == 0 {
			return strconv.FormatInt(n/unit.size, 10) + unit.name
		}
	}
	return strconv.FormatInt(n, 10)
}
