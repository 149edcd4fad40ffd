package policies_test

import (
	"bytes"
	"context"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hybridlint/loader"
	"hybridlint/loader/model"
	"hybridlint/policies"
	"hybridlint/testdata/organization"
)

// attributeLine is an attribute with a value that another block may have, too.
var attributeLine = regexp.MustCompile(`(?m)^( +)(\w+)( *= *)(true|false|"[^"\n]*"|\[[^\]\n]*\])$`)

// TestNeighbours changes one attribute of one block of a configuration with forests, domains and groups at a time. Whatever was
// remembered of the others, every rule says the same as without remembering anything. Each entry that is changed stays beside its
// neighbour, so that both are looked at in one run.
func TestNeighbours(t *testing.T) {
	const seeds, neighbours = 10, 6
	remembering := newCatalog(t)
	values := valuesOfAttributes(seeds)
	compared, changed := 0, map[string]bool{}
	for seed := range uint64(seeds) {
		text := organization.Random(seed).String()
		before := findingsByRule(checkModel(t, remembering, loadTexts(t, text), policies.Options{}))
		random := rand.New(rand.NewPCG(seed, 0))
		for range neighbours {
			neighbour := changedText(random, text, values)
			config, ok := loadedText(t, neighbour)
			if !ok {
				continue
			}
			compared++
			remembered := checkModel(t, remembering, config, policies.Options{Jobs: 2})
			anew := checkModel(t, remembering, config, policies.Options{Jobs: 2, NoMemo: true})
			if got, want := asJSON(t, remembered), asJSON(t, anew); !bytes.Equal(got, want) {
				compareFindings(t, "remembered", withoutPlaces(remembered), withoutPlaces(anew))
				t.Fatalf("seed %d: remembered answers are other ones in\n%s", seed, neighbour)
			}
			after := findingsByRule(anew)
			for id := range maps.Keys(after) {
				if after[id] != before[id] {
					changed[id] = true
				}
			}
		}
	}
	if compared < seeds || len(changed) < seeds {
		t.Errorf("%d neighbours were compared, and made a difference to the rules %v", compared, slices.Sorted(maps.Keys(changed)))
	}
}

// valuesOfAttributes are the values that the attributes have anywhere, by name.
func valuesOfAttributes(seeds uint64) map[string][]string {
	values := map[string][]string{}
	for seed := range seeds {
		for _, match := range attributeLine.FindAllStringSubmatch(organization.Random(seed).String(), -1) {
			if name, value := match[2], match[4]; !slices.Contains(values[name], value) {
				values[name] = append(values[name], value)
			}
		}
	}
	return values
}

// changedText gives one attribute another value.
func changedText(random *rand.Rand, text string, values map[string][]string) string {
	lines := attributeLine.FindAllStringSubmatchIndex(text, -1)
	for range 100 {
		line := lines[random.IntN(len(lines))]
		others := values[text[line[4]:line[5]]]
		other := others[random.IntN(len(others))]
		if other == text[line[8]:line[9]] {
			continue
		}
		changed := text[:line[8]] + other + text[line[9]:]
		from, to := strings.LastIndex(text[:line[0]], "\n}\n"), strings.Index(text[line[1]:], "\n}\n")
		if from < 0 || to < 0 {
			return changed
		}
		block := text[from+3 : line[1]+to+3]
		if start := "\n" + block; strings.Contains(start, "\ngrant ") || strings.Contains(start, "\noutlook_delegate ") {
			return changed + block
		}
		return changed
	}
	return text
}

// loadedText loads a configuration; ok is false where something is wrong with it.
func loadedText(t *testing.T, text string) (config *model.Model, ok bool) {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "0.hcl"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	config, problems := loader.Load(context.Background(), loader.Options{Paths: []string{"."}, Dir: folder, Jobs: 2})
	return config, len(problems) == 0
}

// findingsByRule are the messages of each rule.
func findingsByRule(result *policies.Result) map[string]string {
	found := map[string]string{}
	for _, f := range withoutPlaces(result) {
		id, _, _ := strings.Cut(f, "\n")
		found[id] += f + "\n"
	}
	return found
}
