package loader

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hybridlint/testdata/organization"
)

// TestRandomConfigurationsLoad: random configurations are valid, and among them occurs every attribute and every word of the
// language, so that a word that is new cannot be forgotten in the tests that build on them.
func TestRandomConfigurationsLoad(t *testing.T) {
	var all strings.Builder
	folder := t.TempDir()
	for seed := range uint64(300) {
		text := organization.Random(seed).String()
		all.WriteString(text)
		file := filepath.Join(folder, fmt.Sprintf("%d.hcl", seed))
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		_, problems := Load(context.Background(), Options{Paths: []string{file}, Dir: folder})
		for _, p := range problems {
			t.Errorf("seed %d, line %d: %s: %s", seed, p.Location.Start.Line, p.Summary, p.Detail)
		}
	}
	for _, name := range AttributeNames() {
		if !strings.Contains(all.String(), name+" = ") {
			t.Errorf("no random configuration has the attribute %s", name)
		}
	}
	for _, word := range allWords() {
		if !strings.Contains(all.String(), `"`+word+`"`) && !strings.Contains(all.String(), "\n"+word+" ") {
			t.Errorf("no random configuration has the word %s", word)
		}
	}
}

// allWords are the words of every enumeration.
func allWords() []string {
	var all []string
	for _, e := range []interface{ Words() []string }{
		RecipientType(0), Permission(0), Offering(0), PublicFolders(0), FreeBusyLevel(0), ExchangeVersion(0), Currency(0), Engine(0), UsedBy(0),
		ManagedIn(0), ProvisionedBy(0), GroupScope(0), RecipientTypeDetails(0), AccessMethod(0), Replication(0), ChangeMode(0), State(0), Client(0),
		Channel(0), IdentityKind(0), GrantedVia(0), Expectation(0), OutlookVersion(0), FolderRight(0), SharingFlag(0), DeliveryScope(0), ManagedBy(0),
		OutlookChannel(0), SharingLevel(0), Direction(0), BatchStatus(0), PlanBond(0), PlanAttribute(0), FixedRule(0),
	} {
		all = append(all, e.Words()[1:]...)
	}
	return all
}
