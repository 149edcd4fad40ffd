package loader

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hybridlint/loader/model"
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
	for _, name := range model.AttributeNames() {
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
		model.RecipientType(0), model.Permission(0), model.Offering(0), model.PublicFolders(0), model.FreeBusyLevel(0), model.ExchangeVersion(0), model.Currency(0), model.Engine(0), model.UsedBy(0),
		model.ManagedIn(0), model.ProvisionedBy(0), model.GroupScope(0), model.RecipientTypeDetails(0), model.AccessMethod(0), model.Replication(0), model.ChangeMode(0), model.State(0), model.Client(0),
		model.Channel(0), model.IdentityKind(0), model.GrantedVia(0), model.Expectation(0), model.OutlookVersion(0), model.FolderRight(0), model.SharingFlag(0), model.DeliveryScope(0), model.ManagedBy(0),
		model.OutlookChannel(0), model.SharingLevel(0), model.Direction(0), model.BatchStatus(0), model.PlanBond(0), model.PlanAttribute(0), model.FixedRule(0),
	} {
		all = append(all, e.Words()[1:]...)
	}
	return all
}
