package exports

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"hybridlint/loader"
	"hybridlint/testdata/nasty"
)

// FuzzQuoted: whatever a name is, HCL reads back what was written, on one line.
func FuzzQuoted(f *testing.F) {
	for _, seed := range []string{"amy", `a"b\c`, "a\r\n\tb", "${x}%{y}$${z}", "\x00\x7f\u202e\ufeff", "Jörg 😀", "$", "%", "${", "\xff"} {
		f.Add(seed)
	}
	for _, text := range nasty.Texts() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		expression, diagnostics := hclsyntax.ParseExpression([]byte(quoted(text)), "", hcl.InitialPos)
		if diagnostics.HasErrors() {
			t.Fatalf("%q: %v", quoted(text), diagnostics)
		}
		value, diagnostics := expression.Value(nil)
		if diagnostics.HasErrors() || strings.ContainsAny(quoted(text), "\n\r") {
			t.Fatalf("%q: %v", quoted(text), diagnostics)
		}
		// HCL normalises what it reads.
		want, _ := hclsyntax.ParseExpression([]byte(quoted(value.AsString())), "", hcl.InitialPos)
		if again, _ := want.Value(nil); again.AsString() != value.AsString() {
			t.Fatalf("%q became %q", value.AsString(), again.AsString())
		}
	})
}

// TestHostileNames: names of exports end up inside quotes and comments, whatever they hold.
func TestHostileNames(t *testing.T) {
	const evil = "\"x${file(\"/etc/passwd\")}\n}\ngrant \"\"full_access\"\" {\"\n"
	c, _ := importOf(t, map[string]string{
		"people.csv": "PrimarySmtpAddress,DisplayName,RecipientTypeDetails,DistinguishedName\namy@contoso.com,\"" + strings.ReplaceAll(evil, `"`, `""`) + "\",UserMailbox,\"CN=1,DC=x,DC=com\"\n" +
			"\"a${b}\"\"@contoso.com\",x,UserMailbox,\"CN=2,DC=x,DC=com\"\n",
		"p.csv": "Identity,User,AccessRights,Deny\namy@contoso.com,\"no" + strings.ReplaceAll(evil, `"`, `""`) + "\",FullAccess,False\n",
	})
	text := written(t, c)
	if c.Blocks()["recipients"] != 2 || c.Account.Lost() != 1 {
		t.Errorf("%v\n%s", c.Blocks(), text)
	}
	var documents []loader.Document
	for _, d := range c.Documents() {
		documents = append(documents, loader.Document{Name: d.Name, Text: d.Text})
	}
	if model, _ := loader.Load(t.Context(), loader.Options{Documents: documents}); model.Grants.Len() != 0 || len(model.Recipients) != 2 {
		t.Errorf("%d grants, %d recipients", model.Grants.Len(), len(model.Recipients))
	}
}
